"""The words and marks about which a sentence turns: 'but', 'yet', 'rather than', 'not', a semicolon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rhetoric.extract.devices.members import BEING, STOPS, denies
from rhetoric.extract.devices.words import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    PRONOUNS,
    closed,
)
from rhetoric.extract.prose import Prose, Sentence

FAR = 25  # tokens from 'not' to 'but', at most
NEAR = 20  # tokens from 'not' to a comma after which it is said what is, at most
TURNS = closed("but yet whereas while")
WORDS = TURNS | closed(
    "than instead both much unlike well without another replaced replace replacing replaces way"
)
MARKS = DASHES | {";"}
COMPARING = closed("more less better fewer worse")
NO_HINGE = closed(
    "for as so nothing anything none all no a worth everything alternative choice option else last"
)
SUBJECTS = closed(
    "i you he she it we they there this that these those it's that's they're we're he's she's i'm what our"
)
OPENING = DETERMINERS | PREPOSITIONS | closed("to")
HELPING = AUXILIARIES | PRONOUNS | closed("if or certainly probably perhaps why whether but am cannot")
ASIDE = {
    "no": closed("doubt matter longer one more less fewer later sooner"),
    "not": closed(
        "least limited mention including unlike surprisingly exceeding enough quite even guilty as so or later"
    ),
    "never": closed("mind theless"),
}
NAMING = closed("mention exceed say speak")
WEAK = closed(
    "too very so now just only alone even merely simply solely still lets let yet otherwise quite more much all everyone guilty sure"
)
PLAIN_NO = closed("not no never")
FRONTED = closed("instead while whereas rather")
CUTS = STOPS | {","}
JOINED = frozenset(("and", "but", ",", ";", "-"))
REPLACING = closed("replaced replace replacing replaces")
GIVING = closed("give gives gave giving given")


@dataclass(frozen=True, slots=True)
class Hinge:
    """What joins two stretches.

    Parameters
    ----------
    rule : str
    first, last : int
        Its tokens, half-open; none where the stretches follow on one another.
    """

    rule: str
    first: int
    last: int


def hinges(prose: Prose, sentence: Sentence, turns: Sequence[int], denied: Sequence[int]) -> Iterator[Hinge]:
    """Yield the hinges of a sentence; `turns` are its words and marks that may be one, `denied` its negators."""
    words = prose.words
    seen = set()
    turned = set()
    dashes = sum(words[n] in DASHES for n in turns)
    for n in turns:
        if dashes > 1 and words[n] in DASHES:
            continue
        if n + 1 < sentence.last and n > sentence.first and (hinge := turn(prose, sentence, n, denied)):
            seen.add(hinge.first)
            if hinge.rule == "not but":
                turned.add(max(d for d in denied if d < n))
            yield hinge
    for hinge in negations(prose, sentence, denied):
        if hinge.first not in seen and not (hinge.rule in ("not", ", not") and hinge.last in turned):
            seen.add(hinge.first)
            yield hinge
    if fronted := front(prose, sentence):
        yield fronted


def turn(prose: Prose, sentence: Sentence, n: int, denied: Sequence[int]) -> Hinge | None:
    """Return the hinge that a word or mark is, if any."""
    words = prose.words
    word, before, after = words[n], words[n - 1], words[n + 1]
    if word == "but":
        if (
            before in NO_HINGE
            or denies(before)
            or words[n + 1 : min(n + 3, sentence.last)] in (["not", "limited"], ["not", "least"])
        ):
            return None
        turned = any(n - FAR <= d < n and STOPS.isdisjoint(words[d:n]) for d in denied)
        return Hinge("not but" if turned else "but not" if denies(after) else "but", n, n + 1)
    if word == "yet":
        joined = before in ("and", ",", ";") or before in DASHES
        return Hinge("yet", n - (before == "and"), n + 1) if joined else None
    if word in TURNS:
        return Hinge(word, n, n + 1) if n - sentence.first > 2 and before not in NO_HINGE else None
    if word == "than":
        if before == "rather":
            return Hinge("rather than", n - 1, n + 1)
        near = range(n - 2, max(sentence.first, n - 9), -1)
        return Hinge("than", n, n + 1) if any(words[k] in COMPARING and k < n - 1 for k in near) else None
    if word == "instead":
        return Hinge("instead of", n, n + 2) if after == "of" and n > sentence.first + 1 else None
    if word == "unlike":
        return Hinge("unlike", n, n + 1) if before == "," else None
    if word == "well":
        return (
            Hinge("as well as", n - 1, n + 2) if before == after == "as" and n + 2 < sentence.last else None
        )
    if word == "without":
        return Hinge("without", n, n + 1) if n > sentence.first + 2 else None
    if word == "another":
        return another(words, sentence, n)
    if word in REPLACING or word == "way":
        return replacing(words, sentence, n)
    if word == "both":
        limit = min(sentence.last - 1, n + 10)
        link = next((k for k in range(n + 2, limit) if words[k] == "and"), -1)
        single = after in ("a", "an", "the") or before in BEING
        return Hinge("both", link, link + 1) if link > 0 and single else None
    if word == "much":
        limit = min(sentence.last - 1, n + 10)
        turned = before == "so" and any(n - 8 <= d < n for d in denied)
        link = next((k for k in range(n + 1, limit) if words[k] in ("as", "but")), -1) if turned else -1
        return Hinge("not so", link, link + 1) if link > 0 else None
    if after in TURNS:
        return None
    if word in DASHES:
        return Hinge("-", n, n + 1)
    return Hinge(word, n, n + 1)


def another(words: Sequence[str], sentence: Sentence, n: int) -> Hinge | None:
    """Return what joins 'one thing' to 'another'."""
    if not any(words[k] == "one" for k in range(max(sentence.first, n - FAR), n - 2)):
        return None
    joint = next((k for k in range(n - 1, max(sentence.first + 2, n - 5), -1) if words[k] in JOINED), -1)
    return Hinge("one, another", joint, joint + 1) if joint > 0 else None


def replacing(words: Sequence[str], sentence: Sentence, n: int) -> Hinge | None:
    """Return the 'with' or 'by' of what is replaced, or the 'to' of what gives way."""
    if words[n] == "way":
        gives = words[n - 1] in GIVING and words[n + 1] == "to"
        return Hinge("replaced", n - 1, n + 2) if gives else None
    limit = min(sentence.last - 1, n + 9)
    link = next((k for k in range(n + 1, limit) if words[k] in ("with", "by")), -1)
    if link < 0:
        return None
    return Hinge("replaced", n if link == n + 1 else link, link + 1)


def negations(prose: Prose, sentence: Sentence, denied: Sequence[int]) -> Iterator[Hinge]:
    """Yield 'a, not b', 'a and not b' and 'not a, it is b'."""
    words = prose.words
    for n in denied:
        after = words[n + 1] if n + 1 < sentence.last else "."
        if (
            sentence.first + 1 < n < sentence.last - 1
            and prose.is_word[n + 1]
            and after not in ASIDE.get(words[n], ())
            and not (after == "to" and NAMING.intersection(words[n + 2 : min(n + 3, sentence.last)]))
        ):
            before = words[n - 1]
            if words[n] in PLAIN_NO and (before in (",", "and") or before in DASHES):
                yield Hinge(", not", n - 1, n)
            elif (
                words[n] == "not" and before not in HELPING and not before.endswith("ly") and beside(words, n)
            ):
                yield Hinge("not", n, n)
        both = next((k for k in range(n - 1, max(sentence.first + 2, n - 12), -1) if words[k] == "and"), -1)
        if both > 0 and n - both > 1:
            yield Hinge("and not", both, both + 1)
        limit = min(sentence.last - 2, n + NEAR)
        comma = next((k for k in range(n + 2, limit) if words[k] in CUTS), limit)
        if comma < limit and words[comma] in (",", ":") and words[comma + 1] in SUBJECTS:
            yield Hinge("not ,", comma, comma + 1)


def beside(words: Sequence[str], n: int) -> bool:
    """Return whether 'not' without a pause before it opens a phrase that answers to one before it."""
    before, after = words[n - 1], words[n + 1]
    if after in OPENING:
        return after != "to"
    if after in FUNCTION or after in WEAK or before in FUNCTION or before in WEAK:
        return False
    return not after.endswith("ed") or before.endswith("ed")


def front(prose: Prose, sentence: Sentence) -> Hinge | None:
    """Return the comma after a clause that opens with 'instead of', 'while' and the like."""
    words = prose.words
    first = sentence.first + (not prose.is_word[sentence.first])
    if first + 4 >= sentence.last or words[first] not in FRONTED:
        return None
    limit = min(sentence.last - 2, first + 32)
    comma = next((k for k in range(first + 3, limit) if words[k] == ","), limit)
    if comma < limit:
        return Hinge(f"{words[first]} ,", comma, comma + 1)
    if words[first] != "instead":
        return None
    subject = next((k for k in range(first + 3, limit) if words[k] in SUBJECTS), limit)
    return Hinge("instead ,", subject, subject) if subject < limit else None
