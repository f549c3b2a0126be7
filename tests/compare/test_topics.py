"""Topics of made texts whose topics are known."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from rhetoric.compare import topics
from rhetoric.compare.wordcounts import WordCounts
from rhetoric.errors import SettingsError, TooFewTexts
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

WORLDS = (
    "river bridge water flood bank boat".split(),
    "bread wheat mill flour oven baker".split(),
    "court judge law trial jury verdict".split(),
)


def made(texts=90, seed=1, mixed=0.0):
    """Return counts of texts that are each of one world of words, or partly of the next, and which world it is."""
    draw = np.random.default_rng(seed)
    words = sorted({w for world in WORLDS for w in world} | {"the", "of"})
    table = np.zeros((texts, len(words)))
    world = np.arange(texts) % 3
    for n in range(texts):
        for _ in range(60):
            own = WORLDS[(world[n] + (draw.random() < mixed)) % 3]
            table[n, words.index(str(draw.choice(own)))] += 1
        table[n, words.index("the")] = 9
    return WordCounts(tuple(f"t{n}" for n in range(texts)), tuple(words), csr_array(table)), world


def test_known_topics_come_out():
    counts, world = made()
    found = topics(counts, 3)
    assert {frozenset(w.split(", ")) for w in found.topics["words"]} == {frozenset(w) for w in WORLDS}
    shares = found.documents.drop(columns="doc_id").to_numpy()
    assert shares.sum(axis=1) == pytest.approx(1)
    assert all(len(set(shares.argmax(axis=1)[world == w])) == 1 for w in range(3))
    assert (found.topics["stability"] > 0.99).all()
    assert found.topics["share"].sum() == pytest.approx(1)
    assert found.topics["share"].is_monotonic_decreasing
    assert found.notes == ()
    assert found.words.groupby("topic")["weight"].sum().to_numpy() == pytest.approx(1)


def test_mixed_texts_have_mixed_shares():
    counts, _ = made(mixed=0.3)
    found = topics(counts, 3)
    largest = found.documents.drop(columns="doc_id").max(axis=1)
    assert 0.55 < largest.mean() < 0.85


def test_too_many_topics_do_not_hold_together():
    counts, _ = made(texts=100)
    found = topics(counts, 3).topics["stability"].mean()
    assert topics(counts, 3).topics.equals(topics(counts, 3).topics)  # the same every time
    noise = np.random.default_rng(0).poisson(1.0, (100, 400)).astype(float)
    loose = topics(
        WordCounts(counts.units, tuple(f"w{chr(97 + n % 26)}{n}" for n in range(400)), csr_array(noise)), 10
    )
    assert loose.topics["stability"].mean() < found - 0.2
    assert "come out otherwise" in loose.notes[0]


def test_refusals():
    counts, _ = made(texts=30)
    with pytest.raises(TooFewTexts, match="10 topics need 50 texts, and there are 30"):
        topics(counts)
    counts, _ = made(texts=90)
    with pytest.raises(TooFewTexts, match="20 topics need 100 texts"):
        topics(counts, 20)
    with pytest.raises(TooFewTexts, match="share too few words"):
        topics(counts, 15)
    with pytest.raises(SettingsError):
        topics(counts, 1)


def test_the_whole_way():
    texts = [
        Document(
            f"d{n}",
            " ".join(
                f"The {w} and the {v} were there."
                for w, v in zip(WORLDS[n % 3], reversed(WORLDS[n % 3]), strict=True)
            )
            + f" {n}",
        )
        for n in range(60)
    ]
    found = analyse_documents(texts, Settings(layers=())).topics(2)
    assert len(found) == 2
    assert found.documents["doc_id"].tolist() == [t.id for t in texts]
    assert repr(found) in found._repr_html_().replace("&lt;", "<").replace("&gt;", ">")
