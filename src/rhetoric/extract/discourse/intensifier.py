"""Intensifiers: words that turn a quality or a feeling up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import closed
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import COMPARED, PLAIN, adjective, manner, past, progressive
from rhetoric.model.feature import Measured

ALWAYS = closed(
    "very extremely incredibly enormously hugely immensely utterly exceedingly immeasurably exceptionally "
    "extraordinarily vastly greatly tremendously totally completely absolutely unbelievably overwhelmingly "
    "wholeheartedly infinitely"
)
BEFORE_A_QUALITY = closed(
    "deeply highly profoundly bitterly perfectly thoroughly fully wholly entirely remarkably terribly "
    "desperately vitally truly really genuinely strongly seriously awfully acutely crucially dreadfully "
    "painfully hopelessly devastatingly staggeringly amazingly"
)
SENTENCE_TOO = closed("really truly genuinely")
BEFORE_A_FEELING = closed("deeply strongly bitterly fully thoroughly wholly entirely profoundly")
FEELINGS = closed(
    "regret regrets resent resents deplore deplores disagree disagrees agree agrees appreciate appreciates "
    "support supports accept accepts understand understands recognise recognises recognize endorse endorses "
    "oppose opposes object objects condemn condemns sympathise sympathize respect respects value care cares "
    "believe believes feel feels concur approve dislike dislikes share welcome admire"
)
QUALITIES = closed(
    "many much few little often important different difficult well badly sorry sure certain clear keen glad happy "
    "proud angry sad lucky likely unlikely important urgent evident obvious apparent significant frequent "
    "relevant confident consistent dependent different recent reluctant prominent brilliant pleasant ignorant "
    "arrogant violent intelligent efficient innocent worthy unworthy easy easily busy heavy ugly lovely "
    "friendly costly deadly early simple humble appropriate inadequate adequate desperate fortunate "
    "unfortunate delicate obscure secure severe sincere extreme absurd remote acute complete profound sound "
    "stupid vivid rapid loud proud kind grave brave wise large strange rare loyal royal dear near popular "
    "familiar similar unpopular hungry thirsty wealthy healthy unhappy grateful honest"
)
NOT_AFTER_SO = closed(
    "chargeable far long soon only called-for last next first second third able present ready public special social "
    "political national general same other further better best worse"
)
SUCH = PLAIN | closed(
    "important difficult terrible horrible dreadful strong wonderful powerful brilliant serious dangerous "
    "obvious shame pity mess disgrace waste tremendous generous beautiful vital crucial vivid severe profound "
    "extreme extraordinary enormous massive successful hopeless absurd ridiculous outrageous privilege fine "
    "appalling damaging distinguished enthusiastic sensitive significant"
)
SUCH -= closed("new old free human general early late major minor real whole full cheap bright cold hot warm")
DENIALS = closed("not never hardly scarcely nor cannot isn't wasn't aren't don't doesn't didn't weren't")
MUCH = closed("far much way lot deal")
DEGREES = closed("more less too better worse greater fewer")
NOT_BEFORE_MUCH = closed("how as so too very not that this what")
BEFORE_ANOTHER_SO = closed("ever do did does doing done say said if or even far")
MOST = closed(
    "grateful welcome important interesting unfortunate regrettable remarkable extraordinary valuable useful "
    "serious anxious unlikely helpful impressive disappointing concerned unfair welcome interested powerful "
    "excellent able moving eloquent generous striking distinguished admirable unsatisfactory dangerous"
)
TAKERS = ALWAYS | BEFORE_A_QUALITY | MUCH | closed("so such most")


@dataclass(frozen=True)
class Intensifier(Marker):
    """Amplifiers of degree.

    Parameters
    ----------
    sure, likely : float
        Scores of words that are nothing else, and of words that are known by what follows them.
    """

    sure: float = 1.0
    likely: float = 0.8

    name: ClassVar[str] = "intensifier"
    label: ClassVar[str] = "Intensifiers"
    definition: ClassVar[str] = (
        "A word that turns a quality, a feeling or a comparison up, as 'very', 'utterly', 'deeply moved', 'so unjust', "
        "'such a mess' and 'far more' do, or that presses a noun home, as in 'the very idea'."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quirk, Randolph, Greenbaum, Sidney, Leech, Geoffrey and Svartvik, Jan (1985). A Comprehensive Grammar of the "
        "English Language. London: Longman, sections 8.104-8.106 (amplifiers).",
        "Bolinger, Dwight (1972). Degree Words. The Hague: Mouton.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "'quite', 'rather' and 'too' are left out, and so are words of certainty, which are boosters",
        "'so' and 'such' count only before words known to be qualities",
        "denied intensifiers ('not very', 'not entirely') are dropped",
    )
    measured: ClassVar[Measured] = Measured(49, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every intensifier, in order."""
        some = prose.rows(TAKERS.__contains__)
        for sentence, takers in prose.holding(some, headings=True):
            end = -1
            for n in takers:
                if n < end or denied(prose, sentence, n):
                    continue
                if told := self.at(prose, sentence, n):
                    rule, first, end = told
                    yield Figure(
                        sentence.doc,
                        rule,
                        (prose.span(first, end),),
                        self.sure if rule == "always" else self.likely,
                    )

    def at(self, prose: Prose, sentence: Sentence, n: int) -> tuple[str, int, int] | None:
        """Return the rule, the first token and the end of an intensifier at `n`."""
        words = prose.words
        word, after = words[n], following(prose, sentence, n)
        before = words[n - 1] if n > sentence.first else ""
        if word in ALWAYS:
            return ("always", n, n + 1) if amplifies(word, before, after) else None
        if word in BEFORE_A_QUALITY:
            feels = word in BEFORE_A_FEELING and (after in FEELINGS or after[:-1] in FEELINGS)
            fits = plain(after) if word in SENTENCE_TOO else quality(after)
            return ("before a quality", n, n + 1) if feels or fits else None
        if word == "so":
            joins = n == sentence.first or not prose.is_word[n - 1] or before in ("and", "or", "if")
            fits = (plain(after) and not joins and after not in NOT_AFTER_SO) or after in ("many", "much")
            gone = before in BEFORE_ANOTHER_SO
            third = following(prose, sentence, n + 1)
            return ("so", n, n + 1) if fits and not gone and third not in ("as", "for", "the") else None
        if word == "such":
            second = following(prose, sentence, n + 1)
            if after in ("a", "an") and second in SUCH:
                return "such a", n, n + 2
            return ("such", n, n + 1) if after in SUCH and before != "as" else None
        if word == "most":
            article = before in ("a", "an") and (quality(after) or adjective(after))
            return ("most", n, n + 1) if article or (after in MOST and before in ("am", "be")) else None
        return compared(prose, sentence, n, before, after)


def denied(prose: Prose, sentence: Sentence, n: int) -> bool:
    """Return whether a denial stands right before a token, or one word away."""
    words = prose.words
    near = words[max(sentence.first, n - 2) : n]
    if words[n] == "so" and near[-1:] == ["not"]:
        return True
    return any(w in DENIALS or w.endswith("n't") for w in near)


def following(prose: Prose, sentence: Sentence, n: int) -> str:
    """Return the word after a token, or '' at the end or before a mark."""
    return prose.words[n + 1] if n + 1 < sentence.last and prose.is_word[n + 1] else ""


def plain(word: str) -> bool:
    """Return whether a word after an intensifier is an adjective or an adverb."""
    return word in QUALITIES or word in PLAIN or adjective(word) or manner(word)


def quality(word: str) -> bool:
    """Return whether a word after an intensifier is an adjective, a participle or an adverb."""
    return plain(word) or past(word) or progressive(word)


def amplifies(word: str, before: str, after: str) -> bool:
    """Return whether a word of degree is one here: not 'very same', 'very well,' or an answer by itself."""
    if word == "very":
        return after not in ("", "same", "rev", "reverend") and (after != "well" or before not in ("", ","))
    return bool(before or after) and not (
        word == "absolutely" and after in ("", "not", "no", "nothing", "none")
    )


def compared(
    prose: Prose, sentence: Sentence, n: int, before: str, after: str
) -> tuple[str, int, int] | None:
    """Return 'far more', 'much better' and their kin."""
    word = prose.words[n]
    if word in ("lot", "deal"):
        start = n - (2 if word == "deal" else 1)
        if start < sentence.first or prose.words[start] != "a" or after not in DEGREES | COMPARED:
            return None
        return "compared", start, n + 2
    if before in NOT_BEFORE_MUCH or not (after in DEGREES or (after in COMPARED and after.endswith("er"))):
        return None
    if word == "way" and (after != "too" or before in ("a", "the", "this", "that", "some")):
        return None
    return "compared", n, n + 2
