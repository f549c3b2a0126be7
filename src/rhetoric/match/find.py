"""Where the patterns of some lists match in a corpus."""

from __future__ import annotations

from rhetoric.match.condition import fulfilled
from rhetoric.match.patterns import Patterns
from rhetoric.match.places import places_of
from rhetoric.match.scan import Hits, Runs, scan
from rhetoric.model.corpus import Corpus


def find(patterns: Patterns, corpus: Corpus) -> Hits:
    """Return every place where a pattern matches and its conditions hold.

    Parameters
    ----------
    patterns : Patterns
    corpus : Corpus
        With tokens, and with sentences if patterns are not to reach over their ends.
    """
    places = places_of(patterns, corpus.tokens.vocab)
    hits = scan(places, Runs.of(corpus), len(patterns))
    return fulfilled(patterns, places, corpus, hits) if patterns.conditions and len(hits) else hits
