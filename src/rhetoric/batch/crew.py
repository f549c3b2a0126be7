"""Who analyses shards, and how their work is kept going when one of them dies."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from rhetoric.batch.kept import kept
from rhetoric.batch.part import Note, Part, arrow, digest, joined
from rhetoric.batch.plan import Shard, maker
from rhetoric.batch.shard import Desk
from rhetoric.model.problem import Problem
from rhetoric.model.schema import TABLES
from rhetoric.model.tables import errors
from rhetoric.settings import Settings

TRIES = 2  # of a shard whose worker died, before its texts are tried apart
DIED = "WorkerDied"


class Crew(Protocol):
    """One or more workers.

    Attributes
    ----------
    room : int
        How many shards may be given before one is taken back.
    """

    room: int

    def give(self, number: int, shard: Shard) -> None:
        """Hand over a shard."""

    def take(self) -> tuple[int, bytes | None]:
        """Wait for a shard that is done, and return its number and packed part; no part where its worker died."""

    def alone(self, shard: Shard) -> bytes | None:
        """Have a shard analysed while everything else waits; no part where its worker died."""

    def close(self) -> None:
        """Send everybody home, whatever they are doing."""


class Here:
    """This process, one shard after another.

    Parameters
    ----------
    settings : Settings
    """

    room = 1

    def __init__(self, settings: Settings) -> None:
        self.desk = Desk(settings)
        self.done: deque[tuple[int, bytes]] = deque()

    def give(self, number: int, shard: Shard) -> None:
        """Analyse a shard at once."""
        self.done.append((number, self.desk.work(shard)))

    def take(self) -> tuple[int, bytes | None]:
        """Return what is done."""
        return self.done.popleft()

    def alone(self, shard: Shard) -> bytes | None:
        """Analyse a shard."""
        return self.desk.work(shard)

    def close(self) -> None:
        """Nothing to close."""


def carried(
    shards: Iterable[tuple[int, Shard]], crew: Crew, settings: Settings
) -> Iterator[tuple[int, Shard, bytes]]:
    """Have shards analysed, never more of them in flight than the crew has room for.

    A shard whose worker died is tried again; if that worker dies too, its texts are tried in halves, and the text at
    fault becomes a problem.

    Yields
    ------
    number : int
    shard : Shard
    part : bytes
        In the order in which they are done.
    """
    waiting: dict[int, Shard] = {}
    deaths: dict[int, int] = {}

    def one() -> Iterator[tuple[int, Shard, bytes]]:
        number, raw = crew.take()
        shard = waiting[number]
        if raw is None:
            deaths[number] = deaths.get(number, 0) + 1
            if deaths[number] < TRIES:
                crew.give(number, shard)
                return
            raw = apart(shard, crew, settings)
        del waiting[number]
        yield number, shard, raw

    for number, shard in shards:
        while len(waiting) >= crew.room:
            yield from one()
        waiting[number] = shard
        crew.give(number, shard)
    while waiting:
        yield from one()


def apart(shard: Shard, crew: Crew, settings: Settings) -> bytes:
    """Return the part of a shard that kills its workers: all its texts but those at fault."""
    whole = digest(shard)
    found = [bare(shard.problems, settings)] if shard.problems else []
    return joined([*found, *pieces(shard, crew, settings)], whole).packed()


def pieces(shard: Shard, crew: Crew, settings: Settings) -> Iterator[Part]:
    """Yield parts of the halves of a shard, halved again where a worker dies, until the text at fault is alone."""
    count = len(shard.documents)
    if count == 1:
        one = shard.documents[0]
        what = f"the process died that analysed it, {TRIES + 1} times or more (it may need too much memory) - please report it"
        yield bare((Problem(one.source or one.id, None, DIED, what, doc_id=one.id),), settings)
        return
    for texts in (shard.documents[: count // 2], shard.documents[count // 2 :]):
        half = Shard(texts, ())
        raw = crew.alone(half)
        if raw is None:
            yield from pieces(half, crew, settings)
        else:
            yield Part.unpacked(raw)


def bare(problems: tuple[Problem, ...], settings: Settings) -> Part:
    """Return a part that holds problems only."""
    from rhetoric.pipeline import analyse_documents

    nothing = analyse_documents((), settings)
    rows = {
        "documents": nothing.documents,
        "quotations": nothing.quotations,
        "evidence": nothing.found,
        "stance": nothing.stance,
        "exposure": nothing.words_by_voice,
        "scores": nothing.scores,
        "errors": errors(problems),
    }
    return Part({n: kept(n, arrow(n, rows[n])) for n in TABLES}, Note("", maker(settings), (), problems))
