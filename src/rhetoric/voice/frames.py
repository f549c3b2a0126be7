"""Reporting frames: a cue with the source that the sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rhetoric.voice import grammar
from rhetoric.voice.clauses import apposed, first_subject, subject_after_comma
from rhetoric.voice.cues import CUES, NOUNS, TURNED, Cue
from rhetoric.voice.grammar import listed
from rhetoric.voice.phrases import Source, nominal, phrase_after, phrase_before, plural, several
from rhetoric.voice.words import Word, is_adverb, words

WORD = re.compile(r"[A-Za-z]+")

ACCORDING = re.compile(r"\b[Aa]ccording to\b")

CLOSERS = frozenset("\"”’'")

BREAKS = frozenset(";:—–()[]") | {"--"}

MOST = 40  # frames looked at in one sentence
REPORTING = frozenset(
    f
    for word, cue in CUES.items()
    if cue.clause or cue.other or cue.lemma == "continue"
    for f in (word, word.capitalize())
) | {"according", "According"}
ANYWHERE = REPORTING | CUES.keys() | {word.capitalize() for word in CUES}
BLANK = "\x00"
RAISING = listed(
    "went refused declined appeared seemed wants wanted used continued continues came goes had has have began begins proceeded"
    " paused stopped tried tries able quick likely had"
)

Order = Literal["before", "after", "according", "subject"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue and its source.

    Parameters
    ----------
    start, end : int
        The cue.
    cue : Cue
    source : Source or None
    order : {'before', 'after', 'according', 'subject'}
        Whether the source stands before the cue, after it ('agrees Cruddas'), in 'according to'; 'subject': taken
        from the sentence ('..., saying').
    passive : bool
        'was asked': the source named is the one spoken to or of.
    """

    start: int
    end: int
    cue: Cue
    source: Source | None
    order: Order
    passive: bool = False
    negated: bool = False


def frames(narr: str, start: int, end: int) -> list[Frame]:
    """Return the reporting frames of one sentence of narration, in order.

    Parameters
    ----------
    narr : str
        The text with quoted words blanked.
    start, end : int
        The sentence.
    """
    hits = ANYWHERE.intersection(WORD.findall(narr, start, end))
    if not hits:
        return []
    if not hits & REPORTING and narr.find(BLANK, start, end) < 0:
        return []  # a verb that only gives marked words to a source, and no marked words
    according = (
        list(ACCORDING.finditer(narr, start, end)) if "according" in hits or "According" in hits else []
    )
    row = words(narr, start, end)
    out: list[Frame] = []
    for m in according[:MOST]:
        at = next((n for n, w in enumerate(row) if w.start >= m.end()), len(row))
        source = phrase_after(row, at)
        if source:
            out.append(Frame(m.start(), m.end(), CUES["say"], source, "according"))
    for n, w in enumerate(row):
        cue = CUES.get(w.form)
        if cue is None and w.capital and n + 1 < len(row):
            opening = n == 0 or row[n - 1].form in CLOSERS or row[n - 1].form in BREAKS
            if opening and w.low in CUES and (cue := CUES[w.low]).form in ("past", "third", "ing"):
                pass
            else:
                cue = None
        if cue is None:
            continue
        frame = framed(row, n, cue, out)
        if frame:
            out.append(frame)
            if len(out) >= MOST:
                break
    return sorted(out, key=lambda f: f.start)


def framed(row: Sequence[Word], n: int, cue: Cue, earlier: Sequence[Frame]) -> Frame | None:
    """Return the frame that the cue at word `n` makes, or ``None`` where the word is no reporting verb."""
    w = row[n]
    left = n - 1
    passive = infinitive = negated = False
    while left >= 0 and (
        row[left].low in grammar.AUXILIARIES or is_adverb(row[left].low) or row[left].low == "to"
    ):
        if (
            row[left].low in grammar.DAYS
            and row[left].capital
            and left
            and row[left - 1].low in grammar.PREPOSITIONS
        ):
            left -= 1
        low = row[left].low
        if low in grammar.BE and cue.form in ("past", "participle"):
            passive = True
        if low == "not" or low.endswith("n't"):
            negated = True
        if low == "to":
            if cue.form != "base":
                return None
            infinitive = True
            while left - 1 >= 0 and (
                row[left - 1].low in RAISING or is_adverb(row[left - 1].low) or row[left - 1].low == "on"
            ):
                negated = negated or row[left - 1].low in ("refused", "declined")
                left -= 1
        left -= 1
    before = row[left] if left >= 0 else None

    turned = turned_frame(row, n, cue, before)
    if turned:
        return turned
    if before is None:
        if cue.form == "ing" and n == 0:
            return Frame(w.start, w.end, cue, subject_after_comma(row, n), "subject")
        return (
            None
            if cue.form != "third" and cue.form != "past"
            else Frame(w.start, w.end, cue, None, "subject")
        )
    if cue.form == "base" and not infinitive and left == n - 1 and not (plural(before) or several(row, left)):
        return None
    nounlike = before.low in NOUN_BEFORE or (w.low in NOUNS and left == n - 1 and not nominal(row, left))
    if nounlike and (cue.form != "ing" or before.low not in GERUND):
        return None
    if (
        w.low in NOUNS
        and n + 1 < len(row)
        and row[n + 1].low in ("of", "by", "from")
        and before.low not in grammar.SUBJECTS
    ):
        return None
    if w.low in NOUNS and cue.form == "base" and not infinitive and not (plural(before) or left < n - 1):
        return None
    if (
        w.low in NOUNS
        and left == n - 1
        and (
            before.low in ("many", "some", "few", "most", "several")
            or (w.low == "states" and before.form == ",")
        )
    ):
        return None
    if w.low == "said" and before.low in {"the", "that"}:
        return None

    if cue.form == "ing" and (not before.word or before.low in GERUND or before.low in grammar.CONJUNCTIONS):
        source = clause_subject(row, n, earlier)
        return Frame(w.start, w.end, cue, source, "subject", passive, negated) if source else None
    if infinitive and not (cue.clause or cue.lemma in ("ask", "call", "describe")):
        return None
    if (
        infinitive
        and (not before.word or before.low not in grammar.SUBJECTS)
        and row[left + 1].low not in RAISING
    ):
        source = clause_subject(row, n, earlier)
        return Frame(w.start, w.end, cue, source, "subject", True, negated) if source else None
    if before.low in grammar.CONJUNCTIONS or before.form in CLOSERS or before.form[0] == "\x00":
        if cue.form == "participle":
            return None
        source = clause_subject(row, left if before.low in grammar.CONJUNCTIONS else n, earlier)
        return Frame(w.start, w.end, cue, source, "subject", passive, negated)
    if before.low in ("who", "which", "that") and left > 0:
        back = left - 1
        if row[back].form == ",":
            found = apposed(row, back) or phrase_before(row, back - 1)
        else:
            found = phrase_before(row, back)
        if before.low == "that" and cue.form == "past" and found is None:
            return None
        source = (
            Source(found.start, before.end, found.head)
            if found
            else Source(before.start, before.end, before.end)
        )
        return Frame(w.start, w.end, cue, source, "before", passive, negated)
    if before.form in (",", ")", "—", "–", "--"):
        source = apposed(row, left)
        if source is None:
            source = clause_subject(row, n, earlier)
        return Frame(w.start, w.end, cue, source, "before", passive, negated) if source else None
    if not before.word:
        return None
    found = phrase_before(row, left)
    if found is None:
        return None
    if cue.form == "ing" and left == n - 1:
        # 'X has written to the watchdog saying': the noun before is no subject, unless nothing governs it
        ahead = next((k for k in range(left, -1, -1) if row[k].start < found.start), -1)
        if (
            ahead >= 0
            and row[ahead].low != "with"
            and row[ahead].word
            and row[ahead].low not in grammar.CONJUNCTIONS
        ):
            whole = clause_subject(row, n, earlier)
            return Frame(w.start, w.end, cue, whole, "subject", passive, negated) if whole else None
    return Frame(w.start, w.end, cue, found, "before", passive, negated)


NOUN_BEFORE = (
    (grammar.DETERMINERS - grammar.SUBJECTS - {"all", "each", "both"})
    | (grammar.PREPOSITIONS - {"as", "so"})
    | listed("public recent more less very such new own common official")
)

GERUND = listed("by in for without from after before while when of than about")


def turned_frame(row: Sequence[Word], n: int, cue: Cue, before: Word | None) -> Frame | None:
    """Return the frame of a verb that stands before its subject: '," agrees Cruddas', 'Stated Stone:'."""
    if cue.lemma not in TURNED or cue.form not in ("third", "past") or n + 1 >= len(row):
        return None
    direct = n and row[n - 1].form
    opening = n == 0 and row[n].capital
    after = row[n + 1]
    if not (
        opening
        or direct in CLOSERS
        or direct in (",", "\x00", "—", "–", "--")
        or (direct and direct[0] == "\x00")
    ):
        return None
    free = direct in CLOSERS and after.word and after.low not in grammar.FUNCTION and after.low not in CUES
    if not (
        free
        or after.capital
        or after.low in grammar.DETERMINERS
        or after.low in ("he", "she", "they", "one", "former")
    ):
        return None
    if after.low in grammar.DAYS or (
        after.low in grammar.FUNCTION
        and after.low not in grammar.DETERMINERS | grammar.PRONOUNS | {"former", "mr", "mrs", "ms"}
    ):
        return None
    source = phrase_after(row, n + 1)
    if source is None:
        return None
    if direct == ",":
        # 'Mr Smith, 45, said the plan': the verb has a subject before the comma, and a clause follows.
        rest = [w for w in row[n + 1 :] if w.start >= source.end]
        if (
            rest
            and rest[0].word
            and rest[0].low not in grammar.PREPOSITIONS
            and rest[0].low not in grammar.DAYS
            and rest[0].low not in ("who", "as", "when", "while", "after")
        ):
            return None
        if after.low in grammar.DETERMINERS and not any(
            w.low in grammar.ROLES or w.low in grammar.BODIES or w.capital
            for w in row[n + 1 :]
            if w.start < source.end
        ):
            return None
        if not after.capital and rest and rest[0].form not in (",", ".", '"', "”"):
            return None
    if direct in CLOSERS and after.low in grammar.DETERMINERS:
        rest = [w for w in row[n + 1 :] if w.start >= source.end]
        if rest and rest[0].low in grammar.AUXILIARIES:
            return None
    return Frame(row[n].start, row[n].end, cue, source, "after")


def clause_subject(row: Sequence[Word], n: int, earlier: Sequence[Frame]) -> Source | None:
    """Return the subject of the sentence, for a verb without one of its own at word `n`."""
    for frame in reversed(earlier):
        if (
            frame.start < row[n].start
            and frame.source
            and not (frame.passive and frame.order == "subject")
            and frame.order != "according"
        ):
            return frame.source
    return first_subject(row, 0, n)
