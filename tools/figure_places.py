"""Places that may be a figure of speech, and whether readers called them one.

They come from windows of three sentences that several readers marked for eight figures, from windows that one reader marked for one figure, from single places that were drawn and
judged, and from questions whose kind somebody judged. The readers were language models, but for the questions of the Moral Maze. See `train_figures` for the files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import measure_devices
import measure_questions
from coded_sentences import ROOT, texts
from measure_devices import overlap

from rhetoric.extract.devices.judged import JUDGED, Proposer
from rhetoric.extract.prose import read as prose_of
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import read
from rhetoric.settings import Settings

CODES = ROOT / "tools" / "codes" / "figures"
DRAWN = CODES / "drawn.jsonl"
TEXTBOOK = CODES / "textbook.jsonl"
CORPUS = ROOT / "corpus"
CLEAR = 8.0  # how much an example that any reader sees counts
AROUND = 350  # characters of a longer text that are kept on each side of a place
# Sources: windows of several readers; windows and questions of one; places that were judged alone.
SEVERAL, ONE, ALONE = range(3)
HALF = ("antithesis", "concession", "parallelism", "tricolon")  # their candidates must share half of a mark
Span = tuple[int, int]
Parts = tuple[Span, ...]


@dataclass(frozen=True)
class Window:
    """A stretch of text that was read for a figure.

    Parameters
    ----------
    name, doc, text : str
        `doc` is the whole text that it stands in.
    yes, doubt : sequence of spans
        What readers call the figure, and what they differ on; code points of `text`.
    no : sequence of spans, or None
        What is none; None where nothing else is one.
    source : int
    counts : float
        How much it counts in learning.
    kind : str
        What somebody called a question; how a place was drawn: at ``random``, ``spread`` over what its signs say, in
        ``doubt``, or ``found`` by an earlier version; ``textbook``.
    """

    name: str
    doc: str
    text: str
    yes: Sequence[Span]
    doubt: Sequence[Span] = ()
    no: Sequence[Span] | None = None
    source: int = SEVERAL
    counts: float = 1.0
    kind: str = ""


@dataclass(frozen=True)
class Place:
    """A candidate, and what is known of it.

    Parameters
    ----------
    figure : str
    window : Window
    parts : tuple of (start, end)
        The members, code points of the window's text.
    signs : mapping of str to float
        What it shows.
    right : int
        1, 0, or -1 where readers differ.
    """

    figure: str
    window: Window
    parts: Parts
    signs: Mapping[str, float]
    right: int

    @property
    def key(self) -> int:
        """A number for the candidate by its figure, text and members, the same in every run."""
        said = f"{self.figure}|{self.window.text}|{self.parts}".encode()
        return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "big", signed=True)

    @property
    def span(self) -> Span:
        """From the first member to the last."""
        return self.parts[0][0], self.parts[-1][1]


def group(doc: str) -> str:
    """Return the whole text that a part of one belongs to."""
    return doc.split("#")[0]


def shared(a: Span, b: Span) -> int:
    """Return how many characters two spans have in common."""
    return min(a[1], b[1]) - max(a[0], b[0])


def label(figure: str, span: Span, w: Window) -> int | None:
    """Return whether a candidate is right: 1, 0, -1 in doubt; None where nobody judged it."""
    if w.no is not None:  # it must be the place that was judged: share half of the longer
        for right, some in ((1, w.yes), (0, w.no), (-1, w.doubt)):
            if any(2 * shared(span, s) >= max(span[1] - span[0], s[1] - s[0]) for s in some):
                return right
        return None
    for mark in w.yes:
        whole = figure not in HALF or 2 * shared(span, mark) >= min(span[1] - span[0], mark[1] - mark[0])
        if overlap(span, mark) and whole:
            return 1
    return -1 if any(overlap(span, m) for m in w.doubt) else 0


def several_readers(figure: str, folder: Path) -> Iterator[Window]:
    """Yield the windows of several readers."""
    lines = measure_devices.WINDOWS.read_text(encoding="utf-8").splitlines()
    where = {r["id"]: r["doc"] for r in map(json.loads, lines)}
    for w in measure_devices.windows(folder):
        if w.part == "learn":
            yield Window(
                f"{figure} {w.id}",
                group(where[w.id]),
                w.text,
                w.two[figure],
                w.one[figure],
            )


def one_reader(figure: str, held: Mapping[str, str]) -> Iterator[Window]:
    """Yield what one reader read: windows, and places that were judged."""
    path = CODES / f"{figure}.jsonl"
    for n, row in enumerate(rows(path) if path.exists() else ()):
        a, b = row["start"], row["end"]
        marks = [(x - a, y - a) for x, y in row["marks"]]
        yield Window(f"{figure} {n}", group(row["doc"]), held[row["doc"]][a:b], marks, source=ONE)
    for n, row in enumerate(rows(DRAWN)):
        if row["figure"] == figure and row["drawn"] == "found":
            span = row["start"], row["end"]
            yield around(f"{figure} found {n}", row["doc"], held[row["doc"]], span, row["right"])
        elif row["figure"] == figure:
            a, b = row["start"], row["end"]
            span = (row["parts"][0][0] - a, row["parts"][-1][1] - a)
            yield judged(
                f"{figure} drawn {n}",
                row["doc"],
                held[row["doc"]][a:b],
                span,
                row["right"],
                ALONE,
                1.0,
                row["drawn"],
                row.get("again", row["right"]) is not row["right"],
            )


def textbook(figure: str) -> Iterator[Window]:
    """Yield the figures of the two articles of the corpus that any reader sees, and plain examples; they count for many."""
    for n, row in enumerate(rows(TEXTBOOK)):
        if row["figure"] == figure:
            doc = row.get("doc", f"textbook {n}")
            text = row.get("text") or (CORPUS / doc).read_text(encoding="utf-8").split("---", 2)[2].strip()
            first = text.index(row["parts"][0])
            last = text.index(row["parts"][-1], first) + len(row["parts"][-1])
            yield around(f"{figure} textbook {n}", doc, text, (first, last), row["right"], CLEAR, "textbook")


def rows(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    """Yield the objects of a file of JSON lines."""
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def judged(
    name: str,
    doc: str,
    text: str,
    span: Span,
    right: bool,
    source: int,
    counts: float = 1.0,
    kind: str = "",
    differ: bool = False,
) -> Window:
    """Return a window of which one place was judged; nobody knows what it is where two readers `differ`."""
    yes, doubt, no = ([], [span], []) if differ else ([span], [], []) if right else ([], [], [span])
    return Window(name, group(doc), text, yes, doubt, no, source, counts, kind)


def around(
    name: str, doc: str, text: str, span: Span, right: bool, counts: float = 1.0, kind: str = ""
) -> Window:
    """Return a judged place of a longer text as a window."""
    a, b = max(0, span[0] - AROUND), min(len(text), span[1] + AROUND)
    a = a and text.find(" ", a) + 1
    return judged(name, doc, text[a:b], (span[0] - a, span[1] - a), right, ONE, counts, kind)


def proposed(figure: Proposer, corpus: Corpus) -> list[list[tuple[Parts, Mapping[str, float]]]]:
    """Return by text what may be a figure, and its signs."""
    out: list[list[tuple[Parts, Mapping[str, float]]]] = [[] for _ in corpus.documents]
    for one, signs in figure.candidates(prose_of(corpus)):
        out[one.doc].append((tuple((a, b) for a, b in one.parts), signs))
    return out


def corpus_of(some: Sequence[str]) -> Corpus:
    """Return texts as a corpus."""
    return read([Document(id=str(n), text=t) for n, t in enumerate(some)], Settings())


def of_windows(figure: Proposer, some: Sequence[Window]) -> Iterator[Place]:
    """Yield the candidates of windows that somebody judged."""
    for w, found in zip(some, proposed(figure, corpus_of([w.text for w in some])), strict=True):
        for parts, signs in found:
            right = label(figure.name, (parts[0][0], parts[-1][1]), w)
            if right is not None:
                yield Place(figure.name, w, parts, signs, right)


def questions(figure: Proposer, folder: Path, held: Mapping[str, str]) -> Iterator[Place]:
    """Yield the questions of the Moral Maze, and those that were marked in texts, whole and in parts."""
    talks = [t for t in measure_questions.talks(folder / measure_questions.MAZE) if t.acts]
    spans = [[((a, b), measure_questions.KINDS[kind], kind) for a, b, kind in t.acts] for t in talks]
    corpus = measure_questions.spoken(talks)
    yield from asked(figure, corpus, [f"maze/{t.id}" for t in talks], spans)
    marks: dict[str, list[tuple[Span, bool, str]]] = {}
    for row in rows(measure_questions.MARKS):
        marks.setdefault(row["doc"], []).append(((row["start"], row["end"]), row["rhetorical"], "marked"))
    whole = read([Document(id=d, text=held[d]) for d in marks], Settings())
    yield from asked(figure, whole, list(marks), list(marks.values()))
    plain = {d: [(span, said) for span, said, _ in some] for d, some in marks.items()}
    parts = list(measure_questions.around(whole, plain))
    corpus = corpus_of([held[d][a:b] for d, (a, b), _, _ in parts])
    moved = [[((s[0] - a, s[1] - a), said, "part")] for _, (a, _), s, said in parts]
    yield from asked(figure, corpus, [d for d, _, _, _ in parts], moved, measure_questions.PART_OF_TEXT)


def asked(
    figure: Proposer,
    corpus: Corpus,
    docs: Sequence[str],
    marks: Sequence[Sequence[tuple[Span, bool, str]]],
    counts: float = 1.0,
) -> Iterator[Place]:
    """Yield the questions of texts that somebody judged, with what stands around them; of several in one place, the last."""
    for n, (doc, some, found) in enumerate(zip(docs, marks, proposed(figure, corpus), strict=True)):
        text = corpus.documents[n].text
        for span, said, kind in some:
            hits = [(p[0], s) for p, s in found if overlap(p[0], span)]
            if hits:
                part, signs = max(hits, key=lambda h: h[0])
                w = around(f"{figure.name} {doc} {n} {span[0]}", doc, text, part, said, counts, kind)
                yield Place(figure.name, w, tuple(w.yes or w.no or ()), signs, int(said))


def places(folder: Path, figure: str) -> tuple[list[Place], list[Window]]:
    """Return what is known of a figure's candidates, and what is measured on: windows of several readers, and places drawn at random.

    Parameters
    ----------
    folder : Path
        The shared folder.
    figure : str
        One of the seven of `JUDGED`.
    """
    held = texts(folder)
    finder = next(f for f in JUDGED if f.name == figure)
    several, one = list(several_readers(figure, folder)), list(one_reader(figure, held))
    out = list(of_windows(finder, [*several, *one]))
    if figure == "rhetorical_question":
        out += questions(finder, folder, held)
    out += of_windows(finder, list(textbook(figure)))
    return out, [*several, *(w for w in one if w.kind == "random")]


def reached(some: Sequence[Place], measured: Sequence[Window]) -> tuple[int, int]:
    """Return how many marks a candidate overlaps, and how many there are."""
    marks = [(w.name, mark) for w in measured for mark in w.yes]
    spans: dict[str, list[Span]] = {}
    for place in some:
        spans.setdefault(place.window.name, []).append(place.span)
    return sum(any(overlap(mark, s) for s in spans.get(name, ())) for name, mark in marks), len(marks)
