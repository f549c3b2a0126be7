"""What the model of reported clauses looks at."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from rhetoric.naming import grammar
from rhetoric.voice.frames import Frame
from rhetoric.voice.words import Word, finite, is_adverb

LINKING = grammar.listed(
    "and but because as while after before when if since although though which who where whereas than so until unless despite"
    " according during amid following by with without for in on at to"
)


CLOSED = MappingProxyType(  # of a word in two classes the one that is named last
    {
        word: name
        for name, group in (
            ("VERB", grammar.VERBS),
            ("DAY", grammar.DAYS),
            ("DET", grammar.DETERMINERS),
            ("PREP", grammar.PREPOSITIONS),
            ("CONJ", grammar.CONJUNCTIONS),
            ("SUB", grammar.SUBORDINATORS),
            ("AUX", grammar.AUXILIARIES),
            ("OBJ", grammar.OBJECTS),
            ("PRO", grammar.PRONOUNS),
        )
        for word in group
    }
)


def kind(word: Word | None) -> str:
    """Return the class of a word, as far as the closed classes of `grammar` tell it."""
    if word is None:
        return "END"
    low = word.low
    if not word.word:
        return "MARKED" if word.form[0] == "\x00" else word.form[0]
    if low in CLOSED:
        return CLOSED[low]
    if word.form[0].isdigit():
        return "NUM"
    if word.capital:
        return "NAME"
    if is_adverb(low):
        return "ADV"
    if low.endswith("ing"):
        return "ING"
    if low.endswith("ed"):
        return "ED"
    if low in grammar.ROLES or low in grammar.BODIES:
        return "ROLE"
    return "PL" if low.endswith("s") and not low.endswith("ss") else "X"


def bucket(n: int) -> str:
    """Return the size class of a number of words."""
    return (
        str(n)
        if n < 4
        else "4-6"
        if n < 7
        else "7-10"
        if n < 11
        else "11-16"
        if n < 17
        else "17-25"
        if n < 26
        else "26+"
    )


def report(
    row: Sequence[Word], left: Word | None, right: Word | None, source: Sequence[Word], frame: Frame
) -> list[str]:
    """Return what speaks for and against a clause being reported speech.

    Parameters
    ----------
    row : sequence of Word
        The words of the clause.
    left, right : Word or None
        The words of the sentence beside the cue.
    source : sequence of Word
        The words of the source; empty where there is none.
    frame : Frame
    """
    lemma, form, order = frame.cue.lemma, frame.cue.form, frame.order
    head = source[-1] if source else None
    first = row[0].low if row[0].low in grammar.FUNCTION or row[0].low in LINKING else kind(row[0])
    shape = f"{first} {kind(row[1])}" if len(row) > 1 else first
    named = kind(head) if head else "NONE"
    verb = any(map(finite, row))
    return [
        f"cue={lemma}",
        f"cue form={lemma} {form}",
        f"form={form} {order}",
        f"cue first={lemma} {first}",
        f"cue order={lemma} {order}",
        f"first={first}",
        f"shape={shape}",
        f"first order={first} {order}",
        f"source={named}",
        f"source word={head.low if head else 'NONE'}",
        f"source cue={named} {lemma}",
        f"source size={bucket(len(source))}",
        f"left={left.low if left else 'START'}",
        f"left={kind(left)} {form}",
        f"right={right.low if right else 'END'}",
        f"right={kind(right)} {lemma}",
        f"size={bucket(len(row))}",
        f"verb={verb}",
        f"verb={verb} {lemma}",
        f"marked={any(w.form[0] == chr(0) for w in row)} {order}",
        f"passive={frame.passive} {lemma}",
        f"negated={frame.negated}",
        f"capital={row[0].capital} {order}",
        f"all capital={sum(w.capital for w in row) > 0.7 * len(row)}",
    ]
