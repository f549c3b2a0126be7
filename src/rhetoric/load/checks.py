"""What is looked at in every document before it is used: its language, its length, its name, whether it came before."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from rhetoric.errors import NotEnglish
from rhetoric.load.language import LEAST, judge
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

SHORT = 100
LEAST_IN_ROWS = 50
DUPLICATE = "duplicate"
WORDS = re.compile(r"\w+(?:['’-]\w+)*")
PLACE = re.compile(r"(.*):(\d+)", re.DOTALL)


def place(document: Document, file: str) -> tuple[str, int | None]:
    """Return the file and the line that a document came from."""
    match = PLACE.fullmatch(document.source)
    return (file, int(match[2])) if match and match[1] == file else (file, None)


def language(document: Document, file: str, settings: Settings, row: bool) -> Problem | None:
    """Return a problem where a text does not look English: an error, or a warning with `Settings.any_language`."""
    found = judge(document.text, LEAST_IN_ROWS if row else LEAST)
    if found.english:
        return None
    source, line = place(document, file)
    what = f"the text does not look English{f' but {found.language}' if found.language else ''}"
    if settings.any_language:
        message = f"{what} - word lists and scores are made for English"
        return Problem(source, line, NotEnglish.__name__, message, "warning", document.id)
    return Problem(
        source,
        line,
        NotEnglish.__name__,
        f"{what} - use --any-language to score it all the same",
        "error",
        document.id,
    )


def length(document: Document, file: str) -> Problem | None:
    """Return a warning where a text has fewer than 100 words."""
    words = sum(1 for _, _ in zip(range(SHORT), WORDS.finditer(document.text), strict=False))
    if words >= SHORT:
        return None
    source, line = place(document, file)
    message = f"only {words} word{'s' * (words != 1)}: counts are shown, but intervals will be wide - use longer texts"
    return Problem(source, line, "short", message, "warning", document.id)


class Register:
    """The names and texts met so far, so that none is given twice unnoticed.

    Memory grows by an identifier and a hash for each text, never by the text.
    """

    def __init__(self) -> None:
        self._next: dict[str, int] = {}
        self._texts: dict[str, str] = {}

    def enter(self, document: Document, file: str, row: bool) -> Iterator[Document | Problem]:
        """Yield the document under a name of its own, then warnings on names and texts that came before."""
        source, line = place(document, file)
        name = self.fresh(document.id)
        first = self._texts.setdefault(document.sha256, name)
        yield document if name == document.id else dataclasses.replace(document, id=name)
        if name != document.id:
            message = (
                f"a text called {document.id!r} came before; this one is called {name!r} - name texts apart"
            )
            yield Problem(source, line, "name", message, "warning", name)
        if first != name:
            message = f"the same text as {first!r}; both are counted - leave one out"
            yield Problem(source, line, DUPLICATE, message, "warning", name)

    def fresh(self, name: str) -> str:
        """Return a name that was not met before: itself, or with ``-2``, ``-3``, ..."""
        if name not in self._next:
            self._next[name] = 2
            return name
        number = self._next[name]
        while f"{name}-{number}" in self._next:
            number += 1
        found = f"{name}-{number}"
        self._next[name] = number + 1
        self._next[found] = 2
        return found


def one_for_all(repeats: list[Problem]) -> Problem:
    """Return one warning for all the rows of a file whose texts came before."""
    if len(repeats) == 1:
        return repeats[0]
    first = repeats[0]
    what = f"{len(repeats)} rows hold texts that came before, the first of them {first.doc_id!r}; each is counted"
    return dataclasses.replace(first, message=f"{what} - leave them out")
