"""Every list that ships is accounted for."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from importlib.resources import files
from pathlib import Path

import pytest

DATA = Path(str(files("rhetoric"))) / "data"
LISTS = [
    f"{folder}/{f.name}"
    for folder in (
        "themes",
        "lexicons",
        "lexicons/discourse",
        "names",
        "frequencies",
        "models",
        "pronunciation",
    )
    for f in sorted((DATA / folder).iterdir(), key=str)
    if f.is_file()
]
SOURCES = tomllib.loads((DATA / "SOURCES.toml").read_text(encoding="utf-8"))["list"]


@pytest.mark.parametrize("path", LISTS)
def test_a_list_that_ships_has_origin_and_licence(path):
    rows = [s for s in SOURCES if fnmatch(path, s["path"])]
    assert len(rows) == 1
    assert all(rows[0][key] for key in ("what", "origin", "licence"))
    if path.endswith(".toml"):
        assert tomllib.loads((DATA / path).read_text(encoding="utf-8"))["licence"] == rows[0]["licence"]


def test_no_source_is_named_that_does_not_ship():
    for source in SOURCES:
        name = source["path"]
        assert name == "vaderSentiment" or any(DATA.glob(name))
