"""Numbers as dictionary files have them."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite

LONGEST = 1200


def number(value: float) -> str:
    """Write a number in full, without an exponent and without a needless fraction."""
    return format(Decimal(repr(float(value))), "f").removesuffix(".0")


def value(text: str) -> float | None:
    """Return the number that a text is, or None where it is none."""
    try:
        found = float(text.replace("−", "-")) if len(text) <= LONGEST else None
    except ValueError:
        return None
    return found if found is not None and isfinite(found) else None
