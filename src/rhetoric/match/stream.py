"""Patterns against one batch of texts after another: every word is looked up once in a run."""

from __future__ import annotations

from rhetoric.errors import ContractError
from rhetoric.match.patterns import Patterns
from rhetoric.match.places import Places, places_of
from rhetoric.match.scan import Hits, Runs, scan
from rhetoric.model.tokens import Tokens, Vocabulary


class Stream:
    """Finds patterns in batches of tokens whose vocabulary grows from one to the next.

    Parameters
    ----------
    patterns : Patterns
        Without conditions: these need sentences.
    """

    def __init__(self, patterns: Patterns) -> None:
        if patterns.conditions:
            raise ContractError("a pattern with a condition needs sentences", "use rhetoric.match.find")
        self.patterns = patterns
        self.places: Places = places_of(patterns, Vocabulary(()))

    def hits(self, tokens: Tokens) -> Hits:
        """Return where the patterns stand; marks and a text's end stop a phrase."""
        self.places = self.places.grown(self.patterns, tokens.vocab)
        return scan(self.places, Runs(tokens, (tokens.doc,)))
