"""Where a reported clause begins after its cue: past adverbials, addressees and insertions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rhetoric.naming import grammar
from rhetoric.naming.grammar import listed
from rhetoric.voice.words import Word, is_adverb

ADDRESSED = listed("tell ask remind assure inform urge accuse warn advise caution promise")
SUBJECT = re.compile(
    r"\b(?:he|she|they|it|we|I|there|you|[Hh]e’s|[Ss]he’s|it’s|they’re|he'?s|she'?s|it's|they'?re|he[’']d|she[’']d|they[’']d|he[’']ll|she[’']ll|I[’']m|we[’']re)\b"
)
ADVERBIAL = listed("this last in on at earlier yesterday today")
DEMONSTRATIVE = re.compile(
    r"\b(?:this|these|that|those) (?:is|was|are|were|will|would|could|can|has|have|had|should|may|might)\b"
)
INSERTED = 32  # words between a cue and the 'that' of its clause


def that_after(row: Sequence[Word], lemma: str) -> Word | None:
    """Return the 'that' which opens the reported clause: directly after the cue, or after adverbials and addressees."""
    head = row[0]
    if head.low == "that":
        return None if len(row) > 1 and row[1].form[0] in ".," else head
    if head.low in ("to", "if", "whether", "how", "what", "why"):
        return None
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
            if k + 2 < len(row) and row[k + 2].low in ADVERBIAL and not row[k + 1].capital:
                continue  # 'in a story that posted this week': a relative clause
            return w
    return None


def that_after_insertion(row: Sequence[Word]) -> Word | None:
    """Return the 'that' after a comma: 'said on Monday, in her first speech, that', 'said, through a translator, that'."""
    head = row[0]
    if not (head.form == "," or head.low in grammar.PREPOSITIONS or head.low in grammar.DAYS):
        return None
    for k in range(2, min(len(row) - 1, INSERTED)):
        form = row[k].form
        if form in ";:" or form[0] in '"“\x00':
            return None
        if row[k].low == "that" and row[k - 1].form == "," and row[k + 1].word:
            return row[k]
    return None


def after_told(narr: str, row: Sequence[Word], stop: int) -> tuple[int, int] | None:
    """Return the clause after 'told', past whoever was told."""
    if len(row) < 2:
        return None
    found = DEMONSTRATIVE.match(narr, row[1].start, stop) or SUBJECT.search(narr, row[1].start, stop)
    wh = next((w for w in row[1:8] if w.low in ("how", "what", "why", "whether", "to", "not")), None)
    if found and (wh is None or found.start() < wh.start):
        return found.start(), stop
    if wh is not None:
        return wh.start, stop
    return after_addressee(narr, row, stop)


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
    if found and narr[comma + 1 : found.start()].strip() == "" and found.start() - row[0].start < 120:
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
