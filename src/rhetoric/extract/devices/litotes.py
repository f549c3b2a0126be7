"""Litotes: a thing is said by denying its contrary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rhetoric.extract.devices.members import parts
from rhetoric.extract.devices.traces import NEGATOR, followed, tracing
from rhetoric.extract.devices.words import FUNCTION, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured
from rhetoric.model.tokens import folded_all

FILLING = closed("a an be at all entirely wholly altogether very too so being in any way therefore")
SMALL = closed(
    "small mean little slight trifling trivial ordinary easy light inconsiderable minor laughing bad"
)
MODEST = closed(
    "task matter feat achievement thing measure part sum number degree extent undertaking job price surprise comfort "
    "consolation amount difficulty importance burden wonder influence share merit skill courage praise sacrifice step"
)
FEW = closed("few little bad least")
PRIVATIVE = closed(
    "infrequent infrequently inconsiderable inconsiderably insignificant insubstantial inappropriate inconceivable "
    "impossible improbable implausible irrelevant illogical dissimilar dishonourable displeased dissatisfied "
    "disinclined dissimilarly inexpensive insensitive inexperienced immodest immaterial irresponsible inconvenient "
    "ineffective inelegant inaccurate insensible insincere intolerable inexplicable irrational immoderate imprudent "
    "impolite impractical inhuman inhumane ungrateful"
)
NO_PRIVATIVE = (
    "under", "until", "unless", "unto", "union", "unit", "univers", "unif", "uniqu", "unanim", "uncle", "unison",
)  # fmt: skip
REACH = 4  # tokens from a negator to what it denies
SET = SMALL | FEW | closed("without stranger fool")
TURNED = SET | PRIVATIVE
DOING = closed("do does did")
PLAIN = closed(
    "unemployed unlawful unlawfully unconstitutional unskilled unpaid unable unsecured unconditional unilateral "
    "unilaterally undo unoccupied unlimited unanswered unaccompanied uninsured unregistered unauthorised unauthorized "
    "unsafe unfit undocumented"
)
MATTERS = closed(
    "significance interest merit importance risk risks dangers danger difficulty difficulties cost costs "
    "precedent hope reason value use effect success influence consequence consequences irony humour controversy charm sympathy "
    "regret pride its their his faults problems foundation justification cause"
)


@dataclass(frozen=True)
class Litotes(Device):
    """Denials of a contrary.

    Parameters
    ----------
    negated, small, without, few : float
        Scores: 'not unlike'; 'no small matter'; 'not without'; 'not a few'.
    """

    negated: float = 0.9
    small: float = 0.8
    without: float = 0.7
    few: float = 0.7

    name: ClassVar[str] = "litotes"
    label: ClassVar[str] = "Litotes"
    definition: ClassVar[str] = (
        "A thing is affirmed by denying its contrary, as 'not unlike' and 'no small matter' do."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.38.50 (deminutio).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 586-588.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "only set forms are known: a denied word in un- or in-, 'no small' and its like, 'not without', 'not bad', 'not a few'",
        "a plain denial in this form ('not unlawful' in a ruling) counts if the word is not on a short list",
    )
    measured: ClassVar[Measured] = Measured(46, 49, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences in which a negator stands before a word that it may turn round."""
        return followed(lines, REACH, "may be denied for emphasis", contraries)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every litotes, in order."""
        for sentence, rows in prose.holding(tracing(prose, NEGATOR)):
            past = -1
            for n in rows:
                if past < n < sentence.last - 1 and (found := self.at(prose, sentence, n)):
                    rule, last, score = found
                    past = last
                    yield Figure(sentence.doc, rule, parts(prose, (n, last)), score)

    def at(self, prose: Prose, sentence: Sentence, n: int) -> tuple[str, int, float] | None:
        """Return the rule, the end and the score of a litotes that opens at the negator `n`."""
        words, last = prose.words, sentence.last
        before = words[n - 1] if n > sentence.first else ""
        if before == "if" or words[n].removesuffix("n't") in DOING or before in DOING:
            return None
        if words[n] == "no":
            return self.no(prose, n, last)
        k = n + 1
        while k < min(last - 1, n + 4) and words[k] in FILLING and not contrary(words[k]):
            k += 1
        set_off = (
            words[k] in ("infrequently", "inconsiderably")
            or not words[k].endswith("ly")
            or (k + 1 < last and words[k + 1] == ",")
        )
        if contrary(words[k]) and set_off and k < last:
            return "not un-", self.noun(prose, k, last, words[k - 1] in ("a", "an")), self.negated
        if words[n] == "not" and words[n + 1] == "without":
            if n + 2 < last and words[n + 2] in MATTERS and before not in ("and", "or", "but"):
                return (
                    "not without",
                    min(last, n + 3 + (words[n + 2] in ("its", "their", "his"))),
                    self.without,
                )
        elif words[n] == "not" and words[n + 1] == "a" and n + 2 < last and words[n + 2] in ("few", "little"):
            return "not a few", n + 3, self.few
        elif words[k] == "bad" and words[k + 1 : k + 2] not in (["enough"], ["and"], ["or"]):
            return "not bad", self.noun(prose, k, last, words[k - 1] == "a"), self.few
        return None

    def no(self, prose: Prose, n: int, last: int) -> tuple[str, int, float] | None:
        """Return 'no small matter' and its like at `n`."""
        words = prose.words
        if n + 2 < last and words[n + 1] in SMALL and prose.is_word[n + 2] and words[n + 2] in MODEST:
            return f"no {words[n + 1]}", n + 3, self.small
        if words[n + 1] in ("stranger", "fool"):
            return "no stranger", n + 2, self.small
        return None

    def noun(self, prose: Prose, k: int, last: int, article: bool) -> int:
        """Return the end of a contrary: past its noun where an article stands before it."""
        follows = article and k + 1 < last and prose.is_word[k + 1] and prose.words[k + 1] not in FUNCTION
        return k + 2 if follows else k + 1


def contraries(types: tuple[str, ...]) -> Bools:
    """Return for each type whether a negator before it may make a litotes."""
    words = folded_all(types)
    told = np.fromiter(map(TURNED.__contains__, words), np.bool_, len(words))
    told[[n for n, word in enumerate(words) if word[:2] == "un" and contrary(word)]] = True
    return told


def contrary(word: str) -> bool:
    """Return whether a word is the contrary of another by its first syllable."""
    if word in PRIVATIVE:
        return True
    return word.startswith("un") and len(word) > 5 and not word.startswith(NO_PRIVATIVE) and word not in PLAIN
