"""Turns of transcripts: labels at the beginning of paragraphs, and whose they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rhetoric.naming.grammar import FUNCTION, listed
from rhetoric.naming.names import bare, first_names
from rhetoric.voice.parties import parties

LABEL = re.compile(
    r"^[ \t>]*(?P<bold>\*\*|__)?(?P<name>(?:The\s+)?[A-ZÀ-Þ][\w.'’&-]*(?:[ \xa0](?:[A-ZÀ-Þ0-9(][\w.'’&)-]*|de|del|der|den|van|von|bin|al|of|the|for|and)){0,7}"
    r"(?:\s*\([^()\n]{1,60}\)){0,2}|\d{1,2}[.)]?\s?[QA]|[QA])(?P<inner>[ ]?:)?(?P<close>\*\*|__)?(?P<outer>[ ]?[:.](?=\s))?[ \xa0]*(?P<close2>\*\*|__)?[ \xa0]*\n?"
)
BRACKET = re.compile(r"\s*\(([^()]*)\)")
HONORIFIC = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Sen|Senator|Rep|Gov|Governor|President|Secretary|Gen|General|Prof|Professor|Rev|Lord|Lady|Baroness|Mayor|Judge)\.?\s+",
    re.I,
)
STOPWORDS = listed("of the for and")
QUESTION = frozenset(("q", "question", "interviewer"))
UNNAMED = listed(
    "unidentified unknown audience moderator interviewer voter question male female host announcer narrator"
)
CLIP = re.compile(r"\((?:BEGIN |START )?(?:VIDEO|AUDIO)[^()]*\)[\s*]*$")
HELLO = re.compile(r"\b(?:it[’']s|this is|I[’']m) ([A-Z][a-z]+)\b(?! [A-Z])")
HANDED = re.compile(r"\b[Gg]o ahead, ([A-Z][a-z]+)\.$")
ALIKE = {"I": "\u0130", "K": "\u212a"}  # large letters that are the same to a search in any case
SIGNS = frozenset("QA0123456789*_> \t")  # what a label without a colon may begin with
ANSWER = frozenset(("a", "answer", "interviewee"))


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says before another one does.

    Parameters
    ----------
    label : int
        Where its label begins.
    start, end : int
        The words, without the label.
    speaker : str
    how : str
        The layout that showed it.
    sure : float
    """

    label: int
    start: int
    end: int
    speaker: str
    how: str
    sure: float


@dataclass(frozen=True, slots=True)
class Label:
    """A label that opens a paragraph: the number of the paragraph, where its words begin, and the name as printed."""

    row: int
    start: int
    name: str
    bold: bool


def labels(text: str, rows: Sequence[tuple[int, int]]) -> list[Label]:
    """Return what looks like the label of a turn at the beginning of each paragraph."""
    out = []
    for n, (start, end) in enumerate(rows):
        if text[start : start + 1] not in SIGNS and text.find(":", start, min(end, start + 130)) < 0:
            continue
        m = LABEL.match(text[start : min(end, start + 130)])
        if not m:
            continue
        bold = bool(m["bold"])
        short = m["name"].strip(" .0123456789)").lower() in ("q", "a")
        colon = bool(m["inner"] or (m["outer"] and m["outer"].strip() == ":"))
        if bold and not (m["close"] or m["close2"]):
            continue
        alone = m.end() >= end - start
        if not (colon or (short and m["outer"]) or (bold and alone)) or (alone and not bold):
            continue
        name = m["name"].strip()
        words = [w for w in re.split(r"[\s\xa0]+", BRACKET.sub("", name)) if w]
        if len(words) > 6 or (words and words[-1].lower() in STOPWORDS):
            continue
        out.append(Label(n, start + m.end(), name, bold))
    return out


def turns(
    text: str,
    rows: Sequence[tuple[int, int]],
    author: str = "",
    about: str = "",
    titled: Sequence[str] = (),
    printed: Sequence[str] = (),
) -> list[Turn]:
    """Return the turns of a text, or none where it is no transcript.

    Parameters
    ----------
    text : str
    rows : sequence of (start, end)
        Its paragraphs or lines, in order.
    author, about : str
        Names for the voices of 'Q' and 'A' where the turns do not say who they are.
    titled, printed : sequence of str
        Full names of people in the title and in the text.

    Notes
    -----
    A text is a transcript when three or more paragraphs open with a label, and labels that come back make up half of
    them. A label that comes once counts where it names a person: an unmarked colon in a headline makes no speaker.
    A paragraph without a label belongs to the turn before it, but for an unmarked question before the next answer of
    the same speaker.
    """
    found = labels(text, rows)
    if len(found) > 2 and headline(found):
        found = found[1:]
    spoken = sum(any(map(str.isalpha, text[f.start : rows[f.row][1]])) for f in found)
    if len(found) < 3 or spoken < 0.7 * len(found):
        return []
    names = canonical([f.name for f in found], text, titled)
    counts = Counter(names[f.name] for f in found)
    again = sum(c for c in counts.values() if c > 1)
    if again < 0.5 * len(found) or (len(counts) < 2 and len(found) < 4):
        return []
    kept = [f for f in found if counts[names[f.name]] > 1 or personal(f.name)]
    first_again = next((n for n, f in enumerate(kept) if counts[names[f.name]] > 1), 0)
    kept = [
        f
        for n, f in enumerate(kept)
        if n >= first_again or (len(f.name.split()) > 1 and (f.row > 0 or kept[n + 1].row == 1))
    ]
    for f in kept:
        begin = rows[f.row][0]
        if whole := introduced(text, f, names, text[max(0, begin - 40) : begin]):
            names = {k: whole if v == names[f.name] else v for k, v in names.items()}
    if len({names[f.name] for f in kept}) < 2 and not any(f.bold for f in kept):
        return []
    out: list[Turn] = []
    others = list(dict.fromkeys(names[f.name] for f in kept))
    for n, f in enumerate(kept):
        last = kept[n + 1].row if n + 1 < len(kept) else len(rows)
        speaker = lettered(clipped(text, rows, f, names) or names[f.name])
        asked = last
        if n + 1 < len(kept) and names[kept[n + 1].name] == names[f.name]:
            while asked - 1 > f.row and text[rows[asked - 1][0] : rows[asked - 1][1]].rstrip(
                ' *_"”'
            ).endswith("?"):
                asked -= 1
        end = rows[asked - 1][1]
        if f.start < end:
            out.append(Turn(rows[f.row][0], f.start, end, speaker, "label", 0.95))
        if asked < last:
            other = [o for o in others if o != names[f.name]]
            asker = lettered(other[0]) if len(other) == 1 else author or "interviewer"
            out.append(
                Turn(rows[asked][0], rows[asked][0], rows[last - 1][1], asker, "unlabelled question", 0.6)
            )
    return identified(text, out, author, about, titled, printed)


def headline(found: Sequence[Label]) -> bool:
    """Whether the first label is a headline with a colon: at the top, away from the next, and printed unlike the rest."""
    first, rest = found[0], found[1:]
    capitals = sum(f.name.isupper() and len(f.name) > 3 for f in rest)
    return first.row == 0 and rest[0].row > 1 and capitals > len(rest) / 2 and not first.name.isupper()


def personal(name: str) -> bool:
    """Whether a label that comes once looks like the name of a person or of an unnamed speaker."""
    words = BRACKET.sub("", name).split()
    return (1 < len(words) <= 5 and all(w[0].isupper() for w in words if w.lower() not in STOPWORDS)) or (
        len(words) == 1 and (words[0].lower() in UNNAMED or (words[0].isupper() and len(words[0]) > 1))
    )


def lettered(name: str) -> str:
    """Return 'Q' or 'A' for a label that means one of them, and any other name unchanged."""
    return "Q" if name.lower() in QUESTION else "A" if name.lower() in ANSWER else name


def identified(
    text: str, found: list[Turn], author: str, about: str, titled: Sequence[str], printed: Sequence[str]
) -> list[Turn]:
    """Return the turns with names for 'Q' and 'A' where they are known, less sure than a printed name."""
    speakers = {t.speaker for t in found}
    if not speakers & {"Q", "A"}:
        return found
    said = [(t.speaker, t.start, t.end) for t in found if t.speaker in ("Q", "A")]
    about = "" if about == author else about
    asker, answerer = parties(text, said, titled, (*printed, author), about)
    if speakers != {"Q", "A"}:
        asker = None  # beside printed names a 'Q' may be many people
    if answerer in speakers:
        answerer = None
    shown = {"Q": asker, "A": answerer}
    given = {"Q": "" if answerer == author else author}
    out = []
    for t in found:
        if name := shown.get(t.speaker):
            t = replace(t, speaker=name, sure=min(t.sure, 0.7))
        out.append(replace(t, speaker=given.get(t.speaker) or t.speaker))
    return out


def canonical(found: Sequence[str], text: str, titled: Sequence[str] = ()) -> dict[str, str]:
    """Return for every label the full name that it stands for: capitals, surnames and initials resolved."""
    known = [(name, bare(name)) for name in titled]
    full: list[tuple[str, list[str]]] = []
    out: dict[str, str] = {}
    for name in dict.fromkeys(found):
        clean = cleaned(name)
        if clean.upper() in ("Q", "A"):
            continue
        plain = proper(clean, text) if clean.isupper() and len(clean) > 3 else clean
        words = bare(plain)
        if len(words) > 1 or (words and words[0] in UNNAMED):
            full.append((plain, words))
    for name in dict.fromkeys(found):
        clean = cleaned(name)
        low = clean.lower().strip(".")
        if low in ("q", "a"):
            out[name] = low.upper()
            continue
        match = None
        if " " not in clean:
            fit = [p for p, words in known if words[-1:] == bare(clean)]
            match = short_for(clean, full) or in_prose(clean, text) or (fit[0] if len(fit) == 1 else None)
        elif clean.isupper():
            match = next((p for p, words in full if words == bare(proper(clean, text))), None) or short_for(
                clean, full
            )
        else:
            match = next((p for p, words in full if words == bare(clean)), None) or short_for(clean, full)
        out[name] = match or (proper(clean, text) if clean.isupper() and len(clean) > 3 else clean)
    return out


def cleaned(name: str) -> str:
    """Return a label without brackets, numbers and honorifics; the name in brackets after an office is the name."""
    inside = [b.strip() for b in BRACKET.findall(name)]
    rest = BRACKET.sub("", name).strip(" *_.:")
    rest = re.sub(r"^\d{1,2}[.)]?\s*", "", rest)
    if (
        rest.lower().startswith("the ")
        and inside
        and re.match(r"(?:Mr|Mrs|Ms|Sir|Dr|Dame|Lord|Lady|[A-Z][a-z]+ [A-Z])", inside[0])
    ):
        rest = inside[0]
    short = HONORIFIC.sub("", rest)
    return short if (short and " " in short) or (short and short != rest) else rest


def short_for(name: str, full: Sequence[tuple[str, list[str]]]) -> str | None:
    """Return the full name that a surname, a first name or initials stand for."""
    low = bare(name)
    letters = name.replace(".", "").lower()
    for plain, words in full:
        if low and len(low) < len(words) and words[-len(low) :] == low:
            return plain
    for plain, words in full:
        if low and len(low) == 1 and len(low[0]) > 3 and low[0] in words:
            return plain
    if len(letters) == 1:
        return next((plain for plain, words in full if len(words) == 1 and words[0][0] == letters), None)
    if 2 <= len(letters) <= 4 and name.replace(".", "").isupper():
        for plain, words in full:
            if "".join(w[0] for w in words) == letters:
                return plain
        for plain, words in full:
            if words[0][0] + words[-1][0] == letters:
                return plain
    return None


def in_prose(name: str, text: str) -> str | None:
    """Return the full name that the words of the transcript give to a bare surname, the most frequent one."""
    if len(name) < 3 or name.lower() in UNNAMED or (len(name) < 4 and name.isupper()):
        return None
    last = large(name) if name.isupper() else name
    if f" {last}" not in text:
        return None
    found = Counter(
        m.group()
        for m in re.finditer(rf"[A-Z](?<=\b.)[a-z]+ {re.escape(last)}\b", text)
        if not HONORIFIC.match(m.group()) and m.group().split()[0].lower() not in FUNCTION
    )
    return max(found, key=lambda n: found[n]) if found else None


def introduced(text: str, label: Label, names: dict[str, str], before: str) -> str | None:
    """Return the full name of a speaker with a bare surname: 'it's Willie, good morning', or 'Go ahead, Willie.' before."""
    last = names[label.name]
    if " " in last or len(last) < 3 or last.lower() in UNNAMED:
        return None
    if said := HELLO.search(text, label.start, label.start + 60):
        return f"{said.group(1)} {last}"
    asked = HANDED.search(before.rstrip())
    if asked is None:
        return None
    taken = {bare(name)[0] for name in names.values() if " " in name}
    if asked.group(1).lower() not in first_names().keys() - taken:
        return None
    return f"{asked.group(1)} {last}"


def clipped(text: str, rows: Sequence[tuple[int, int]], label: Label, names: dict[str, str]) -> str | None:
    """Return whom a bare surname means after a clip that was announced by a first name: 'Listen to what Eric said.'"""
    begin = rows[label.row][0]
    if not label.row or not CLIP.search(text[max(0, begin - 80) : begin]) or " " in cleaned(label.name):
        return None
    last = names[label.name].split()[-1]
    before = text[max(0, begin - 260) : begin]
    for first in reversed(re.findall(r"\b[A-Z][a-z]+\b", before)):
        whole = f"{first} {last}"
        if first.lower() not in FUNCTION and whole in text and re.search(rf"\b{re.escape(whole)}\b", text):
            return whole
    return None


def proper(name: str, text: str) -> str:
    """Return a name in capitals as the text prints it elsewhere, or with each word's first letter large.

    Examples
    --------
    >>> proper("BILL O'REILLY", ""), proper("GRETA VAN SUSTEREN", "")
    ("Bill O'Reilly", 'Greta Van Susteren')
    """
    words = re.split(r"\s+", name)
    pattern = r"[ \xa0]".join(re.escape(w) for w in words)
    for m in re.finditer(pattern, text, re.IGNORECASE) if printed(pattern, text) else ():
        if properly(m.group()):
            return re.sub(r"\s+", " ", m.group())
    return " ".join(word if re.fullmatch(r"(?:[A-Z]\.)+", word) else large(word) for word in words)


def properly(name: str) -> bool:
    """Whether a name is printed with large letters where its words begin, but not all over."""
    return not name.isupper() and all(w[0].isupper() for w in name.split())


def printed(pattern: str, text: str) -> bool:
    """Whether a text may print a name properly: a search for one large letter is far faster than one in any case."""
    first = pattern[0]
    if not "A" <= first <= "Z":
        return True
    able = re.compile(f"[{first}{ALIKE.get(first, '')}](?=((?i:{pattern[1:]})))")
    return any(properly(m[0] + m[1]) for m in able.finditer(text))


def large(word: str) -> str:
    """Return a word in capitals with its first letter large: 'Reilly', 'O'Reilly', 'McCain', 'Long-Bailey'."""
    out = re.sub(r"[A-ZÀ-Þ]+", lambda m: m.group()[0] + m.group()[1:].lower(), word)
    out = re.sub(r"(['’])S$", r"\1s", out)
    return re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), out)
