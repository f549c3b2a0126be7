"""Where texts name somebody who acts: people, parties, institutions, outlets, groups, each under one name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from rhetoric.extract.actorfile import Actor, read_actors, shipped_actors
from rhetoric.extract.lexicon import hits_of
from rhetoric.extract.mention import Mention
from rhetoric.extract.pronouns import pronouns
from rhetoric.match import Entry
from rhetoric.model.corpus import Corpus
from rhetoric.model.passage import BLOCKS
from rhetoric.naming import Naming, People, people
from rhetoric.naming.grammar import listed
from rhetoric.naming.names import TITLE

BODIES = listed(
    "party group alliance union unions council committee association movement coalition campaign commission federation league "
    "trust society institute foundation authority agency department ministry office board bank court church forum network "
    "congress assembly confederation army force police service company corporation"
)
CALLED = re.compile(
    r"\b(?:group|union|party|charity|think[ -]tank|organi[sz]ation|newspaper|magazine|movement|campaign|network)[ \xa0]$"
)
CALLED_ENDS, FOLLOWED_BEGINS = frozenset("pnyketr"), frozenset("guptmcn")  # letters of these words
FOLLOWED = re.compile(r"[ \xa0](?:group|union|party|think[ -]tank|movement|campaign|coalition|network)\b")
MEMBERS = re.compile(
    r"[ \xa0](?:MPs?|MSPs?|MEPs?|AMs?|TDs?|peers?|[Vv]oters?|[Cc]andidates?|[Mm]embers?|[Aa]ctivists?|[Ll]eadership|[Ll]eaders?|"
    r"[Gg]overnments?|[Cc]ouncillors?|[Ss]upporters?|[Mm]inisters?|[Ss]enators?|[Pp]oliticians?|[Ll]awmakers?|[Cc]ongress(?:man|woman|men)|"
    r"[Bb]acks?-?[Bb]ench(?:ers?|es)|[Ff]ront-?[Bb]ench(?:ers?)?|[Pp]resident|[Pp]rime [Mm]inister|[Gg]overnors?|[Mm]ayors?|[Cc]hair(?:man|woman)?)\b"
)
BEFORE_PERSON = re.compile(rf"[ \xa0,]+(?:{TITLE}\b\.?[ \xa0]+)*")


@lru_cache(maxsize=2)
def mentions(corpus: Corpus, own: str = "") -> tuple[Mention, ...]:
    """Return every mention, by document and start; asked again for the same corpus, nothing is done twice.

    Parameters
    ----------
    corpus : Corpus
        With sentences, voices and tokens.
    own : str
        Path of the user's own actors; see `read_actors`. Their names win over those that ship.

    Notes
    -----
    Names come from three sources, the longest counting where they overlap: the actors that ship and the user's; people, by the
    same reader of names that finds who speaks; and bodies that a text itself shows to be some ('the Compass group', 'the pressure
    group Compass', a name that ends in 'Alliance'; such a name in small letters counts too). A pronoun counts where it is
    plain whom it means: see `rhetoric.extract.pronouns`. Each text is read by itself.
    """
    found = by_list(corpus, read_actors(own) if own else (), shipped_actors())
    first = np.searchsorted(corpus.sentences.doc, np.arange(len(corpus) + 1)).tolist()
    starts = corpus.sentences.start.tolist()
    blocks = corpus.passages.of(*BLOCKS)
    out: list[Mention] = []
    for doc, document in enumerate(corpus.documents):
        known = people(
            document.text, starts[first[doc] : first[doc + 1]], [document.author] if document.author else []
        )
        by_name = found.get(doc, [])
        named = [*by_name, *persons(doc, known), *bodies(doc, document.text, known, by_name)]
        plain = apart(members(document.text, named))
        meant = list(pronouns(corpus, blocks, doc, known, plain))
        out += sorted([*plain, *meant], key=lambda m: m[1:3]) if meant else plain
    return tuple(out)


def by_list(corpus: Corpus, own: Sequence[Actor], shipped: Sequence[Actor]) -> dict[int, list[Mention]]:
    """Return the mentions that lists of names find, by document."""
    mine = {a.name for a in own}
    actors = [*own, *(a for a in shipped if a.name not in mine)]
    entries, owner, weak = [], [], []
    for n, actor in enumerate(actors):
        for names, needs in (((actor.name, *actor.alias), False), (actor.weak, True)):
            for name in names:
                cased = name != name.lower()
                entries.append(Entry(name, case=cased, priority=int(n < len(own))))
                owner.append(n)
                weak.append(needs)
    nots = [Entry(name, case=name != name.lower()) for a in actors for name in a.barred]
    barred = np.array([n for n, a in enumerate(actors) for _ in a.barred], np.int32)
    keys = np.array(owner, np.int32)
    hits = hits_of(corpus, tuple(entries), tuple(nots), keys, barred, scope="dictionary")
    tokens = corpus.tokens
    where = tokens.doc[hits.first], tokens.start[hits.first], tokens.end[hits.last - 1], hits.entry
    found = list(zip(*(w.tolist() for w in where), strict=True))
    whole = {(d, owner[e]) for d, _, _, e in found if not weak[e]}
    out: dict[int, list[Mention]] = {}
    for d, start, end, e in found:
        actor = actors[owner[e]]
        if not weak[e] or (d, owner[e]) in whole:
            out.setdefault(d, []).append(Mention(d, start, end, actor.name, actor.kind))
    return out


def persons(doc: int, known: People) -> Iterator[Mention]:
    """Yield the names of people."""
    for n in known.namings:
        if n.person.human and not n.person.name.isupper():
            yield Mention(doc, n.start, n.end, n.person.name, "person")


def bodies(doc: int, text: str, known: People, by_name: Iterable[Mention] = ()) -> Iterator[Mention]:
    """Yield the names of bodies that the text itself shows to be some; what the lists know stays under their name."""
    gathered = {text[m.start : m.end]: (m.actor, m.kind) for m in by_name}
    seen: dict[str, list[Naming]] = {}
    for n in known.namings:
        if not n.person.human:
            seen.setdefault(text[n.start : n.end], []).append(n)
    lasts: dict[str, list[int]] = {}
    for name, places in seen.items():
        low = name.lower()
        words = low.split()
        ends = len(words) > 1 and words[-1] in BODIES
        if not ends and not any(called(text, n) for n in places):
            continue
        actor, kind = gathered.get(name, (name, "group"))
        for n in places:
            yield Mention(doc, n.start, n.end, actor, kind)
        if ends:
            if words[-1] not in lasts:
                lasts[words[-1]] = [m.end() for m in re.finditer(rf"{words[-1]}\b", text)]
            free = 0
            for end in lasts[words[-1]]:
                start = end - len(low)
                bounded = wordy(text[max(0, start - 1) : start]) != wordy(low[0])
                if start >= free and bounded and text.startswith(low, start):
                    yield Mention(doc, start, end, actor, kind)
                    free = end


def wordy(sign: str) -> bool:
    """Return whether a character belongs to a word, as ``\\w`` does."""
    return sign.isalnum() or sign == "_"


def called(text: str, naming: Naming) -> bool:
    """Return whether a name stands right after or before a word for a body: 'the pressure group Compass'."""
    start, end = naming.start, naming.end
    return bool(
        (text[start - 2 : start - 1] in CALLED_ENDS and CALLED.search(text[max(0, start - 20) : start]))
        or (text[end + 1 : end + 2] in FOLLOWED_BEGINS and FOLLOWED.match(text, end))
    )


def members(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield mentions, those of a party or body before its members as far as these reach.

    'Labour MPs' is one mention of Labour. Where the name of a person follows, as in 'the Tory MP Zac Goldsmith', the party is
    only what that person belongs to.
    """
    rows = sorted(found, key=lambda m: m[1:3])
    begins = {m.start for m in rows if m.kind == "person"}
    for m in rows:
        if m.kind in ("party", "group", "institution") and (tail := MEMBERS.match(text, m.end)):
            after = BEFORE_PERSON.match(text, tail.end())
            person = after is not None and after.end() in begins
            yield Mention(m.doc, m.start, tail.end(), m.actor, m.kind, "member" if person else "name")
        else:
            yield m


def apart(found: Iterable[Mention]) -> list[Mention]:
    """Return mentions without overlaps: the longest counts, then what the lists know, then the first."""
    out: list[Mention] = []
    group: list[Mention] = []  # which hang together: only these are compared
    reach = 0
    for m in sorted(found, key=lambda m: m[1:3]):
        if m.start >= reach:
            out += longest(group)
            group = []
        group.append(m)
        reach = max(reach, m.end)
    return out + longest(group)


def longest(group: list[Mention]) -> list[Mention]:
    """Return those of overlapping mentions that count, by place; `group` is in order of place."""
    if len(group) < 2:
        return group
    kept: list[Mention] = []
    for m in sorted(group, key=lambda m: (m.start - m.end, m.kind == "person", m.start)):
        if all(m.end <= k.start or k.end <= m.start for k in kept):
            kept.append(m)
    return sorted(kept, key=lambda m: (m.start, m.end))
