"""Distinctive words: what is counted, what is flagged."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare import distinctive
from rhetoric.model.document import Document, Mark
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

ONLY_WORDS = Settings(layers=())


def words_of(*documents):
    a = analyse_documents(documents, ONLY_WORDS)
    return distinctive(a.corpus, a.sides("voice"), "Ann Lee", "Bob Hay")


def by_word(*documents):
    table = words_of(*documents)
    return table.set_index(table["word"].str.lower())


def test_repeats_and_removed_words_are_not_counted():
    said = (  # twenty words and more printed again are a repeat
        "Our rivers carry poison and nobody in power wants to hear about the rivers, so we walked to the"
        " capital with bottles of what our children drink."
    )
    once = f"{said}\n\nWe must act for the whole valley now."
    notice = "Subscribe to poison weekly and rivers daily."
    twice = f"{once}\n\n{said}\n\n{notice}"
    at = twice.index(notice)
    other = Document("b", "The valley sleeps while we talk.", author="Bob Hay")
    mark = Mark("boilerplate", at, at + len(notice), "advertisement")
    whole = by_word(Document("a", twice, author="Ann Lee", layout=(mark,)), other)
    alone = by_word(Document("a", once, author="Ann Lee"), other)
    assert whole.loc["rivers", "hits_a"] == 2  # both in the first printing
    assert whole.loc["poison", "hits_a"] == 1
    assert "subscribe" not in whole.index
    assert whole.equals(alone)


def test_numbers_by_hand():
    table = by_word(
        Document("a", "We mend roads and roads and roads. We mend bridges.", author="Ann Lee"),
        Document("b", "They mend fences, not roads.", author="Bob Hay"),
    )
    # roads: 3 of Ann's 10 words, 1 of Bob's 5
    row = table.loc["roads"]
    assert row[["hits_a", "hits_b", "rate_a", "rate_b"]].tolist() == [3, 1, 300.0, 200.0]
    assert row["log_ratio"] == pytest.approx(math.log2((3.5 / 10) / (1.5 / 5)))
    # expected 4 * 10 / 15 and 4 * 5 / 15
    assert row["g2"] == pytest.approx(2 * (3 * math.log(3 / (40 / 15)) + math.log(1 / (20 / 15))))
    # a prior of 500 * 4 / 15 = 133.33
    prior = 500 * 4 / 15
    delta = math.log((3 + prior) / (10 + 500 - 3 - prior)) - math.log((1 + prior) / (5 + 500 - 1 - prior))
    assert row["z"] == pytest.approx(delta / math.sqrt(1 / (3 + prior) + 1 / (1 + prior)))


def test_the_first_word_of_a_sentence_does_not_make_a_name():
    table = by_word(
        Document("a", "Attacking them is wrong. We lost to Cameron again.", author="Ann Lee"),
        Document("b", "Nobody told Cameron. Winning is easy.", author="Bob Hay"),
    )
    assert table.loc["attacking", "flag"] == "one paragraph only"
    assert table.loc["winning", "flag"] == "one paragraph only"
    assert table.loc["cameron", "flag"] == "name"
    assert table.loc["is", "flag"] == "function word"


def test_words_on_neither_side_are_left_out():
    quoted = 'We lost the vote. "The sheep have gone," said Carol Dunn.'
    table = by_word(
        Document("a", quoted, author="Ann Lee"), Document("b", "They won the vote.", author="Bob Hay")
    )
    assert "sheep" not in table.index
    assert table.loc["vote", ["hits_a", "hits_b"]].tolist() == [1, 1]


def test_a_side_without_words_is_undefined_and_never_infinite():
    row = by_word(Document("a", "Roads matter to us.", author="Ann Lee")).loc["roads"]
    assert row[["hits_a", "hits_b"]].tolist() == [1, 0]
    assert math.isnan(row["log_ratio"])
    assert math.isnan(row["rate_b"])


def test_nothing_said_is_an_empty_table():
    a = analyse_documents([Document("a", "Roads matter.", author="Ann Lee")], ONLY_WORDS)
    table = distinctive(a.corpus, a.sides("voice"), "Carol", "Dunn")
    assert len(table) == 0
    assert {"word", "hits_a", "z", "flag"} <= set(table.columns)


WORDS = st.lists(st.sampled_from(["roads", "rivers", "tax", "hope", "the"]), min_size=1, max_size=15)


@settings(max_examples=30, deadline=None)
@given(WORDS, WORDS)
def test_sides_turned_round_turn_signs_round(one, other):
    documents = [
        Document("a", f"We said {' '.join(one)}.", author="Ann Lee"),
        Document("b", f"We said {' '.join(other)}.", author="Bob Hay"),
    ]
    a = analyse_documents(documents, ONLY_WORDS)
    sides = a.sides("voice")
    t, u = (
        distinctive(a.corpus, sides, *pair).set_index("word").sort_index()
        for pair in (("Ann Lee", "Bob Hay"), ("Bob Hay", "Ann Lee"))
    )
    assert t["hits_a"].sum() == len(one) + 2
    assert t["hits_b"].sum() == len(other) + 2
    for column in ("log_ratio", "z"):
        assert t[column].to_numpy() == pytest.approx(-u[column].to_numpy())
    assert t["g2"].to_numpy() == pytest.approx(u["g2"].to_numpy())
    assert (t["low"] < t["log_ratio"]).all()
    assert (t["log_ratio"] < t["high"]).all()


def test_equal_z_are_in_alphabetical_order():
    table = words_of(
        Document("a", "Zebras roam. Apples fall.", author="Ann Lee"),
        Document("b", "Quite so.", author="Bob Hay"),
    )
    size = [(-round(abs(z), 12), w) for z, w in zip(table["z"], table["word"], strict=True)]
    assert all(x <= y for x, y in pairwise(size))
