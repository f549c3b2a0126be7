"""What is packed by zip or gzip, with guards against archives made to do harm."""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from rhetoric.errors import InputError
from rhetoric.load.faults import no_archive, refused

LARGEST = 1_000_000_000  # bytes of all members together
RATIO = 200  # bytes out for one byte in; text packs about 3 to 1, tables up to 50 to 1
SMALL = 10_000_000  # bytes under which the ratio does not matter
MOST = 100_000  # members
CHUNK = 262_144  # bytes that are unpacked at once


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a zip archive whose members together are no bomb.

    Raises
    ------
    InputError
        If it is no archive, is damaged or encrypted, or would unpack to more than a gigabyte, or to two hundred times its size.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            check(archive, path)
            yield archive
    except zipfile.BadZipFile as fault:
        raise no_archive(fault, path) from None
    except (OSError, EOFError, zlib.error, ValueError, NotImplementedError) as fault:
        raise refused(fault, path) from None


class Gunzipped(io.RawIOBase):
    """The content of a gzip file, up to two hundred times its size.

    Parameters
    ----------
    path : Path
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.most = max(SMALL, RATIO * path.stat().st_size)
        self.count = 0
        self.file = gzip.GzipFile(path, "rb")

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, room: Any) -> int:
        """Read the next bytes into a buffer and return how many they are.

        Raises
        ------
        InputError
            If there are more than an honest file would hold.
        """
        found = self.file.readinto(room)
        self.count += found
        if self.count > self.most:
            what = f"it unpacks to more than {RATIO} times its size"
            raise InputError(what, "unpack it yourself if you trust it", str(self.path))
        return found

    def close(self) -> None:
        """Close the file."""
        self.file.close()
        super().close()


def gunzipped(path: Path) -> io.BufferedReader:
    """Open a gzip file for reading what it holds; see `Gunzipped`."""
    return io.BufferedReader(Gunzipped(path), CHUNK)


def check(archive: zipfile.ZipFile, path: Path) -> None:
    """Refuse an archive by what it says of its members."""
    members = archive.infolist()
    size, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if len(members) > MOST:
        raise InputError(f"it holds {len(members):,} files", f"split it: {MOST:,} are the most", str(path))
    if size > LARGEST or (size > SMALL and size > RATIO * max(1, packed)):
        what = f"it would unpack from {packed:,} to {size:,} bytes"
        raise InputError(what, "unpack it yourself if you trust it", str(path))
    if any(m.flag_bits & 0x1 for m in members):
        raise InputError("it is encrypted", "save it without a password", str(path))


def member(archive: zipfile.ZipFile, name: str, path: Path) -> bytes:
    """Return the bytes of one member, no more of them than the archive says it has.

    Raises
    ------
    InputError
        If there is no such member.
    """
    try:
        with archive.open(name) as file:
            return file.read(archive.getinfo(name).file_size + 1)
    except KeyError:
        raise InputError(f"there is no {name!r} in it", "save it again", str(path)) from None


def harmless(info: zipfile.ZipInfo) -> bool:
    """Whether a member is a plain file whose name stays inside the archive."""
    parts = PurePosixPath(info.filename.replace("\\", "/"))
    link = stat.S_ISLNK(info.external_attr >> 16)
    return not (
        info.filename.endswith("/")
        or link
        or parts.is_absolute()
        or ".." in parts.parts
        or ":" in info.filename
    )
