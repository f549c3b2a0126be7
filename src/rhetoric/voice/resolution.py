"""From the words that name a source to the person: names, pronouns, role nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from rhetoric.naming import grammar
from rhetoric.naming.coreference import Referent, antecedent
from rhetoric.naming.grammar import listed
from rhetoric.naming.people import Naming, Person
from rhetoric.voice.cues import CUES
from rhetoric.voice.phrases import Source
from rhetoric.voice.reading import Reading

NEAR = 3  # sentences in which 'they' looks for whoever spoke
ARTICLE = re.compile(r"^(?:the|a|an|another|one)\s+", re.I)
RELATIVE = re.compile(r"^,?\s*(?:who|which|that)$")
RELATIVE_TAIL = re.compile(r",?\s+(?:who|which|that)$")
LETTERS = re.compile(r"[A-Za-z-]+")
SMALL = re.compile(r"[a-z]\W*$")
TAIL = re.compile(r"^[\s,]*(?:\([^)]*\)|\d{2}|himself|herself|[\s,])*$")


class Resolved(NamedTuple):
    """Whom a mention means: the name, by which rule, how sure."""

    name: str | None
    how: str
    sure: float
    gender: str = ""
    human: bool = True


@dataclass
class Ledger:
    """What has been read of one text so far: who was named and who spoke, in order. Lives for one text only.

    Parameters
    ----------
    reading : Reading
    author : str
        The voice of the narration, for 'I'.
    referents : list of Referent
    about : Person or None
        Whom the text is about.
    learned : dict of str to str
        The gender of names as pronouns showed it.
    nouns : dict of str to Resolved
        The last source named by each noun ('spokesman').
    """

    reading: Reading
    author: str
    referents: list[Referent] = field(default_factory=list)
    about: Person | None = None
    learned: dict[str, str] = field(default_factory=dict)
    nouns: dict[str, Resolved] = field(default_factory=dict)

    def note(self, at: int, sentence: int, paragraph: int, person: Person, rank: float) -> None:
        """Add somebody named."""
        name, gender, human = person
        place = (at, sentence, paragraph, name, gender, human, rank)
        self.referents.append(tuple.__new__(Referent, place))  # half the time of a call of Referent

    def keep(self, pronoun: str, at: int, sentence: int, paragraph: int) -> None:
        """Enter again whom a pronoun means: whoever is spoken of on and on stays the likeliest one."""
        found = antecedent(pronoun, at, sentence, paragraph, self.referents, self.learned, self.topic)
        last = next((r for r in reversed(self.referents) if found and r.name == found[0]), None)
        if last is not None:
            rank = 1.5 if sentence > last.sentence else 0.0
            self.referents.append(Referent(at, sentence, paragraph, last.name, last.gender, last.human, rank))

    @property
    def topic(self) -> str:
        """The name of the person whom the text is about."""
        return self.about.name if self.about else ""

    def spoke(self, at: int, sentence: int, paragraph: int, who: Resolved) -> None:
        """Add somebody who spoke."""
        if who.name:
            self.referents.append(Referent(at, sentence, paragraph, who.name, who.gender, who.human, 2.2))

    def resolve(self, source: Source, sentence: int, paragraph: int) -> Resolved:
        """Return whom a source means."""
        words = self.reading.text[source.start : source.end]
        low = words.lower().replace("’", "'")
        if low in ("i", "we", "my", "me", "us"):
            return Resolved(self.author, "narrator", 0.8)
        if low in grammar.PRONOUNS:
            return self.pronoun(low, source.start, sentence, paragraph)
        if low.split(" ")[-1] in ("who", "which", "that") and " " not in low:
            return Resolved(None, "relative", 0.3)
        naming = self.named(source)
        if naming is not None:
            p = naming.person
            known = self.reading.people.short.get(p.name, p.name)
            gender = p.gender or self.learned.get(p.name, "")
            return Resolved(
                known, "name" if naming.full else "short name", 0.95 if naming.full else 0.9, gender, p.human
            )
        return self.noun(source)

    def named(self, source: Source) -> Naming | None:
        """Return the name at the end of the head part of a source, or ``None`` where a noun ends it."""
        text = self.reading.text
        namings = self.reading.people.within(source.start, source.head)
        for naming in reversed(namings):
            rest = text[naming.end : source.head]
            if rest[:2] in ("'s", "’s") or rest[:1] in ("'", "’"):
                return None
            if TAIL.match(rest) or RELATIVE.match(rest) or rest.startswith(","):
                return naming
            return None
        head = text[source.start : source.head]
        if SMALL.search(head) and head.split()[-1][:1].islower():
            return None
        inside = self.reading.people.within(source.start, source.end)
        if head[-1:].isupper() and inside and inside[0].start <= source.head:
            return inside[0]
        return next((n for n in inside if n.start < source.head <= n.end), None)

    def pronoun(self, low: str, at: int, sentence: int, paragraph: int) -> Resolved:
        """Return whom a pronoun means."""
        gender = "m" if low == "he" else "f" if low == "she" else ""
        if low == "they":
            return self.several(sentence)
        if low == "you":
            return Resolved(None, "pronoun", 0.2, "", False)
        found = antecedent(low, at, sentence, paragraph, self.referents, self.learned, self.topic)
        if found is None:
            return Resolved(None, "pronoun", 0.1, gender)
        name, sure = found
        if gender:
            self.learned.setdefault(name, gender)
        return Resolved(name, "pronoun", sure, gender, bool(gender))

    def several(self, sentence: int) -> Resolved:
        """Return whom 'they' means: the people or the body that spoke last, if that was close by."""
        for r in reversed(self.referents):
            if sentence - r.sentence > NEAR:
                break
            if r.rank > 2.0 and not (r.human and r.gender):
                last = r.name.split()[-1].lower()
                if (
                    not r.human
                    or (last.endswith("s") and last[:-1] in grammar.ROLES)
                    or last in grammar.BODIES
                ):
                    return Resolved(r.name, "pronoun", 0.45, "", False)
        return Resolved(None, "pronoun", 0.2, "", False)

    def noun(self, source: Source) -> Resolved:
        """Return whom a noun means: somebody whose role it is, the same noun before, or itself."""
        text = self.reading.text
        head = LETTERS.findall(text, source.start, source.head)
        whole = ARTICLE.sub("", text[source.start : source.end]).strip(" ,")
        whole = RELATIVE_TAIL.sub("", whole)
        if not head:
            return Resolved(whole or None, "noun", 0.5)
        last = head[-1].lower().removeprefix("co-")
        if last in ("who", "which", "that") and len(head) > 1:
            head.pop()
            last = head[-1].lower()
        definite = text[source.start : source.start + 4].lower() in ("the ", "his ", "her ", "its ")
        whole_phrase = source.end > source.head + 1
        if last in grammar.ROLES:
            pair = f"{head[-2].lower()} {last}" if len(head) > 1 else ""
            roles = self.reading.people.roles
            short = len(head) <= 3 and not whole_phrase
            fixed = pair in (
                "prime minister",
                "first minister",
                "vice president",
                "first lady",
                "attorney general",
            )
            if fixed and definite and short and not roles.get(pair) and self.about is not None:
                return Resolved(self.about.name, "role", 0.4, self.about.gender)
            for key in (pair,) if fixed else (pair, last):
                owners = roles.get(key, ())
                if owners and key and (short or (key == pair and not whole_phrase)):
                    if len(owners) == 1 or not definite:
                        return Resolved(owners[0].name, "role", 0.75, owners[0].gender)
                    recent = next(
                        (r for r in reversed(self.referents) if any(r.name == o.name for o in owners)), None
                    )
                    if recent:
                        return Resolved(recent.name, "role", 0.65, recent.gender)
            if definite and short and last in self.nouns:
                return self.nouns[last]
            if definite and last not in ANYBODY:
                near = [r for r in self.referents[-12:] if r.human and r.rank >= 1.0]
                if near and text[source.start : source.start + 4].lower() == "the ":
                    about = next((r for r in near if self.about and r.name == self.about.name), near[-1])
                    return Resolved(about.name, "role", 0.45, about.gender)
        elif definite and len(head) <= 2 and not whole_phrase and last in self.nouns:
            return self.nouns[last]
        gender = "f" if last in FEMALE else "m" if last in MALE else ""
        if last in grammar.FUNCTION or last in CUES or whole.split()[0].lower() in NEVER:
            return Resolved(None, "noun", 0.1)
        out = Resolved(whole or None, "noun", 0.6, gender, last in grammar.ROLES)
        self.nouns[last] = out
        return out


# Roles that many people have: no sign of the person last named.
ANYBODY = listed(
    "spokesman spokeswoman spokesperson source official member supporter aide adviser advisor voter resident expert"
    " analyst critic student insider activist delegate strategist consultant donor journalist reporter"
)
NEVER = grammar.SUBORDINATORS | grammar.AUXILIARIES | grammar.PREPOSITIONS
FEMALE = listed(
    "spokeswoman chairwoman congresswoman woman mother sister wife daughter girl widow queen actress baroness princess"
)
MALE = listed(
    "spokesman chairman congressman man father brother husband son boy king prince businessman statesman"
)
