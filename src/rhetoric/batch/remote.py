"""Inputs and results that lie elsewhere, by fsspec: ``s3://``, ``gs://``, ``https://``, ``file://`` and what else is installed."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from rhetoric.batch.workplace import MANIFEST
from rhetoric.errors import InputError, MissingInput, SettingsError
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem

SCHEME = "://"
PIECE = 8_000_000


def is_remote(path: str | Path) -> bool:
    """Return whether a path names a place that fsspec reads."""
    return isinstance(path, str) and SCHEME in path


def system(url: str) -> tuple[Any, str]:
    """Return the file system of a URL, and the path on it.

    Raises
    ------
    SettingsError
        If what reads such URLs is not installed, or is not known.
    """
    import fsspec

    try:
        return fsspec.core.url_to_fs(url)  # type: ignore[no-any-return]
    except (ImportError, ValueError) as fault:
        raise SettingsError(f"it cannot be opened ({fault})", "install what reads it", url) from None


@contextmanager
def fetched(inputs: Sequence[str | Path]) -> Iterator[tuple[list[str | Path], dict[str, str], list[Problem]]]:
    """Copy remote inputs to this machine for a while.

    Yields
    ------
    inputs : list of paths
        All inputs, remote ones as local folders.
    names : dict
        The URL that each local folder stands for.
    problems : list of Problem
        Inputs that could not be copied.
    """
    if not any(map(is_remote, inputs)):
        yield list(inputs), {}, []
        return
    with tempfile.TemporaryDirectory(prefix="rhetoric-") as folder:
        local: list[str | Path] = []
        names: dict[str, str] = {}
        problems: list[Problem] = []
        for n, given in enumerate(inputs):
            if not is_remote(given):
                local.append(given)
                continue
            target = Path(folder) / str(n)
            target.mkdir()
            try:
                names[str(target)] = copied(str(given), target)
                local.append(target)
            except InputError as fault:
                problems.append(Problem.of(fault, str(given)))
        yield local, names, problems


def copied(url: str, folder: Path) -> str:
    """Copy a file, a folder or the files that a pattern stands for, and return the URL of what `folder` stands for."""
    files, path = system(url)
    scheme = url.split(SCHEME, 1)[0]
    try:
        if files.isfile(path):
            found, root = [path], str(PurePosixPath(path).parent)
        elif any(c in path for c in "*?["):
            found = sorted(p for p in files.glob(path) if files.isfile(p))
            root = path.split("*", 1)[0].split("?", 1)[0].split("[", 1)[0].rsplit("/", 1)[0]
        else:
            found, root = sorted(files.find(path)) if files.exists(path) else [], path.rstrip("/")
        if not found:
            raise MissingInput("no such file or folder", "check the address", url)
        for one in found:
            inside = PurePosixPath(one.removeprefix(root).lstrip("/"))
            if ".." in inside.parts:
                raise InputError("a name in it leads elsewhere", "rename it", url)
            target = folder / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            with files.open(one, "rb") as source, target.open("wb") as out:
                while piece := source.read(PIECE):
                    out.write(piece)
    except (OSError, PermissionError) as fault:
        raise InputError(f"it cannot be read ({fault})", "check address and access", url) from None
    return f"{scheme}{SCHEME}{root.rstrip('/')}" if "://" not in root else root.rstrip("/")


def renamed(stream: Iterable[Document | Problem], names: dict[str, str]) -> Iterator[Document | Problem]:
    """Yield texts and problems under the URLs that they came from."""
    for item in stream:
        for folder, url in names.items():
            if isinstance(item, Document):
                item = replace(item, source=item.source.replace(folder, url))
            else:
                item = replace(
                    item, source=item.source.replace(folder, url), message=item.message.replace(folder, url)
                )
        yield item


def stand_in(url: str) -> Path:
    """Return the local folder in which results for a URL are made; the same for the same URL, so that a run can go on."""
    mark = hashlib.sha256(url.encode()).hexdigest()[:12]
    return (
        Path(tempfile.gettempdir()) / f"rhetoric-{mark}" / (PurePosixPath(url.rstrip("/")).name or "results")
    )


def holds_results(url: str) -> bool:
    """Return whether there are results at a URL."""
    files, path = system(url)
    return bool(files.exists(f"{path.rstrip('/')}/{MANIFEST}"))


def put(folder: Path, url: str) -> None:
    """Copy results to a URL, run.json last, and delete them here."""
    files, path = system(url)
    root = path.rstrip("/")
    files.makedirs(root, exist_ok=True)
    if files.exists(f"{root}/{MANIFEST}"):
        files.rm_file(f"{root}/{MANIFEST}")
    names = sorted((p for p in folder.iterdir() if p.is_file()), key=lambda p: (p.name == MANIFEST, p.name))
    for one in names:
        files.put_file(str(one), f"{root}/{one.name}")
    for one in names:
        one.unlink()
    folder.rmdir()
    folder.parent.rmdir()
