"""A table of texts by themes from inputs of any size, shard by shard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pandas as pd

from rhetoric.batch.plan import Shard, shards
from rhetoric.counting import Counting
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.load import stream
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

SHARD = 8_000_000


def count(
    inputs: Sequence[str | Path],
    settings: Settings,
    *,
    weighted: bool = False,
    sentences: bool = True,
    advance: Callable[[int, int], None] = lambda documents, characters: None,
) -> Iterator[tuple[pd.DataFrame, tuple[Problem, ...]]]:
    """Count themes in inputs, without voices or intervals.

    Parameters
    ----------
    inputs : sequence of paths
    settings : Settings
        `themes` and `nested_scope` say what is counted.
    weighted : bool
        Add up weights instead of counting hits.
    sentences : bool
        Whether phrases stop at the ends of sentences and headings; see `rhetoric.counting.Counting`.
    advance : callable
        Called with the documents and characters of every shard that is done.

    Yields
    ------
    rows : DataFrame
        doc_id, words, and a column for each theme, such as ``theme.pluralism``.
    problems : tuple of Problem
        What could not be read.
    """
    themes = ThemeExtractor.of(settings).themes
    names = [t.feature.name for t in themes]
    counting = Counting(themes, settings.nested_scope, weighted=weighted, sentences=sentences)
    for shard in shards(stream(list(inputs), settings), SHARD):
        yield table(shard, counting, names, weighted), shard.problems
        advance(len(shard.documents), sum(len(d.text) for d in shard.documents))


def table(shard: Shard, counting: Counting, names: Sequence[str], weighted: bool) -> pd.DataFrame:
    """Return the counts of one shard."""
    counts = counting.counts([d.text for d in shard.documents])
    values = counts.values if weighted else counts.values.astype("int64")
    rows = pd.DataFrame(values, columns=list(names))
    rows.insert(0, "words", counts.words)
    rows.insert(0, "doc_id", pd.Series([d.id for d in shard.documents], dtype="str"))
    return rows
