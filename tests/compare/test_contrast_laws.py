"""Contrasts: worked cases of gates and warnings, and what holds whatever the texts."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare import Baseline, contrast
from rhetoric.compare.mismatch import ONE_TEXT, TWO_TEXTS
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.score import rates
from rhetoric.settings import Settings

RATE, TONE = Feature("theme.x", label="X"), Feature("sentiment.t", label="T", measure="mean", unit="mean")
VOICES = ("Ann", "Bob")
STRICT = Baseline("made", (0,), {"theme": {"0": [0.0, 0.1]}, "sentiment": {"0": [0.0, 0.1]}})


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


def compared(texts, a="Ann", b="Bob", draws=40, **choices):
    evidence, exposure = choices.pop("shards", None) or made(texts)
    sides = {(d, v): v for d in texts for v in VOICES}
    chosen = {"baseline": STRICT, "settings": Settings(draws=draws), "by": "voice", **choices}
    return contrast(evidence, exposure, a=a, b=b, sides=sides, **chosen)


def monologue(voice, words, hits, sentences=60, tone=None):
    """Sentences of one voice with hits spread evenly and one at most in a sentence."""
    at = {round(n * sentences / hits) for n in range(hits)} if hits else set()
    return [(voice, words // sentences, int(n in at), tone) for n in range(sentences)]


def row(texts, **choices):
    return compared(texts, **choices).table.iloc[0]


# -- worked cases ---------------------------------------------------------------------------------


def test_ratio_and_difference_by_hand():
    texts = {
        "a": [(0, 100, 3, 0.5), (0, 100, 1, 0.1), (0, 200, 2, None)],
        "b": [(1, 300, 1, -0.3), (1, 300, 1, -0.1)],
    }
    x, t = (compared(texts, draws=0).table.iloc[n] for n in (0, 1))
    # 6 in 400 against 2 in 600: 15 and 3.333 per 1,000
    assert x[["value_a", "value_b", "effect"]].tolist() == pytest.approx([15.0, 10 / 3, 4.5])
    assert x[["hits_a", "hits_b", "words_a", "words_b"]].tolist() == [6, 2, 400, 600]
    # means of 0.3 and -0.2
    assert t[["value_a", "value_b", "effect"]].tolist() == pytest.approx([0.3, -0.2, 0.5])
    assert (t["effect_kind"], t["hits_a"], t["hits_b"]) == ("difference", 2, 2)


def test_interval_without_draws_by_hand():
    # one block a side: no overdispersion, but drift of 0.2 on 3 hits and on 1: 1.6 and 1.2, whose root mean square is the root of 2. 3 and 1 hits in equal words: the share is
    # Beta(3 / phi + .5, 1 / phi + .5), whose .025 and .975 quantiles give the odds
    from scipy.stats import beta

    x = row({"a": [(0, 500, 3, None)], "b": [(1, 500, 1, None)]}, draws=0)
    low, high = beta(3 / math.sqrt(2) + 0.5, 1 / math.sqrt(2) + 0.5).ppf([0.025, 0.975])
    assert (x["low"], x["high"]) == (pytest.approx(low / (1 - low)), pytest.approx(high / (1 - high)))
    assert x["low"] < 3 < x["high"]


def test_no_hits_on_either_side_is_no_effect():
    x = row({"a": monologue(0, 1200, 0), "b": monologue(1, 1200, 0)}, p_values=True)
    assert all(math.isnan(x[c]) for c in ("effect", "low", "high", "percentile"))
    assert (x["value_a"], x["value_b"], x["strength"]) == (0.0, 0.0, "too few to say")
    assert x["high_a"] == pytest.approx(1000 * 2.51194 / 1200, rel=1e-4)  # what no hits leave open


def test_a_side_without_words_is_undefined_and_never_infinite():
    texts = {"a": monologue(0, 1200, 20)}
    x = row(texts)
    assert all(math.isnan(x[c]) for c in ("effect", "low", "high", "value_b", "low_b", "high_b"))
    assert x["strength"] == "too few to say"


@pytest.mark.parametrize(
    ("words", "hits_a", "hits_b", "expected"),
    [
        (1200, 24, 2, "clear"),
        (900, 24, 2, "clear"),
        (840, 24, 2, "uncertain"),  # 300 to 900 words: never clear
        (300, 24, 2, "uncertain"),
        (240, 24, 2, "too few to say"),  # under 300 words: counts only
        (1200, 9, 0, "uncertain"),  # under ten hits
        (1200, 5, 0, "uncertain"),
        (1200, 4, 0, "too few to say"),  # under five hits
        (1200, 12, 10, "uncertain"),  # the interval holds 1
    ],
)
def test_gates_end_to_end(words, hits_a, hits_b, expected):
    x = row({"a": monologue(0, words, hits_a), "b": monologue(1, words, hits_b)}, draws=200)
    assert x["strength"] == expected
    assert bool(x["note"]) == (expected != "clear")


def test_clear_needs_three_places():
    crowded = [(0, 20, 12 * (n in (0, 20)), None) for n in range(60)]
    x = row({"a": crowded, "b": monologue(1, 1200, 0)})
    assert (x["hits_a"], x["blocks_a"], x["strength"]) == (24, 2, "uncertain")
    assert "few places" in x["note"]


def test_clear_needs_more_than_most_same_author_pairs():
    texts = {"a": monologue(0, 1200, 24), "b": monologue(1, 1200, 2)}
    # |log2 12| = 3.585; of a table from 0 to 3.8 it is at 94.3, of one from 0 to 3.7 at 96.9
    for top, expected in ((3.8, "uncertain"), (3.7, "clear")):
        baseline = Baseline("made", (0,), {"theme": {"0": [0.0, top]}})
        x = row(texts, baseline=baseline, draws=200)
        assert x["percentile"] == pytest.approx(100 * math.log2(12) / top)
        assert x["strength"] == expected


def test_twenty_texts_a_side_are_texts_in_method_and_number():
    def many(n):
        return {f"{v}{k:02d}": monologue(v, 100, 2, 5) for v in (0, 1) for k in range(n)}

    few, enough = row(many(19)), row(many(20))
    assert "5 sentences" in few["method"]
    assert few["n_a"] == 19 * 5
    assert "bootstrap of texts" in enough["method"]
    assert enough["n_a"] == 20


def test_warnings_say_what_must_be_known_first():
    two = {"a": monologue(0, 1200, 3), "b": monologue(1, 360, 3)}
    assert compared(two).warnings == (
        TWO_TEXTS,
        "One side is much longer than the other (1,200 words against 360): lexical diversity and distinctive words "
        "follow length. Rates do not, but those of the shorter side are rougher.",
    )
    assert compared({"a": two["a"] + monologue(1, 1200, 3)}).warnings == (ONE_TEXT,)
    three = {**two, "c": monologue(1, 600, 3)}
    assert compared(three).warnings == ()
    kinds = compared(three, kinds={"a": "interview", "b": "op-ed", "c": "op-ed"}).warnings
    assert len(kinds) == 1
    assert "kinds of text differ (interview; op-ed)" in kinds[0]
    assert compared(three, kinds={"a": "op-ed", "b": "op-ed", "c": "op-ed"}).warnings == ()
    assert compared(three, kinds={"a": "interview"}).warnings == ()  # nothing is known of the other side
    short = compared({"a": three["a"], "b": monologue(1, 180, 3), "c": monologue(0, 60, 0)}).warnings
    assert short[0] == "Bob has 180 words: counts and examples only, no rates in findings."


def test_p_values_are_left_out_unless_asked_for():
    texts = {"a": monologue(0, 1200, 24, tone=0.1), "b": monologue(1, 1200, 12, tone=0.3)}
    silent, asked = compared(texts).table, compared(texts, p_values=True).table
    assert silent[["p", "q"]].isna().all(axis=None)
    # 24 and 12 in equal words: 2 * (24 ln(4/3) + 12 ln(2/3)) = 4.077
    assert asked["p"][0] == pytest.approx(0.04347, abs=1e-4)
    assert math.isnan(asked["p"][1])
    assert "assumes independent words" in asked["method"][0]


# -- what holds of all ----------------------------------------------------------------------------

SENTENCE = st.tuples(
    st.integers(0, 1), st.integers(1, 60), st.integers(0, 3), st.none() | st.sampled_from([-0.75, 0.0, 0.5])
)
TEXTS = st.lists(st.lists(SENTENCE, min_size=1, max_size=25), min_size=1, max_size=4).map(
    lambda ts: {f"t{n}": t for n, t in enumerate(ts)}
)
NUMBERS = ["value_a", "value_b", "effect", "low", "high", "low_a", "high_a", "low_b", "high_b", "percentile"]


def same(one, other):
    assert one["strength"].tolist() == other["strength"].tolist()
    for column in NUMBERS:
        assert one[column].to_numpy() == pytest.approx(other[column].to_numpy(), nan_ok=True, rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(TEXTS.flatmap(lambda t: st.tuples(st.just(t), st.permutations(list(t)))))
def test_the_order_of_texts_changes_nothing(case):
    texts, order = case
    one, other = compared(texts), compared({n: texts[n] for n in order})
    same(one.table, other.table)
    assert one.warnings == other.warnings


def test_the_order_of_many_texts_changes_nothing():
    texts = {f"{v}{k:02d}": monologue(v, 100, k % 4, 5) for v in (0, 1) for k in range(20)}
    turned = dict(sorted(texts.items(), key=lambda item: item[0][::-1], reverse=True))
    assert list(turned) != list(texts)
    same(compared(texts).table, compared(turned).table)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.integers(1, 3))
def test_shards_put_together_compare_the_same(texts, cut):
    names = list(texts)
    shards = [made({n: texts[n] for n in part}) for part in (names[:cut], names[cut:]) if part]
    joined = Evidence.concat([e for e, _ in shards]), Exposure.concat([x for _, x in shards])
    key = "feature"
    one, other = compared(texts).table, compared(texts, shards=joined).table
    same(one.sort_values(key, ignore_index=True), other.sort_values(key, ignore_index=True))


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from([0, 40]))
def test_the_interval_holds_the_effect(texts, draws):
    t = compared(texts, draws=draws).table
    known = t[np.isfinite(t["low"]) & np.isfinite(t["effect"])]
    assert (known["low"] <= known["effect"] + 1e-9).all()
    assert (known["high"] >= known["effect"] - 1e-9).all()
    rate = t[t["effect_kind"] == "ratio"]
    assert (rate.loc[(rate["hits_b"] == 0) & (rate["words_b"] > 0), "high_b"] > 0).all()


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_sides_turned_round_mirror_the_effect(texts):
    t, u = compared(texts).table, compared(texts, a="Bob", b="Ann").table
    rate = (t["effect_kind"] == "ratio").to_numpy()
    effect, turned = t["effect"].to_numpy(), u["effect"].to_numpy()
    assert turned[rate] == pytest.approx(1 / effect[rate], nan_ok=True)
    assert turned[~rate] == pytest.approx(-effect[~rate], nan_ok=True)
    assert u[["low_b", "high_b"]].to_numpy() == pytest.approx(t[["low_a", "high_a"]].to_numpy(), nan_ok=True)
    assert t["strength"].tolist() == u["strength"].tolist()


@settings(max_examples=40, deadline=None)
@given(TEXTS.filter(lambda t: len(t) == 1))
def test_in_one_text_a_side_is_what_its_voice_scores(texts):
    evidence, exposure = made(texts)
    scores = rates(evidence, exposure).set_index(["voice", "feature"])["value"].to_dict()
    for line in compared(texts, draws=0).table.itertuples():
        for side, value in ((line.a, line.value_a), (line.b, line.value_b)):
            score = scores.get((side, line.feature), math.nan)
            assert value == pytest.approx(score, nan_ok=True)


# -- clusters -------------------------------------------------------------------------------------


def clustered(per_side, texts=3):
    """Texts of several speakers a side, each with a rate of their own, and the mapping to speakers."""
    said = {
        f"{v}-{c:02d}-{k}": monologue(v, 100, c % 5, 5)
        for v in (0, 1)
        for c in range(per_side)
        for k in range(texts)
    }
    return said, {(d, v): d[:4] for d in said for v in VOICES}


def test_enough_clusters_are_resampled_in_place_of_texts():
    texts, clusters = clustered(8)
    x = row(texts, clusters=clusters, cluster="speaker")
    assert (x["n_a"], x["n_b"]) == (8, 8)
    assert "clusters (speaker)" in x["method"]
    assert compared(texts, clusters=clusters, cluster="speaker").warnings == compared(texts).warnings


def test_too_few_clusters_fall_back_and_say_so():
    texts, clusters = clustered(7)
    one, other = compared(texts, clusters=clusters, cluster="speaker"), compared(texts)
    same(one.table, other.table)
    assert one.warnings[:-1] == other.warnings
    assert "Too few clusters by speaker" in one.warnings[-1]
    assert "Ann: 7, Bob: 7; 8 a side are needed" in one.warnings[-1]


def test_texts_that_are_alike_within_clusters_are_less_sure_than_texts_alone():
    texts, clusters = clustered(8)
    alike, alone = row(texts, clusters=clusters, cluster="speaker"), row(texts)
    assert "bootstrap of texts" in alone["method"]
    assert alike["low"] < alone["low"] < alone["high"] < alike["high"]


def test_a_voice_without_a_cluster_counts_by_itself():
    texts, _ = clustered(8)
    x = row(texts, clusters={}, cluster="speaker")
    assert (x["n_a"], x["n_b"]) == (24, 24)


def test_clusters_of_one_text_are_texts():
    texts, clusters = clustered(24, texts=1)
    one, other = row(texts, clusters=clusters, cluster="text"), row(texts)
    for column in ("effect", "low", "high", "low_a", "high_b"):
        assert one[column] == pytest.approx(other[column])


def test_a_long_list_of_texts_is_not_wider_for_its_drift():
    """Drift is of one text: over several it averages out."""
    one = {"a": monologue(0, 1200, 24), "b": monologue(1, 1200, 24)}
    split = {f"{n}{k}": monologue(v, 300, 6, 15) for v, n in ((0, "a"), (1, "b")) for k in range(4)}
    wide, narrow = row(one, draws=0), row(split, draws=0)
    assert wide["low"] < narrow["low"] < narrow["high"] < wide["high"]
