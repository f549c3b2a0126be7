"""Who 'Q' and 'A' are, from the names by which the two address and introduce one another, and from the title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rhetoric.naming.names import bare, first_names
from rhetoric.naming.people import People
from rhetoric.voice.narration import sentences
from rhetoric.voice.vocatives import addressed, fits, whose

CUE = re.compile(r"\b(?:joined|joining|guest|(?:speaking|talking) (?:to|with)|sat down with)\b", re.I)
COMES = re.compile(r",? (?:now )?(?:joins (?:us|me)|is (?:here|with (?:us|me)|my guest))\b")
ELSEWHEN = re.compile(r"\b(?:later|next|tomorrow|coming up|earlier|yesterday|last|not|n[’']t)\b", re.I)
MYSELF = re.compile(r"\b(?:I[’']m|I am|[Mm]y name is) $")
PROGRAMME = re.compile(
    r", .*(?:['‘\"“]|\b(?:bbc|itv|sky|cnn|nbc|abc|cbs|msnbc|fox|npr|radio|tv|television|news|times|post|guardian|telegraph"
    r"|mail|mirror|independent|observer|journal|magazine|show|podcast)\b)",
    re.I,
)
Said = Sequence[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Sign:
    """One place that shows who a party is.

    Parameters
    ----------
    party : {'Q', 'A'}
    name : str
        A full name, or the words as printed where they fit no one name.
    strong : bool
        Whether it greets, introduces, or stands in the first or last sentence of a turn.
    whole : bool
        Whether the surname is printed there.
    """

    party: str
    name: str
    strong: bool
    whole: bool


def parties(
    text: str, said: Said, titled: Sequence[str], printed: Sequence[str], about: str = ""
) -> tuple[str | None, str | None]:
    """Return the full names of 'Q' and of 'A', each ``None`` where the evidence does not carry one.

    Parameters
    ----------
    text : str
    said : sequence of (speaker, start, end)
        The turns, with the speakers 'Q' and 'A'.
    titled, printed : sequence of str
        Full names of people in the title and in the text. A short form means the one of the title that it fits, or
        else the one of the text; where it fits two it means nobody.
    about : str
        Who 'A' is where nothing speaks against it.
    """
    titled = distinct(titled)
    names = distinct((*titled, *printed))
    signs = list(evidence(text, said, titled, names))
    asker, answerer = (settled(signs, party, titled, names) for party in "QA")
    if asker == answerer:
        asker = answerer = None
    free = answerer is None and not any(s.party == "A" or fits(s.name, about) for s in signs)
    return asker, about if about and free else answerer


def settled(signs: Sequence[Sign], party: str, titled: Sequence[str], names: Sequence[str]) -> str | None:
    """Return the name of a party: shown twice, or once and by the title, and far more often than anything else.

    Notes
    -----
    The 'John' who is thanked need not be the John Hill of whom the two speak: a name that the title does not print
    must stand with its surname in one of the signs; so must one of three or more names in a title.
    """
    found = Counter(s.name for s in signs if s.party == party)
    theirs = Counter(s.name for s in signs if s.party != party)
    name = max((n for n in names if n in found), key=lambda n: found[n], default="")
    mine = [s for s in signs if s.party == party and s.name == name]
    rivals = {n: c for n, c in found.items() if n != name and not fits(n, name) and c > theirs[n]}
    if any(n in titled for n in rivals):
        return None  # several people behind one letter
    alone = [*titled] == [name]
    whole = (name in titled and len(titled) < 3) or any(s.whole for s in mine)
    sure = alone or (whole and any(s.strong for s in mine))
    clear = len(mine) > 2 * max(sum(rivals.values()), theirs[name])
    return name if sure and clear and len(mine) + alone > 1 else None


def evidence(text: str, said: Said, titled: Sequence[str], names: Sequence[str]) -> Iterator[Sign]:
    """Yield the signs of who a party is, in order; a sentence gives one for each name."""
    firsts = first_names().keys() | {bare(n)[0] for n in names}
    for speaker, start, end in said:
        rows = sentences(text, start, end)
        for s, e in rows:
            signs = {}
            sentence = text[s:e]
            for called, greets in addressed(sentence, firsts):
                full = whose(called, titled) or whose(called, names) or called
                strong = greets or (s, e) in (rows[0], rows[-1])
                signs[full] = Sign("A" if speaker == "Q" else "Q", full, strong, " " in called)
            for name in (n for n in names if n in sentence):
                if not re.search(rf"\b{re.escape(name)}\b(?!['’-])", sentence):
                    continue
                before, _, after = sentence.partition(name)
                alone = sum(n in sentence for n in names) == 1 and CUE.search(before)
                if MYSELF.search(before):
                    signs[name] = Sign(speaker, name, True, True)
                elif speaker == "Q" and (COMES.match(after) or alone) and not ELSEWHEN.search(sentence):
                    signs[name] = Sign("A", name, True, True)
            yield from signs.values()


def distinct(names: Sequence[str]) -> list[str]:
    """Return names without those that are one before them again, but for initials or a slip of the pen."""
    out: list[str] = []
    for name in names:
        near = (SequenceMatcher(None, name, n).ratio() > 0.93 and bare(name)[:1] == bare(n)[:1] for n in out)
        if len(bare(name)) > 1 and not any(near) and bare(name) not in map(bare, out):
            out.append(name)
    return out


def persons(known: People) -> list[str]:
    """Return the full names of people that a text prints with small letters."""
    named = dict.fromkeys(n.person for n in known.namings if n.full and not n.person.name.isupper())
    return [p.name for p in named if p.human]


def broadcast(title: str, name: str) -> bool:
    """Return whether a title gives a programme or a paper after a name, which may then be the name of its host."""
    return bool(PROGRAMME.match(title.partition(name)[2]))
