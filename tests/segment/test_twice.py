"""Passages printed twice word for word, many texts at once."""

from rhetoric.encode import encode
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.passage import Kind
from rhetoric.segment import segment

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
