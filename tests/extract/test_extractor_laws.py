"""What every extractor keeps: the shard law, determinism, offsets, and speed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.extract.actors import ActorExtractor
from rhetoric.extract.devices import DeviceExtractor
from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.extract.meaning import MeaningExtractor
from rhetoric.extract.metaphor import MetaphorExtractor
from rhetoric.extract.sentiment import SentimentExtractor
from rhetoric.extract.stance import StanceExtractor
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.settings import Settings
from rhetoric.testing import check_extractor

EXTRACTORS = [
    e.of(Settings())
    for e in (
        ThemeExtractor,
        MeaningExtractor,
        ActorExtractor,
        StanceExtractor,
        SentimentExtractor,
        MetaphorExtractor,
        DeviceExtractor,
        DiscourseExtractor,
    )
]
SAMPLE = (
    "Where was the common good ? We will fight on, and not a new politics but tribalism . It is not working ; it is "
    "“ pluralism ” ’ — perhaps very much devolution and community and neighbourliness wrong right path \n\n"
)
WORDS = st.sampled_from(SAMPLE.split(" "))
TEXTS = st.lists(st.lists(WORDS, max_size=30).map(" ".join), min_size=1, max_size=4)


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda e: type(e).__name__)
def test_contract(extractor, seed, corpus_of):
    corpus = corpus_of(
        seed.documents[0].text, "Where was reform? Where was hope? It is a very good path.", ""
    )
    check_extractor(extractor, corpus)


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda e: type(e).__name__)
def test_shard_law(extractor, corpus_of):
    @given(TEXTS)
    @settings(max_examples=40, deadline=None)
    def law(texts):
        obeys(extractor, corpus_of(*texts))

    law()


def obeys(extractor, corpus):
    """Check that texts apart give what they give together."""
    text = {d.id: d.text for d in corpus.documents}
    order = ["doc_id", "start", "end", "feature", "entry"]
    whole = extractor.extract(corpus).table(text).sort_values(order, ignore_index=True)
    each = Evidence.concat([extractor.extract(corpus[n : n + 1]) for n in range(len(corpus))])
    assert each.table(text).sort_values(order, ignore_index=True).equals(whole)
    joined = extractor.extract(Corpus.concat([corpus[n : n + 1] for n in range(len(corpus))]))
    assert joined.table(text).sort_values(order, ignore_index=True).equals(whole)
