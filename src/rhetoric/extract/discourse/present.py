"""Words that place what is said in the present."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import closed
from rhetoric.extract.discourse.participles import IRREGULAR, regular
from rhetoric.extract.discourse.pasttense import past_form
from rhetoric.extract.discourse.timephrases import Phrases, after, any_of, before, held
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

BE = closed("am is are i'm we're he's she's it's they're you're that's there's who's what's isn't aren't")
HAVE = closed("have has i've we've you've they've haven't hasn't")
PAST = closed("was were had did would wasn't weren't hadn't didn't")
NO_VERBS = closed(
    "interesting disappointing surprising encouraging worrying misleading willing unwilling lacking appalling shocking staggering "
    "astonishing amazing telling demanding challenging exciting depressing disturbing alarming confusing boring charming outstanding "
    "fitting pressing compelling convincing damaging promising striking existing following ongoing forthcoming heartening frustrating "
    "embarrassing frightening terrifying touching overwhelming underlying long-standing loving caring daunting gratifying humiliating "
    "insulting lasting rewarding satisfying tiring trusting understanding upsetting wanting welcoming missing nothing something anything "
    "everything evening morning king being housing during spring string thing wing ceiling sterling shilling binding forbidding "
    "overriding puzzling sickening startling revealing tempting threatening troubling unconvincing unfailing unsatisfying upcoming "
    "entertaining irritating distressing degrading exhausting fascinating inspiring intriguing moving pleasing refreshing reassuring "
    "stimulating thrilling trying becoming sobering chilling crushing glaring horrifying discouraging debilitating devastating "
    "groundbreaking far-reaching hard-working incoming outgoing wellbeing well-being according owing including sibling darling "
    "saddening unappealing appealing off-putting unedifying edifying pending enduring time-consuming concerning unending"
)
EQUATED = closed(
    "aim aims point thing things problem answer way step goal priority task issue concern idea part job solution challenge question "
    "alternative option objective purpose key result role danger risk approach difference matter all what trick difficulty work proposal "
    "suggestion first second third best thinking doing"
)
PARTS = closed("part aim task key secret challenge")
SUBJECTS = closed("i we he she they you it")
GROUPS = closed(
    "people families men women conditions countries parties class mothers parents children standards areas"
)
PHRASES = Phrases.of("""
    today
    today's
    to-day
    currently
    nowadays
    these days
    at present
    at the present
    at the present time|moment|day|stage
    at the moment
    at this moment|time|juncture|stage
    at this present moment|time
    at this moment|point in time
    right now
    as we speak
    for the time being
    in this day and age
    in our own time
    in our time|day
    in the present day|century
    the present day
    in the 21st|twenty-first century
    the present government|situation|position|system|law|time|crisis|circumstances|arrangements|administration|session|parliament|year|conditions|state|moment
    the|our|its|their|his|this current government|situation|position|system|law|crisis|circumstances|arrangements|administration|session|parliament|year|conditions|state|climate|level|levels|debate|policy|rate|rules|legislation|economic|financial
""")


@dataclass(frozen=True)
class Present(Marker):
    """Verbs of what goes on now and adverbials of present time.

    Parameters
    ----------
    phrase, verb, now : float
        Scores: 'at present'; 'is closing'; 'now'.
    """

    phrase: float = 0.9
    verb: float = 0.8
    now: float = 0.8

    name: ClassVar[str] = "present"
    label: ClassVar[str] = "Present time"
    definition: ClassVar[str] = (
        "An adverbial such as 'today' or 'at present', or a verb group for what is going on ('is closing', 'has been rising'), that places what is said at the time of speaking."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quirk, Randolph, Greenbaum, Sidney, Leech, Geoffrey and Svartvik, Jan (1985). A Comprehensive Grammar of the English Language. London: Longman, chapter 4.",
        "Biber, Douglas (1988). Variation across Speech and Writing. Cambridge: Cambridge University Press.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "the simple present never counts: it states what holds at all times as often as what holds now",
        "'now' that opens a sentence, and 'now' beside a past tense, are left out",
        "'today' beside a past tense ('announced today') is left out",
        "'is leaving' for something that is planned counts unless a word of future time stands near",
    )
    measured: ClassVar[Measured] = Measured(49, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every place, in order within each sentence."""
        doing = prose.rows(lambda w: (w.endswith("ing") and len(w) > 4 and w not in NO_VERBS) or w == "being")
        phrases = prose.rows(lambda w: w in PHRASES.ended or w == "now")
        for sentence, (verbs, ends_of) in held(prose, doing, phrases):
            for n in verbs[verbs[:1] == [sentence.first] :]:
                if (ends := self.going_on(prose, sentence, n)) is not None:
                    yield Figure(sentence.doc, "progressive", [prose.span(*ends)], self.verb)
            for first, last in PHRASES.found(prose, sentence, ends_of):
                if last - first == 1 and reported(prose, sentence, first):
                    continue
                yield Figure(sentence.doc, "adverbial", [prose.span(first, last)], self.phrase)
            for n in ends_of:
                if prose.words[n] == "now" and at_present(prose, sentence, n):
                    yield Figure(sentence.doc, "now", [prose.span(n, n + 1)], self.now)

    def going_on(self, prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
        """Return the verb group whose present participle is at `n`."""
        words = prose.words
        k = before(prose, sentence, n)
        if k < sentence.first or n - k > 4:
            return None
        if (
            words[k] in SUBJECTS
            and k > sentence.first
            and words[k - 1] in ("am", "is", "are")
            and opens(prose, sentence, k - 1)
        ):
            k -= 1
        elif words[k] == "been":
            k = before(prose, sentence, k)
            if k < 0 or words[k] not in HAVE:
                return None
        elif words[k] not in BE:
            return None
        lead = words[k - 1] if k > sentence.first else ""
        if (
            lead in ("there", "here")
            or words[k] == "there's"
            or lead in EQUATED
            or any_of(prose, max(sentence.first, k - 8), k - 1, PARTS)
            or (lead.endswith("ing") and lead not in ("nothing", "everything"))
        ):
            return None
        last = n + 1
        follow = words[last] if last < sentence.last else ""
        if words[n] == "being":
            then = after(prose, sentence, n)
            if then < 0 or not (words[then] in IRREGULAR or regular(words[then])):
                return None
            last = then + 1
        elif (words[n] == "going" and follow == "to") or follow in GROUPS:
            return None
        if any_of(prose, max(sentence.first, k - 6), min(sentence.last, n + 8), closed("tomorrow next")):
            return None
        return k, last


def reported(prose: Prose, sentence: Sentence, n: int) -> bool:
    """Return whether a single word at `n` dates a past event ('announced today') or is a name ('USA Today')."""
    near = range(max(sentence.first, n - 1), min(sentence.last, n + 2))
    named = prose.shown[n][:1].isupper() and any(prose.is_word[k] for k in range(sentence.first, n))
    return named or any(past_form(prose.words[k]) or prose.words[k] in PAST for k in near)


def opens(prose: Prose, sentence: Sentence, n: int) -> bool:
    """Return whether a question may open at `n`."""
    return (
        n == sentence.first
        or not prose.is_word[n - 1]
        or prose.words[n - 1] in ("what", "why", "where", "how", "who", "and", "but", "so")
    )


def at_present(prose: Prose, sentence: Sentence, n: int) -> bool:
    """Return whether 'now' at `n` is the time of speaking and no turn of talk, and no part of another phrase."""
    words = prose.words
    if not any(prose.is_word[k] for k in range(sentence.first, n)):
        return n + 1 < sentence.last and words[n + 1] == "is"
    lead, follow = words[n - 1], words[n + 1] if n + 1 < sentence.last else ""
    if lead in (
        "just",
        "until",
        "till",
        "every",
        "from",
        "by",
        "before",
        "even",
        "right",
        "be",
        "will",
        "shall",
    ) or follow in ("that", "then", "and"):
        return False
    if not prose.is_word[n - 1] and follow == ",":
        return False
    return not any_of(prose, max(sentence.first, n - 4), min(n + 4, sentence.last), PAST)
