"""Several groups: worked cases by hand, agreement with the contrast of two, and what holds whatever the texts."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare import Baseline, compared, contrast, groups, spoken_for, words_of
from rhetoric.compare.sides import side_of, sides_of
from rhetoric.errors import TooFewTexts
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

RATE, TONE = Feature("theme.x", label="X"), Feature("sentiment.t", label="T", measure="mean", unit="mean")
BASELINE = Baseline("made", (0,), {"theme": {"0": [0.0, 4.0]}, "sentiment": {"0": [0.0, 0.1]}})


def made(texts):
    """Evidence, exposure and sides of texts: name to its party and its sentences of words, hits, tone (None for no tone)."""
    docs = tuple(texts)
    said = [(d, n, w, h, t) for d, name in enumerate(docs) for n, (w, h, t) in enumerate(texts[name][1])]
    doc, sentence, words = np.array([r[:3] for r in said], np.int32).reshape(-1, 3).T
    zero = np.zeros(len(doc), np.int32)
    exposure = Exposure(doc, zero, sentence, words, words * 5, docs, ("Ann",))
    rows = [(d, 0, n, 1.0) for d, n, _, h, _ in said for _ in range(h)]
    rows += [(d, 1, n, t) for d, n, _, _, t in said if t is not None]
    d, f, n, w = np.array(rows, np.float64).reshape(-1, 4).T
    none = np.zeros(len(d))
    evidence = Evidence(
        d, f, none, n * 10, n * 10 + 1, none, n, w, none.astype(bool), np.full(len(d), None, object),
        docs=docs, features=(RATE, TONE), entries=("e",), voices=("Ann",),
    )  # fmt: skip
    sides = {(name, "Ann"): party for name, (party, _) in texts.items()}
    return evidence.sorted_by("doc", "start", "end", "feature"), exposure, sides


def grouped(texts, draws=40, **choices):
    evidence, exposure, sides = made(texts)
    given_ = {"baseline": BASELINE, "settings": Settings(draws=draws), "by": "party", **choices}
    return groups(evidence, exposure, sides=sides, **given_)


def speech(party, words, hits, sentences=40, tone=None):
    """A text with hits spread evenly, one at most in a sentence."""
    at = {round(n * sentences / hits) for n in range(hits)} if hits else set()
    return party, [(words // sentences, int(n in at), tone) for n in range(sentences)]


THREE = {"a": speech("Red", 1000, 20), "b": speech("Blue", 2000, 10), "c": speech("Green", 1200, 6)}


# -- worked cases ---------------------------------------------------------------------------------


def test_each_group_is_held_against_all_the_others_by_hand():
    held = grouped(THREE)
    assert held.names == ("Blue", "Green", "Red")  # those with most words first
    x = held.table[held.table["feature"] == "theme.x@1"].set_index("group")
    # Red: 20 in 1,000 against 10 + 6 in 2,000 + 1,200: 20 and 5 per 1,000
    assert x.loc["Red", ["value", "others_value", "effect"]].tolist() == pytest.approx([20.0, 5.0, 4.0])
    assert x.loc["Red", ["hits", "words", "others_hits", "others_words"]].tolist() == [20, 1000, 16, 3200]
    # Blue: 10 in 2,000 against 26 in 2,200
    assert x.loc["Blue", "effect"] == pytest.approx((10 / 2000) / (26 / 2200))
    # |log2 4| = 2, half way through a table from 0 to 4
    assert x.loc["Red", "percentile"] == pytest.approx(50.0)


def test_means_are_differences_from_the_pooled_mean_of_the_others():
    texts = {
        "a": ("Red", [(200, 0, 0.6), (200, 0, 0.2)]),
        "b": ("Blue", [(400, 0, -0.3)]),
        "c": ("Green", [(200, 0, 0.1), (200, 0, 0.2), (200, 0, None)]),
    }
    held = grouped(texts, draws=0)
    t = held.table[held.table["feature"] == "sentiment.t@1"].set_index("group")
    # Red 0.4; the others (-0.3 + 0.1 + 0.2) / 3 = 0
    assert t.loc["Red", ["value", "others_value", "effect"]].tolist() == pytest.approx([0.4, 0.0, 0.4])
    assert (t.loc["Red", "effect_kind"], t.loc["Red", "others_hits"]) == ("difference", 3)


def test_one_row_a_group_and_feature_group_by_group():
    held = grouped(THREE)
    assert list(zip(held.table["group"], held.table["feature"], strict=True)) == [
        (g, f) for g in held.names for f in ("theme.x@1", "sentiment.t@1")
    ]
    assert held.table["index"].tolist() == [0, 0, 1, 1, 2, 2]
    assert held.of("Red")["words"].tolist() == [1000, 1000]
    assert "Red" in held._repr_html_()


def test_names_that_are_numbers_stand_in_their_order():
    texts = {
        k: speech(year, w, 5) for k, year, w in (("a", "1980", 900), ("b", "1920", 600), ("c", "2000", 1500))
    }
    assert grouped(texts).names == ("1920", "1980", "2000")


def test_small_groups_and_those_beyond_the_most_are_named_and_left_out_of_everything():
    texts = {**THREE, "d": speech("Grey", 240, 30), "e": speech("Pink", 600, 2)}
    held = grouped(texts, most=3)
    assert held.names == ("Blue", "Green", "Red")
    assert held.table.equals(grouped(THREE).table)
    assert "Left out, under 300 words: Grey." in held.warnings
    assert "Left out, as only the 3 largest groups are compared: Pink." in held.warnings


def test_many_names_left_out_are_counted():
    texts = {**THREE, **{f"t{n}": speech(f"P{n:02d}", 80, 1) for n in range(11)}}
    assert any(w.endswith("P07 and 3 more.") for w in grouped(texts).warnings)


def test_fewer_than_two_groups_are_refused():
    with pytest.raises(TooFewTexts, match="fewer than two groups by party have 300 words"):
        grouped({"a": speech("Red", 1000, 5), "b": speech("Blue", 200, 5)})


def test_gates_are_those_of_a_contrast():
    texts = {"a": speech("Red", 1200, 24), "b": speech("Blue", 1200, 1), "c": speech("Green", 1200, 1)}
    steep = Baseline("made", (0,), {"theme": {"0": [0.0, 1.0]}})
    x = grouped(texts, draws=200, baseline=steep).table.set_index(["group", "feature"])
    assert x.loc[("Red", "theme.x@1"), "strength"] == "clear"
    few = grouped({k: speech(p, 1200, 1) for k, p in zip("abc", ("Red", "Blue", "Green"), strict=True)})
    assert set(few.table["strength"]) == {"too few to say"}


def test_no_hits_anywhere_is_no_effect_and_no_hits_in_a_group_still_has_an_upper_end():
    none = grouped({k: speech(k, 1000, 0) for k in "abc"}).table
    x = none[none["feature"] == "theme.x@1"]
    assert x[["effect", "effect_low", "effect_high", "percentile"]].isna().all().all()
    assert (x["value"] == 0).all()
    assert (x["high"] > 0).all()
    assert (x["others_high"] > 0).all()


def test_warnings_say_what_must_be_known_first():
    texts = {"a": speech("Red", 9000, 9), "b": speech("Blue", 400, 2), "c": speech("Green", 400, 2)}
    said = grouped(texts, kinds={"a": "speech", "b": "op-ed", "c": "op-ed"}).warnings
    assert (
        said[0]
        == "These are 3 texts. Differences below describe the texts, not their authors, parties or outlets."
    )
    assert "The kinds of text differ (Red: speech; Blue: op-ed; Green: op-ed)" in said[1]
    assert "Red has more than half of all words" in said[2]


def test_twenty_texts_a_group_need_no_warning_of_few_texts():
    texts = {f"{g}{n:02d}": speech(g, 60, 2, 4) for g in ("Red", "Blue", "Green") for n in range(20)}
    held = grouped(texts)
    assert held.warnings == ()
    assert (held.table["texts"] == 20).all()


def test_evidence_of_voices_under_the_name_of_their_group():
    evidence, _, sides = made(THREE)
    mine = {k: v for k, v in sides.items() if v != "Green"}
    told = spoken_for(evidence, mine)
    assert set(told.voices) == {"Red", "Blue"}
    found = [(told.docs[d], told.voices[v]) for d, v in zip(told.doc, told.voice, strict=True)]
    assert set(found) == {("a", "Red"), ("b", "Blue")}
    assert len(told) == 30


def test_words_of_groups_and_which_are_compared():
    _, exposure, sides = made({**THREE, "d": speech("Grey", 240, 1)})
    words = words_of(exposure, sides)
    assert words == {"Blue": 2000, "Green": 1200, "Red": 1000, "Grey": 240}
    assert compared(words) == ["Blue", "Green", "Red"]
    assert compared(words, most=2) == ["Blue", "Green"]


def test_a_side_may_hold_several_sides():
    evidence, exposure, sides = made(THREE)
    both, red = sides_of({"both": ("Red", "Blue"), "Red": ("Red",)}, evidence, exposure, sides, {})
    one = side_of("Red", evidence, exposure, sides, {})
    assert np.array_equal(one.hits, red.hits, equal_nan=True)
    assert both.words.sum() == 3000
    assert (np.nansum(both.hits[:, 0]), both.texts) == (30, 2)


# -- what holds whatever the texts -----------------------------------------------------------------

SENTENCES = st.lists(
    st.tuples(st.integers(5, 40), st.integers(0, 2), st.sampled_from([None, -0.5, 0.0, 0.4])),
    min_size=1,
    max_size=8,
)
CORPORA = st.lists(SENTENCES, min_size=2, max_size=5)


def corpus(drawn):
    return {f"t{n}": (f"P{n % 3}", sentences) for n, sentences in enumerate(drawn)}


@settings(max_examples=30)
@given(CORPORA)
def test_two_groups_say_what_their_contrast_says(drawn):
    texts = {k: ("Red" if n % 2 else "Blue", s) for n, (k, (_, s)) in enumerate(corpus(drawn).items())}
    evidence, exposure, sides = made(texts)
    chosen = Settings(draws=30)
    held = groups(evidence, exposure, by="party", sides=sides, settings=chosen, baseline=BASELINE, least=1)
    for name in held.names:
        other = next(n for n in held.names if n != name)
        pair = contrast(
            evidence, exposure, a=name, b=other, by="party", sides=sides, settings=chosen, baseline=BASELINE
        ).table
        mine = held.of(name)
        for ours, theirs in (
            *(("value", "value_a"), ("low", "low_a"), ("high", "high_a"), ("others_value", "value_b")),
            *(("hits", "hits_a"), ("others_hits", "hits_b"), ("words", "words_a"), ("effect", "effect")),
            *(("effect_low", "low"), ("effect_high", "high"), ("percentile", "percentile")),
        ):
            np.testing.assert_allclose(
                mine[ours].to_numpy(float),
                pair[theirs].to_numpy(float),
                rtol=1e-12,
                equal_nan=True,
                err_msg=ours,
            )
        assert mine["strength"].tolist() == pair["strength"].tolist()
        assert mine["note"].tolist() == pair["note"].tolist()


@settings(max_examples=20)
@given(CORPORA, st.randoms(use_true_random=False))
def test_the_order_of_texts_changes_nothing(drawn, random):
    texts = corpus(drawn)
    names = list(texts)
    random.shuffle(names)
    first = grouped(texts, draws=20, least=1)
    again = grouped({n: texts[n] for n in names}, draws=20, least=1)
    assert first.names == again.names
    assert first.warnings == again.warnings
    pd.testing.assert_frame_equal(first.table, again.table, check_exact=True)


@settings(max_examples=30)
@given(CORPORA)
def test_hits_and_words_of_a_group_and_the_others_add_up(drawn):
    held = grouped(corpus(drawn), draws=0, least=1).table
    rates = held[held["feature"] == "theme.x@1"]
    assert (rates["hits"] + rates["others_hits"]).nunique() == 1
    assert (rates["words"] + rates["others_words"]).nunique() == 1
    assert rates["hits"].sum() == rates["hits"].iloc[0] + rates["others_hits"].iloc[0]
    known = held[held["effect"].notna() & held["effect_low"].notna()]
    assert (known["effect_low"] <= known["effect"]).all()
    assert (known["effect"] <= known["effect_high"]).all()
