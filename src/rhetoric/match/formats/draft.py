"""A dictionary while its file is being read."""

from __future__ import annotations

from rhetoric.errors import DictionaryError
from rhetoric.match.dictionary import Dictionary
from rhetoric.match.entry import Entry

DEEPEST = 40


class Draft:
    """Keys, entries and notes as they come.

    Parameters
    ----------
    where : str
        The file.
    name : str
        What the dictionary is called where its file does not say.
    """

    def __init__(self, where: str, name: str) -> None:
        self.where = where
        self.name = name
        self.entries: list[Entry] = []
        self.keys: dict[str, None] = {}
        self.notes: list[str] = []
        self.joined = False  # whether its program joins words by dashes
        self._seen: dict[tuple[str, str, bool], Entry] = {}

    def open(self, key: str) -> None:
        """Take a key into the list."""
        self.keys.setdefault(key)

    def below(self, parent: str, name: str, depth: int, line: int) -> str:
        """Return the path of a key and take it into the list.

        Parameters
        ----------
        parent : str
            The path of the key above, empty for none.
        name : str
        depth : int
            How many keys stand above.
        line : int

        Raises
        ------
        DictionaryError
            If the key has no name, or stands too deep.
        """
        if not name:
            raise self.fault("a category without a name", "give it a name", line)
        if depth >= DEEPEST:
            raise self.fault(f"categories nested deeper than {DEEPEST}", "flatten the dictionary", line)
        key = f"{parent}.{name}" if parent else name
        if "." in name and key not in self.keys:
            self.note(
                line, f"the full stop in the name {name!r} reads like the one between a key and its parts"
            )
        self.open(key)
        return key

    def add(
        self,
        pattern: str,
        key: str,
        line: int,
        weight: float = 1.0,
        case: bool = False,
        priority: int = 0,
        flip: bool = False,
    ) -> None:
        """Take a pattern in; a second of the same text under the same key adds nothing."""
        self.open(key)
        again = (key, pattern if case else pattern.lower(), case)
        first = self._seen.get(again)
        if first is None:
            entry = Entry(pattern, weight, key, flip, case, priority, None, self.where, line)
            self._seen[again] = entry
            self.entries.append(entry)
        elif (first.weight, first.priority, first.flip) != (weight, priority, flip):
            self.note(
                line, f"{pattern!r} stands on line {first.line} with other values; those of the first count"
            )

    def note(self, line: int | None, what: str) -> None:
        """Say what the file has and the dictionary has not."""
        self.notes.append(f"line {line}: {what}" if line is not None else what)

    def fault(self, what: str, do: str, line: int | None = None) -> DictionaryError:
        """Return an error that names the file."""
        return DictionaryError(what, do, self.where, line)

    def done(self) -> Dictionary:
        """Return the dictionary.

        Raises
        ------
        DictionaryError
            If there is no pattern in it.
        """
        if not self.entries:
            first = f" ({self.notes[0]})" if self.notes else ""
            do = "add a pattern, or check that the file is of the kind that its ending says"
            raise self.fault(f"no pattern in it{first}", do)
        return Dictionary(
            self.name, tuple(self.entries), tuple(self.keys), self.where, tuple(self.notes), self.joined
        )
