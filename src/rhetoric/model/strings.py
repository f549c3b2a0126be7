"""Columns of text from few distinct strings: each is written once, and rows say which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from rhetoric.model.columns import Array

if TYPE_CHECKING:
    import pyarrow as pa


def chosen(pool: Sequence[str], codes: Array) -> pa.Array:
    """Return the string of every row as plain Arrow text.

    Parameters
    ----------
    pool : sequence of str
    codes : integer array, shape (n,)
        Positions in `pool`; null where below 0.
    """
    import pyarrow as pa

    named = pa.array([*pool, None], pa.large_string())
    return named.take(pa.array(np.where(codes < 0, len(pool), codes)))


def coded(pool: Sequence[str], codes: Array) -> pa.DictionaryArray:
    """Return the same as an Arrow dictionary: every string of the pool once, and a code a row."""
    import pyarrow as pa

    missing = codes < 0
    indices = pa.array(codes.astype(np.int32), mask=missing if missing.any() else None)
    return pa.DictionaryArray.from_arrays(indices, pa.array(pool, pa.large_string()))


def column(pool: Sequence[str], codes: Array) -> Any:
    """Return the same as a column for a DataFrame, of type ``str``."""
    return pd.Series(dtype="str").dtype.__from_arrow__(chosen(pool, codes))  # type: ignore[union-attr]
