"""The public tables, column by column; every result directory holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from rhetoric.errors import ContractError

if TYPE_CHECKING:
    import pyarrow as pa

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "documents": (
        ("doc_id", "str"),
        ("title", "str"),
        ("author", "str"),
        ("date", "str"),
        ("kind", "str"),
        ("source", "str"),
        ("lang", "str"),
        ("words", "int64"),
        ("sha256", "str"),
        ("text", "str"),
        ("url", "str"),
        ("meta", "str"),
        ("layout", "str"),
    ),
    "quotations": (
        ("doc_id", "str"),
        ("start", "int64"),
        ("end", "int64"),
        ("kind", "str"),
        ("speaker", "str"),
        ("mention_start", "Int64"),
        ("mention_end", "Int64"),
        ("cue", "str"),
        ("cue_start", "Int64"),
        ("cue_end", "Int64"),
        ("how", "str"),
        ("sure", "float64"),
    ),
    "evidence": (
        ("doc_id", "str"),
        ("feature", "str"),
        ("entry", "str"),
        ("start", "int64"),
        ("end", "int64"),
        ("text", "str"),
        ("voice", "str"),
        ("sentence", "int64"),
        ("weight", "float64"),
        ("repeat", "bool"),
        ("attrs", "str"),
    ),
    "stance": (
        ("doc_id", "str"),
        ("holder", "str"),
        ("target", "str"),
        ("target_start", "int64"),
        ("target_end", "int64"),
        ("value", "float64"),
        ("label", "str"),
        ("sure", "float64"),
    ),
    "exposure": (
        ("doc_id", "str"),
        ("voice", "str"),
        ("words", "int64"),
        ("sentences", "int64"),
        ("chars", "int64"),
    ),
    "scores": (
        ("doc_id", "str"),
        ("voice", "str"),
        ("feature", "str"),
        ("value", "float64"),
        ("unit", "str"),
        ("hits", "int64"),
        ("exposure", "float64"),
        ("low", "float64"),
        ("high", "float64"),
    ),
    "errors": (
        ("source", "str"),
        ("line", "Int64"),
        ("error", "str"),
        ("message", "str"),
    ),
}

COMPARISON: tuple[tuple[str, str], ...] = (
    ("feature", "str"),
    ("a", "str"),
    ("b", "str"),
    ("value_a", "float64"),
    ("value_b", "float64"),
    ("effect", "float64"),
    ("effect_kind", "str"),
    ("low", "float64"),
    ("high", "float64"),
    ("p", "float64"),
    ("q", "float64"),
    ("n_a", "int64"),
    ("n_b", "int64"),
    ("method", "str"),
    ("resamples", "int64"),
    ("seed", "int64"),
)


def arrow_schema(name: str) -> pa.Schema:
    """Return the Arrow columns of a public table."""
    import pyarrow as pa

    kinds = {
        "str": pa.large_string(),
        "int64": pa.int64(),
        "Int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
    }
    return pa.schema([(column, kinds[kind]) for column, kind in TABLES[name]])


def table(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with exactly the columns and types of a public table, in its order.

    Raises
    ------
    ContractError
        If a column is missing.
    """
    columns = TABLES[name]
    missing = [c for c, _ in columns if c not in rows.columns]
    if missing:
        raise ContractError(f"table {name!r} lacks {', '.join(missing)}", "add the columns")
    return rows[[c for c, _ in columns]].astype(dict(columns)).reset_index(drop=True)
