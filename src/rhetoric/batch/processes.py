"""Workers on this machine: processes that get shards and give back parts; they touch no files."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from rhetoric.batch.plan import Shard
from rhetoric.errors import RhetoricError
from rhetoric.settings import Settings

# Shards after which a worker makes room for a fresh one: what it remembers of words grows with what it reads.
LIFE = {"full": 30, "lexical": 300}
READY = -1
FAILED = -2


@dataclass(eq=False, slots=True)
class Worker:
    """One process, the line to it, and what it is doing.

    Parameters
    ----------
    process : multiprocessing.Process
    line : Connection
    ready : bool
        Whether it has come up.
    shard : int or None
        The number of the shard it works on.
    done : int
        How many it has finished.
    """

    process: Any
    line: Connection
    ready: bool = False
    shard: int | None = None
    done: int = 0


class Processes:
    """A crew of processes. They end when the process that started them ends, even by a kill.

    Parameters
    ----------
    count : int
    settings : Settings
    """

    def __init__(self, count: int, settings: Settings) -> None:
        self.settings = settings
        self.room = 2 * count
        self._context = multiprocessing.get_context("spawn")
        self._queue: deque[tuple[int, Shard]] = deque()
        self._done: deque[tuple[int, bytes | None]] = deque()
        self._workers = [self._hired() for _ in range(count)]

    def give(self, number: int, shard: Shard) -> None:
        """Put a shard into the queue, and hand shards to whoever is free."""
        self._queue.append((number, shard))
        self._listen(0)

    def take(self) -> tuple[int, bytes | None]:
        """Wait for a shard that is done."""
        while not self._done:
            self._listen(None)
        return self._done.popleft()

    def alone(self, shard: Shard) -> bytes | None:
        """Have a shard analysed by a process of its own."""
        worker = self._hired()
        try:
            while (answer := self._heard(worker)) is not None:
                if answer[0] != READY:
                    return answer[1]
                worker.line.send((0, shard))
            return None
        except OSError:
            return None
        finally:
            dismissed(worker)

    def close(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            dismissed(worker)

    def _hired(self) -> Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self.settings), daemon=True)
        process.start()
        theirs.close()
        return Worker(process, ours)

    def _listen(self, seconds: float | None) -> None:
        """Hear what the workers say within a time, replace the dead and the old, and hand shards to those who are free."""
        self._hand_out()
        heard = wait([w.line for w in self._workers], seconds)
        for n, worker in enumerate(self._workers):
            if worker.line not in heard:
                continue
            answer = self._heard(worker)
            if answer is None:
                self._workers[n] = self._replaced(worker)
            elif answer[0] != READY:
                self._done.append(answer)
                worker.shard = None
                worker.done += 1
                if worker.done >= LIFE[self.settings.tier]:
                    self._workers[n] = self._replaced(worker)
        self._hand_out()

    def _hand_out(self) -> None:
        for n, worker in enumerate(self._workers):
            if self._queue and worker.ready and worker.shard is None:
                number, shard = self._queue.popleft()
                worker.shard = number
                try:
                    worker.line.send((number, shard))
                except OSError:
                    self._workers[n] = self._replaced(worker)

    def _replaced(self, worker: Worker) -> Worker:
        dismissed(worker)
        if not worker.ready:
            raise RhetoricError(
                "a worker ended before it had begun",
                "use --workers 1; in a script, call it under 'if __name__ == \"__main__\"'",
            )
        if worker.shard is not None:
            self._done.append((worker.shard, None))
        return self._hired()

    def _heard(self, worker: Worker) -> tuple[int, bytes] | None:
        """Return what a worker says; None where it is dead."""
        try:
            number, said = worker.line.recv()
        except (EOFError, OSError):
            return None
        if number == FAILED:
            raise said
        worker.ready = True
        return number, said


def dismissed(worker: Worker) -> None:
    """End a process."""
    worker.process.kill()
    worker.process.join()
    worker.line.close()


def serve(line: Connection, settings: Settings) -> None:
    """Analyse shards as long as any come: what a worker process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started it decides when to stop
    import pyarrow as pa

    from rhetoric.batch.shard import Desk

    desk = Desk(settings)
    try:
        line.send((READY, b""))
        while True:
            number, shard = line.recv()
            try:
                answer: tuple[int, Any] = (number, desk.work(shard))
            except Exception as fault:
                answer = (FAILED, fault)
            line.send(answer)
            pa.default_memory_pool().release_unused()
    except (EOFError, OSError):
        return
