"""Slogans by their form: what a list of known slogans cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rhetoric.extract.devices.words import FUNCTION, closed
from rhetoric.extract.discourse.setoff import MARKS, called_out, line, marked
from rhetoric.extract.discourse.sloganforms import TAG, form, stretch
from rhetoric.extract.finder import Figure, Marker, best_of_each
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

NAMES = closed(
    "slogan slogans chant chants chanted chanting motto mottoes mottos banner banners placard placards mantra mantras "
    "watchword watchwords catchphrase catchphrases catch-phrase catch-cry war-cry battle-cry tagline "
    "t-shirt t-shirts"
)
CRIES = closed("cry sticker stickers")
CRYING = closed(
    "rallying battle war bumper campaign election popular party old new the a that great political"
)
CARRIERS = closed(
    "sign signs poster posters hat hats cap caps button buttons billboard billboards flag flags"
)
SAYING = closed("saying reading read reads said proclaiming proclaimed declaring declared demanding")
STOPS = closed(". ; ? !")
LINKS = MARKS | closed("and or to , then")
MAKING = closed("make making makes")


@dataclass(frozen=True)
class SloganForm(Marker):
    """Slogans by form.

    Parameters
    ----------
    most : int
        Words that a slogan may have.
    quoted : int
        Words that it may have where the text itself calls it a slogan.
    reach : int
        Tokens between the word that calls it so and the slogan.
    sure, likely : float
        Scores of what the text calls a slogan, and of the other forms.
    """

    most: int = 6
    quoted: int = 8
    reach: int = 4
    sure: float = 1.0
    likely: float = 0.7

    name: ClassVar[str] = "slogan_form"
    label: ClassVar[str] = "Slogans by form"
    definition: ClassVar[str] = (
        "A brief and striking phrase that sums up a cause so that it can be called out, printed or repeated, known by "
        "its form or because the text calls it a slogan, a chant or a motto."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Da San Martino, Giovanni, Yu, Seunghak, Barron-Cedeno, Alberto, Petrov, Rostislav and Nakov, Preslav (2019). "
        "Fine-grained analysis of propaganda in news articles. Proceedings of EMNLP-IJCNLP 2019, 5636-5646.",
        "Denton, Robert E. (1980). The rhetorical functions of slogans: classifications and characteristics. "
        "Communication Quarterly 28(2), 10-18.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "the words must be set off: between quotation marks, as a line of their own, or as a hashtag; a slogan within a sentence is left to the list of known ones",
        "a line that is repeated, in capitals or printed as a title is not enough: most such lines are headings and answers",
        "slogans of others that are quoted, mocked or denied count, and so do campaigns and measures whose name is a call",
    )
    measured: ClassVar[Measured] = Measured(40, 50, on="political prose and the press")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every slogan, in order; the rule is its form."""
        yield from best_of_each(
            Figure(sentence.doc, rule, [prose.span(*span)], self.sure if rule == "named" else self.likely)
            for sentence, span, rule in self.spans(prose)
        )

    def spans(self, prose: Prose) -> Iterator[tuple[Sentence, tuple[int, int], str]]:
        """Yield sentences with the tokens of a slogan and its form; some come more than once."""
        named, marks = prose.rows_of(NAMES | CRIES | CARRIERS), prose.rows_of(MARKS)
        for sentence, some in prose.holding(marks, 1, headings=True):
            places = list(marked(prose, sentence, some))
            if not places:
                continue
            for n in named.within(sentence.first, sentence.last):
                for span in self.named(prose, sentence, n, places):
                    yield sentence, span, "named"
            for first, last in places:
                if rule := self.shaped(
                    prose, first, last, marked=True, called=called_out(prose, sentence, last)
                ):
                    yield sentence, (first, last), rule
        begin, end = prose.bounds
        for row in np.flatnonzero(end - begin <= self.most + 6).tolist():
            sentence = prose.sentences[row]
            a, b = line(prose, sentence)
            if rule := self.shaped(prose, a, b, marked=False, called=called_out(prose, sentence, b)):
                yield sentence, (a, b), rule
        for sentence, some in prose.holding(prose.rows(opens), headings=True):
            for n in some:
                if TAG.fullmatch(prose.shown[n]):
                    yield sentence, (n, n + 1), "hashtag"
                elif prose.words[n] == "again" and (start := made(prose, sentence, n)) >= 0:
                    yield sentence, (start, n + 1), "again"

    def shaped(self, prose: Prose, first: int, last: int, *, marked: bool, called: bool) -> str:
        """Return the form of some tokens that are set off, or ``''``."""
        if not 2 <= last - first <= self.most + 2:
            return ""
        some = stretch(prose, first, last, marked=marked, called=called)
        return form(some) if some and 2 <= len(some.words) <= self.most else ""

    def named(
        self, prose: Prose, sentence: Sentence, n: int, places: list[tuple[int, int]]
    ) -> Iterator[tuple[int, int]]:
        """Yield the marked words that the word at `n` calls a slogan, after it in a row or right before it."""
        words = prose.words
        lead = words[n - 1] if n > sentence.first else ""
        bare = words[n] in CARRIERS or (words[n] in CRIES and lead not in CRYING and lead not in MARKS)
        past = n + 1
        for first, last in places:
            if first > n:
                between = words[past : first - 1]
                if len(between) > self.reach or not STOPS.isdisjoint(between):
                    return
                if (bare and SAYING.isdisjoint(between)) or (past > n + 1 and not LINKS.issuperset(between)):
                    return
                past, bare = last, False
            elif bare or not last <= n <= last + 3 or "," in words[last:n]:
                continue
            if 2 <= sum(prose.is_word[first:last]) <= self.quoted:
                yield first, last


def opens(word: str) -> bool:
    """Return whether a word may be a hashtag, or close 'Make Britain great again'."""
    return word == "again" or (word[0] == "#" and len(word) > 3)


def made(prose: Prose, sentence: Sentence, n: int) -> int:
    """Return where 'make Britain great again' begins that ends with the word at `n`, or -1: what is made has a name."""
    words = prose.words
    for k in (n - 3, n - 4):
        if (
            k >= sentence.first
            and words[k] in MAKING
            and words[n - 1] not in FUNCTION
            and prose.is_word[n - 1]
        ):
            return k if all(prose.shown[m][0].isupper() for m in range(k + 1, n - 1)) else -1
    return -1
