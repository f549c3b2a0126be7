"""How three members look: how many words they have, how their heads end, and what stands right before and after them."""

from __future__ import annotations

from rhetoric.extract.devices.triple import Triple
from rhetoric.extract.devices.words import DASHES, FUNCTION
from rhetoric.extract.prose import Prose

LONG = 4  # words of a member from which on it is long
MARKS = frozenset((",", ":", ";", ".", "?", "!", "(", ")", '"')) | DASHES
ENDINGS = (2, 3, 4)  # letters of an ending


def shape(prose: Prose, triple: Triple) -> dict[str, float]:
    """Return what the form of three members shows, by name."""
    words, is_word, sentence = prose.words, prose.is_word, prose.sentences[triple.sentence]
    rows = [[words[n] for n in range(a, b) if is_word[n]] or [words[a]] for a, b in triple.members]
    sizes = [len(row) for row in rows]
    lengths = [sum(map(len, row)) + len(row) - 1 for row in rows]
    total = sum(sizes)
    out = {
        f"longest {min(max(sizes), LONG)}": 1.0,
        "even letters": min(lengths) / max(lengths),
        "words": total / 15,
        "small words": sum(w in FUNCTION for row in rows for w in row) / total,
    }
    small = set.intersection(*map(set, rows)) & FUNCTION
    if small:
        out["shared small words"] = float(len(small))
    told = {
        "single words": max(sizes) == 1,
        "growing": sizes[0] <= sizes[1] <= sizes[2] and sizes[0] < sizes[2],
        "equal": len(set(sizes)) == 1,
        "same first word": len({row[0] for row in rows}) == 1,
        "same last word": len({row[-1] for row in rows}) == 1,
    }
    out |= {name: 1.0 for name, holds in told.items() if holds}
    first, after = triple.members[0][0], triple.members[2][1]
    out[f"before {beside(prose, first - 1, sentence.first, sentence.last)}"] = 1.0
    out[f"after {beside(prose, after, sentence.first, sentence.last)}"] = 1.0
    heads = [row[-1] for row in rows]
    for size in ENDINGS:
        for head in heads:
            if len(head) > size + 1:
                name = f"-{head[-size:]}"
                out[name] = out.get(name, 0.0) + 0.35
    if len({head[-3:] for head in heads}) == 1:
        out["same ending"] = 1.0
    out["initials"] = len({row[0][0] for row in rows}) / 3
    return out


def beside(prose: Prose, n: int, first: int, last: int) -> str:
    """Return what a token of a sentence is: a mark, a small word, a word of content; 'edge' outside of the sentence."""
    if not first <= n < last:
        return "edge"
    word = prose.words[n]
    if word in MARKS:
        return "dash" if word in DASHES else word
    return word if word in FUNCTION else "content"
