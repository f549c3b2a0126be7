"""Is a place the figure that it may be? A third encoder of the same kind, that is shown the place in its sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from rhetoric.embed.encoder import LONGEST, Encoder, Floats32, shipped
from rhetoric.embed.reading import cores
from rhetoric.model.corpus import Corpus

FIGURES = (
    "anaphora",
    "antithesis",
    "concession",
    "parallelism",
    "rhetorical_question",
    "scare_quotes",
    "tricolon",
)
MEMBERS = 5  # members with a mark of their own; those after the last share its mark
BETWEEN = 6  # the mark of what stands between two members
Pieces = npt.NDArray[np.int64]


class Candidate(NamedTuple):
    """A place that may be a figure.

    Parameters
    ----------
    figure : str
        One of `FIGURES`.
    doc : int
        Position in `Corpus.documents`.
    parts : sequence of (start, end)
        Its members in order, half-open code points.
    """

    figure: str
    doc: int
    parts: Sequence[tuple[int, int]]


class Shown(NamedTuple):
    """A candidate as the encoder is shown it: its sentences, one before them and one after.

    Parameters
    ----------
    pieces : int64 array, shape (n,)
        Word pieces, the marks of the ends among them; at most 160.
    marks : int64 array, shape (n,)
        1 to 5 for the members, 6 between them, 0 around.
    figure : int
        Position in `FIGURES`.
    """

    pieces: Pieces
    marks: Pieces
    figure: int


def likely(corpus: Corpus, some: Sequence[Candidate], threads: int = 0) -> Floats32:
    """Return how likely readers would call candidates the figure.

    Parameters
    ----------
    corpus : Corpus
        With sentences and tokens.
    some : sequence of Candidate
    threads : int
        How many are read side by side; 0: as many as this process may use cores. It changes no result.

    Returns
    -------
    float32 array, shape (candidates,)
        Log odds. Higher means more likely.
    """
    if not some:
        return np.zeros(0, np.float32)
    return likely_by(shipped("figures"), corpus, some, threads)


def likely_by(encoder: Encoder, corpus: Corpus, some: Sequence[Candidate], threads: int = 0) -> Floats32:
    """Do as `likely` does, with an encoder of one's own; candidates that are shown alike are read once."""

    def odds(one: Shown) -> float:
        given = {"pieces": one.pieces[None], "marks": one.marks[None], "figure": np.array([one.figure])}
        return float(encoder.session.run(["odds"], given)[0][0])

    return once(odds, list(shown(encoder, corpus, some)), threads or cores())


def once(odds: Callable[[Shown], float], some: Sequence[Shown], threads: int) -> Floats32:
    """Return what is said of each, asking once of those that are the same."""
    keys = [(one.pieces.tobytes(), one.marks.tobytes(), one.figure) for one in some]
    first = {key: n for n, key in reversed(list(enumerate(keys)))}
    with ThreadPoolExecutor(threads) as pool:
        said = dict(zip(first, pool.map(odds, [some[n] for n in first.values()]), strict=True))
    return np.array([said[key] for key in keys], np.float32)


def shown(encoder: Encoder, corpus: Corpus, some: Sequence[Candidate]) -> Iterator[Shown]:
    """Yield candidates as an encoder is shown them."""
    if not some:
        return
    tokens = corpus.tokens
    bounds = [around(corpus, one) for one in some]
    rows = [
        np.flatnonzero((corpus.token_sentence[a:b] >= 0) & ~corpus.token_removed[a:b]) + a for a, b in bounds
    ]
    used, place = np.unique(tokens.ids[np.concatenate(rows)], return_inverse=True)
    flat, splits = encoder.pieces([tokens.vocab.types[n] for n in used.tolist()])
    first, last = encoder.ends
    at = 0
    for one, mine in zip(some, rows, strict=True):
        types = place[at : at + len(mine)]
        at += len(mine)
        size = splits[types + 1] - splits[types]
        inner = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
        pieces = flat[np.repeat(splits[types], size) + inner]
        marks = np.repeat(marked(tokens.start[mine], tokens.end[mine], one.parts), size)
        begin, end = window(marks, LONGEST)
        yield Shown(
            np.concatenate([[first], pieces[begin:end], [last]]).astype(np.int64),
            np.concatenate([[0], marks[begin:end], [0]]).astype(np.int64),
            FIGURES.index(one.figure),
        )


def around(corpus: Corpus, one: Candidate) -> tuple[int, int]:
    """Return the tokens of the sentences that a candidate stands in, of one before and of one after, half-open."""
    sentences, tokens = corpus.sentences, corpus.tokens
    a, b = np.searchsorted(sentences.doc, [one.doc, one.doc + 1])
    begin = a + np.searchsorted(sentences.end[a:b], one.parts[0][0], "right") - 1
    end = a + np.searchsorted(sentences.start[a:b], one.parts[-1][1], "left")
    low, high = tokens.splits[one.doc], tokens.splits[one.doc + 1]
    start = sentences.start[max(a, begin)] if b > a else 0
    stop = sentences.end[min(b - 1, end)] if b > a else 0
    return (
        int(low + np.searchsorted(tokens.start[low:high], start, "left")),
        int(low + np.searchsorted(tokens.start[low:high], stop, "left")),
    )


def marked(
    start: npt.NDArray[np.int32], end: npt.NDArray[np.int32], parts: Sequence[tuple[int, int]]
) -> Pieces:
    """Return the mark of every token."""
    marks = np.where((start < parts[-1][1]) & (end > parts[0][0]), BETWEEN, 0)
    for n, (a, b) in enumerate(parts):
        marks[(start < b) & (end > a)] = 1 + min(n, MEMBERS - 1)
    return marks.astype(np.int64)


def window(marks: Pieces, longest: int) -> tuple[int, int]:
    """Return the pieces that are read of too many: those around the middle of the candidate, or from its beginning on if it is longer itself."""
    if len(marks) <= longest:
        return 0, len(marks)
    held = np.flatnonzero(marks)
    begin, end = (int(held[0]), int(held[-1]) + 1) if len(held) else (0, 1)
    low = begin if end - begin >= longest else (begin + end - longest) // 2
    low = max(0, min(low, len(marks) - longest))
    return low, low + longest
