"""Tables as a part keeps them until they are merged: strings that come again once, and the words of evidence not at all."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rhetoric.model.schema import arrow_schema
from rhetoric.model.stretches import cut

REPEATING = {
    "evidence": ("doc_id", "feature", "entry", "voice", "attrs"),
    "scores": ("doc_id", "voice", "feature", "unit"),
}
WORDS = {"evidence": "text"}  # they stand in the documents


def schema(name: str) -> pa.Schema:
    """Return the columns of a public table as a part keeps them."""
    again = pa.dictionary(pa.int32(), pa.large_string())
    return pa.schema(
        [
            (f.name, again if f.name in REPEATING.get(name, ()) else f.type)
            for f in arrow_schema(name)
            if f.name != WORDS.get(name)
        ]
    )


def kept(name: str, rows: pa.Table) -> pa.Table:
    """Return rows of a public table, with or without `text` of evidence, as a part keeps them."""
    columns = schema(name)
    return rows.select(columns.names).cast(columns).combine_chunks()


def public(name: str, rows: pa.Table, documents: pa.Table | None) -> pa.Table:
    """Return rows as they are in the public table.

    Parameters
    ----------
    name : str
    rows : pyarrow.Table
        As a part keeps them.
    documents : pyarrow.Table or None
        That of the same part; needed where the table holds words.
    """
    if name in WORDS and documents is not None:
        rows = rows.append_column(WORDS[name], words(rows, documents))
    columns = arrow_schema(name)
    return rows.select(columns.names).cast(columns)


def words(rows: pa.Table, documents: pa.Table) -> pa.Array:
    """Return the words of evidence, cut from the texts."""
    if not len(rows):
        return pa.array([], pa.large_string())
    ids, texts = (whole(documents, c) for c in ("doc_id", "text"))
    doc = whole(rows, "doc_id")
    place = pc.index_in(doc.dictionary, ids).to_numpy(zero_copy_only=False)
    which = place[doc.indices.to_numpy()].astype(np.int64)
    return cut(texts, which, rows["start"].to_numpy(), rows["end"].to_numpy())


def whole(rows: pa.Table, column: str) -> pa.Array:
    """Return a column as one array."""
    held = rows[column].combine_chunks()
    return pa.concat_arrays(held.chunks) if isinstance(held, pa.ChunkedArray) else held
