"""What there is to see in two stretches of words that tells whether they are set against one another: contrary words, denial, build, balance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from rhetoric.extract.devices.likeness import likeness, sort
from rhetoric.extract.devices.members import BEING, LIGHT, denies, stem
from rhetoric.extract.devices.opposites import opposites
from rhetoric.extract.devices.oppositions import CUTS, SUBJECTS, Opposition
from rhetoric.extract.devices.words import AUXILIARIES, CONJUNCTIONS, FUNCTION, PREPOSITIONS, closed, kind
from rhetoric.extract.devices.weight import IRREGULAR
from rhetoric.extract.prose import Prose
from rhetoric.extract.vaderwords import vader

GROUPS = {
    "not but": "not but",
    **dict.fromkeys((", not", "not", "but not"), "cut"),
    **dict.fromkeys(("rather than", "instead of", "instead ,", "rather ,"), "choice"),
    **dict.fromkeys(
        ("but", "yet", "whereas", "while", "while ,", "whereas ,", "although ,", "though ,"), "turn"
    ),
    **dict.fromkeys((";", ":", "-", "not ,"), "mark"),
    ".": "sentences",
    "both": "both",
    "not so": "not but",
}
MERELY = closed("just only merely simply solely purely exclusively necessarily least even yet so")
ADDING = closed("also too even indeed particularly especially including well rather actually")
GRANTING = closed(
    "although though while may might course accept understand recognise recognize appreciate true doubt know welcome agree "
    "believe think hope sure aware certainly wish want"
)
PEOPLE = closed("i you he she we they others some")
PAST = closed("was were had did been")
PRESENT = closed("is are am has have do does will shall")
BEFORE = ("both", "between", "from", "either", "whether", "neither", "more", "less", "too")
MODALS = closed("will would shall should can could may might must cannot")
DETERMINING = closed("a an the this that these those our their his her its my your")
LOOSE = closed("for because so which who that as therefore thus since then")
SHARES = closed("% per cent percent pc percentage")
DEGREES = closed("more less most least too so as better worse fewer highest lowest")
TIMES = closed("now then before today tomorrow yesterday later past future ago")


def signs(prose: Prose, found: Opposition) -> dict[str, float]:
    """Return what two stretches show, by name."""
    words = prose.words
    left, right = words[slice(*found.left)], words[slice(*found.right)]
    group = GROUPS.get(found.rule, "link")
    out = {found.rule: 1.0}
    one, two = bare(left), bare(right)
    if group == "not but":
        at = max((n for n, w in enumerate(left) if denies(w)), default=-1)
        one = left[at + 1 :] or left
    small, large = sorted((len(one), len(two)))
    out[f"uneven {group}"] = min(2.0, log((large + 1) / (small + 1)))
    out[f"size of the first {group}"] = log(len(one)) / 3
    out[f"size of the second {group}"] = log(len(two)) / 3
    if large <= 3:
        out[f"brief {group}"] = 1.0
    out |= contraries(left, right, group, large)
    out |= dict.fromkeys(denial(words, found, left, right, group), 1.0)
    out |= shared(left, right, one, two, group)
    out |= dict.fromkeys(openings(one, two, left, right, group), 1.0)
    out |= dict.fromkeys(places(prose, found), 1.0)
    out |= feeling(left, right)
    out |= dict.fromkeys(cues(prose, found, left, right, group), 1.0)
    return out


def bare(words: Sequence[str]) -> Sequence[str]:
    """Return a stretch without the conjunction or the negator that opens it."""
    n = 0
    while n + 1 < len(words) and (words[n] in CONJUNCTIONS or denies(words[n]) or not words[n][0].isalnum()):
        n += 1
    return words[n:]


def contraries(left: Sequence[str], right: Sequence[str], group: str, large: int) -> dict[str, float]:
    """Return how many contrary words there are, by their sort."""
    sides, sorts = opposites().sides, opposites().sorts
    here = {n for w in left for n in sides.get(w, ())}
    there = {-n for w in right for n in sides.get(w, ())}
    met = [sorts[abs(n) - 1] for n in here & there]
    out: dict[str, float] = {}
    for name in set(met):
        out[f"contrary {name}"] = float(min(2, met.count(name)))
    strong = sum(name in ("verb", "noun", "quality") for name in met)
    if strong:
        out[f"contrary {group}"] = 1.0
        out["contrary for the length"] = min(1.0, 4 * strong / (len(left) + len(right)))
    if met:
        out["contraries for the length"] = min(1.0, 4 * len(met) / (len(left) + len(right)))
    if len(met) > 1:
        out[f"contraries {group}"] = float(min(3, len(met) - 1))
    return out


def denial(
    words: Sequence[str], found: Opposition, left: Sequence[str], right: Sequence[str], group: str
) -> Iterator[str]:
    """Yield which side denies, by what word, and whether it denies what the other says."""
    one = [n for n, w in enumerate(left) if denies(w)]
    two = [n for n, w in enumerate(right) if denies(w)]
    if one and two:
        yield f"both deny {group}"
    if not one and not two:
        return
    denying, other, at = (left, right, one[-1]) if one else (right, left, two[0])
    if not (one and two):
        yield f"{'first' if one else 'second'} denies {group}"
    word = denying[at]
    by = (
        "not"
        if word in ("not", "cannot")
        else "verb"
        if word.endswith("n't")
        else "never"
        if word == "never"
        else "no"
    )
    yield f"denies by {by} {group}"
    before = denying[at - 1] if at else words[found.left[0] - 1 if one else found.right[0] - 1]
    if before in BEING or word in ("isn't", "wasn't", "aren't", "weren't"):
        yield f"is not {group}"
    elif before in AUXILIARIES or by == "verb":
        yield f"does not {group}"
    else:
        yield f"not alone {group}"
    after = denying[at + 1 : at + 6]
    heads = [next((w for w in m if w not in CONJUNCTIONS), "") for m in (left, right)]
    if not (one and two) and (heads[0] == heads[1] or (heads[1] in SUBJECTS and heads[0] not in PEOPLE)):
        yield f"one subject denied {group}"
        if any(right[n] in BEING for n in range(min(3, len(right)))) and before in BEING:
            yield f"is not and is {group}"
    if not after:
        return
    if not MERELY.isdisjoint(after[:2]):
        yield f"merely {group}"
    if after[0] in DETERMINING:
        yield f"not the {group}"
    elif after[0] in PREPOSITIONS or after[0] == "to":
        yield f"not of {group}"
    told = [root(w) for w in after if w not in LIGHT and len(w) > 2 and not w.endswith("ly")]
    there = {root(w) for w in other}
    if told and told[0] in there:
        yield f"taken up {group}"
        heads = [next((w for w in m if w not in CONJUNCTIONS), "") for m in (left, right)]
        if heads[0] == heads[1] or heads[1] in SUBJECTS:
            yield f"denied and said {group}"
        if told[0] in {root(w) for w in other[:6]}:
            yield f"taken up at once {group}"
    elif len(told) > 1 and told[1] in there:
        yield f"taken up late {group}"


def root(word: str) -> str:
    """Return the stem of a word, of an irregular verb that of its base."""
    return stem(IRREGULAR.get(word, word))


def shared(
    left: Sequence[str], right: Sequence[str], one: Sequence[str], two: Sequence[str], group: str
) -> dict[str, float]:
    """Return what the stretches share: words of content, small words, and their build."""
    out: dict[str, float] = {}
    a, b = ({stem(w) for w in m if w not in LIGHT and len(w) > 2} for m in (left, right))
    if met := a & b:
        out[f"shared {group}"] = float(min(3, len(met)))
        out["share"] = 2 * len(met) / (len(a) + len(b))
    out[f"alike {group}"] = likeness(one[-12:] if group == "cut" else one[:14], two[:14])
    return out


def openings(
    one: Sequence[str], two: Sequence[str], left: Sequence[str], right: Sequence[str], group: str
) -> Iterator[str]:
    """Yield how the stretches open and end."""
    if one[0] == two[0]:
        yield f"open alike {group}"
        if one[1:2] == two[1:2]:
            yield "open alike in two words"
    elif one[0] in PEOPLE and two[0] in PEOPLE:
        yield f"open with others {group}"
    elif kind(one[0]) == kind(two[0]) != "":
        yield f"open in kind {group}"
    elif sort(one[0]) == sort(two[0]):
        yield f"open with words of a form {group}"
    if two[0].endswith(("ed", "ing")) and not one[-1].endswith(two[0][-2:]):
        yield f"participle {group}"
    if two[0] in SUBJECTS or not AUXILIARIES.isdisjoint(two[1:4]):
        yield f"clause after {group}"
    if one[-1] == two[-1]:
        yield "end alike"
    elif len(one[-1]) > 4 and one[-1][-3:] == two[-1][-3:]:
        yield "rhyme"
    if len(one[-1]) > 3 and one[-1][:2] == two[-1][:2] and one[-1] not in LIGHT:
        yield "alliteration"


def places(prose: Prose, found: Opposition) -> Iterator[str]:
    """Yield how contrary words stand: in like places, beside the same words, near one another."""
    words = prose.words
    for pair in found.pairs:
        m, n = pair.first, pair.second
        yield f"pair {pair.sort}"
        if m - found.left[0] == n - found.right[0]:
            yield "same place"
        elif found.left[1] - m == found.right[1] - n:
            yield "same place from the end"
        if m > found.left[0] and words[m - 1] == words[n - 1]:
            yield "same word before" if words[m - 1] in FUNCTION else "same telling word before"
        if n + 1 < found.right[1] and words[m + 1] == words[n + 1]:
            yield "same word after" if words[m + 1] in FUNCTION else "same telling word after"
        if n - m <= 3:
            yield "pair near"
        elif n - m > 15:
            yield "pair far"


def feeling(left: Sequence[str], right: Sequence[str]) -> dict[str, float]:
    """Return whether one side is of good and the other of ill."""
    lexicon = vader().lexicon
    one, two = (sum(lexicon.get(w, 0.0) for w in m) for m in (left, right))
    if one * two < 0:
        return {"good and ill": min(2.0, abs(one - two) / 2)}
    return {}


def cues(
    prose: Prose, found: Opposition, left: Sequence[str], right: Sequence[str], group: str
) -> Iterator[str]:
    """Yield words that go with the figure or with its look-alikes."""
    words, sentence = prose.words, found.sentence
    here, there = set(left), set(right)
    if not ADDING.isdisjoint(right[:4]):
        yield f"adding {group}"
    if not GRANTING.isdisjoint(left[:6]):
        yield f"granting {group}"
    if left[0] == "i":
        yield f"i {group}"
    if not {"i", "we"}.isdisjoint(right[:3]):
        yield f"then i {group}"
    numbers = [any(w[0].isdigit() or w[0] in "£$€" for w in m) for m in (left, right)]
    if all(numbers):
        yield f"numbers {group}"
    elif any(numbers):
        yield "a number"
    past = [not PAST.isdisjoint(m) for m in (here, there)]
    now = [not PRESENT.isdisjoint(m) for m in (here, there)]
    if past[0] != past[1] and now[0] != now[1] and past[0] != now[0]:
        yield "then and now"
    finite = [not AUXILIARIES.isdisjoint(m) for m in (here, there)]
    yield f"{'both' if all(finite) else 'one' if any(finite) else 'none'} finite {group}"
    if not MODALS.isdisjoint(here & there):
        yield "same modal"
    before = words[max(sentence.first, found.left[0] - 2) : found.left[0] + 1]
    yield from (f"after {w}" for w in BEFORE if w in before)
    if found.left[0] == sentence.first or words[found.left[0] - 1] in CUTS:
        yield f"from a pause {group}"
    if found.right[1] >= found.last or words[found.right[1]] in CUTS:
        yield f"to a pause {group}"
        if found.right[1] >= found.last - 1:
            yield f"to the end {group}"
    else:
        yield f"then {'and' if words[found.right[1]] in ('and', 'or') else 'more'} {group}"
    joint = words[found.left[1] : found.right[0] + 1]
    yield (
        f"joined by {joint[0]} {group}"
        if joint and group in ("cut", "not but") and joint[0] in (",", "and", "or", "but", "-")
        else "joined"
    )
    if group == "not but":
        yield "not x but clause" if (right[0] in SUBJECTS and right[1:2] not in (["which"], ["of"])) or not AUXILIARIES.isdisjoint(right[1:4]) else "not x but phrase"
    if right[0] in LOOSE:
        yield f"loose {group}"
    if found.left[0] > sentence.first and denies(words[found.left[0] - 1]) or denies(left[0]) and group == "cut":
        yield "denied before"
    if not SHARES.isdisjoint(here) and not SHARES.isdisjoint(there):
        yield "shares"
    low, high = ({w for w in m if w in DEGREES or (len(w) > 4 and w.endswith("er"))} for m in (left, right))
    if low and high:
        yield f"degrees {group}"
    if right[-1] == "not" or right[-2:-1] == ["not"] or (denies(right[-1])):
        yield f"ends with not {group}"
    if right[-1] in TIMES and not TIMES.isdisjoint(here):
        yield "times"
    if "?" in words[sentence.first : sentence.last]:
        yield "question"
    names = sum(prose.shown[n][0].isupper() for m in (found.left, found.right) for n in range(m[0] + 1, m[1]))
    if names > 1 and not prose.shown[found.right[1] - 1].isupper():
        yield "names" if names < 4 else "many names"
