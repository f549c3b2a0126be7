"""Stretches of texts as Arrow text, all cut at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rhetoric.model.columns import Array

if TYPE_CHECKING:
    import pyarrow as pa

INLINE = 12  # bytes that a view holds in itself


def cut(texts: pa.LargeStringArray, which: Array, start: Array, end: Array) -> pa.LargeStringArray:
    """Return the words of many stretches.

    Parameters
    ----------
    texts : pyarrow.LargeStringArray
        Less than 2 GB together.
    which : integer array, shape (n,)
        Positions in `texts`.
    start, end : integer arrays, shape (n,)
        Half-open code points into that text.
    """
    import pyarrow as pa

    edges = np.frombuffer(texts.buffers()[1], np.int64)[texts.offset : texts.offset + len(texts) + 1]
    held = texts.buffers()[2]
    raw = np.frombuffer(held, np.uint8)[: edges[-1]] if held is not None else np.empty(0, np.uint8)
    first, past = in_bytes(raw, edges, which, start), in_bytes(raw, edges, which, end)
    return pa.Array.from_buffers(
        pa.string_view(), len(which), [None, pa.py_buffer(views(raw, first, past)), pa.py_buffer(raw)]
    ).cast(pa.large_string())


def in_bytes(raw: Array, edges: Array, which: Array, place: Array) -> Array:
    """Return the byte at which each code point begins; only bytes within characters, which are few, are looked at."""
    within = np.flatnonzero(raw.view(np.int8) < -64)  # 10xxxxxx
    before = within - np.arange(len(within))  # the code point that comes after each of them
    point = (edges - np.searchsorted(within, edges))[which] + place
    return point + np.searchsorted(before, point, "right")


def views(raw: Array, first: Array, past: Array) -> Array:
    """Return Arrow's string views: length, then the whole of a short string, or a head, buffer 0 and place of a long one."""
    size = past - first
    padded = np.append(raw, np.zeros(INLINE, np.uint8))
    heads = np.lib.stride_tricks.sliding_window_view(padded, INLINE)[first]
    heads[np.arange(INLINE) >= size[:, None]] = 0
    out = np.empty((len(first), 4), np.int32)
    out[:, 0] = size
    out[:, 1:] = heads.view(np.int32)
    long = size > INLINE
    out[long, 2], out[long, 3] = 0, first[long]
    return out
