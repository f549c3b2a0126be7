"""Who wrote a web page, from the names that it gives in its own description."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rhetoric.load.biography import ROLE

GENERIC = re.compile(r"(?:\w*admin|administrator|editors?|staff|author|guest|webmaster|unknown|none)", re.I)
SITE = re.compile(r".*[ .](?:com|org|net|co uk|co\.uk)", re.I)
WITH_ROLE = re.compile(rf"\b{ROLE}\b")


def people(names: Sequence[str]) -> list[str]:
    """Return those of some names that are people, or the body that signs where no person does, each once.

    Names of accounts ('admin') are never authors. Beside a full name, a single word, a web site and a job are what stands after the name in
    a byline: 'Jane Doe, Futurism', 'Jane Doe, staff writer'.

    Examples
    --------
    >>> people(["Troy Smith", "Troy L Smith", "Cleveland com"]), people(["Reuters"]), people(["admin"])
    (['Troy L Smith'], ['Reuters'], [])
    """
    kept = [n for n in names if not GENERIC.fullmatch(n)]
    full = [n for n in kept if " " in n and not SITE.fullmatch(n) and not WITH_ROLE.search(n)]
    return [n for n in full if not any(longer(o, n) for o in full)] if full else kept


def longer(one: str, other: str) -> bool:
    """Whether one name is the other with more between its first and its last word."""
    a, b = one.split(), other.split()
    return len(a) > len(b) and (a[0], a[-1]) == (b[0], b[-1])
