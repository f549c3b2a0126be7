"""Wordfish: a published example, simulated truth, invariances and refusals."""

import math

import numpy as np
import pytest
from scipy.sparse import csr_array, hstack

from rhetoric.compare.tilted import Tilted, moments
from rhetoric.compare.wordcounts import WordCounts
from rhetoric.compare.wordfish import FEW_TEXTS, GROUPS, fit, widening, wordfish
from rhetoric.errors import NotFound, TooFewTexts

# counts simulated by, and positions estimated with, the R package austin (W. Lowe), as printed in teaching notes for it; a line a word
AUSTIN = """
23 21 18 19 12 16 13 8 6 2
22 21 23 22 19 16 7 12 6 8
20 25 17 15 20 14 11 10 8 8
22 13 14 25 17 7 12 7 4 5
23 17 16 21 14 9 9 6 9 6
0 5 6 16 13 19 14 14 20 20
3 4 8 10 11 13 16 21 15 23
9 8 13 8 16 11 12 23 21 20
4 7 10 10 9 15 13 28 17 21
2 6 10 11 20 11 17 20 12 15
51 59 46 41 33 36 24 22 21 15
62 56 43 40 46 39 13 28 11 16
65 52 64 36 46 29 30 13 21 14
64 64 59 59 29 41 21 22 17 12
62 51 52 32 40 30 26 14 20 15
16 17 15 28 33 33 52 57 69 71
18 19 20 30 35 51 54 45 55 62
7 17 21 22 30 47 55 49 49 51
9 14 26 26 29 30 47 38 60 62
18 24 19 29 28 33 54 63 59 54
"""
AUSTIN_THETA = [-1.5446, -1.1096, -0.8599, -0.4691, -0.2022, 0.1055, 0.6969, 0.8999, 1.1153, 1.3662]
AUSTIN_SE = [0.11595, 0.10195, 0.09614, 0.09005, 0.08791, 0.08743, 0.09242, 0.09598, 0.10084, 0.10796]


def simulated(seed, texts=40, words=600, size=1500):
    """Counts of a Poisson model with known positions, mean 0 and standard deviation 1."""
    rng = np.random.default_rng(seed)
    theta = rng.normal(size=texts)
    theta = (theta - theta.mean()) / theta.std(ddof=1)
    share = np.exp(-np.log(np.arange(words) + 5) + np.outer(theta, rng.normal(0, 0.5, words)))
    rates = size * share / share.sum(axis=1, keepdims=True)
    counts = rng.poisson(rates).astype(float)
    return theta, counts[:, counts.sum(axis=0) > 0]


def made(counts):
    """Name texts and words."""
    rows, columns = counts.shape
    return WordCounts(
        tuple(f"d{n:03}" for n in range(rows)), tuple(f"w{n:05}" for n in range(columns)), csr_array(counts)
    )


def test_published_example():
    counts = np.array([row.split() for row in AUSTIN.strip().splitlines()], float).T
    theta, se = np.array(AUSTIN_THETA), np.array(AUSTIN_SE)
    centre, spread = theta.mean(), theta.std(ddof=1)  # as printed: -0.0002 and 1.0019
    found = fit(csr_array(counts), (0, 9), theta_sd=math.inf)
    assert found.converged
    assert found.theta == pytest.approx((theta - centre) / spread, abs=2e-4)
    assert found.se == pytest.approx(se / spread, abs=1e-4)


def test_truth_is_recovered_and_covered():
    covered, correlations = [], []
    for seed in range(6):
        theta, counts = simulated(seed)
        found = fit(csr_array(counts), (int(theta.argmin()), int(theta.argmax())))
        correlations.append(np.corrcoef(theta, found.theta)[0, 1])
        covered.append(np.abs(found.theta - theta) < 1.96 * found.se * np.sqrt(found.dispersion))
    assert min(correlations) > 0.99
    assert 0.85 < np.mean(covered) <= 1


def test_bursty_words_widen_the_intervals():
    theta, counts = simulated(3)
    rng = np.random.default_rng(1)
    bursty = rng.poisson(counts * rng.gamma(0.5, 2.0, counts.shape))
    plain, wide = (
        fit(csr_array(c.astype(float)), (0, 1)) for c in (counts, bursty[:, bursty.sum(axis=0) > 0])
    )
    assert np.median(wide.dispersion) > 1.5 * np.median(plain.dispersion)
    assert np.abs(np.corrcoef(wide.theta, theta)[0, 1]) > 0.9


def test_few_texts_widen_the_intervals():
    alone, widened = [], []
    for seed in range(3):
        theta, counts = simulated(seed, texts=15, words=2500)
        scale = wordfish(made(counts), f"d{theta.argmin():03}", f"d{theta.argmax():03}")
        rows = scale.documents
        half = 1.96 * rows["se"] * np.sqrt(rows["dispersion"])
        ends = (rows["high"] - rows["position"]).to_numpy()
        assert ends == pytest.approx((scale.about["widened"] * half).to_numpy(), rel=1e-3)
        alone.append((rows["position"] - theta).abs() < half)
        widened.append((rows["low"] < theta) & (theta < rows["high"]))
    assert np.mean(alone) < 0.85 < np.mean(widened)


def test_the_factor_is_that_of_a_jackknife_of_words():
    _, counts = simulated(0, texts=15, words=1000, size=800)
    counts = counts[:, np.argsort(-counts.sum(axis=0), kind="stable")]  # groups are every tenth column
    found = fit(csr_array(counts), (0, 1))
    ends = int(found.theta.argmin()), int(found.theta.argmax())
    without = [fit(csr_array(np.delete(counts, np.s_[g::GROUPS], axis=1)), ends).theta for g in range(GROUPS)]
    square = ((np.array(without) - np.mean(without, axis=0)) ** 2).sum(axis=0)
    ratio = (GROUPS - 1) / GROUPS * square / (found.se**2 * found.dispersion)
    assert ratio.mean() > 1
    assert widening(csr_array(counts), found) == pytest.approx(math.sqrt(ratio.mean()), rel=1e-2)


def test_many_texts_are_not_widened():
    _, counts = simulated(0, texts=FEW_TEXTS + 1, words=300, size=400)
    scale = wordfish(made(counts))
    assert scale.about["widened"] == 1
    assert not any("as wide as" in n for n in scale.notes)


def test_groups_that_leave_a_text_empty_are_passed_over():
    _, counts = simulated(0, texts=15, words=1500, size=800)
    counts[4] = 0
    counts[4, 0] = 40  # a text of one word, over and over
    scale = wordfish(made(counts))
    assert np.isfinite(scale.documents["low"]).all()
    assert scale.about["widened"] > 1


def test_positions_are_standard_and_the_direction_is_asked_for():
    _, counts = simulated(0)
    scale = wordfish(made(counts), low="d003", high="d007")
    rows = scale.documents.set_index("doc_id")
    assert rows["position"].mean() == pytest.approx(0, abs=1e-9)
    assert rows["position"].std() == pytest.approx(1)
    assert rows.loc["d003", "position"] < rows.loc["d007", "position"]
    other = wordfish(made(counts), low="d007", high="d003")
    assert other.documents["position"].to_numpy() == pytest.approx(-rows["position"].to_numpy(), abs=1e-5)
    assert (rows["low"] < rows["position"]).all()
    assert (rows["high"] > rows["position"]).all()


def test_words_of_the_high_end_have_high_weights():
    theta, counts = simulated(0)
    scale = wordfish(made(counts), low=f"d{theta.argmin():03}", high=f"d{theta.argmax():03}")
    top = scale.words[scale.words["weight"] > 0].head(20)["word"]
    share = counts / counts.sum(axis=1, keepdims=True)
    columns = [int(w[1:]) for w in top]
    assert share[theta > 1][:, columns].mean() > 3 * share[theta < -1][:, columns].mean()


def test_order_of_texts_changes_nothing():
    _, counts = simulated(1)
    order = np.random.default_rng(0).permutation(len(counts))
    first = fit(csr_array(counts), (0, 1))
    second = fit(csr_array(counts[order]), (int(np.argsort(order)[0]), int(np.argsort(order)[1])))
    assert second.theta == pytest.approx(first.theta[order], abs=1e-5)


def test_words_twice_and_counts_twice():
    _, counts = simulated(2)
    once = fit(csr_array(counts), (0, 1))
    for twice in (csr_array(2 * counts), csr_array(hstack([csr_array(counts)] * 2))):
        found = fit(twice, (0, 1))
        assert np.corrcoef(found.theta, once.theta)[0, 1] > 0.9999
        assert (found.se / once.se).mean() == pytest.approx(1 / math.sqrt(2), rel=0.03)


def test_same_bytes():
    _, counts = simulated(4)
    first, second = (wordfish(made(counts)) for _ in range(2))
    assert first.documents.to_csv() == second.documents.to_csv()
    assert first.words.to_csv() == second.words.to_csv()


def test_table_of_sums_is_exact():
    rng = np.random.default_rng(0)
    values, weights = rng.normal(0, 2, 300), rng.normal(0, 3, 300)
    table = Tilted.of(values, weights, -4, 4)
    at = rng.uniform(-4, 4, 50)
    total, mean, spread = moments(values, weights, at)
    assert table.total(at) == pytest.approx(total, abs=1e-6)
    assert table.mean(at) == pytest.approx(mean, abs=1e-5)
    assert table.slope(at) == pytest.approx(spread, abs=2e-3)


def test_refusals_say_how_many():
    _, counts = simulated(0)
    with pytest.raises(TooFewTexts, match=r"needs 10 texts .* there are 9"):
        wordfish(made(counts[:9]))
    with pytest.raises(TooFewTexts, match=r"needs 100 words .* there are 30"):
        wordfish(made(counts[:, :30] + 1))
    with pytest.raises(TooFewTexts, match="same words in the same shares"):
        wordfish(made(np.tile(counts[:1] + 1, (12, 1))))
    with pytest.raises(NotFound, match="no text 'nobody'"):
        wordfish(made(counts), low="nobody")


def test_short_texts_have_no_position():
    _, counts = simulated(0)
    counts[5] = 0
    counts[5, :3] = 1
    scale = wordfish(made(counts))
    assert np.isnan(scale.documents.loc[5, "position"])
    assert scale.documents.loc[5, "words"] == 3
    assert scale.documents["position"].notna().sum() == len(counts) - 1
    assert any("under 20 scored words" in n for n in scale.notes)
