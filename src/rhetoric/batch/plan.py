"""How a stream of documents is cut into shards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rhetoric.model.document import Document
from rhetoric.model.problem import Problem

SHARD_CHARACTERS = 2_000_000
SHARD_DOCUMENTS = 5_000


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


def shards(
    stream: Iterable[Document | Problem], characters: int = SHARD_CHARACTERS, documents: int = SHARD_DOCUMENTS
) -> Iterator[Shard]:
    """Cut a stream into shards of at most so many characters and documents (one document is never cut)."""
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
