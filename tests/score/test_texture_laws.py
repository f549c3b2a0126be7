"""Laws of texture."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from texture_texts import corpus, units, values

from rhetoric.compare.resampling import resampling
from rhetoric.score.texture import texture
from rhetoric.score.texture.diversity import BY_FREQUENCY, HDD
from rhetoric.score.texture.mtld import FLOOR, MTLD
from rhetoric.score.texture.table import OF_VARIETY, defined
from rhetoric.score.texture.variety import VarietyCounts
from rhetoric.score.texture.windows import segments, windows

TOKENS = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=120)
SENTENCE = st.lists(
    st.sampled_from(
        "the minister of state said that we shall win nobody's favourable 1945 x-ray and".split()
    ),
    min_size=1,
    max_size=12,
).map(lambda words: " ".join(words).capitalize() + ".")
TEXT = st.lists(SENTENCE, max_size=25).map(" ".join)


def diversity(*tokens):
    counts = VarietyCounts(units(*tokens)).total()
    return defined(OF_VARIETY, counts, counts.tokens, counts.tokens)


@given(TOKENS, st.randoms(use_true_random=False))
def test_indices_of_frequency_do_not_see_order(tokens, random):
    other = random.sample(tokens, len(tokens))
    one, two = (VarietyCounts(units(t)).total() for t in (tokens, other))
    for measure in BY_FREQUENCY:
        np.testing.assert_allclose(measure(one), measure(two), rtol=1e-9, atol=1e-12)


@given(st.integers(1, 300))
def test_mtld_of_all_different_words_is_not_defined(size):
    assert np.isnan(MTLD(VarietyCounts(units([f"w{n}" for n in range(size)])).total())).all()


@given(TOKENS)
def test_mtld_is_the_same_read_from_either_end(tokens):
    one, two = (MTLD(VarietyCounts(units(t)).total()) for t in (tokens, tokens[::-1]))
    np.testing.assert_allclose(one, two)


@given(TOKENS)
def test_factors_are_those_of_a_plain_count(tokens):
    whole, start, full = 0.0, 0, 0
    for n in range(len(tokens)):
        ratio = len(set(tokens[start : n + 1])) / (n + 1 - start)
        if ratio <= FLOOR:
            full, start = full + 1, n + 1
    if start < len(tokens):
        whole = (1 - len(set(tokens[start:])) / (len(tokens) - start)) / (1 - FLOOR)
    found = VarietyCounts(units(tokens)).total().factors_forward
    np.testing.assert_allclose(found, [full + whole if full else np.nan])


@given(st.lists(TOKENS, min_size=1, max_size=4), st.integers(1, 12))
def test_windows_and_segments_are_those_of_a_plain_count(many, window):
    words = units(*many)
    for count, starts in (
        (windows, lambda n: range(n - window + 1)),
        (segments, lambda n: range(0, n - window + 1, window)),
    ):
        types, tokens = count(words, window)
        expected = [[len(set(t[s : s + window])) for s in starts(len(t))] for t in many]
        assert types.tolist() == [sum(e) for e in expected]
        assert tokens.tolist() == [window * len(e) for e in expected]


@given(TOKENS)
def test_values_lie_where_they_can(tokens):
    for measure, value in zip(OF_VARIETY, diversity(tokens)[0], strict=True):
        assert np.isnan(value) or measure.least - 1e-9 <= value <= measure.most + 1e-9
        if measure is HDD:
            assert np.isnan(value) == (len(tokens) < 42)


@given(st.lists(TEXT, min_size=2, max_size=4), st.booleans())
def test_another_text_changes_no_row(texts, ranges):
    interval = resampling(0.95, 50, 1) if ranges else None
    whole = texture(corpus(*texts), interval)
    for n in range(len(texts)):
        alone = texture(corpus(*texts)[n : n + 1], interval)
        first = texture(corpus(*[""] * n, texts[n]), interval)
        for other in (alone, first):
            pd.testing.assert_frame_equal(
                whole[whole["doc_id"] == f"d{n}"].reset_index(drop=True),
                other[other["doc_id"] == f"d{n}"].reset_index(drop=True),
                check_exact=True,
            )


@given(TEXT)
def test_one_voice_alone_is_all(text):
    table = texture(corpus(text))
    if text:
        np.testing.assert_array_equal(
            list(values(table, voice="unattributed").values()), list(values(table, voice="all").values())
        )


@given(TEXT)
def test_ranges_hold_their_values(text):
    table = texture(corpus(text), resampling(0.95, 50, 1))
    known = table["low"].notna()
    assert (table["low"][known] <= table["value"][known] + 1e-12).all()
    assert (table["value"][known] <= table["high"][known] + 1e-12).all()
    assert not (known & table["value"].isna()).any()
