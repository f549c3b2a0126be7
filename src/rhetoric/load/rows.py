"""One row of a table or of JSON lines to a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rhetoric.errors import EmptyInput, InputError
from rhetoric.load.lines import stem
from rhetoric.load.mojibake import garbled
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

FIELDS = ("title", "author", "date", "kind", "lang", "url")
SURROGATE = re.compile("[\ud800-\udfff]")


def document(row: Mapping[str, Any], path: Path, line: int, settings: Settings) -> Document:
    """Return the document of one row; its text is kept to the character.

    `title`, `author`, `date`, `kind`, `lang` and `url` become fields where they are strings (a date may be a number);
    everything else is kept as metadata. A `speaker` is the author of a row that names no other. A row without an identifier is called after its file and line. Half of a
    surrogate pair, which no file can hold, becomes U+FFFD.

    Raises
    ------
    InputError
        If the row has no text.
    EmptyInput
        If its text is empty.
    """
    where = str(path)
    if settings.text_column not in row:
        shown = ", ".join(map(repr, list(row)[:20])) or "none"
        what = f"no field {settings.text_column!r}; its fields are {shown}"
        raise InputError(what, "name the one that holds the text with --text-column", where, line)
    text = row[settings.text_column]
    if text is not None and not isinstance(text, str):
        what = f"field {settings.text_column!r} holds a {type(text).__name__}, not a text"
        raise InputError(what, "name the one that holds the text with --text-column", where, line)
    if not text or text.isspace():
        raise EmptyInput("the text is empty", "leave the row out", where, line)
    used = {settings.text_column, settings.id_column}
    fields: dict[str, Any] = {
        name: whole(row[name]) for name in FIELDS if name not in used and isinstance(row.get(name), str)
    }
    if isinstance(row.get("date"), int) and "date" not in used:
        fields["date"] = str(row["date"])
    if not fields.get("author") and "speaker" not in used and isinstance(row.get("speaker"), str):
        fields["author"] = whole(row["speaker"]).strip()
    return Document(
        id=identifier(row.get(settings.id_column)) or f"{stem(path)}-{line}",
        text=whole(text),
        source=f"{path}:{line}",
        meta={k: v for k, v in row.items() if k not in used and k not in fields},
        **fields,
    )


def identifier(value: Any) -> str:
    """Return an identifier as text; a number is one, anything else is none."""
    if isinstance(value, str):
        return whole(value).strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def whole(text: str) -> str:
    """Return a text in which halves of surrogate pairs are U+FFFD; every offset stays."""
    if text.isascii():
        return text
    try:
        text.encode()  # quicker than to search
    except UnicodeEncodeError:
        return SURROGATE.sub("\ufffd", text)
    return text


def doubts(document: Document, path: Path, line: int, repair: str = "") -> list[Problem]:
    """Return warnings about the characters of a row, which is left as it is."""
    found = [repair] if repair else []
    if not document.text.isascii():
        if "\ufffd" in document.text:
            found.append("characters were lost before (shown as \ufffd)")
        if garbled(document.text):
            found.append("it holds garbled characters such as â€™, which are left as they are")
    return [Problem(str(path), line, "encoding", what, "warning", document.id) for what in found]
