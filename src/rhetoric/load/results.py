"""A result directory that `rhetoric batch` wrote, read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from rhetoric.errors import InputError, MissingInput, SettingsError
from rhetoric.model import provenance
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.model.schema import arrow_schema
from rhetoric.model.spreadsheet import restored
from rhetoric.model.tables import read_documents
from rhetoric.settings import Settings

MANIFEST = "run.json"
LARGEST_BLOCK = 2**31 - 1  # bytes of CSV that are read at once: a cell must stand within them
AGAIN = "make the results again with 'rhetoric batch --force'"


@dataclass(frozen=True, eq=False)
class Results:
    """What a result directory holds, as far as a report needs it.

    Parameters
    ----------
    documents : tuple of Document
    evidence, scores : DataFrame
        The public tables.
    settings : Settings
        Those of the run.
    features : tuple of str
        Identities of all that was looked for.
    problems : tuple of Problem
        Of the run, in its order; and what has changed since.
    """

    documents: tuple[Document, ...]
    evidence: pd.DataFrame
    scores: pd.DataFrame
    settings: Settings
    features: tuple[str, ...]
    problems: tuple[Problem, ...]


def is_results(path: str | Path) -> bool:
    """Return whether a path is a result directory."""
    return (Path(path) / MANIFEST).is_file()


def results(folder: str | Path) -> Results:
    """Read a result directory.

    Raises
    ------
    MissingInput
        If there is no run.json, or a table lacks.
    SettingsError
        If lexicons, models or lists of the user's own are not those of the run.
    InputError
        If a text is not the one that was analysed.
    """
    folder = Path(folder)
    if not is_results(folder):
        raise MissingInput("no run.json in it", "name a folder that 'rhetoric batch' wrote", str(folder))
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    settings = Settings.of(manifest["settings"], str(folder / MANIFEST))
    documents = table(folder, "documents")
    if "layout" not in documents.columns:
        raise InputError("the documents table is of an older version", AGAIN, str(folder))
    read = read_documents(documents)
    for document, digest in zip(read, documents["sha256"], strict=True):
        if document.sha256 != digest:
            raise InputError(f"the text of {document.id!r} is not the one analysed", AGAIN, str(folder))
    return Results(
        read,
        table(folder, "evidence"),
        table(folder, "scores"),
        settings,
        tuple(manifest["features"]),
        (*problems(manifest, table(folder, "errors")), *changed(manifest, settings, folder)),
    )


def table(folder: Path, name: str) -> pd.DataFrame:
    """Return a table, from Parquet, from JSON lines, or from CSV.

    Raises
    ------
    MissingInput
        If it is there in none of these.
    InputError
        If its CSV is no longer as it was written.
    """
    if (folder / f"{name}.parquet").exists():
        return pd.read_parquet(folder / f"{name}.parquet")
    if (folder / f"{name}.jsonl").exists():
        with (folder / f"{name}.jsonl").open(encoding="utf-8") as file:
            return pd.DataFrame(json.loads(line) for line in file)
    if (folder / f"{name}.csv").exists():
        return from_csv(folder / f"{name}.csv", name)
    raise MissingInput(f"the {name} table is not in it", AGAIN, str(folder))


def from_csv(path: Path, name: str) -> pd.DataFrame:
    """Return a table from CSV, as it was before it was written.

    Notes
    -----
    The apostrophe before cells that a spreadsheet would run is taken off. CSV does not tell an empty text from a missing one: in the
    documents table an empty cell is missing, for nothing empty is written there; in the others it is empty, for nothing is missing there.
    """
    import pyarrow as pa
    import pyarrow.csv as pc

    kinds = arrow_schema(name)
    try:
        read = pc.read_csv(
            path,
            read_options=pc.ReadOptions(block_size=min(path.stat().st_size + 1, LARGEST_BLOCK)),
            parse_options=pc.ParseOptions(newlines_in_values=True),
            convert_options=pc.ConvertOptions(
                column_types=kinds,
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=False,
            ),
        )
        rows = read.select(kinds.names).cast(kinds).to_pandas()
    except (pa.ArrowException, KeyError) as fault:
        what = f"it is not as it was written ({' '.join(str(fault).split())[:120]})"
        do = f"{AGAIN}, if a spreadsheet has saved it since"
        raise InputError(what, do, str(path)) from None
    held = restored(rows)
    texts = [c for c in held.columns if isinstance(held[c].dtype, pd.StringDtype)]
    return held if name == "documents" else held.fillna(dict.fromkeys(texts, ""))


def problems(manifest: Mapping[str, Any], errors: pd.DataFrame) -> list[Problem]:
    """Return the problems of the run in their order."""
    warned = {
        int(w["place"]): Problem(
            w["source"], w["line"], w["warning"], w["message"], "warning", w.get("doc_id", "")
        )
        for w in manifest["warnings"]
    }
    failed = iter(
        Problem(
            str(r["source"]),
            None if pd.isna(r["line"]) else int(r["line"]),
            str(r["error"]),
            str(r["message"]),
        )
        for r in errors.to_dict("records")
    )
    return [warned[n] if n in warned else next(failed) for n in range(len(warned) + len(errors))]


def changed(manifest: Mapping[str, Any], settings: Settings, folder: Path) -> list[Problem]:
    """Refuse results of other lexicons, models or lists; return a warning where the version alone is another."""
    now = provenance.run(settings)
    for name in ("lexicons", "models", "dictionaries"):
        if manifest.get(name) != now[name]:
            raise SettingsError(f"the {name} have changed since the results were made", AGAIN, str(folder))
    if manifest["version"] != now["version"]:
        said = f"the results were made by version {manifest['version']}, this page by {now['version']} - {AGAIN} to be sure"
        return [Problem(str(folder), None, "version", said, "warning")]
    return []
