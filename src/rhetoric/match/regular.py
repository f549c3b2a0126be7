"""Regular expressions for one token, by RE2: no text makes them take more than linear time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rhetoric.model.columns import Bools

LONGEST = 500


def is_regular(part: str) -> bool:
    """Whether a part of a pattern is a regular expression: it stands between slashes."""
    return len(part) > 2 and part[0] == part[-1] == "/"


def faults(part: str) -> str:
    """Return what is wrong with a regular expression, or an empty text."""
    if len(part) > LONGEST:
        return f"a regular expression of {len(part)} characters"
    try:
        pc.match_substring_regex(
            pa.array([""]), part[1:-1]
        )  # by itself: what stands around it must not complete it
        fitting(part, ("",))
    except pa.ArrowInvalid as fault:
        reason = str(fault).removeprefix("Invalid regular expression: ")
        if "perl operator" in reason or "escape sequence" in reason:
            reason += " (no look-around, no back reference)"
        return f"not a regular expression that runs in linear time: {reason}"
    if fitting(part, ("",))[0]:
        return "a regular expression that fits the empty text fits nothing in particular"
    return ""


def fitting(part: str, forms: Sequence[str], case: bool = True) -> Bools:
    """Return which words a regular expression between slashes fits from end to end.

    Raises
    ------
    pyarrow.ArrowInvalid
        If it is malformed, too large, or none that RE2 knows.
    """
    whole = rf"(?s{'' if case else 'i'})\A(?:{part[1:-1]})\z"
    found = pc.match_substring_regex(pa.array(forms, pa.string()), whole)
    return np.asarray(found.to_numpy(zero_copy_only=False), np.bool_)
