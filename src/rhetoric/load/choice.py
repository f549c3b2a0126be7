"""Which loader reads a file: by its ending, and for ``.txt`` by a look into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rhetoric.errors import InputError, UnknownFormat
from rhetoric.load.encoding import read_text
from rhetoric.load.frontmatter import read_front_matter
from rhetoric.load.page import PageLoader, looks_like_page
from rhetoric.load.plain import PlainLoader
from rhetoric.model.loaded import Loader
from rhetoric.model.problem import Problem
from rhetoric.registry import BUILT_IN, LOADERS, find, names


@dataclass(frozen=True, slots=True)
class Choice:
    """The loaders at hand, built-ins first; of several endings that fit a name the longest wins.

    Parameters
    ----------
    loaders : tuple of Loader
    problems : tuple of Problem
        Plug-ins that could not be used.
    """

    loaders: tuple[Loader, ...]
    problems: tuple[Problem, ...] = field(default=())

    @classmethod
    def registered(cls) -> Choice:
        """Return all loaders of the registry; a plug-in that does not work is a problem, and the rest is used."""
        loaders: list[Loader] = []
        problems: list[Problem] = []
        for name in names(LOADERS):
            try:
                found = find(LOADERS, name)
                loader = found() if isinstance(found, type) else found
                if not isinstance(loader, Loader):
                    raise TypeError("it lacks `suffixes` or `read`")
                loaders.append(loader)
            except Exception as fault:
                if name in BUILT_IN[LOADERS]:
                    raise
                message = (
                    f"the loader cannot be used ({type(fault).__name__}: {fault}) - mend or uninstall it"
                )
                problems.append(Problem(name, None, "plug-in", message, "warning"))
        return cls(tuple(loaders), tuple(problems))

    @property
    def endings(self) -> list[str]:
        """Every ending that can be read, once each."""
        return list(dict.fromkeys(suffix for loader in self.loaders for suffix in loader.suffixes))

    def reads(self, path: Path) -> bool:
        """Whether there is a loader for a file of this name."""
        return path.name.lower().endswith(tuple(self.endings))

    def loader(self, path: Path) -> Loader:
        """Return the loader of a file.

        Raises
        ------
        UnknownFormat
            If none reads files of this name.
        """
        name = path.name.lower()
        fits = [(len(s), loader) for loader in self.loaders for s in loader.suffixes if name.endswith(s)]
        if not fits:
            ending = "".join(path.suffixes[-1:]) or "without an ending"
            do = f"what can be read: {', '.join(self.endings)}"
            raise UnknownFormat(f"no loader reads files {ending}", do, str(path))
        longest = max(length for length, _ in fits)
        chosen = [loader for length, loader in fits if length == longest]
        pages = [loader for loader in chosen if isinstance(loader, PageLoader)]
        if pages and isinstance(chosen[0], PlainLoader) and is_page(path):
            return pages[0]
        return chosen[0]


def is_page(path: Path) -> bool:
    """Whether a text file without front matter looks like a page copied off the web."""
    try:
        text = read_text(path).text
        return not read_front_matter(text).body and looks_like_page(text)
    except InputError:
        return False
