"""Keyword in context."""

from __future__ import annotations

import re

import pandas as pd

from rhetoric.match.entry import Entry
from rhetoric.match.find import find
from rhetoric.match.patterns import compile_patterns
from rhetoric.model.corpus import Corpus

COLUMNS = ["doc_id", "voice", "left", "hit", "right", "start", "end", "sentence"]
CUT_WORD = re.compile(r"\A\S*\s*")
WORD_CUT = re.compile(r"(?<=\s)\S+\Z|\A\S+\Z")


def concordance(corpus: Corpus, pattern: str, width: int = 60) -> pd.DataFrame:
    """Return every place where a pattern stands, with the words around it.

    Parameters
    ----------
    corpus : Corpus
    pattern : str
        See `rhetoric.match.pattern`.
    width : int
        Characters of context on each side, cut between words.

    Returns
    -------
    DataFrame
        doc_id, voice, left, hit, right, start, end (code points), sentence (number in the text), in reading order.

    Raises
    ------
    DictionaryError
        If the pattern is malformed.
    """
    tokens = corpus.tokens
    hits = find(compile_patterns([Entry(pattern, where="pattern")]), corpus)
    rows = []
    for first, last in zip(hits.first, hits.last, strict=True):
        doc, start, end = int(tokens.doc[first]), int(tokens.start[first]), int(tokens.end[last - 1])
        text = corpus.documents[doc].text
        voice = corpus.voices[corpus.token_voice[first]].id if corpus.voices else None
        sentence = int(corpus.token_sentence[first])
        order = int(corpus.sentence_order[sentence]) if sentence >= 0 else -1
        rows.append(
            (
                corpus.ids[doc],
                voice,
                before(text, start, width),
                text[start:end],
                after(text, end, width),
                start,
                end,
                order,
            )
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def before(text: str, start: int, width: int) -> str:
    """Return the words before a place, on one line."""
    piece = text[max(0, start - width) : start]
    if start > width and not text[start - width - 1].isspace() and not piece[:1].isspace():
        piece = CUT_WORD.sub("", piece)
    return " ".join(piece.split()) + (" " if piece[-1:].isspace() else "")


def after(text: str, end: int, width: int) -> str:
    """Return the words after a place, on one line."""
    piece = text[end : end + width]
    if end + width < len(text) and not text[end + width].isspace() and not piece[-1:].isspace():
        piece = WORD_CUT.sub("", piece)
    return (" " if piece[:1].isspace() else "") + " ".join(piece.split())
