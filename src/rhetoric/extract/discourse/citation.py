"""Whom and what a text cites: persons, offices and bodies that are said to have said something, and works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import closed
from rhetoric.extract.discourse.citednames import Names
from rhetoric.extract.discourse.citedwords import FIGURES, NEED_THAT, OF_BODIES, SAYING, TURNED
from rhetoric.extract.discourse.citedworks import (
    BOOKED,
    Cited,
    ends_newspaper,
    ends_work,
    printed,
    titled,
    worked,
)
from rhetoric.extract.discourse.timephrases import held
from rhetoric.extract.finder import Figure, Marker, best
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

MARKS = closed("“ ” \" ' ‘ ’ , — –")
PASSED = closed(
    "has have had once also then never even often wisely himself herself always subsequently later recently"
)


@dataclass(frozen=True)
class Citation(Marker):
    """Phrases by which a text cites.

    Parameters
    ----------
    said, work, newspaper, source_ : float
        Scores: 'Keir Hardie said'; 'Glasman's column'; 'in the Guardian'; 'according to the IFS'.
    """

    said: float = 0.9
    work: float = 0.8
    newspaper: float = 0.9
    source_: float = 0.9

    name: ClassVar[str] = "citation"
    label: ClassVar[str] = "Citation"
    definition: ClassVar[str] = (
        "A phrase by which the text refers to what was said or written elsewhere: a named person, an office or a body that said or "
        "wrote it, or a speech, report, poll, book, paper or record."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Fairclough, Norman (1992). Discourse and Social Change. Cambridge: Polity, chapter 4.",
        "Bazerman, Charles (2004). Intertextuality: How texts rely on other texts. In: Bazerman, Charles and Prior, Paul (eds), "
        "What Writing Does and How It Does It. Mahwah: Erlbaum, 83-96.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "sources without a name or office ('critics say', 'my hon. Friend said') and pronouns do not count",
        "allusions, and quotations that nobody is named for, are not found",
        "names are told by capitals: a text printed in small letters or in capitals has none",
        "news text that gives every statement to a speaker is full of citations in this sense",
    )
    measured: ClassVar[Measured] = Measured(49, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every citing phrase, in order."""
        names = Names(prose)
        verbs = prose.rows(lambda w: w in SAYING or w in OF_BODIES or w in NEED_THAT or w in TURNED)
        sources = prose.rows(lambda w: w in ("according", "words", "quote", "quoting", "put"))
        asked = (
            (verbs, told),
            (sources, sourced),
            (prose.rows(ends_work), worked),
            (prose.rows(ends_newspaper), printed),
            (prose.rows(BOOKED.__contains__), titled),
        )
        scores = {"said": self.said, "work": self.work, "newspaper": self.newspaper, "source": self.source_}
        for sentence, some in held(prose, *(rows for rows, _ in asked)):
            if sentence.heading:
                continue
            found = []
            for rows, (_, ask) in zip(some, asked, strict=True):
                for n in rows:
                    if cited := ask(names, sentence, n):
                        part = prose.span(cited.first, cited.last)
                        attrs = {"whom": cited.whom, "what": cited.what}
                        found.append(Figure(sentence.doc, cited.rule, [part], scores[cited.rule], attrs))
            yield from best(found)


def told(names: Names, sentence: Sentence, n: int) -> Cited | None:
    """Return 'as Keir Hardie said', 'Neal Lawson, chair of Compass, said' or 'said Keir Hardie' with the verb at `n`."""
    words, shown = names.prose.words, names.prose.shown
    verb, follow = words[n], words[n + 1] if n + 1 < sentence.last else ""
    lead = words[n - 1] if n > sentence.first else ""
    if verb in TURNED and lead in MARKS and follow and (name := names.opening(sentence, n + 1)):
        return Cited("said", n, name[1], names.text(*name))
    if verb not in SAYING | OF_BODIES | NEED_THAT or (
        verb in NEED_THAT and follow != ("out" if verb == "pointed" else "that")
    ):
        return None
    k = n - 1
    while k >= sentence.first and (words[k] in PASSED or (words[k].endswith("ly") and shown[k].islower())):
        k -= 1
    if k < sentence.first:
        return None
    name = names.described(sentence, k) if words[k] == "," else names.ending(sentence, k)
    if not name:
        return None
    begin = name[0] - (name[0] > sentence.first and words[name[0] - 1] == "as")
    return Cited("said", begin, n + 1, names.text(*name))


def sourced(names: Names, sentence: Sentence, n: int) -> Cited | None:
    """Return 'according to the IFS', 'in the words of Burke', 'to quote Burke', 'as Burke put it' with the word at `n`."""
    words, last = names.prose.words, sentence.last
    word, follow = words[n], words[n + 1] if n + 1 < last else ""
    if word == "put":
        name = names.ending(sentence, n - 1) if follow == "it" and n > sentence.first else None
        return name and Cited("source", name[0], n + 2, names.text(*name))
    begin, at = n, n + 1
    if word == "according":
        at += 1
        fits = follow == "to"
    elif word == "words":
        begin, at = n - 2, n + 2
        fits = (
            follow == "of"
            and begin >= sentence.first
            and words[begin] in ("in", "to", "with")
            and words[n - 1] == "the"
        )
    else:
        fits = word == "quoting" or (n > sentence.first and words[n - 1] == "to")
        begin = n - (word == "quote")
    if not fits or at >= last:
        return None
    if name := names.opening(sentence, at):
        return Cited("source", begin, name[1], names.text(*name))
    return figures(names, sentence, begin, at) if word == "according" else None


def figures(names: Names, sentence: Sentence, begin: int, at: int) -> Cited | None:
    """Return 'according to a recent survey' with what follows 'to' at `at`."""
    for k in range(at, min(sentence.last, at + 7)):
        if names.prose.words[k] in FIGURES:
            return Cited("source", begin, k + 1, what=names.text(at, k + 1))
        if not names.prose.is_word[k]:
            break
    return None
