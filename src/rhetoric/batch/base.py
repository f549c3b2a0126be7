"""Results that new texts are added to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from rhetoric.batch.plan import MAKER, unlike
from rhetoric.batch.store import SUFFIXES
from rhetoric.batch.workplace import MANIFEST
from rhetoric.errors import MissingInput, SettingsError
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.model.schema import TABLES, arrow_schema

CHANGED = "changed"


@dataclass(eq=False, slots=True)
class Base:
    """The tables of a finished run, and which of its texts come again.

    Parameters
    ----------
    folder : Path
    manifest : mapping
        Its run.json.
    known : dict
        The hash of each text by its id.
    told : set
        Errors and warnings that the results hold already, as source, line, error and message.
    replace : bool
        Whether a known id with another text takes the place of the old one; otherwise it is an error.
    skipped : set of str
        Ids that came again with the same text; filled by `fresh`.
    replaced : set of str
        Ids whose texts are to be replaced; filled by `fresh`.
    """

    folder: Path
    manifest: Mapping[str, Any]
    known: dict[str, str]
    told: set[tuple[str, int | None, str, str]]
    replace: bool = False
    skipped: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, folder: Path, replace: bool = False) -> Self:
        """Open a result directory; only ids, hashes and problems are held.

        Raises
        ------
        MissingInput
            If there are no results, or none as Parquet.
        """
        if not (folder / MANIFEST).exists():
            raise MissingInput("there are no results to add to", "leave --append out", str(folder))
        lacking = [name for name in TABLES if not (folder / f"{name}.parquet").exists()]
        if lacking:
            do = "only results written as Parquet can be added to"
            raise MissingInput(f"there is no {lacking[0]}.parquet", do, str(folder))
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        texts = pq.read_table(folder / "documents.parquet", columns=["doc_id", "sha256"])
        known = dict(zip(texts["doc_id"].to_pylist(), texts["sha256"].to_pylist(), strict=True))
        failed = pq.read_table(folder / "errors.parquet").to_pylist()
        told = {(r["source"], r["line"], r["error"], r["message"]) for r in failed}
        told |= {(w["source"], w["line"], w["warning"], w["message"]) for w in manifest["warnings"]}
        return cls(folder, manifest, known, told, replace)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that its tables are in."""
        return tuple(
            dict.fromkeys(
                kind for end, kind in SUFFIXES.items() if (self.folder / f"documents{end}").exists()
            )
        )

    @property
    def digest(self) -> str:
        """A hash of its run.json."""
        return hashlib.sha256((self.folder / MANIFEST).read_bytes()).hexdigest()

    def check(self, plan: Mapping[str, Any]) -> None:
        """See that new texts would be analysed as the old ones were.

        Raises
        ------
        SettingsError
            If they would not; the message names what differs.
        """
        now = json.loads(json.dumps({k: plan[k] for k in MAKER}))
        apart = list(unlike({k: self.manifest.get(k) for k in MAKER}, now))
        if apart:
            what = f"the results were made otherwise: {'; '.join(apart[:5])}"
            raise SettingsError(what, "give the same choices, or analyse all texts anew", str(self.folder))

    def fresh(self, stream: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
        """Yield what is not in the results yet; a known id with another text becomes an error, or replaces the old text."""
        refused = set()
        for item in stream:
            if isinstance(item, Problem):
                again = (item.source, item.line, item.error, item.message) in self.told
                if not again and item.doc_id not in refused and item.doc_id not in self.skipped:
                    yield item
            elif item.id not in self.known:
                yield item
            elif item.sha256 == self.known[item.id]:
                self.skipped.add(item.id)
            elif self.replace:
                self.replaced.add(item.id)
                yield item
            else:
                refused.add(item.id)
                what = f"a text called {item.id!r} is in the results, and it is another - add --replace, or name it apart"
                yield Problem(item.source or item.id, None, CHANGED, what, doc_id=item.id)

    def batches(self, name: str) -> Iterator[pa.Table]:
        """Yield the rows of a table that stay, a row group at a time."""
        gone = pa.array(sorted(self.replaced), pa.large_string())
        with pq.ParquetFile(self.folder / f"{name}.parquet") as file:
            for n in range(file.num_row_groups):
                rows = file.read_row_group(n).cast(arrow_schema(name))
                if len(gone) and "doc_id" in rows.column_names:
                    rows = rows.filter(pc.invert(pc.is_in(rows["doc_id"], value_set=gone)))
                yield rows
