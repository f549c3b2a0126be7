"""Which source domain a single word draws on where a model reads it as a metaphor, and how worn that figure is."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rhetoric.extract.metaphorwords import stem

PLAIN = ""  # no figure that a reader would notice, or one of no single domain


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word borrows from.

    Parameters
    ----------
    domain : str
        A source domain; empty for a word whose metaphorical uses no reader notices.
    conventional : float
        How worn it is, 0 to 1.
    """

    domain: str
    conventional: float


def senses_of(words: Sequence[str], known: Mapping[str, Sense] | None = None) -> list[Sense | None]:
    """Return the sense of each word, by its form or else by its stem; None for a word that is not known.

    Parameters
    ----------
    words : sequence of str
        Folded.
    known : mapping of str to Sense, optional
        By default the one that ships.
    """
    held = shipped_senses() if known is None else known
    return [held.get(w) or held.get(f"{stem(w)}~") for w in words]


@cache
def shipped_senses() -> dict[str, Sense]:
    """Return the senses that ship, by form, and by stem with ``~`` where all forms of it agree on the domain."""
    path = files("rhetoric") / "data" / "lexicons" / "metaphor_words.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    out = {r["word"]: Sense(r["domain"], float(r["conventional"])) for r in rows}
    stems: dict[str, list[Sense]] = {}
    for word, sense in out.items():
        stems.setdefault(stem(word), []).append(sense)
    agreed = {s: found[0] for s, found in stems.items() if len({f.domain for f in found}) == 1}
    return out | {f"{s}~": sense for s, sense in agreed.items()}
