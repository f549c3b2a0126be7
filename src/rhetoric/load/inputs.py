"""From what the user named to the files that are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from glob import glob, has_magic
from pathlib import Path

from rhetoric.errors import EmptyInput, InputError, MissingInput
from rhetoric.load.choice import Choice
from rhetoric.load.standard import NAME

RAW = "raw"
HIDDEN = (".", "~$")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or the reason why something cannot be.

    Parameters
    ----------
    path : Path
    asked : bool
        Whether the user named the file, or a folder that holds it.
    fault : InputError or None
    """

    path: Path
    asked: bool
    fault: InputError | None = None


def sources(inputs: Iterable[str | Path], choice: Choice) -> Iterator[Source]:
    """Yield the files behind some inputs, in their order; folders are walked in the order of their names.

    Hidden files and the lock files of Word are skipped inside folders, and so is a folder called ``raw``: it holds what other files of the
    folder were made from. A link in a folder is read only where it leads to a file of that folder: a folder that came from elsewhere could
    hold links to the files of whoever reads it. What is named, or fits a pattern, is read wherever it leads.
    """
    for given in inputs:
        path = Path(given)
        try:
            if path.is_dir():
                found = list(walk(path, path.resolve(), choice))
                if not any(source.fault or choice.reads(source.path) for source in found):
                    raise empty(path)
                yield from found
            elif path.exists() or str(given) == NAME:
                yield Source(path, True)
            elif fitting := matching(str(given)):
                yield from (Source(p, True) for p in fitting)
            elif has_magic(str(given)):
                do = "check the pattern; ** stands for any folders, * for any part of a name"
                raise MissingInput("no file fits this pattern", do, str(given))
            else:
                raise MissingInput("no such file or folder", nearest(path), str(path))
        except InputError as fault:
            yield Source(path, True, fault)
        except (OSError, ValueError) as fault:
            what = f"it cannot be opened ({getattr(fault, 'strerror', None) or fault})"
            yield Source(path, True, InputError(what, "check the path and its permissions", str(path)))


def matching(pattern: str) -> list[Path]:
    """Return the files that a pattern such as ``speeches/**/*.txt`` stands for, in the order of their names."""
    if not has_magic(pattern):
        return []
    found = sorted(glob(pattern, recursive=True))  # noqa: PTH207  (a pattern may be absolute)
    return [path for name in found if (path := Path(name)).is_file()]


def walk(folder: Path, top: Path, choice: Choice) -> Iterator[Source]:
    """Yield the files of a folder and its folders that are neither hidden nor raw.

    Parameters
    ----------
    folder : Path
    top : Path
        The folder that was named, without links in its path; no link in it is followed out of it.
    choice : Choice
    """
    try:
        children = sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError as fault:
        what = f"the folder cannot be opened ({fault.strerror})"
        yield Source(folder, False, InputError(what, "check its permissions", str(folder)))
        return
    for path in children:
        if path.name.startswith(HIDDEN):
            continue
        if path.is_symlink():
            yield Source(path, False, linked(path, top) if path.is_dir() or choice.reads(path) else None)
        elif path.is_dir():
            if path.name != RAW:
                yield from walk(path, top, choice)
        elif path.is_file():
            yield Source(path, False)
        else:
            what = "it is no file but a device, a pipe or a socket"
            yield Source(path, False, InputError(what, "leave it out", str(path)))


def linked(path: Path, top: Path) -> InputError | None:
    """Return why a link in a folder is not followed, or None."""
    try:
        end = path.resolve(strict=True)
    except FileNotFoundError:
        return MissingInput("it is a link to a file that is not there", "mend or remove the link", str(path))
    except (OSError, RuntimeError):
        return InputError("it is a link that leads nowhere", "mend or remove the link", str(path))
    if end.is_dir():
        return InputError(
            "it is a link to a folder, which is not followed", f"name {path.name} to read it", str(path)
        )
    if not end.is_relative_to(top):
        what = "it is a link that leads out of the folder, which is not followed"
        return InputError(what, "name the link itself, or copy the file here", str(path))
    return None


def empty(folder: Path) -> EmptyInput:
    """Return the error for a folder without a file that can be read."""
    raw = any(child.name == RAW for child in folder.iterdir())
    do = f"its folder {RAW!r} is left out: name it to read it" if raw else "put text files or tables into it"
    return EmptyInput("the folder holds no file that can be read", do, str(folder))


def nearest(path: Path) -> str:
    """Return advice on a path that does not exist."""
    try:
        near = get_close_matches(path.name, [p.name for p in path.parent.iterdir()], 1)
    except (OSError, ValueError):
        near = []
    return f"did you mean {near[0]!r}?" if near else "check the path"
