"""Reporting frames: a cue with the source that the sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Literal, NamedTuple

from rhetoric.naming import grammar
from rhetoric.naming.grammar import listed
from rhetoric.voice.clauses import apposed, clause_start, first_subject, subject_after_comma
from rhetoric.voice.cues import CUES, NOUNS, TURNED, Cue
from rhetoric.voice.phrases import Source, nominal, phrase_after, phrase_before, plural, several
from rhetoric.voice.words import Word, finite, is_adverb, words

ACCORDING = re.compile(
    r"\b[Aa]ccording to\b|\b[Aa]s (?:first |previously |also |recently )?(?:reported|noted|observed|recalled|explained) by\b"
)

CLOSERS = frozenset("\"”’'")

BREAKS = frozenset(";:—–()[]") | {"--"}

MOST = 40  # frames looked at in one sentence
REPORTING = frozenset(
    f.encode()
    for word, cue in CUES.items()
    if cue.clause or cue.other or cue.lemma == "continue"
    for f in (word, word.capitalize())
) | {b"according", b"According"}
ANYWHERE = CUES.keys() | {word.capitalize() for word in CUES} | {"according", "According"}
GIVING = frozenset(f.encode() for f in ANYWHERE)
APART = bytes(b if chr(b).isascii() and chr(b).isalpha() else 32 for b in range(256))
BLANK = "\x00"
RAISING = listed(
    "went refused declined appeared seemed wants wanted used continued continues came goes had has have began begins proceeded"
    " paused stopped tried tries able quick likely had"
)

Order = Literal["before", "after", "according", "subject"]


class Frame(NamedTuple):
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
    negated, refused : bool
        'did not say'; 'declined to say'.
    """

    start: int
    end: int
    cue: Cue
    source: Source | None
    order: Order
    passive: bool = False
    negated: bool = False
    refused: bool = False


def letters(narr: str) -> bytes:
    """Return a text of the same length in which only the letters A to Z are left, large and small."""
    return narr.encode("ascii", "replace").translate(APART)


def cued(narr: str, start: int, end: int, plain: bytes) -> tuple[Word, ...]:
    """Return the words of a sentence that may report something, and none of any other: most sentences report nothing.

    Parameters
    ----------
    narr : str
        The text with quoted words blanked.
    start, end : int
        The sentence.
    plain : bytes
        What `letters` makes of the text: cut into words in a quarter of the time.
    """
    hits = plain[start:end].split()
    if REPORTING.isdisjoint(hits) and (narr.find(BLANK, start, end) < 0 or GIVING.isdisjoint(hits)):
        return ()  # no verb; or one that only gives marked words to a source, and no marked words
    return tuple(words(narr, start, end))


def frames(narr: str, row: Sequence[Word]) -> list[Frame]:
    """Return the reporting frames of one sentence of narration, in order.

    Parameters
    ----------
    narr : str
        The text with quoted words blanked.
    row : sequence of Word
        The words of the sentence, as `cued` returns them.
    """
    if not row:
        return []
    out: list[Frame] = []
    first, end = row[0].start, row[-1].end
    sources = narr.find("ccording to", first, end) >= 0 or narr.find(" by", first, end) >= 0
    for m in islice(ACCORDING.finditer(narr, first, end), MOST) if sources else ():
        at = next((n for n, w in enumerate(row) if w.start >= m.end()), len(row))
        source = phrase_after(row, at)
        if source:
            out.append(Frame(m.start(), m.end(), CUES["say"], source, "according"))
    for n in [n for n, (_, _, form, _) in enumerate(row) if form in ANYWHERE]:
        w = row[n]
        cue = CUES.get(w.form)
        if cue is None and w.capital and n + 1 < len(row):
            opening = n == 0 or row[n - 1].form in CLOSERS or row[n - 1].form in BREAKS
            cue = CUES.get(w.low)
            if cue and not (
                cue.form in ("past", "third", "ing")
                if opening
                else cue.clause and cue.form in ("past", "third") and n and row[n - 1].capital and title(row)
            ):
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
    passive = infinitive = negated = refused = False
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
        if (
            low in grammar.BE
            and cue.form in ("past", "participle")
            and not (low == "'s" and cue.lemma not in ("tell", "ask", "accuse"))
        ):
            passive = True
        if low == "not" or low.endswith("n't"):
            negated = True
        if low == "to":
            if cue.form == "ing":
                after = subject_after_comma(row, n)
                return Frame(w.start, w.end, cue, after, "subject") if after else None
            if cue.form != "base":
                return None
            infinitive = True
            while left - 1 >= 0 and (
                row[left - 1].low in RAISING or is_adverb(row[left - 1].low) or row[left - 1].low == "on"
            ):
                refused = refused or row[left - 1].low in ("refused", "declined")
                left -= 1
        left -= 1
    before = row[left] if left >= 0 else None
    if w.low == "asked" and before is not None and before.low in ("when", "if") and left == n - 1:
        return Frame(w.start, w.end, cue, by(row, n + 1), "subject", True)

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
    saying = (
        cue.lemma in ("say", "tell") and (before.word or before.form == "%") and before.low not in NOUN_BEFORE
    )
    if (
        cue.form == "base"
        and not infinitive
        and left == n - 1
        and not (saying or plural(before) or several(row, left))
    ):
        return None
    content = n + 1 < len(row) and (
        row[n + 1].low == "to" or (row[n + 1].low == "that" and not relative(row, n + 1))
    )
    nounlike = before.low in NOUN_BEFORE or (
        w.low in NOUNS
        and left == n - 1
        and not nominal(row, left)
        and not (content and cue.form == "third" and before.word and not before.possessive)
    )
    nounlike = nounlike or (w.low in NOUNS and before.low == "official")
    if cue.lemma == "pledge" and n + 1 < len(row) and row[n + 1].low in ("delegates", "delegate"):
        return None
    if cue.form == "ing" and left == n - 1 and before.low in ("some", "no", "any", "all"):
        return None
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
            or (w.low == "states" and (before.form == "," or relative(row, n + 1)))
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
    if before.form in (",", ")", "—", "–", "―", "--", "-"):
        source = apposed(row, left)
        if source is None:
            source = clause_subject(row, n, earlier)
        return Frame(w.start, w.end, cue, source, "before", passive, negated) if source else None
    if not before.word and before.form != "%":
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
    return Frame(w.start, w.end, cue, found, "before", passive, negated, refused)


NOUN_BEFORE = (
    (grammar.DETERMINERS - grammar.SUBJECTS - grammar.NUMBERS - {"all", "each", "both"})
    | (grammar.PREPOSITIONS - {"as", "so"})
    | listed("public recent more less very such new own common")
)

TURNED_TO = grammar.DETERMINERS | grammar.PRONOUNS | {"former", "mr", "mrs", "ms"}

GERUND = listed("by in for without from after before while when of than about")


def title(row: Sequence[Word]) -> bool:
    """Whether a sentence is printed as a title, nearly every longer word with a capital."""
    longer = [w.capital for w in row if w.word and len(w.form) > 3]
    return len(longer) > 3 and sum(longer) > 0.8 * len(longer)


def entitled(row: Sequence[Word], n: int) -> bool:
    """Whether a title without an article stands before a name: 'lobbyist and strategist Ann Hill'."""
    for w in row[n : n + 6]:
        if not w.word or w.low in grammar.AUXILIARIES or w.low in grammar.PRONOUNS:
            return False
        if w.capital and not w.form.isupper():
            return True
        if w.low in grammar.FUNCTION and w.low not in ("and", "of", "for", "former"):
            return False
    return False


def by(row: Sequence[Word], n: int) -> Source | None:
    """Return who does something 'by X' at word `n`."""
    return phrase_after(row, n + 1) if n + 1 < len(row) and row[n].low == "by" else None


def relative(row: Sequence[Word], n: int) -> bool:
    """Whether a 'that' at word `n` opens a relative clause: a verb, not a subject, follows it."""
    return (
        n + 1 < len(row)
        and row[n].low == "that"
        and (row[n + 1].low in grammar.AUXILIARIES or row[n + 1].low in grammar.VERBS)
    )


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
        or (direct == "," and entitled(row, n + 1))
        or after.low in ("he", "she", "they", "one", "former")
    ):
        return None
    if after.low in grammar.DAYS or (after.low in grammar.FUNCTION and after.low not in TURNED_TO):
        return None
    source = phrase_after(row, n + 1)
    if direct == "," and not after.capital and entitled(row, n + 1):
        name = next(k for k in range(n + 1, len(row)) if row[k].capital and not row[k].form.isupper())
        source = phrase_after(row, name)
    if source is None:
        return None
    if direct == ",":
        # 'Mr Smith, 45, said the plan': the verb has a subject before the comma, and a clause follows.
        rest = [w for w in row[n + 1 :] if w.start >= source.end]
        lead = row[clause_start(row, n - 1) : n - 1]
        if any(w.form == "," for w in lead) and not any(map(finite, lead)) and any(map(finite, row[n + 1 :])):
            return None
        last = next(w for w in reversed(row) if w.end <= source.head)
        if after.capital and not last.capital and last.low not in grammar.ROLES | grammar.BODIES:
            return None
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
        if (
            not after.capital
            and rest
            and rest[0].form not in (",", ".", '"', "”")
            and rest[0].low not in ("who", "in")
        ):
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
