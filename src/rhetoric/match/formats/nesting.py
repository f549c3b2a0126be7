"""Keys within keys, as the formats that nest them write them."""

from __future__ import annotations

from dataclasses import dataclass, field

from rhetoric.match.formats.holding import Held, Row


@dataclass(slots=True)
class Branch:
    """A key with its own rows and the keys below it.

    Parameters
    ----------
    rows : list of Row
    below : dict
        By the last part of their paths.
    """

    rows: list[Row] = field(default_factory=list)
    below: dict[str, Branch] = field(default_factory=dict)

    def at(self, path: str) -> Branch:
        """Return the place of a key, made where there is none."""
        branch = self
        for name in path.split("."):
            branch = branch.below.setdefault(name, Branch())
        return branch


def nested(part: Held) -> Branch:
    """Return the keys and rows of a dictionary as a tree."""
    root = Branch()
    for key in part.keys:
        root.at(key)
    for row in part.rows:
        root.at(row.key).rows.append(row)
    return root
