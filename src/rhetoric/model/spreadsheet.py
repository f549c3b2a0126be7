"""Tables as CSV that spreadsheets open safely."""

from __future__ import annotations

import re

import pandas as pd

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
RISKY = re.compile(f"'*[{re.escape(''.join(DANGEROUS))}]")
MARKED = re.compile(f"'{RISKY.pattern}")


def neutral(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows in which no text cell can run as a spreadsheet formula: an apostrophe stands before it; `restored` takes it off.

    A cell that begins with apostrophes and then such a sign gets one more, so that nothing is lost.
    """
    out = rows.copy()
    for name in out.columns:
        if textual(out[name]):
            risky = out[name].astype("str").str.match(RISKY).fillna(False)
            out[name] = out[name].mask(risky, "'" + out[name].astype("str"))
    return out


def restored(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows as they were before `neutral`."""
    out = rows.copy()
    for name in out.columns:
        if textual(out[name]):
            marked = out[name].astype("str").str.match(MARKED).fillna(False)
            if marked.any():
                out[name] = out[name].mask(marked, out[name].astype("str").str[1:])
    return out


def textual(column: pd.Series) -> bool:
    """Whether a column may hold text."""
    return isinstance(column.dtype, pd.StringDtype) or column.dtype == object


def csv(rows: pd.DataFrame, *, head: bool = True) -> str:
    """Return rows as CSV after RFC 4180 with a byte order mark; without `head` as the continuation of such a file."""
    return ("\ufeff" if head else "") + neutral(rows).to_csv(index=False, header=head, lineterminator="\r\n")
