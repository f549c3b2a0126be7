"""What the tests of this folder share: a text to a corpus with voices, and its quotations in readable form."""

from __future__ import annotations

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.segment import segment
from rhetoric.voice import Override, attribute


def voiced(
    text: str,
    author: str = "",
    layout: tuple[Mark, ...] = (),
    overrides: tuple[Override, ...] = (),
    doc_id: str = "d",
) -> Corpus:
    """Return a corpus of one text with its voices."""
    return attribute(segment(Corpus((Document(doc_id, text, author=author, layout=layout),))), overrides)


def said(corpus: Corpus, *kinds: str) -> list[tuple[str, str, str | None]]:
    """Return kind, words and speaker of every quotation, or of those of some kinds."""
    return [
        (q.kind, corpus.documents[q.doc].text[q.start : q.end], q.speaker)
        for q in corpus.quotations
        if not kinds or q.kind in kinds
    ]


def owner(corpus: Corpus, words: str) -> str:
    """Return the id of the one voice that speaks all of some words."""
    text = corpus.documents[0].text
    start = text.index(words)
    end = start + len(words)
    rows = [
        corpus.voices[v].id
        for s, e, v in zip(
            corpus.spoken.start.tolist(),
            corpus.spoken.end.tolist(),
            corpus.spoken.voice.tolist(),
            strict=True,
        )
        if s < end and e > start
    ]
    assert len(set(rows)) == 1, rows
    return rows[0]
