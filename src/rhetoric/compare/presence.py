"""The numbers of two layers over units of text: rates inside and outside, presence together, and their intervals."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from rhetoric.compare.intervals import BOOTSTRAP_BLOCK, DISPERSION_BLOCK, overdispersion
from rhetoric.compare.sampled import MANY_TEXTS
from rhetoric.model.columns import Array, Floats
from rhetoric.settings import Settings

STARTS = 1000  # blocks to draw from, at most
HALVINGS = 80


def measured(
    words: Floats,
    inner: Array,
    outer: Array,
    same: Array,
    text: Array,
    unit: str | int,
    draw: np.random.Generator,
    settings: Settings,
) -> dict[str, float]:
    """Return the numbers of one group; see `rhetoric.compare.cooccurrence` for what they are.

    Parameters
    ----------
    words : float64 array, shape (units,)
    inner, outer, same : integer arrays, shape (units,)
        Hits of both layers, and those of the inner that share words with the outer.
    text : integer array, shape (units,)
        The text of every unit, rising.
    unit : str or int
    draw : Generator
        The random stream of the group.
    settings : Settings
        Level and draws.

    Notes
    -----
    Ratio: the hull of two intervals. One takes the share of the hits that fall inside, given all, for binomial: a Jeffreys interval, with
    counts divided by the larger overdispersion of the two parts. The other draws blocks of about five sentences in a row with replacement,
    from the units closed to a ring (Politis and Romano 1992); from twenty texts on, whole texts.

    Expected: a unit of ``w`` words holds a layer with probability ``1 - exp(-r w)``, where ``r`` is such that these add up to the units that do
    hold it; the expected number of units with both is the sum of the products. With units of one length it is ``a b / n``; long units hold more
    of everything, and that is no tie between two layers. Log ratio: ``log2(observed / expected)``, 0.5 added to both where none
    is observed; the hull of the Jeffreys interval of the share of the rarer layer's units that hold the other, and of the same draws.
    """
    inside, has_inner = outer > 0, inner > 0
    p, q = present(words, int(has_inner.sum())), present(words, int(inside.sum()))
    columns = np.stack(
        (
            *(words * inside, inner * inside, words * ~inside, inner * ~inside),
            *(has_inner, inside, has_inner & inside),
            *(p, q, p * q),
        ),
        axis=1,
    ).astype(np.float64)
    total = columns.sum(axis=0)
    words_in, hits_in, words_out, hits_out, with_inner, with_outer, with_both, _, _, expected = total.tolist()
    found = hits_in + hits_out > 0
    drawn = np.full((1, len(total)), np.nan)
    if settings.draws and found and with_outer:
        drawn = sums(columns, drawn_blocks(words, text, unit), draw, settings.draws)
    ratio = widened(
        ratios, total, share_interval(words, inner, inside, unit, settings.level), drawn, settings
    )
    log_ratio = widened(log_ratios, total, joint_interval(total, settings.level), drawn, settings)
    return {
        "units": len(words),
        "units_with_outer": int(with_outer),
        "units_with_inner": int(with_inner),
        "units_with_both": int(with_both),
        "inner_hits_inside": int(hits_in),
        "words_inside": int(words_in),
        "rate_inside": 1000 * hits_in / words_in if words_in else math.nan,
        "rate_outside": 1000 * hits_out / words_out if words_out else math.nan,
        **dict(zip(("ratio", "low", "high"), ratio, strict=True)),
        "hits": int(hits_in + hits_out),
        "words": int(words_in + words_out),
        "same_words": float(same[inside].sum()) / hits_in if hits_in else math.nan,
        "expected": expected,
        **dict(zip(("log_ratio", "log_ratio_low", "log_ratio_high"), log_ratio, strict=True)),
    }


def present(words: Floats, many: int) -> Floats:
    """Return the chance that each unit holds a layer that `many` of them hold, by its words alone, shape (units,)."""
    if many in (0, len(words)):
        return np.full(len(words), float(many > 0))
    low, high = -40.0, 40.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        enough = -np.expm1(-math.exp(middle) * words).sum() > many
        low, high = (low, middle) if enough else (middle, high)
    chance: Floats = -np.expm1(-math.exp((low + high) / 2) * words)
    return chance


def ratios(sums: Floats, add: float = 0.0) -> Floats:
    """Return the ratio of the rates inside and outside from sums, shape (draws, 10)."""
    words_in, hits_in, words_out, hits_out = sums[:, :4].T
    more = np.where((hits_in == 0) | (hits_out == 0), 0.5, add)
    with np.errstate(invalid="ignore", divide="ignore"):
        out: Floats = ((hits_in + more) / words_in) / ((hits_out + more) / words_out)
    known = (words_in > 0) & (words_out > 0) & (hits_in + hits_out > 0)
    return np.where(known, out, np.nan)


def log_ratios(sums: Floats, add: float = 0.0) -> Floats:
    """Return log2 of units with both to those expected from sums, shape (draws, 10)."""
    with_inner, with_outer, with_both, p, q, product = sums[:, 4:].T
    more = np.where(with_both == 0, 0.5, add)
    with np.errstate(invalid="ignore", divide="ignore"):
        expected = product * (with_inner / p) * (with_outer / q)
        out: Floats = np.log2((with_both + more) / (expected + more))
    return np.where((with_inner > 0) & (with_outer > 0), out, np.nan)


def share_interval(
    words: Floats, inner: Array, inside: Array, unit: str | int, level: float
) -> tuple[float, float]:
    """Return the part of the ratio's interval that needs no draws."""
    from scipy.special import betaincinv

    words_in, words_out = words[inside].sum(), words[~inside].sum()
    if not words_in or not words_out or not inner.any():
        return math.nan, math.nan
    length = DISPERSION_BLOCK if unit == "sentence" else 1
    phi = max(
        float(overdispersion(inner[part][:, None].astype(np.float64), words[part], length)[0])
        for part in (inside, ~inside)
    )
    a, b = inner[inside].sum() / phi + 0.5, inner[~inside].sum() / phi + 0.5
    tail = (1 - level) / 2
    low, high = betaincinv(a, b, tail), betaincinv(a, b, 1 - tail)
    scale = words_out / words_in
    with np.errstate(divide="ignore"):
        return float(scale * low / (1 - low)), float(scale * high / (1 - high))


def joint_interval(total: Floats, level: float) -> tuple[float, float]:
    """Return the part of the log ratio's interval that needs no draws."""
    from scipy.special import betaincinv

    with_inner, with_outer, with_both, _, _, expected = total[4:].tolist()
    rarer, tail = min(with_inner, with_outer), (1 - level) / 2
    if not rarer:
        return math.nan, math.nan
    ends = betaincinv(with_both + 0.5, rarer - with_both + 0.5, [tail, 1 - tail])
    low, high = np.log2(rarer * ends / expected).tolist()
    return low, high


def drawn_blocks(words: Floats, text: Array, unit: str | int) -> tuple[Array, int]:
    """Return the first unit of every row to draw from, and of how many rows a block is made: see `measured`."""
    first = np.flatnonzero(np.diff(text, prepend=-1))
    if len(first) >= MANY_TEXTS:
        return first, 1
    sentences = {"sentence": 1, "paragraph": 2}.get(str(unit)) or int(unit)
    return np.arange(len(words)), math.ceil(BOOTSTRAP_BLOCK / sentences)


def sums(columns: Floats, blocks: tuple[Array, int], draw: np.random.Generator, draws: int) -> Floats:
    """Return the sums of every draw, shape (draws, columns); NaN where there are too few units to draw blocks from."""
    rows = np.add.reduceat(columns, blocks[0], axis=0)
    step = math.ceil(len(rows) / STARTS)
    length = max(blocks[1], step)
    if len(rows) <= length:
        return np.full((1, columns.shape[1]), np.nan)
    ring = np.concatenate([np.zeros((1, rows.shape[1])), rows, rows[: length - 1]]).cumsum(axis=0)
    runs = (ring[length:] - ring[:-length])[::step]
    times = draw.multinomial(math.ceil(len(rows) / length), np.full(len(runs), 1 / len(runs)), size=draws)
    out: Floats = times @ runs
    return out


def widened(
    statistic: Callable[..., Floats],
    total: Floats,
    ends: tuple[float, float],
    drawn: Floats,
    settings: Settings,
) -> tuple[float, float, float]:
    """Return a value with the hull of its interval and of its spread over the draws."""
    value, values = float(statistic(total[None])[0]), statistic(drawn, 0.5)
    values = values[np.isfinite(values)]
    if math.isnan(value):
        return value, value, value
    both = [ends]
    if len(values):
        tail = 50 * (1 - settings.level)
        both.append(tuple(np.percentile(values, [tail, 100 - tail]).tolist()))
    low, high = min(e[0] for e in both), max(e[1] for e in both)
    return value, min(low, value), max(high, value)
