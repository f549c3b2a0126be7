"""What there is to see in two stretches of words that tells whether they are set against one another: contrary words, denial, balance, cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

from rhetoric.extract.devices.antonyms import opposites
from rhetoric.extract.devices.denying import denial
from rhetoric.extract.devices.hinges import SUBJECTS
from rhetoric.extract.devices.likeness import likeness, match, sort
from rhetoric.extract.devices.members import LIGHT, denies, stem
from rhetoric.extract.devices.oppositions import Opposition
from rhetoric.extract.devices.sides import CUTS
from rhetoric.extract.devices.weight import IRREGULAR
from rhetoric.extract.devices.words import AUXILIARIES, CONJUNCTIONS, FUNCTION, closed, kind
from rhetoric.extract.prose import Prose
from rhetoric.extract.vaderwords import vader

GROUPS = {
    **dict.fromkeys(("not but", "not so"), "not but"),
    **dict.fromkeys((", not", "not", "but not"), "cut"),
    **dict.fromkeys(
        ("rather than", "instead of", "instead ,", "rather ,", "as well as", "without", "replaced"), "choice"
    ),
    **dict.fromkeys(
        (
            *("but", "yet", "whereas", "while", "while ,", "whereas ,", "although ,", "though ,"),
            *("unlike", "one, another", "and not"),
        ),
        "turn",
    ),
    **dict.fromkeys((";", "-", "not ,"), "mark"),
    ".": "sentences",
    **dict.fromkeys(("both", "both contrary"), "both"),
    "again": "again",
}  # all else: "link"
ADDING = closed("also too even indeed particularly especially including rather actually")
GRANTING = closed(
    "although though while may might course accept understand recognise recognize appreciate true doubt know welcome agree "
    "believe think hope sure aware certainly wish want"
)
PEOPLE = closed("i you he she we they others some")
PAST = closed("was were had did been")
PRESENT = closed("is are am has have do does will shall")
FINITE = AUXILIARIES | set(IRREGULAR)
BEFORE = ("both", "between", "from", "either", "whether", "neither", "more", "less", "too")
MODALS = closed("will would shall should can could may might must cannot")
LOOSE = closed("for because so which who that as therefore thus since then")
SHARES = closed("% per cent percent pc percentage")
DEGREES = closed(
    "more less most least too so as better worse best worst fewer higher lower highest lowest greater smaller larger bigger harder easier "
    "stronger weaker longer shorter richer poorer earlier later further wider narrower deeper cheaper older younger"
)
DIGITS = frozenset("0123456789£$€")
TIMES = closed("now then before today tomorrow yesterday later past future ago")
NUMBERS = closed(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion half"
)
JOINTS = frozenset((",", "and", "or", "but", "-"))


def group(rule: str) -> str:
    """Return the kind of opposition that a rule belongs to."""
    return GROUPS.get(rule, "link")


def signs(prose: Prose, found: Opposition) -> dict[str, float]:
    """Return what two stretches show, by name, but for their build."""
    left, right = prose.words[slice(*found.left)], prose.words[slice(*found.right)]
    one, two = compared(found.rule, left, right)
    small, large = sorted((len(one), len(two)))
    out = {
        found.rule: 1.0,
        "uneven": min(2.0, log((large + 1) / (small + 1))),
        "size of the first": log(len(one)) / 3,
        "size of the second": log(len(two)) / 3,
    }
    if large <= 3:
        out["brief"] = 1.0
    out |= contraries(left, right)
    out |= dict.fromkeys(denial(prose.words, found, left, right), 1.0)
    one_told, two_told = ({stem(w) for w in m if w not in LIGHT and len(w) > 2} for m in (left, right))
    if met := one_told & two_told:
        out["shared"] = float(min(3, len(met)))
        out["share"] = 2 * len(met) / (len(one_told) + len(two_told))
    out |= dict.fromkeys(openings(one, two), 1.0)
    if found.pairs:
        out |= dict.fromkeys(places(prose, found), 1.0)
        out["mirror"] = max(mirror(prose, found, p.first, p.second) for p in found.pairs)
    out |= feeling(left, right)
    out |= dict.fromkeys(cues(left, right), 1.0)
    out |= dict.fromkeys(around(prose, found), 1.0)
    return out


def build(prose: Prose, found: Opposition) -> float:
    """Return how much two stretches are built alike, 0 to 1."""
    one, two = compared(found.rule, prose.words[slice(*found.left)], prose.words[slice(*found.right)])
    return likeness(one[-12:] if group(found.rule) == "cut" else one[:14], two[:14])


def compared(rule: str, left: Sequence[str], right: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return what of two stretches is compared: without a conjunction or negator before it, and of 'not a but b' what is denied."""
    one = bare(left)
    if group(rule) == "not but":
        at = max((n for n, w in enumerate(left) if denies(w)), default=-1)
        one = left[at + 1 :] or left
    return one, bare(right)


def bare(words: Sequence[str]) -> Sequence[str]:
    """Return a stretch without the conjunction or the negator that opens it."""
    n = 0
    while n + 1 < len(words) and (words[n] in CONJUNCTIONS or denies(words[n]) or not words[n][0].isalnum()):
        n += 1
    return words[n:]


def contraries(left: Sequence[str], right: Sequence[str]) -> dict[str, float]:
    """Return how many contrary words there are, by their sort."""
    held = opposites()
    here = {n for w in left for n in held.sides.get(w, ())}
    met = [held.sorts[abs(n) - 1] for n in here & {-n for w in right for n in held.sides.get(w, ())}]
    out = {f"contrary {name}": float(min(2, met.count(name))) for name in set(met)}
    size = len(left) + len(right)
    strong = sum(name in ("verb", "noun", "quality") for name in met)
    if strong:
        out["contrary"] = 1.0
        out["contrary for the length"] = min(1.0, 4 * strong / size)
    if met:
        out["contraries for the length"] = min(1.0, 4 * len(met) / size)
    if len(met) > 1:
        out["contraries"] = float(min(3, len(met) - 1))
    return out


def openings(one: Sequence[str], two: Sequence[str]) -> Iterator[str]:
    """Yield how the stretches open and end."""
    if one[0] == two[0]:
        yield "open alike"
        if one[1:2] == two[1:2]:
            yield "open alike in two words"
    elif one[0] in PEOPLE and two[0] in PEOPLE:
        yield "open with others"
        if "we" in (one[0], two[0]):
            yield "we and they"
    elif kind(one[0]) == kind(two[0]) != "":
        yield "open in kind"
    elif sort(one[0]) == sort(two[0]):
        yield "open with words of a form"
    if two[0].endswith(("ed", "ing")) and not one[-1].endswith(two[0][-2:]):
        yield "participle"
    if two[0] in SUBJECTS or not AUXILIARIES.isdisjoint(two[1:4]):
        yield "clause after"
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
            yield (
                "same word before" if words[m - 1] in FUNCTION else f"same telling word before a {pair.sort}"
            )
        if n + 1 < found.right[1] and words[m + 1] == words[n + 1]:
            yield "same word after" if words[m + 1] in FUNCTION else "same telling word after"
        if n - m <= 3:
            yield "pair near"
        elif n - m > 15:
            yield "pair far"


def mirror(prose: Prose, found: Opposition, m: int, n: int) -> float:
    """Return how much the words about two contrary ones are alike, each by each, 0 to 1."""
    words = prose.words
    met = 0.0
    for step in (-3, -2, -1, 1, 2, 3):
        one, two = m + step, n + step
        if found.sentence.first <= one < n and m < two < found.last:
            met += match(words[one], words[two])
    return met / 6


def feeling(left: Sequence[str], right: Sequence[str]) -> dict[str, float]:
    """Return whether one side is of good and the other of ill."""
    lexicon = vader().lexicon
    one, two = (sum(lexicon.get(w, 0.0) for w in m) for m in (left, right))
    return {"good and ill": min(2.0, abs(one - two) / 2)} if one * two < 0 else {}


def cues(left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    """Yield words of the stretches that go with the figure or with its look-alikes."""
    here, there = set(left), set(right)
    if not ADDING.isdisjoint(right[:4]):
        yield "adding"
    if not GRANTING.isdisjoint(left[:6]):
        yield "granting"
    if left[0] == "i":
        yield "i"
    if "i" in right[:3]:
        yield "then i"
    numbers = [not DIGITS.isdisjoint([w[0] for w in m]) for m in (left, right)]
    if any(numbers):
        yield "numbers" if all(numbers) else "a number"
    past, now = ([not words.isdisjoint(m) for m in (here, there)] for words in (PAST, PRESENT))
    if past[0] != past[1] and now[0] != now[1] and past[0] != now[0]:
        yield "then and now"
    finite = [not FINITE.isdisjoint(m) for m in (here, there)]
    yield "both finite" if all(finite) else "one finite" if any(finite) else "none finite"
    if not MODALS.isdisjoint(here & there):
        yield "same modal"
    if right[0] in LOOSE and right[1:2] != ["well"]:
        yield "loose"
    if all(numbers) and measured(left) & measured(right):
        yield "same measure"
    if not SHARES.isdisjoint(here) and not SHARES.isdisjoint(there):
        yield "shares"
    if not DEGREES.isdisjoint(here) and not DEGREES.isdisjoint(there):
        yield "degrees"
    if right[-2:-1] == ["not"] or denies(right[-1]):
        yield "ends with not"
    if right[-1] in TIMES and not TIMES.isdisjoint(here):
        yield "times"


def measured(words: Sequence[str]) -> set[str]:
    """Return the words that stand after numbers."""
    return {
        two
        for one, two in pairwise(words)
        if ((one[0].isdigit() or one in NUMBERS) and two[0].isalpha()) or two == "%"
    }


def around(prose: Prose, found: Opposition) -> Iterator[str]:
    """Yield what stands before, between and after the stretches."""
    words, sentence = prose.words, found.sentence
    (first, stop), (after, last) = found.left, found.right
    before = words[max(sentence.first, first - 2) : first + 1]
    yield from (f"after {w}" for w in BEFORE if w in before)
    if first == sentence.first or words[first - 1] in CUTS:
        yield "from a pause"
    elif denies(words[first - 1]):
        yield "denied before"
    if last >= found.last or words[last] in CUTS:
        yield "to a pause"
        if last >= found.last - 1:
            yield "to the end"
    else:
        yield "then and" if words[last] in ("and", "or") else "then more"
    if words[stop] in JOINTS and stop <= after and group(found.rule) in ("cut", "not but"):
        yield f"joined by {words[stop]}"
    if words[sentence.last - 1] == "?" or words[found.last - 1] == "?":
        yield "question"
    shown = prose.shown
    names = sum(map(str.istitle, shown[first + 1 : stop])) + sum(map(str.istitle, shown[after + 1 : last]))
    if names > 1 and not shown[last - 1].isupper():
        yield "names" if names < 4 else "many names"
