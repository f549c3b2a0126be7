"""Where a run keeps what is done until all is done: a hidden folder inside the result directory.

::

    DIR/.parts/plan.json      what decides the result; a run goes on only under the same
    DIR/.parts/000000.part    one shard, written whole or not there
    DIR/.parts/new/           tables while they are put together; thrown away when a run goes on
    DIR/.parts/ready/         all tables and run.json, whole; what is left is to move them up
    DIR/.finished/            what is about to be deleted
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from rhetoric.batch.part import NOTE, Note, table
from rhetoric.batch.plan import unlike
from rhetoric.batch.store import SUFFIXES
from rhetoric.errors import RhetoricError, SettingsError
from rhetoric.model.schema import TABLES

MANIFEST = "run.json"
PARTS = ".parts"
FINISHED = ".finished"
AGAIN = "add --resume to continue it, or --force to start again"


class Workplace:
    """The parts of a run and its plan; every step survives a kill, because files get their names when they are whole.

    Parameters
    ----------
    folder : Path
        The result directory.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.parts = folder / PARTS
        self.new = self.parts / "new"
        self.ready = self.parts / "ready"
        self._lock: Any = None

    def __enter__(self) -> Workplace:
        shutil.rmtree(self.folder / FINISHED, ignore_errors=True)
        self.parts.mkdir(parents=True, exist_ok=True)
        self._lock = locked(self.parts / "lock", self.folder)
        return self

    def __exit__(self, *fault: object) -> None:
        self._lock.close()
        if self.parts.exists() and {p.name for p in self.parts.iterdir()} <= {"lock"}:
            shutil.rmtree(self.parts)
            if not any(self.folder.iterdir()):
                self.folder.rmdir()

    @property
    def begun(self) -> bool:
        """Whether a run was broken off here."""
        return (self.parts / "plan.json").exists()

    @property
    def holds_work(self) -> bool:
        """Whether there is anything that would be lost by starting again."""
        return self.complete or any(self.parts.glob("*.part"))

    @property
    def complete(self) -> bool:
        """Whether all that is left is to move finished tables to their places."""
        return self.ready.is_dir()

    def begin(self, plan: Mapping[str, Any]) -> None:
        """Throw away what is here and note a plan."""
        for path in self.parts.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != "lock":
                path.unlink()
        durable(self.parts / "plan.json", json.dumps(plan, ensure_ascii=False, indent=1).encode())

    def take_up(self, plan: Mapping[str, Any]) -> None:
        """Go on with the run that was broken off.

        Raises
        ------
        SettingsError
            If its plan was another; the message names what differs.
        """
        old = json.loads((self.parts / "plan.json").read_text(encoding="utf-8"))
        apart = list(unlike(old, json.loads(json.dumps(plan))))
        if apart:
            what = f"the run that was broken off was another: {'; '.join(apart[:5])}"
            raise SettingsError(what, "repeat its command, or add --force to start again", str(self.folder))
        shutil.rmtree(self.new, ignore_errors=True)
        for path in self.parts.glob("*.unfinished"):
            path.unlink()

    def place(self, number: int) -> Path:
        """Return where the part of a shard stands."""
        return self.parts / f"{number:06}.part"

    def keep(self, number: int, raw: bytes) -> None:
        """Write the part of a shard, whole or not at all."""
        durable(self.place(number), raw)

    def note(self, number: int) -> Note | None:
        """Return the note of a part, or None where there is no whole one."""
        try:
            with zipfile.ZipFile(self.place(number)) as archive:
                return Note.read(archive.read(NOTE))
        except (OSError, zipfile.BadZipFile, KeyError, ValueError):
            return None

    def table(self, number: int, name: str) -> pa.Table:
        """Return one public table of a part."""
        with zipfile.ZipFile(self.place(number)) as archive:
            return table(archive, name)

    def seal(self) -> None:
        """Say that what stands in `new` is the result: from here on nothing is computed again."""
        settle(self.new)
        self.new.rename(self.ready)
        settle(self.parts)

    def publish(self) -> None:
        """Move the finished tables up, run.json last, and delete the parts."""
        if (self.ready / MANIFEST).exists():
            (self.folder / MANIFEST).unlink(missing_ok=True)
            settle(self.folder)
            for path in self.stale():
                path.unlink()
            for path in sorted(self.ready.iterdir(), key=lambda p: (p.name == MANIFEST, p.name)):
                settle(self.folder)
                path.replace(self.folder / path.name)
        settle(self.folder)
        self.clear()

    def stale(self) -> Iterator[Path]:
        """Yield tables of an earlier run in formats that this one does not write."""
        formats = json.loads((self.parts / "plan.json").read_text(encoding="utf-8"))["formats"]
        for name in TABLES:
            for suffix, kind in SUFFIXES.items():
                path = self.folder / f"{name}{suffix}"
                if kind not in formats and path.exists():
                    yield path

    def clear(self) -> None:
        """Delete the parts; a kill in between leaves nothing that could be taken for a run."""
        self.parts.rename(self.folder / FINISHED)
        shutil.rmtree(self.folder / FINISHED)


def durable(path: Path, raw: bytes) -> None:
    """Write a file so that it is whole on the disk, or not there.

    Raises
    ------
    RhetoricError
        If there is no room or no leave to write.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        with unfinished.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        settle(path.parent)
    except OSError as fault:
        what = f"it cannot be written ({fault.strerror})"
        raise RhetoricError(what, "make room, then run again with --resume", str(path)) from None


def settle(folder: Path) -> None:
    """See that the names in a folder are on the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def locked(path: Path, folder: Path) -> Any:
    """Return an open file that no other process holds, where the system can; a kill sets it free."""
    file = path.open("w")
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        pass
    except OSError:
        file.close()
        raise SettingsError(
            "another run is at work in it", "wait for it, or name another folder", str(folder)
        ) from None
    return file
