"""What counts as one token."""

from __future__ import annotations

import re
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


PLAIN = re.compile(
    r"[A-Za-z][A-Za-z0-9]*(?:['-][A-Za-z0-9]+)*|[0-9]+(?:[.,][0-9]+)*[A-Za-z]*(?:['-][A-Za-z0-9]+)*"
)  # some of what is one token, found sooner


@cache
def token() -> regex.Pattern[str]:
    """Return the compiled pattern of one token; white space separates, and everything else belongs to some token."""
    return regex.compile(PATTERN, regex.VERBOSE)


def spans(chunk: str) -> list[tuple[int, int]]:
    """Return where the tokens of a stretch without white space begin and end."""
    return [m.span() for m in token().finditer(chunk)]


STOPS = frozenset(".·‧․﹒．")  # UAX 29, MidNumLet and MidLetter, but for the apostrophes
DASHES = frozenset("-֊־᐀᠆‐‑‒–—―⸗⸚⸺⸻〜〰﹘﹣－")  # Unicode, Pd


def glued(before: str, mark: str, after: str) -> bool:
    """Return whether quanteda takes two tokens and the mark between them, without a blank, for one word.

    Notes
    -----
    The word rules of Unicode (UAX 29) keep letters together across a full stop ('office.Congress'), and quanteda 4 adds
    every dash between letters or digits ('poverty—which').
    """
    if mark in STOPS:
        return before[-1].isalpha() and after[0].isalpha()
    return mark in DASHES and before[-1].isalnum() and after[0].isalnum()


def joined_spans(chunk: str) -> list[tuple[int, int]]:
    """Do as `spans` does, with the words of quanteda; see `glued`."""
    out = spans(chunk)
    n = 1
    while n < len(out) - 1:
        (a, b), (c, d), (e, f) = out[n - 1 : n + 2]
        if b == c and d == e and glued(chunk[a:b], chunk[c:d], chunk[e:f]):
            out[n - 1 : n + 2] = [(a, f)]
        else:
            n += 1
    return out
