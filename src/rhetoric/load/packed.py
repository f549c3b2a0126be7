"""Files inside a zip archive, and single files packed by gzip: each read as what it is."""

from __future__ import annotations

import shutil
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Protocol
from zipfile import BadZipFile

from rhetoric.errors import InputError, RhetoricError
from rhetoric.load.archive import LARGEST, gunzipped, harmless, opened
from rhetoric.load.faults import refused, unforeseen
from rhetoric.model.document import Document
from rhetoric.model.loaded import Loader
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

PACKED = (".zip", ".gz")
HIDDEN = (".", "__MACOSX")


class Bytes(Protocol):
    """Whatever bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes."""


@dataclass(frozen=True, slots=True)
class PackedLoader:
    """Reads every file of a zip archive (``.zip``) that some loader reads, and any such file packed by gzip (``.gz``).

    Members are unpacked one at a time into a folder of their own under names of ours, so that none can be written elsewhere. An archive inside an
    archive is left out.
    """

    suffixes: tuple[str, ...] = PACKED

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the texts of the files inside; see `rhetoric.model.loaded.Loader`."""
        if path.suffix.lower() == ".gz":
            yield from unzipped(path, settings)
            return
        with opened(path) as archive:
            for info in sorted(archive.infolist(), key=lambda i: i.filename):
                inside = PurePosixPath(info.filename.replace("\\", "/"))
                if info.filename.endswith("/") or any(
                    part.startswith(HIDDEN) and part != ".." for part in inside.parts
                ):
                    continue
                label = f"{path}/{info.filename}"
                if not harmless(info):
                    what = "left out: its name leads out of the archive, or it is a link"
                    yield Problem(label, None, "unsafe", f"{what} - unpack it yourself", "error")
                    continue
                try:
                    with archive.open(info) as file:
                        yield from inner(file, inside.name, label, info.file_size, settings)
                except (BadZipFile, NotImplementedError) as fault:
                    yield Problem.of(refused(fault, Path(label)))


def unzipped(path: Path, settings: Settings) -> Iterator[Document | Problem]:
    """Yield the texts of a file packed by gzip."""
    try:
        with gunzipped(path) as file:
            yield from inner(file, path.stem, str(path), LARGEST, settings)
    except (OSError, EOFError, zlib.error) as fault:
        raise refused(fault, path) from None


def inner(file: Bytes, name: str, label: str, most: int, settings: Settings) -> Iterator[Document | Problem]:
    """Yield the texts of one file that is unpacked while it is read, called by its place in the archive.

    Parameters
    ----------
    file : binary file
    name : str
        Its name without folders.
    label : str
        What to call it in messages.
    most : int
        Bytes that it may have.
    """
    from rhetoric.load.choice import Choice  # it knows all loaders, this one too

    choice = Choice.registered()
    if name.lower().endswith(PACKED) and not choice.reads(Path(Path(name).stem)):
        yield Problem(
            label, None, "skipped", "skipped: an archive inside an archive - unpack it first", "warning"
        )
        return
    if not choice.reads(Path(name)):
        yield Problem(
            label, None, "skipped", f"skipped: no loader reads files {Path(name).suffix}", "warning"
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / Path(name).name
        try:
            with target.open("wb") as out:
                shutil.copyfileobj(Bounded(file, most, label), out)
            loader: Loader = choice.loader(target)
            for item in loader.read(target, settings):
                yield renamed(item, str(target), label)
        except RhetoricError as fault:
            yield renamed(Problem.of(fault, label), str(target), label)
        except (OSError, EOFError, zlib.error, BadZipFile, NotImplementedError) as fault:
            yield Problem.of(refused(fault, Path(label)))
        except Exception as fault:  # one member that its loader fails on must not cost the others
            yield Problem.of(unforeseen(fault, label))


@dataclass(slots=True)
class Bounded:
    """A file that may be read up to a number of bytes and no further."""

    file: Bytes
    left: int
    label: str

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes.

        Raises
        ------
        InputError
            If there are more than there should be.
        """
        found = self.file.read(size)
        self.left -= len(found)
        if self.left < 0:
            raise InputError(
                "it unpacks to more than it should", "unpack it yourself if you trust it", self.label
            )
        return found


def renamed(item: Document | Problem, target: str, label: str) -> Document | Problem:
    """Return a text or problem that names the place in the archive, and not where it was unpacked."""
    if isinstance(item, Document):
        return replace(item, source=item.source.replace(target, label))
    return replace(
        item, source=item.source.replace(target, label), message=item.message.replace(target, label)
    )
