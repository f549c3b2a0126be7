"""Words that place what is said in the future."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import DETERMINERS, FUNCTION, closed
from rhetoric.extract.discourse.participles import IRREGULAR, regular
from rhetoric.extract.discourse.timephrases import Phrases, after, any_of, held
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

WILL = closed("will won't shall shan't i'll we'll he'll she'll it'll they'll you'll that'll there'll who'll")
WISH = closed(
    "a an the my his her their our your its free political good ill own general popular strong iron last divine national of public "
    "public's people's nation's common collective no any much god's"
)
SUPPOSED = closed(
    "know aware recall remember appreciate understand familiar note forgive agree realise realize recollect bear find see wish"
)
INVERTED = DETERMINERS | closed("i we he she they you it hon members my mr mrs lord sir there")
ASKED = closed("when what how where who which")
STANDING = closed(
    "am is are i'm we're he's she's it's they're you're that's there's who's isn't aren't what's"
)
NO_VERBS = closed(
    "war work school university hospital prison jail bed court church press market town college sea places sleep hell waste london washington "
    "america england scotland wales ireland parliament congress europe france germany russia china iraq iran college sites"
)
HOPED = WILL | closed("hope hopes hoped expect expects can may to could be")
PHRASES = Phrases.of("""
    tomorrow
    tomorrow's
    to-morrow
    next year|month|summer|winter|autumn|spring|session|parliament|election|generation|century|decade|budget|DAY|MONTH|week
    next year's|week's|month's
    the next generation|parliament|election|century|decade|session
    over|in|within|during|for the next year|month|decade|week|century
    over|in|within|during|for the next few|two|three|four|five|six|ten|20|10|30|couple|several years|months|decades|weeks|days|generations
    the next # years|months|decades|weeks|days|generations
    in|for the future
    in future
    the future
    our|its|their|his|her|your|britain's|my future
    the near|foreseeable|immediate|distant|long-term future
    in|for the near|foreseeable|immediate|distant|long-term future
    a better|brighter|fairer|different|new|secure|prosperous|great|common|shared future
    future generations
    future years|decades|wars|growth|prosperity|needs|governments|parliaments|progress|prospects|development|developments
    the years|days|months|weeks|decades ahead
    in|over|for the years|days|months|weeks|decades ahead
    years|days|months|weeks|generations|decades|centuries|time to come
    the years|days|months|weeks|generations|decades to come
    in|over|for the years|months|weeks|decades|days to come
    for years|generations|decades|centuries to come
    for many|some years|generations|time to come
    the coming year|years|month|months|week|weeks|days|decade|decades|session|winter|summer|century|election|generations|months
    in|over|during the coming year|years|month|months|week|weeks|days|decade|decades|session|winter|century
    in due course
    in the long|longer run|term
    in the medium term
    from now on
    henceforth
    henceforward
    before|by the end of this|next year|month|week|decade|century|parliament|session
    in # years'|months'|weeks'|days' time
    the|this|our|these|its|their upcoming|forthcoming
""")


@dataclass(frozen=True)
class Future(Marker):
    """Verbs that look ahead and adverbials and nouns of time to come.

    Parameters
    ----------
    verb, going, phrase : float
        Scores: 'will close'; 'is going to close'; 'in the years ahead'.
    """

    verb: float = 0.9
    going: float = 0.9
    phrase: float = 0.8

    name: ClassVar[str] = "future"
    label: ClassVar[str] = "Future time"
    definition: ClassVar[str] = (
        "A verb group with 'will', 'I shall', 'going to' or 'about to', or words such as 'next year' and 'the future', that look to a time still to come."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quirk, Randolph, Greenbaum, Sidney, Leech, Geoffrey and Svartvik, Jan (1985). A Comprehensive Grammar of the English Language. London: Longman, chapter 4.",
        "Dunmire, Patricia L. (2011). Projecting the Future through Political Discourse. Amsterdam: John Benjamins.",
        "Cap, Piotr (2013). Proximization: The Pragmatics of Symbolic Distance Crossing. Amsterdam: John Benjamins.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "requests and questions that turn subject and verb round ('Will the Minister ...') count only after 'when', 'what', 'how', 'where', 'who' and 'which'",
        "'shall' counts only after 'I' and 'we': elsewhere it mostly lays down a rule",
        "what 'will' supposes of the present ('Members will know', 'she will have seen') is left out, what it says of habits is not",
        "'would', 'may' and the present tense for things to come do not count",
    )
    measured: ClassVar[Measured] = Measured(49, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every place, in order within each sentence."""
        verbs = prose.rows(lambda w: w in WILL or w in ("going", "about", "gonna"))
        phrases = prose.rows(lambda w: w in PHRASES.ended or w in ("soon", "shortly"))
        for sentence, (told, ends_of) in held(prose, verbs, phrases):
            for n in told:
                if prose.words[n] in WILL:
                    if (last := self.willed(prose, sentence, n)) > 0:
                        yield Figure(sentence.doc, "will", [prose.span(n, last)], self.verb)
                elif (ends := self.planned(prose, sentence, n)) is not None:
                    yield Figure(sentence.doc, "going to", [prose.span(*ends)], self.going)
            for first, last in PHRASES.found(prose, sentence, ends_of):
                if not narrated(prose, sentence, first, last):
                    yield Figure(sentence.doc, "adverbial", [prose.span(first, last)], self.phrase)
            for n in ends_of:
                if prose.words[n] in ("soon", "shortly") and coming(prose, sentence, n):
                    yield Figure(sentence.doc, "adverbial", [prose.span(n, n + 1)], self.phrase)

    def willed(self, prose: Prose, sentence: Sentence, n: int) -> int:
        """Return where the verb group of 'will' at `n` ends (exclusive), or 0 where it is none or does not look ahead."""
        words, word = prose.words, prose.words[n]
        lead = words[n - 1] if n > sentence.first else ""
        if (
            word in ("shall", "shan't")
            and lead not in ("i", "we")
            and not (n - 2 >= sentence.first and words[n - 2] in ("i", "we"))
        ):
            return 0
        if word == "will" and (
            lead in WISH or lead.endswith("'s") or (prose.shown[n] == "Will" and n > sentence.first)
        ):
            return 0
        follow = after(prose, sentence, n, 5)
        if follow < 0 or not prose.is_word[follow]:
            return (
                0 if word == "will" and lead not in ("i", "we", "they", "he", "she", "it", "that") else n + 1
            )
        main = words[follow]
        if main in INVERTED or prose.shown[follow][:1].isupper():
            asked = (
                any_of(prose, max(sentence.first, n - 2), n, ASKED)
                and "if" not in words[max(sentence.first, n - 6) : n]
            )
            return n + 1 if asked and follow == n + 1 and word == "will" else 0
        if main in SUPPOSED or any_of(prose, max(sentence.first, n - 5), n, closed("if whether")):
            return 0
        if main in FUNCTION and main not in ("be", "have", "do"):
            return 0
        return self.group(prose, sentence, follow)

    def group(self, prose: Prose, sentence: Sentence, follow: int) -> int:
        """Return where a group whose first verb after 'will' is at `follow` ends, or 0 where it supposes rather than foretells."""
        words, main = prose.words, prose.words[follow]
        further = after(prose, sentence, follow)
        then = words[further] if further >= 0 and prose.is_word[further] else ""
        done = then in IRREGULAR or regular(then) or then in ("been", "gone", "come", "become", "had")
        if main == "have" and done:
            return 0
        if main == "be" and then in SUPPOSED:
            return 0
        if main == "be" and (done or (then.endswith("ing") and len(then) > 5)):
            return further + 1
        return follow + 1

    def planned(self, prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
        """Return the group of 'is going to do' or 'is about to do' with 'going' or 'about' at `n`."""
        words = prose.words
        gonna = words[n] == "gonna"
        verb = n + 1 if gonna else n + 2
        if verb >= sentence.last or not (gonna or words[n + 1] == "to"):
            return None
        main = words[verb]
        if (
            (main in FUNCTION and main not in ("be", "have", "do"))
            or main in NO_VERBS
            or prose.shown[verb][:1].isupper()
        ):
            return None
        k = n - 1
        while k > max(sentence.first, n - 4) and words[k] not in STANDING and prose.is_word[k]:
            k -= 1
        if k < sentence.first or words[k] not in STANDING or not prose.is_word[verb] or main.endswith("ing"):
            return None
        return k, verb + 1


def narrated(prose: Prose, sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a phrase with 'the next' tells what came after something past."""
    words = prose.words
    return (
        "next" in words[first:last]
        and "the" in words[first:last]
        and any_of(prose, sentence.first, sentence.last, closed("was were had did"))
    )


def coming(prose: Prose, sentence: Sentence, n: int) -> bool:
    """Return whether 'soon' or 'shortly' at `n` says when something will be."""
    words = prose.words
    lead = words[n - 1] if n > sentence.first else ""
    follow = words[n + 1] if n + 1 < sentence.last else ""
    if lead in ("as", "so", "too", "how") or follow in (
        "as",
        "after",
        "before",
        "afterwards",
        "enough",
        "thereafter",
    ):
        return False
    near = max(sentence.first, n - 8)
    return any_of(prose, near, n + 3, HOPED) and not any_of(
        prose, near, min(n + 5, sentence.last), closed("was were had did would")
    )
