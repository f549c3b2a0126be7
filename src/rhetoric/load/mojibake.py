"""Put right what was UTF-8, was read as Windows-1252 and saved again: ``â€™`` for an apostrophe."""

from __future__ import annotations

import re

PASSES = 3


def single_bytes() -> dict[str, int]:
    """Return the byte that stands behind each character of Windows-1252, its five gaps filled from Latin-1."""
    return {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(0x80, 0x100)}


BYTE = single_bytes()
TAIL = "[" + re.escape("".join(c for c, b in BYTE.items() if b < 0xC0)) + "]"
GARBLED = re.compile(f"[ÂÃ]{TAIL}|[âï]{TAIL}{{2}}|ð{TAIL}{{3}}")
HALF_QUOTE = re.compile(r"â€\ufffd|â€(?=[\s.,;:!?)]|$)")
SIGNS = "ÂÃâïð"


def mend(text: str) -> tuple[str, int]:
    """Return the text with garbled characters put right, and how many sequences were mended.

    Only sequences that no language writes are touched: ``Â`` or ``Ã`` before a character of the upper half of
    Windows-1252, ``â`` or ``ï`` before two of them, ``ð`` before three, where together they are valid UTF-8. Text that
    was garbled twice is mended twice. A closing quotation mark whose last byte was dropped (``â€``) is mended as well.
    """
    if not signs(text):
        return text, 0
    total = 0
    for _ in range(PASSES):
        n = sum(restored(match) != match.group() for match in GARBLED.finditer(text))
        text, halves = HALF_QUOTE.subn("”", GARBLED.sub(restored, text) if n else text)
        total += n + halves
        if not n:
            break
    return text, total


def signs(text: str) -> bool:
    """Whether a text holds a character that garbled sequences begin with; to ask for one after the other is quick."""
    return any(sign in text for sign in SIGNS)


def garbled(text: str) -> bool:
    """Whether a text holds a sequence that `mend` would change."""
    return signs(text) and any(restored(m) != m.group() for m in GARBLED.finditer(text))


def restored(match: re.Match[str]) -> str:
    """Return the character behind a garbled sequence, or the sequence where it is none."""
    found = match.group()
    try:
        return bytes(BYTE[c] for c in found).decode("utf-8")
    except UnicodeDecodeError:
        return found
