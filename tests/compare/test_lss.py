"""Latent semantic scaling: two made worlds of words, counts by hand, refusals."""

import numpy as np
import pytest

from rhetoric.compare.lss import lss, means, seeds_in, sentence_counts
from rhetoric.compare.wordcounts import word_counts
from rhetoric.errors import NotFound, TooFewTexts
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared

SUN = "bright sunny warm glad golden merry cheer bloom".split()
RAIN = "dark rainy cold gloomy grey weary dread wither".split()
PLAIN = "table window street paper bottle kettle garden corner".split()
HIGH, LOW = ("bright", "sunny", "warm"), ("dark", "rainy", "cold")


def texts(count=24, sentences=50, seed=0):
    """Texts in which a sentence takes its words from one world; text n has a share n / count of sunny sentences."""
    rng = np.random.default_rng(seed)
    out = []
    for n in range(count):
        lines = []
        for _ in range(sentences):
            world = SUN if rng.random() < (n + 0.5) / count else RAIN
            words = [*rng.choice(world, 4, replace=False), *rng.choice(PLAIN, 3, replace=False)]
            lines.append(" ".join(words).capitalize() + ".")
        out.append(Document(f"t{n:02}", " ".join(lines)))
    return out


@pytest.fixture(scope="module")
def corpus():
    return prepared(texts())


@pytest.fixture(scope="module")
def scale(corpus):
    return lss(corpus, HIGH, LOW, dimensions=8)


def test_words_of_a_world_go_with_its_seeds(scale):
    words = scale.words.set_index("word")["polarity"]
    assert words[SUN].min() > words[PLAIN].max()
    assert words[RAIN].max() < words[PLAIN].min()
    assert scale.words.set_index("word")["seed"][[*HIGH, *LOW, "glad"]].tolist() == [1, 1, 1, -1, -1, -1, 0]


def test_texts_stand_in_their_order(scale):
    position = scale.documents["position"].to_numpy()
    assert np.corrcoef(position, np.arange(24))[0, 1] > 0.95
    assert position.mean() == pytest.approx(0, abs=1e-9)
    assert position.std(ddof=1) == pytest.approx(1)


def test_other_ends_turn_the_scale_round(corpus, scale):
    turned = lss(corpus, LOW, HIGH, dimensions=8)
    assert turned.documents["position"].to_numpy() == pytest.approx(-scale.documents["position"].to_numpy())


def test_same_bytes(corpus, scale):
    again = lss(prepared(texts()), HIGH, LOW, dimensions=8)
    assert again.documents.to_csv() == scale.documents.to_csv()
    assert again.words.to_csv() == scale.words.to_csv()


def test_sentences_are_counted(corpus):
    found = sentence_counts(corpus)
    assert len(found.units) == 24 * 50
    assert set(found.words) == {*SUN, *RAIN, *PLAIN}
    assert found.table.sum() == 24 * 50 * 7


def test_means_by_hand():
    raw, se, words = means(np.array([[2.0, 1.0], [0.0, 0.0], [1.0, 0.0]]), np.array([0.3, -0.3]))
    assert raw[[0, 2]] == pytest.approx([0.1, 0.3])
    assert np.isnan(raw[1])
    assert se[0] == pytest.approx(np.sqrt((0.09 - 0.01) / 3))
    assert words.tolist() == [3, 0, 1]


def test_seeds_with_wildcards():
    assert seeds_in(["bloom", "blooming", "blossom", "cold"], ["BLOO*", "cold"], "high") == [0, 1, 3]
    with pytest.raises(NotFound, match=r"of the low seeds only 1 .*\(cold, warm\)"):
        seeds_in(["bloom", "cold"], ["cold", "warm"], "low")


def test_near_scores_only_company():
    documents = [Document(d.id, d.text.replace("Table", "Weather")) for d in texts()]
    with pytest.raises(NotFound, match="keep company with 'kettle'"):
        lss(prepared(documents), HIGH, LOW, near="kettle", dimensions=8)


def test_refusal_says_how_many():
    with pytest.raises(TooFewTexts, match=r"needs 1,000 sentences .* there are 500 in 10"):
        lss(prepared(texts(10)), HIGH, LOW)


def test_word_counts_by_hand():
    found = word_counts(prepared([Document("a", "Tax cuts. Tax!"), Document("b", "No tax.")]))
    assert found.units == ("a", "b")
    assert found.words == ("cuts", "no", "tax")
    assert found.table.toarray().tolist() == [[1, 0, 2], [0, 1, 1]]
    assert found.texts.tolist() == [1, 1, 2]
    assert found.size.tolist() == [3, 2]
