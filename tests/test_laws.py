"""The laws that every stage keeps, on texts nobody wrote."""

import socket

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence
from rhetoric.pipeline import analyse_documents, extractors, read
from rhetoric.settings import LAYERS, Settings

QUICK = Settings(draws=20)
PIECES = st.sampled_from(
    [
        '"We must work together," said Ann Lee. ',
        "“There is a ray of light,” Bob Hay said, “and a new politics.” ",
        "Where was the plan? Where was the money? ",
        "It is perhaps a mistake to attack the Liberals.\n\n",
        "They fought, they lost and they learned. ",
        "Lee warned that the fuse was lit. ",
        "We are not tribal. ",
        '"Unclosed words run on\n\n',
        "’Tis 3.2bn — the U.K.'s don't… ",
        "\u202e\ufffd\u00a0🙂 ",
        "The end",
    ]
)
TEXTS = st.lists(PIECES, min_size=0, max_size=9).map("".join)
SLOW = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}


def documents(texts, author=""):
    return tuple(Document(f"d{n}", text, author=author) for n, text in enumerate(texts))


@settings(max_examples=25, **SLOW)
@given(st.lists(TEXTS, min_size=1, max_size=4))
@pytest.mark.parametrize("layer", [n for n in LAYERS if n != "texture"])
def test_shard_law(layer, texts):
    every = documents(texts)
    (extractor,) = extractors(Settings(layers=(layer,)))
    whole = extractor.extract(read(every, QUICK))
    parts = Evidence.concat([extractor.extract(read((d,), QUICK)) for d in every])
    table = {d.id: d.text for d in every}
    pd.testing.assert_frame_equal(whole.table(table), parts.table(table))


@settings(max_examples=30, **SLOW)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_shards_and_order_never_change_a_score(texts):
    every = documents(texts)
    whole = analyse_documents(every, QUICK).scores
    parts = pd.concat([analyse_documents((d,), QUICK).scores for d in every], ignore_index=True)
    pd.testing.assert_frame_equal(whole, parts)
    backwards = analyse_documents(every[::-1], QUICK).scores
    key = ["doc_id", "voice", "feature"]
    pd.testing.assert_frame_equal(
        whole.sort_values(key, ignore_index=True), backwards.sort_values(key, ignore_index=True)
    )


@settings(max_examples=40, **SLOW)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_every_number_can_be_followed_to_its_words(texts):
    a = analyse_documents(documents(texts), QUICK)
    held = {d.id: d.text for d in a.corpus.documents}
    for row in a.found.itertuples():
        assert held[row.doc_id][row.start : row.end] == row.text
    counted = (
        a.found[~a.found["repeat"] & (a.found["weight"] != 0)].groupby(["doc_id", "voice", "feature"]).size()
    )
    single = a.scores[a.scores["voice"] != "all"].set_index(["doc_id", "voice", "feature"])
    rates = single[single["unit"] == "per 1,000 words"]
    for key, row in rates.iterrows():
        assert row["hits"] == counted.get(key, 0)
        assert row["value"] == pytest.approx(1000 * row["hits"] / row["exposure"])
    words = a.words_by_voice.set_index(["doc_id", "voice"])["words"]
    assert all(words[key[0], key[1]] == row["exposure"] for key, row in rates.iterrows())


@settings(max_examples=40, **SLOW)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_every_character_has_exactly_one_voice(texts):
    corpus = read(documents(texts, "Ann Lee"), QUICK)
    for n, document in enumerate(corpus.documents):
        rows = corpus.spoken.where(corpus.spoken.doc == n)
        assert np.all(rows.start < rows.end) or not document.text
        if document.text:
            assert rows.start[0] == 0
            assert rows.end[-1] == len(document.text)
            assert np.array_equal(rows.start[1:], rows.end[:-1])


@settings(max_examples=30, **SLOW)
@given(TEXTS)
def test_zero_is_found_none_and_undefined_is_nan(text):
    scores = analyse_documents(documents([text]), QUICK).scores
    rates = scores[scores["unit"] == "per 1,000 words"]
    assert (rates["value"].isna() == (rates["exposure"] == 0)).all()
    assert (rates["hits"][rates["exposure"] == 0] == 0).all()
    known = scores.dropna(subset=["value", "low", "high"])
    assert (known["low"] <= known["value"] + 1e-9).all()
    assert (known["value"] <= known["high"] + 1e-9).all()
    none = rates[(rates["hits"] == 0) & (rates["exposure"] > 0)]
    assert (none["high"] > 0).all()


def test_nothing_touches_the_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("a network connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    a = analyse_documents(documents(['"We must work together," said Ann Lee. ' * 20]), QUICK)
    assert len(a.scores)
    assert a.report().html()
