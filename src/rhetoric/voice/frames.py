"""Reporting frames: a cue with the source that the sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rhetoric.voice import grammar
from rhetoric.voice.cues import CUES, NOUNS, TURNED, Cue
from rhetoric.voice.grammar import listed
from rhetoric.voice.words import Word, is_adverb, words

WORD = re.compile(r"[A-Za-z]+")
ACCORDING = re.compile(r"\b[Aa]ccording to\b")
CLOSERS = frozenset("\"”’'")
BREAKS = frozenset(";:—–()[]") | {"--"}
RAISING = listed(
    "went refused declined appeared seemed wants wanted used continued continues came goes had has have began begins proceeded"
    " paused stopped tried tries able quick likely had"
)
Order = Literal["before", "after", "according", "subject"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence names somebody.

    Parameters
    ----------
    start, end : int
        The noun phrase, name or pronoun.
    head : int
        The end of its head part, before 'of', 'for', 'with', ...
    """

    start: int
    end: int
    head: int


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
    hit = any(m.group() in CUES or m.group().lower() in CUES for m in WORD.finditer(narr, start, end))
    according = list(ACCORDING.finditer(narr, start, end))
    if not hit and not according:
        return []
    row = words(narr, start, end)
    out: list[Frame] = []
    for m in according:
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
    if before.low in NOUN_BEFORE or (w.low in NOUNS and left == n - 1 and not nominal(row, left)):
        if cue.form != "ing" or before.low not in GERUND:
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
PARTITIVE = listed("of for at in from with on to")


def several(row: Sequence[Word], at: int) -> bool:
    """Whether the noun phrase that ends at `at` is plural: 'Aides to Clinton', 'Bush and Christie', 'six in 10'."""
    found = phrase_before(row, at)
    if found is None:
        return False
    inside = [w for w in row if found.start <= w.start < found.head]
    return (
        row[at].low.isdigit() or any(w.low == "and" for w in inside) or (bool(inside) and plural(inside[-1]))
    )


def plural(word: Word) -> bool:
    """Whether a word can be the subject of a verb in its base form."""
    low = word.low
    return low in (
        "they",
        "we",
        "i",
        "you",
        "who",
        "that",
        "which",
        "some",
        "many",
        "others",
        "people",
        "men",
        "women",
        "police",
        "both",
        "most",
        "and",
        "few",
        "several",
        ",",
        ")",
    ) or (low.endswith("s") and not low.endswith(("ss", "'s")))


def nominal(row: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` can end a subject, so that a verb or noun form after it is a verb."""
    w = row[at]
    if w.low in grammar.SUBJECTS or w.form in (",", ")"):
        return True
    if w.possessive or not w.word or w.low.endswith("ous"):
        return False
    if w.capital:
        return True
    return (
        w.low in grammar.ROLES
        or w.low in grammar.BODIES
        or (w.low.endswith("s") and not w.low.endswith("ss"))
    )


def stops(word: Word) -> bool:
    """Whether a noun phrase cannot reach over a word."""
    return (
        (not word.word and word.form not in ("-", "/"))
        or word.low
        in grammar.SUBORDINATORS - {"since", "once", "after", "before", "as", "even", "than", "so", "until"}
        or word.low in ("as", "after", "before", "since", "until", "so", "than")
        or word.low in grammar.AUXILIARIES
        or word.low in grammar.OBJECTS
        or word.low in grammar.VERBS
        or (word.low in CUES and not word.capital and word.low not in NOUNS)
    )


def phrase_before(row: Sequence[Word], at: int) -> Source | None:
    """Return the noun phrase that ends with the word at `at`."""
    if at < 0:
        return None
    last = row[at]
    if last.form == ")":
        depth = at
        while depth >= 0 and row[depth].form != "(":
            depth -= 1
        inner = phrase_before(row, depth - 1)
        return Source(inner.start, last.end, inner.head) if inner else None
    if last.low in grammar.SUBJECTS and not last.possessive:
        return Source(last.start, last.end, last.end)
    if not last.word or last.possessive or last.low in grammar.OBJECTS:
        return None
    if last.low in grammar.PREPOSITIONS or last.low in grammar.AUXILIARIES or last.low in grammar.DETERMINERS:
        return None
    if last.form in CUES and last.form not in NOUNS:
        return None
    first = at
    while first > 0 and not stops(row[first - 1]):
        before = row[first - 1]
        if before.low in grammar.PRONOUNS:
            break
        if before.low in grammar.CONJUNCTIONS and not (
            row[first].capital and first > 1 and row[first - 2].capital
        ):
            break
        first -= 1
    while first < at and (row[first].low in grammar.CONJUNCTIONS or is_adverb(row[first].low)):
        first += 1
    if (
        row[first].low in grammar.PREPOSITIONS
        or row[first].low in grammar.SUBORDINATORS
        or row[first].low == "according"
        or at - first > 12
    ):
        first = trailing(row, first, at)
    if first > at:
        return None
    return source_of(row, first, at)


def trailing(row: Sequence[Word], first: int, at: int) -> int:
    """Return where the last noun phrase of ``row[first : at + 1]`` begins: at its determiner or its run of capitals."""
    k = at
    if row[at].capital:
        while (
            k > first
            and (row[k - 1].capital or row[k - 1].low in ("de", "van", "von", "bin", "al", "der", "la", "&"))
            and row[k - 1].low not in grammar.DAYS | grammar.MONTHS
            and not row[k - 1].possessive
        ):
            k -= 1
        while k > first + 1 and (
            row[k - 1].low in grammar.ROLES or row[k - 1].low in ("former", "vice", "presidential")
        ):
            k -= 1
        if k > first and row[k - 1].low in grammar.DETERMINERS:
            k -= 1
        return k
    while k > first and row[k].low not in grammar.DETERMINERS and not row[k].possessive:
        k -= 1
    if row[k].low in grammar.PREPOSITIONS:
        k += 1
    return k


def source_of(row: Sequence[Word], first: int, last: int) -> Source:
    """Return the noun phrase of words `first` to `last` with the end of its head part."""
    head = last
    for n in range(first + 1, last + 1):
        if row[n].low in PARTITIVE and not row[n].capital:
            head = n - 1
            break
    return Source(row[first].start, row[last].end, row[head].end)


def phrase_after(row: Sequence[Word], at: int) -> Source | None:
    """Return the noun phrase that begins with the word at `at`."""
    if at >= len(row):
        return None
    first = row[at]
    if first.low in grammar.OBJECTS or first.low in ("him", "her", "them") or first.low in grammar.PRONOUNS:
        return Source(first.start, first.end, first.end)
    if not first.word or (first.low in grammar.PREPOSITIONS and not first.capital):
        return None
    last = at
    while last + 1 < len(row):
        w = row[last + 1]
        if (
            (not w.word)
            or w.low in grammar.AUXILIARIES
            or w.low in grammar.SUBORDINATORS
            or w.low in grammar.DAYS
        ):
            break
        if w.low in grammar.PREPOSITIONS and w.low not in ("of", "for"):
            break
        if w.low in grammar.CONJUNCTIONS and not (
            row[last].capital and last + 2 < len(row) and row[last + 2].capital
        ):
            break
        if is_adverb(w.low) and not w.capital:
            break
        if w.low in CUES and not w.capital and w.low not in NOUNS:
            break
        last += 1
    return source_of(row, at, last)


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


def chunks(row: Sequence[Word], first: int, last: int) -> list[tuple[int, int]]:
    """Return the stretches between commas of words `first` to `last` (exclusive); brackets belong to their stretch."""
    out: list[tuple[int, int]] = []
    at = first
    depth = 0
    for n in range(first, last):
        form = row[n].form
        if form in "([":
            depth += 1
        elif form in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and form in (",", "—", "–", "--"):
            if n > at:
                out.append((at, n))
            at = n + 1
    if last > at:
        out.append((at, last))
    return out


def clause_start(row: Sequence[Word], n: int) -> int:
    """Return the first word of the clause that word `n` stands in: after a quotation, a colon or a semicolon."""
    first = n
    depth = 0
    while first > 0:
        form = row[first - 1].form
        if form == ")":
            depth += 1
        elif form == "(":
            depth -= 1
        elif depth <= 0 and (form in (";", ":") or form in '"”' or form[0] == "\x00"):
            break
        first -= 1
    return first


def introductory(row: Sequence[Word], first: int, last: int) -> bool:
    """Whether a stretch before a comma introduces a clause and holds no subject of it."""
    low = row[first].low
    if low in grammar.CONJUNCTIONS and first + 1 < last:
        low = row[first + 1].low
    return (
        low in grammar.PREPOSITIONS
        or low in grammar.SUBORDINATORS
        or is_adverb(low)
        or low
        in (
            "asked",
            "speaking",
            "earlier",
            "last",
            "next",
            "yes",
            "no",
            "still",
            "to",
            "here",
            "there",
            "later",
            "well",
            "among",
        )
        or (low.endswith("ing") and not row[first].capital)
        or (low.endswith("ing") and first == 0 and low not in ("king",))
    )


def apposed(row: Sequence[Word], comma: int) -> Source | None:
    """Return the subject of a verb after 'NAME, apposition,': `comma` is the word before the verb group."""
    first = clause_start(row, comma)
    for a, b in chunks(row, first, comma):
        if introductory(row, a, b):
            continue
        found = phrase_before(row, b - 1)
        if found is None:
            continue
        # 'The chairman of the committee, Sher Khan, said': the name in apposition is the better mention
        after = [k for k in range(b + 1, comma)]
        if after and not row[b - 1].capital:
            stretch = []
            for k in after:
                if not row[k].capital and row[k].form not in ("-",):
                    break
                stretch.append(k)
            if 1 < len(stretch) <= 4 and (
                len(stretch) == len(after) or row[stretch[-1] + 1].form in (",", "(", "of")
            ):
                return Source(row[stretch[0]].start, row[stretch[-1]].end, row[stretch[-1]].end)
        return found
    return None


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


def first_subject(row: Sequence[Word], first: int, last: int) -> Source | None:
    """Return the first noun phrase of words `first` to `last` that does not introduce the clause."""
    for a, b in chunks(row, first, last):
        k = a
        while k < b and (row[k].low in grammar.CONJUNCTIONS or not row[k].word):
            k += 1
        if k >= b or (introductory(row, k, b) and (b < last)):
            continue
        while k < b and (is_adverb(row[k].low)):
            k += 1
        if k >= b:
            continue
        w = row[k]
        if w.low in grammar.SUBORDINATORS or w.low in grammar.PREPOSITIONS:
            found = next(
                (m for m in range(k + 1, b) if row[m].capital and row[m].low not in grammar.FUNCTION), None
            )
            if found is None:
                continue
            k = found
            w = row[k]
        if w.low in grammar.PRONOUNS:
            return Source(w.start, w.end, w.end)
        end = k
        if w.low in grammar.DETERMINERS or not w.capital:
            while (
                end + 1 < b
                and row[end + 1].word
                and not stops(row[end + 1])
                and row[end + 1].low not in grammar.PREPOSITIONS
                and not is_adverb(row[end + 1].low)
                and end - k < 6
                and not (row[end + 1].low.endswith("ed") and not row[end + 1].capital)
            ):
                if row[end].capital and not row[end + 1].capital and not row[end].possessive:
                    break
                end += 1
        else:
            while end + 1 < b and (
                row[end + 1].capital or row[end].possessive or row[end + 1].low in grammar.ROLES
            ):
                end += 1
        return source_of(row, k, end)
    return None


def subject_after_comma(row: Sequence[Word], n: int) -> Source | None:
    """Return the subject that follows an opening participle: 'Speaking in Leeds, Mr Smith said'."""
    comma = next((k for k in range(n, len(row)) if row[k].form == ","), None)
    return first_subject(row, comma + 1, len(row)) if comma is not None else None
