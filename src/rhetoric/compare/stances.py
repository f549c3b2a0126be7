"""Who is for or against whom: stance summed up over mentions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.model.columns import Floats
from rhetoric.model.evidence import Evidence

COLUMNS = (
    "holder",
    "target",
    "kind",
    "value",
    "low",
    "high",
    "lean",
    "mentions",
    "negative",
    "neutral",
    "positive",
    "names",
)
FOR, AGAINST, MIXED, FEW = "for", "against", "mixed or neither", "too few to say"
LEAST = 3  # mentions below which no lean is given


def stances(evidence: Evidence, texts: Mapping[str, str], level: float = 0.95) -> pd.DataFrame:
    """Return the stance of every holder toward every target.

    Parameters
    ----------
    evidence : Evidence
        With ``stance.toward`` and ``stance.acts``.
    texts : mapping of str to str
        Document id to text, for the names printed.
    level : float
        Coverage aimed at.

    Returns
    -------
    DataFrame
        One row a holder (voice) and target, those with most mentions first: ``value``, the mean over mentions, -1 to 1, higher meaning
        kinder; ``low`` and ``high``; ``lean``: for or against where the interval excludes 0, else mixed or neither; too few to
        say under three mentions; ``mentions`` and how many of them were negative, neutral and positive; ``names``, how the holder
        names the target, the most frequent first. Passages printed again do not count.

    Notes
    -----
    The interval is a t interval over the mentions and two more, one at -1 and one at 1 (after Agresti and Coull 1998, who do the same for
    shares): with few mentions it stays wide, however much they agree. It always holds the mean.
    """
    groups: dict[tuple[str, str], list[int]] = {}
    for n in range(len(evidence)):
        feature = evidence.features[evidence.feature[n]].name
        if feature in ("stance.toward", "stance.acts") and evidence.voice[n] >= 0 and not evidence.repeat[n]:
            holder = evidence.voices[evidence.voice[n]]
            groups.setdefault((holder, str(evidence.attrs[n]["target"])), []).append(n)
    rows = [row(evidence, texts, level, *key, found) for key, found in groups.items()]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    order = {h: -n for h, n in table.groupby("holder")["mentions"].sum().items()}
    table["order"] = table["holder"].map(order) if len(table) else []
    table = table.sort_values(["order", "holder", "mentions", "target"], ascending=[True, True, False, True])
    types = dict.fromkeys(("holder", "target", "kind", "lean", "names"), "str")
    return table.drop(columns="order").reset_index(drop=True).astype(types)


def row(
    evidence: Evidence, texts: Mapping[str, str], level: float, holder: str, target: str, found: list[int]
) -> dict[str, Any]:
    """Return the row of one holder and target."""
    values = evidence.weight[found]
    labels = [evidence.attrs[n]["label"] for n in found]
    low, high = interval(values, level)
    printed: dict[str, int] = {}
    for n in found:
        name = " ".join(texts[evidence.docs[evidence.doc[n]]][evidence.start[n] : evidence.end[n]].split())
        printed[name] = printed.get(name, 0) + 1
    names = sorted(printed, key=lambda p: (-printed[p], p))
    lean = FOR if low > 0 else AGAINST if high < 0 else MIXED
    return {
        "holder": holder,
        "target": target,
        "kind": evidence.attrs[found[0]]["kind"],
        "value": float(np.mean(values)),
        "low": low,
        "high": high,
        "lean": lean if len(found) >= LEAST else FEW,
        "mentions": len(found),
        **{label: labels.count(label) for label in ("negative", "neutral", "positive")},
        "names": "; ".join(f"{p} ({printed[p]})" if printed[p] > 1 else p for p in names),
    }


def interval(values: Floats, level: float) -> tuple[float, float]:
    """Return the interval of the mean of some values between -1 and 1; see `stances`."""
    from scipy.stats import t

    mean = float(np.mean(values))
    more = np.concatenate([values, [-1.0, 1.0]])
    half = float(t.ppf(0.5 + level / 2, len(more) - 1) * more.std(ddof=1) / np.sqrt(len(more)))
    middle = float(more.mean())
    return max(-1.0, min(mean, middle - half)), min(1.0, max(mean, middle + half))
