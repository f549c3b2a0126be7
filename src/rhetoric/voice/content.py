"""Where the content of a frame lies: before it, around it or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from rhetoric.naming import grammar
from rhetoric.naming.grammar import listed
from rhetoric.voice.clauseends import latest
from rhetoric.voice.clausestarts import SUBJECT, after_adverbial, after_told, that_after, that_after_insertion
from rhetoric.voice.cues import PLAIN
from rhetoric.voice.frames import Frame
from rhetoric.voice.kinds import OPENING
from rhetoric.voice.words import Word, finite, is_adverb, part

# Verbs whose content is a noun phrase or a person with an infinitive.
ACTS = listed("ask urge accuse deny promise pledge vow threaten demand")
# Verbs whose content follows a preposition only.
ABOUT = MappingProxyType({"speak": ("of", "about", "against"), "insist": ("on",)})
OPENERS = listed("despite given if when while although because since unless once whether how what why")
THAT = re.compile(r"\bthat\b")
QUOTE_ONLY = re.compile(r"^[\s\"“”‘’'\x00.,;:!?…—–-]*$")
AS = re.compile(r"\s*(?:(?:But|And|Yet|So|Still),?\s+)?[Aa]s\s+")
ADDRESSEE = re.compile(
    r"(?:[Tt]he |an? |his |her |their )?(?:[A-Z][\w.’'-]+|[a-z-]+)(?: (?:[A-Z][\w.’'-]+|[a-z-]+)){0,2}"
    r"(?: (?:in|on|at|during|after|by|last|this|earlier) [^,;:\"“]{2,60}| \w+day)?\s*[.?!]?$"
)


def content(
    narr: str, start: int, end: int, frames: Sequence[Frame], n: int, row: Sequence[Word]
) -> tuple[int, int] | None:
    """Return the stretch in which the clause of frame `n` lies: from where it begins to where it may end at most."""
    frame = frames[n]
    if frame.order == "according":
        return according(narr, start, end, frame)
    if frame.order == "after":
        return clause_before(narr, start, frame.start, frame)
    if not reports(frame):
        return None
    first = frame.source.start if frame.source and frame.order == "before" else frame.start
    if frame.order == "before" and parenthetic(narr, start, first, end, frame, row):
        found = clause_before(narr, start, first, frame)
        after = narr[frame.end : end].lstrip(" \xa0")[:1]
        if after in (",", ";") and narr[first - 2 : first].strip() == ",":
            lead = narr[start:first].strip(" \xa0,")
            return (found[0] if found else frame.end if OPENING.fullmatch(lead) else start), end
        return found
    if frame.order == "before" and AS.fullmatch(narr, start, first):
        comma = narr.find(",", frame.end, end)
        return (comma + 1, end) if comma >= 0 else None
    return clause_after(narr, start, end, frame, frames[n + 1 :], row)


def reports(frame: Frame) -> bool:
    """Whether a frame can report a clause after it."""
    cue = frame.cue
    if (
        frame.refused
        or (frame.passive and cue.lemma != "ask")
        or (frame.negated and cue.form == "base" and frame.order == "subject")
    ):
        return False
    return cue.clause or cue.other


def parenthetic(narr: str, start: int, first: int, end: int, frame: Frame, row: Sequence[Word]) -> bool:
    """Whether 'X said' stands after or inside the clause it reports: 'A decision, he said, would follow'."""
    before = narr[start:first].rstrip(" \xa0")
    marked = before[-1:] in '"”' and before[-2:-1] == ","
    if before[-1:] not in (",", "—", "–", "-") and not before.endswith("--") and not marked:
        return False
    lead = before.rstrip(",—–- ")
    after = narr[frame.end : end].lstrip(" \xa0")
    if len(lead.split()) < 2 and (after[:1] != "," or before[-1:] != ","):
        return False
    if after[:1] in ",;—–-" and after[1:].lstrip(" \xa0,")[:1] in '"“‘':
        return False
    if after[:1] in ".,;—–-" or not after:
        return True
    if after.startswith(("at least", "at most")):
        return False
    if frame.cue.lemma == "tell":
        return ADDRESSEE.match(after) is not None
    word = re.match(r"[A-Za-z]+", after)
    low = word.group().lower() if word else ""
    if (
        low in grammar.DAYS
        or low
        in (
            "in",
            "on",
            "at",
            "during",
            "after",
            "last",
            "this",
            "earlier",
            "before",
            "as",
            "while",
            "when",
            "recently",
            "later",
        )
        or is_adverb(low)
    ):
        row = part(row, start, first)
        opening = row[0].low if row else ""
        if opening in grammar.PREPOSITIONS | {"asked", "when", "while", "as", "if"}:
            comma = next((k for k, w in enumerate(row) if w.form == ","), len(row))
            if not any(map(finite, row[comma + 1 :])):
                return False
        return not (THAT.search(after[:40]) or SUBJECT.search(after[:60]))
    return False


def clause_before(narr: str, start: int, first: int, frame: Frame) -> tuple[int, int] | None:
    """Return the clause that stands before 'X said'."""
    if not (frame.cue.clause or frame.cue.lemma in ("ask", "continue")):
        return None
    before = narr[start:first]
    at = start
    bare = before.rstrip(" \xa0,—–-")
    if bare[-1:] in "\"”’'" or bare[-1:] == "\x00":
        if QUOTE_ONLY.match(before):
            return None
        opening = max(
            before.rfind('"', 0, len(bare) - 1),
            before.rfind("“", 0, len(bare) - 1),
            before.rfind("‘", 0, len(bare) - 1),
        )
        lead = before[:opening].strip() if opening >= 0 else ""
        if not lead or lead[-1:] in ":," or OPENING.fullmatch(lead):
            return None
    conj = re.match(r"[\"“\s]*(?:But|And|Yet|So|Still|However),?\s+", before)
    if conj:
        at = start + conj.end()
    return (at, first) if len(before.split()) > 2 else None


def according(narr: str, start: int, end: int, frame: Frame) -> tuple[int, int] | None:
    """Return what is so 'according to X'."""
    assert frame.source is not None
    before = narr[start : frame.start]
    lead = before.strip(' \xa0,—–-"“(')
    if len(lead.split()) >= 3 and not QUOTE_ONLY.match(before):
        return start, frame.start
    comma = narr.find(",", frame.source.end, end)
    if comma < 0 or QUOTE_ONLY.match(narr[comma + 1 : end]):
        return None
    return comma + 1, end


def inside(lead: str) -> bool:
    """Whether the marked words that end a stretch stand inside its sentence, as a title does: 'on "Face the Nation,"'."""
    opening = max(lead.rfind(c, 0, len(lead) - 1) for c in "\"“‘'")
    before = lead[:opening].rstrip() if opening > 0 else ""
    last = before.split()[-1].lower() if before else ""
    return before[-1:].isalnum() and (
        last in grammar.PREPOSITIONS | grammar.DETERMINERS or not last.isalpha()
    )


def clause_after(
    narr: str, start: int, end: int, frame: Frame, later: Sequence[Frame], row: Sequence[Word]
) -> tuple[int, int] | None:
    """Return the clause, infinitive or noun that a cue reports after it."""
    lemma = frame.cue.lemma
    at, stop = latest(narr, start, end, frame, later, row)
    row = part(row, at, stop)
    if not row:
        return None
    head = row[0]
    if head.form == ":" or (head.form in '"“‘' and QUOTE_ONLY.match(narr, at, stop)):
        return None
    that = that_after(row, lemma) or that_after_insertion(row)
    if between(narr, start, frame) and (that is None or that is not head):
        return None
    if head.low in ABOUT.get(lemma, ()):
        return (row[1].start, stop) if len(row) > 2 else None
    if lemma == "point" and head.low in ("out", "to"):
        return ((that or row[1]).start, stop) if len(row) > 1 else None
    if that is not None:
        return that.start, stop
    if lemma not in PLAIN:
        return None
    if lemma == "ask" and head.low == "about":
        return head.end, stop
    if head.low in OPENERS:
        return head.start, stop
    if lemma in ACTS and head.word:
        return at, stop
    if head.form in (",", ";", ".", ")", "—", "–", "--"):
        return None
    if lemma == "tell":
        return after_told(narr, row, stop)
    if lemma == "say" and head.low in ("about", "of"):
        return None
    if lemma == "warn" and head.low in ("of", "about", "against"):
        return row[1].start if len(row) > 1 else at, stop
    if adverbial(row, lemma):
        return after_adverbial(narr, row, stop)
    if head.low in ("as", "so", "up"):
        return None
    if is_adverb(head.low) and len(row) > 2:
        return row[1].start, stop
    return head.start, stop


def between(narr: str, start: int, frame: Frame) -> bool:
    """Whether a frame follows marked words of its own: '"No," she said'."""
    first = frame.source.start if frame.source and frame.order == "before" else frame.start
    lead = narr[start:first].rstrip(" \xa0,—–-")
    return (
        lead[-1:] in ('"', "”", "’", "'")
        and frame.order == "before"
        and narr[max(start, len(lead) + start - 2)] in ",?!.\x00"
        and not inside(lead)
    )


def adverbial(row: Sequence[Word], lemma: str) -> bool:
    """Whether time or place stands between the cue and its clause."""
    low = row[0].low
    if low == "at" and len(row) > 1 and row[1].low in ("least", "most"):
        return False
    return (
        low in grammar.PREPOSITIONS - {"about", "up", "down", "as"}
        or low in grammar.DAYS
        or (
            low in ("earlier", "last", "this", "later", "as")
            and lemma in ("say", "add", "write", "announce", "report", "tweet")
        )
    )
