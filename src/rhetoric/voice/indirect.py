"""Reported clauses: what a cue reports in the narrator's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rhetoric.voice import grammar
from rhetoric.voice.frames import Frame
from rhetoric.voice.grammar import listed
from rhetoric.voice.words import Word, is_adverb, words

# Speech of which anything that follows is the content; other verbs of saying need a 'that'.
PLAIN = listed(
    "say tell add note report write announce suggest argue acknowledge explain recall claim agree tweet declare warn insist"
    " conclude predict state confirm admit complain assert concede testify contend remark stress caution"
    " promise pledge vow threaten deny urge accuse ask demand reply respond joke quip"
)
OBJECT = listed(
    "urge accuse ask deny promise pledge vow threaten demand announce acknowledge predict declare admit warn confirm recall note tell report suggest claim concede write"
)
ADDRESSED = listed("tell ask remind assure inform urge accuse warn advise caution promise")
ABOUT = listed("of about against")
THAT = re.compile(r"\bthat\b")
SUBJECT = re.compile(
    r"\b(?:he|she|they|it|we|I|there|you|[Hh]e’s|[Ss]he’s|it’s|they’re|he'?s|she'?s|it's|they'?re|he[’']d|she[’']d|they[’']d|he[’']ll|she[’']ll|I[’']m|we[’']re)\b"
)
ENDS = re.compile(r"[\s.,;:!?\"”’'—–)-]+$")
QUOTE_ONLY = re.compile(r"^[\s\"“”‘’'\x00.,;:!?…—–-]*$")
JOINED = re.compile(r"(?:,\s*)?\s(?:and|but)(?:\s+(?:also|then|later|has|have|had))*$")
WHILE = re.compile(
    r"(?:,|\s[—–-]+)?\s+(?:while|whereas|but|,\s*and|even though|although|which|who|as)$|,\s+and$"
)
AFTERTHOUGHT = re.compile(
    r",\s+(?:however|compared|even though)\b|\s[–—-]+\s+(?:even though|though|although)\b|[\"”],?\s+in an? (?:interview|statement|email)\b|;\s"
)
ANEW = re.compile(r",\s+(?:and|but)\s+(?:I|we|he|she|they|it|there|the)\b")
CUT = re.compile(
    r",\s+(?:and|but)\s+(?:his|her|their|its|the)\s+\w+(?:\s+\w+)?\s+(?:attacks?|comments?|remarks?)\b|,\s+in which\b|;\s"
)
CLAUSE_OPENERS = listed(
    "that if whether how why what when where who there it he she they we i you this these those to"
)


def reported(narr: str, start: int, end: int, frames: Sequence[Frame]) -> list[tuple[int, int, Frame]]:
    """Return the reported clauses of one sentence with the frame that reports each.

    Parameters
    ----------
    narr : str
        The text with quoted words blanked.
    start, end : int
        The sentence.
    frames : sequence of Frame
        Its frames, in order.

    Notes
    -----
    A clause ends where the sentence or the next frame of its level begins. A frame whose content stands in marks
    beside it reports nothing more.
    """
    out: list[tuple[int, int, Frame]] = []
    taken: list[tuple[int, int]] = []
    for n, frame in enumerate(frames):
        if any(a <= frame.start < b for a, b in taken) and frame.order != "according":
            continue
        found = None
        if frame.order == "according":
            found = according(narr, start, end, frame)
        elif frame.order == "after":
            found = clause_before(narr, start, frame.start, frame)
        elif reports(frame):
            first = frame.source.start if frame.source and frame.order == "before" else frame.start
            if frame.order == "before" and parenthetic(narr, start, first, frame.end, end):
                found = clause_before(narr, start, first, frame)
                after = narr[frame.end : end].lstrip(" \xa0")[:1]
                if after in (",", ";") and narr[first - 2 : first].strip() == ",":
                    found = (found[0] if found else start), end
            elif frame.order == "before" and narr[start:first].strip().lower() == "as":
                comma = narr.find(",", frame.end, end)
                found = (comma + 1, end) if comma >= 0 else None
            else:
                found = clause_after(narr, start, end, frame, frames[n + 1 :])
        if found is None:
            continue
        a, b = trimmed(narr, *found)
        if b - a < 4 or QUOTE_ONLY.match(narr, a, b) or len(narr[a:b].split()) < 2:
            continue
        out.append((a, b, frame))
        taken.append((a, b))
    return out


def reports(frame: Frame) -> bool:
    """Whether a frame can report a clause after it."""
    cue = frame.cue
    if (frame.passive and cue.lemma != "ask") or (
        frame.negated and cue.form == "base" and frame.order == "subject"
    ):
        return False
    return cue.clause or cue.other


def trimmed(narr: str, a: int, b: int) -> tuple[int, int]:
    """Return a span without space and end punctuation; a mark that belongs to quoted words stays."""
    while a < b and narr[a] in " \t\n\xa0,;:—–-":
        a += 1
    while b > a and narr[b - 1] in " \t\n\xa0.,;:—–-":
        b -= 1
    return a, b


def parenthetic(narr: str, start: int, first: int, cue_end: int, end: int) -> bool:
    """Whether 'X said' stands after or inside the clause it reports: 'A decision, he said, would follow'."""
    before = narr[start:first].rstrip(" \xa0")
    marked = before[-1:] in '"”' and before[-2:-1] == ","
    if before[-1:] not in (",", "—", "–", "-") and not before.endswith("--") and not marked:
        return False
    lead = before.rstrip(",—–- ")
    if len(lead.split()) < 2:
        return False
    after = narr[cue_end:end].lstrip(" \xa0")
    if after[:1] in ",;—–-" and after[1:].lstrip(" \xa0,")[:1] in '"“‘':
        return False
    if after[:1] in ".,;—–-" or not after:
        return True
    if after.startswith(("at least", "at most")):
        return False
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
        row = words(narr, start, first)
        opening = row[0].low if row else ""
        return not (
            THAT.search(after[:40]) or SUBJECT.search(after[:60])
        ) and opening not in grammar.PREPOSITIONS | {"asked", "when", "while", "as", "if"}
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
        if not lead or lead[-1:] in ":" or len(lead.split()) < 2:
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


def limit(narr: str, at: int, end: int, later: Sequence[Frame]) -> int:
    """Return where a clause that begins at `at` ends: at the next frame of its level, or at the end of the sentence."""
    for frame in later:
        if frame.start <= at:
            continue
        if frame.order == "according":
            return frame.start
        first = (
            min(frame.start, frame.source.start) if frame.source and frame.order == "before" else frame.start
        )
        if first <= at:
            continue
        gap = narr[at:first].rstrip(" \xa0")
        if (
            frame.order == "before"
            and frame.source
            and frame.cue.lemma in PLAIN
            and (tail := WHILE.search(gap))
        ):
            return at + tail.start()
        if frame.order == "subject" and frame.cue.form == "ing" and gap.endswith((",", ", and")):
            return at + len(gap)
        if frame.order == "subject" and (tail := JOINED.search(gap)):
            return at + tail.start()
        if (
            frame.order == "before"
            and frame.source
            and re.search(r",\s+(?:and|but|while|though|although)$", gap)
            and frame.cue.lemma in PLAIN
        ):
            return at + len(gap)
        if frame.order == "before" and gap.endswith(",") and narr[frame.end : frame.end + 1] in ".,":
            return at + len(gap)
    return end


def clause_after(
    narr: str, start: int, end: int, frame: Frame, later: Sequence[Frame]
) -> tuple[int, int] | None:
    """Return the clause, infinitive or noun that a cue reports after it."""
    lemma = frame.cue.lemma
    first = frame.source.start if frame.source and frame.order == "before" else frame.start
    lead = narr[start:first].rstrip(" \xa0,—–-")
    framing = (
        lead[-1:] in "\"”’'"
        and lead != ""
        and frame.order == "before"
        and narr[max(start, len(lead) + start - 2)] in ",?!.\x00"
    )
    at = frame.end
    stop = limit(narr, at, end, later)
    for cut in (
        (AFTERTHOUGHT, CUT, ANEW) if narr[at : at + 4].lstrip(" \xa0")[:3] == "to " else (AFTERTHOUGHT, CUT)
    ):
        if found_cut := cut.search(narr, at + (4 if cut is ANEW else 12), stop):
            stop = found_cut.start() + (1 if narr[found_cut.start()] in '"”' else 0)
    row = words(narr, at, stop)
    if not row:
        return None
    head = row[0]
    if head.form == ":" or (head.form in '"“‘' and QUOTE_ONLY.match(narr, at, stop)):
        return None
    that = that_after(row, lemma)
    if lemma == "ask" and (frame.passive or narr[start : frame.start].strip() == ""):
        comma = narr.find(",", at, stop)
        stop = comma if comma > at else stop
    if lemma == "ask" and head.low == "about":
        at = head.end
    elif frame.start == start or (frame.order == "subject" and not narr[start : frame.start].strip()):
        comma = narr.find(",", at, stop)
        stop = comma if comma > at else stop
    if framing and (that is None or that is not head):
        return None
    if lemma == "speak":
        return (row[1].start, stop) if head.low in ABOUT and len(row) > 2 else None
    if lemma == "point" and head.low in ("out", "to"):
        row = row[1:]
        if not row:
            return None
        return (that or row[0]).start, stop
    if that is not None:
        return that.start, stop
    if lemma not in PLAIN and lemma not in OBJECT:
        return None
    if head.low in (
        "despite",
        "given",
        "if",
        "when",
        "while",
        "although",
        "because",
        "since",
        "unless",
        "once",
        "whether",
        "how",
        "what",
        "why",
    ):
        return head.start, stop
    if (
        lemma in ("ask", "urge", "accuse", "deny", "promise", "pledge", "vow", "threaten", "demand")
        and head.word
    ):
        return at, stop
    if head.form in (",", ";", ".", ")", "—", "–", "--"):
        return None
    if lemma == "tell":
        found = SUBJECT.search(narr, row[1].start if len(row) > 1 else stop, stop)
        wh = next((w for w in row[1:8] if w.low in ("how", "what", "why", "whether", "to", "not")), None)
        if found and (wh is None or found.start() < wh.start):
            return found.start(), stop
        if wh is not None:
            return wh.start, stop
        return after_addressee(narr, row, stop)
    if lemma == "say" and head.low in ("about", "of"):
        return None
    if lemma == "warn" and head.low in ABOUT:
        return row[1].start if len(row) > 1 else at, stop
    if (
        head.low in grammar.PREPOSITIONS - {"about", "up", "down", "as"}
        or head.low in grammar.DAYS
        or (
            head.low in ("earlier", "last", "this", "later", "as")
            and lemma in ("say", "add", "write", "announce", "report", "tweet")
        )
    ):
        return after_adverbial(narr, row, stop)
    if head.low in ("as", "so", "up"):
        return None
    if is_adverb(head.low) and len(row) > 2:
        return row[1].start, stop
    return head.start, stop


def that_after(row: Sequence[Word], lemma: str) -> Word | None:
    """Return the 'that' which opens the reported clause: directly after the cue, or after adverbials and addressees."""
    head = row[0]
    if head.low == "that":
        return None if len(row) > 1 and row[1].form[0] in ".," else head
    reach = 22 if lemma in ADDRESSED else 16
    free = (
        lemma in ADDRESSED
        or head.low in grammar.PREPOSITIONS
        or head.low in grammar.DAYS
        or is_adverb(head.low)
        or head.low in ("this", "last", "earlier", "out", "later", "via")
    )
    if not free:
        return None
    for k, w in enumerate(row[:reach]):
        if w.form in ";:." or w.form[0] in '"“' or (w.form == "," and lemma not in ADDRESSED):
            return None
        if w.low in ("he", "she", "they", "it", "we", "i", "there") and k > 0:
            return None
        if w.low == "that" and row[k - 1].low not in grammar.PREPOSITIONS:
            return w
    return None


def after_addressee(narr: str, row: Sequence[Word], stop: int) -> tuple[int, int] | None:
    """Return the clause after 'told reporters': from the second determiner or capital on."""
    for k in range(1, min(len(row), 8)):
        w = row[k]
        if w.form in ",.;:" or w.form[0] in '"“':
            return None
        if (
            w.low in grammar.DETERMINERS
            and row[k - 1].low not in grammar.PREPOSITIONS
            and row[k - 1].low != "told"
        ):
            return w.start, stop
        if (
            w.capital
            and not row[k - 1].capital
            and row[k - 1].word
            and row[k - 1].low not in grammar.PREPOSITIONS | grammar.DETERMINERS
        ):
            return w.start, stop
    return None


def after_adverbial(narr: str, row: Sequence[Word], stop: int) -> tuple[int, int] | None:
    """Return the clause after 'said in an interview Tuesday': from its pronoun, or from what follows the day, on."""
    found = SUBJECT.search(narr, row[0].start, stop)
    comma = next((w.start for w in row if w.form == ","), stop)
    if found and found.start() < comma and found.start() - row[0].start < 90:
        return found.start(), stop
    for k, w in enumerate(row[:12]):
        if w.form == ",":
            break
        if (
            w.low in grammar.DAYS
            and k + 1 < len(row)
            and row[k + 1].word
            and row[k + 1].low
            not in grammar.PREPOSITIONS
            | grammar.CONJUNCTIONS
            | grammar.SUBORDINATORS
            | frozenset(("night", "morning", "afternoon", "evening"))
        ):
            return row[k + 1].start, stop
    return None
