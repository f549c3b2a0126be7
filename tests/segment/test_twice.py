"""Passages printed twice word for word, many texts at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode import encode
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.passage import Kind
from rhetoric.segment import segment
from rhetoric.segment.twice import over, twice

LONG = " ".join(f"word{n}" for n in range(24))


def found(*texts: str) -> list[tuple[int, str, str]]:
    corpus = encode(Corpus(tuple(Document(str(n), t) for n, t in enumerate(texts))))
    again = segment(corpus, quick=True).passages.of(Kind.REPEAT)
    out = []
    for doc, start, end, note in zip(again.doc.tolist(), again.start, again.end, again.note, strict=True):
        first, last = map(int, note.split(":"))
        out.append((doc, texts[doc][start:end], texts[doc][first:last]))
    return out


def test_a_long_passage_comes_again():
    text = f"{LONG}. Between.\n“{LONG.title()}!” He left."
    assert found(text) == [(0, LONG.title(), LONG)]


def test_the_first_is_no_repeat_and_a_third_is():
    again = [text for _, text, _ in found(f"{LONG}.\n{LONG}.\n{LONG}.")]
    assert " ".join(again).replace(".\n", " ") == f"{LONG} {LONG}"


def test_nineteen_words_are_too_few():
    short = " ".join(LONG.split()[:19])
    assert found(f"{short}. And.\n{short}. But.") == []


def test_another_text_does_not_count():
    assert found(LONG, LONG) == []


def test_a_row_of_one_word_is_no_repeat_of_itself():
    assert found("no " * 30) == []


def test_what_comes_after_itself_is_a_repeat_but_for_the_first():
    assert sum(len(again.split()) for _, again, _ in found("no " * 60)) == 40


def test_no_text_and_empty_texts():
    assert found() == [] and found("", " ") == []


WORDS = st.lists(st.sampled_from("a b".split()), max_size=45)


@given(st.lists(st.tuples(WORDS, st.integers(0, 30), st.integers(0, 40)), min_size=1, max_size=3))
def test_as_by_comparing_all_windows(drawn):
    texts = [[*words, *words[at : at + size], *words] for words, at, size in drawn]
    tokens = encode(Corpus(tuple(Document(str(n), " ".join(t)) for n, t in enumerate(texts)))).tokens
    first, last, earlier = (x.tolist() for x in twice(tokens))
    covered = [
        (row, source - begin)
        for begin, end, source in zip(first, last, earlier, strict=True)
        for row in range(begin, end)
    ]
    wanted: dict[int, int] = {}
    base = 0
    for text in texts:
        met: dict[tuple[str, ...], int] = {}
        for at in range(len(text) - 19):
            head = met.setdefault(tuple(text[at : at + 20]), at)
            if head + 20 <= at:
                for row in range(base + at, base + at + 20):
                    wanted.setdefault(row, head - at)
        base += len(text)
    assert covered == sorted(wanted.items())


@pytest.mark.parametrize("length", [1, 2, 3, 10, 11, 16])
def test_so_many_in_a_row(length):
    values = np.arange(30) % 7 != 3
    wanted = [bool(values[n : n + length].all()) for n in range(31 - length)]
    assert over(values, length, np.logical_and).tolist() == wanted
