"""What the analysis of one shard gives: its tables and a note, packed into bytes that are the same wherever they are made."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

import pandas as pd
import pyarrow as pa

from rhetoric.batch.plan import Shard
from rhetoric.model.problem import Problem
from rhetoric.model.schema import TABLES, arrow_schema

NOTE = "note.json"


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a part besides its tables.

    Parameters
    ----------
    digest : str
        Of the texts and problems it was made from; see `digest`.
    made_by : str
        Of the versions, lexicons and models it was made with; see `rhetoric.batch.plan.maker`.
    features : tuple of str
        Identities of all that was looked for.
    problems : tuple of Problem
        Errors and warnings, in their order.
    """

    digest: str
    made_by: str
    features: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """Return a note from the JSON that `Part.packed` wrote."""
        held: dict[str, Any] = json.loads(raw)
        problems = tuple(Problem(**p) for p in held["problems"])
        return cls(held["digest"], held["made_by"], tuple(held["features"]), problems)


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """The tables of one shard, and a note.

    Parameters
    ----------
    tables : mapping of str to pyarrow.Table
        The public tables by name.
    note : Note
    """

    tables: Mapping[str, pa.Table]
    note: Note

    def packed(self) -> bytes:
        """Return the part as bytes: an archive of Arrow files, whose checksums tell a damaged one."""
        out = io.BytesIO()
        options = pa.ipc.IpcWriteOptions(compression="lz4")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            for name, table in self.tables.items():
                sink = pa.BufferOutputStream()
                with pa.ipc.new_file(sink, table.schema, options=options) as file:
                    file.write_table(table)
                archive.writestr(zipfile.ZipInfo(f"{name}.arrow"), sink.getvalue().to_pybytes())
            archive.writestr(
                zipfile.ZipInfo(NOTE), json.dumps(asdict(self.note), ensure_ascii=False).encode()
            )
        return out.getvalue()

    @classmethod
    def unpacked(cls, raw: bytes) -> Self:
        """Return the part that bytes hold."""
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            tables = {name: member(archive, name) for name in TABLES}
            return cls(tables, Note.read(archive.read(NOTE)))


def member(archive: zipfile.ZipFile, name: str) -> pa.Table:
    """Return one table of a packed part."""
    return pa.ipc.open_file(pa.BufferReader(archive.read(f"{name}.arrow"))).read_all()


def arrow(name: str, rows: pd.DataFrame) -> pa.Table:
    """Return rows of a public table as Arrow."""
    return pa.Table.from_pandas(
        rows, schema=arrow_schema(name), preserve_index=False
    ).replace_schema_metadata(None)


def joined(parts: Sequence[Part], digest: str) -> Part:
    """Return parts of one shard, in their order, as the one part of it."""
    tables = {name: pa.concat_tables([p.tables[name] for p in parts]).combine_chunks() for name in TABLES}
    features = dict.fromkeys(f for p in parts for f in p.note.features)
    problems = tuple(x for p in parts for x in p.note.problems)
    return Part(tables, Note(digest, parts[0].note.made_by, tuple(features), problems))


def digest(shard: Shard) -> str:
    """Return a hash of all that a shard holds: texts, metadata, layout, problems."""
    out = hashlib.sha256()
    for item in lines(shard):
        out.update(item.encode("utf-8", "surrogatepass"))
    return out.hexdigest()


def lines(shard: Shard) -> Iterable[str]:
    """Yield what tells a shard from any other."""
    for d in shard.documents:
        yield f"{(d.id, d.title, d.author, d.date, d.kind, d.source, d.lang, d.url, dict(d.meta), d.layout)!r}\n"
        yield f"{len(d.text)}\n{d.text}\n"
    for p in shard.problems:
        yield f"{p!r}\n"
