"""Blocks, layers and repeats, counted by hand."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.model.passage import Kind
from rhetoric.segment import blocks, segment

PAGE = Path(__file__).resolve().parents[2] / "corpus" / "raw" / "new-statesman-page.txt"


def layer(corpus, kind, doc=0):
    rows = corpus.passages.in_document(doc).of(kind)
    return [corpus.documents[doc].text[s:e] for s, e in zip(rows.start, rows.end, strict=True)]


def one(text, *marks):
    return segment(Corpus((Document("d", text, layout=tuple(marks)),)))


def test_lines_are_paragraphs_and_marks_are_their_own():
    text = "A headline\n\nFirst here. Second here.\nNext line.\n\nAnn Lee is editor."
    corpus = one(text, Mark("headline", 0, 10), Mark("byline", text.index("Ann"), len(text), "biography"))
    assert layer(corpus, Kind.HEADLINE) == ["A headline"]
    assert layer(corpus, Kind.PARAGRAPH) == ["First here. Second here.", "Next line."]
    assert layer(corpus, Kind.BYLINE) == ["Ann Lee is editor."]
    assert layer(corpus, Kind.SENTENCE) == ["A headline", "First here.", "Second here.", "Next line."]
    assert list(corpus.passages.of(Kind.BYLINE).note) == ["biography"]


def test_hand_wrapped_prose_is_joined():
    lines = [
        "This is a paragraph that somebody wrapped by hand at about seventy",
        "characters a line, as e-mail programs used to do, so that its lines",
        "end in the middle of sentences and have no meaning of their own at",
        "all for anybody who reads it.",
    ]
    text = "\n".join(lines) + "\n\n" + "\n".join(lines)
    assert [m.end - m.start for m in blocks(text)] == [len("\n".join(lines))] * 2


def test_white_space_only():
    assert len(one(" \n\n\t").passages) == 0
    assert len(one("").passages) == 0


def test_seed_repeats_are_four():
    text = PAGE.read_text(encoding="utf-8")
    text = text[: text.index("Inside the progressive")]
    found = {
        "headline": "Exclusive: Jon Cruddas endorses David Miliband",
        "crosshead": '"The nature of the reckoning"',
    }
    found["standfirst"] = "“There’s a pluralism I detect in David that I hadn’t witnessed before.”"
    marks = [Mark(k, text.index(s), text.index(s) + len(s)) for k, s in found.items()]
    again = layer(one(text, *marks), Kind.REPEAT)
    assert len(again) == 4
    assert again[0] == "There’s a pluralism I detect in David that I hadn’t witnessed before"
    assert again[1] == "The nature of the reckoning"
    assert again[2].startswith(
        "more profound questions that need to be addressed head-on. What is the nature"
    )
    assert again[2].endswith("defending the things that went right")
    assert again[3] == "not just attacking the Liberals, as some of the others have"


def test_op_ed_has_no_repeats():
    text = PAGE.read_text(encoding="utf-8")
    assert (
        layer(one(text[text.index("Inside the progressive") : text.index("Neal Lawson is the")]), Kind.REPEAT)
        == []
    )


def test_figures_of_repetition_are_no_repeats():
    speech = (
        "I have a dream that one day this nation will rise up. I have a dream that one day on the red hills of the "
        "state the sons will sit down together. I have a dream that one day even the state will be transformed."
    )
    assert layer(one(speech), Kind.REPEAT) == []


def test_a_quotation_printed_twice_counts_once():
    said = '"We will build a party that listens before it speaks to anyone," said Lee.'
    text = f"{said}\n\nThe hall was full that night.\n\nLater he repeated it: {said}"
    corpus = one(text)
    (row,) = corpus.passages.of(Kind.REPEAT).frame().itertuples()
    _, end = map(int, row.note.split(":"))
    assert end < row.start
    assert text[row.start : row.end].startswith(
        "We will build a party that listens before it speaks to anyone"
    )


WORDS = st.sampled_from(
    ["we", "will", "not", "go", ".", "?", '"', "\n", "\n\n", "Lee", "said", "U.K.", "…", "”", "“"]
)


@given(st.lists(st.lists(WORDS, max_size=40).map(" ".join), min_size=1, max_size=3))
def test_layers_are_sorted_trimmed_apart_and_shards_agree(texts):
    documents = [Document(str(n), t) for n, t in enumerate(texts)]
    whole = segment(Corpus(tuple(documents)))
    parts = Corpus.concat([segment(Corpus((d,))) for d in documents])
    pd.testing.assert_frame_equal(whole.passages.frame(), parts.passages.frame())
    for kind in Kind:
        for doc, text in enumerate(texts):
            rows = whole.passages.in_document(doc).of(kind)
            assert all(a <= b for a, b in zip(rows.end, rows.start[1:], strict=False))
            for s, e in zip(rows.start, rows.end, strict=True):
                assert s < e
                assert text[s:e] == text[s:e].strip()


@given(st.text(alphabet='ab."“” \n', max_size=80))
def test_every_word_is_in_one_sentence(text):
    corpus = one(text)
    held = "".join(layer(corpus, Kind.SENTENCE))
    assert sum(map(str.isalnum, held)) == sum(map(str.isalnum, text))


@pytest.mark.parametrize("text", ['"' * 50_000, "a " * 50_000, "One two three four five six. " * 4_000])
def test_hostile_text_stays_linear(text):
    assert one(text) is not None
