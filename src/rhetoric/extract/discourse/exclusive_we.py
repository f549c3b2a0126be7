"""Exclusive we: a 'we' that leaves those addressed out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import closed
from rhetoric.extract.discourse.we_named import capital, named
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import manner
from rhetoric.model.feature import Measured

WE = closed("we we're we've we'll we'd")
US = closed("us our ours ourselves")
APART = closed(
    "benches bench side opposition cabinet department ministry treasury party conservative conservatives labour "
    "liberal liberals democrat democrats republicans tories socialists unionists nationalists greens ukip ministers "
    "magazine newspaper company snp plaid caucus"
)
TOGETHER = closed("both all either house-wide")
AUXILIARIES = closed(
    "have had has will would shall should can could may might must do did are were is am been be going to now also "
    "again today here only simply therefore all have been ve want wish"
)
TO_YOU = closed(
    "ask asked asking urge urged tell told telling promise promised invite invited offer offered assure assured beg "
    "implore warn warned advise advised give gave giving send sent thank thanked owe need want expect implored salute "
    "remind reminded show showed bring serve represent wish request hear heard salute support honor honour"
)
OFFICE = closed(
    "published announced introduced tabled commissioned launched interviewed surveyed polled unveiled consulted "
    "contacted emailed reprinted legislated"
)
OWN = closed(
    "reporter reporters correspondent correspondents editor editors magazine newspaper newsroom manifesto amendment "
    "amendments opponents clients website newsletter podcast readers headquarters candidates candidate shareholders "
    "customers backbenchers"
)
PAIR = closed(
    "he she they wife husband friend colleague brother sister son daughter family father mother lady gentleman"
)
NAMING = closed("my our the hon right rt noble learned gallant dear late good . mr mrs ms dr")
OPENERS = closed(
    "that when as because if after since while where both though although so what which how whether"
)
REACH = 25


@dataclass(frozen=True)
class ExclusiveWe(Marker):
    """Uses of 'we' with a cue that it is not for everybody.

    Parameters
    ----------
    score : float
    """

    score: float = 0.9

    name: ClassVar[str] = "exclusive_we"
    label: ClassVar[str] = "Exclusive we"
    definition: ClassVar[str] = (
        "'We', 'us' or 'our' that a cue limits to the speaker's own side, office or company and so leaves those "
        "addressed or others present out: 'we on these Benches', 'we ask you', 'we published', 'my wife and I ... we'."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Fairclough, Norman (2000). New Labour, New Language? London: Routledge.",
        "Petersoo, Pille (2007). What does 'we' mean? National deixis in the media. Journal of Language and Politics 6(3), 419-436.",
        "Quirk, Randolph, Greenbaum, Sidney, Leech, Geoffrey and Svartvik, Jan (1985). A Comprehensive Grammar of the "
        "English Language. London: Longman, section 6.7 (inclusive and exclusive we).",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "only a 'we' with a cue is found; most exclusive uses have none and count as inclusive",
        "at a party's own meeting 'we Conservatives' takes the audience in",
        "a 'we' may count both here and as inclusive; where it counts here, this is the surer reading",
    )
    measured: ClassVar[Measured] = Measured(47, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every exclusive 'we', in order."""
        some = prose.rows(lambda w: w in WE or w in US)
        pairs = prose.rows(lambda w: w == "i")
        for sentence, ours in prose.holding(some):
            for n in ours:
                rule = self.rule(prose, sentence, n)
                if not rule and prose.words[n] in WE:
                    near = pairs.within(max(sentence.first, n - REACH), n)
                    rule = "X and I ... we" if near and paired(prose, sentence, near) else ""
                if rule:
                    yield Figure(sentence.doc, rule, (prose.span(n, n + 1),), self.score)

    def rule(self, prose: Prose, sentence: Sentence, n: int) -> str:
        """Return the cue beside a 'we', or ''."""
        words = prose.words
        if prose.shown[n] == "US":
            return ""
        if words[n] in ("we", "us") and (told := named(prose, sentence, n)):
            who = words[told.who[0] : told.who[1]]
            if apart(told.rule, who):
                return told.rule
        if words[n] == "our":
            return "our ..." if n + 1 < sentence.last and words[n + 1] in OWN else ""
        return doing(prose, sentence, n) if words[n] in WE else ""


def apart(rule: str, who: list[str]) -> bool:
    """Return whether a name is that of one side or office among those who listen."""
    if not TOGETHER.isdisjoint(who):
        return False
    return rule == "we at" or not APART.isdisjoint(who) or who in (["government"], ["the", "government"])


def doing(prose: Prose, sentence: Sentence, n: int) -> str:
    """Return the cue in what 'we' does: it turns to 'you', or it does what an office does."""
    words = prose.words
    k = n + 1
    while k < min(sentence.last, n + 5) and (words[k] in AUXILIARIES or manner(words[k])):
        k += 1
    if k >= sentence.last:
        return ""
    if words[k] in OFFICE and words[n] in ("we", "we've"):
        return "we published"
    you = k + 1 < sentence.last and words[k + 1] in ("you", "your")
    if you and words[k] in TO_YOU and words[k + 2 : k + 3] not in (["and"], ["all"]):
        return "we ... you"
    return ""


def paired(prose: Prose, sentence: Sentence, near: list[int]) -> bool:
    """Return whether one of some 'I' is joined with somebody in a subject: 'my wife and I', 'Senator Cardin and I'."""
    words = prose.words
    for n in near:
        k = n - 2
        if k < sentence.first or words[n - 1] != "and" or not (words[k] in PAIR or capital(prose, k)):
            continue
        while k > sentence.first and n - k < 8 and (capital(prose, k - 1) or words[k - 1] in NAMING):
            k -= 1
        opens = k == sentence.first or not prose.is_word[k - 1] or words[k - 1] in OPENERS
        if opens and (words[n - 2] in PAIR or n - k > 3):
            return True
    return False
