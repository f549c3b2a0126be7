"""What made a result: versions, hashes, seeds, settings."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.settings import Settings

PACKAGES = (
    "numpy",
    "pandas",
    "pyarrow",
    "scipy",
    "matplotlib",
    "seaborn",
    "vaderSentiment",
    "onnxruntime",
    "regex",
)


def of(corpus: Corpus, evidence: Evidence, settings: Settings, command: str = "") -> Mapping[str, Any]:
    """Return the provenance of an analysis as plain JSON."""
    return {
        **run(settings, command),
        "inputs": [
            {"id": d.id, "title": d.title, "source": source_name(d.source), "sha256": d.sha256}
            for d in corpus.documents
        ],
        "features": [str(f) for f in evidence.features],
    }


def run(settings: Settings, command: str = "") -> dict[str, Any]:
    """Return what is known of a run before its inputs are read."""
    return {
        "version": own_version(),
        "python": platform.python_version(),
        "packages": {p: installed(p) for p in PACKAGES},
        "command": command,
        "date": stated_date(),
        "seed": settings.seed,
        "settings": settings.plain(),
        "lexicons": list(lexicons()),
        "models": list(models()),
        "dictionaries": list(dictionaries(settings.themes)),
        "baseline": baseline(),
    }


def dictionaries(paths: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield name and SHA-256 of the user's own theme files and dictionaries."""
    for given in map(Path, paths):
        for path in sorted(given.glob("*.toml")) if given.is_dir() else [given]:
            if path.is_file():
                yield {"name": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def source_name(source: str) -> str:
    """Return a source without the folders of the machine it was read on."""
    return source.replace("\\", "/").rsplit("/", 1)[-1]


def stated_date() -> str:
    """Return the date of ``SOURCE_DATE_EPOCH`` as ISO 8601, or an empty string: no clock is read, so runs repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch else ""


def own_version() -> str:
    """Return the version of this package."""
    return installed("rhetoric")


@cache
def installed(package: str) -> str:
    """Return the version of an installed package, or an empty string."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


@lru_cache(maxsize=1)
def baseline() -> str:
    """Return what the same-author baseline was computed from."""
    held = json.loads((files("rhetoric") / "data" / "baseline.json").read_text(encoding="utf-8"))
    return f"{held['authors']} authors, {held['pairs']} pairs. {held['source']}"


@lru_cache(maxsize=1)
def models() -> tuple[dict[str, str], ...]:
    """Return name and SHA-256 of every model that ships."""
    folder = files("rhetoric") / "data" / "models"
    return tuple(
        {"name": f"models/{item.name}", "sha256": hashlib.sha256(item.read_bytes()).hexdigest()}
        for item in sorted(folder.iterdir(), key=lambda f: f.name)
    )


@lru_cache(maxsize=1)
def lexicons() -> tuple[dict[str, str], ...]:
    """Return name, version, licence and SHA-256 of every theme and lexicon that ships."""
    out = []
    for folder in ("themes", "lexicons"):
        for item in sorted((files("rhetoric") / "data" / folder).iterdir(), key=lambda f: f.name):
            if item.name.endswith((".toml", ".csv")):
                raw = item.read_bytes()
                head = tomllib.loads(head_of(raw)) if item.name.endswith(".toml") else {}
                out.append(
                    {
                        "name": f"{folder}/{item.name}",
                        "version": str(head.get("version", "")),
                        "licence": str(head.get("licence", "")),
                        "sha256": hashlib.sha256(raw).hexdigest(),
                    }
                )
    return tuple(out)


def head_of(raw: bytes) -> str:
    """Return what a list says above its first table."""
    return raw.partition(b"\n[[")[0].decode("utf-8")
