"""Words of one sentence of narration, with their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from rhetoric.naming import grammar

TOKEN = re.compile(  # the first lines settle most places at once: no token begins with a space; most are plain words or marks
    r"((?=\S)(?:[A-Za-z][a-z]*(?![\w'’&./-])|[,;:.!?\"“”()]"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Cmdr|Maj|Adm|Rev|Hon|Prof|Pres|St|Jr|Sr|Fla|Calif|Conn|Mass|Ill|Va|Vt|Ky)\."
    r"|(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t|[Yy]ou|[Ww]ho)(?=[’'](?:s|re|ve|d|ll|m)\b)|(?<=[A-Za-z])[’'](?:s|re|ve|d|ll|m)\b"
    r"|(?:[A-Z]\.)+|[^\W_]+(?:['’&./-][^\W_]+)*['’]?|\x00+|--|\S))"
)


class Word(NamedTuple):
    """A token: its place in the text, its form, and the form in lower case with a straight apostrophe."""

    start: int
    end: int
    form: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.form[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word, not punctuation or blanked words."""
        return self.form[0].isalnum()

    @property
    def possessive(self) -> bool:
        """Whether it ends in an apostrophe s, or in an s and an apostrophe."""
        return self.low.endswith(("'s", "s'"))


def words(narr: str, start: int, end: int) -> list[Word]:
    """Return the tokens of a stretch that does not begin within a word."""
    stretch = narr[start:end]
    pieces = TOKEN.split(stretch)  # space and tokens in turns
    at = list(accumulate(map(len, pieces), initial=start))
    forms = pieces[1::2]
    lows = [f.lower() for f in forms]
    if "’" in stretch:
        lows = [w.replace("’", "'") for w in lows]
    new = tuple.__new__  # half the time of a call of Word; this is the inner loop of the stage
    rows = zip(
        at[1::2], at[2::2], forms, lows, strict=False
    )  # the first has one more: where the stretch ends
    return [new(Word, row) for row in rows]


def part(row: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """Return the words of a row that begin in a stretch of the text."""
    return row[bisect_left(row, (start,)) : bisect_left(row, (end,))]


def finite(word: Word) -> bool:
    """Whether a word is likely a verb that has a subject."""
    low = word.low
    return (
        low in grammar.AUXILIARIES
        or low in grammar.VERBS
        or low in grammar.PASTS
        or (low.endswith("ed") and not word.capital and len(low) > 4)
        or (low.endswith(("'s", "'d", "'re", "'ve", "'ll")) and low[:-2].rstrip("'") in grammar.PRONOUNS)
    )


def is_adverb(low: str) -> bool:
    """Whether a word can stand between a subject and its verb as an adverb."""
    return low in grammar.ADVERBS or (
        low.endswith("ly")
        and len(low) > 4
        and low
        not in {"family", "ally", "rally", "italy", "assembly", "bully", "kelly", "emily", "sally", "billy"}
    )
