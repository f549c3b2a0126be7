"""Tables on disk: Parquet, CSV that spreadsheets open safely, JSON lines."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from rhetoric.errors import SettingsError
from rhetoric.model.spreadsheet import csv

SUFFIXES = {".parquet": "parquet", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def write(rows: pd.DataFrame, path: Path) -> None:
    """Write one table to one file; the suffix chooses the format.

    Raises
    ------
    SettingsError
        If the suffix is none of .parquet, .csv, .jsonl.
    """
    kind = kind_of(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with Table(path, kind) as table:
        table.add(rows)


def kind_of(path: Path) -> str:
    """Return the format that a file's suffix stands for; see `write`."""
    if path.suffix.lower() not in SUFFIXES:
        raise SettingsError(
            f"cannot write {path.suffix or 'a file without a suffix'!r}",
            "use .csv, .jsonl or .parquet",
            str(path),
        )
    return SUFFIXES[path.suffix.lower()]


class Table:
    """One table that grows by parts; it has its name only when it is whole.

    Parameters
    ----------
    path : Path
        Where it will stand.
    kind : {'parquet', 'csv', 'jsonl'}
    """

    def __init__(self, path: Path, kind: str) -> None:
        self.path = path
        self.kind = kind
        self.unfinished = path.with_name(path.name + ".unfinished")
        self.parts = 0
        self.file: Any = None

    def __enter__(self) -> Table:
        self.file = (
            None if self.kind == "parquet" else self.unfinished.open("w", encoding="utf-8", newline="")
        )
        return self

    def add(self, rows: pd.DataFrame | pa.Table) -> None:
        """Append rows; the first part fixes columns and types."""
        if self.kind == "parquet":
            data = rows if isinstance(rows, pa.Table) else pa.Table.from_pandas(rows, preserve_index=False)
            data = data.replace_schema_metadata(None)
            self.file = self.file or pq.ParquetWriter(self.unfinished, data.schema, compression="zstd")
            self.file.write_table(data.cast(self.file.schema))
        elif isinstance(rows, pa.Table):
            self.add(frame(rows))
            return
        elif self.kind == "csv":
            self.file.write(csv(rows, head=not self.parts))
        elif len(rows):
            rows.to_json(self.file, orient="records", lines=True, force_ascii=False, double_precision=12)
        self.parts += 1

    def __exit__(self, fault: type[BaseException] | None, *rest: object) -> None:
        if self.file is not None:
            self.file.close()
        if fault is None and self.unfinished.exists():
            with self.unfinished.open("rb+") as whole:
                os.fsync(whole.fileno())
            self.unfinished.replace(self.path)
        elif self.unfinished.exists():
            self.unfinished.unlink()


def frame(rows: pa.Table) -> pd.DataFrame:
    """Return Arrow rows as pandas; whole numbers stay whole where some lack."""
    integers = {pa.int64(): pd.Int64Dtype()}
    lacking = [n for n in rows.column_names if rows[n].null_count]
    return rows.to_pandas(types_mapper=integers.get if lacking else None)  # type: ignore[no-any-return]
