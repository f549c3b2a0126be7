"""Texts that come through standard input: one plain text, or JSON lines."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rhetoric.load.jsonl import JsonLinesLoader
from rhetoric.load.packed import renamed
from rhetoric.load.plain import PlainLoader
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

NAME = "-"
LABEL = "standard input"


def standard_input(settings: Settings) -> Iterator[Document | Problem]:
    """Yield what stands in standard input: JSON lines where the first line is a JSON object, otherwise one text."""
    raw = sys.stdin.buffer.read()
    lines = is_json(raw.lstrip().split(b"\n", 1)[0])
    loader = JsonLinesLoader() if lines else PlainLoader()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"stdin{'.jsonl' if lines else '.txt'}"
        target.write_bytes(raw)
        for item in loader.read(target, settings):
            yield renamed(item, str(target), LABEL)


def is_json(line: bytes) -> bool:
    """Whether a line is a JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
