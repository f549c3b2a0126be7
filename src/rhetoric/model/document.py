"""A text as it was read, and what its loader knew of its layout."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text whose kind its loader knew: a headline, a byline, a turn.

    Parameters
    ----------
    kind : str
        The name of a `Kind` in lower case, such as ``'headline'``.
    start, end : int
        Half-open code points into the text.
    note : str
        The speaker of a turn, or why a stretch is taken for boilerplate.
    """

    kind: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its metadata; the text is final, and offsets everywhere are code points into it.

    Parameters
    ----------
    id : str
        Unique in a corpus.
    text : str
        The whole text, furniture included, to the character.
    title, author, date, kind, source, lang, url : str
        What is known, else empty. `date` is ISO 8601 as far as it goes; `kind` is ``'interview'``, ``'op-ed'``, ...;
        `source` is the file (and row) it came from.
    meta : mapping
        Any further fields, such as ``outlet`` or ``party``.
    layout : tuple of Mark
        What the loader knew of the text's layout.
    """

    id: str
    text: str
    title: str = ""
    author: str = ""
    date: str = ""
    kind: str = ""
    source: str = ""
    lang: str = ""
    url: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)
    layout: tuple[Mark, ...] = ()
    _sha256: str = field(default="", init=False, repr=False, compare=False)

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal; worked out once, and it goes with the text to other processes."""
        if not self._sha256:
            made = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "_sha256", made)
        return self._sha256

    def field(self, name: str) -> Any:
        """Return a field of this document or of its metadata, or ``None``."""
        if name == "doc_id":
            return self.id
        if name in {"id", "title", "author", "date", "kind", "source", "lang", "url"}:
            return getattr(self, name) or None
        return self.meta.get(name)
