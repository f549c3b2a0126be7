"""What a run does: how a stream of documents is cut into shards, and with what they are analysed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.load.rows import whole
from rhetoric.model import provenance
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

SHARD = {"full": (500_000, 2_500), "lexical": (4_000_000, 20_000)}  # characters and texts, by tier
PARTS = 2  # how parts are written; a run that was broken off goes on only with parts of this kind
MAKER = ("version", "python", "packages", "lexicons", "models", "dictionaries", "lists", "settings")


@dataclass(frozen=True, slots=True)
class Shard:
    """A run of documents that is analysed at once, with the problems met on the way.

    Parameters
    ----------
    documents : tuple of Document
    problems : tuple of Problem
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]

    @property
    def characters(self) -> int:
        """The characters of all its texts."""
        return sum(len(d.text) for d in self.documents)


def shards(
    stream: Iterable[Document | Problem],
    characters: int = SHARD["full"][0],
    documents: int = SHARD["full"][1],
) -> Iterator[Shard]:
    """Cut a stream into shards of at most so many characters and documents (one document is never cut).

    The cuts depend on the stream alone, never on who works on the shards.
    """
    texts: list[Document] = []
    problems: list[Problem] = []
    size = 0
    for item in stream:
        if isinstance(item, Problem):
            problems.append(item)
            continue
        if texts and (size + len(item.text) > characters or len(texts) >= documents):
            yield Shard(tuple(texts), tuple(problems))
            texts, problems, size = [], [], 0
        texts.append(item)
        size += len(item.text)
    if texts or problems:
        yield Shard(tuple(texts), tuple(problems))


def plan(
    inputs: Sequence[str | Path], folder: str, settings: Settings, formats: Sequence[str], **more: Any
) -> dict[str, Any]:
    """Return all that decides what a run gives, as plain JSON; `more` is what else it starts from."""
    names = whole(" ".join(str(p).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] for p in inputs))
    return {
        **known(settings),
        "command": f"rhetoric batch {names} -o {folder}",
        "inputs": [whole(str(p)) for p in inputs],
        "formats": list(formats),
        "shard": list(SHARD[settings.tier]),
        "parts": PARTS,
        **more,
    }


def known(settings: Settings) -> dict[str, Any]:
    """Return versions, lexicons, models, settings, and the hashes of all files that settings name."""
    files = (*settings.lexicons, *filter(None, (settings.actors, settings.overrides)))
    return {**provenance.run(settings), "lists": list(provenance.dictionaries(files))}


def unlike(one: Any, other: Any, name: str = "") -> Iterator[str]:
    """Yield what differs between two plans, in words."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in dict.fromkeys([*one, *other]):
            yield from unlike(one.get(key), other.get(key), f"{name}.{key}" if name else str(key))
    elif one != other:
        long = len(f"{one}{other}") > 100
        yield f"the {name} are others" if long else f"{name} was {one!r} and is {other!r}"


def maker(settings: Settings) -> str:
    """Return a hash of what analyses here: versions of packages, lexicons, models, the user's dictionaries, settings."""
    facts = known(settings)
    whole = json.dumps({k: facts[k] for k in MAKER}, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()
