"""Scores: shards, order and intervals."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare import hull
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.score import rates

RATE, TONE = Feature("theme.x", label="X"), Feature("sentiment.t", label="T", measure="mean", unit="mean")
VOICES = ("Ann", "Bob")


def made(texts):
    """Evidence and exposure of texts: name to sentences of voice, words, hits, tone (None for no tone)."""
    docs = tuple(texts)
    said = [(d, v, n, w, h, t) for d, name in enumerate(docs) for n, (v, w, h, t) in enumerate(texts[name])]
    doc, voice, sentence, words = np.array([r[:4] for r in said], np.int32).reshape(-1, 4).T
    exposure = Exposure(doc, voice, sentence, words, words * 5, docs, VOICES)
    rows = [(d, 0, v, n, 1.0) for d, v, n, _, h, _ in said for _ in range(h)]
    rows += [(d, 1, v, n, t) for d, v, n, _, _, t in said if t is not None]
    d, f, v, n, w = np.array(rows, np.float64).reshape(-1, 5).T
    zero = np.zeros(len(d))
    evidence = Evidence(
        d, f, zero, n * 10, n * 10 + 1, v, n, w, zero.astype(bool), np.full(len(d), None, object),
        docs=docs, features=(RATE, TONE), entries=("e",), voices=VOICES,
    )  # fmt: skip
    return evidence.sorted_by("doc", "start", "end", "feature"), exposure


def scored(texts, draws=40):
    evidence, exposure = made(texts)
    return rates(evidence, exposure, hull(0.95, draws, 5))


SENTENCE = st.tuples(
    st.integers(0, 1),
    st.integers(1, 40),
    st.integers(0, 3),
    st.none() | st.sampled_from([-0.75, 0.0, 0.25, 0.5]),
)
TEXT = st.lists(SENTENCE, min_size=1, max_size=12)
TEXTS = st.lists(TEXT, min_size=1, max_size=4).map(lambda ts: {f"t{n}": t for n, t in enumerate(ts)})
KEY = ["doc_id", "voice", "feature"]


def test_two_voices_in_two_texts_by_hand():
    texts = {
        "one": [(0, 30, 1, 0.5), (1, 20, 2, None), (0, 50, 1, -0.25)],
        "two": [(1, 40, 0, None)],
    }
    t = scored(texts, draws=0).set_index(KEY)
    # Ann: 2 hits in 80 words; Bob: 2 in 20; together: 4 in 100
    assert t.loc[("one", "Ann", "theme.x@1"), ["value", "hits", "exposure"]].tolist() == [25.0, 2, 80.0]
    assert t.loc[("one", "Bob", "theme.x@1"), ["value", "hits", "exposure"]].tolist() == [100.0, 2, 20.0]
    assert t.loc[("one", "all", "theme.x@1"), ["value", "hits", "exposure"]].tolist() == [40.0, 4, 100.0]
    # the mean of 0.5 and -0.25 is 0.125, over two sentences
    assert t.loc[("one", "Ann", "sentiment.t@1"), ["value", "hits", "exposure"]].tolist() == [0.125, 2, 2.0]
    assert np.isnan(t.loc[("one", "Bob", "sentiment.t@1"), "value"])
    assert ("two", "Ann", "theme.x@1") not in t.index
    # no hit in 40 words: from 0 to 2.512 (the .975 quantile of gamma(1/2)) in 40
    assert t.loc[("two", "Bob", "theme.x@1"), "low"] == 0
    assert t.loc[("two", "Bob", "theme.x@1"), "high"] == pytest.approx(1000 * 2.512 / 40, rel=1e-3)


def test_voices_come_as_they_first_speak_and_all_comes_last():
    t = scored({"one": [(1, 10, 0, None), (0, 10, 0, None)]}, draws=0)
    assert list(dict.fromkeys(t["voice"])) == ["Bob", "Ann", "all"]


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.integers(0, 4))
def test_shards_put_together_give_the_same_scores(texts, cut):
    names = list(texts)
    shards = [{n: texts[n] for n in part} for part in (names[:cut], names[cut:]) if part]
    pairs = [made(s) for s in shards]
    together = rates(
        Evidence.concat([e for e, _ in pairs]),
        Exposure.concat([x for _, x in pairs]),
        hull(0.95, 40, 5),
    )
    apart = pd.concat([scored(s) for s in shards], ignore_index=True)
    # which of the two features comes first in the pool may differ: the rows are the same
    whole = scored(texts)
    for other in (together, apart):
        pd.testing.assert_frame_equal(
            whole.sort_values(KEY, ignore_index=True), other.sort_values(KEY, ignore_index=True)
        )


@settings(max_examples=40, deadline=None)
@given(TEXTS.flatmap(lambda t: st.tuples(st.just(t), st.permutations(list(t)))))
def test_the_order_of_texts_changes_no_draw(case):
    texts, order = case
    turned = scored({n: texts[n] for n in order})
    pd.testing.assert_frame_equal(
        scored(texts).sort_values(KEY, ignore_index=True), turned.sort_values(KEY, ignore_index=True)
    )


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_value_lies_inside_and_no_hits_leave_room_above(texts):
    t = scored(texts)
    rate = t[t["unit"] == RATE.unit]
    assert (rate["low"] <= rate["value"] + 1e-9).all()
    assert (rate["high"] >= rate["value"] - 1e-9).all()
    assert (rate["low"] >= 0).all()
    assert (rate.loc[rate["hits"] == 0, "high"] > 0).all()
    mean = t[(t["unit"] == TONE.unit) & (t["hits"] > 1)]
    assert (mean["low"] <= mean["value"] + 1e-9).all()
    assert (mean["high"] >= mean["value"] - 1e-9).all()


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_voices_of_a_text_add_up_to_all(texts):
    t = scored(texts, draws=0)
    rate = t[t["unit"] == RATE.unit]
    for column in ("hits", "exposure"):
        all_ = rate[rate["voice"] == "all"].set_index("doc_id")[column]
        rest = rate[rate["voice"] != "all"].groupby("doc_id")[column].sum()
        assert all_.to_dict() == rest.to_dict()
