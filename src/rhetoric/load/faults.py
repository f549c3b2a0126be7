"""What other people's code says of a bad file, in words that its reader understands."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from pathlib import Path

from rhetoric.errors import InputError, MissingInput

AGAIN = "copy or download it again"
ENDING = "give it the ending of what it is"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how Office files began before 2007, and begin where they have a password
LONGEST = 120


def said(fault: Exception) -> str:
    """Return the message of an error in one short line; its kind where it has none."""
    what = fault.args[0] if isinstance(fault, KeyError) and fault.args else fault
    words = " ".join(str(what).split()).rstrip(".") or type(fault).__name__
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} ..."


def refused(fault: Exception, path: Path) -> InputError:
    """Return the error for a file that the system, or gzip, does not let us read."""
    where = str(path)
    if isinstance(fault, FileNotFoundError):
        return MissingInput("no such file", "check the path", where)
    if isinstance(fault, EOFError):
        return InputError("it is cut off before its end", AGAIN, where)
    if isinstance(fault, gzip.BadGzipFile) and str(fault).startswith("Not a gzipped"):
        return InputError("it is not packed by gzip, whatever its name says", "take .gz off its name", where)
    if isinstance(fault, gzip.BadGzipFile | zlib.error | zipfile.BadZipFile | NotImplementedError):
        return InputError(f"it is damaged ({said(fault)})", AGAIN, where)
    why = getattr(fault, "strerror", None) or said(fault)
    return InputError(f"it cannot be read ({why})", "check the file and its permissions", where)


def no_archive(fault: Exception, path: Path) -> InputError:
    """Return the error for a file that should be a zip archive, as those of Word, Excel and OpenDocument are."""
    try:
        with path.open("rb") as file:
            start = file.read(len(OLE))
    except OSError as error:
        return refused(error, path)
    where = str(path)
    if start == OLE:
        what = "it is an Office file of before 2007, or has a password"
        return InputError(what, "save it as it is done today, without a password", where)
    if not start.startswith(b"PK"):
        return InputError("it is no archive, whatever its ending says", ENDING, where)
    if "not a zip file" in str(fault):
        return InputError(
            "it is damaged: its list of contents, which stands at the end, is missing", AGAIN, where
        )
    return InputError(f"it is damaged ({said(fault)})", AGAIN, where)


def unforeseen(fault: Exception, where: str) -> InputError:
    """Return the error for what no loader should do."""
    return InputError(
        f"its loader failed ({type(fault).__name__}: {fault})", "report this, with the file", where
    )
