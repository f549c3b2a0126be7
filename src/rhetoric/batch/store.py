"""Tables on disk: Parquet, CSV that spreadsheets open safely, JSON lines."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from rhetoric.errors import SettingsError

SUFFIXES = {".parquet": "parquet", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


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


def neutral(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows in which no text cell can run as a spreadsheet formula: an apostrophe stands before it."""
    out = rows.copy()
    for name in out.columns:
        if isinstance(out[name].dtype, pd.StringDtype) or out[name].dtype == object:
            risky = out[name].astype("str").str.startswith(DANGEROUS).fillna(False)
            out[name] = out[name].mask(risky, "'" + out[name].astype("str"))
    return out


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

    def add(self, rows: pd.DataFrame) -> None:
        """Append rows; the first part fixes columns and types."""
        if self.kind == "parquet":
            data = pa.Table.from_pandas(rows, preserve_index=False).replace_schema_metadata(None)
            self.file = self.file or pq.ParquetWriter(self.unfinished, data.schema, compression="zstd")
            self.file.write_table(data.cast(self.file.schema))
        elif self.kind == "csv":
            if not self.parts:
                self.file.write("\ufeff")
            neutral(rows).to_csv(self.file, index=False, header=not self.parts, lineterminator="\r\n")
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


class Store:
    """A result directory: every table in every format asked for.

    Parameters
    ----------
    folder : Path
    formats : sequence of {'parquet', 'csv', 'jsonl'}
    names : sequence of str
        The tables.
    """

    def __init__(self, folder: Path, formats: Sequence[str], names: Sequence[str]) -> None:
        self.tables = {(n, f): Table(folder / f"{n}.{f}", f) for n in names for f in formats}
        self.folder = folder

    def __enter__(self) -> Store:
        self.folder.mkdir(parents=True, exist_ok=True)
        for table in self.tables.values():
            table.__enter__()
        return self

    def add(self, rows: Mapping[str, pd.DataFrame]) -> None:
        """Append a shard's rows to every table."""
        for (name, _), table in self.tables.items():
            table.add(rows[name])

    def __exit__(self, *fault: Any) -> None:
        for table in self.tables.values():
            table.__exit__(*fault)
