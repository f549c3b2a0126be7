"""Lexicons of the user's own: which keys have a sign, the arithmetic by hand, and errors that say what to do."""

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.extract.opinion import read_opinions
from rhetoric.extract.sentiment import SentimentExtractor

LSD = """
negative: [grim, attack*]
positive: [hope*]
neg_positive: [no hope]
neg_negative: [not grim]
"""


@pytest.fixture
def lexicon(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text(LSD)
    return str(path)


def tones(corpus, path):
    evidence = SentimentExtractor("lexical", (path,)).extract(corpus).of("sentiment.mine")
    return evidence.weight.tolist()


def test_positive_less_negative_over_both(corpus_of, lexicon):
    # one for, two against: (1 - 2) / 3; none at all: 0
    assert tones(corpus_of("Hope met grim attacks. The vote was on Thursday."), lexicon) == [-0.3333, 0.0]


def test_the_longest_hit_counts_and_double_keys_mean_what_they_say(corpus_of, lexicon):
    assert tones(corpus_of("There is no hope. It is not grim."), lexicon) == [-1.0, 1.0]


def test_weights_count_where_no_key_has_a_sign(corpus_of, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("pattern,key,weight\ngood,tone,2\nbad,tone,-1\n")
    assert tones(corpus_of("A good and bad day."), str(path)) == [0.3333]  # (2 - 1) / 3


def test_a_dictionary_without_a_sign_is_refused(tmp_path):
    path = tmp_path / "topics.yml"
    path.write_text("economy: [tax*]\n")
    with pytest.raises(DictionaryError, match="no key is called positive or negative"):
        read_opinions([str(path)])


def test_the_feature_is_named_after_the_file(lexicon):
    names = [f.name for f in SentimentExtractor("lexical", (lexicon,)).features]
    assert names == ["sentiment.tone", "sentiment.vader", "sentiment.mine"]
