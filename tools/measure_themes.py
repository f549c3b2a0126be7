"""Hold both instruments for themes against coded sentences, and write the figures into docs/themes.md.

usage: python tools/measure_themes.py [--shared DIR]

The figures are of the parts ``tune`` and ``test`` of ``tools/codes/themes.csv``: neither the lists nor the classifier have learned from
them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from coded_sentences import ROOT, Coded, coded, texts

from rhetoric.compare.agreement import alpha, alpha_interval
from rhetoric.embed import THEMES
from rhetoric.extract.meaning import chances, heads
from rhetoric.extract.themefile import shipped
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared

PAGE = ROOT / "docs" / "themes.md"
VALIDITY = ROOT / "src" / "rhetoric" / "data" / "validity.json"
BEGIN, END = "<!-- figures: written by tools/measure_themes.py -->", "<!-- end of figures -->"
FEWEST = 8  # sentences that have a theme, below which its figures are left out of the mean


def table(shared: Path, wanted: Sequence[Coded]) -> pd.DataFrame:
    """Return one row a coded sentence and theme: must, may, pole, listed (weight of the list's hits), chance, meant (pole),
    threshold."""
    held = texts(shared)
    ids = sorted({c.doc for c in wanted})
    corpus = prepared(Document(id=i, text=held[i]) for i in ids)
    number = {i: n for n, i in enumerate(ids)}
    found = ThemeExtractor(shipped()).extract(corpus)
    chance, pole = chances(corpus)
    spans = corpus.sentences
    names = [f.name.split(".", 1)[1] for f in found.features]
    rows = []
    for n, c in enumerate(wanted):
        doc = number[c.doc]
        hit = found.where((found.doc == doc) & (found.start < c.end) & (found.end > c.start))
        here = np.flatnonzero((spans.doc == doc) & (spans.start < c.end) & (spans.end > c.start))
        for k, theme in enumerate(THEMES):
            weight = hit.weight[hit.feature == names.index(theme)]
            best = here[np.argmax(np.nan_to_num(chance[here, k], nan=-1.0))] if len(here) else -1
            rows.append(
                (
                    n,
                    c.part,
                    c.drawn,
                    theme,
                    theme in c.must,
                    theme in c.may,
                    c.poles.get(theme, ""),
                    float(weight.sum()) if len(weight) else np.nan,
                    float(chance[best, k]) if best >= 0 else 0.0,
                    float(pole[best, k]) if best >= 0 else 0.0,
                    float(heads().threshold[k]),
                )
            )
    columns = [
        "sentence",
        "part",
        "drawn",
        "theme",
        "must",
        "may",
        "pole",
        "listed",
        "chance",
        "meant",
        "threshold",
    ]
    return pd.DataFrame(rows, columns=columns)


def prf(said: pd.Series, rows: pd.DataFrame) -> tuple[float, float, float]:
    """Return precision, recall and F1; what may be there is no error either way."""
    both = int((said & rows["must"]).sum())
    wrong = int((said & ~rows["must"] & ~rows["may"]).sum())
    missed = int((~said & rows["must"]).sum())
    precision, recall = both / max(1, both + wrong), both / max(1, both + missed)
    return precision, recall, 2 * both / max(1, 2 * both + wrong + missed)


def mean_f(rows: pd.DataFrame, said: Callable[[pd.DataFrame], pd.Series]) -> float:
    """Return the mean F1 over themes that enough sentences have."""
    parts = [r for _, r in rows.groupby("theme") if r["must"].sum() >= FEWEST]
    return float(np.mean([prf(said(r), r)[2] for r in parts]))


def figures(rows: pd.DataFrame) -> Iterable[str]:
    """Yield the lines of the table."""
    yield "| theme | sentences that have it | by word list | by meaning | pole, list | pole, meaning |"
    yield "| --- | --- | --- | --- | --- | --- |"
    ways: tuple[Callable[[pd.DataFrame], pd.Series], ...] = (
        lambda r: r["listed"].notna(),
        lambda r: r["chance"] >= r["threshold"],
    )
    for theme, part in rows.groupby("theme"):
        cells = [" / ".join(f"{v:.2f}" for v in prf(way(part), part)) for way in ways]
        yield f"| {theme} | {int(part['must'].sum())} | {' | '.join(cells)} | {poles(part, 'listed')} | {poles(part[part['chance'] >= part['threshold']], 'meant')} |"
    means = " | ".join(f"F1 {mean_f(rows, way):.2f}" for way in ways)
    yield f"| mean of themes with {FEWEST} or more | | {means} | | |"


def poles(rows: pd.DataFrame, column: str) -> str:
    """Return how many true hits have the right pole."""
    true = rows[rows["must"] & rows[column].notna() & (rows["pole"] != "")]
    right = int(((true[column] > 0) == (true["pole"] == "+")).sum())
    return f"{right} of {len(true)}"


def agreement(wanted: Sequence[Coded]) -> Iterable[str]:
    """Yield the coders' agreement on each theme, on sentences that both have coded."""
    both = [(c.first, c.second) for c in wanted if c.second is not None]
    yield "| theme | sentences that either coder sees it in | Krippendorff's alpha |"
    yield "| --- | --- | --- |"
    for theme in THEMES:
        codes = [[float(theme in said) for said in coder] for coder in zip(*both, strict=True)]
        low, high = alpha_interval(codes, draws=500)
        either = int(np.max(codes, axis=0).sum())
        yield f"| {theme} | {either} | {alpha(codes):.2f} [{low:.2f}, {high:.2f}] |"


def main() -> int:
    """Measure, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    chosen = parser.parse_args()
    test = [c for c in coded() if c.part != "learn"]
    rows = table(chosen.shared, test)
    lines = [
        f"{len(test)} sentences. Figures are precision / recall / F1.",
        "",
        *figures(rows),
        "",
        f"Agreement of the two coders, on the {sum(c.second is not None for c in coded())} sentences that both coded:",
        "",
        *agreement(coded()),
    ]
    print("\n".join(lines))
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(before + BEGIN + "\n\n" + "\n".join(lines) + "\n\n" + END + after, encoding="utf-8")
    write_validity(rows, len(test))
    return 0


def write_validity(rows: pd.DataFrame, coded_: int) -> None:
    """Write the figures that a report prints beside a theme where the user has none of their own."""
    themes = {}
    for theme, part in rows.groupby("theme"):
        if n := int(part["must"].sum()):
            p, r, _ = prf(part["listed"].notna(), part)
            said = [f"{v:.2f}".replace("0.", ".", 1) for v in (p, r)]
            themes[str(theme)] = f"precision {said[0]}, recall {said[1]} ({n} sentences that have it)"
    held = {"set": "tools/codes/themes.csv, parts tune and test", "sentences": coded_, "themes": themes}
    VALIDITY.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
