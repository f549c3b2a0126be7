"""Spread over parts: by hand, against the reference, and what must hold."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inaugurals import addresses, column, table

from rhetoric.compare.dispersion import MEASURES, measures
from rhetoric.errors import SettingsError
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings


def of(counts, words):
    """Return the measures of one term from its counts in every part."""
    counts = np.array(counts)
    part = np.flatnonzero(counts)
    return measures(np.zeros(len(part), int), part, counts[part], np.array(words, float), 1).iloc[0]


def test_by_hand():
    # one hit in each of two parts of ten words, none in the one of twenty: v = .5, .5, 0 and s = .25, .25, .5
    row = of([1, 1, 0], [10, 10, 20])
    assert row[["hits", "parts", "range"]].tolist() == [2, 3, 2]
    assert row["dp"] == pytest.approx((0.25 + 0.25 + 0.5) / 2)
    assert row["dp_norm"] == pytest.approx(0.5 / 0.75)
    # rates .1, .1 and 0: mean 1/15, standard deviation sqrt(2)/30
    assert row["juilland_d"] == pytest.approx(1 - (math.sqrt(2) / 30) / (1 / 15) / math.sqrt(2))
    assert row["rosengren_s"] == pytest.approx((2 * math.sqrt(0.125)) ** 2)
    assert row["kld"] == pytest.approx(1)


def test_even_and_uneven():
    even = of([1, 1, 2], [10, 10, 20])
    assert even[list(MEASURES)].tolist() == pytest.approx([0, 0, 1, 1, 0], abs=1e-12)
    one = of([0, 4, 0, 0], [10, 10, 10, 10])
    assert one[list(MEASURES)].tolist() == pytest.approx([0.75, 1, 0, 0.25, 2])


def test_one_part_and_no_hits_are_undefined():
    assert of([3], [10])[list(MEASURES)].isna().all()
    assert of([0, 0], [10, 10])[list(MEASURES)].isna().all()
    assert of([0, 0], [10, 10])["range"] == 0


def test_parts_without_words_are_none():
    assert of([1, 0, 1, 0], [10, 0, 20, 0]).equals(of([1, 1], [10, 20]))


PARTS = st.lists(st.tuples(st.integers(0, 20), st.integers(20, 400)), min_size=2, max_size=12)


@given(PARTS, st.randoms())
def test_bounds_and_order(parts, random):
    row = of(*zip(*parts, strict=True))
    if not row["hits"]:
        return
    for name in ("dp", "dp_norm", "juilland_d", "rosengren_s"):
        assert -1e-9 <= row[name] <= 1 + 1e-9, name
    assert row["kld"] >= -1e-9
    turned = random.sample(parts, len(parts))
    again = of(*zip(*turned, strict=True))
    assert again.to_numpy(float) == pytest.approx(row.to_numpy(float))


@given(PARTS)
def test_a_word_as_often_again_everywhere_is_spread_as_before(parts):
    counts, words = zip(*parts, strict=True)
    row, twice = of(counts, words), of([2 * c for c in counts], words)
    assert twice[list(MEASURES)].to_numpy(float) == pytest.approx(
        row[list(MEASURES)].to_numpy(float), nan_ok=True
    )


# -- of a corpus --------------------------------------------------------------------------------------------

ONE = 'Roads matter, "roads crack," said Carol Dunn.\n\nHope mends roads.'
TWO = "Rivers matter."


@pytest.fixture(scope="module")
def analysis():
    documents = [Document("one", ONE, author="Ann Lee"), Document("two", TWO, author="Bob Hay")]
    return analyse_documents(documents, Settings(layers=()))


def test_over_texts(analysis):
    rows = analysis.dispersion().set_index("word")
    assert rows.index[:2].tolist() == ["roads", "matter"]  # by hits, then by name
    assert rows.loc["roads", ["hits", "parts", "range"]].tolist() == [3, 2, 1]
    # ten words and two
    assert rows.loc["matter", "dp"] == pytest.approx((abs(1 / 2 - 10 / 12) + abs(1 / 2 - 2 / 12)) / 2)


def test_over_other_parts(analysis):
    paragraphs = analysis.dispersion("paragraph").set_index("word")
    assert paragraphs.loc["roads", ["parts", "range"]].tolist() == [3, 2]
    voices = analysis.dispersion("voice").set_index("word")
    assert voices.loc["roads", "range"] == 2  # Ann Lee and Carol Dunn
    chunks = analysis.dispersion("chunk", chunks=4).set_index("word")
    assert chunks.loc["roads", ["parts", "range"]].tolist() == [4, 2]  # words 1, 3 and 10 of 12
    assert set(analysis.dispersion(least=2)["word"]) == {"roads", "matter"}


def test_what_makes_no_sense_is_refused(analysis):
    with pytest.raises(SettingsError, match="paragraph"):
        analysis.dispersion("page")
    with pytest.raises(SettingsError, match="2 or more"):
        analysis.dispersion("chunk", chunks=1)


def test_no_words():
    assert len(analyse_documents([Document("d", "...")], Settings(layers=())).dispersion()) == 0


# -- the reference -----------------------------------------------------------------------------------------


def inaugural():
    texts = [Counter(words) for words in addresses().values()]
    terms = {w: n for n, w in enumerate(sorted(set().union(*texts)))}
    cells = [(terms[w], part, n) for part, text in enumerate(texts) for w, n in text.items()]
    term, part, count = np.array(cells).T
    rows = measures(term, part, count, np.array([sum(t.values()) for t in texts], float))
    return rows.set_index(np.array(list(terms)))


@pytest.mark.shared
def test_agrees_with_the_definitions_on_inaugurals():
    rows = table("dispersion_by_definition.csv")
    ours = inaugural().loc[[r["feature"] for r in rows]]
    names = ("DP_gries", "DPnorm", "Juilland_D_propcv_popsd", "Rosengren_S", "KLD_bits")
    for mine, theirs in zip(("hits", "range", *MEASURES), ("f", "range", *names), strict=True):
        assert ours[mine].to_numpy() == pytest.approx(column(rows, theirs), abs=1e-6), mine


@pytest.mark.shared
def test_agrees_with_quanteda_on_frequencies():
    rows = table("frequency.csv")
    ours = inaugural().loc[[r["feature"] for r in rows]]
    assert ours["hits"].tolist() == [int(r["frequency"]) for r in rows]
    assert ours["range"].tolist() == [int(r["docfreq"]) for r in rows]
