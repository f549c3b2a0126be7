"""Two instruments for one theme, sentence by sentence: how often they agree."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from rhetoric.compare.agreement import alpha
from rhetoric.model.evidence import Evidence, Exposure

Longs = npt.NDArray[np.int64]
COLUMNS = ("theme", "label", "sentences", "both", "only_list", "only_meaning", "neither", "alpha")


def instruments(evidence: Evidence, exposure: Exposure) -> pd.DataFrame:
    """Hold what word lists find against what the reading by meaning finds.

    Parameters
    ----------
    evidence : Evidence
        With features of the families ``theme`` and ``meaning``.
    exposure : Exposure
        Of the same texts.

    Returns
    -------
    DataFrame
        One row a theme that both instruments look for: theme, label, sentences, both, only_list, only_meaning, neither
        (numbers of sentences), alpha.

    Notes
    -----
    Sentences that repeat what is printed already do not count. `alpha` is Krippendorff's, nominal: 1 where both say the
    same of every sentence, 0 where they agree as chance would; NaN where neither finds anything. It says how alike two
    instruments are, not how right: for that, see `rhetoric.validation.validate`.
    """
    units = np.unique(exposure.doc.astype(np.int64) << 32 | exposure.sentence)
    by_name = {f.name: n for n, f in enumerate(evidence.features)}
    rows = []
    for name, n in by_name.items():
        family, theme = name.split(".", 1)
        other = by_name.get(f"meaning.{theme}")
        if family != "theme" or other is None:
            continue
        listed, meant = (np.isin(units, found(evidence, k)) for k in (n, other))
        both, only_list = int((listed & meant).sum()), int((listed & ~meant).sum())
        only_meaning = int((meant & ~listed).sum())
        said = np.array([listed, meant], np.float64)
        rows.append(
            (
                theme,
                evidence.features[n].label,
                len(units),
                both,
                only_list,
                only_meaning,
                len(units) - both - only_list - only_meaning,
                alpha(said) if len(units) else float("nan"),
            )
        )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def found(evidence: Evidence, feature: int) -> Longs:
    """Return the sentences with evidence for a feature that counts."""
    rows = (evidence.feature == feature) & ~evidence.repeat & (evidence.weight != 0)
    keys: Longs = np.unique(evidence.doc[rows].astype(np.int64) << 32 | evidence.sentence[rows])
    return keys
