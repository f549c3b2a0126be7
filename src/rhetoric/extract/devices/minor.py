"""Minor sentences: a few words without a finite verb that stand as a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import AUXILIARIES, DASHES, PREPOSITIONS, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

LEADING = closed(
    "and but or so then yet well perhaps maybe still just only surely hardly merely simply now alas"
)
OPENING = closed(
    "a an the no not another such more less all every some any too my our his her their its enough never nothing "
    "nobody none neither what how"
)
OWNERS = closed("a an the no my our his her their its another such")
OPENING_PHRASE = (PREPOSITIONS | {"of"}) - closed("since like past to till until except per than near")
ALONE = closed(
    "wrong nonsense rubbish simple true false exactly enough never nothing nobody everything hardly madness shame silence "
    "impossible absurd ridiculous outrageous incredible disgraceful unbelievable extraordinary amazing hypocrisy chaos "
    "failure lies politics power money freedom justice peace why how really seriously period"
)
CLAUSE = closed(
    "i he she we they you it there who which that if because although though when while whether unless whereas let's "
    "let where these those as please thank thanks dear"
)
OBJECTS = closed("it you that those these")
PAST = closed(
    "cannot died came went got gave took saw knew thought said told made found kept held led left lost won met paid sent spent stood "
    "began became broke brought built bought caught chose cut did drew drove fell felt fought grew heard hit hurt laid "
    "lay meant put ran read rose sat sold set shook shot shut spoke struck taught threw understood wore wrote sought "
    "slept sang swept swore fled flew forgot hid hung knelt lent lit rode sank stole stuck tore woke wept"
)
PRESENT = closed(
    "say says go goes get gets give gives take takes come comes see sees know knows think thinks make makes want wants "
    "find finds tell tells seem seems become becomes begin begins keep keeps bring brings happen happens need needs "
    "follow follows continue continues remain remains believe believes agree agrees include includes provide provides "
    "require requires mean means suggest suggests show shows exist exists matter depend depends belong belongs appear "
    "appears sit sits lie lies like likes hope hopes run runs hold holds stand stands live lives allow allows lead leads ask asks feel feels "
    "turn turns start starts look looks pay pays speak speaks move moves leave leaves put puts call calls apply applies also obtain help visit head "
    "deserve deserves consider considers understand understands let lets try tries use uses work works"
)
FOLLOWING = closed("of and or to not too alone indeed either")
PLAIN = closed(
    "big small great good bad better bigger greater smaller older newer higher lower longer shorter stronger new old high "
    "low long short little real whole free clear dark bright hard easy heavy angry empty petty dirty happy hungry lazy "
    "lonely poor rich young noisy pretty tiny ugly wealthy weary worthy only very many few more two three four five ten hundred"
)
PLURAL_AFTER = closed(
    "the no not more less all some any my our his her their its many few such two three other same"
)
MARKS = frozenset(('"', "''", "“", "”", "``"))
ADDRESS = closed(
    "speaker chairman president lords lord mr mrs ms sir madam ladies gentlemen gentleman friends friend colleagues "
    "amendment order question clause motion contact hon noble baroness minister members member hear division"
)


@dataclass(frozen=True)
class MinorSentence(Device):
    """Sentences of a few words without a finite verb, beside a full sentence of the same voice.

    Parameters
    ----------
    most : int
        The most words such a sentence may have.
    full : int
        The least words of the full sentence beside it.
    plain : float
        The score.
    """

    most: int = 8
    full: int = 5
    plain: float = 0.7

    name: ClassVar[str] = "minor_sentence"
    label: ClassVar[str] = "Sentences without a verb"
    definition: ClassVar[str] = (
        "A few words without a finite verb that stand as a sentence among full sentences, for effect."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quirk, Randolph, et al. (1985). A Comprehensive Grammar of the English Language. London: Longman, sections "
        "11.38-11.55.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 690-691 (ellipsis).",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "finite verbs are told by their endings and by lists: a sentence with another verb may be found",
        "those that open with a name, an adjective or a participle are not found, nor the first sentence of a text",
    )
    measured: ClassVar[Measured] = Measured(22, 29, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every such sentence that stands beside a full one."""
        some = prose.sentences
        for n, sentence in enumerate(some):
            if n == 0 or some[n - 1].doc != sentence.doc or some[n - 1].heading or sentence.heading:
                continue
            if sentence.last - sentence.first > self.most + 6 or not self.short(prose, sentence):
                continue
            beside = [s for s in (*some[max(0, n - 1) : n], *some[n + 1 : n + 2]) if alike(s, sentence)]
            if any(self.whole(prose, s) for s in beside):
                yield Figure(sentence.doc, "no verb", [prose.span(sentence.first, sentence.last)], self.plain)

    def short(self, prose: Prose, sentence: Sentence) -> bool:
        """Return whether a sentence is a few words without a verb, and no title, list or form of address."""
        first, last = sentence.first, sentence.last
        rows = [n for n in range(first, last) if prose.is_word[n]]
        if not 0 < len(rows) <= self.most or not ended(prose, last) or prose.words[first] in DASHES:
            return False
        if sum(prose.words[n] in MARKS for n in range(first, last)) == 1 or prose.words[last - 1] in (
            "...",
            "…",
        ):
            return False
        words, shown = [prose.words[n] for n in rows], [prose.shown[n] for n in rows]
        if not shown[0][0].isupper() or any(w[0].isdigit() or w[-1] == "." for w in words):
            return False
        if any(c[0].isupper() and c != "I" for c in shown[1:]) and len(rows) < 4:
            return False
        if sum(c[0].isupper() for c in shown[1:]) * 2 > len(rows) or not ADDRESS.isdisjoint(words):
            return False
        if any(prose.words[n] in (":", "*", "•", "[", "(", "=", "§") for n in range(first, last)):
            return False
        return verbless(words)

    def whole(self, prose: Prose, sentence: Sentence) -> bool:
        """Return whether a sentence is a full one of some length."""
        words = [prose.words[n] for n in range(sentence.first, sentence.last) if prose.is_word[n]]
        return len(words) >= self.full and not verbless(words) and ended(prose, sentence.last)


def alike(one: Sentence, two: Sentence) -> bool:
    """Return whether two sentences are of one voice and text."""
    return one.doc == two.doc and one.opener == two.opener and not one.heading


def ended(prose: Prose, last: int) -> bool:
    """Return whether a sentence ends in a full stop, question mark or exclamation mark."""
    return any(prose.words[n][0] in ".?!" for n in range(max(0, last - 3), last))


def verbless(words: Sequence[str]) -> bool:
    """Return whether a few words open as a phrase does and hold nothing that could be a finite verb."""
    at = 0
    while at < len(words) - 1 and words[at] in LEADING:
        at += 1
    rest = words[at:]
    if len(rest) == 1:
        return rest[0] in ALONE or (rest[0] in LEADING and at > 0)
    if (rest[0] not in OPENING and rest[0] not in OPENING_PHRASE) or (rest[0] == "how" and len(rest) > 4):
        return False
    for n, word in enumerate(rest):
        before = rest[n - 1] if n else ""
        clause = word in CLAUSE and not (word in OBJECTS and before in PREPOSITIONS)
        if clause or word in AUXILIARIES or word in PAST or word in PRESENT or "'" in word[-3:-1]:
            return False
        if word.endswith("ed") and len(word) > 4 and (n + 1 == len(rest) or before not in OWNERS):
            return False
        if plural(word) and (n < 1 or not nominal(before) or not closes(rest, n)):
            return False
    return True


def plural(word: str) -> bool:
    """Return whether a word has the ending of a plural, or of a verb of the third person."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3


def closes(words: Sequence[str], n: int) -> bool:
    """Return whether a plural is followed by what may follow a noun: nothing, a preposition, 'and'."""
    return n + 1 == len(words) or words[n + 1] in PREPOSITIONS or words[n + 1] in FOLLOWING


def nominal(before: str) -> bool:
    """Return whether a word after this one is rather a plural than a verb: after determiners, prepositions, adjectives."""
    ending = before.endswith(
        ("al", "ous", "ful", "less", "able", "ible", "ic", "ive", "ish", "ing", "ed", "est")
    )
    return (
        before in PLURAL_AFTER or before in PREPOSITIONS or before in FOLLOWING or before in PLAIN or ending
    )
