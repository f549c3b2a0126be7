"""One place where somebody is named."""

from __future__ import annotations

from typing import NamedTuple


class Mention(NamedTuple):
    """One place where somebody is named.

    Parameters
    ----------
    doc : int
    start, end : int
        Half-open code points.
    actor : str
        The name that all names of theirs are gathered under.
    kind : {'person', 'party', 'institution', 'outlet', 'group'}
    how : {'name', 'pronoun', 'member'}
        By a name; by a pronoun; or as what a person or an office belongs to, as in 'the Tory MP Zac Goldsmith'.
    sure : float
    """

    doc: int
    start: int
    end: int
    actor: str
    kind: str
    how: str = "name"
    sure: float = 1.0
