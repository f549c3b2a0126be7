"""VADER's words from the tokens of a corpus, so that no text is cut again: most of what the rules ask is known of a token's type."""

from __future__ import annotations

import string
from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from rhetoric.extract.vaderwords import Cut, mapped, vader, vader_words
from rhetoric.model.columns import Array, Bools, Ints, ahead
from rhetoric.model.corpus import Corpus

ODD = -1  # a type whose sentences are cut from their text
WORD = 1 << 20  # added for each token of a chunk that is more than marks
UNCLEAR = 2 * WORD


def cut_tokens(corpus: Corpus, rows: Ints) -> tuple[Cut, Bools]:
    """Cut sentences into words as VADER does, at white space.

    Parameters
    ----------
    corpus : Corpus
    rows : int array, shape (n,)
        Rows of `Corpus.sentences` with tokens, rising.

    Returns
    -------
    cut : Cut
        Of the plain sentences.
    plain : bool array, shape (n,)
        Which sentences are plain: without "?", "!" and emojis, and with no token across their ends.

    Notes
    -----
    Every character but white space is in some token, so a chunk between spaces is a run of tokens that touch. Half a surrogate
    pair is a "?" among the tokens, so that its sentence is not plain.
    """
    tokens = corpus.tokens
    first, last = token_bounds(corpus, rows)
    plain = ends_apart(corpus, rows, first, last)
    if not len(rows):
        return Cut(*[np.zeros(n, np.int64) for n in (0, 1, 0, 0)]), plain
    number = tokens.vocab.known("words of VADER", alone)[tokens.ids]
    plain[np.searchsorted(first, np.flatnonzero(number == ODD), side="right") - 1] = False

    begins = np.ones(len(number), np.bool_)
    np.not_equal(tokens.start[1:], tokens.end[:-1], out=begins[1:])
    begins[first] = begins[last[last < len(begins)]] = True
    heads, size = runs(begins)
    number[heads] = together(corpus, heads, size)

    inside = np.zeros(2 * len(rows) + 1, np.bool_)  # before a sentence, in it, and so on
    inside[1::2] = plain
    bounds = np.stack([first, last], axis=1).ravel()
    begins &= np.repeat(inside, np.diff(bounds, prepend=0, append=len(begins)))
    kept, first = np.flatnonzero(begins), first[plain]
    none = np.zeros(len(first), np.int64)
    return Cut(number[kept], np.append(np.searchsorted(kept, first), len(kept)), none, none), plain


def token_bounds(corpus: Corpus, rows: Ints) -> tuple[Array, Array]:
    """Return the first token of sentences, and the one after their last."""
    sentence = corpus.token_sentence
    starts = np.flatnonzero(np.diff(sentence, prepend=-2))
    wanted = np.zeros(len(corpus.sentences) + 1, np.bool_)  # the last for tokens outside all
    wanted[rows] = True
    held = np.flatnonzero(wanted[sentence[starts]])
    return starts[held], np.append(starts, len(sentence))[held + 1]


def ends_apart(corpus: Corpus, rows: Ints, first: Array, last: Array) -> Bools:
    """Return whether no token reaches across either end of sentences."""
    tokens, sentences = corpus.tokens, corpus.sentences
    before = np.where(tokens.doc[first] == tokens.doc[first - 1], tokens.end[first - 1], 0)
    before[first == 0] = 0
    apart: Bools = (before <= sentences.start[rows]) & (tokens.end[last - 1] <= sentences.end[rows])
    return apart


def runs(begins: Bools) -> tuple[Array, Array]:
    """Return where runs of several tokens begin, and how many they are."""
    others = np.flatnonzero(~begins)
    new = np.flatnonzero(np.diff(others, prepend=-2) > 1)
    return others[new] - 1, np.diff(new, append=len(others)) + 1


def together(corpus: Corpus, heads: Array, size: Array) -> Array:
    """Return which of VADER's words each run of tokens is: that of its one word, or else what its text is."""
    if not len(heads):
        return np.zeros(0, np.int64)
    tokens, vocab = corpus.tokens, corpus.tokens.vocab
    offset = np.cumsum(size) - size
    parts = vocab.known("words of VADER among marks", among_marks)[tokens.ids[ahead(heads, size)]]
    number: Array = np.add.reduceat(parts, offset, dtype=np.int64)
    unclear = np.flatnonzero(number >> 20 != 1)
    number &= WORD - 1
    head, tail = heads[unclear], heads[unclear] + size[unclear] - 1
    texts = [d.text for d in corpus.documents]
    spans = zip(
        tokens.doc[head].tolist(), tokens.start[head].tolist(), tokens.end[tail].tolist(), strict=True
    )
    chunks = [texts[doc][start:end] for doc, start, end in spans]
    memory: dict[str, int] = vocab.memory.setdefault("chunks of VADER", {})
    if fresh := [chunk for chunk in dict.fromkeys(chunks) if chunk not in memory]:
        memory.update(zip(fresh, numbers(fresh).tolist(), strict=True))
    number[unclear] = [memory[chunk] for chunk in chunks]
    return number


def alone(types: Sequence[str]) -> Array:
    """Return which of VADER's words each type is by itself, or `ODD`."""
    odd = {"?", "!", *vader().emojis}
    out = numbers(types)
    out[[n for n, word in enumerate(types) if not odd.isdisjoint(word)]] = ODD
    return out


def among_marks(types: Sequence[str]) -> Array:
    """Return for each type which of VADER's words a chunk is that holds it and marks besides.

    Marks come off a chunk unless two letters or fewer are left: then the chunk is of no list, but for emoticons.

    Returns
    -------
    int array, shape (types,)
        0 for marks; `UNCLEAR` where the marks make a difference; else `WORD` and the word.
    """
    bare = [mapped(word).strip(string.punctuation) for word in types]
    listed = vader_words().lower
    short = {w for word in listed if len(w := word.strip(string.punctuation)) <= 2 and w != word}
    out = np.where([len(word) > 2 for word in bare], numbers(bare), [2 + word.isupper() for word in bare])
    out += WORD
    out[[n for n, word in enumerate(bare) if word.lower() in short]] = UNCLEAR
    out[[n for n, word in enumerate(bare) if not word]] = 0
    return out


def numbers(chunks: Sequence[str]) -> Array:
    """Return which of VADER's words each chunk is."""
    encoded = [mapped(chunk).encode("utf-8", "surrogatepass") for chunk in chunks]
    return vader_words().numbers(pa.array(encoded, pa.large_binary()))
