"""Which format a file is in, by its ending."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from rhetoric.errors import DictionaryError
from rhetoric.match.dictionary import Dictionary
from rhetoric.match.formats import lexicoder, liwc, liwc22, liwcwrite, quanteda, tabular, wordstat, yoshikoder
from rhetoric.match.formats.draft import Draft
from rhetoric.match.formats.holding import Held


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of dictionary file.

    Parameters
    ----------
    endings : tuple of str
    read : callable
        Takes the bytes of a file and the draft to fill.
    hold : callable
        Finds what of a dictionary can be written.
    write : callable
        Takes that and the dictionary, and returns the text of a file.
    """

    endings: tuple[str, ...]
    read: Callable[[bytes, Draft], None]
    hold: Callable[[Dictionary], Held]
    write: Callable[[Dictionary, Held], str]


FORMATS: dict[str, Format] = {
    "quanteda": Format((".yml", ".yaml"), quanteda.read, quanteda.hold, quanteda.write),
    "liwc": Format((".dic",), liwc.read, liwcwrite.hold, liwcwrite.write),
    "liwc22": Format((".dicx",), liwc22.read, liwc22.hold, liwc22.write),
    "wordstat": Format((".cat",), wordstat.read, wordstat.hold, wordstat.write),
    "lexicoder": Format((".lc3",), lexicoder.read, lexicoder.hold, lexicoder.write),
    "yoshikoder": Format((".ykd", ".lcd"), yoshikoder.read, yoshikoder.hold, yoshikoder.write),
    "csv": Format((".csv",), tabular.read, tabular.hold, tabular.write),
    "tsv": Format((".tsv",), tabular.read, tabular.hold, tabular.write_tabs),
}


def read_dictionary(path: str | Path, format: str | None = None) -> Dictionary:
    """Read a dictionary of this or another program.

    Parameters
    ----------
    path : path
        A file of quanteda (.yml, .yaml), LIWC (.dic), LIWC-22 (.dicx), WordStat (.cat), Lexicoder (.lc3,
        .lcd), Yoshikoder (.ykd), or a table (.csv, .tsv).
    format : {'quanteda', 'liwc', 'liwc22', 'wordstat', 'lexicoder', 'yoshikoder', 'csv', 'tsv'}, optional
        The kind of file, where its ending does not say.

    Returns
    -------
    Dictionary
        Its `notes` say what the file has and the dictionary has not, by line.

    Raises
    ------
    DictionaryError
        If there is no such file, its ending is unknown, it is malformed, or there is no pattern in it.
    """
    path = Path(path)
    kind = chosen(path, format)
    try:
        raw = path.read_bytes()
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or fault
        raise DictionaryError(f"cannot be read ({reason})", "check the path", str(path)) from None
    draft = Draft(str(path), path.stem)
    kind.read(raw, draft)
    return draft.done()


def write_dictionary(dictionary: Dictionary, path: str | Path) -> tuple[str, ...]:
    """Write a dictionary for this or another program; the file is replaced only when the new one is whole.

    Parameters
    ----------
    dictionary : Dictionary
    path : path
        Its ending says the format; see `read_dictionary`.

    Returns
    -------
    tuple of str
        What the format cannot hold: patterns left out, and what others lose.

    Raises
    ------
    DictionaryError
        If the ending is unknown, nothing of the dictionary fits the format, or the file cannot be written.
    """
    path = Path(path)
    kind = chosen(path, None)
    if path.suffix.lower() == ".lcd":
        raise DictionaryError("files of Lexicoder 2 are only read", "choose .lc3 or .ykd", str(path))
    part = kind.hold(dictionary)
    if not part.rows:
        first = f" ({part.notes[0]})" if part.notes else ""
        raise DictionaryError(f"no pattern of it can be written there{first}", "choose .csv", str(path))
    replace(path, kind.write(dictionary, part))
    return part.notes


def chosen(path: Path, name: str | None) -> Format:
    """Return the format of a file, by its name where one is given."""
    if name is not None:
        if name in FORMATS:
            return FORMATS[name]
        near = get_close_matches(name, FORMATS, 1)
        do = f"did you mean {near[0]!r}?" if near else f"choose one of {', '.join(FORMATS)}"
        raise DictionaryError(f"unknown format {name!r}", do, str(path))
    ending = path.suffix.lower()
    found = next((kind for kind in FORMATS.values() if ending in kind.endings), None)
    if found is None:
        known = ", ".join(e for kind in FORMATS.values() for e in kind.endings)
        what = f"unknown ending {path.suffix!r}" if ending else "no ending"
        raise DictionaryError(what, f"give the file one of {known}", str(path))
    return found


def replace(path: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all."""
    real = Path(os.path.realpath(path))
    beside = real.with_name(f".{real.name[:100]}.{secrets.token_hex(6)}.part")
    try:
        try:
            with beside.open("x", encoding="utf-8", newline="") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            beside.replace(real)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as fault:
        do = "check the folder and that it may be written to"
        raise DictionaryError(f"cannot be written ({fault.strerror})", do, str(path)) from None
