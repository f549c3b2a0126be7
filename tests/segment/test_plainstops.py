"""Sentences of many stretches at once are those that the rules find in each."""

import gzip
import json
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.segment.paragraphs import paragraphs
from rhetoric.segment.plainstops import sentences_of
from rhetoric.segment.sentences import ABBREVIATIONS, sentences

PROSE = Path(__file__).resolve().parents[3] / "shared" / "data" / "bench" / "docs10.jsonl.gz"
WORDS = [
    *"the vote was Labour he It MPs U.S U.K p.m e.g iPhone eBay 5 3.5 No no St a I B ii IV vi Profs profs Messrs approx".split(),
    *sorted(ABBREVIATIONS),
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
    start, end = sentences_of(text, starts, stops)
    wanted = [s for a, b in zip(starts.tolist(), stops.tolist(), strict=True) for s in sentences(text, a, b)]
    assert list(zip(start.tolist(), end.tolist(), strict=True)) == wanted


def test_by_example():
    text = "Mr. Brown spoke. Nobody left! “Why?” she asked.\nThe U.K. voted."
    start, end = sentences_of(text, np.array([0, 48]), np.array([47, len(text)]))
    assert [text[s:e] for s, e in zip(start, end, strict=True)] == [
        "Mr. Brown spoke.",
        "Nobody left!",
        "“Why?” she asked.",
        "The U.K. voted.",
    ]


@given(st.lists(st.lists(PIECES, min_size=1, max_size=12).map("".join), max_size=4))
def test_any_text(blocks):
    both(blocks)


def test_nothing():
    start, end = sentences_of("", np.empty(0, np.int64), np.empty(0, np.int64))
    assert not len(start) and not len(end)


@pytest.mark.shared
def test_real_prose():
    if not PROSE.exists():
        pytest.skip("the shared prose is not beside the checkout")
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 300)]
    both([text[s:e] for text in texts for s, e in paragraphs(text, 0, len(text))])
