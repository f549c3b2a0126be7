"""What counts as one token."""

from __future__ import annotations

from functools import cache

import regex

PATTERN = r"""
    (?:https?://|www\.)[^\s<>"“”]*[\w/]                              # addresses of pages
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                     # addresses of people
  | [@\#][\p{L}_]\w*                                                 # handles and tags
  | (?:\p{L}\.){2,}                                                  # U.K.  e.g.  p.m.
  | \d+(?:[.,:/]\d+)*[\p{L}\p{M}]*(?:[-‑'’][\p{L}\p{N}\p{M}]+)*      # 10,000  3.2bn  1990's  48-hour
  | [\p{L}\p{N}\p{M}_]+(?:['’ʼ&\-‑][\p{L}\p{N}\p{M}]+)*              # don't  centre-left  R&D
  | \.{2,} | …+ | -{2,}                                              # ellipses and dashes as typed
  | \S
"""


@cache
def token() -> regex.Pattern[str]:
    """Return the compiled pattern of one token; white space separates, and everything else belongs to some token."""
    return regex.compile(PATTERN, regex.VERBOSE)


def spans(chunk: str) -> list[tuple[int, int]]:
    """Return where the tokens of a stretch without white space begin and end."""
    return [m.span() for m in token().finditer(chunk)]
