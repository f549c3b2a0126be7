"""Which frame of its sentence a stretch of marked words belongs to."""

from __future__ import annotations

import re

from rhetoric.naming import grammar
from rhetoric.voice.frames import Frame
from rhetoric.voice.phrases import Source
from rhetoric.voice.quotations import Marked
from rhetoric.voice.reading import Sentence

NEAR = 600  # characters of its sentence on either side that a rule looks at


WORD = re.compile(r"[\w’'-]+")
BESIDE = re.compile(r"^[\s\xa0]*[,—–-]*[\s\xa0]*(?:(?:as|and|but)\s+)?$")


def chosen(narr: str, mark: Marked, sentence: Sentence) -> tuple[Frame | None, str]:
    """Return the frame of a sentence that a stretch belongs to, and the side on which it touches it."""
    before: Frame | None = None
    usable = [f for f in sentence.frames if not f.passive]
    for f in usable:
        first = min(f.start, f.source.start) if f.source and f.order != "subject" else f.start
        if f.end <= mark.left and not (f.order == "after" and f.source and f.source.end > mark.left):
            before = f
        elif (
            first >= mark.right - 1
            and BESIDE.match(narr[mark.right : first])
            and f.cue.form != "ing"
            and f.source
        ):
            ended = (
                narr[mark.end - 1 : mark.end] in (",", "?", "!", ".", "…", "—", "-", "–")
                or narr[mark.right : mark.right + 1] in ",—–-"
            )
            lead = narr[max(sentence.start, mark.left - NEAR) : mark.left].strip(' \t—–-\xa0"“')
            if (ended or not lead) and not (before and lead.endswith(":")):
                return f, "after"
    if before is not None and usable[-1] is not before and not before.cue.clause:
        last = usable[-1]
        if (
            last.start >= mark.right
            and last.cue.clause
            and last.source
            and after_comma(narr, last.source.start)
        ):
            return last, ""
    if (
        before is not None
        and before.source
        and before.order == "before"
        and not spoken_by(narr, before.source)
    ):
        outer = next(
            (f for f in usable if f.end <= before.start and f.cue.clause and f.source and f is not before),
            None,
        )
        if outer is not None:
            before = outer
    if before is not None:
        first = before.source.end if before.order in ("after", "according") and before.source else before.end
        if mark.left - first > NEAR:
            return before, ""
        gap = narr[first : mark.left].strip()
        beside = not gap or gap[-1] in ":," or (len(gap.split()) <= 2 and "\x00" not in gap)
        return before, "before" if beside and "\x00" not in gap else ""
    later = [f for f in usable if f.start >= mark.right and f.source and f.order != "subject"]
    if len(later) > 1:
        last = later[-1]
        if last.cue.clause and last.source and after_comma(narr, last.source.start):
            return last, ""
    return (later[0], "") if later else (None, "")


def around(narr: str, mark: Marked, sentence: Sentence) -> tuple[str, str]:
    """Return the narration of a sentence on either side of a stretch, as far as the rules look."""
    return (
        narr[max(sentence.start, mark.left - NEAR) : mark.left],
        narr[mark.right : min(sentence.end, mark.right + NEAR)],
    )


def after_comma(narr: str, at: int) -> bool:
    """Whether a comma stands right before a position."""
    return narr[max(0, at - 4) : at].rstrip(" \xa0")[-1:] == ","


def spoken_by(narr: str, source: Source) -> bool:
    """Whether a source can speak: a name, a pronoun, or a noun for people, papers or bodies."""
    head = WORD.findall(narr, source.start, source.head)
    if not head:
        return False
    last = head[-1]
    low = last.lower()
    return (
        last[0].isupper()
        or low in grammar.SUBJECTS
        or low in ("who", "which", "that")
        or low in grammar.ROLES
        or low in grammar.BODIES
        or (low.endswith("s") and low[:-1] in grammar.ROLES)
    )
