"""SQL over a result directory; the tables are read as far as a query needs them, and never loaded whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from rhetoric.batch.store import Table, kind_of
from rhetoric.errors import MissingInput, NotFound, SettingsError
from rhetoric.model.schema import TABLES, arrow_schema
from rhetoric.model.spreadsheet import neutral

if TYPE_CHECKING:
    import pyarrow.dataset

ROWS = 100_000  # of an answer that are held at once while it is saved
BLOCK = 64_000_000  # bytes of CSV: a row must stand within them
SHEET = 1_048_575  # rows that a spreadsheet takes below its header


@dataclass(frozen=True, slots=True)
class ResultTables:
    """The tables of a result directory.

    Parameters
    ----------
    folder : Path
    tables : tuple of str
        The names of those that are there.

    Examples
    --------
    >>> results = open_results("results")                                      # doctest: +SKIP
    >>> results.sql("select voice, sum(words) from exposure group by voice")   # doctest: +SKIP
    """

    folder: Path
    tables: tuple[str, ...]

    @property
    def columns(self) -> pd.DataFrame:
        """One row a column: table, column, type."""
        rows = [(name, f.name, str(f.type)) for name in self.tables for f in self._dataset(name).schema]
        return pd.DataFrame(rows, columns=["table", "column", "type"])

    def table(self, name: str, columns: list[str] | None = None) -> pd.DataFrame:
        """Return one table whole, or some of its columns.

        Raises
        ------
        NotFound
            If there is no such table or column.
        """
        if name not in self.tables:
            raise NotFound(f"no table {name!r}", f"choose from {', '.join(self.tables)}", str(self.folder))
        data = self._dataset(name)
        for column in columns or []:
            if column not in data.schema.names:
                do = f"choose from {', '.join(data.schema.names)}"
                raise NotFound(f"no column {column!r} in {name}", do, str(self.folder))
        return data.to_table(columns=columns).to_pandas()  # type: ignore[no-any-return]

    def sql(self, query: str, limit: int | None = None) -> pd.DataFrame:
        """Return what a query gives, at most `limit` rows of it.

        Parameters
        ----------
        query : str
            One SELECT in DuckDB's SQL. The tables are those in `tables`; there is nothing else to read.
        limit : int, optional

        Raises
        ------
        SettingsError
            If the query is wrong; the message says where, and lists tables and columns.
        """
        with self._asked(query) as answer:
            if limit is None:
                return pa.Table.from_batches(answer, answer.schema).to_pandas()  # type: ignore[no-any-return]
            held: list[pa.RecordBatch] = []
            while sum(map(len, held)) < limit and (batch := next(answer, None)) is not None:
                held.append(batch)
            return pa.Table.from_batches(held, answer.schema).slice(0, limit).to_pandas()  # type: ignore[no-any-return]

    def save(self, query: str, path: str | Path) -> int:
        """Write what a query gives to .csv, .jsonl, .parquet or .xlsx, and return how many rows that is."""
        path = Path(path)
        if path.suffix.lower() == ".xlsx":
            return sheet(self.sql(query, SHEET + 1), path)
        rows = 0
        kind = kind_of(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._asked(query) as answer, Table(path, kind) as file:
            file.add(answer.schema.empty_table())
            for batch in answer:
                file.add(pa.Table.from_batches([batch]))
                rows += len(batch)
        return rows

    @contextmanager
    def _asked(self, query: str) -> Iterator[Any]:
        """Give the answer to a query as Arrow batches."""
        import duckdb

        safe: dict[str, Any] = {"enable_external_access": False, "python_enable_replacements": False}
        connection = duckdb.connect(":memory:", config=safe)
        try:
            for name in self.tables:
                connection.register(name, self._dataset(name))
            connection.execute("SET lock_configuration = true")
            statements = connection.extract_statements(query)
            if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
                raise SettingsError("that is not one SELECT", "ask one thing at a time", "SQL")
            yield connection.sql(query).to_arrow_reader(ROWS)
        except duckdb.Error as fault:
            raise SettingsError(said(fault), self._advice(query, str(fault)), "SQL") from None
        finally:
            connection.close()

    def _advice(self, query: str, fault: str) -> str:
        """Return what there is to ask: the columns of the tables that a query names, otherwise of all."""
        asked = set(re.findall(r"\w+", query))
        columns = {n: self._dataset(n).schema.names for n in self.tables}
        chosen = [n for n in self.tables if n in asked] or list(self.tables)
        there = "; ".join(f"{n}({', '.join(columns[n])})" for n in chosen)
        names = [*self.tables, *(c for n in chosen for c in columns[n])]
        wrong = sorted(set(re.findall(r"\w+", fault)) & asked - set(names))
        guess = [g for w in wrong for g in get_close_matches(w, names, 1, 0.8)]
        return f"{f'did you mean {guess[0]!r}? ' if guess else ''}There is {there}"

    def _dataset(self, name: str) -> pyarrow.dataset.Dataset:
        """Return a table as Arrow reads it from disk: Parquet where there is one, else JSON lines, else CSV."""
        import pyarrow.csv
        import pyarrow.dataset as ds

        file = stored(self.folder, name)
        if file is None:
            raise MissingInput(f"the {name} table is gone", "make the results again", str(self.folder))
        if file.suffix == ".parquet":
            return ds.dataset(file, format="parquet")
        columns = arrow_schema(name)
        if file.suffix == ".csv":
            form = ds.CsvFileFormat(
                parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
                read_options=pyarrow.csv.ReadOptions(block_size=BLOCK),
                convert_options=pyarrow.csv.ConvertOptions(
                    null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
                ),
            )
            return ds.dataset(file, schema=columns, format=form)
        return ds.dataset(file, schema=columns, format="json")

    def __repr__(self) -> str:
        return f"<Results in {self.folder}: {', '.join(self.tables)}>"


def open_results(folder: str | Path) -> ResultTables:
    """Open the tables that `rhetoric batch` wrote, without loading them.

    Parameters
    ----------
    folder : path
        A result directory.

    Returns
    -------
    ResultTables
        ``.sql("select ...")``, ``.table("scores")``, ``.columns``.

    Raises
    ------
    MissingInput
        If there are no tables.
    """
    folder = Path(folder)
    there = tuple(name for name in TABLES if stored(folder, name))
    if not there:
        raise MissingInput("no tables in it", "name a folder that 'rhetoric batch' wrote", str(folder))
    return ResultTables(folder, there)


def stored(folder: Path, name: str) -> Path | None:
    """Return the file of a table, or None."""
    return next((p for end in ("parquet", "jsonl", "csv") if (p := folder / f"{name}.{end}").exists()), None)


def said(fault: Exception) -> str:
    """Return the message of the database in one line."""
    return " ".join(str(fault).split("\n\n")[0].split()).removesuffix("!")


def sheet(rows: pd.DataFrame, path: Path) -> int:
    """Write rows as a workbook in which no cell runs as a formula."""
    if len(rows) > SHEET:
        raise SettingsError("a spreadsheet does not hold so many rows", "save .parquet or .csv", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    neutral(rows).to_excel(path, index=False, engine="openpyxl")
    return len(rows)
