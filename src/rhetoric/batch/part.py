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

from rhetoric.batch.kept import WORDS, public
from rhetoric.batch.plan import Shard
from rhetoric.model.problem import Problem
from rhetoric.model.schema import TABLES, arrow_schema

NOTE = "note.json"
PROSE = ("documents",)  # tables that hardly shrink: packing them would take more time than all else


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
    held : mapping of str to pyarrow.Table
        The tables by name, as `rhetoric.batch.kept` keeps them.
    note : Note
    """

    held: Mapping[str, pa.Table]
    note: Note

    @property
    def tables(self) -> dict[str, pa.Table]:
        """The public tables by name."""
        return {name: public(name, self.held[name], self.held["documents"]) for name in TABLES}

    def packed(self) -> bytes:
        """Return the part as bytes: an archive of Arrow files, whose checksums tell a damaged one."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            for name, table in self.held.items():
                sink = pa.BufferOutputStream()
                options = pa.ipc.IpcWriteOptions(compression=None if name in PROSE else "lz4")
                with pa.ipc.new_file(sink, table.schema, options=options) as file:
                    file.write_table(table)
                archive.writestr(zipfile.ZipInfo(f"{name}.arrow"), memoryview(sink.getvalue()))
            archive.writestr(
                zipfile.ZipInfo(NOTE), json.dumps(asdict(self.note), ensure_ascii=False).encode()
            )
        return out.getvalue()

    @classmethod
    def unpacked(cls, raw: bytes) -> Self:
        """Return the part that bytes hold."""
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return cls({n: member(archive, n) for n in TABLES}, Note.read(archive.read(NOTE)))


def table(archive: zipfile.ZipFile, name: str) -> pa.Table:
    """Return one public table of a packed part."""
    return public(name, member(archive, name), member(archive, "documents") if name in WORDS else None)


def member(archive: zipfile.ZipFile, name: str) -> pa.Table:
    """Return one table as a packed part keeps it."""
    return pa.ipc.open_file(pa.BufferReader(archive.read(f"{name}.arrow"))).read_all()


def arrow(name: str, rows: pd.DataFrame) -> pa.Table:
    """Return rows of a public table as Arrow."""
    return pa.Table.from_pandas(
        rows, schema=arrow_schema(name), preserve_index=False
    ).replace_schema_metadata(None)


def joined(parts: Sequence[Part], digest: str) -> Part:
    """Return parts of one shard, in their order, as the one part of it."""
    held = {name: pa.concat_tables([p.held[name] for p in parts]).combine_chunks() for name in TABLES}
    features = dict.fromkeys(f for p in parts for f in p.note.features)
    problems = tuple(x for p in parts for x in p.note.problems)
    return Part(held, Note(digest, parts[0].note.made_by, tuple(features), problems))


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
        yield f"{d.sha256}\n"
    for p in shard.problems:
        yield f"{p!r}\n"
