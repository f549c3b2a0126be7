"""Measure what tells rhetorical questions from questions that want an answer.

usage: python tools/measure_questions.py [--shared DIR] [--write]

Four sources are read: the questions of the Moral Maze debates (``data/figures/questions_US2016_MM2012``, rhetorical against pure; those that challenge are learned from only),
those of the windows of several readers that are for learning, ``tests/data/devices/questions.jsonl`` (JSON lines with ``doc``, as `coded_sentences.texts` names it, ``start``, ``end`` and
``rhetorical``), and questions that were drawn for `train_figures`. What is printed is cross-validated as it is there.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from coded_sentences import ROOT

from rhetoric.encode import encode
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.voice import Spoken, Voice
from rhetoric.segment import segment

MAZE = Path("data") / "figures" / "questions_US2016_MM2012" / "quest_mm2012_slim.csv"
SEVERAL = "windows of several readers"
KEPT = ROOT / "tests" / "data" / "devices" / "maze.jsonl"
MARKS = ROOT / "tests" / "data" / "devices" / "questions.jsonl"
KINDS = {
    "Rhetorical Questioning": True,
    "Rhetorical Challenging": True,
    "Assertive Challenging": True,
    "Pure Questioning": False,
    "Pure Challenging": False,
}
LABEL = re.compile(r"\s*([\w.’' ]{1,25}?)\s*:\s*(.*)", re.S)
REPORTED = re.compile(r"[\w.’' ]{1,25}? : (.*)", re.S)
PART_OF_TEXT = 0.3  # a marked question with one sentence before or after it, or both, counts as so much of one in its text
Span = tuple[int, int]


@dataclass(frozen=True)
class Talk:
    """A conversation, rebuilt from its locutions in order.

    Parameters
    ----------
    id, text : str
    turns : list of (int, str)
        Where each turn begins and who speaks it.
    acts : list of (start, end, str)
        The questions, and what their annotators call them.
    """

    id: str
    text: str
    turns: list[tuple[int, str]]
    acts: list[tuple[int, int, str]]


def said(locution: str) -> tuple[str, str]:
    """Return the speaker of a locution and its words; 'CF : people : Do we have to?' is CF's."""
    match = LABEL.fullmatch(locution)
    speaker, words = (match[1], match[2].strip()) if match else ("", locution.strip())
    while reported := REPORTED.fullmatch(words):
        words = reported[1].strip()
    return speaker, words


def talks(path: Path) -> list[Talk]:
    """Return the conversations of the Moral Maze; a question without a question mark gets one."""
    held: dict[str, dict[int, tuple[str, list[str]]]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["loctext"] != "analyses":
                place = held.setdefault(row["argid"], {}).setdefault(int(row["locid"]), (row["loctext"], []))
                place[1].append(row["ya"])
    return [talk(key, [held[key][n] for n in sorted(held[key])]) for key in sorted(held)]


def talk(key: str, locutions: Sequence[tuple[str, list[str]]]) -> Talk:
    """Return one conversation."""
    text = ""
    turns: list[tuple[int, str]] = []
    acts: list[tuple[int, int, str]] = []
    for locution, kinds in locutions:
        speaker, words = said(locution)
        asked = [k for k in kinds if k in KINDS or k.endswith("Questioning")]
        if asked and "?" not in words:
            words = words.rstrip(" .") + "?"
        if words[-1:] not in '.?!…”"':
            words = words.rstrip(" ,-–") + "."
        text += "\n\n" if text else ""
        if not turns or turns[-1][1] != speaker:
            turns.append((len(text), speaker))
        if asked and asked[0] in KINDS:
            acts.append((len(text), len(text) + len(words), asked[0]))
        text += words[:1].upper() + words[1:]
    return Talk(key, text, turns, acts)


def spoken(some: Sequence[Talk]) -> Corpus:
    """Return conversations as a corpus with a voice for each speaker."""
    corpus = segment(Corpus(tuple(Document(id=t.id, text=t.text) for t in some)))
    names = sorted({name for t in some for _, name in t.turns})
    rows = []
    for doc, t in enumerate(some):
        ends = [*(start for start, _ in t.turns[1:]), len(t.text)]
        rows += [
            (doc, start, end, names.index(name)) for (start, name), end in zip(t.turns, ends, strict=True)
        ]
    voices = tuple(Voice(name, name, "speaker", "label", 1.0) for name in names)
    return encode(corpus.replace(voices=voices, spoken=Spoken(*np.array(rows, np.int32).T)))


def around(
    corpus: Corpus, marks: dict[str, list[tuple[Span, bool]]]
) -> Iterator[tuple[str, Span, Span, bool]]:
    """Yield the three windows of three sentences that hold each mark, as far as the text has them."""
    rows = corpus.sentences
    for n, doc in enumerate(marks):
        mine = np.flatnonzero(rows.doc == n)
        for span, rhetorical in marks[doc]:
            at = int(np.searchsorted(rows.start[mine], span[1])) - 1
            for first in (at, at - 1, at - 2):
                if first >= 0 and first + 2 < len(mine):
                    bounds = int(rows.start[mine[first]]), int(rows.end[mine[first + 2]])
                    yield doc, bounds, span, rhetorical


def main() -> int:
    """Measure and print."""
    from train_figures import FOLDS, KIND, MODEL, by_signs, found, table, threshold

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true", help="keep what was measured on the Moral Maze")
    given = parser.parse_args()
    figure = "rhetorical_question"
    row = json.loads(MODEL.read_text(encoding="utf-8"))[figure]
    t = table(given.shared, figure)
    folds = t.column("fold")
    told = np.zeros(len(folds), np.bool_)
    for fold in range(FOLDS):
        chance = by_signs(t, figure, row["strength"], fold, {})
        least = threshold(found(t, t.weighed & (folds != fold), chance), t.marked(fold))
        told[folds == fold] = chance[folds == fold] >= least
    truth = t.column("right")
    kinds = np.array([p.window.kind or SEVERAL for p in t.places])
    for name, held in (
        ("Moral Maze", np.array([k.endswith(KIND) for k in kinds])),
        *((k, kinds == k) for k in (SEVERAL, "marked", "spread")),
    ):
        mine = held & (truth >= 0)
        yes, taken = truth[mine] == 1, told[mine]
        right = int((yes & taken).sum())
        precision, recall = right / max(1, int(taken.sum())), right / max(1, int(yes.sum()))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        always = 2 * yes.mean() / (1 + yes.mean())
        if given.write and name == "Moral Maze":
            new = {"right": right, "judged": int(taken.sum()), "marked": int(yes.sum())}
            KEPT.write_text(json.dumps(new) + "\n", encoding="utf-8")
        print(
            f"{name:22s} {len(yes):4d} questions, {int(yes.sum())} rhetorical: precision {precision:.2f}  "
            f"recall {recall:.2f}  F1 {f1:.3f}  (F1 if all were taken: {always:.2f})"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
