"""Measure how well the score of chiasmus puts figures before chance crossings.

usage: python tools/measure_chiasmus.py [--shared FOLDER] [--found]

The material is the chiasmus collection of Berthomet, Meyer and others (``data/figures/chiasmus_Dironiil`` in the shared folder): quotations gathered because they
are chiasmi, sentences of *Dracula* and *Frankenstein* in which some words cross (a few are figures), and pieces of running American English in which words cross
and are none. A text scores what its best crossing scores; one without a crossing comes last. The quotations and the novels come from different sources, so the
figure may look at nothing but the crossing itself; the comparisons that show whether it does are those inside one source and those of texts of one length.

The weights were set by hand. ``fitted`` gives what weights fitted to four fifths of the texts do on the last fifth: what the traits can carry.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from coded_sentences import ROOT

from rhetoric.extract import prose
from rhetoric.extract.devices.chiasmus import Chiasmus
from rhetoric.extract.devices.crossing import Traits
from rhetoric.model.document import Document
from rhetoric.pipeline import read
from rhetoric.settings import Settings

Numbers = npt.NDArray[np.float64]
NOVELS = ("dracula-chiasmi.json", "frankenstein_chiasmi.json")
FOLDS = 5


@dataclass(frozen=True)
class Text:
    """A text of the collection.

    Parameters
    ----------
    source : {'quotations', 'parliament', 'novels', 'pieces'}
        ``parliament`` are the twenty-one figures that Dubremetz and Nivre found in debates of the European Parliament and elsewhere.
    figure : bool
        Whether it was marked as a chiasmus.
    text : str
    """

    source: str
    figure: bool
    text: str


def collection(folder: Path) -> list[Text]:
    """Return the texts in which words may cross; chiasmi of meaning or sound alone are left out of the quotations."""

    def rows(name: str) -> list[dict[str, str]]:
        return json.loads((folder / name).read_text(encoding="utf-8"))  # type: ignore[no-any-return]

    parliament = {plain(r["text"]) for r in rows("dubremetz-antimetaboles.json")}
    out = [
        Text("parliament" if plain(r["text"]) in parliament else "quotations", True, r["text"])
        for r in rows("salient-chiasmi.json")
        if r["category"] == "Antimetabole"
    ]
    out += [Text("novels", r["category"] != "NotAChiasmus", r["text"]) for name in NOVELS for r in rows(name)]
    return out + [Text("pieces", False, r["text"]) for r in rows("nonsalient-antimetaboles.json")]


def plain(text: str) -> str:
    """Return a text without case and marks."""
    return re.sub(r"\W+", " ", text.lower()).strip()


def crossings(texts: Sequence[Text]) -> list[Numbers]:
    """Return the traits of the crossings of every text, one row each."""
    corpus = read([Document(id=str(n), text=t.text) for n, t in enumerate(texts)], Settings())
    rows: list[list[list[float]]] = [[] for _ in texts]
    words = prose.read(corpus)
    for cross, of in Chiasmus().described(words):
        rows[cross.doc].append([1.0, *map(float, of)])
    return [np.array(r).reshape(-1, 1 + len(Traits._fields)) for r in rows]


def best(rows: Sequence[Numbers], weights: Numbers) -> Numbers:
    """Return the highest sum of every text."""
    return np.array([(r @ weights).max() if len(r) else -np.inf for r in rows])


def fitted(rows: Sequence[Numbers], figure: npt.NDArray[np.bool_], start: Numbers) -> Numbers:
    """Return logistic weights for the best crossing of every text, found anew as they change."""
    weights = start
    for _ in range(4):
        held = [n for n, r in enumerate(rows) if len(r)]
        x = np.array([rows[n][int((rows[n] @ weights).argmax())] for n in held])
        y = figure[held]
        scale = np.where(x.std(0) > 0, x.std(0), 1.0)
        z, v = x / scale, np.zeros(x.shape[1])
        for _ in range(30):
            p = 1 / (1 + np.exp(-z @ v))
            v += np.linalg.solve((z.T * (p * (1 - p))) @ z + 2 * np.eye(len(v)), z.T @ (y - p) - 2 * v)
        weights = v / scale
    return weights


def average_precision(score: Numbers, figure: npt.NDArray[np.bool_]) -> float:
    """Return the mean, over the figures, of the precision down to each; of equal scores those first in the file come last."""
    order = np.lexsort((-np.arange(len(score)), -score))
    hits = figure[order]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument(
        "--found", action="store_true", help="print the novels' ten sentences that score best"
    )
    chosen = parser.parse_args()
    texts = collection(chosen.shared / "data" / "figures" / "chiasmus_Dironiil")
    rows = crossings(texts)
    source, figure = np.array([t.source for t in texts]), np.array([t.figure for t in texts])
    size = np.array([len(t.text.split()) for t in texts])
    device = Chiasmus()
    by_hand = np.array([device.start, *device.weights])
    hand = best(rows, by_hand)
    use = np.flatnonzero(source != "pieces")
    fold = np.arange(len(texts)) % FOLDS
    other = np.full(len(texts), -np.inf)
    for k in range(FOLDS):
        seen = use[fold[use] != k]
        weights = fitted([rows[n] for n in seen], figure[seen], by_hand)
        other = np.where(fold == k, best(rows, weights), other)
    crossed = np.array([len(r) > 0 for r in rows])

    def of(*names: str) -> npt.NDArray[np.bool_]:
        return np.isin(source, names)

    alike = of("quotations", "parliament", "novels") & (size >= 18) & (size <= 32)
    for name, rule in (
        ("quotations and novels", of("quotations", "parliament", "novels")),
        ("the same, where words cross", of("quotations", "parliament", "novels") & crossed),
        ("the same, 18 to 32 words long", alike & crossed),
        ("parliament and novels", of("parliament", "novels")),
        ("parliament and novels, where words cross", of("parliament", "novels") & crossed),
        ("novels alone", of("novels")),
        ("quotations and pieces", of("quotations", "parliament", "pieces")),
    ):
        print(
            f"{name:42s} {average_precision(hand[rule], figure[rule]):.2f}  fitted "
            f"{average_precision(other[rule], figure[rule]):.2f}  by chance {figure[rule].mean():.2f}  "
            f"({figure[rule].sum()} figures of {rule.sum()})"
        )
    passed = hand >= 0
    for name in ("quotations", "parliament", "novels", "pieces"):
        rule = of(name)
        print(
            f"counted of {name}: {(passed & rule & figure).sum()} of {(rule & figure).sum()} figures, "
            f"{(passed & rule & ~figure).sum()} of {(rule & ~figure).sum()} others"
        )
    if chosen.found:
        for n in [n for n in np.argsort(-hand, kind="stable") if source[n] == "novels"][:10]:
            print(f"{hand[n]:5.2f} {'figure' if figure[n] else '      '} {texts[n].text}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
