"""Files to documents. Whatever cannot be read becomes a problem, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from rhetoric.errors import EmptyInput, RhetoricError
from rhetoric.load import standard
from rhetoric.load.checks import DUPLICATE, Register, language, length, one_for_all
from rhetoric.load.choice import Choice
from rhetoric.load.faults import refused, unforeseen
from rhetoric.load.inputs import Source, sources
from rhetoric.load.results import Results, is_results, results
from rhetoric.load.rows import whole
from rhetoric.model.document import Document
from rhetoric.model.loaded import Loaded
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

NAMES: dict[type, tuple[str, ...]] = {
    Document: ("id", "source", "title", "author", "date", "kind", "lang", "url"),
    Problem: ("source", "message", "doc_id"),
}

__all__ = ["Results", "is_results", "load", "results", "stream"]


def load(inputs: Iterable[str | Path], settings: Settings | None = None) -> Loaded:
    """Read files and folders.

    Parameters
    ----------
    inputs : iterable of paths
        Files and folders, patterns such as ``speeches/*.txt``, and ``-`` for standard input, in the order wanted.
    settings : Settings, optional

    Returns
    -------
    Loaded
        Documents with identifiers of their own, and the problems: errors for what was left out, warnings for what
        was repaired or should be known. Nothing is raised for a bad input.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for item in stream(inputs, settings):
        if isinstance(item, Document):
            documents.append(item)
        else:
            problems.append(item)
    return Loaded(tuple(documents), tuple(problems))


def stream(inputs: Iterable[str | Path], settings: Settings | None = None) -> Iterator[Document | Problem]:
    """Yield documents and problems one by one; rows of tables and JSON lines are never held together. See `load`."""
    settings = settings or Settings()
    choice = Choice.registered()
    register = Register()
    yield from choice.problems
    for source in sources([inputs] if isinstance(inputs, str | Path) else inputs, choice):
        yield from documents_of(source, choice, register, settings)


def documents_of(
    source: Source, choice: Choice, register: Register, settings: Settings
) -> Iterator[Document | Problem]:
    """Yield what one file holds, checked, and a problem for whatever is wrong with it."""
    file = whole(str(source.path))
    if source.fault:
        yield sound(Problem.of(source.fault, file))
        return
    if file == standard.NAME:
        file = standard.LABEL
    elif not source.asked and not choice.reads(source.path):
        ending = source.path.suffix or "without an ending"
        message = f"skipped: no loader reads files {ending} - what can be read: {', '.join(choice.endings)}"
        yield Problem(file, None, "skipped", message, "warning")
        return
    nothing = True
    repeats: list[Problem] = []
    try:
        if file != standard.LABEL and not source.path.stat().st_size:
            raise EmptyInput("there is nothing in it", "leave it out", file)
        rows, items = opened(source, choice, settings)
        for item in map(sound, items):
            nothing = False
            if isinstance(item, Document):
                for found in checked(item, file, rows, register, settings):
                    if rows and isinstance(found, Problem) and found.error == DUPLICATE:
                        repeats.append(found)
                    else:
                        yield found
            else:
                yield item
        if nothing:
            raise EmptyInput("there is no text in it", "leave it out", file)
    except RhetoricError as fault:
        yield sound(Problem.of(fault, file))
    except OSError as fault:
        yield sound(Problem.of(refused(fault, source.path)))
    except Exception as fault:
        yield sound(Problem.of(unforeseen(fault, file)))
    if repeats:
        yield one_for_all(repeats)


def sound(item: Any) -> Any:
    """Return a document or problem whose names can be written to a file: half a surrogate pair, as in a file name that is no UTF-8, is U+FFFD."""
    names = NAMES[type(item)]
    if "".join([getattr(item, name) for name in names]).isascii():
        return item
    held = {name: value for name in names if (value := getattr(item, name)) != whole(value)}
    return replace(item, **{name: whole(value) for name, value in held.items()}) if held else item


def opened(source: Source, choice: Choice, settings: Settings) -> tuple[bool, Iterator[Document | Problem]]:
    """Return whether a file's texts are rows, and what its loader yields."""
    if str(source.path) == standard.NAME:
        return False, standard.standard_input(settings)
    loader = choice.loader(source.path)
    return bool(getattr(loader, "rows", False)), loader.read(source.path, settings)


def checked(
    document: Document, file: str, row: bool, register: Register, settings: Settings
) -> Iterator[Document | Problem]:
    """Yield a document under a name of its own, then what should be known of it; or only why it is refused."""
    foreign = language(document, file, settings, row)
    if foreign and foreign.level == "error":
        yield foreign
        return
    yield from register.enter(document, file, row)
    if foreign:
        yield foreign
    short = None if row else length(document, file)
    if short:
        yield short
