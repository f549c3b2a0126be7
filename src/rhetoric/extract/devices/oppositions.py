"""Where two stretches of words may stand against one another: about a hinge of a sentence, or in two neighbouring sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rhetoric.extract.devices.contrarypairs import Pair, pairs
from rhetoric.extract.devices.hinges import SUBJECTS, Hinge, Marks, hinges
from rhetoric.extract.devices.members import BEING, LIGHT, STOPS, denies, stem, trimmed
from rhetoric.extract.devices.words import CONJUNCTIONS, closed, kind
from rhetoric.extract.prose import Prose, Sentence

Span = tuple[int, int]
REACH = 30  # tokens from a word to its contrary, at most
LONGEST = 32  # tokens of a stretch, at most
PHRASE = 12  # tokens of a phrase that is put beside another, at most
HEAD = 9  # tokens of a clause or sentence that are looked at for what it denies
BRIEF = 12  # tokens of clauses that stand against one another by their subjects alone
CUTS = STOPS | {","}
ONLY = closed("only just merely simply solely alone")
ADVERBS = closed("therefore however certainly perhaps indeed though course frankly time least sure and but it is")
PHRASAL = frozenset((", not", "not", "but not", "rather than", "instead of", "both", "than"))
SUBORDINATE = closed(
    "that which who whom whose where when because if as while although though unless until so but since"
)
LINKS = closed("and or nor to into from than with by of , versus without for as")
MARKED = frozenset((";", ":", "-"))
PARTING = closed("that which who whom whose when because if although though whether said")
TRAILING = closed("because when if although though which who while whereas unless since")
ONES = {"one": "other", "some": "others", "many": "others", "first": "second", "former": "latter"}
PEOPLE = closed("i you he she we they others some")


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two stretches of words.

    Parameters
    ----------
    sentence : Sentence
        Where the first begins.
    rule : str
        What joins them.
    left, right : Span
    last : int
        Where the sentence of the second ends.
    pairs : sequence of Pair
        Contrary words, one on either side.
    """

    sentence: Sentence
    rule: str
    left: Span
    right: Span
    last: int
    pairs: Sequence[Pair] = ()


def oppositions(prose: Prose) -> Iterator[Opposition]:
    """Yield all stretches that may be opposed, in order of the sentence in which the first begins."""
    marks = Marks.read(prose)
    contrary = pairs(prose, REACH)
    at = 0
    for run in prose.passages():
        for n, sentence in enumerate(run):
            while at < len(contrary) and contrary[at].first < sentence.first:
                at += 1
            upto = at
            while upto < len(contrary) and contrary[upto].first < sentence.last:
                upto += 1
            if sentence.heading:
                continue
            near = contrary[at:upto]
            denied = [
                d for d in marks.denials.within(sentence.first, sentence.last) if not merely(prose.words, d)
            ]
            yield from inside(prose, sentence, marks, denied, near)
            if n + 1 < len(run) and not run[n + 1].heading:
                two = run[n + 1]
                there = marks.denials.within(two.first, min(two.last, two.first + HEAD))
                held = [p for p in near if p.second >= two.first and p.second < two.last and p.sort != "kind"]
                if across(prose, sentence, two, denied, there, bool(held)):
                    left = max(sentence.first, sentence.last - LONGEST)
                    right = trimmed(prose, two.first, min(two.last, two.first + LONGEST))
                    yield Opposition(
                        sentence,
                        ".",
                        (left, trimmed(prose, left, sentence.last)),
                        (two.first, right),
                        two.last,
                        held,
                    )


def merely(words: Sequence[str], n: int) -> bool:
    """Return whether a negator only says that there is more, as in 'not only', or is part of a formula."""
    after = words[n + 1] if n + 1 < len(words) else ""
    return (words[n] == "not" and after in ONLY) or (words[n] == "no" and after in ("matter", "doubt"))


def inside(
    prose: Prose, sentence: Sentence, marks: Marks, denied: Sequence[int], near: Sequence[Pair]
) -> Iterator[Opposition]:
    """Yield what stands against each other inside a sentence."""
    joints = {h.first: h for h in hinges(prose, sentence, marks, denied)}
    held: dict[int, list[Pair]] = {}
    for pair in near:
        if pair.second >= sentence.last:
            continue
        between = [h.first for h in joints.values() if pair.first < h.first and h.last <= pair.second]
        if not between and framed(prose, pair):
            start = linked(prose, pair)
            if prose.words[start] in ("or", "from"):
                continue
            word = prose.words[start]
            rule = (
                word
                if word in ("and", "or", ",", "to", "from", "than")
                else "none"
                if start == pair.second
                else "link"
            )
            joints[start] = Hinge(rule, start, start + (start < pair.second))
            between = [start]
        for start in between:
            held.setdefault(start, []).append(pair)
    for start in sorted(joints):
        if found := about(prose, sentence, joints[start], denied, held.get(start, ())):
            yield found


def framed(prose: Prose, pair: Pair) -> bool:
    """Return whether contrary words without a hinge between them stand near one another, or beside the same words."""
    m, n = pair.first, pair.second
    words = prose.words
    if pair.sort == "kind":
        return False
    return n - m <= 8 or words[m - 1] == words[n - 1] or words[m + 1] == words[(n + 1) % len(words)]


def linked(prose: Prose, pair: Pair) -> int:
    """Return the word or mark that joins contrary words: the last comma, or the last small word that joins, or the second of them."""
    between = range(pair.second - 1, pair.first, -1)
    comma = next((k for k in between if prose.words[k] in CUTS), -1)
    if comma >= 0:
        return comma
    return next((k for k in between if prose.words[k] in LINKS), pair.second)


def about(
    prose: Prose, sentence: Sentence, hinge: Hinge, denied: Sequence[int], held: Sequence[Pair]
) -> Opposition | None:
    """Return the stretches before and after a hinge, if they may be opposed."""
    stop = trimmed(prose, sentence.first, hinge.first)
    if stop <= sentence.first or hinge.last >= sentence.last:
        return None
    if hinge.rule in PHRASAL:
        left, right = phrases(prose, sentence, stop, hinge)
        if hinge.rule == ", not" and (denies(prose.words[left[0]]) or (left[0] and denies(prose.words[left[0] - 1]))):
            return None
    else:
        from_ = min((p.first for p in held), default=stop - 1)
        upto = max((p.second for p in held), default=hinge.last) + 1
        near = [d for d in denied if stop - LONGEST < d < stop]
        if near and hinge.rule in ("not but", "not ,", "not so"):
            from_ = min(from_, near[-1])
        elif near and hinge.rule in MARKED and not any(hinge.last <= d < hinge.last + HEAD for d in denied):
            from_ = min(from_, near[0])
        left, right = evened(prose, sentence.first, stop, from_, hinge.last, sentence.last, upto)
    if left[1] - left[0] < 1 or right[1] - right[0] < 1:
        return None
    if left[1] - left[0] == 1 and prose.words[left[0]] in ADVERBS:
        return None
    if hinge.rule in MARKED and not held and not turned(prose, left, right, denied):
        return None
    return Opposition(sentence, hinge.rule, left, right, sentence.last, held)


def turned(prose: Prose, left: Span, right: Span, denied: Sequence[int]) -> bool:
    """Return whether of two clauses one denies, or both open alike, or both are brief and of different people."""
    here, there = (any(a <= d < b for d in denied) for a, b in (left, right))
    sizes = sorted((left[1] - left[0], right[1] - right[0]))
    if sizes[0] < 2 or sizes[1] > 3 * sizes[0] + 4:
        return False
    first, second = opener(prose, *left), opener(prose, *right)
    return (
        here != there or first == second or (sizes[1] <= BRIEF and first in SUBJECTS and second in SUBJECTS)
    )


def phrases(prose: Prose, sentence: Sentence, stop: int, hinge: Hinge) -> tuple[Span, Span]:
    """Return a phrase after a hinge, to its pause, and what it answers to before the hinge: from a word that opens like it, or as long."""
    words = prose.words
    first = hinge.last + denies(words[hinge.last])
    last = first + 1
    while (
        last < min(sentence.last, first + PHRASE)
        and words[last] not in CUTS
        and words[last] not in SUBORDINATE
    ):
        last += 1
    size = last - first
    head, sort = words[min(first, len(words) - 1)], kind(words[min(first, len(words) - 1)])
    best, start = -9.0, stop - 1
    for n in range(stop - 1, max(sentence.first, stop - 2 * size - 4) - 1, -1):
        if words[n] in CUTS:
            break
        fit = 2.0 * (words[n] == head) + (sort != "" and kind(words[n]) == sort) - abs(stop - n - size) / size
        if fit > best:
            best, start = fit, n
    return (start, stop), (hinge.last, trimmed(prose, hinge.last, last))


def evened(
    prose: Prose, begin: int, stop: int, from_: int, first: int, last: int, upto: int
) -> tuple[Span, Span]:
    """Return the stretches before `stop` and after `first` that are most alike in length, between pauses, with `from_` and `upto` inside.

    The first may also begin in the middle of a clause, where it opens like the second.
    """
    words = prose.words
    starts, ends = [], []
    head = next((words[n] for n in range(first, min(last, first + 2)) if words[n] not in CONJUNCTIONS), "")
    for n in range(stop - 1, max(begin, stop - LONGEST) - 2, -1):
        cut = n < max(begin, stop - LONGEST) or words[n] in CUTS
        if n + 1 <= from_ and n + 1 < stop - 1 and (cut or words[n] in PARTING or words[n + 1] == head):
            starts.append(n + 1)
        if cut and n >= begin and words[n] in STOPS:
            break
    upper = min(last, first + LONGEST)
    for n in range(first + 1, upper + 1):
        if n == upper or words[n] in CUTS or (words[n] in TRAILING and n > first + 2):
            if n >= upto:
                ends.append(n)
            if n < upper and words[n] in STOPS:
                break
    starts = starts or [max(begin, min(from_, stop - 1))]
    ends = ends or [min(upto, last)]
    best = min(
        (
            (max(stop - a, b - first) + 2) / (min(stop - a, b - first) + 2) - 0.5 * (words[a] == head),
            a - b,
            a,
            b,
        )
        for a in starts
        for b in ends
    )
    return (best[2], stop), (first, trimmed(prose, first, best[3]))


def opener(prose: Prose, first: int, last: int) -> str:
    """Return the first word of a clause, an 'and' or the like passed over."""
    some = [prose.words[n] for n in prose.openers(first, last, 2)]
    return some[-1] if some[:1] and some[0] in CONJUNCTIONS else (some or [""])[0]


def across(
    prose: Prose, one: Sentence, two: Sentence, denied: Sequence[int], there: Sequence[int], held: bool
) -> bool:
    """Return whether two neighbouring sentences may be opposed."""
    words = prose.words
    large = max(one.last - one.first, two.last - two.first)
    if large > 2 * LONGEST:
        return False
    first, second = opener(prose, one.first, one.last), opener(prose, two.first, two.last)
    head = words[two.first : two.first + 6]
    if ONES.get(first) in head or "contrary" in head or "hand" in head:
        return True
    if large > LONGEST:
        return False
    alike = first == second
    if 2 * large <= BRIEF + 2 and not alike and first in PEOPLE and second in PEOPLE:
        return True
    if held and alike:
        return True
    if bool(denied) == bool(there):
        return False
    if denied and second in SUBJECTS and head[1:2] and head[1] in BEING and words[denied[-1] - 1] in BEING:
        return True
    at, other = (denied[0], two) if denied else (there[0], one)
    told = content(words, at + 1, min(at + 4, one.last if denied else two.last))
    return (alike or large < 2 * BRIEF) and not told.isdisjoint(content(words, other.first, other.last))


def content(words: Sequence[str], first: int, last: int) -> set[str]:
    """Return the stems of the words of content among some tokens."""
    return {stem(w) for w in words[first:last] if w not in LIGHT and len(w) > 2 and w[0].isalpha()}
