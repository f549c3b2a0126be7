"""Keyword in context."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any, Literal

import pandas as pd

from rhetoric.match.entry import Entry
from rhetoric.match.find import find
from rhetoric.match.patterns import compile_patterns
from rhetoric.model.corpus import Corpus

COLUMNS = ["doc_id", "voice", "left", "hit", "right", "start", "end", "sentence"]
CUT_WORD = re.compile(r"\A\S*\s*")
WORD_CUT = re.compile(r"(?<=\s)\S+\Z|\A\S+\Z")
WORDS = re.compile(r"[^\W_]+")
MOST = 200  # rows that a notebook shows
Sort = Literal["text", "left", "right"]


class Concordance(pd.DataFrame):
    """A table of hits that a notebook shows as a concordance: contexts on both sides of the hit."""

    @property
    def _constructor(self) -> Callable[..., Any]:
        return Concordance

    def _repr_html_(self) -> str | None:
        if list(self.columns) != COLUMNS:
            plain: str | None = pd.DataFrame(self)._repr_html_()  # type: ignore[operator]
            return plain
        right = "text-align:right;white-space:nowrap"
        left = "text-align:left;white-space:nowrap"
        rows = "".join(
            f'<tr><td style="{left}">{escape(str(r.doc_id))}</td><td style="{left}">{escape(str(r.voice or ""))}</td>'
            f'<td style="{right}">{escape(str(r.left))}</td><td style="{left}"><b>{escape(str(r.hit))}</b></td>'
            f'<td style="{left}">{escape(str(r.right))}</td></tr>'
            for r in self.head(MOST).itertuples()
        )
        head = "".join(
            f'<th style="{right if name == "left" else left}">{name}</th>'
            for name in ("text", "voice", "left", "hit", "right")
        )
        more = f"<p>{len(self) - MOST:,} more rows</p>" if len(self) > MOST else ""
        return f"<p>{len(self):,} hits</p><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"


def concordance(corpus: Corpus, pattern: str, width: int = 60, sort: Sort = "text") -> Concordance:
    """Return every place where a pattern stands, with the words around it.

    Parameters
    ----------
    corpus : Corpus
    pattern : str
        See `rhetoric.match.pattern`.
    width : int
        Characters of context on each side, cut between words.
    sort : {'text', 'left', 'right'}
        By place in the texts, or by the words before (the nearest first) or after the hit.

    Returns
    -------
    Concordance
        A DataFrame: doc_id, voice, left, hit, right, start, end (code points), sentence (number in the text).

    Raises
    ------
    DictionaryError
        If the pattern is malformed.
    ValueError
        If `sort` is unknown.
    """
    if sort not in ("text", "left", "right"):
        raise ValueError(f"sort={sort!r}: choose 'text', 'left' or 'right'")
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
    keys = {
        "left": lambda r: WORDS.findall(r[2].lower())[::-1],
        "right": lambda r: WORDS.findall(r[4].lower()),
    }
    if sort in keys:
        rows.sort(key=keys[sort])
    return Concordance(rows, columns=COLUMNS)


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
