"""Where two stretches of words may stand against one another: about a hinge of a sentence, or in two neighbouring sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rhetoric.extract.devices.contrarypairs import Pair, pairs
from rhetoric.extract.devices.echoes import echoes, phrases_of, told_apart
from rhetoric.extract.devices.hinges import FRONTED, MARKS, SUBJECTS, WORDS, Hinge, hinges
from rhetoric.extract.devices.members import BEING, LIGHT, denies, telling, trimmed
from rhetoric.extract.devices.sides import CUTS, LONGEST, PHRASAL, Span, beginning, evened, opener, phrases
from rhetoric.extract.devices.words import closed
from rhetoric.extract.prose import Prose, Sentence

REACH = 30  # tokens from a word to its contrary, at most
HEAD = 9  # tokens of a sentence that are looked at for what it denies
LARGE = 40  # tokens of sentences of which the second opens with 'instead' and the like, at most
BRIEF = 12  # tokens of clauses that stand against one another by their subjects alone
ONLY = closed("only just merely simply solely alone")
ADVERBS = closed(
    "therefore however certainly perhaps indeed though course frankly time least sure and but it is"
)
LINKS = closed("and or nor to into from than with by , versus without for as")
LINKED = frozenset(("and", "link", ","))
MARKED = frozenset((";", "-"))
ONES = {"one": "other", "some": "others", "many": "others", "first": "second", "former": "latter"}
OPEN = frozenset(("but", "yet", "while", "while ,", "whereas", "than"))
POLES = closed(
    "all always any back before behind both down early ever every everybody everyone everything few first forever forward forwards future "
    "half harder here higher home later least less little lower many more most much never new nobody none nothing now old once one only "
    "past present seldom some others then there today together tomorrow too up whole yesterday"
)
PEOPLE = closed("i you he she we they others some")
OPENING = closed("instead rather fact contrary contrast reality other")
OPENERS = (
    *("instead", "rather ,", "in fact", "on the contrary", "by contrast", "in contrast", "in reality"),
    *("on the other", "the other"),
)


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
    words, sentences = prose.words, prose.sentences
    turns = shared_out(sentences, prose.rows_of(WORDS).tokens)
    marks = shared_out(sentences, prose.rows_of(MARKS).tokens)
    denials = {
        k: [n for n in some if not merely(words[n : min(n + 2, sentences[k].last)])]
        for k, some in shared_out(sentences, prose.rows(denies).tokens).items()
    }
    second = dict(echoes(prose))
    doubles = {k: [(m, second[m]) for m in some] for k, some in shared_out(sentences, sorted(second)).items()}
    opened = {k for k in shared_out(sentences, prose.rows_of(OPENING).tokens) if against(words, sentences[k])}
    near: dict[int, list[Pair]] = {}
    for pair in pairs(prose, REACH):
        near.setdefault(pair.first, []).append(pair)
    contrary = {
        k: [p for n in some for p in near[n]] for k, some in shared_out(sentences, sorted(near)).items()
    }
    hot = {*turns, *denials, *contrary, *doubles, *(k - 1 for k in denials), *(k - 1 for k in opened)}
    hot |= {k for k, s in enumerate(sentences) if words[s.first] in ONES or words[s.first] in FRONTED}
    for k in sorted(hot - {-1}):
        sentence = sentences[k]
        if sentence.heading:
            continue
        some, denied = contrary.get(k, []), denials.get(k, [])
        inner = [p for p in some if p.second < sentence.last]
        hinges_here = sorted([*turns.get(k, ()), *marks.get(k, ())]) if denied or inner else turns.get(k, [])
        found = list(inside(prose, sentence, hinges_here, denied, inner))
        yield from found
        yield from again(prose, sentence, doubles.get(k, ()), found)
        after = sentences[k + 1] if k + 1 < len(sentences) else sentence
        if after.heading or after is sentence or (after.doc, after.opener) != (sentence.doc, sentence.opener):
            continue
        there = [n for n in denials.get(k + 1, ()) if n < after.first + HEAD]
        held = [p for p in some if after.first <= p.second < after.last]
        large = max(sentence.last - sentence.first, after.last - after.first)
        if (k + 1 in opened and large <= LARGE) or across(prose, sentence, after, denied, there, bool(held)):
            left = max(sentence.first, sentence.last - LONGEST), trimmed(prose, sentence.first, sentence.last)
            right = after.first, trimmed(prose, after.first, min(after.last, after.first + LONGEST))
            if left[0] < left[1] and right[0] < right[1]:
                yield Opposition(sentence, ".", left, right, after.last, held)


def against(words: Sequence[str], sentence: Sentence) -> bool:
    """Return whether a sentence opens with 'instead', 'in fact', 'by contrast' and the like."""
    return " ".join(words[sentence.first : sentence.first + 4]).startswith(OPENERS)


def again(
    prose: Prose, sentence: Sentence, doubles: Iterable[tuple[int, int]], found: Sequence[Opposition]
) -> Iterator[Opposition]:
    """Yield the phrases in which the same word stands twice, each time with another beside it, where nothing else was found about them."""
    for m, n in doubles:
        met = any(f.left[0] <= m < f.left[1] and f.right[0] <= n < f.right[1] for f in found)
        if (
            not met
            and told_apart(prose.words, sentence, m, n)
            and (sides := phrases_of(prose, sentence, m, n))
        ):
            yield Opposition(sentence, "again", *sides, sentence.last)


def shared_out(sentences: Sequence[Sentence], tokens: Sequence[int]) -> dict[int, list[int]]:
    """Return some tokens by the sentence they stand in."""
    starts = np.array([s.first for s in sentences], np.int64)
    out: dict[int, list[int]] = {}
    rows = (np.searchsorted(starts, np.array(tokens, np.int64), "right") - 1).tolist()
    for n, k in zip(tokens, rows, strict=True):
        if k >= 0 and n < sentences[k].last:
            out.setdefault(k, []).append(n)
    return out


def merely(words: Sequence[str]) -> bool:
    """Return whether a negator and the word after it only say that there is more, as 'not only', or are part of a formula."""
    after = words[1] if len(words) > 1 else ""
    return (words[0] == "not" and after in ONLY) or (words[0] == "no" and after in ("matter", "doubt"))


def inside(
    prose: Prose, sentence: Sentence, turns: Sequence[int], denied: Sequence[int], near: Sequence[Pair]
) -> Iterator[Opposition]:
    """Yield what stands against each other inside a sentence."""
    words = prose.words
    if (
        not (turns or denied or near)
        and words[sentence.first] not in FRONTED
        and prose.is_word[sentence.first]
    ):
        return
    joints = {h.first: h for h in hinges(prose, sentence, turns, denied)}
    held: dict[int, list[Pair]] = {}
    for pair in near:
        between = [h.first for h in joints.values() if pair.first < h.first and h.last <= pair.second]
        if not between and framed(words, sentence, pair):
            start = linked(words, pair)
            if start < pair.second and words[start] not in ("or", "from", "to"):
                rule = words[start] if words[start] in LINKED or words[start] == "than" else "link"
                joints[start] = Hinge(rule, start, start + 1)
                between = [start]
        for start in between:
            held.setdefault(start, []).append(pair)
    for start in sorted(joints):
        if found := about(prose, sentence, joints[start], denied, held.get(start, ())):
            yield found


def framed(words: Sequence[str], sentence: Sentence, pair: Pair) -> bool:
    """Return whether contrary words without a hinge between them stand near one another, or beside the same words."""
    m, n = pair.first, pair.second
    if n - m <= 8 or (m > sentence.first and words[m - 1] == words[n - 1]):
        return True
    return n + 1 < sentence.last and words[m + 1] == words[n + 1]


def linked(words: Sequence[str], pair: Pair) -> int:
    """Return the word or mark that joins contrary words: the last comma, or the last small word that joins; else the second of them."""
    between = range(pair.second - 1, pair.first, -1)
    comma = next((k for k in between if words[k] in CUTS), -1)
    if comma >= 0:
        return comma
    return next((k for k in between if words[k] in LINKS), pair.second)


def about(
    prose: Prose, sentence: Sentence, hinge: Hinge, denied: Sequence[int], held: Sequence[Pair]
) -> Opposition | None:
    """Return the stretches before and after a hinge, if they may be opposed."""
    stop = trimmed(prose, sentence.first, hinge.first)
    if stop <= sentence.first or hinge.last >= sentence.last:
        return None
    rule = hinge.rule
    if rule == "both" and any(p.sort != "plain" for p in held):
        rule = "both contrary"
    if hinge.rule in PHRASAL and not (held and hinge.rule == "as well as"):
        left, right = phrases(prose, sentence, stop, hinge)
        again = any(map(denies, prose.words[max(sentence.first, left[0] - 1) : left[0] + 1]))
        if hinge.rule == ", not" and again:
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
        if held and hinge.rule in LINKED:
            left = beginning(prose, left, held[-1].first, held[-1].second - hinge.last), stop
    if left[0] >= left[1] or right[0] >= right[1]:
        return None
    if left[1] - left[0] == 1 and prose.words[left[0]] in ADVERBS:
        return None
    if hinge.rule in MARKED and not held and not turned(left, right, denied):
        return None
    if hinge.rule in OPEN and not held and not promising(prose, left, right, denied):
        return None
    if hinge.rule == "without" and not held and not akin(prose, left, right):
        return None
    if hinge.rule == "as well as" and not held and prose.words[left[0]] != prose.words[right[0]]:
        return None
    if hinge.rule == "and not" and not (turned(left, right, denied) and (held or akin(prose, left, right))):
        return None
    if hinge.rule == "than" and not held and prose.words[left[0]] != prose.words[right[0]]:
        return None
    return Opposition(sentence, rule, left, right, sentence.last, held)


def akin(prose: Prose, left: Span, right: Span) -> bool:
    """Return whether two stretches share a telling word."""
    return not telling(prose, *left).isdisjoint(telling(prose, *right))


def promising(prose: Prose, left: Span, right: Span, denied: Sequence[int]) -> bool:
    """Return whether clauses about a hinge have anything that may set them against each other: a denial, words they share, poles."""
    if any(left[0] <= d < right[1] for d in denied):
        return True
    words = prose.words
    one, two = set(words[slice(*left)]), set(words[slice(*right)])
    if not POLES.isdisjoint(one) and not POLES.isdisjoint(two):
        return True
    if any(len(w) > 3 for w in (one & two) - LIGHT):
        return True
    if words[left[0]] in PEOPLE and words[right[0]] in PEOPLE:
        return True
    return any(w[0].isdigit() for w in one) and any(w[0].isdigit() for w in two)


def turned(left: Span, right: Span, denied: Sequence[int]) -> bool:
    """Return whether of two clauses that are not too unlike in length one denies."""
    small, large = sorted((left[1] - left[0], right[1] - right[0]))
    if small < 2 or large > 3 * small + 4:
        return False
    here, there = (any(a <= d < b for d in denied) for a, b in (left, right))
    return here != there


def across(
    prose: Prose, one: Sentence, two: Sentence, denied: Sequence[int], there: Sequence[int], held: bool
) -> bool:
    """Return whether two neighbouring sentences may be opposed."""
    words = prose.words
    large = max(one.last - one.first, two.last - two.first)
    if large > 2 * LONGEST:
        return False
    if ONES.get(words[one.first]) in words[two.first : two.first + 6]:
        return True
    if large > LONGEST or (bool(denied) == bool(there) and not held and large > BRIEF // 2 + 1):
        return False
    first, second = opener(prose, one.first, one.last), opener(prose, two.first, two.last)
    alike = first == second
    if 2 * large <= BRIEF + 2 and not alike and first in PEOPLE and second in PEOPLE:
        return True
    if held and alike:
        return True
    if bool(denied) == bool(there):
        return False
    being = "'" in second or (two.first + 1 < two.last and words[two.first + 1] in BEING)
    if being and denied and denied[-1] > one.first and second in SUBJECTS:
        return True
    if alike and large <= BRIEF:
        return True
    at, other = (denied[0], two) if denied else (there[0], one)
    told = telling(prose, at + 1, min(at + 4, one.last if denied else two.last))
    return (alike or large < 2 * BRIEF) and not told.isdisjoint(telling(prose, other.first, other.last))
