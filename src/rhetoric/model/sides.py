"""Which side each voice of each text is on: by voice, by text, by a field of the texts or of the speakers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from rhetoric.errors import NotFound
from rhetoric.model.document import Document

VOICE = "voice"
SPEAKERS = "speakers"  # the field that holds what a loader knew of each speaker, by name
FIELDS = ("author", "date", "kind", "source")


def sides(documents: Iterable[Document], voices: pd.DataFrame, by: str) -> dict[tuple[str, str], str]:
    """Return the side of each voice of each text; only authors, speakers and quoted voices take sides.

    Parameters
    ----------
    documents : iterable of Document
    voices : DataFrame
        doc_id, voice and role, one row a text and voice.
    by : str
        ``'voice'``, ``'doc_id'``, a field of the texts, or a field of the speakers such as ``'party'``. What is known of a speaker
        goes before what is known of the text.

    Returns
    -------
    dict
        (document id, voice id) to the name of a side.

    Raises
    ------
    NotFound
        If neither a text nor a speaker has such a field; the message lists those there are.
    """
    texts = {d.id: d for d in documents}
    out = {}
    for row in voices.itertuples():
        if row.role == "unknown":
            continue
        doc, voice = str(row.doc_id), str(row.voice)
        side = voice if by == VOICE else field(texts[doc], voice, by)
        if side is not None:
            out[doc, voice] = str(side)
    if not out and by != VOICE and not any(d.field(by) is not None for d in texts.values()):
        shown = ", ".join(sorted(known(texts.values()))[:30])
        raise NotFound(f"no text has a field {by!r}", f"choose from {shown}", "by")
    return out


def field(document: Document, voice: str, name: str) -> Any:
    """Return what is known of a speaker under a name, or else of the text; None where nothing is."""
    return about(document).get(voice, {}).get(name, document.field(name))


def about(document: Document) -> Mapping[str, Mapping[str, Any]]:
    """Return what a text's loader knew of its speakers, by their names."""
    given = document.meta.get(SPEAKERS)
    return given if isinstance(given, dict) and all(isinstance(v, dict) for v in given.values()) else {}


def known(documents: Iterable[Document]) -> set[str]:
    """Return every field that texts can be told apart by."""
    out = {VOICE, "doc_id"}
    for d in documents:
        out |= {k for k in d.meta if k != SPEAKERS} | {k for k in FIELDS if d.field(k)}
        out |= {k for facts in about(d).values() for k in facts}
    return out
