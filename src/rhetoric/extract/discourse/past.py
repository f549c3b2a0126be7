"""Words that place what is said in the past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import AUXILIARIES, DASHES, FUNCTION, PREPOSITIONS, closed
from rhetoric.extract.discourse.participles import IRREGULAR, WITH_OBJECTS, regular
from rhetoric.extract.discourse.pasttense import (
    EITHER,
    MAYBE_NOUN,
    NO_PAST,
    OBJECT_AFTER,
    ONLY_PAST,
    past_form,
)
from rhetoric.extract.discourse.timephrases import (
    MONTHS,
    NUMBERS,
    UNITS,
    UNREAL,
    Phrases,
    after,
    any_of,
    before,
    clause_start,
    held,
)
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

WAS = closed("was were wasn't weren't")
HAD = closed("had hadn't")
DID = closed("did didn't")
SUBJECTS = closed("i we he she they who it you which there")
OBJECTS_TOO = closed("it you which there")
PERFECT = closed("have has having haven't hasn't i've we've you've they've ive weve youve theyve who've")
TURNED = AUXILIARIES | PERFECT | closed("get got getting make made see seen want wanted let than")
COMING = closed(
    "will shall would should may might can could must expire expires expected i'll we'll he'll she'll they'll it'll"
)
LEADING = closed("in since until till by during before after from early late summer spring autumn winter")
PHRASES = Phrases.of("""
    yesterday|yesterday's
    the day before yesterday
    last year|week|month|night|summer|winter|autumn|spring|century|decade|session|time|DAY|MONTH
    last year's|week's|month's|night's|century's
    the last government|parliament|election|war|administration|session|labour|conservative
    in the past
    in past|former|bygone|previous|earlier years|times|days|ages|generations|decades|centuries
    in years|times|days past
    in recent years|months|weeks|times|decades|history
    over|during|for|in the past|last year|years|months|decade|decades|week|weeks|century|session
    over|during|for|in the past|last # year|years|months|decades|weeks|days|centuries
    over|during recent years|months|weeks|decades
    in the old|early days
    in those days
    in days gone by
    the other day
    earlier this|that year|week|month|session|afternoon|morning|century
    earlier today
    back then
    since then
    until recently
    hitherto
    heretofore
    formerly
    previously
    historically
    in the 1900s|1910s|1920s|1930s|1940s|1950s|1960s|1970s|1980s|1990s|30s|40s|50s|60s|70s|80s|90s
    in the thirties|forties|fifties|sixties|seventies|eighties|nineties
    in the sixteenth|seventeenth|eighteenth|nineteenth|16th|17th|18th|19th century
""")


@dataclass(frozen=True)
class Past(Marker):
    """Verbs in the past tense and adverbials of past time.

    Parameters
    ----------
    sure, fair : float
        Scores: forms that can be nothing but a past; those told by the words around them.
    """

    sure: float = 0.9
    fair: float = 0.8

    name: ClassVar[str] = "past"
    label: ClassVar[str] = "Past time"
    definition: ClassVar[str] = (
        "A verb in the past tense, or an adverbial such as 'last year' or 'in 1997', that places what is said before the time of speaking."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quirk, Randolph, Greenbaum, Sidney, Leech, Geoffrey and Svartvik, Jan (1985). A Comprehensive Grammar of the English Language. London: Longman, chapter 4.",
        "Biber, Douglas (1988). Variation across Speech and Writing. Cambridge: Cambridge University Press.",
        "Dunmire, Patricia L. (2011). Projecting the Future through Political Discourse. Amsterdam: John Benjamins.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "a past tense in a clause with 'if', 'unless', 'wish' or 'though' before it may be unreal and does not count",
        "regular verbs and those whose participle is the same count after a pronoun, or between a noun and an object with an article",
        "the perfect ('has closed') does not count: it looks from the present",
        "a year counts where the sentence has no 'will', 'shall' or 'would'; whether it lies behind the text is not looked up",
    )
    measured: ClassVar[Measured] = Measured(50, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every place, in order within each sentence."""
        verbs = prose.rows(lambda w: w in WAS or w in HAD or w in DID or w == "used" or past_form(w))
        unreal = prose.rows(UNREAL.__contains__)
        phrases = prose.rows(lambda w: w in PHRASES.ended or w in ("ago", "once") or year(w))
        for sentence, (told, doubtful, ends) in held(prose, verbs, unreal, phrases):
            for n in told:
                if doubtful and any_of(prose, clause_start(prose, sentence, n), n, UNREAL):
                    continue
                if found := self.verb(prose, sentence, n):
                    rule, last, score = found
                    yield Figure(sentence.doc, rule, [prose.span(n, last)], score)
            for first, last in PHRASES.found(prose, sentence, ends):
                yield Figure(sentence.doc, "adverbial", [prose.span(first, last)], self.sure)
            for n in ends:
                if (first := dated(prose, sentence, n, told)) >= 0:
                    yield Figure(sentence.doc, "adverbial", [prose.span(first, n + 1)], self.fair)

    def verb(self, prose: Prose, sentence: Sentence, n: int) -> tuple[str, int, float] | None:
        """Return the rule, the end and the score of a verb group that begins at `n`."""
        words, word = prose.words, prose.words[n]
        if word in WAS or word in HAD or word in DID:
            return self.auxiliary(prose, sentence, n)
        at = before(prose, sentence, n)
        lead = words[at] if at >= 0 else ""
        if word == "used":
            habit = (
                n + 2 < sentence.last
                and words[n + 1] == "to"
                and (lead in SUBJECTS | {"that", "what"} or words[n + 2] == "be")
            )
            return ("used to", n + 3, self.sure) if habit and words[at] not in WAS else None
        subject = lead in SUBJECTS and not (at > sentence.first and words[at - 1] in TURNED)
        if word in ONLY_PAST:
            known = word not in MAYBE_NOUN or subject
            return (
                ("past tense", n + 1, self.sure)
                if known and lead not in FUNCTION - SUBJECTS - closed("and but that")
                else None
            )
        if subject and not (lead in OBJECTS_TOO and at > sentence.first and words[at - 1] in PREPOSITIONS):
            return None if word in NO_PAST and lead in OBJECTS_TOO else ("past tense", n + 1, self.fair)
        noun = (
            at >= sentence.first
            and (prose.is_word[at] or words[at] == ")")
            and lead not in FUNCTION
            and not lead.endswith(("ing", "ed"))
        )
        if noun and at == n - 1 and (word == "said" or self.active(prose, sentence, n)):
            return "past tense", n + 1, self.fair
        return None

    def active(self, prose: Prose, sentence: Sentence, n: int) -> bool:
        """Return whether a past form after a noun has an object that a participle could not have."""
        words, word = prose.words, prose.words[n]
        if (
            word in WITH_OBJECTS
            or word in NO_PAST
            or n + 1 >= sentence.last
            or word in EITHER - closed("said told thought brought held sought met")
        ):
            return False
        return words[n + 1] in OBJECT_AFTER

    def auxiliary(self, prose: Prose, sentence: Sentence, n: int) -> tuple[str, int, float] | None:
        """Return the group of 'was', 'had' or 'did'; none where these are unreal ('were it not', 'had better')."""
        words, word = prose.words, prose.words[n]
        lead = words[n - 1] if n > sentence.first else ""
        follow = after(prose, sentence, n)
        if follow >= 0 and not prose.is_word[follow]:
            follow = -1
        main = words[follow] if follow >= 0 else ""
        subject = words[max(before(prose, sentence, n), sentence.first)]
        opening = n == sentence.first or not prose.is_word[n - 1] or lead in ("and", "but", "or")
        if word in HAD and (
            subject in TURNED or main in ("better", "rather") or (opening and main in SUBJECTS | OBJECT_AFTER)
        ):
            return None
        if word in ("were", "weren't") and (
            opening or (lead == "it" and words[n - 2] == "as") or lead in ("i", "he", "she", "it")
        ):
            return None
        return word[:3], self.group(prose, sentence, n, follow), self.sure

    def group(self, prose: Prose, sentence: Sentence, n: int, follow: int) -> int:
        """Return where the verb group that opens with the auxiliary `n` ends (exclusive)."""
        words = prose.words
        if follow < 0:
            return n + 1
        main = words[follow]
        if main in ("been", "being") and words[n] not in DID:
            further = after(prose, sentence, follow)
            ends = further >= 0 and (participial(words[further]) or words[further].endswith("ing"))
            return further + 1 if ends else follow + 1
        if words[n] in DID:
            turned = (
                (main in FUNCTION and main not in ("have", "do"))
                or prose.shown[follow][:1].isupper()
                or prose.shown[n][:1] == "D"
                or not main.isalpha()
            )
            return n + 1 + (words[n + 1] == "not") if turned else follow + 1
        if participial(main) or (words[n] in WAS and main.endswith("ing") and len(main) > 5):
            return follow + 1
        return n + 2 if n + 1 < sentence.last and words[n + 1] == "not" else n + 1


def participial(word: str) -> bool:
    """Return whether a word may be a past participle."""
    return word in IRREGULAR or regular(word) or word in ("gone", "come", "become", "begun", "grown", "had")


def year(word: str) -> bool:
    """Return whether a word is a year from 1000 to 2029."""
    return len(word) == 4 and word.isdigit() and "1000" <= word <= "2029"


def dated(prose: Prose, sentence: Sentence, n: int, told: list[int]) -> int:
    """Return where an adverbial that ends with 'ago', 'once' or a year at `n` begins, or -1; `told` are forms of the past in its sentence."""
    words, word = prose.words, prose.words[n]
    if word == "ago":
        return quantity(prose, sentence, n)
    if word == "once":
        lead, follow = (words[k] if sentence.first <= k < sentence.last else "" for k in (n - 1, n + 1))
        old = (
            (
                lead in WAS | {"had", "that", "who", "which", "i", "he", "she", "we", "they"}
                and past_form(follow)
            )
            or lead in WAS
            or follow in WAS | HAD
        )
        return n if old and lead != "at" and follow not in ("more", "again", "a", "i", "we", "the") else -1
    if not year(word) or (word > "1999" and not told) or any_of(prose, sentence.first, sentence.last, COMING):
        return -1
    if n + 1 < sentence.last and (
        words[n + 1] in DASHES or words[n + 1] in ("/", "act") or words[n + 1][:1].isdigit()
    ):
        return -1
    k = n - 1
    if k > sentence.first and words[k] in MONTHS:
        k -= 1
        if k > sentence.first and words[k][:1].isdigit():
            k -= 1
    leads = k >= sentence.first and words[k] in (LEADING if k == n - 1 else LEADING | {"on", "of"})
    return k if leads and not (words[k] == "by" and word > "1999") else -1


def quantity(prose: Prose, sentence: Sentence, n: int) -> int:
    """Return where 'two years ago' with 'ago' at `n` begins, or -1."""
    words = prose.words
    k = n - 1
    if k >= sentence.first and words[k] in ("long", "not"):
        return k
    if k < sentence.first or words[k] not in UNITS:
        return n - 1 if k >= sentence.first and words[k] in ("while", "time") else -1
    while k - 1 >= max(sentence.first, n - 6) and (
        words[k - 1] in NUMBERS
        or (words[k - 1][:1].isdigit() and not words[k][:1].isdigit())
        or (words[k - 1] in ("of", "or") and k - 2 >= sentence.first and counts(words[k - 2]))
    ):
        k -= 1
    return k


def counts(word: str) -> bool:
    """Return whether a word is a number."""
    return word in NUMBERS or word[:1].isdigit()
