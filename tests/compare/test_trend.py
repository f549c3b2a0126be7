"""Trends: values and slopes by hand, intervals, smooth lines, what is left out, and what is refused."""

import math

import numpy as np
import pytest

from rhetoric.compare import trend
from rhetoric.compare.smooth import line_slope, log_slope, log_slope_error, smoother
from rhetoric.errors import NotFound, TooFewTexts
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

X, Y = (
    Feature("theme.x", label="X", unit="per 1,000 words"),
    Feature("sentiment.y", measure="mean", unit="-1 to 1"),
)
QUICK = Settings(draws=200)


def made(counts, words=100, per=10, order=1):
    """Texts of sentences of ten words, ten a text; `counts` gives the hits of every text, by year from 2000."""
    docs, dates, hits = [], {}, []
    for year, row in enumerate(counts):
        for n, k in enumerate(row):
            docs.append(f"y{year}t{n:02}")
            dates[docs[-1]] = str(2000 + year)
            hits.append(k)
    docs, hits = docs[::order], hits[::order]
    doc, sentence = (a.ravel() for a in np.indices((len(docs), per)))
    size = np.full(len(doc), words // per)
    exposure = Exposure(doc, np.zeros(len(doc)), sentence, size, size, tuple(docs), ("v",))
    rows = [(d, i % per) for d, k in enumerate(hits) for i in range(k)]
    d, s = zip(*rows, strict=True) if rows else ((), ())
    n = len(d)
    both = [np.concatenate([a, a]) for a in (np.array(d, int), np.array(s, int))]
    evidence = Evidence(
        both[0], np.repeat([0, 1], n), np.zeros(2 * n), np.arange(2 * n), np.arange(2 * n) + 1, np.zeros(2 * n), both[1],
        np.concatenate([np.ones(n), np.where(both[1][:n] % 2, 1.0, -0.5)]), np.zeros(2 * n, bool), np.full(2 * n, None, object),
        docs=tuple(docs), features=(X, Y), entries=("e",), voices=("v",),
    )  # fmt: skip
    return evidence, exposure, dates


def test_values_by_hand():
    found = trend(*made([[1, 2], [4], [], [0, 0]]), features=["theme.x"], settings=QUICK)
    rows = found.table
    assert found.every == "year"
    assert rows["period"].tolist() == ["2000", "2001", "2002", "2003"]
    assert rows["start"].tolist()[0] == "2000-01-01"
    assert rows["end"].tolist()[0] == "2000-12-31"
    assert rows["texts"].tolist() == [2, 1, 0, 2]
    assert rows["words"].tolist() == [200, 100, 0, 200]
    assert rows["hits"].tolist() == [3, 4, 0, 0]
    assert rows["value"].tolist() == pytest.approx([15, 40, np.nan, 0], nan_ok=True)
    assert rows["high"].iloc[3] > 0  # none found is not none there
    assert rows["smooth"].isna().all()  # under five periods with words
    assert "Periods without texts: 1 of 4." in found.notes


def test_means_by_hand():
    rows = trend(*made([[2], [1], [0], [4]]), features=["sentiment"], settings=QUICK).table
    assert rows["value"].tolist() == pytest.approx([0.25, -0.5, np.nan, 0.25], nan_ok=True)
    assert rows["hits"].tolist() == [2, 1, 0, 4]


def test_a_rate_that_doubles():
    found = trend(
        *made([[2] * 25, [4] * 25, [8] * 25, [16] * 25, [32] * 25]), features=["theme.x"], settings=QUICK
    )
    row = found.summary.iloc[0]
    assert row["effect"] == pytest.approx(2, rel=0.01)
    assert row["low"] <= row["effect"] <= row["high"]
    assert (row["strength"], row["note"]) == ("clear", "")
    assert row["effect_kind"] == "ratio a year"
    assert found.table["smooth"].is_monotonic_increasing


def test_slope_is_that_of_poisson_regression():
    hits, words, at = np.array([3.0, 9, 4, 12]), np.array([100.0, 250, 80, 150]), np.array([0.0, 1, 2, 5])
    b = float(log_slope(hits, words, at))
    rate = words * np.exp(b * at)
    rate *= hits.sum() / rate.sum()  # the likelihood equations of intercept and slope
    assert (hits - rate) @ at == pytest.approx(0, abs=1e-6)
    two = float(log_slope(np.array([10.0, 40]), np.array([100.0, 200]), np.array([0.0, 2])))
    assert two == pytest.approx(math.log(2) / 2)
    error = log_slope_error(np.array([100.0, 100]), np.array([1.0, 1]), np.array([0.0, 1]), 0.0)
    assert error == pytest.approx(math.sqrt(1 / 100 + 1 / 100))


def test_straight_line():
    at = np.array([0.0, 1, 2, 3])
    assert float(line_slope(2 * at + 1, np.array([1.0, 5, 1, 2]), at)) == pytest.approx(2)
    assert float(line_slope(np.array([0, 1, np.nan, 3]), np.array([1.0, 1, 0, 1]), at)) == pytest.approx(1)


def test_smooth_keeps_straight_lines_and_spans_gaps():
    at, weights = np.arange(12.0), np.array([1.0, 2, 0, 4, 1, 1, 3, 0, 1, 2, 1, 1])
    line = smoother(at, weights)
    values = np.where(weights > 0, 3 * at - 1, 99)
    assert line @ values == pytest.approx(3 * at - 1)
    assert line.sum(axis=1) == pytest.approx(1)
    assert np.isnan(smoother(at[:6], np.array([1.0, 1, 1, 1, 0, 0]))).all()


def test_order_of_texts_changes_nothing():
    rng = np.random.default_rng(0)
    counts = rng.poisson(2, (6, 23)).tolist()
    first, second = (trend(*made(counts, order=o), settings=QUICK) for o in (1, -1))
    assert first.table.to_csv() == second.table.to_csv()
    assert first.summary.to_csv() == second.summary.to_csv()


def test_one_feature_at_a_time_gives_the_same():
    counts = np.random.default_rng(1).poisson(2, (5, 21)).tolist()
    whole = trend(*made(counts), settings=QUICK)
    alone = trend(*made(counts), features=["sentiment.y"], settings=QUICK)
    assert whole.table[whole.table["feature"] == "sentiment.y@1"].to_csv(index=False) == alone.table.to_csv(
        index=False
    )


def test_texts_are_drawn_from_twenty_on():
    uneven = [[0] * 10 + [8] * 10 for _ in range(5)]
    many, few = (
        trend(*made([r[a:b] for r in uneven]), features=["theme"], settings=QUICK)
        for a, b in ((0, 20), (1, 19))
    )
    width = [float((t.table["high"] - t.table["low"]).mean()) for t in (many, few)]
    assert width[0] > 20  # the texts are of two kinds, and the interval sees it
    assert any("under 20 texts" in n for n in few.notes)
    assert not any("under 20 texts" in n for n in many.notes)


def test_flat_rates_are_seldom_clear():
    rng = np.random.default_rng(5)
    clear = 0
    for _ in range(40):
        level = rng.gamma(4, 0.5, (8, 20))  # texts differ
        found = trend(*made(rng.poisson(level).tolist()), features=["theme.x"], settings=QUICK)
        clear += found.summary["strength"].iloc[0] == "clear"
    assert clear <= 5


def test_groups_and_chart():
    evidence, exposure, dates = made([[1, 2], [3, 4], [5, 6]])
    sides = {(d, "v"): "odd" if d.endswith("1") else "even" for d in exposure.docs}
    found = trend(evidence, exposure, dates, features=["theme.x"], sides=sides, settings=QUICK)
    rows = found.chart("theme.x")
    assert list(rows.columns[:8]) == ["period", "start", "value", "low", "high", "hits", "texts", "group"]
    assert rows["hits"].tolist() == [1, 3, 5, 2, 4, 6]
    assert rows["group"].tolist() == ["even"] * 3 + ["odd"] * 3
    assert found.summary["strength"].tolist() == ["too few to say"] * 2


def test_refusals():
    with pytest.raises(TooFewTexts, match="a trend needs texts in 3 periods"):
        trend(*made([[1], [2]]), settings=QUICK)
    with pytest.raises(NotFound, match=r"no feature 'theme\.z'"):
        trend(*made([[1], [2], [3]]), features=["theme.z"], settings=QUICK)


def test_facade_by_hand():
    text = "Plain words stand here. The economy is in crisis."
    documents = [Document(f"d{n}", text, date=f"201{n}-05") for n in range(3)] + [Document("e", text)]
    found = analyse_documents(documents, Settings(layers=("theme",), draws=50)).trend("theme", every="year")
    assert found.table.groupby("period")["words"].first().tolist() == [9, 9, 9]
    assert found.notes[0] == "Texts without a date that can be read, left out: 1."
    assert "<table" in found._repr_html_()
