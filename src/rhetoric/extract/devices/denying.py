"""Which of two stretches denies, by what word, and whether it denies what the other says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rhetoric.extract.devices.hinges import SUBJECTS
from rhetoric.extract.devices.members import BEING, LIGHT, NEGATIVE, stem
from rhetoric.extract.devices.oppositions import PEOPLE, Opposition
from rhetoric.extract.devices.weight import IRREGULAR
from rhetoric.extract.devices.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, closed

MERELY = closed("just only merely simply solely purely exclusively necessarily least even yet so")
DETERMINING = closed("a an the this that these those our their his her its my your")
IS = closed("it's that's he's she's there's they're we're you're i'm this's")
BEING_NOT = closed("isn't wasn't aren't weren't")


def denial(
    words: Sequence[str], found: Opposition, left: Sequence[str], right: Sequence[str]
) -> Iterator[str]:
    """Yield what a denial on one side or on both shows."""
    one = [n for n, w in enumerate(left) if w in NEGATIVE or w[-3:] == "n't"]
    two = [n for n, w in enumerate(right) if w in NEGATIVE or w[-3:] == "n't"]
    if not one and not two:
        return
    alone = not (one and two)
    yield ("first denies" if one else "second denies") if alone else "both deny"
    denying, other, at = (left, right, one[-1]) if one else (right, left, two[0])
    word = denying[at]
    verb = word.endswith("n't")
    yield f"denies by {'not' if word in ('not', 'cannot') else 'verb' if verb else 'never' if word == 'never' else 'no'}"
    start = (found.left if one else found.right)[0]
    before = denying[at - 1] if at else words[start - 1] if start > found.sentence.first else ""
    being = before in BEING or before in IS or word in BEING_NOT
    yield "is not" if being else "does not" if before in AUXILIARIES or verb else "not alone"
    heads = [next((w for w in m if w not in CONJUNCTIONS), "") for m in (left, right)]
    taken = heads[1] in SUBJECTS
    if alone and (heads[0] == heads[1] or (taken and heads[0] not in PEOPLE)):
        yield "one subject denied"
        if being and not (BEING | IS).isdisjoint(right[:3]):
            yield "is not and is"
    if found.rule in ("not but", "not so"):
        clause = taken and list(right[1:2]) not in (["which"], ["of"])
        yield "not x but clause" if clause or not AUXILIARIES.isdisjoint(right[1:4]) else "not x but phrase"
    if after := denying[at + 1 : at + 6]:
        yield from denied(after, other, heads[0] == heads[1] or taken)


def denied(after: Sequence[str], other: Sequence[str], one_subject: bool) -> Iterator[str]:
    """Yield what the words after a negator show, and whether the other side says them."""
    if not MERELY.isdisjoint(after[:2]):
        yield "merely"
    if after[0] in DETERMINING:
        yield "not the"
    elif after[0] in PREPOSITIONS or after[0] == "to":
        yield "not of"
    told = [root(w) for w in after if w not in LIGHT and len(w) > 2 and not w.endswith("ly")]
    said = [root(w) for w in other]
    if told and told[0] in said:
        yield "taken up"
        if one_subject:
            yield "denied and said"
        if told[0] in said[:6]:
            yield "taken up at once"
    elif len(told) > 1 and told[1] in said:
        yield "taken up late"


def root(word: str) -> str:
    """Return the stem of a word, of an irregular verb that of its base."""
    return stem(IRREGULAR.get(word, word))
