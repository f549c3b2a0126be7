"""How far a long job is, on standard error."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)
EVERY = 30  # seconds between lines where nobody watches


class bar:
    """A progress display: texts so far, their rate, and the time left where the size of the inputs is known.

    A person at a terminal sees a bar; elsewhere there is a line every 30 seconds, with ``--verbose``.

    Parameters
    ----------
    inputs : sequence of paths
        What is read; with none, the time left is not known.
    """

    def __init__(self, inputs: Sequence[str | Path] = ()) -> None:
        self.inputs = inputs
        self.documents = self.characters = 0
        self.start = self.said = time.monotonic()
        self.progress: Any = None

    def __enter__(self) -> Any:
        watched = sys.stderr.isatty()
        if not watched and not log.isEnabledFor(logging.INFO):
            return self.count
        self.total = size(self.inputs)
        if not watched:
            return self.line
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self.progress = Progress(*columns, console=Console(stderr=True))
        self.progress.start()
        self.task = self.progress.add_task("reading", total=self.total)
        return self.advance

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return max(1e-9, time.monotonic() - self.start)

    @property
    def rate(self) -> float:
        """Million characters a second."""
        return self.characters / 1e6 / self.seconds

    def count(self, documents: int, characters: int) -> None:
        """Count what has been done."""
        self.documents += documents
        self.characters += characters

    def line(self, documents: int, characters: int) -> None:
        """Count what has been done, and say so now and then."""
        self.count(documents, characters)
        if time.monotonic() - self.said >= EVERY:
            self.said = time.monotonic()
            log.info("%s", str(self))

    def advance(self, documents: int, characters: int) -> None:
        """Count what has been done, and show it."""
        self.count(documents, characters)
        self.progress.update(self.task, description=str(self), completed=self.characters)

    def __str__(self) -> str:
        said = f"{self.documents:,} texts, {self.rate:.2f} MB/s"
        if not self.total or not self.rate:
            return said
        left = max(0.0, self.total - self.characters) / 1e6 / self.rate
        return f"{said}, about {span(left)} left"

    def __exit__(self, *fault: object) -> None:
        if self.progress is not None:
            self.progress.stop()


def span(seconds: float) -> str:
    """Return a stretch of time in words."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes / 60:.1f} h"


def size(inputs: Sequence[str | Path]) -> int | None:
    """Return about how many bytes of text there are in files and folders; None where that cannot be told."""
    total = 0
    for given in inputs:
        path = Path(given)
        if not path.exists():
            return None
        for one in path.rglob("*") if path.is_dir() else [path]:
            if one.suffix.lower() == ".gz":
                total += unpacked_size(one)
            elif one.is_file():
                total += one.stat().st_size
    return total or None


def unpacked_size(path: Path) -> int:
    """Return the size that the end of a gzip file gives for its content (modulo 4 GiB)."""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - 4))
        return int.from_bytes(file.read(4), "little")
