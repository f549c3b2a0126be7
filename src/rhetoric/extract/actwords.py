"""Words of acts for and against somebody, and of judgement."""

from __future__ import annotations

import shlex
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Self


@dataclass(frozen=True, slots=True)
class Listed:
    """Words, and beginnings of words.

    Parameters
    ----------
    whole : frozenset of str
        Some are two words.
    begun : tuple of str
    """

    whole: frozenset[str]
    begun: tuple[str, ...]

    @classmethod
    def of(cls, patterns: str) -> Self:
        """Read words with ``*`` for any ending, phrases in quotation marks, and ``a|b`` for one word or the other."""
        parts = [
            p for part in shlex.split(patterns.replace("'", "’")) for p in part.replace("’", "'").split("|")
        ]
        return cls(
            frozenset(p for p in parts if not p.endswith("*")),
            tuple(p[:-1] for p in parts if p.endswith("*")),
        )

    def __contains__(self, word: str) -> bool:
        return word in self.whole or (" " not in word and word.startswith(self.begun))


@dataclass(frozen=True, slots=True)
class Acts:
    """Words of acts and of judgement.

    Parameters
    ----------
    against, kind, wrong, right : Listed
    asked, turned : frozensets of str
    """

    against: Listed
    kind: Listed
    wrong: Listed
    right: Listed
    asked: frozenset[str]
    turned: frozenset[str]


@cache
def acts() -> Acts:
    """Return the words that ship."""
    held = tomllib.loads((files("rhetoric") / "data" / "lexicons" / "acts.toml").read_text(encoding="utf-8"))
    against, kind, wrong, right = (Listed.of(held[k]) for k in ("against", "for", "wrong", "right"))
    return Acts(
        against, kind, wrong, right, frozenset(held["asked"].split()), frozenset(held["turned"].split())
    )


@lru_cache(maxsize=1 << 15)
def act_of(word: str) -> int:
    """Return 1 for a word of an act for somebody, -1 against, 0 for any other."""
    known = acts()
    return -1 if word in known.against else int(word in known.kind)


@lru_cache(maxsize=1 << 15)
def judgement_of(word: str, after: str) -> int:
    """Return 1 for a word, or two, that call something right, -1 wrong, 0 for any other."""
    known, two = acts(), f"{word} {after}"
    if word in known.wrong or two in known.wrong:
        return -1
    return int(word in known.right or two in known.right)
