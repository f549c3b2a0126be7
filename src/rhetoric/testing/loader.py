"""What every loader must keep."""

from __future__ import annotations

import re
from pathlib import Path

from rhetoric.errors import ContractError, InputError
from rhetoric.model.document import Document
from rhetoric.model.loaded import Loader
from rhetoric.model.passage import Kind
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

SUFFIX = re.compile(r"(\.[a-z0-9_-]+)+")


def check_loader(loader: Loader, path: str | Path) -> None:
    """Check a loader against its contract on one file.

    Parameters
    ----------
    loader : Loader
    path : path
        A file that it reads, with at least one text in it.

    Raises
    ------
    ContractError
        If its suffixes are malformed or do not fit the file; if it yields anything but documents and problems; if
        identifiers repeat, a text is empty, or a mark lies outside its text or is of no known kind; if two readings
        differ; or if a missing file raises anything but an `InputError`.
    """
    path = Path(path)
    if not isinstance(loader, Loader):
        what = f"{type(loader).__name__} is no loader"
        raise ContractError(what, "give it `suffixes` and `read(path, settings)`")
    suffixes = loader.suffixes
    if not isinstance(suffixes, tuple) or not all(SUFFIX.fullmatch(s) for s in suffixes):
        raise ContractError(f"suffixes are {suffixes!r}", "return a tuple such as ('.txt', '.md')")
    if not path.name.lower().endswith(suffixes):
        raise ContractError(f"{path.name} ends with none of its suffixes", "check it on a file that it reads")
    once, twice = read(loader, path), read(loader, path)
    if once != twice:
        raise ContractError("two readings of one file differ", "read no clock, and keep no state")
    documents = [d for d in once if isinstance(d, Document)]
    if not documents:
        raise ContractError(f"no text came out of {path.name}", "check it on a file with a text in it")
    ids = [d.id for d in documents]
    if len(set(ids)) < len(ids) or not all(ids):
        raise ContractError("an identifier is empty or given twice", "number the texts of a file")
    for document in documents:
        check_document(document)
    check_missing(loader, path)


def read(loader: Loader, path: Path) -> list[Document | Problem]:
    """Return what a loader yields, once it is known to be documents and problems."""
    out = list(loader.read(path, Settings()))
    for item in out:
        if not isinstance(item, Document | Problem):
            raise ContractError(f"it yielded a {type(item).__name__}", "yield Document and Problem only")
    return out


def check_document(document: Document) -> None:
    """Check that a document has a text, and marks inside it."""
    if not isinstance(document.text, str) or not document.text.strip():
        raise ContractError(f"{document.id!r} has no text", "yield a Problem instead")
    kinds = {k.label for k in Kind}
    for mark in document.layout:
        if mark.kind not in kinds:
            raise ContractError(f"no kind of passage is called {mark.kind!r}", f"choose from {sorted(kinds)}")
        if not 0 <= mark.start < mark.end <= len(document.text):
            what = f"a {mark.kind} of {document.id!r} is empty or lies outside the text"
            raise ContractError(what, "count code points of the final text from 0, half-open")


def check_missing(loader: Loader, path: Path) -> None:
    """Check that a file that is not there is an error of the right family, or a problem."""
    absent = path.with_name(f"absent-{path.name}")
    try:
        out = list(loader.read(absent, Settings()))
    except InputError:
        return
    except Exception as fault:
        what = f"a missing file raises {type(fault).__name__}"
        raise ContractError(what, "raise an InputError, or yield a Problem") from fault
    if not out or not all(isinstance(item, Problem) for item in out):
        raise ContractError("a missing file goes unnoticed", "raise an InputError, or yield a Problem")
