"""Whether the words before a reason take a position, and where the clause that gives the reason begins and ends."""

from __future__ import annotations

from rhetoric.extract.devices.words import DASHES, DETERMINERS, closed
from rhetoric.extract.discourse.dutysigns import GONE
from rhetoric.extract.discourse.judgementsigns import CONDEMNING, TOLD, WEIGHED
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import DATES, manner

STOPS = DASHES | {";", ":", "!", "?"}
SELVES = closed("i we")
BOUND = closed("i'm we're i've we've i'll we'll i'd we'd")
STANCES = closed(
    "support oppose believe think welcome vote urge hope accept agree disagree object regret reject favour favor want "
    "wish commend say ask call cannot can't must should need trust fear doubt don't shall will would like "
    "suggest submit propose beg recommend applaud admire appreciate consider regard understand hold insist resist "
    "deplore condemn deprecate stand rise speak mention raise refer stress emphasise emphasize welcomed opposed "
    "supported voted rose introduced cosponsored sponsored"
)
OBLIGING = closed("must should ought shouldn't mustn't cannot can't needs")
PREDICTING = closed("would will won't wouldn't may might")
FACTING = closed("is are isn't aren't it's that's there's be")
BEING = closed("am are")
FORESEEN = closed("i we it this that there these nobody which to")
DENYING = closed("should will would must shall to may might")
RELATIVES = closed("who which whom whose where why")
LEADING = closed("while whilst although though if when whereas as")
JUDGING = (
    CONDEMNING
    | WEIGHED
    | closed(
        "good bad great unfortunate fortunate impossible difficult hard easy silly stupid crazy strange odd sad sorry "
        "pleased glad proud happy grateful interesting surprising disappointing disappointed concerned worried false "
        "true misleading unwise wise fair inadequate insufficient useless worthless valuable useful helpful harmful "
        "dangerous unlikely likely significant serious special unique ironic problem danger risk pity failure "
        "success advantage disadvantage satisfied dissatisfied satisfying unsatisfactory satisfactory fitting "
        "inappropriate incentive reassuring alarming troubling worrying encouraging astonishing amazing incredible "
        "inevitable impractical impracticable unworkable unrealistic realistic justified unjustified justifiable "
        "unjustifiable legitimate illegitimate sensible nonsensical pointless futile hopeless hypocritical misguided "
        "flawed sound unsound weak strong crazy insane senseless invaluable indispensable superior inferior "
        "counterproductive self-defeating prudent imprudent relevant irrelevant worth worthwhile lucky sorely "
        "remarkable extraordinary historic vulnerable credible incredible plausible implausible preposterous"
    )
)
FEELING = JUDGING | closed(
    "opposed committed convinced confident determined here speaking asking calling voting supporting opposing "
    "introducing urging against delighted anxious reluctant unable going bound entitled afraid inclined prepared"
)
OTHERS = TOLD | closed(
    "whether understands understood concluded declared supports opposes asks asked suggests thinks"
)
DENIED = closed("not just simply merely only")
LEADS = closed("partly mainly largely precisely especially particularly perhaps if primarily and but")
SUBJECTS = closed("i we he she they it there this that these those nothing nobody")
VERBAL = closed(
    "is are am was were has have had do does did will would can could may might must should shall seems seemed "
    "appears appeared cannot isn't aren't don't doesn't can't won't"
)
PRESENT = VERBAL - closed("was were has have had did seemed appeared")
CUTTING = closed("but so yet and nor")
TRAILING = closed("which who whereas though although")


def position(prose: Prose, first: int, last: int) -> bool:
    """Return whether some tokens take a position: a duty, a stance of one's own, a judgement or a prediction.

    What others say, what stands in a relative clause, and what a sentence of the past supposes are none.
    """
    words = prose.words
    held = words[first:last]
    if not OTHERS.isdisjoint(held):
        return False
    gone = not GONE.isdisjoint(held)
    taken = False
    for n in range(first, last):
        if words[n] in RELATIVES and "," not in words[n:last]:
            return False
        taken = taken or takes(prose, n, first, last, gone)
    return taken


def takes(prose: Prose, n: int, first: int, last: int, gone: bool) -> bool:
    """Return whether the word at `n`, among some tokens, takes a position; `gone` if they speak of the past."""
    words = prose.words
    word = words[n]
    after = words[n + 1 : min(last, n + 5)]
    if word in OBLIGING:
        return not (n > first and words[n - 1] in ("he", "she")) and not (
            word in ("could", "can't", "cannot") and gone
        )
    if word in PREDICTING:
        own = n > first and words[n - 1] in FORESEEN
        return not gone and (own or words[last - 1] == "," or words[last : last + 1] == [","])
    if word in SELVES:
        return not STANCES.isdisjoint(after[:3]) or not (
            BEING.isdisjoint(after[:2]) or FEELING.isdisjoint(after)
        )
    if word == "i've" or (word == "have" and n > first and words[n - 1] == "i" and "been" not in after[:2]):
        return True
    if word in BOUND:
        return word.endswith("'ll") or not FEELING.isdisjoint(after)
    return word in FACTING and not JUDGING.isdisjoint(after)


def subordinate(prose: Prose, sentence: Sentence, first: int, n: int) -> bool:
    """Return whether the words before a hinge at `n` are themselves a clause that leads in: no comma closes it yet."""
    return prose.words[first] in LEADING and "," not in prose.words[first : n - 1]


def denied(prose: Prose, first: int, n: int) -> bool:
    """Return whether a 'not' before a hinge at `n` may bear on the reason: 'should not refuse it because', without a comma."""
    words = prose.words
    if words[n - 1] == ",":
        return False
    held = words[first:n]
    if "should" in held and not {"nobody", "none", "no"}.isdisjoint(held):
        return True
    return any(
        (words[k] == "not" and words[k - 1] in DENYING)
        or words[k] in ("shouldn't", "won't", "wouldn't", "mustn't")
        for k in range(first + 1, n)
    )


def before(prose: Prose, sentence: Sentence, n: int) -> tuple[int, int]:
    """Return the words before a hinge at `n` that its reason bears on, half-open: back to a stop or a new main clause.

    Where one 'because' stands before another, both bear on what is before the first.
    """
    words, last = prose.words, n
    while last > sentence.first and (not prose.is_word[last - 1] or words[last - 1] in LEADS):
        last -= 1
    first = last
    while first > sentence.first and words[first - 1] not in STOPS and not anew(prose, sentence, first, last):
        first -= 1
        if words[first] == "because":
            last = first
    return first, last


def anew(prose: Prose, sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a main clause of its own begins at `first`: ', and' stands before it, and it opens with a subject."""
    words = prose.words
    if (
        last - first < 3
        or first - 2 < sentence.first
        or words[first - 1] not in ("and", "but", "so")
        or words[first - 2] != ","
    ):
        return False
    return words[first] in SUBJECTS or words[first] in DETERMINERS or words[first] in ("too", "many", "most")


def reach(prose: Prose, sentence: Sentence, n: int, most: int) -> int:
    """Return the end of the clause that a hinge at `n` opens, in its sentence, at most so many tokens on."""
    words = prose.words
    limit = min(sentence.last, n + most)
    said, aside = False, 0
    for k in range(n + 1, limit):
        word = words[k]
        if k < aside:
            continue
        if word in DASHES:
            aside = closing(prose, k, limit)
        if word in STOPS and k > n + 2 and k >= aside:
            return trimmed(prose, n, k)
        said = said or word in VERBAL
        if word == "," and k + 1 < limit and cut(prose, k, limit, said):
            return k
    return trimmed(prose, n, limit)


def closing(prose: Prose, dash: int, limit: int) -> int:
    """Return the end of an aside that a dash opens, past its second dash, or the dash itself if it stands alone."""
    return next((k + 1 for k in range(dash + 2, limit) if prose.words[k] in DASHES), dash)


def cut(prose: Prose, comma: int, limit: int, said: bool) -> bool:
    """Return whether a clause ends at a comma: before a mark or, once it has `said` something, before a clause that goes on."""
    words = prose.words
    after = words[comma + 1]
    if not prose.is_word[comma + 1]:
        return True
    if not said or after in TRAILING:
        return said
    return (
        after in CUTTING
        and comma + 2 < limit
        and (words[comma + 2] in SUBJECTS or after in ("but", "so", "yet"))
    )


def leading(prose: Prose, sentence: Sentence, n: int, most: int) -> int:
    """Return the comma that ends a reason at the head of its sentence, with a clause after it, or -1."""
    words = prose.words
    said = False
    for k in range(n + 1, min(sentence.last - 2, n + most)):
        if words[k] in STOPS:
            return -1
        said = said or words[k] in VERBAL
        if (
            words[k] == ","
            and (said or k > n + 4)
            and (words[k + 1] in SUBJECTS or words[k + 1] in DETERMINERS)
        ):
            return k
    return -1


def ending(prose: Prose, sentence: Sentence, n: int) -> int:
    """Return the end of the clause that begins at `n`: the next pause."""
    words = prose.words
    pauses = (k for k in range(n + 1, sentence.last) if words[k] in STOPS or words[k] == ",")
    return next(pauses, sentence.last)


def trimmed(prose: Prose, first: int, last: int) -> int:
    """Return the end of some tokens without the marks that close them."""
    while last > first + 1 and not prose.is_word[last - 1]:
        last -= 1
    return last


def causal(prose: Prose, n: int, last: int) -> bool:
    """Return whether 'since' at `n` is of cause: a verb in the present or a modal verb follows within four words."""
    words = prose.words
    if words[n + 1] in DATES or words[n + 1] in ("last", "then"):
        return False
    for k in range(n + 1, min(last, n + 6)):
        if not prose.is_word[k] or any(c.isdigit() for c in words[k]):
            return False
        if words[k] in PRESENT:
            return k > n + 1
    return False


def clausal(prose: Prose, n: int, last: int) -> bool:
    """Return whether 'for' at `n` opens a clause: a pronoun follows, and then a verb unless it can be nothing but a subject."""
    words = prose.words
    if n + 2 >= last or words[n + 1] not in SUBJECTS:
        return False
    return words[n + 1] in ("i", "we", "he", "she", "they") or words[n + 2] in VERBAL or manner(words[n + 2])
