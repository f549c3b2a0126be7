"""Passives that leave out who acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import CONJUNCTIONS, DETERMINERS, FUNCTION, QUESTION_WORDS, closed
from rhetoric.extract.discourse.participles import RESULTS, WITH_OBJECTS, past_participle
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import adverb, plural
from rhetoric.model.feature import Measured

STANDING = closed("am is are isn't aren't i'm you're we're they're")
BE = STANDING | closed("was were wasn't weren't be been being")
GET = closed("get gets getting got gotten")
GOT = closed(
    "paid elected re-elected caught killed sacked arrested fired beaten hurt hit thrown kicked pushed passed made done told "
    "asked sent taken shot charged fined jailed punished rewarded treated blamed promoted invited called cut sold stopped "
    "voted built dropped squeezed ignored forgotten swept dragged picked defeated robbed mugged attacked raped deported "
    "approved funded signed implemented reported evicted"
)
HELD = closed("have has had having 've i've we've you've they've haven't hasn't hadn't")
SKIPPED = closed(
    "not never also already always often ever still then now again once only just even all both so well better best more most less "
    "least thus therefore yet perhaps too first further being been long sometimes indeed largely soon either"
)
CLAUSE = (
    (CONJUNCTIONS - {"or", "and"})
    | QUESTION_WORDS
    | closed("that is are was were will would has have had can could may might must should shall")
)
NO_AGENTS = closed(
    "then now about over nearly almost some more up up-to half means way virtue reason dint default next last "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december tomorrow tonight today yesterday christmas easter law far hand post "
    "accident mistake chance comparison contrast analogy one two three four five six seven eight nine ten twenty "
    "thirty fifty two-thirds name implication definition proxy ballot order degrees stages instalments"
)
LATER = closed("end beginning time same middle amount year week month summer autumn winter spring date way")
REACH = 14


@dataclass(frozen=True)
class Passive(Marker):
    """Passives without an agent.

    Parameters
    ----------
    be, get : float
        Scores: 'was closed'; 'got sacked'.
    """

    be: float = 0.9
    get: float = 0.8

    name: ClassVar[str] = "passive"
    label: ClassVar[str] = "Passives without an agent"
    definition: ClassVar[str] = (
        "A verb in the passive, a form of 'be' or 'get' with a past participle, whose clause does not name with 'by' who acts."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Fowler, Roger, Hodge, Bob, Kress, Gunther and Trew, Tony (1979). Language and Control. London: Routledge and Kegan Paul.",
        "Fairclough, Norman (2003). Analysing Discourse: Textual Analysis for Social Research. London: Routledge.",
        "Biber, Douglas (1988). Variation across Speech and Writing. Cambridge: Cambridge University Press.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "participles that mostly describe a state or a feeling ('is committed', 'was concerned', 'are based') never count",
        "passives without a form of 'be' or 'get' ('the bill passed last year', 'as promised') are not looked for",
        "of participles joined by 'and' only the first counts",
        "an agent is looked for up to fourteen words on in the clause; that the text names it elsewhere is not seen",
    )
    measured: ClassVar[Measured] = Measured(50, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every passive without agent, in order."""
        participles = prose.rows(past_participle)
        for sentence, found in prose.holding(participles, headings=True):
            for n in found[found[0] == sentence.first :]:
                first = self.auxiliary(prose, sentence, n)
                if first < 0 or described(prose, sentence, n) or agent(prose, n + 1, sentence.last):
                    continue
                verb = prose.words[n]
                got = prose.words[first] in GET
                yield Figure(
                    sentence.doc,
                    "get" if got else "be",
                    [prose.span(first, n + 1)],
                    self.get if got else self.be,
                    {"verb": verb},
                )

    def auxiliary(self, prose: Prose, sentence: Sentence, n: int) -> int:
        """Return the first form of 'be' or 'get' that the participle `n` belongs to, or -1."""
        words, k = prose.words, n - 1
        lowest = max(sentence.first, n - 5)
        while k >= lowest and words[k] not in BE and (words[k] in SKIPPED or adverb(words[k])):
            k -= 1
        if k < lowest:
            return -1
        if words[k] in GET and words[n] in GOT and (k == sentence.first or words[k - 1] not in HELD):
            return k
        if words[k] not in BE:
            return -1
        if words[k] in ("being", "been"):
            back = k - 1
            while back >= lowest and (words[back] in SKIPPED or adverb(words[back])):
                back -= 1
            if words[k] == "being" and back >= lowest and words[back] in BE:
                k = back
        if k > sentence.first and words[k - 1] in ("there", "here") and words[k] != "been":
            return -1
        if words[n] in RESULTS and words[k] in STANDING and "being" not in words[k:n]:
            return -1
        return k


def described(prose: Prose, sentence: Sentence, n: int) -> bool:
    """Return whether the participle `n` only describes: a noun that follows ('was reduced funding'), or how much it is so."""
    words = prose.words
    if (
        words[n - 1] in ("very", "too", "so", "more", "most", "quite", "rather", "well")
        and words[n] not in WITH_OBJECTS
    ):
        return words[n - 1] in ("very", "too", "quite", "rather") or (
            n + 1 < sentence.last and words[n + 1] == "than"
        )
    if n + 1 >= sentence.last:
        return False
    if words[n] == "fed" and words[n + 1] == "up":
        return True
    if words[n] in WITH_OBJECTS:
        return False
    after = words[n + 1]
    return plural(after) and after not in FUNCTION and after not in LOOK_PLURAL and not adverb(after)


LOOK_PLURAL = closed(
    "always sometimes perhaps towards upwards downwards backwards forwards onwards besides overseas unless afterwards nowadays "
    "thereafter yes mondays tuesdays wednesdays thursdays fridays saturdays sundays indoors outdoors alongside abroads "
    "does says makes goes means needs hours years months weeks days times was as is has thus plus versus across regardless nevertheless "
    "nonetheless doubtless less this its his whereas likewise otherwise millions thousands hundreds dozens elsewhere"
)


def agent(prose: Prose, first: int, last: int) -> bool:
    """Return whether the clause after a participle names who acts; 'by Friday' and 'by doing so' do not."""
    words = prose.words
    for n in range(first, min(last, first + REACH)):
        word = words[n]
        if word == "by" and n + 1 < last:
            if not other_by(prose, n + 1, last):
                return True
        elif (
            word in CLAUSE
            or (not prose.is_word[n] and word not in ("-", "'", '"', "“", "”", "‘", "’", "(", ")", ","))
            or (word == "," and (n + 1 >= last or words[n + 1] not in ("by", *SKIPPED)))
        ):
            return False
    return False


def other_by(prose: Prose, n: int, last: int) -> bool:
    """Return whether what follows 'by' at `n` is a time, a measure or a doing rather than an agent."""
    words, word = prose.words, prose.words[n]
    if word.endswith("ing") and word not in ("anything", "everything", "nothing", "something", "king"):
        return True
    if word in NO_AGENTS or word[:1].isdigit() or (not prose.is_word[n] and word in ("£", "$")):
        return True
    return word in DETERMINERS and n + 1 < last and words[n + 1] in LATER
