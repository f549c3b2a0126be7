"""Where a reported clause ends at the latest: at the next frame, the main clause, or an afterthought."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rhetoric.naming import grammar
from rhetoric.naming.grammar import listed
from rhetoric.voice.cues import CUES, PLAIN
from rhetoric.voice.frames import Frame
from rhetoric.voice.words import Word, finite, is_adverb, part

JOINED = re.compile(r"(?:,\s*)?\s(?:and|but|while)(?:\s+(?:also|then|later|has|have|had))*$")
WHILE = re.compile(
    r"(?:,|\s[—–-]+)?\s+(?:while|whereas|but|,\s*and|even though|although|which|who|as)$|,\s+and$"
)
AFTERTHOUGHT = re.compile(
    r",\s+(?:however|compared|even though)\b|\s[–—-]+\s+(?:even though|though|although)\b|[\"”],?\s+in an? (?:interview|statement|email)\b|;\s"
)
ANEW = re.compile(r",\s+(?:and|but)\s+(?:I|we|he|she|they|it|there|the)\b")
COMMA = re.compile(r",[\"”]?\s+")
SUBORDINATE = listed(
    "while when whenever though although if after before since once because as until whereas"
)
CUT = re.compile(
    r",\s+(?:and|but)\s+(?:his|her|their|its|the)\s+\w+(?:\s+\w+)?\s+(?:attacks?|comments?|remarks?)\b|,\s+in which\b|;\s"
    r"|,\s+but\s+(?:he|she|it|they)\b|,\s+while\s|,\s+an?\s+[a-z]+\s|[\"”],?\s+(?!according)[a-z]+ing\s"
)


def latest(
    narr: str, start: int, end: int, frame: Frame, later: Sequence[Frame], row: Sequence[Word]
) -> tuple[int, int]:
    """Return where the content after a cue begins at the earliest and ends at the latest."""
    at = frame.end
    stop = limit(narr, at, end, later)
    if frame.order == "subject" and frame.source and frame.source.start > frame.end:
        if frame.passive:
            at = frame.source.end  # 'asked by a reporter whether'
        else:
            comma = narr.rfind(",", at, frame.source.start)
            stop = comma if comma > at else stop  # 'In addition to saying that it rained, she'
    infinitive = narr[at : at + 4].lstrip(" \xa0")[:3] == "to "
    for cut in (AFTERTHOUGHT, CUT, ANEW) if infinitive else (AFTERTHOUGHT, CUT):
        if found := cut.search(narr, at + (4 if cut is ANEW else 12), stop):
            stop = found.start() + (1 if narr[found.start()] in '"”' else 0)
    stop = subordinate(narr, row, frame, at, stop)
    opening = not narr[start : frame.start].strip()
    if (opening and frame.order == "subject") or (frame.cue.lemma == "ask" and (frame.passive or opening)):
        comma = narr.find(",", at, stop)
        stop = comma if comma > at else stop
    return at, stop


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


def subordinate(narr: str, row: Sequence[Word], frame: Frame, at: int, stop: int) -> int:
    """Return where a clause ends whose cue stands in a subordinate clause: at the comma before the main one.

    'While she said it would rain, we went'; 'Ann Hill, who said it would rain, left'.
    """
    if frame.source is None or frame.order != "before":
        return stop
    source = part(row, frame.source.start, frame.source.end)
    aside = len(source) > 1 and source[-1].low in ("who", "which")
    lead = part(row, frame.source.start - 60, frame.source.start)
    opener = lead[-1].low if lead else ""
    if len(lead) > 1 and (opener in grammar.DETERMINERS or is_adverb(opener)):
        opener = lead[-2].low
    if not (aside or opener in SUBORDINATE):
        return stop
    for m in COMMA.finditer(narr, at + 8, stop):
        main = part(row, m.end(), min(stop, m.end() + 60))
        if not main:
            return stop
        if aside and (finite(main[0]) or main[0].low in CUES):
            return m.start()
        if (
            not aside
            and main[0].low not in grammar.CONJUNCTIONS | {"which", "who", "that"}
            and any(map(finite, main[1:7]))
        ):
            return m.start()
    return stop
