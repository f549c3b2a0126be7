"""From the bytes of a dictionary file to clean text."""

from __future__ import annotations

import codecs

from rhetoric.match.formats.draft import Draft

CONTROLS = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160), 0xFEFF], " ")
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(raw: bytes, draft: Draft) -> str:
    """Decode a file by its byte order mark, as UTF-8, or else as Windows-1252 with a note.

    Raises
    ------
    DictionaryError
        If the bytes are no text.
    """
    encoding = next((name for mark, name in MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        if encoding != "utf-8" or b"\0" in raw:
            raise draft.fault("not text", "save the dictionary as UTF-8 text", line) from None
        text, name = western(raw)
        draft.note(line, f"not UTF-8, read as {name}")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise draft.fault("not text", "save the dictionary as UTF-8 text", line)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def western(raw: bytes) -> tuple[str, str]:
    """Decode bytes as Windows-1252, or as Latin-1 where some have no meaning in it, and say which."""
    try:
        return raw.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "Latin-1"


def clean(text: str) -> str:
    """Trim a text, and make every run of white space and control characters in it one blank."""
    return " ".join(text.translate(CONTROLS).split())
