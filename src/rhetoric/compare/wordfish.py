"""Wordfish: where texts stand on one dimension, from how often they use each word."""

from __future__ import annotations

import contextlib
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.compare.tilted import Tilted
from rhetoric.compare.wordcounts import WordCounts
from rhetoric.errors import NotFound, TooFewTexts
from rhetoric.model.columns import Array, Floats
from rhetoric.model.scale import Scale

LEAST_TEXTS, LEAST_WORDS, LEAST_SIZE = 10, 100, 20  # texts; words shared by two texts; words of a text
FEW_TEXTS = 100  # up to them the intervals are widened by leaving words out
GROUPS = 10  # of words, left out in turn
USUAL_TEXTS = 5  # that a word should stand in
INSTEAD = "compare the texts on themes or distinctive words instead (compare, keyness)"
TOLERANCE, ROUGH = (
    1e-6,
    1e-4,
)  # of positions, in standard deviations: of the fit, and of those without some words
ROUNDS = 1000
MARGIN = 1.0  # how far a parameter may move in one round
BETA_SD, THETA_SD = 3.0, 1.0


@dataclass(frozen=True, eq=False)
class Fit:
    """The parameters of a Wordfish model; see `fit`."""

    theta: Floats
    alpha: Floats
    beta: Floats
    psi: Floats
    se: Floats
    dispersion: Floats
    loglik: float
    rounds: int
    change: float

    @property
    def converged(self) -> bool:
        """Whether the positions had stopped moving."""
        return self.change < TOLERANCE


def wordfish(
    counts: WordCounts,
    low: str = "",
    high: str = "",
    *,
    least_texts: int = 0,
    level: float = 0.95,
    theta_sd: float = THETA_SD,
) -> Scale:
    """Place texts on the one dimension along which their words differ most.

    Parameters
    ----------
    counts : WordCounts
    low, high : str
        Two texts that set the direction: the first shall stand below the second. It changes the sign of all positions and nothing else.
        Without them the first text by name stands below the last.
    least_texts : int
        Words in fewer texts are left out: a word of one text says nothing of where it stands to the others, and rare words make ``se``
        too small. By default a tenth of the texts, at least two and at most five.
    level : float
        Coverage of the intervals.
    theta_sd : float
        Standard deviation of the normal prior on positions; ``math.inf`` for none, as in Slapin and Proksch's own programme.

    Returns
    -------
    Scale
        Documents: ``position`` (mean 0, standard deviation 1), ``se``, ``low``, ``high``, ``words`` (those scored), ``alpha``,
        ``dispersion``. Words: ``word, weight`` (beta; above 0 for the words of texts with high positions), ``psi, count, texts``, those that
        move positions most (``|weight| * sqrt(count)``) first.

    Raises
    ------
    TooFewTexts
        Under 10 texts, under 100 words that two texts share, or where every text has the same words.
    NotFound
        If there is no text called `low` or `high`.

    Notes
    -----
    ``count[i, j] ~ Poisson(exp(alpha_i + psi_j + beta_j * theta_i))`` (Slapin and Proksch 2008), with ``beta ~ N(0, 3)`` and
    ``theta ~ N(0, 1)``, fitted by conditional maximum likelihood from the first axis of a correspondence analysis. The sums over all words
    depend on a text only through its position, and those over all texts on a word only through its weight, so both are read off a table
    and a round costs the counts above 0 rather than texts times words.

    ``se`` takes the weights of words as known and words as independent, as published; it is too small for real texts (Lowe and Benoit
    2013). ``low`` and ``high`` are widened by ``sqrt(dispersion)``, the ratio of the score's empirical to its Poisson variance (at least 1),
    and up to 100 texts by one more factor for all of them, ``about["widened"]``: see `widening`. It takes several times as long as the fit.
    The dimension is whatever the words differ on most: topic, genre or date as readily as ideology. Read the words before naming it.

    References
    ----------
    Slapin, Jonathan B. and Proksch, Sven-Oliver (2008). A Scaling Model for Estimating Time-Series Party Positions from Texts. American
    Journal of Political Science 52 (3), 705-722.

    Lowe, Will and Benoit, Kenneth (2013). Validating Estimates of Latent Traits from Textual Data Using Human Judgment as a Benchmark.
    Political Analysis 21 (3), 298-313.

    Kott, Phillip S. (2001). The Delete-a-Group Jackknife. Journal of Official Statistics 17 (4), 521-526.
    """
    from scipy.special import ndtri

    least = least_texts or min(USUAL_TEXTS, max(2, len(counts.units) // 10))
    shared = counts.kept(counts.texts >= least)
    kept = np.flatnonzero(shared.size >= LEAST_SIZE)
    refuse(counts, len(kept), len(shared.words))
    names = [counts.units[n] for n in kept]
    for end in (low, high):
        if end and end not in names:
            raise NotFound(f"no text {end!r} to set the direction", f"choose from {', '.join(names[:20])}")
    used = WordCounts(tuple(names), shared.words, shared.table[kept])
    used = used.kept(used.texts > 0)
    below, above = names.index(low or min(names)), names.index(high or max(names))
    found = fit(used.table, (below, above), theta_sd=theta_sd)
    widened = widening(used.table, found, theta_sd) if len(kept) <= FEW_TEXTS else 1.0
    half = float(ndtri(0.5 + level / 2)) * widened * found.se * np.sqrt(found.dispersion)
    rows = pd.DataFrame(
        {
            "doc_id": names,
            "position": found.theta,
            "se": found.se,
            "low": found.theta - half,
            "high": found.theta + half,
            "words": used.size.astype(np.int64),
            "alpha": found.alpha,
            "dispersion": found.dispersion,
        }
    )
    rows = rows.set_index("doc_id").reindex(list(counts.units)).reset_index()
    rows["words"] = shared.size.astype(np.int64)
    about = {
        "low": low,
        "high": high,
        "least_texts": least,
        "loglik": found.loglik,
        "rounds": found.rounds,
        "converged": found.converged,
        "change": found.change,
        "level": level,
        "widened": widened,
    }
    return Scale(
        "wordfish",
        rows,
        word_table(used, found),
        about,
        notes(found, low, high, len(counts.units) - len(kept), widened),
    )


def refuse(counts: WordCounts, texts: int, shared: int) -> None:
    """Raise where there is too little to scale."""
    if texts < LEAST_TEXTS:
        short = f" of {len(counts.units)}" * (texts < len(counts.units))
        raise TooFewTexts(
            f"Wordfish needs {LEAST_TEXTS} texts of {LEAST_SIZE} words or more, and there are {texts}{short}",
            f"add texts, or {INSTEAD}",
        )
    if shared < LEAST_WORDS:
        raise TooFewTexts(
            f"Wordfish needs {LEAST_WORDS} words that two texts share, and there are {shared}",
            f"add longer texts, or {INSTEAD}",
        )


def notes(found: Fit, low: str, high: str, left_out: int, widened: float) -> tuple[str, ...]:
    """Return what must be said of a fit."""
    out = [
        "The dimension is what the words differ on most, which need not be ideology: read the words first."
    ]
    if not found.converged:
        out.append(
            f"The fit had not settled after {found.rounds} rounds (positions still moved by {found.change:.1g})."
        )
    if not (low and high):
        out.append("The direction is arbitrary: name a low and a high text to set it.")
    if widened > 1:
        out.append(
            f"The intervals are {widened:.2g} times as wide as the words of each text alone would give: "
            "positions move so much where a tenth of the words is left out."
        )
    if left_out:
        out.append(f"Texts with under {LEAST_SIZE} scored words, without a position: {left_out}.")
    return tuple(out)


def word_table(counts: WordCounts, found: Fit) -> pd.DataFrame:
    """Return the words, those that move positions most first."""
    n = np.asarray(counts.table.sum(axis=0)).ravel()
    rows = pd.DataFrame(
        {
            "word": list(counts.words),
            "weight": found.beta,
            "psi": found.psi,
            "count": n.astype(np.int64),
            "texts": counts.texts,
        }
    )
    order = np.lexsort((rows["word"], -np.abs(found.beta) * np.sqrt(n)))
    return rows.iloc[order].reset_index(drop=True)


def fit(
    table: Any,
    direction: tuple[int, int],
    *,
    beta_sd: float = BETA_SD,
    theta_sd: float = THETA_SD,
    start: Floats | None = None,
    tolerance: float = TOLERANCE,
) -> Fit:
    """Fit the model to a table of counts without empty rows and columns.

    Parameters
    ----------
    table : scipy.sparse.csr_array, shape (texts, words)
    direction : pair of int
        Rows of which the first shall have the lower position.
    beta_sd, theta_sd : float
        Standard deviations of the priors.
    start : float64 array, shape (texts,), optional
        Positions to start from; by default the first axis of a correspondence analysis.
    tolerance : float
        The positions have settled when none moves farther in a round.

    Raises
    ------
    TooFewTexts
        If all texts have the same words in the same shares.
    """
    size, total = (np.asarray(table.sum(axis=a), np.float64).ravel() for a in (1, 0))
    theta = standard(first_axis(table, size, total) if start is None else start)
    alpha, beta = np.log(size), np.zeros(table.shape[1])
    tight_beta, tight_theta = 1 / beta_sd**2, 0.0 if math.isinf(theta_sd) else 1 / theta_sd**2
    change, rounds = np.inf, 0
    while change >= tolerance and rounds < ROUNDS:
        rounds += 1
        of_words = Tilted.of(theta, alpha, beta.min() - MARGIN, beta.max() + MARGIN)
        beta = of_words.root(beta, theta @ table, total, tight_beta)
        psi = np.log(total) - of_words.total(beta)
        of_texts = Tilted.of(beta, psi, theta.min() - MARGIN, theta.max() + MARGIN)
        new = of_texts.root(theta, table @ beta, size, tight_theta)
        alpha = np.log(size) - of_texts.total(new)
        new = standard(new)
        alpha, beta = alpha + beta.mean() * new, beta - beta.mean()
        change = float(np.abs(new - theta).max())
        theta = new
    if theta[direction[0]] > theta[direction[1]]:
        theta, beta = -theta, -beta
    of_texts = Tilted.of(beta, psi, theta.min() - MARGIN, theta.max() + MARGIN)
    alpha = np.log(size) - of_texts.total(theta)
    information = size * of_texts.slope(theta)
    loglik = float(alpha @ size + psi @ total + theta @ (table @ beta) - size.sum())
    return Fit(
        theta,
        alpha,
        beta,
        psi,
        1 / np.sqrt(information + tight_theta),
        np.maximum(1.0, empirical(table, theta, alpha, beta, psi, of_texts.mean(theta)) / information),
        loglik - tight_beta * float(beta @ beta) / 2 - tight_theta * float(theta @ theta) / 2,
        rounds,
        change,
    )


def widening(table: Any, found: Fit, theta_sd: float = THETA_SD) -> float:
    """Return how many times ``se * sqrt(dispersion)`` positions vary when words are left out, 1 or more.

    Parameters
    ----------
    table : scipy.sparse.csr_array, shape (texts, words)
    found : Fit
        Of this table.
    theta_sd : float
        The prior that it was fitted with.

    Returns
    -------
    float
        The root of the mean, over texts, of the ratio of both variances.

    Notes
    -----
    A jackknife that deletes groups (Kott 2001): the words are dealt into ten groups by how common they are, and the model is fitted again
    without each. With K fits the variance of a position is ``(K - 1) / K`` times the sum of squares around their mean. It sees that the
    weights of words fit their own texts, and that words come in bursts, which ``se`` does not; not that two words go together. The
    factor is one for all texts, since ten fits say too little of each. Groups without which a text has no words, or all texts the
    same words, are passed over.
    """
    total = np.asarray(table.sum(axis=0)).ravel()
    group = np.empty(len(total), np.int64)
    group[np.argsort(-total, kind="stable")] = np.arange(len(total)) % GROUPS
    ends = int(found.theta.argmin()), int(found.theta.argmax())
    moved = []
    for g in range(GROUPS):
        part = table[:, np.flatnonzero(group != g)]
        if part.sum(axis=1).all():
            with contextlib.suppress(TooFewTexts):
                refit = fit(part, ends, theta_sd=theta_sd, start=found.theta, tolerance=ROUGH)
                moved.append(refit.theta)
    if len(moved) < 2:
        return 1.0
    variance = (len(moved) - 1) * np.var(moved, axis=0)
    return max(1.0, float(np.sqrt((variance / (found.se**2 * found.dispersion)).mean())))


def standard(values: Floats) -> Floats:
    """Return values with mean 0 and standard deviation 1."""
    spread = float(values.std(ddof=1))
    if not spread > 1e-9:
        raise TooFewTexts(
            "all texts have the same words in the same shares", f"add other texts, or {INSTEAD}"
        )
    out: Floats = (values - values.mean()) / spread
    return out


def first_axis(table: Any, size: Array, total: Array) -> Floats:
    """Return the texts' coordinates on the first axis of a correspondence analysis, as a start.

    The start of the iteration is fixed, so that the same table gives the same bytes.
    """
    from scipy.sparse.linalg import LinearOperator, svds

    rows, columns = np.sqrt(size / size.sum()), np.sqrt(total / size.sum())
    scaled = table.multiply(1 / (rows * size.sum())[:, None]).multiply(1 / columns[None, :]).tocsr()
    residual = LinearOperator(
        table.shape,
        matvec=lambda v: scaled @ v.ravel() - rows * (columns @ v.ravel()),
        rmatvec=lambda v: scaled.T @ v.ravel() - columns * (rows @ v.ravel()),
        dtype=np.float64,
    )
    start = np.cos(np.arange(min(table.shape), dtype=np.float64))
    left, _, _ = svds(residual, k=1, v0=start, tol=1e-6, solver="arpack")
    axis: Floats = left[:, 0] / rows
    return axis


def empirical(table: Any, theta: Floats, alpha: Floats, beta: Floats, psi: Floats, mean: Floats) -> Floats:
    """Return the variance of each text's score as seen: the sum of ``(beta - mean)^2 (count - expected)^2`` over all words."""
    squared = Tilted.of(beta, 2 * psi, 2 * theta.min() - 0.1, 2 * theta.max() + 0.1)
    away = squared.slope(2 * theta) + (squared.mean(2 * theta) - mean) ** 2
    zeros = np.exp(2 * alpha + squared.total(2 * theta)) * np.maximum(away, 0)
    row = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    expected = np.exp(alpha[row] + psi[table.indices] + beta[table.indices] * theta[row])
    seen = (beta[table.indices] - mean[row]) ** 2 * (table.data**2 - 2 * table.data * expected)
    out: Floats = zeros + np.bincount(row, seen, table.shape[0])
    return out
