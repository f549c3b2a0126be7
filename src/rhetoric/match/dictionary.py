"""A dictionary as any program keeps one: keys, and the patterns of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rhetoric.match.entry import Entry


@dataclass(frozen=True, eq=False)
class Dictionary:
    """Keys with their patterns.

    Parameters
    ----------
    name : str
        What the file calls it, else the file's name without its ending.
    entries : tuple of Entry
        In the order of the file; `Entry.key` is the path of the key, its parts joined with full stops
        (``'ECONOMY.+STATE'``).
    keys : tuple of str
        Every key that the file names, also those without patterns of their own, in order.
    where : str
        The file.
    joined : bool
        Whether it is made for words as quanteda cuts them; see `rhetoric.match.joined`.
    notes : tuple of str
        What the file says and this dictionary cannot, each as ``'line 12: what'``.
    """

    name: str
    entries: tuple[Entry, ...]
    keys: tuple[str, ...] = ()
    where: str = ""
    notes: tuple[str, ...] = ()
    joined: bool = False

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def by_key(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of every key, in order."""
        out: dict[str, list[Entry]] = {key: [] for key in self.keys}
        for entry in self.entries:
            out.setdefault(entry.key, []).append(entry)
        return {key: tuple(rows) for key, rows in out.items()}
