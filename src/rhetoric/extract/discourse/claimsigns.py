"""By what a sentence is known to put forward a claim: duties, beliefs, facts of the matter, judgements."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.words import PREPOSITIONS, closed
from rhetoric.extract.discourse.dutysigns import DUTIES, duty
from rhetoric.extract.discourse.judgementsigns import (
    CONDEMNING,
    LACKED,
    RANKING,
    WEIGHED,
    condemned,
    lacked,
    ranked,
    weighed,
)
from rhetoric.extract.discourse.mainclause import following, opens
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import manner

THINKING = closed("believe think contend maintain submit suggest convinced persuaded argue")
MATTERS = closed("truth fact reality problem trouble point tragedy lesson danger")
OWN = closed("view opinion judgment judgement belief contention conviction")
SELVES = closed("i we i'm we're i'd")
BETWEEN = closed("do don't not still also just really would am are myself therefore ,")
STATED = closed("that , : we they it there he")
PERSONS = closed(
    "he she my mr mrs lord lady senator hon noble i i'm i've i'd i'll so of about back again often twice that's , you your who one"
)
SIGNS = DUTIES | THINKING | MATTERS | OWN | WEIGHED | LACKED | CONDEMNING | RANKING


def sign(prose: Prose, sentence: Sentence, rows: Sequence[int]) -> tuple[str, int, int] | None:
    """Return the first sign of a claim in a sentence: its kind and its tokens, half-open; `rows` are the words to look at."""
    for n in rows:
        for kind, find in KINDS:
            found = find(prose, sentence, n)
            if found:
                return kind, *found
    return None


def belief(prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return 'I believe', 'we are convinced' and the like with the verb at `n`."""
    words = prose.words
    if words[n] not in THINKING or n == sentence.first or n + 3 >= sentence.last:
        return None
    k = n - 1
    while k > sentence.first and (words[k] in BETWEEN or manner(words[k])):
        k -= 1
    whose = words[k]
    passive = words[n] in ("convinced", "persuaded")
    being = whose in ("i'm", "we're") or not {"am", "are"}.isdisjoint(words[k + 1 : n])
    if whose not in SELVES or passive != being:
        return None
    if words[n] in ("argue", "maintain", "submit", "suggest", "persuaded") and words[n + 1] != "that":
        return None
    after = following(prose, sentence, n + (words[n + 1] == "that"))
    abrupt = after[0] in PREPOSITIONS and words[n] != "believe"
    if after[0] in PERSONS or abrupt or not opens(prose, sentence, k):
        return None
    if after[0] in ("the", "this", "it") and (after[1] in PERSONS or after[1] in ("right", "was")):
        return None
    if after[:2] in (["it", "is"], ["we", "do"]) and not prose.is_word[n + 3 + (words[n + 1] == "that")]:
        return None
    return k, n + 1


def opinion(prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return 'in my view' and 'my view is that' with the noun at `n`."""
    words = prose.words
    if words[n] not in OWN or n == sentence.first or words[n - 1] not in ("my", "our"):
        return None
    after = following(prose, sentence, n, 2)
    if n > sentence.first + 1 and words[n - 2] in ("in", "to") and after[0] != "of":
        free = {"if", "which", "whether", "what"}.isdisjoint(words[max(sentence.first, n - 4) : n - 2])
        return (n - 2, n + 1) if free else None
    if after == ["is", "that"] and opens(prose, sentence, n - 1):
        return n - 1, n + 3
    return None


def fact(prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return 'the truth is that' and the like with the noun at `n`."""
    words = prose.words
    if words[n] not in MATTERS or n < sentence.first + 1 or n + 3 >= sentence.last:
        return None
    k = n + 1
    if words[k : k + 3] == ["of", "the", "matter"]:
        k += 3
    if k + 2 >= sentence.last or words[k] not in ("is", "remains") or words[k + 1] not in STATED:
        return None
    first = n - 1 if words[n - 1] == "the" else n - 2
    if first < sentence.first or words[first] != "the" or not opens(prose, sentence, first):
        return None
    return first, k + 1


KINDS = (
    ("duty", duty),
    ("belief", belief),
    ("opinion", opinion),
    ("fact", fact),
    ("weighed", weighed),
    ("lacked", lacked),
    ("condemned", condemned),
    ("ranked", ranked),
)
