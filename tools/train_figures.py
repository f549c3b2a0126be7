"""Fit the weights by which candidates of a figure are ranked.

usage: python tools/train_figures.py DEVICE [--least P] [--strength C] [--write]

``tools/codes/figures/DEVICE.jsonl`` holds places of Hansard and of political prose with a reader's judgement, one object a line: ``doc`` (as `coded_sentences.texts`
names it), ``start`` and ``end`` (code points of a window, or of a sentence) and ``marks``: the spans inside it, as code points of the text, that the reader calls the
figure; none where there is none. Windows of ``tests/data/devices/windows.jsonl`` of the part ``learn`` are used beside them. Every candidate of the device inside a window is
an example: right where it overlaps a mark by half of either. Folds are by text. Printed are precision and recall at several thresholds, by cross-validation; ``--write``
fits all of them and writes ``src/rhetoric/data/models/figures.json``.

The readers were language models.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from coded_sentences import ROOT, texts
from measure_devices import record
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from rhetoric.extract.devices import FIGURES
from rhetoric.extract.devices.ranking import Signs
from rhetoric.extract.prose import read as prose_of
from rhetoric.model.document import Document
from rhetoric.pipeline import read
from rhetoric.settings import Settings

MODEL = ROOT / "src" / "rhetoric" / "data" / "models" / "figures.json"
CODES = ROOT / "tools" / "codes" / "figures"
WINDOWS = ROOT / "tests" / "data" / "devices" / "windows.jsonl"
Span = tuple[int, int]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Window:
    """A stretch of text that was read.

    Parameters
    ----------
    doc, text : str
    marks : sequence of (start, end)
        Code points of `text`.
    doubtful : sequence of (start, end)
        What only one of two readers marked: candidates there are no examples.
    two : bool
        Whether two readers read it.
    """

    doc: str
    text: str
    marks: Sequence[Span]
    doubtful: Sequence[Span] = ()
    two: bool = False


def windows(device: str, shared: Path) -> list[Window]:
    """Return the stretches that were read for a device."""
    held = texts(shared)
    out = []
    for line in (CODES / f"{device}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marks = [(a - row["start"], b - row["start"]) for a, b in row["marks"]]
        out.append(Window(row["doc"], held[row["doc"]][row["start"] : row["end"]], marks))
    for line in WINDOWS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["part"] == "learn":
            one, two = ([(a, b) for d, a, b in row[c] if d == device] for c in "ab")
            both = [s for s in one if any(overlap(s, t) for t in two)]
            text = held[row["doc"]][row["start"] : row["end"]]
            out.append(
                Window(
                    row["doc"],
                    text,
                    both,
                    [s for s in one + two if not any(overlap(s, t) for t in both)],
                    True,
                )
            )
    return out


def overlap(a: Span, b: Span) -> bool:
    """Return whether two spans have a character in common."""
    return a[0] < b[1] and b[0] < a[1]


def same(a: Span, b: Span) -> bool:
    """Return whether two spans share half of the shorter."""
    return 2 * (min(a[1], b[1]) - max(a[0], b[0])) >= min(a[1] - a[0], b[1] - b[0])


def examples(device: str, some: Sequence[Window]) -> tuple[list[Signs], list[Span], list[int], list[int]]:
    """Return the signs of every candidate, its span, the window it stands in, and 1 where it is right, 0 where not, -1 where in doubt."""
    finder = next(f for f in FIGURES if f.name == device)
    corpus = read([Document(id=str(n), text=w.text) for n, w in enumerate(some)], Settings())
    signs, spans, at, right = [], [], [], []
    for figure, shown in finder.candidates(prose_of(corpus)):  # type: ignore[attr-defined]
        span = figure.parts[0][0], figure.parts[-1][1]
        window = some[figure.doc]
        signs.append(shown)
        spans.append(span)
        at.append(figure.doc)
        doubt = any(overlap(span, m) for m in window.doubtful)
        right.append(1 if any(same(span, m) for m in window.marks) else -1 if doubt else 0)
    return signs, spans, at, right


def chosen(spans: Sequence[Span], at: Sequence[int], odds: Floats, least: float) -> list[int]:
    """Return the candidates that count: likely enough, and overlapped by no likelier one."""
    kept: list[int] = []
    for n in sorted(range(len(spans)), key=lambda n: -odds[n]):
        if odds[n] < least:
            break
        if not any(at[n] == at[k] and overlap(spans[n], spans[k]) for k in kept):
            kept.append(n)
    return kept


def model(strength: float) -> LogisticRegression:
    """Return a model to fit."""
    return LogisticRegression(C=strength, solver="liblinear", max_iter=1000)


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("device")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument(
        "--least", type=float, help="the probability from which a candidate counts; as shipped if left out"
    )
    parser.add_argument("--strength", type=float, help="inverse of the penalty; as shipped if left out")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rows = json.loads(MODEL.read_text(encoding="utf-8")) if MODEL.exists() else {}
    held = rows.get(given.device, {"least": 0.5, "strength": 0.3})
    least_shipped = held["least"] if given.least is None else given.least
    strength = held["strength"] if given.strength is None else given.strength
    some = windows(given.device, given.shared)
    signs, spans, at, right = examples(given.device, some)
    known = np.array([n for n, r in enumerate(right) if r >= 0])
    columns = DictVectorizer(sparse=False)
    table = columns.fit_transform(signs)
    labels = np.array(right)
    groups = np.unique([some[n].doc for n in at], return_inverse=True)[1]
    odds = np.zeros(len(signs))
    for train, test in GroupKFold(5).split(table, labels, groups):
        fit = np.intersect1d(train, known)
        odds[test] = model(strength).fit(table[fit], labels[fit]).predict_proba(table[test])[:, 1]
    marks = [(n, m) for n, w in enumerate(some) for m in w.marks]
    reach = sum(any(at[k] == n and overlap(spans[k], m) for k in range(len(spans))) for n, m in marks)
    print(
        f"{len(some)} windows, {len(marks)} marks, {len(signs)} candidates that reach {reach} of the marks, {int((labels == 1).sum())} right"
    )
    for least in sorted({0.2, 0.3, 0.4, 0.5, 0.6, 0.7, least_shipped}):
        kept = chosen(spans, at, odds, least)
        good = sum(right[k] == 1 for k in kept)
        bad = sum(right[k] == 0 for k in kept)
        found = sum(any(at[k] == n and overlap(spans[k], m) for k in kept) for n, m in marks)
        print(
            f"  from {least:.2f}: precision {good / max(1, good + bad):.2f} ({good} of {good + bad}), recall {found / max(1, len(marks)):.2f}"
        )
    two = [n for n, w in enumerate(some) if w.two]
    kept = [k for k in chosen(spans, at, odds, least_shipped) if some[at[k]].two]
    good, bad = (sum(right[k] == r for k in kept) for r in (1, 0))
    own = [(n, m) for n, m in marks if n in set(two)]
    found = sum(any(at[k] == n and overlap(spans[k], m) for k in kept) for n, m in own)
    print(
        f"  on the {len(two)} windows of two readers, from {least_shipped}: {good} of {good + bad} right, {found} of {len(own)} marks found"
    )
    if given.write:
        version = next(f.version for f in FIGURES if f.name == given.device)
        record(given.device, "cross-validated", version, good, good + bad, found, len(own))
        fitted = model(strength).fit(table[known], labels[known])
        weights = dict(zip(columns.feature_names_, np.round(fitted.coef_[0], 3).tolist(), strict=True))
        rows[given.device] = {
            "base": round(float(fitted.intercept_[0]), 3),
            "least": least_shipped,
            "strength": strength,
            "weights": {k: v for k, v in sorted(weights.items()) if v},
        }
        MODEL.write_text(json.dumps(rows, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
