"""Sentences of many stretches at once are those that the rules find in each."""

import gzip
import json
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.model.joined import Joined
from rhetoric.segment.paragraphs import paragraphs, trimmed
from rhetoric.segment.plainstops import sentences_of
from rhetoric.segment.sentences import ABBREVIATIONS, STARTERS, sentences

PROSE = Path(__file__).resolve().parents[3] / "shared" / "data" / "bench" / "docs10.jsonl.gz"
WORDS = [
    *"the vote was Labour he It MPs U.S U.K p.m e.g iPhone eBay 5 3.5 No no St a I B ii IV vi Profs profs Messrs approx".split(),
    *"Act Never SEN. SCHIP 2007 10,000 1.25 21 A1 D.C U.S.A a.M x.y (D-TN) 5% “so” [sic] This A I É Écarté élan 😀".split(),
    *sorted(ABBREVIATIONS),
    *(w.title() for w in sorted(ABBREVIATIONS)),
    *sorted(STARTERS),
    *(w.title() for w in sorted(STARTERS)),
]
MARKS = [
    ". ",
    ".",
    "! ",
    "? ",
    "?! ",
    "... ",
    "… ",
    ". . . ",
    '." ',
    ".” ",
    ".’ ",
    ".) ",
    ", ",
    ": ",
    " ",
    "\n",
    "\xa0",
    "  ",
]
OPENING = ["", "", "", "“", '"', "‘", "(", "["]
PIECES = st.tuples(st.sampled_from(OPENING), st.sampled_from(WORDS), st.sampled_from(MARKS)).map("".join)


def both(blocks: list[str]) -> None:
    """See that blocks, joined, have the same sentences by both ways."""
    blocks = [b for b in (b.strip() for b in blocks) if b]
    text = "\n".join(blocks)
    starts = np.cumsum([0, *(len(b) + 1 for b in blocks)])[:-1].astype(np.int64)
    stops = starts + np.array([len(b) for b in blocks], np.int64)
    start, end = sentences_of(Joined.of([text]), starts, stops)
    wanted = [s for a, b in zip(starts.tolist(), stops.tolist(), strict=True) for s in sentences(text, a, b)]
    assert list(zip(start.tolist(), end.tolist(), strict=True)) == wanted


def test_by_example():
    text = "Mr. Brown spoke. Nobody left! “Why?” she asked.\nThe U.K. voted."
    start, end = sentences_of(Joined.of([text]), np.array([0, 48]), np.array([47, len(text)]))
    assert [text[s:e] for s, e in zip(start, end, strict=True)] == [
        "Mr. Brown spoke.",
        "Nobody left!",
        "“Why?” she asked.",
        "The U.K. voted.",
    ]


@given(st.lists(st.lists(PIECES, min_size=1, max_size=12).map("".join), max_size=4))
def test_any_text(blocks):
    both(blocks)


@given(st.lists(PIECES, max_size=12).map("".join), st.lists(st.integers(0, 60), max_size=6))
def test_stretches_that_begin_and_end_anywhere(text, cuts):
    bounds = sorted(min(n, len(text)) for n in cuts)
    spans = [trimmed(text, s, e) for s, e in zip(bounds[::2], bounds[1::2], strict=False)]
    spans = [(s, e) for s, e in spans if s < e]
    starts, stops = np.array(spans, np.int64).reshape(-1, 2).T
    start, end = sentences_of(Joined.of([text]), starts, stops)
    assert list(zip(start.tolist(), end.tolist(), strict=True)) == [
        x for s, e in spans for x in sentences(text, s, e)
    ]


def test_nothing():
    start, end = sentences_of(Joined.of([]), np.empty(0, np.int64), np.empty(0, np.int64))
    assert not len(start) and not len(end)


@pytest.mark.parametrize("mark", [". ", ".", ".\n", '." ', "! ", "?” ", "… ", ".\xa0"])
def test_stops_beside_every_short_word_and_letter(mark):
    befores = ["the ", "Ann ", "(", "U.", "É", "\n", "‘", "1", "? "]
    words = [*WORDS, *"abyzAIXZ059é)]”\"%'-&…—", "iv", "XVI", "abcd", "ABCDE"]
    afters = ["The", "Thé", "tHE", "the", "Iron", "I ", "A.", "a ", "5", "É", "“Yes", "(no", ". .", "😀"]
    both([f"{b}{w}{mark}{a} end" for b in befores for w in words for a in afters])


@pytest.mark.shared
def test_real_prose():
    if not PROSE.exists():
        pytest.skip("the shared prose is not beside the checkout")
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 300)]
    both([text[s:e] for text in texts for s, e in paragraphs(text, 0, len(text))])
