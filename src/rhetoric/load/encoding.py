"""Bytes to text, and a word on everything that had to be guessed or repaired."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from rhetoric.errors import BinaryInput, EmptyInput, InputError
from rhetoric.load.faults import refused
from rhetoric.load.mojibake import mend

BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with a byte-order mark"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
UTF8 = re.compile(
    rb"[\x00-\x7f]+|(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
MAC_APOSTROPHE = re.compile(rb"[a-z]\xd5[a-z]")
CP1252_QUOTES = re.compile(rb"[\x91-\x94]")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
CONTROLS_ALLOWED = 0.01
SAMPLE = 65_536
LARGEST = 500_000_000  # bytes of a file that is held whole


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the repairs that were needed to read it.

    Parameters
    ----------
    text : str
        Without a byte-order mark.
    repairs : tuple of str
        One phrase for each thing that was guessed or repaired.
    """

    text: str
    repairs: tuple[str, ...] = ()


def read_text(path: Path) -> Decoded:
    r"""Read a whole file as text; ``\r\n`` becomes ``\n``, and garbled characters are put right.

    Raises
    ------
    EmptyInput
        If there is nothing in it but white space.
    BinaryInput
        If it is no text.
    InputError
        If the system does not let it be read.
    """
    return put_right(decode(read_bytes(path), str(path)), str(path))


def put_right(decoded: Decoded, where: str) -> Decoded:
    r"""Return a decoded text with ``\r\n`` as ``\n`` and garbled characters put right; see `read_text`."""
    text = decoded.text.replace("\r\n", "\n")
    if not text.strip():
        raise EmptyInput("there is no text in it", "leave it out", where)
    mended, n = mend(text)
    repairs = decoded.repairs
    if n:
        repairs += (f"{n} garbled characters such as â€™ put right",)
    if lost := mended.count("\ufffd"):
        repairs += (f"{lost} characters were lost before (shown as \ufffd)",)
    return Decoded(mended, repairs)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file, with the system's refusals as errors of ours; one of more than half a gigabyte is refused."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            what = f"it is larger than {LARGEST // 1_000_000} MB"
            raise InputError(what, "split it, or write its texts as rows of a table", str(path))
        return path.read_bytes()
    except (OSError, ValueError) as fault:
        raise refused(fault, path) from None


def decode(raw: bytes, where: str = "") -> Decoded:
    """Decode bytes of unknown encoding.

    Raises
    ------
    BinaryInput
        If they are no text: NUL bytes, or more than one control character in a hundred.

    Notes
    -----
    Byte-order marks are believed; so is valid UTF-8. Bytes that are no UTF-8 are read as Windows-1252, one by one, so
    that a file pasted together from both comes out right; Mac Roman is taken where its apostrophe stands inside
    words. Other encodings are not guessed: what comes out will not look English, and is refused as such.
    """
    for mark, codec, name in BOMS:
        if raw.startswith(mark):
            try:
                text = raw[len(mark) :].decode(codec)
            except UnicodeDecodeError:
                if codec != "utf-8":
                    raise not_text(where) from None
                text = mixed(raw[len(mark) :])
            return Decoded(checked(text, where), (f"read as {name}",))
    if codec := unmarked_utf16(raw):
        return Decoded(checked(raw.decode(codec), where), ("read as UTF-16 without a byte-order mark",))
    if b"\x00" in raw:
        raise not_text(where)
    try:
        return Decoded(checked(raw.decode("utf-8"), where))
    except UnicodeDecodeError:
        pass
    if len(MAC_APOSTROPHE.findall(raw)) > len(CP1252_QUOTES.findall(raw)):
        return Decoded(checked(raw.decode("mac_roman"), where), ("not UTF-8: read as Mac Roman",))
    return Decoded(checked(mixed(raw), where), ("not UTF-8: the bytes that are none read as Windows-1252",))


def mixed(raw: bytes) -> str:
    """Decode what is valid UTF-8 as such and every other byte as Windows-1252."""
    parts: list[str] = []
    at = 0
    for match in UTF8.finditer(raw):
        parts.append(raw[at : match.start()].decode("cp1252", "replace"))
        parts.append(match.group().decode("utf-8"))
        at = match.end()
    parts.append(raw[at:].decode("cp1252", "replace"))
    return "".join(parts)


def unmarked_utf16(raw: bytes) -> str:
    """Return the codec of Latin text in UTF-16 that has no mark: every other byte is NUL."""
    head = raw[: SAMPLE - SAMPLE % 2]
    if len(head) < 4 or len(raw) % 2 or b"\x00" not in head:
        return ""
    half = len(head) / 2
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    codec = "utf-16-le" if odd > 0.7 and even < 0.05 else "utf-16-be" if even > 0.7 and odd < 0.05 else ""
    try:
        raw.decode(codec or "utf-16-le")
    except UnicodeDecodeError:
        return ""
    return codec


def checked(text: str, where: str) -> str:
    """Return the text, refusing one with control characters in the place of letters."""
    if len(CONTROLS.findall(text)) > CONTROLS_ALLOWED * len(text) or "\x00" in text:
        raise not_text(where)
    return text


def not_text(where: str) -> BinaryInput:
    """Return the error for bytes that are no text."""
    return BinaryInput("the bytes are no text", "save it as plain text in UTF-8", where)
