"""A batch job: shards in, tables out. Every step can be broken off and taken up again."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from rhetoric.batch import remote
from rhetoric.batch.base import Base
from rhetoric.batch.crew import Crew, Here, carried
from rhetoric.batch.merge import merge
from rhetoric.batch.part import Note, digest
from rhetoric.batch.plan import SHARD, Shard, maker, plan, shards
from rhetoric.batch.summary import Summary
from rhetoric.batch.workplace import AGAIN, MANIFEST, Workplace
from rhetoric.errors import ContractError, EmptyInput, InputError, SettingsError
from rhetoric.load import stream
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.pipeline import extractors
from rhetoric.settings import Settings

FEW = 3  # shards that one process analyses sooner than others would have come up
Advance = Callable[[int, int], None]


def run(
    inputs: Sequence[str | Path],
    folder: str | Path,
    settings: Settings,
    formats: Sequence[str] = ("parquet",),
    *,
    force: bool = False,
    resume: bool = False,
    append: bool = False,
    replace: bool = False,
    workers: int | None = None,
    scheduler: str = "",
    advance: Advance = lambda documents, characters: None,
) -> Summary:
    """Analyse inputs shard by shard and write the public tables and run.json.

    Parameters
    ----------
    inputs : sequence of paths
        Files and folders, or URLs that fsspec reads.
    folder : path
        The result directory, or a URL.
    settings : Settings
    formats : sequence of {'parquet', 'csv', 'jsonl'}
        With `append`, those of the results.
    force : bool
        Replace results that are there already, or a run that was broken off.
    resume : bool
        Go on with a run that was broken off; the result is the same to the byte.
    append : bool
        Add to the results that are there: only texts that are not among them are analysed.
    replace : bool
        With `append`, a text whose id is known and that has changed takes the place of the old one.
    workers : int, optional
        Processes that analyse; 1 is this process alone. By default one for each CPU, and 1 for few texts.
    scheduler : str
        The address of a Dask scheduler whose workers analyse instead.
    advance : callable
        Called with the documents and characters of every shard that is done.

    Returns
    -------
    Summary

    Raises
    ------
    SettingsError
        If `folder` holds results or an unfinished run and nothing says what to do with them, or if what was asked for is
        not what was begun.
    EmptyInput
        If not one input could be read.

    Notes
    -----
    Tables depend on inputs and settings alone, never on workers, on the order in which they finish, or on kills.
    """
    if remote.is_remote(folder):
        return elsewhere(
            str(folder), inputs, settings, formats, force, resume, append, workers, scheduler, advance
        )
    folder = Path(folder)
    if (folder / MANIFEST).exists() and not (force or resume or append):
        do = "name another folder, add --append to add texts, or --force to replace them"
        raise SettingsError("there are results already", do, str(folder))
    if replace and not append:
        raise SettingsError("--replace goes with --append only", "add --append, or leave it out", "--replace")
    if any((settings.themes, settings.lexicons, settings.actors)):
        extractors(settings)  # a malformed list stops the run here, and not text by text
    with Workplace(folder) as place:
        if place.begun and place.holds_work and not (force or resume):
            raise SettingsError("a run was broken off here", AGAIN, str(folder))
        if place.complete and resume:
            if not append:
                place.take_up(plan(inputs, folder.name, settings, formats))
            place.publish()
            return summed(folder)
        if resume and not place.begun and (folder / MANIFEST).exists() and not append:
            return summed(folder)  # there is nothing left to do
        base = Base.read(folder, replace) if append else None
        kinds = base.formats if base else tuple(formats)
        more = {"base": base.digest, "replace": replace} if base else {}
        asked = plan(inputs, folder.name, settings, kinds, **more)
        if base:
            base.check(asked)
        if place.begun and resume:
            place.take_up(asked)
        else:
            place.begin(asked)
        with remote.fetched(inputs) as (local, names, problems):
            texts = remote.renamed(itertools.chain(problems, stream(local, settings)), names)
            if base:
                texts = base.fresh(texts)
            count = worked(place, texts, settings, workers, scheduler, advance)
        merge(place, count, asked, settings, base, workers or os.cpu_count() or 1)
        place.seal()
        place.publish()
    return summed(folder)


def worked(
    place: Workplace,
    texts: Iterator[Document | Problem],
    settings: Settings,
    workers: int | None,
    scheduler: str,
    advance: Advance,
) -> int:
    """Analyse every shard whose part is not there yet, and return how many shards there are."""
    made_by = maker(settings)
    count = itertools.count()
    total = 0

    def missing() -> Iterator[tuple[int, Shard]]:
        nonlocal total
        for number, shard in zip(count, shards(texts, *SHARD[settings.tier]), strict=False):
            total = number + 1
            note = place.note(number)
            if note is None:
                yield number, shard
                continue
            if note.digest != digest(shard):
                what = f"the inputs have changed since the run was broken off (shard {number})"
                raise InputError(what, "add --force to start again", str(place.folder))
            advance(len(shard.documents), shard.characters)

    tasks = missing()
    first = list(itertools.islice(tasks, FEW if workers is None and not scheduler else 0))
    few = workers is None and not scheduler and len(first) < FEW
    with closing(crew(settings, 1 if few else workers or os.cpu_count() or 1, scheduler)) as hands:
        for number, shard, raw in carried(itertools.chain(first, tasks), hands, settings):
            place.keep(number, raw)
            check(place.note(number), made_by, scheduler)
            advance(len(shard.documents), shard.characters)
    return total


def crew(settings: Settings, workers: int, scheduler: str) -> Crew:
    """Return who does the work."""
    if scheduler:
        from rhetoric.batch.cluster import Cluster

        return Cluster(scheduler, settings)
    if workers == 1:
        return Here(settings)
    from rhetoric.batch.processes import Processes

    return Processes(workers, settings)


def check(note: Note | None, made_by: str, scheduler: str) -> None:
    """See that a part was made with what the plan says."""
    if note is None or note.made_by != made_by:
        what = "a worker has other versions, lexicons or models than this machine"
        raise ContractError(what, "install the same on all", scheduler or "workers")


def summed(folder: Path) -> Summary:
    """Return what was done, or say why nothing was."""
    summary = Summary.read(folder)
    if not summary.documents and not summary.skipped:
        why = "; ".join(f"{p.source}: {p.message}" for p in summary.first[:3]) or "no inputs"
        raise EmptyInput(f"nothing could be read ({why})", "see the errors table", str(folder))
    return summary


def elsewhere(
    url: str,
    inputs: Sequence[str | Path],
    settings: Settings,
    formats: Sequence[str],
    force: bool,
    resume: bool,
    append: bool,
    *how: Any,
) -> Summary:
    """Make results in a local folder and put them up at the end."""
    if append:
        do = "copy the results here, add to them, and put them back"
        raise SettingsError("results elsewhere cannot be added to", do, url)
    if remote.holds_results(url) and not force:
        do = "name another place, or add --force to replace them"
        raise SettingsError("there are results already", do, url)
    workers, scheduler, advance = how
    local = remote.stand_in(url)
    summary = run(
        inputs,
        local,
        settings,
        formats,
        force=force,
        resume=resume,
        workers=workers,
        scheduler=scheduler,
        advance=advance,
    )
    remote.put(local, url)
    return summary
