"""Hold both instruments for themes against coded sentences, and write the figures into docs/themes.md.

usage: python tools/measure_themes.py [--shared DIR] [--set-limits]

The figures are of the part ``test`` of ``tools/codes/themes.csv``: neither the lists nor the encoder have seen it.
``--set-limits`` chooses the two limits of `rhetoric.extract.meaning` first, on the part ``tune``.
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
from rhetoric.extract.meaning import chances
from rhetoric.extract.themefile import shipped
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared

PAGE, LIMITS = ROOT / "docs" / "themes.md", ROOT / "src" / "rhetoric" / "data" / "models" / "meaning.json"
VALIDITY = ROOT / "src" / "rhetoric" / "data" / "validity.json"
BEGIN, END = "<!-- figures: written by tools/measure_themes.py -->", "<!-- end of figures -->"
FEWEST = 8  # sentences that have a theme, below which its figures are left out of the mean


def table(shared: Path, wanted: Sequence[Coded]) -> pd.DataFrame:
    """Return one row a coded sentence and theme: must, may, pole, listed (weight of the list's hits), chance, meant (pole)."""
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
                )
            )
    columns = ["sentence", "part", "drawn", "theme", "must", "may", "pole", "listed", "chance", "meant"]
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


def set_limits(rows: pd.DataFrame) -> None:
    """Choose the limits with the best mean F1."""
    steps = [round(float(v), 2) for v in np.arange(0.02, 0.7, 0.02)]
    threshold = max(steps, key=lambda t: mean_f(rows, lambda r: r["chance"] >= t))
    doubt = max(steps, key=lambda t: mean_f(rows, lambda r: r["listed"].notna() & (r["chance"] >= t)))
    version = json.loads(LIMITS.read_text(encoding="utf-8"))["version"] if LIMITS.exists() else 1
    held = {"version": version, "threshold": threshold, "doubt": doubt}
    LIMITS.write_text(json.dumps(held) + "\n", encoding="utf-8")
    print(held)


def figures(rows: pd.DataFrame, doubt: float, threshold: float) -> Iterable[str]:
    """Yield the lines of the table."""
    yield "| theme | sentences that have it | word list | list in context | by meaning | pole, list | pole, meaning |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    ways: tuple[Callable[[pd.DataFrame], pd.Series], ...] = (
        lambda r: r["listed"].notna(),
        lambda r: r["listed"].notna() & (r["chance"] >= doubt),
        lambda r: r["chance"] >= threshold,
    )
    for theme, part in rows.groupby("theme"):
        cells = [" / ".join(f"{v:.2f}" for v in prf(way(part), part)) for way in ways]
        yield f"| {theme} | {int(part['must'].sum())} | {' | '.join(cells)} | {poles(part, 'listed')} | {poles(part[part['chance'] >= threshold], 'meant')} |"
    means = " | ".join(f"F1 {mean_f(rows, way):.2f}" for way in ways)
    yield f"| mean of themes with {FEWEST} or more | | {means} | | |"


def poles(rows: pd.DataFrame, column: str) -> str:
    """Return how many true hits have the right pole."""
    true = rows[rows["must"] & rows[column].notna() & (rows["pole"] != "")]
    right = int(((true[column] > 0) == (true["pole"] == "+")).sum())
    return f"{right} of {len(true)}"


def agreement(wanted: Sequence[Coded]) -> Iterable[str]:
    """Yield the coders' agreement on each theme."""
    yield "| theme | sentences that either coder sees it in | Krippendorff's alpha |"
    yield "| --- | --- | --- |"
    for theme in THEMES:
        codes = [[float(theme in c.first) for c in wanted], [float(theme in c.second) for c in wanted]]
        low, high = alpha_interval(codes, draws=500)
        either = int(np.max(codes, axis=0).sum())
        yield f"| {theme} | {either} | {alpha(codes):.2f} [{low:.2f}, {high:.2f}] |"


def main() -> int:
    """Measure, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--set-limits", action="store_true")
    chosen = parser.parse_args()
    if chosen.set_limits:
        set_limits(table(chosen.shared, [c for c in coded() if c.part == "tune"]))
    held = json.loads(LIMITS.read_text(encoding="utf-8"))
    test = [c for c in coded() if c.part == "test"]
    rows = table(chosen.shared, test)
    lines = [
        f"{len(test)} sentences. Figures are precision / recall / F1.",
        "",
        *figures(rows, held["doubt"], held["threshold"]),
        "",
        f"Agreement of the two coders, on all {len(coded())} sentences:",
        "",
        *agreement(coded()),
    ]
    print("\n".join(lines))
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(before + BEGIN + "\n\n" + "\n".join(lines) + "\n\n" + END + after, encoding="utf-8")
    write_validity(rows, held["doubt"], len(test))
    return 0


def write_validity(rows: pd.DataFrame, doubt: float, coded_: int) -> None:
    """Write the figures that a report prints beside a theme where the user has none of their own."""
    themes = {}
    for theme, part in rows.groupby("theme"):
        if n := int(part["must"].sum()):
            p, r, _ = prf(part["listed"].notna() & (part["chance"] >= doubt), part)
            said = [f"{v:.2f}".replace("0.", ".", 1) for v in (p, r)]
            themes[str(theme)] = f"precision {said[0]}, recall {said[1]} ({n} sentences that have it)"
    held = {"set": "tools/codes/themes.csv, part test", "sentences": coded_, "themes": themes}
    VALIDITY.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
