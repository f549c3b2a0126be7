"""Whether marked words are speech: a full utterance, a fragment in a reporting sentence, or a phrase."""

from __future__ import annotations

import re
from typing import Literal

from rhetoric.naming.grammar import listed
from rhetoric.voice.frames import Frame
from rhetoric.voice.quotations import Marked

SpeechKind = Literal["direct", "partial", "phrase"]

NAMING = re.compile(
    r"(?:\b(?:so-called|called|named|titled|entitled|dubbed|nicknamed|known as|rhetoric of|slogan|slogans|phrase|the term|the word|the words|"
    r"word|motto|nickname|concept of|notion of|hashtag|headlined|song|songs|book|film|movie|show|programme|program|album|column|article|"
    r"essay|novel|series|documentary|episode|lyrics|headline|"
    r"NBC[’']s|ABC[’']s|CBS[’']s|CNN[’']s|MSNBC[’']s|Fox[’']s|News[’']s?|News|host of) )(?:the |a |an )?[\"“‘'`]*$"
)
WHAT = re.compile(
    r"\bwhat\b[^,.;:]*\b(?:describe[sd]?|call(?:s|ed)?|term(?:s|ed)?|refer(?:s|red)? to)\b(?:\s+\w+)?(?:\s+as)?\s+(?:an?\s+|the\s+)?[\"“‘']*$"
)
MENTAL = listed("fear hope want think believe feel know worry plan aim see view refer consider understand")
WORD = re.compile(r"[\w’'-]+")
ENDS = ",.?!…—–-"
OPENING = re.compile(r"(?:But|And|Yet|So|Still|Then|Now|Later|Again|However|Instead|Meanwhile),?")
OWNED = re.compile(r"(?:\b(?:a|an|the|his|her|their|its|our|my)|[’']s?)(?: [a-z-]+)?$", re.I)
AFTER = re.compile(r"\b(?:about|on|in|of|to|from|the|a|an|his|her|their)$")
THAT = re.compile(r"\bthat\b")
THING = re.compile(
    r"[ \xa0](?!(?:and|or|but|in|on|at|for|to|by|with|as|from|of|is|was|when|while|after|before)\b)[a-z]"
)


def words_in(text: str) -> int:
    """Return the number of words between spaces."""
    return len(text.split())


def capitalised(content: str) -> bool:
    """Whether the words begin as a sentence does."""
    first = next((c for c in content if c.isalnum() or c in "[…."), "")
    return first.isupper() or first.isdigit() or first in "[…."


def titled(content: str) -> bool:
    """Whether the words are written as a title: every longer word with a capital."""
    longer = [w for w in WORD.findall(content) if len(w) > 3]
    return (
        len(longer) > 0 and all(w[0].isupper() or w[0].isdigit() for w in longer) and len(content.split()) > 1
    )


def kind_of(
    content: str, before: str, after: str, frame: Frame | None, where: str, split: bool, mark: Marked
) -> SpeechKind:
    """Return what one stretch between marks is.

    Parameters
    ----------
    content : str
        The words between the marks.
    before, after : str
        The narration of its sentence on either side, quoted words blanked.
    frame : Frame or None
        The frame that the stretch was given to.
    where : {'before', 'after', ''}
        On which side of the stretch the frame stands, directly beside it: '' if it does not touch it.
    split : bool
        Whether a frame between two halves of one quotation stands before it.

    Returns
    -------
    {'direct', 'partial', 'phrase'}
    """
    lead = before.strip(" \t\n\xa0-–—•*")
    tail = after.strip(" \t\n\xa0")
    size = words_in(content)
    ended = content[-1:] in ENDS or not mark.closed
    alone = not lead and (not tail or (tail[0] in '"”’.,;:)' and len(tail) < 3))
    if alone and size < 7 and titled(content) and mark.single:
        return "phrase"
    if alone or (split and (ended or size > 3)):
        return "direct"
    if size > 1 and titled(content) and not ended and OWNED.search(lead) and THING.match(after):
        return "phrase"  # 'his "Make It Good" hat'
    if WHAT.search(before) or (
        size > 1 and titled(content) and (NAMING.search(before) or AFTER.search(lead))
    ):
        return "phrase"
    if where == "after":
        if not lead or OPENING.fullmatch(lead) or (lead[-1] in ":,;" and capitalised(content) and size > 2):
            return "direct"
        return "partial"
    if lead[-1:] in (":",) and (capitalised(content) or size > 6):
        return "direct"
    if where == "before":
        if lead[-1:] == "," and (capitalised(content) or split):
            return "direct"
        introduced = lead[-1:] == "," and not THAT.search(before[-(mark.left - frame.end) :] if frame else "")
        if size > 4 and ended and (capitalised(content) or introduced or spoken(frame, mark)):
            return "direct"
        return "partial"
    if frame is None:
        if not lead and size > 3 and ended and capitalised(content) and not titled(content):
            return "direct"
        if NAMING.search(before) or size <= 8 or titled(content):
            return "phrase"
        return "partial"
    if NAMING.search(before) and (titled(content) or size <= 3):
        return "phrase"
    if (
        where == ""
        and size <= 3
        and frame.cue.lemma in MENTAL
        and frame.end < mark.left
        and len(before[-(mark.left - frame.end) :].split()) > 5
    ):
        return "phrase"
    if titled(content) and size > 1 and frame.source is not None and not lead.endswith("as"):
        return "phrase"
    if lead[-1:] == "," and capitalised(content) and size > 4 and ended:
        return "direct"
    return "partial"


def spoken(frame: Frame | None, mark: Marked) -> bool:
    """Whether a verb of saying stands right before the marks: 'He says "it is over."'."""
    return frame is not None and frame.cue.clause and 0 <= mark.left - frame.end <= 2
