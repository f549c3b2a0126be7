"""The questions of a corpus: where they stand, who asks, and whether another voice goes on after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rhetoric.extract.devices.words import AUXILIARIES, DASHES, QUESTION_WORDS, closed
from rhetoric.extract.prose import Prose, Sentence

ASKING = closed("ask asks asked asking wonder wonders wondered enquired inquired enquires inquires")
LEADING = closed("and but so then or yet now well")
OPENING = AUXILIARIES | QUESTION_WORDS | LEADING
ANSWERING = ("speaker", "quoted")
SPOILT = frozenset(("â", "�"))
TITLE_SHARE = 0.6
LABEL = 16


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the body.

    Parameters
    ----------
    at : int
        Its sentence, as a position in `Prose.sentences`.
    first, end : int
        Its first token and its question mark.
    voice : int
        Who asks.
    other : {'', 'answers', 'tells'}
        Whether the next voice that does not ask is another one: that of a speaker, who may be known by a label only, or
        a narrator's after a quotation.
    """

    at: int
    first: int
    end: int
    voice: int
    other: str


def questions(prose: Prose) -> list[Question]:
    """Return the questions of the body, the last one first, but for titles, requests for leave to speak, and what is only reported."""
    if "questions" not in prose.told:
        prose.told["questions"] = list(asking(prose))
    found: list[Question] = prose.told["questions"]
    return found


def asking(prose: Prose) -> Iterator[Question]:
    """Yield what `questions` returns."""
    marks = [mark(prose, s) for s in prose.sentences]
    follow: Sentence | None = None
    for n in range(len(marks) - 1, -1, -1):
        sentence, end = prose.sentences[n], marks[n]
        after = prose.sentences[n + 1] if n + 1 < len(marks) else None
        if after is None or after.doc != sentence.doc or after.heading:
            follow = None
        elif marks[n + 1] < 0 or after.opener != sentence.closer:
            follow = after
        if end < 0 or sentence.heading:
            continue
        first = opening(prose, sentence, end)
        voice = prose.voice[first]
        if voice != sentence.opener and asked(prose, sentence.first, first):
            continue
        if titled(prose, first, end) or thrown(prose, sentence.first, first) or leave(prose, first, end):
            continue
        other = ""
        if after is not None and after.doc == sentence.doc and labelled(prose, after):
            other = "answers"
        elif follow is not None and follow.opener != voice:
            other = "answers" if prose.roles[follow.opener] in ANSWERING else "tells"
        yield Question(n, first, end, voice, other)


def mark(prose: Prose, sentence: Sentence) -> int:
    """Return the question mark that ends a sentence, or -1; one inside an address or left by a spoilt letter is none."""
    for n in range(sentence.last - 1, sentence.first - 1, -1):
        word = prose.words[n]
        if word[0] == "?":
            return n if n == sentence.first or not spoilt(prose, n) else -1
        if prose.is_word[n]:
            break
    return -1


def spoilt(prose: Prose, n: int) -> bool:
    """Return whether a question mark stands for a letter or sign that was lost: after half a letter, or after a full stop."""
    before = prose.words[n - 1]
    return before in SPOILT or (before[-1] in ".)" and prose.end[n - 1] < prose.start[n]) or before == "."


def opening(prose: Prose, sentence: Sentence, end: int) -> int:
    """Return the first word of the question: of the sentence, or after its last colon or dash if it opens there."""
    for n in range(end - 1, sentence.first, -1):
        if prose.words[n] in DASHES or prose.words[n] in (":", ";"):
            first = prose.openers(n + 1, end, 1)
            if first and prose.words[first[0]] in OPENING:
                return first[0]
            break
    return prose.openers(sentence.first, end, 1)[0]


def asked(prose: Prose, first: int, last: int) -> bool:
    """Return whether the words before a quoted question say that it was put to somebody."""
    return any(prose.words[n] in ASKING for n in range(first, last))


def labelled(prose: Prose, sentence: Sentence) -> bool:
    """Return whether a sentence opens with the label of a speaker: 'LUGAR: Well', 'A: No'."""
    for n in range(sentence.first, min(sentence.last, sentence.first + LABEL)):
        if prose.words[n] == ":":
            before = [prose.shown[k] for k in range(sentence.first, n) if prose.is_word[k]]
            return before == ["A"] or any(w.isupper() and len(w) > 2 for w in before)
        if prose.is_word[n] and not prose.shown[n][0].isupper():
            return False
    return False


def thrown(prose: Prose, first: int, last: int) -> bool:
    """Return whether a bracket that stands open before the question marks it as an interruption of a speech."""
    before = prose.words[first:last]
    return "[" in before and "]" not in before


def leave(prose: Prose, first: int, end: int) -> bool:
    """Return whether a question only asks leave to say what it says: 'May I remind the House ...?'."""
    rows = prose.openers(first, end, 5)
    words = [prose.words[n] for n in rows]
    return any(one in ("may", "might") and two == "i" for one, two in pairwise(words))


def titled(prose: Prose, first: int, end: int) -> bool:
    """Return whether a question is written as the title of a work is, or a heading: longer words with a capital."""
    longer = [n for n in range(first + 1, end) if prose.is_word[n] and len(prose.words[n]) > 3]
    capital = sum(prose.shown[n][0].isupper() for n in longer)
    return len(longer) > 2 and capital > TITLE_SHARE * len(longer)
