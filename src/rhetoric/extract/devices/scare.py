"""Scare quotes: marks, or 'so-called', that keep a word at a distance."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rhetoric.extract.devices.minor import plural
from rhetoric.extract.devices.words import DASHES, FUNCTION, QUESTION_WORDS, closed
from rhetoric.extract.finder import Device, Figure, best
from rhetoric.extract.prose import Prose, Quoted, Sentence
from rhetoric.model.feature import Measured

NAMING = closed(
    "reads read slogan motto name names title meaning mean "
    "means meant insert inserted substitute substituted substitutes out notion song film book programme program show "
    "magazine newspaper column chanted shouted shout cry cried defined define defines like only misused misspelled mouth "
    "mouthing remember between answer answered replied"
)
KNOWN = closed("known named titled entitled dubbed labelled labeled nicknamed")
SAYING = closed(
    "said says say saying told tells tell stated argued argues added adds wrote writes write warned warns warning claimed "
    "claims claim calls call called calling describe described describes describing insisted insists declared declares "
    "declare announced asked asks replied noted explained predicted promised vowed accused accusing accusation "
    "accusations dismissed denounced criticised criticized criticism praised praise hailed testified expected report "
    "reported reports quoted quoting quote quotes cited cite citing remarked remark remarks commented comment comments "
    "admitted conceded suggested tweeted tweet spoke speaks found according reiterated proclaimed put stressed "
    "emphasized emphasised pledged urged proposed concluded ruled pointed heard hearing interview statement termed "
    "terms term expression expressions phrase phrases word words labelled labeled headline headlined refer refers "
    "referred referring letter testimony speech message sign interprets considered deem deemed tweeting blasted find finds "
    "felt feel explains explaining presents presented presenting promise promises complained complains complaint suggesting suggests suggestion portray portrays portrayed labeling "
    "labelling contends contend contended scolded posted posting asserting asserts assertion arguing claiming saying "
    "pledge pledges boast boasts boasted boasting boasts contention label labels slogans brief briefs russian german french "
    "latin spanish italian english welsh gaelic irish classified categorized perception promising adding calls campaigned chided mocked derided touted touting billed "
    "characterized characterised classifies rated read reading read"
)
LEGAL = closed(
    "amendment amendments clause clauses schedule subsection sub-section section sections insert inserting substitute "
    "substituting omit paragraph definition lines wording dictionary spelt spelled translation synonym id meaning "
    "grammar verb noun adjective pronounced slang court constitution constitution's constitutional constitutionally"
)
CLAIMED = closed(
    "real true new free fair independent neutral moderate legal illegal public private local temporary permanent immediate "
    "natural normal ordinary good bad better best safe dangerous soft hard easy qualified expert scientific democratic "
    "liberal conservative patriotic humanitarian friendly great big small cheap golden outside inside modern reformed "
    "responsible efficient affordable voluntary compulsory political social popular foreign domestic internal moral just "
    "serious special equal open secret honest innocent peaceful rebel temporary emergency simple smart clean green "
    "pretended rigged genuine established establishment"
)
OF_OTHERS = frozenset(("their", "so-called", "self-styled"))
AFTER_NOUN = FUNCTION | closed("never ever always already now then here there also not came went said made")
REACH = 80  # tokens
MARKS = frozenset(('"', "'", "''", "``", "“", "”", "‘", "’", "„", "«", "»"))
STOPS = frozenset((".", "?", "!", ":", ";", "...", "…", "="))
MENTIONED = FUNCTION | QUESTION_WORDS | {"yes", "no", "not", "never", "hers", "alone", "ok", "aye"}


@dataclass(frozen=True)
class ScareQuotes(Device):
    """Short marked words that nobody is quoted with, and words after 'so-called'.

    Parameters
    ----------
    called : float
        Score of words after 'so-called'.
    word : float
        Score of one marked word.
    pair : float
        Score of each of two marked phrases with 'and' or 'or' between them.
    owned : float
        Score of a marked phrase before a noun, and after 'their'.
    longest : int
        The most words a marked phrase may have.
    again : int
        A phrase that a text marks so many times is what it talks about.
    """

    called: float = 0.8
    word: float = 0.7
    pair: float = 0.6
    owned: float = 0.6
    longest: int = 5
    again: int = 3

    name: ClassVar[str] = "scare_quotes"
    version: ClassVar[int] = 2
    label: ClassVar[str] = "Scare quotes"
    definition: ClassVar[str] = (
        "Quotation marks, or 'so-called', that put a word or short phrase at a distance: the writer would not say so."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Predelli, Stefano (2003). Scare Quotes and Their Relation to Other Semantic Issues. Linguistics and Philosophy "
        "26(1), 1-28.",
        "Quirk, Randolph, et al. (1985). A Comprehensive Grammar of the English Language. London: Longman, appendix III.21.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "most are missed",
        "phrases of two words or more are found only after 'so-called' or 'their', or in pairs",
        "a new or technical word in marks is found, and words quoted from somebody who was named a sentence before",
    )
    measured: ClassVar[Measured] = Measured(
        22, 36, 6, 20, on="finds in Hansard and other political prose; marks in windows for measuring"
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield them sentence by sentence."""
        found: dict[int, list[Figure]] = {}
        starts = [s.first for s in prose.sentences]
        for n in prose.rows_of(frozenset(("so-called",))).tokens:
            at = bisect_right(starts, n) - 1
            if at >= 0 and n < prose.sentences[at].last and not prose.sentences[at].heading:
                found.setdefault(at, []).extend(self.so_called(prose, prose.sentences[at], n))
        held = within(prose, starts)
        counts = Counter(
            (prose.sentences[at].doc, phrase(prose, q)) for at, some in held.items() for q in some
        )
        for at, some in held.items():
            doc = prose.sentences[at].doc
            told_of = {q for q in some if counts[doc, phrase(prose, q)] >= self.again}
            found.setdefault(at, []).extend(self.marked(prose, prose.sentences[at], some, told_of))
        for at in sorted(found):
            yield from best(found[at])

    def so_called(self, prose: Prose, sentence: Sentence, n: int) -> Iterator[Figure]:
        """Yield 'so-called' with the one word it is said of; marked words and longer names after it mostly only say what a thing is called."""
        word, after = n + 1, n + 2
        single = after < sentence.last and (
            not prose.is_word[after] or prose.words[after] in AFTER_NOUN or plural(prose.words[word])
        )
        if single and prose.is_word[word] and prose.shown[word] == prose.words[word]:
            yield Figure(sentence.doc, "so-called", [prose.span(n, word + 1)], self.called)

    def marked(
        self, prose: Prose, sentence: Sentence, some: Sequence[Quoted], told_of: Set[Quoted]
    ) -> Iterator[Figure]:
        """Yield the marked phrases of a sentence that are kept at a distance; `told_of` are what the text is about."""
        if not LEGAL.isdisjoint(prose.words[sentence.first : sentence.last]):
            return
        joined = [q for pair in pairs(prose, some) for q in pair]
        for quoted in some:
            if quoted in told_of or not self.short(prose, quoted) or attributed(prose, sentence, quoted):
                continue
            rule, score = self.kind(prose, sentence, quoted, quoted in joined)
            if score:
                yield Figure(sentence.doc, rule, [prose.span(quoted.first, quoted.last)], score)

    def kind(self, prose: Prose, sentence: Sentence, quoted: Quoted, joined: bool) -> tuple[str, float]:
        """Return what a marked phrase is known by, and its score, 0 if it is none."""
        words = prose.words
        before = next((n for n in range(quoted.first - 1, sentence.first - 1, -1) if prose.is_word[n]), -1)
        after = quoted.last
        while after < sentence.last and words[after] in MARKS:
            after += 1
        noun = after < sentence.last and prose.is_word[after] and words[after] not in FUNCTION
        size = sum(prose.is_word[quoted.first : quoted.last])
        if before < 0 or words[quoted.first - 2] == "=" or words[before].startswith("define"):
            return "", 0.0
        word = words[quoted.first]
        if size == 1 and word not in MENTIONED and (not noun or (word in CLAIMED and words[before] != "the")):
            return "marked word", self.word
        if quoted.told:
            return "", 0.0
        if joined:
            return "marked pair", self.pair
        return ("marked and owned", self.owned) if words[before] in OF_OTHERS and noun else ("", 0.0)

    def short(self, prose: Prose, quoted: Quoted) -> bool:
        """Return whether a marked phrase is short, without capitals, and no sentence."""
        tokens = range(quoted.first, quoted.last)
        words = [n for n in tokens if prose.is_word[n]]
        capital = [prose.shown[n] != prose.words[n] for n in words]
        if not 0 < len(words) <= self.longest or capital[0] or 2 * sum(capital) >= len(words):
            return False
        inner = prose.words[quoted.first : quoted.last - 1]
        if not STOPS.isdisjoint(inner) or prose.words[quoted.last - 1] in STOPS - {"."}:
            return False
        if len(words) == 1 and (len(prose.words[words[0]]) < 3 or prose.words[words[0]].endswith("'s")):
            return False
        return not any(not prose.words[n][0].isalpha() for n in words)


def within(prose: Prose, starts: Sequence[int]) -> dict[int, list[Quoted]]:
    """Return the marked phrases of the body by the sentence that they stand in."""
    held: dict[int, list[Quoted]] = {}
    for quoted in prose.quoted:
        at = bisect_right(starts, quoted.first) - 1
        if at >= 0 and quoted.last <= prose.sentences[at].last and not prose.sentences[at].heading:
            held.setdefault(at, []).append(quoted)
    return held


def pairs(prose: Prose, some: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """Yield the marked phrases with only 'and' or 'or' between them."""
    for one, two in pairwise(some):
        between = [w for w in prose.words[one.last : two.first] if w not in MARKS]
        if between in (["and"], ["or"], [",", "and"]):
            yield one, two


def phrase(prose: Prose, quoted: Quoted) -> str:
    """Return the words of a marked phrase."""
    return " ".join(prose.words[n] for n in range(quoted.first, quoted.last) if prose.is_word[n])


def attributed(prose: Prose, sentence: Sentence, quoted: Quoted) -> bool:
    """Return whether somebody is said to have used the words, or the words are what is talked about."""
    start = max(sentence.first, quoted.first - REACH)
    before = [prose.words[n] for n in range(start, quoted.first) if prose.is_word[n]]
    after = [
        prose.words[n] for n in range(quoted.last, min(sentence.last, quoted.last + 10)) if prose.is_word[n]
    ]
    return (
        not SAYING.isdisjoint(before)
        or not NAMING.isdisjoint(before[-2:])
        or not KNOWN.isdisjoint(before[-5:])
        or not SAYING.isdisjoint(after)
        or after[:1] in (["is"], ["was"], ["means"], ["meant"])
        or explained(prose, sentence, quoted.last)
        or [w for w in prose.words[quoted.first - 4 : quoted.first] if w not in MARKS][-2:] == [",", "or"]
    )


def explained(prose: Prose, sentence: Sentence, last: int) -> bool:
    """Return whether the words after a marked phrase say what it means: ', or ...', '- the ...', '(...'."""
    rest = [w for w in prose.words[last - 1 : min(sentence.last, last + 5)] if w not in MARKS]
    rest = rest if rest[:1] == [","] else rest[1:]
    return (
        rest[:2] in ([",", "or"], [",", "the"], [",", "a"], [",", "an"], [",", "meaning"])
        or rest[:1] == ["("]
        or (rest[:1] != [] and rest[0] in DASHES and rest[1:2] != ["and"])
    )
