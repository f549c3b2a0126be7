"""Parts and wholes of a corpus; what counts."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.encode import encode
from rhetoric.errors import ContractError
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.model.passage import BLOCKS, HEADINGS, Kind
from rhetoric.pipeline import read
from rhetoric.segment import segment
from rhetoric.settings import Settings

TEXTS = (
    'Ann Lee spoke first. "We must work together," said Lee.\n\nBob Hay is editor of the News.',
    "Nobody spoke.\n\nThen it rained.",
    "",
)


@pytest.fixture
def corpus():
    marks = (Mark("byline", TEXTS[0].index("Bob"), len(TEXTS[0]), "biography"),)
    first = Document("a", TEXTS[0], author="Bob Hay", layout=marks)
    return read((first, Document("b", TEXTS[1]), Document("c", TEXTS[2])), Settings())


def same(one, other):
    assert one.documents == other.documents
    assert one.quotations == other.quotations
    for name in ("passages", "spoken"):
        left, right = getattr(one, name).frame(), getattr(other, name).frame()
        if name == "spoken":
            left["voice"] = [one.voices[v] for v in left["voice"]]
            right["voice"] = [other.voices[v] for v in right["voice"]]
        pd.testing.assert_frame_equal(left, right)
    assert [one.tokens.text(n) for n in range(len(one.tokens))] == [
        other.tokens.text(n) for n in range(len(other.tokens))
    ]
    assert np.array_equal(one.tokens.splits, other.tokens.splits)


def test_slices_put_together_are_the_whole(corpus):
    same(Corpus.concat([corpus[:1], corpus[1:2], corpus[2:]]), corpus)
    same(Corpus.concat([corpus[:0], corpus]), corpus)


def test_exposure_counts_each_word_that_counts_once(corpus):
    table = corpus.exposure.table().set_index(["doc_id", "voice"])
    assert table["words"].to_dict() == {("a", "Ann Lee"): 4, ("a", "Bob Hay"): 6, ("b", "author of b"): 5}
    assert table.loc[("b", "author of b"), "sentences"] == 2


def test_removed_words_do_not_count(corpus):
    tokens = corpus.tokens
    removed = {tokens.text(n) for n in np.flatnonzero(corpus.token_removed)}
    assert removed == {"Bob", "Hay", "is", "editor", "of", "the", "News", "."}


def test_two_documents_of_one_name_are_refused():
    with pytest.raises(ContractError, match="two documents are called 'a'"):
        Corpus((Document("a", "x"), Document("a", "y")))


def test_columns_cannot_be_changed(corpus):
    with pytest.raises(ValueError, match="read-only"):
        corpus.passages.start[0] = 5


PIECES = st.sampled_from(
    ["Ann Lee spoke. ", '"We must go," said Lee. ', "Nobody!\n\n", "“It is", "” ", "3.2bn "]
)
SOME = st.lists(st.lists(PIECES, max_size=6).map("".join), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(SOME, st.data())
def test_any_cut_can_be_put_together_again(texts, data):
    whole = read(tuple(Document(str(n), t) for n, t in enumerate(texts)), Settings())
    cut = data.draw(st.integers(0, len(texts)))
    same(Corpus.concat([whole[:cut], whole[cut:]]), whole)


@settings(max_examples=40, deadline=None)
@given(SOME)
def test_exposure_adds_up_to_the_words_that_count(texts):
    corpus = read(tuple(Document(str(n), t) for n, t in enumerate(texts)), Settings())
    counted = corpus.tokens.is_word & ~corpus.token_removed & ~corpus.token_repeat
    assert int(corpus.exposure.words.sum()) == int(counted.sum())
    assert int(corpus.exposure.table()["words"].sum()) == int(counted.sum())


@settings(max_examples=40, deadline=None)
@given(SOME)
def test_passages_of_any_kinds_come_in_order(texts):
    corpus = segment(Corpus(tuple(Document(str(n), t) for n, t in enumerate(texts))))
    for kinds in [(k,) for k in Kind] + [HEADINGS, (Kind.PARAGRAPH, Kind.SENTENCE)]:
        rows = corpus.passages.of(*kinds)
        places = list(zip(rows.doc, rows.start, rows.end, strict=True))
        assert places == sorted(places)
        assert set(rows.kind) <= set(kinds)


def test_exposure_without_voices():
    corpus = encode(segment(Corpus((Document("a", "One two."),))))
    assert corpus.exposure.table()["words"].tolist() == [2]


def test_each_span_finds_the_places_that_look_for_it(corpus):
    places = np.sort(np.concatenate([corpus.token_place, corpus.token_place + 1, np.array([-5, 3 << 32])]))
    for spans in (
        corpus.sentences,
        corpus.passages.of(*BLOCKS),
        corpus.spoken,
        corpus.removed,
        corpus.repeats,
    ):
        found = corpus.rows_at(spans, places >> 32, places & 0xFFFFFFFF)
        np.testing.assert_array_equal(corpus.rows_along(spans, places), found)


def test_counts_of_types_words_before_and_the_sentence_reached(corpus):
    tokens = corpus.tokens
    ids = tokens.ids.tolist()
    assert tokens.often.tolist() == [ids.count(n) for n in range(len(tokens.vocab))]
    assert tokens.words_before.tolist() == [int(tokens.is_word[:n].sum()) for n in range(len(tokens) + 1)]
    sentence = corpus.token_sentence.tolist()
    assert corpus.sentence_reached.tolist() == [max(sentence[: n + 1]) for n in range(len(sentence))]
