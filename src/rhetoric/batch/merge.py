"""From the parts of a run to its tables and run.json."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from rhetoric.batch.base import Base
from rhetoric.batch.store import Table
from rhetoric.batch.workplace import MANIFEST, Workplace
from rhetoric.model import provenance
from rhetoric.model.problem import Problem
from rhetoric.model.schema import TABLES, arrow_schema
from rhetoric.pipeline import unused
from rhetoric.settings import Settings

GROUP = 16_000_000  # bytes of rows that make a row group, at least
LISTED = 10_000  # texts that run.json lists; all of them stand in the documents table
FIRST = 5  # errors that run.json tells in full; all of them stand in the errors table
ABOVE = (
    "inputs",
    "formats",
    "shard",
    "parts",
    "base",
    "replace",
)  # of the plan: places and ways, which change no result


@dataclass(slots=True)
class Tally:
    """What is counted while tables are put together.

    Parameters
    ----------
    rows : Counter
        Rows of each table.
    words : int
    texts : list of dict
        Id, source and hash of the first texts.
    ids : list of str
        All ids, where they are asked for.
    hash : hashlib hash
        Over ids and hashes of all texts.
    """

    rows: Counter[str] = field(default_factory=Counter)
    words: int = 0
    texts: list[dict[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    hash: Any = field(default_factory=hashlib.sha256)

    def add(self, name: str, rows: pa.Table, keep_ids: bool) -> None:
        """Count some rows of a table."""
        self.rows[name] += len(rows)
        if name == "exposure":
            self.words += pc.sum(rows["words"]).as_py() or 0
        if name == "documents":
            known = [rows[c].to_pylist() for c in ("doc_id", "source", "sha256")]
            for one, source, sha256 in zip(*known, strict=True):
                self.hash.update(f"{one}\t{sha256}\n".encode("utf-8", "surrogatepass"))
                if len(self.texts) < LISTED:
                    self.texts.append(
                        {"id": one, "source": provenance.source_name(source or ""), "sha256": sha256}
                    )
            if keep_ids:
                self.ids += known[0]


def merge(
    place: Workplace, count: int, plan: Mapping[str, Any], settings: Settings, base: Base | None, threads: int
) -> None:
    """Put the parts together, in the order of their shards, into tables and a run.json that wait to be published.

    Parameters
    ----------
    place : Workplace
    count : int
        How many shards there are.
    plan : mapping
    settings : Settings
    base : Base or None
        Results whose rows come first.
    threads : int
        How many tables are written at once; with more than one, the next rows of each are read meanwhile.
    """
    place.new.mkdir()
    tally = Tally()

    def one(name: str) -> None:
        with ExitStack() as open_files:
            files = [
                open_files.enter_context(Table(place.new / f"{name}.{kind}", kind))
                for kind in plan["formats"]
            ]
            groups = grouped(name, pieces(place, count, name, base))
            for rows in read_ahead(groups) if threads > 1 else groups:
                tally.add(name, rows, bool(settings.overrides))
                for file in files:
                    file.add(rows)

    with ThreadPoolExecutor(max_workers=threads) as pool:
        list(pool.map(one, sorted(TABLES, key=lambda n: n not in ("documents", "evidence", "scores"))))
    write_manifest(place, manifest(place, count, plan, settings, base, tally))


def pieces(place: Workplace, count: int, name: str, base: Base | None) -> Iterator[pa.Table]:
    """Yield the rows of a table, those of the base before those of each part."""
    if base is not None:
        yield from base.batches(name)
    for number in range(count):
        yield place.table(number, name)


def grouped(name: str, pieces: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Yield rows in groups of a size that reads well; the first may be empty, so that columns are there."""
    held: list[pa.Table] = [arrow_schema(name).empty_table()]
    size = 0
    first = True
    for rows in pieces:
        held.append(rows)
        size += rows.nbytes
        if size >= GROUP:
            yield pa.concat_tables(held).combine_chunks()
            held, size, first = [], 0, False
    if first or size:
        yield pa.concat_tables(held).combine_chunks()


def read_ahead(groups: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """Yield what an iterator does, and have the next made by a thread meanwhile: the largest table sets how long merging takes."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        waiting = pool.submit(next, groups, None)
        while (rows := waiting.result()) is not None:
            waiting = pool.submit(next, groups, None)
            yield rows


def manifest(
    place: Workplace,
    count: int,
    plan: Mapping[str, Any],
    settings: Settings,
    base: Base | None,
    tally: Tally,
) -> dict[str, Any]:
    """Return run.json: everything needed to repeat the run, and counts in and out."""
    before: Mapping[str, Any] = base.manifest if base else {}
    features = dict.fromkeys(before.get("features", ()))
    problems: list[Problem] = []
    for number in range(count):
        note = place.note(number)
        assert note is not None
        features |= dict.fromkeys(note.features)
        problems += note.problems
    problems += unused((), settings, tally.ids)
    failed = [p for p in problems if p.level == "error"]
    start = before["counts"]["errors"] + before["counts"]["warnings"] if base else 0
    warnings = [
        {
            "source": p.source,
            "line": p.line,
            "warning": p.error,
            "message": p.message,
            "doc_id": p.doc_id,
            "place": n,  # among all problems; what is left between are the errors, in the order of their table
        }
        for n, p in enumerate(problems, start)
        if p.level == "warning"
    ]
    said = before.get("errors", {"kinds": {}, "first": []})
    kinds = Counter(said["kinds"]) + Counter(p.error for p in failed)
    made = {
        **{k: v for k, v in plan.items() if k not in ABOVE},
        "features": list(features),
        "inputs": tally.texts,
        "inputs_sha256": tally.hash.hexdigest(),
        "counts": {
            "documents": tally.rows["documents"],
            "words": tally.words,
            "evidence": tally.rows["evidence"],
            "errors": tally.rows["errors"],
            "warnings": len(before.get("warnings", ())) + len(warnings),
        },
        "errors": {
            "kinds": dict(sorted(kinds.items())),
            "first": (
                said["first"] + [asdict(p) | {"source": provenance.source_name(p.source)} for p in failed]
            )[:FIRST],
        },
        "warnings": [*before.get("warnings", ()), *warnings],
    }
    if base:
        new = {
            "command": plan["command"],
            "date": plan["date"],
            "skipped": len(base.skipped),
            "replaced": len(base.replaced),
            "documents": tally.rows["documents"] - before["counts"]["documents"] + len(base.replaced),
            "errors": len(failed),
        }
        made |= {"command": before["command"], "date": before["date"]}
        made["appended"] = [*before.get("appended", ()), new]
    return made


def write_manifest(place: Workplace, made: Mapping[str, Any]) -> None:
    """Write run.json beside the new tables, a piece at a time."""
    with (place.new / MANIFEST).open("w", encoding="utf-8") as file:
        for piece in json.JSONEncoder(ensure_ascii=False, indent=1, sort_keys=True).iterencode(made):
            file.write(piece)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
