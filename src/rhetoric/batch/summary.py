"""What a batch did, as run.json tells it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from rhetoric.batch.workplace import MANIFEST
from rhetoric.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Summary:
    """What a result directory holds.

    Parameters
    ----------
    documents, words, evidence : int
        Texts analysed, their words that count, and spans found.
    errors, warnings : int
        Inputs that could not be used; and repairs and doubts.
    kinds : mapping
        How many errors there are of each kind.
    first : tuple of Problem
        The first five errors.
    overrides : tuple of Problem
        Corrections that fit no text.
    skipped, replaced : int
        Texts that an added run met again: the same, and changed.
    """

    documents: int = 0
    words: int = 0
    evidence: int = 0
    errors: int = 0
    warnings: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    first: tuple[Problem, ...] = ()
    overrides: tuple[Problem, ...] = ()
    skipped: int = 0
    replaced: int = 0

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Return the summary of a result directory."""
        made = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        last = (made.get("appended") or [{}])[-1]
        return cls(
            **made["counts"],
            kinds=made["errors"]["kinds"],
            first=tuple(Problem(**p) for p in made["errors"]["first"]),
            overrides=tuple(
                Problem(w["source"], w["line"], w["warning"], w["message"], "warning", w["doc_id"])
                for w in made["warnings"]
                if w["warning"] == "override"
            ),
            skipped=last.get("skipped", 0),
            replaced=last.get("replaced", 0),
        )
