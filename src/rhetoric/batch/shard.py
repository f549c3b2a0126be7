"""The analysis of one shard, the same in this process, in another and on another machine."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pandas as pd
import pyarrow as pa

from rhetoric.analysis import Analysis
from rhetoric.batch.kept import kept
from rhetoric.batch.part import Note, Part, arrow, digest
from rhetoric.batch.plan import Shard, maker
from rhetoric.encode import Encoder
from rhetoric.model import tables
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.model.schema import TABLES
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

log = logging.getLogger(__name__)


MOST_PIECES = (
    300_000  # beyond so many distinct tokens and pieces a vocabulary is begun anew, so that memory stays flat
)


class Desk:
    """Where one worker analyses shards, one after another: in the lexical tier what is known of words is kept.

    Parameters
    ----------
    settings : Settings
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.encoder: Encoder | None = None
        self.made_by = maker(settings)

    def work(self, shard: Shard) -> bytes:
        """Analyse a shard and return its packed part."""
        if self.settings.tier == "lexical" and (self.encoder is None or self.encoder.size > MOST_PIECES):
            self.encoder = Encoder()
        with uncollected():
            return analysed(shard, self.settings, self.encoder, self.made_by).packed()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: what a shard needs lives until it is done, and counting it again and again takes a tenth of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def analysed(shard: Shard, settings: Settings, encoder: Encoder | None = None, made_by: str = "") -> Part:
    """Analyse one shard; a text that breaks the analysis becomes an error, and the others go on.

    Parameters
    ----------
    shard : Shard
    settings : Settings
    encoder : Encoder, optional
        One that lives on from shard to shard.
    made_by : str
        What `rhetoric.batch.plan.maker` says of the settings, where that is known.
    """
    done = list(survivors(shard.documents, settings, encoder))
    problems = (*shard.problems, *(p for p in done if isinstance(p, Problem)))
    results = [a for a in done if isinstance(a, Analysis)]
    parts = results or [analyse_documents((), settings)]
    rows = {
        "documents": pd.concat([a.documents for a in parts]),
        "quotations": pd.concat([a.quotations for a in parts]),
        "stance": pd.concat([a.stance for a in parts]),
        "exposure": pd.concat([a.words_by_voice for a in parts]),
        "scores": pd.concat([a.scores for a in parts]),
        "errors": tables.errors(problems),
    }
    found = {name: arrow(name, table) for name, table in rows.items()}
    found["evidence"] = pa.concat_tables([a.evidence.arrow() for a in parts])
    features = dict.fromkeys(str(f) for a in results for f in a.evidence.features)
    note = Note(digest(shard), made_by or maker(settings), tuple(features), problems)
    return Part({name: kept(name, found[name]) for name in TABLES}, note)


def survivors(
    documents: Sequence[Document], settings: Settings, encoder: Encoder | None = None
) -> Iterator[Analysis | Problem]:
    """Yield the analysis of documents; where it fails, of each half, until the one at fault is alone."""
    if not documents:
        return
    try:
        analysis = analyse_documents(documents, settings, encoder=encoder)
        analysis.scores  # noqa: B018  (made here, so that a fault in it costs one text too)
        yield analysis
    except Exception as fault:  # one bad text must not cost the others
        if len(documents) == 1:
            one = documents[0]
            log.exception("document %s could not be analysed", one.id)
            what = f"the text could not be analysed ({type(fault).__name__}: {fault}) - please report it"
            yield Problem(one.source or one.id, None, type(fault).__name__, what, doc_id=one.id)
        else:
            half = len(documents) // 2
            yield from survivors(documents[:half], settings, encoder)
            yield from survivors(documents[half:], settings, encoder)
