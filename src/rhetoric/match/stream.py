"""Patterns against one batch of texts after another: every word is looked up once in a run."""

from __future__ import annotations

from rhetoric.errors import ContractError
from rhetoric.match.joined import joined
from rhetoric.match.patterns import Patterns
from rhetoric.match.places import Places, places_of
from rhetoric.match.scan import Hits, scan
from rhetoric.model.tokens import Tokens, Vocabulary


class Stream:
    """Finds patterns in batches of tokens whose vocabulary grows from one to the next.

    Parameters
    ----------
    patterns : Patterns
        Without conditions: these need sentences.
    compound : bool
        Whether words are those of quanteda; see `rhetoric.match.joined`.
    """

    def __init__(self, patterns: Patterns, *, compound: bool = True) -> None:
        if patterns.conditions:
            raise ContractError("a pattern with a condition needs sentences", "use rhetoric.match.find")
        self.patterns = patterns
        self.compound = compound
        self.places: Places = places_of(patterns, Vocabulary(()))

    def hits(self, tokens: Tokens) -> tuple[Hits, Tokens]:
        """Return where the patterns stand, and the tokens that the hits are rows of; marks and a text's end stop a phrase."""
        if len(tokens.vocab) < self.places.types:  # another vocabulary
            self.places = places_of(self.patterns, Vocabulary(()))
        self.places = self.places.grown(self.patterns, tokens.vocab)
        whole = joined(tokens) if self.compound else tokens
        places = self.places.grown(self.patterns, whole.vocab)
        return scan(places, whole.ids, whole.is_word, whole.doc), whole
