"""Measure and fit what tells rhetorical questions from questions that want an answer.

usage: python tools/measure_questions.py [--shared DIR] [--marks FILE] [--weights]

Three sources are read, each where it is at hand: the questions of the Moral Maze debates (``data/figures/questions_US2016_MM2012``, rhetorical or
challenging against pure), those of the windows of ``tests/data/devices/windows.jsonl`` that are for learning, and a file of marked questions: JSON lines with
``doc`` (as `coded_sentences.texts` names it), ``start``, ``end`` and ``rhetorical``.

What is printed is cross-validated: the texts are dealt into ten parts, and each part is judged with weights fitted on the other nine. With ``--weights`` the weights
fitted on all are printed as they stand in ``extract/devices/question.py``.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from coded_sentences import ROOT, texts
from measure_devices import WINDOWS, overlap, windows
from sklearn.linear_model import LogisticRegression

from rhetoric.encode import encode
from rhetoric.extract.devices.question import RhetoricalQuestion
from rhetoric.extract.devices.questions import questions
from rhetoric.extract.devices.questionsigns import signs
from rhetoric.extract.prose import read
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.voice import Spoken, Voice
from rhetoric.pipeline import read as read_texts
from rhetoric.segment import segment
from rhetoric.settings import Settings

MAZE = Path("data") / "figures" / "questions_US2016_MM2012" / "quest_mm2012_slim.csv"
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
PARTS, INVERSE_PENALTY = 10, 0.3
PART_OF_TEXT = 0.3  # a marked question with one sentence before or after it, or both, counts as so much of one in its text
Span = tuple[int, int]


@dataclass(frozen=True)
class Judged:
    """A question that somebody judged.

    Parameters
    ----------
    source : str
    text : str
        The text or conversation, by which parts are dealt.
    rhetorical : bool
    signs : frozenset of str
    counts : float
        How much it counts in fitting.
    measured : bool
        Whether it is measured on, not only fitted with.
    """

    source: str
    text: str
    rhetorical: bool
    signs: frozenset[str]
    counts: float = 1.0
    measured: bool = True


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


def asked(corpus: Corpus) -> list[list[tuple[Span, frozenset[str]]]]:
    """Return the questions of each text with their signs."""
    prose = read(corpus)
    out: list[list[tuple[Span, frozenset[str]]]] = [[] for _ in corpus.documents]
    for question in questions(prose):
        span = prose.start[question.first], prose.end[question.end]
        out[prose.sentences[question.at].doc].append((span, signs(prose, question)))
    return [found[::-1] for found in out]


def maze(shared: Path) -> Iterator[Judged]:
    """Yield the questions of the Moral Maze; of a locution with several, the last."""
    some = [t for t in talks(shared / MAZE) if t.acts]
    for t, found in zip(some, asked(spoken(some)), strict=True):
        for start, end, kind in t.acts:
            hits = [shown for span, shown in found if overlap(span, (start, end))]
            if hits:
                yield Judged("Moral Maze", t.id, KINDS[kind], hits[-1], measured=kind.endswith("Questioning"))


def windowed(shared: Path) -> Iterator[Judged]:
    """Yield the questions of the windows for learning on which the two readers agree."""
    some = [w for w in windows(shared) if w.part == "learn"]
    where = {r["id"]: r["doc"] for r in map(json.loads, WINDOWS.read_text(encoding="utf-8").splitlines())}
    corpus = read_texts([Document(id=w.id, text=w.text) for w in some], Settings())
    for w, found in zip(some, asked(corpus), strict=True):
        for span, shown in found:
            both = any(overlap(span, s) for s in w.both.get("rhetorical_question", []))
            if both or not any(overlap(span, s) for s in w.either.get("rhetorical_question", [])):
                yield Judged("windows for learning", where[w.id], both, shown)


def marked(shared: Path, path: Path) -> Iterator[Judged]:
    """Yield the questions of a file of marks, in their texts and with less of them around."""
    held = texts(shared)
    marks: dict[str, list[tuple[Span, bool]]] = {}
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        marks.setdefault(row["doc"], []).append(((row["start"], row["end"]), row["rhetorical"]))
    corpus = read_texts([Document(id=d, text=held[d]) for d in marks], Settings())
    yield from matched("marked questions", list(marks.items()), corpus)
    parts = list(around(corpus, marks))
    docs = [Document(id=str(n), text=held[d][a:b]) for n, (d, (a, b), _, _) in enumerate(parts)]
    moved = [(d, [((span[0] - a, span[1] - a), said_so)]) for d, (a, _), span, said_so in parts]
    for one in matched("marked questions", moved, read_texts(docs, Settings())):
        yield Judged(one.source, one.text, one.rhetorical, one.signs, PART_OF_TEXT, measured=False)


def matched(
    source: str, marks: Sequence[tuple[str, list[tuple[Span, bool]]]], corpus: Corpus
) -> Iterator[Judged]:
    """Yield what the marks say of the questions found in each text."""
    for (doc, some), found in zip(marks, asked(corpus), strict=True):
        for span, rhetorical in some:
            hits = [shown for other, shown in found if overlap(span, other)]
            if hits:
                yield Judged(source, doc, rhetorical, hits[-1])


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


def fitted(some: Sequence[Judged], names: Sequence[str]) -> LogisticRegression:
    """Return weights fitted on judged questions."""
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=5000)
    return model.fit(table(some, names), [j.rhetorical for j in some], sample_weight=[j.counts for j in some])


def table(some: Sequence[Judged], names: Sequence[str]) -> npt.NDArray[np.float64]:
    """Return one row a question, one column a sign."""
    return np.array([[name in j.signs for name in names] for j in some], np.float64)


def judged_by_others(some: Sequence[Judged], names: Sequence[str]) -> npt.NDArray[np.float64]:
    """Return how likely each question is rhetorical by weights fitted on the other parts."""
    part = np.array([zlib.crc32(j.text.encode()) % PARTS for j in some])
    out = np.zeros(len(some))
    for n in range(PARTS):
        rest = [j for j, p in zip(some, part, strict=True) if p != n]
        mine = [j for j, p in zip(some, part, strict=True) if p == n]
        out[part == n] = fitted(rest, names).predict_proba(table(mine, names))[:, 1]
    return out


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--marks", type=Path, default=MARKS)
    parser.add_argument("--weights", action="store_true", help="print the weights fitted on all")
    chosen = parser.parse_args()
    some = [*maze(chosen.shared), *windowed(chosen.shared)]
    if chosen.marks.exists():
        some += marked(chosen.shared, chosen.marks)
    shipped = RhetoricalQuestion()
    names = sorted({name for j in some for name in j.signs})
    chance = judged_by_others(some, names)
    for source in dict.fromkeys(j.source for j in some):
        held = np.array([j.source == source and j.measured for j in some])
        truth = np.array([j.rhetorical for j in some])[held]
        said_so = chance[held] >= shipped.least
        right = int((truth & said_so).sum())
        precision, recall = right / max(1, int(said_so.sum())), right / max(1, int(truth.sum()))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        always = 2 * truth.mean() / (1 + truth.mean())
        print(
            f"{source:22s} {len(truth):4d} questions, {int(truth.sum())} rhetorical: precision {precision:.2f}  "
            f"recall {recall:.2f}  F1 {f1:.2f}  (F1 if all were taken: {always:.2f})"
        )
    if chosen.weights:
        model = fitted(some, names)
        print(f"base = {model.intercept_[0]:.2f}")
        for weight, name in sorted(zip(model.coef_[0], names, strict=True)):
            print(f'    ("{name}", {weight:.2f}),')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
