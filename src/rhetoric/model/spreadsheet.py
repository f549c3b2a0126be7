"""Tables as CSV that spreadsheets open safely."""

from __future__ import annotations

import pandas as pd

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def neutral(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows in which no text cell can run as a spreadsheet formula: an apostrophe stands before it."""
    out = rows.copy()
    for name in out.columns:
        if isinstance(out[name].dtype, pd.StringDtype) or out[name].dtype == object:
            risky = out[name].astype("str").str.startswith(DANGEROUS).fillna(False)
            out[name] = out[name].mask(risky, "'" + out[name].astype("str"))
    return out


def csv(rows: pd.DataFrame, *, head: bool = True) -> str:
    """Return rows as CSV after RFC 4180 with a byte order mark; without `head` as the continuation of such a file."""
    return ("\ufeff" if head else "") + neutral(rows).to_csv(index=False, header=head, lineterminator="\r\n")
