"""Where the patterns of some lists match in a corpus."""

from __future__ import annotations

import numpy as np

from rhetoric.match.condition import fulfilled
from rhetoric.match.patterns import Patterns
from rhetoric.match.places import places_of
from rhetoric.match.scan import Hits, scan
from rhetoric.model.corpus import Corpus


def find(patterns: Patterns, corpus: Corpus) -> Hits:
    """Return every place where a pattern matches and its conditions hold.

    Parameters
    ----------
    patterns : Patterns
    corpus : Corpus
        With tokens, and with sentences if patterns are not to reach over their ends.
    """
    tokens = corpus.tokens
    places = places_of(patterns, tokens.vocab)
    sentence = tokens.doc.astype(np.int64) << 32 | (corpus.token_sentence.astype(np.int64) + 1)
    hits = scan(places, tokens.ids, tokens.is_word, sentence)
    if not patterns.conditions:
        return hits
    paragraph = tokens.doc.astype(np.int64) << 32 | (corpus.token_block.astype(np.int64) + 1)
    return fulfilled(patterns, hits, tokens.is_word, {"sentence": sentence, "paragraph": paragraph})
