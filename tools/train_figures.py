"""Fit the weights by which candidates of a figure are ranked, by their signs alone and with what the encoder of figures says of them.

usage: python tools/train_figures.py DEVICE... [--network FOLDER] [--gate P] [--strength C] [--write]

``tools/codes/figures/DEVICE.jsonl`` holds windows of Hansard and of political prose that a reader read for one figure, one object a line: ``doc`` (as `coded_sentences.texts`
names it), ``start`` and ``end`` (code points of the window) and ``marks``: the spans inside it, as code points of the text, that the reader calls the figure; none where there is
none. ``drawn.jsonl`` holds single candidates with ``parts``, how they were ``drawn``, whether a reader calls them ``right`` and, of scare quotes, whether another did ``again``. Windows of
``tests/data/devices/windows.jsonl`` of the part ``learn``, which several readers marked, are used beside them, and measured on; so are the single candidates that were drawn at random.

Texts are dealt into five folds. Weights and the threshold for each fold are found on the other four: the threshold is the one there that leaves precision as far above .75 and recall as
far above .60 as can be, whichever is nearer. With ``--network`` half of the log odds by the encoder (`encoder/figures.py` makes the folder) is added to those by the
signs, but for questions, and measured on the half of the texts that it did not see; what makes log odds of the sum is found on what is measured on alone; for questions that and the threshold are found on those of the Moral Maze too. ``--write`` fits all, writes ``src/rhetoric/data/models/figures.json`` and keeps the counts in
``tests/data/devices/measures.jsonl``.

The readers were language models.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from coded_sentences import ROOT
from figure_places import ALONE, ONE, SEVERAL, Place, Window, overlap, places, reached
from measure_devices import record
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from rhetoric.extract.devices.judged import JUDGED
from rhetoric.extract.devices.ranking import odds as logit

MODEL = ROOT / "src" / "rhetoric" / "data" / "models" / "figures.json"
FOLDS = 5
HEAVY = 2.0  # how much a window of several readers counts
PRECISION, RECALL = 0.75, 0.60  # aimed at
# Precision aimed at where finds in running text are right more seldom than in windows.
STRICTER = {"concession": 0.85, "tricolon": 0.85}
# What a candidate may need to be by its signs, as a probability, to be shown to the network.
GATES = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)
KIND = "Questioning"  # how the kinds of question of the Moral Maze end that are measured on
NETWORK = 0.5  # how much the log odds by the network count, where those by the signs count 1
NEVER = 30.0
SELDOM = 8  # candidates that show a sign: with fewer it is not weighed
FEWEST = 5  # finds that a threshold needs
UNFITTED = ("anaphora",)  # its score is a rule's
BY_SIGNS = ("rhetorical_question",)  # the encoder knows spoken questions less well than the signs do
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Table:
    """Candidates of a figure as columns.

    Parameters
    ----------
    places : sequence of Place
    measured : sequence of Window
        What is measured on: windows of several readers, and places drawn at random.
    signs : float array, shape (candidates, signs)
    names : sequence of str
    """

    places: Sequence[Place]
    measured: Sequence[Window]
    signs: Floats
    names: Sequence[str]

    @property
    def apart(self) -> tuple[Table, npt.NDArray[np.bool_]]:
        """The candidates in the half of the texts that the network did not see, and which they are."""
        rows = np.array([unseen(p.window.doc) for p in self.places], np.bool_)
        some = [p for p, kept in zip(self.places, rows.tolist(), strict=True) if kept]
        windows = [w for w in self.measured if unseen(w.doc)]
        return Table(some, windows, self.signs[rows], self.names), rows

    def column(self, of: str) -> npt.NDArray[np.int64]:
        """Return ``right``, ``source`` or ``fold`` of every candidate."""
        if of == "fold":
            return np.array([fold(p.window.doc) for p in self.places])
        return np.array([p.right if of == "right" else p.window.source for p in self.places])

    @property
    def on(self) -> npt.NDArray[np.bool_]:
        """Which candidates are measured on."""
        names = {w.name for w in self.measured}
        return np.array([p.window.name in names for p in self.places])

    @property
    def weighed(self) -> npt.NDArray[np.bool_]:
        """Which candidates thresholds and the weight of the network are found on: what is measured on, and the questions of the Moral Maze."""
        return self.on | np.array([p.window.kind.endswith(KIND) for p in self.places])

    @property
    def aim(self) -> float:
        """The precision that is aimed at."""
        return STRICTER.get(self.places[0].figure, PRECISION)

    def marked(self, without: int) -> int:
        """Return how many marks there are where thresholds are found, but for a fold."""
        maze = [p.window for p in self.places if p.window.kind.endswith(KIND)]
        return sum(len(w.yes) for w in (*self.measured, *maze) if fold(w.doc) != without)

    @property
    def counts(self) -> Floats:
        """How much every candidate counts."""
        return np.array(
            [p.window.counts * (HEAVY if p.window.source == SEVERAL else 1.0) for p in self.places],
            np.float64,
        )

    @property
    def sources(self) -> Floats:
        """Columns for the sources other than those windows, whose readers may be more generous."""
        source = self.column("source")
        return np.stack([source == ONE, source == ALONE], axis=1).astype(np.float64)


@dataclass(frozen=True)
class Counts:
    """What was counted on what is measured on."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.wrong + other.wrong,
            self.found + other.found,
            self.marked + other.marked,
        )

    def __str__(self) -> str:
        judged = self.right + self.wrong
        return (
            f"precision {self.right / max(1, judged):.2f} ({self.right} of {judged}), "
            f"recall {self.found / max(1, self.marked):.2f} ({self.found} of {self.marked})"
        )


def unseen(doc: str) -> bool:
    """Return whether a text is in the half that the network did not see, where it is measured on."""
    return zlib.crc32(f"half {doc}".encode()) % 2 == 0


def fold(doc: str) -> int:
    """Return the fold of a text."""
    return zlib.crc32(f"fold {doc}".encode()) % FOLDS


def table(folder: Path, figure: str) -> Table:
    """Return the candidates of a figure."""
    some, measured = places(folder, figure)
    columns = DictVectorizer(sparse=False)
    signs = columns.fit_transform([dict(p.signs) for p in some])
    often = np.count_nonzero(signs, axis=0) >= SELDOM
    names = [n for n, kept in zip(columns.feature_names_, often, strict=True) if kept]
    return Table(some, measured, signs[:, often], names)


def fitted(given: Floats, t: Table, rows: npt.NDArray[np.bool_], strength: float) -> LogisticRegression:
    """Return a model of some candidates; those in doubt are left out."""
    right = t.column("right")
    held = rows & (right >= 0)
    model = LogisticRegression(C=strength, solver="liblinear", max_iter=1000)
    return model.fit(np.hstack([given, t.sources])[held], right[held], sample_weight=t.counts[held])


def odds(model: LogisticRegression, given: Floats) -> Floats:
    """Return log odds as in a window of several readers."""
    none = np.zeros((len(given), 2))
    return np.asarray(model.decision_function(np.hstack([given, none])), np.float64)


def by_signs(t: Table, figure: str, strength: float, without: int, floors: Mapping[str, float]) -> Floats:
    """Return the log odds by the signs: of every candidate by weights that saw neither its fold nor the one left out; floors as `Ranking` has them."""
    if figure in UNFITTED:
        return t.signs[:, 0]
    folds = t.column("fold")
    out = np.zeros(len(folds))
    for held in range(FOLDS):
        model = fitted(t.signs, t, (folds != without) & (folds != held), strength)
        out[folds == held] = odds(model, t.signs[folds == held])
    for name, floor in floors.items():
        shows = np.array([name in p.signs for p in t.places])
        out[shows] = np.maximum(out[shows], logit(floor))
    return out


def found(t: Table, rows: npt.NDArray[np.bool_], chance: Floats) -> list[tuple[float, Counts]]:
    """Return the finds among some candidates by falling odds, none overlapped by a likelier one, each with what it adds."""
    out: list[tuple[float, Counts]] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    seen: set[tuple[str, tuple[int, int]]] = set()
    for n in sorted(np.flatnonzero(rows).tolist(), key=lambda n: -chance[n]):
        p = t.places[n]
        mine = taken.setdefault(p.window.name, [])
        if any(overlap(p.span, s) for s in mine):
            continue
        mine.append(p.span)
        new = {(p.window.name, m) for m in p.window.yes if overlap(p.span, m)} - seen
        seen |= new
        out.append((float(chance[n]), Counts(p.right == 1, p.right == 0, len(new))))
    return out


def threshold(finds: Sequence[tuple[float, Counts]], marked: int, precision: float = PRECISION) -> float:
    """Return the odds from which precision and recall are as far above what is aimed at as can be."""
    so_far, best, least = Counts(), -9.0, 0.0
    for chance, new in finds:
        so_far += new
        judged = so_far.right + so_far.wrong
        worse = min(so_far.right / max(1, judged) - precision, so_far.found / max(1, marked) - RECALL)
        if worse > best and judged >= FEWEST:
            best, least = worse, chance
    return least


def measured(t: Table, chances: Mapping[int, Floats]) -> Counts:
    """Return the counts on what is measured on; `chances` are the odds by the fold that is left out."""
    folds, on, weighed = t.column("fold"), t.on, t.weighed
    total = Counts()
    for held in range(FOLDS):
        chance = chances[held]
        least = threshold(found(t, weighed & (folds != held), chance), t.marked(held), t.aim)
        for odd, new in found(t, on & (folds == held), chance):
            total += new if odd >= least else Counts()
        total += Counts(marked=sum(len(w.yes) for w in t.measured if fold(w.doc) == held))
    return total


def said(folder: Path, t: Table) -> Floats:
    """Return what the network says of candidates; 0 where it was not asked, as of those that are not likely enough by their signs."""
    with np.load(folder / "odds.npz") as held:
        odds_of = dict(zip(held["key"].tolist(), held["odds"].tolist(), strict=True))
    return np.array([odds_of.get(p.key, 0.0) for p in t.places])


def together(t: Table, by_its_signs: Floats, net: Floats, without: int) -> tuple[Floats, float, float]:
    """Return the log odds by signs and network, and the base and the weight that make log odds of their sum: found on what is weighed, but for a fold."""
    told = (by_its_signs + NETWORK * net)[:, None]
    model = fitted(told, t, (t.column("fold") != without) & t.weighed, 1.0)
    return odds(model, told), float(model.intercept_[0]), float(model.coef_[0][0])


def train(figure: str, given: argparse.Namespace, rows: dict[str, dict[str, object]]) -> None:
    """Measure a figure and, if asked to, fit and write it."""
    t = table(given.shared, figure)
    held = rows.get(figure, {})
    strength = given.strength or float(str(held.get("strength", 0.3)))
    kept: dict[str, float] = held.get("network", {})  # type: ignore[assignment]
    shown_from = given.gate or kept.get("gate", 0.2)
    on = t.on
    reach, marked = reached(t.places, t.measured)
    print(
        f"{figure}: {len(t.places)} candidates, {int(on.sum())} that are measured on, "
        f"where they reach {reach} of {marked} marks"
    )
    floors: dict[str, float] = held.get("floors", {})  # type: ignore[assignment]
    signs = {k: by_signs(t, figure, strength, k, floors) for k in (*range(FOLDS), -1)}
    if figure not in UNFITTED:
        counts = measured(t, signs)
        print(f"  by its signs:     {counts}")
        if given.write:
            keep(figure, "signs", counts)
            model = fitted(t.signs, t, np.ones(len(t.places), np.bool_), strength)
            weights = dict(zip(t.names, np.round(model.coef_[0], 3).tolist(), strict=False))
            rest = ("floors",) if figure in BY_SIGNS else ("floors", "network")
            rows[figure] = {k: v for k, v in held.items() if k in rest} | {
                "base": round(float(model.intercept_[0]), 3),
                "least": chance(threshold(found(t, t.weighed, signs[-1]), t.marked(-1), t.aim)),
                "strength": strength,
                "weights": {k: v for k, v in sorted(weights.items()) if v},
            }
    if given.network is None or figure in BY_SIGNS:
        return
    t, rows_apart = t.apart
    signs = {k: one[rows_apart] for k, one in signs.items()}
    net = said(given.network, t)
    print(f"  the network was asked about {np.count_nonzero(net)}, by signs alone: {measured(t, signs)}")
    both = {k: together(t, one, net, k) for k, one in signs.items()}
    chances = {k: one[0] for k, one in both.items()}
    for gate in GATES:
        least = logit(gate)
        counts = measured(t, {k: np.where(signs[k] >= least, c, -NEVER) for k, c in chances.items()})
        shown = float(np.mean(signs[-1][t.column("source") == ALONE] >= least))
        print(
            f"  with the network: {counts}, shown {shown:.2f} of the candidates, from {gate:.2f} by its signs"
        )
        if given.write and gate == shown_from:
            keep(figure, "network", counts)
            gated = np.where(signs[-1] >= least, chances[-1], -NEVER)
            base, weight = both[-1][1:]
            rows[figure] = rows.get(figure, held) | {
                "network": {
                    "base": round(base, 3),
                    "signs": round(weight, 3),
                    "network": round(NETWORK * weight, 3),
                    "gate": gate,
                    "least": chance(threshold(found(t, t.weighed, gated), t.marked(-1), t.aim)),
                }
            }


def chance(odd: float) -> float:
    """Return log odds as a probability."""
    return round(1 / (1 + float(np.exp(-odd))), 3)


def keep(figure: str, tier: str, counts: Counts) -> None:
    """Keep what was measured."""
    version = next(f.version for f in JUDGED if f.name == figure)
    judged = counts.right + counts.wrong
    record(figure, tier, "cross-validated", version, counts.right, judged, counts.found, counts.marked)


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("devices", nargs="+", choices=[f.name for f in JUDGED])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--network", type=Path, help="the folder of `encoder/figures.py`")
    parser.add_argument("--strength", type=float, help="inverse of the penalty; as shipped if left out")
    parser.add_argument(
        "--gate", type=float, choices=GATES, help="what `--write` keeps; as shipped if left out"
    )
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rows = json.loads(MODEL.read_text(encoding="utf-8")) if MODEL.exists() else {}
    for figure in given.devices:
        train(figure, given, rows)
    if given.write:
        MODEL.write_text(json.dumps(rows, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
