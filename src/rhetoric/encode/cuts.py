"""Where texts can be cut whatever stands there: at white space, and at marks that are always tokens by themselves."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Ints

WHITE = bytes(b for b in range(128) if chr(b).isspace())
Sorts = npt.NDArray[np.uint8]
BLANK, OTHER, TRAILING, LETTER, DIGIT, STOP, OPENING, CLOSING, EITHER = range(9)


def table() -> bytes:
    """Return the sort of every byte of UTF-8.

    Notes
    -----
    No token of several characters (`rhetoric.model.wordform`) begins with a mark that is `OPENING`, and none ends with one
    that is `CLOSING`. A `TRAILING` byte belongs to the character before it.
    """
    sort = bytearray([OTHER]) * 256
    sort[0x80:0xC0] = bytes([TRAILING]) * 0x40
    for kind, marks in ((STOP, "."), (OPENING, "([$*"), (CLOSING, ",;:?!)]%"), (EITHER, "\"'")):
        for mark in marks:
            sort[ord(mark)] = kind
    for b in range(128):
        if chr(b).isalnum():
            sort[b] = DIGIT if chr(b).isdecimal() else LETTER
    for b in WHITE:
        sort[b] = BLANK
    return bytes(sort)


TABLE = table()


def sorts(data: bytes) -> Sorts:
    """Return the sort of every byte."""
    return np.frombuffer(data.translate(TABLE), np.uint8)


def pieces(sort: Sorts) -> tuple[Ints, Ints]:
    """Return where the pieces begin and end: what stands between blanks, less a mark before it and up to two after it.

    Parameters
    ----------
    sort : uint8 array
        Of bytes that end with two blanks.

    Notes
    -----
    A full stop after two letters, a digit or a closing mark ends no abbreviation and no row of stops.
    """
    blank = sort == BLANK
    begin = np.empty(len(sort), np.bool_)
    begin[0] = True
    np.copyto(begin[1:], blank[:-1])
    mark = np.flatnonzero(sort >= STOP)
    here, after = sort[mark], sort[mark + 1]
    before = sort[mark - 1]  # before the first byte is the last, a blank
    plain = (before == DIGIT) | (before >= CLOSING) | (before == LETTER) & (sort[mark - 2] == LETTER)
    last = (after == BLANK) | (after >= CLOSING) & (sort[mark + 2] == BLANK)
    begin[mark[((here >= CLOSING) | (here == STOP) & plain) & last]] = True
    opens = ((here == OPENING) | (here == EITHER)) & (before == BLANK)
    begin[mark[opens] + 1] = True
    begin |= blank
    end = np.flatnonzero(begin[1:] & ~blank[:-1]).astype(np.int32) + 1
    begin &= ~blank
    return np.flatnonzero(begin).astype(np.int32), end
