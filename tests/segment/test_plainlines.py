"""Paragraphs of many stretches at once are those that the rules find in each."""

import textwrap

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.model.joined import Joined
from rhetoric.segment.paragraphs import paragraphs
from rhetoric.segment.plainlines import lines_of, paragraphs_of

PIECES = st.sampled_from(
    [
        *(
            "the vote was lost by all of",
            "The House",
            "their",
            "and more",
            "word " * 6,
            "word " * 11,
            "A. ",
            "* ",
        ),
        *(
            "1. ",
            "(iv) ",
            "•x",
            "é",
            "É",
            "end.",
            "end.”",
            "why?)",
            "so.'\"])",
            "as:",
            "…",
            "\n",
            "\n",
            "\n",
            "\n\n",
        ),
        *(" ", "\t", "\xa0", "\n \n", "\r\n", "😀", "12", "-", "unbrokenlengthofletters" * 3),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def both(texts: list[str]) -> None:
    """See that texts have the same paragraphs by both ways."""
    joined = Joined.of(texts)
    start, end = joined.base[:-1], joined.base[1:] - 1
    found = list(zip(*(x.tolist() for x in paragraphs_of(joined, start, end)), strict=True))
    assert found == [
        (n, s + base, e + base)
        for n, (text, base) in enumerate(zip(texts, joined.base.tolist(), strict=False))
        for s, e in paragraphs(text, 0, len(text))
    ]


def test_lines_by_hand():
    joined = Joined.of([" one \n\n two", "\n", "three\n  \nfour"])
    found = lines_of(joined, joined.base[:-1], joined.base[1:] - 1)
    assert [(n, joined.text[s:e]) for n, s, e in zip(*found, strict=True)] == [
        *((0, "one"), (0, "two"), (2, "three"), (2, "four"))
    ]


def test_nothing():
    none = np.empty(0, np.int64)
    assert [len(x) for x in paragraphs_of(Joined.of([]), none, none)] == [0, 0, 0]
    both(["", " \n\t"])


@given(st.lists(TEXTS, max_size=4))
def test_any_text(texts):
    both(texts)


@given(st.lists(TEXTS, max_size=4), st.integers(20, 120))
def test_wrapped_text(texts, width):
    both(
        [
            "\n".join(textwrap.fill(line, width) for line in t.replace("\t", " the ").split("\n"))
            for t in texts
        ]
    )


@given(
    st.lists(st.text(alphabet="ab. ", min_size=36, max_size=60), max_size=8).map("\n".join),
    st.lists(st.text(alphabet="Ab.", min_size=1, max_size=120), max_size=8).map("\n".join),
)
def test_columns_of_any_width(first, second):
    both([first, second, f"{first}\n\n{second}", f"{second}\n{first}"])


def test_every_ending_before_every_beginning():
    ends = [
        "the",
        "The",
        "their",
        "bathe",
        "of",
        "so",
        "x",
        "end.",
        "end.”",
        "why?')]",
        "end.”’)]",
        "é",
        "5",
        "on-the",
        "ofé",
    ]
    begins = ["a", "A", "é", "É", "* a", "*a", "1. a", "(x) a", "the", "5", "“a", "😀", "ǆ"]
    for size in (10, 24, 40, 100):
        both([f"{'word ' * (size // 5)}{e}\n{b} word" for e in ends for b in begins])
