"""Where a main clause begins, as far as closed classes and marks tell."""

from __future__ import annotations

from rhetoric.extract.devices.words import DASHES, PREPOSITIONS, closed
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import manner, participle

JOINTS = closed("and but so yet or nor")
TURNS = closed("but so yet")
ADVERBS = closed(
    "also then now therefore thus hence however indeed still perhaps moreover furthermore nevertheless nonetheless "
    "instead meanwhile otherwise again today first second third fourth lastly rather too here surely simply"
)
SETTERS = closed(
    "if when while whilst although though as because since unless until once whether whatever given provided even "
    "just only not yes no mr madam my lords friends sir ladies well all together"
)
PAUSES = DASHES | {";", ":", "."}


def opens(prose: Prose, sentence: Sentence, n: int) -> bool:
    """Return whether a main clause begins at token `n`: at the head of its sentence, after a pause, or after what leads in to it."""
    words, k = prose.words, n - 1
    joined = False
    while k >= sentence.first and (
        words[k] in JOINTS or led(words[k]) or not (prose.is_word[k] or paused(words[k]))
    ):
        joined = joined or words[k] in JOINTS
        k -= 1
    if k < sentence.first or words[k] in PAUSES:
        return True
    if words[k] == ",":
        return joined or leads_in(prose, sentence)
    if words[k] == "why" and k > sentence.first:
        return words[k - 1] in ("is", "that's", "was")
    return joined and not TURNS.isdisjoint(words[k + 1 : n])


def led(word: str) -> bool:
    """Return whether a word may stand between a pause and the subject of a clause."""
    return word in ADVERBS or manner(word)


def paused(mark: str) -> bool:
    """Return whether a mark parts clauses; quotation marks and brackets do not."""
    return mark == "," or mark in PAUSES


def leads_in(prose: Prose, sentence: Sentence) -> bool:
    """Return whether a sentence opens with words that lead in to its main clause: 'In time, ...', 'If so, ...'."""
    heads = [prose.words[n] for n in prose.openers(sentence.first, sentence.last, 2)]
    if len(heads) > 1 and heads[0] in JOINTS:
        heads = heads[1:]
    word = heads[0]
    return word in PREPOSITIONS or word in SETTERS or word in ADVERBS or manner(word) or participle(word)


def following(prose: Prose, sentence: Sentence, n: int, most: int = 3) -> list[str]:
    """Return so many tokens after `n`, empty ones past the end of the sentence."""
    found = prose.words[n + 1 : min(n + 1 + most, sentence.last)]
    return found + [""] * (most - len(found))


def asks(prose: Prose, sentence: Sentence) -> bool:
    """Return whether a sentence ends as a question."""
    return "?" in prose.words[max(sentence.first, sentence.last - 3) : sentence.last]
