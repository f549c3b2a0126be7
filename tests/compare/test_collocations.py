"""Collocates, counted by hand."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.association import BigramAssocMeasures

from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

TEXT = "Labour lost power. Power corrupts Labour. The Greens lost. Trees grow green. Grass grows slowly."


def analysed(*texts):
    return analyse_documents([Document(str(n), t) for n, t in enumerate(texts)], Settings(layers=()))


def test_counts_and_measures():
    table = analysed(TEXT).collocates("labour", window=2).set_index("word")
    assert table.loc["power", ["near", "total", "texts"]].tolist() == [2, 2, 1]
    assert "lost" not in table.index  # near once only
    near, total, words = 4, 2, 15
    assert table.loc["power", "pmi"] == pytest.approx(math.log2(2 * words / (near * total)))
    assert table.loc["power", "log_likelihood"] == pytest.approx(
        BigramAssocMeasures.likelihood_ratio(2, (near, total), words)
    )
    # two of the four words near, none of the eleven others
    ratio = math.log2((2.5 / 4) / (0.5 / 11))
    half = 1.959964 * math.sqrt(1 / 2.5 + 1 / 0.5) / math.log(2)
    assert table.loc["power", "log_ratio"] == pytest.approx(ratio)
    assert table.loc["power", "low"] == pytest.approx(ratio - half, rel=1e-6)
    assert table.loc["power", "high"] == pytest.approx(ratio + half, rel=1e-6)
    assert table.loc["power", "log_dice"] == 14  # two hits, two words, always together


def test_the_window_ends_with_the_sentence_and_leaves_out_the_hits():
    a = analysed("Red Labour red red. Blue skies. Labour Labour red.")
    table = a.collocates("labour", window=9, least=1).set_index("word")
    assert table["near"].to_dict() == {"red": 4}
    assert a.collocates("labour", window=1, least=1).set_index("word").loc["red", "near"] == 3


def test_a_word_near_two_hits_counts_once():
    assert analysed("Labour red Labour.").collocates("labour", least=1)["near"].tolist() == [1]


def test_texts_tell_a_tie_from_a_repeated_phrase():
    a = analysed("Fair Labour. Fair Labour.", "Fair Labour. Green Labour.", "Green Labour.")
    rows = a.collocates("labour", least=1).set_index("word")
    assert rows["near"].to_dict() == {"fair": 3, "green": 2}
    assert rows["texts"].to_dict() == {"fair": 2, "green": 2}


def test_words_that_keep_away_are_below_zero():
    rows = analysed("Labour red. Red trees grow. Red grass. Red sky, red sea.").collocates("labour", least=1)
    assert rows["log_likelihood"].tolist()[0] > 0
    away = (
        analysed("Labour lost red votes. Red. Red. Red. Red. Red.")
        .collocates("labour", least=1)
        .set_index("word")
    )
    assert away.loc["red", "log_likelihood"] < 0
    assert away.loc["red", "log_ratio"] < 0


def test_nothing_near():
    rows = analysed("One two.").collocates("three")
    assert list(rows.columns) == [
        *("word", "near", "total", "texts", "log_ratio", "low", "high", "log_dice", "log_likelihood", "pmi")
    ]
    assert len(rows) == 0


SENTENCES = st.lists(
    st.lists(st.sampled_from(["red", "green", "mill", "labour"]), min_size=1, max_size=8), max_size=5
)


@settings(max_examples=40)
@given(SENTENCES, st.integers(1, 4))
def test_agrees_with_plain_counting(sentences, window):
    a = analysed(" ".join(" ".join(s).capitalize() + "." for s in sentences) or ".")
    near = {}
    for words in sentences:
        for n, word in enumerate(words):
            if word != "labour" and "labour" in words[max(0, n - window) : n + window + 1]:
                near[word] = near.get(word, 0) + 1
    assert a.collocates("labour", window, 1).set_index("word")["near"].to_dict() == near
