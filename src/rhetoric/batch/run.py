"""A batch job: shards in, tables out."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from rhetoric.batch.plan import Shard, shards
from rhetoric.batch.store import Store
from rhetoric.errors import EmptyInput, SettingsError
from rhetoric.load import stream
from rhetoric.model import provenance, tables
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.model.schema import TABLES
from rhetoric.pipeline import Analysis, analyse_documents, unused
from rhetoric.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a batch did; summaries add up.

    Parameters
    ----------
    documents, words, evidence : int
        Texts analysed, their words that count, and spans found.
    inputs : tuple of dict
        Id, source and SHA-256 of every text.
    features : tuple of str
    problems : tuple of Problem
    """

    documents: int = 0
    words: int = 0
    evidence: int = 0
    inputs: tuple[dict[str, str], ...] = ()
    features: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        """How many inputs could not be read or analysed."""
        return sum(p.level == "error" for p in self.problems)

    @classmethod
    def of(cls, analysis: Analysis) -> Summary:
        """Summarise one analysis."""
        inputs = tuple(
            {"id": d.id, "source": provenance.source_name(d.source), "sha256": d.sha256}
            for d in analysis.corpus.documents
        )
        features = tuple(str(f) for f in analysis.evidence.features)
        words = int(analysis.exposure.words.sum())
        return cls(len(analysis.corpus), words, len(analysis.evidence), inputs, features)

    @classmethod
    def total(cls, parts: Sequence[Summary]) -> Summary:
        """Return the sum of summaries, in their order."""
        return cls(
            sum(p.documents for p in parts),
            sum(p.words for p in parts),
            sum(p.evidence for p in parts),
            tuple(i for p in parts for i in p.inputs),
            tuple(dict.fromkeys(f for p in parts for f in p.features)),
            tuple(x for p in parts for x in p.problems),
        )


def run(
    inputs: Sequence[str | Path],
    folder: Path,
    settings: Settings,
    formats: Sequence[str] = ("parquet",),
    *,
    force: bool = False,
    advance: Callable[[int, int], None] = lambda documents, characters: None,
) -> Summary:
    """Analyse inputs shard by shard and write the public tables and run.json.

    Parameters
    ----------
    inputs : sequence of paths
    folder : Path
        The result directory.
    settings : Settings
    formats : sequence of {'parquet', 'csv', 'jsonl'}
    force : bool
        Replace tables that are there already.
    advance : callable
        Called with the documents and characters of every shard that is done.

    Raises
    ------
    SettingsError
        If `folder` holds results already and `force` is not set.
    EmptyInput
        If not one input could be read.
    """
    if (folder / "run.json").exists() and not force:
        raise SettingsError("there are results already", "name another folder or add --force", str(folder))
    (folder / "run.json").unlink(missing_ok=True)
    parts: list[Summary] = []
    with Store(folder, formats, list(TABLES)) as store:
        for shard in shards(stream(list(inputs), settings)):
            rows, part = analysed(shard, settings)
            store.add(rows)
            parts.append(part)
            advance(len(shard.documents), sum(len(d.text) for d in shard.documents))
    summary = Summary.total(parts)
    strays = unused((), settings, [i["id"] for i in summary.inputs])
    summary = replace(summary, problems=(*summary.problems, *strays))
    write_manifest(folder, settings, inputs, summary)
    if not summary.documents:
        why = "; ".join(f"{p.source}: {p.message}" for p in summary.problems[:3]) or "no inputs"
        raise EmptyInput(f"nothing could be read ({why})", "see the errors table", str(folder))
    return summary


def analysed(shard: Shard, settings: Settings) -> tuple[dict[str, pd.DataFrame], Summary]:
    """Analyse one shard; a text that breaks the analysis becomes an error, and the others go on."""
    done = list(survivors(shard.documents, settings))
    problems = (*shard.problems, *(p for p in done if isinstance(p, Problem)))
    results = [a for a in done if isinstance(a, Analysis)]
    parts = results or [analyse_documents((), settings)]
    rows = {
        "documents": pd.concat([a.documents for a in parts]),
        "quotations": pd.concat([a.quotations for a in parts]),
        "evidence": pd.concat([a.found for a in parts]),
        "stance": pd.concat([a.stance for a in parts]),
        "exposure": pd.concat([a.words_by_voice for a in parts]),
        "scores": pd.concat([a.scores for a in parts]),
        "errors": tables.errors(problems),
    }
    return rows, Summary.total([*map(Summary.of, results), Summary(problems=problems)])


def survivors(documents: Sequence[Document], settings: Settings) -> Iterator[Analysis | Problem]:
    """Yield the analysis of documents; where it fails, of each half, until the one at fault is alone."""
    if not documents:
        return
    try:
        analysis = analyse_documents(documents, settings)
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
            yield from survivors(documents[:half], settings)
            yield from survivors(documents[half:], settings)


def write_manifest(folder: Path, settings: Settings, inputs: Iterable[str | Path], summary: Summary) -> None:
    """Write run.json: everything needed to repeat the run, and counts in and out."""
    names = " ".join(Path(p).name for p in inputs)
    manifest = {
        **provenance.run(settings, f"rhetoric batch {names} -o {folder.name}"),
        "features": list(summary.features),
        "inputs": list(summary.inputs),
        "counts": {
            "documents": summary.documents,
            "words": summary.words,
            "evidence": summary.evidence,
            "errors": summary.errors,
            "warnings": len(summary.problems) - summary.errors,
        },
        "warnings": [
            {"source": p.source, "line": p.line, "warning": p.error, "message": p.message}
            for p in summary.problems
            if p.level == "warning"
        ],
    }
    whole = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "run.json").write_text(whole + "\n", encoding="utf-8")
