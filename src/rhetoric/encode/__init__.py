"""Text to integer tokens."""

from __future__ import annotations

from rhetoric.encode.chunks import tokenise
from rhetoric.model.corpus import Corpus

__all__ = ["encode", "tokenise"]


def encode(corpus: Corpus) -> Corpus:
    """Return the corpus with its tokens; see `rhetoric.model.tokens.Tokens`."""
    return corpus.replace(tokens=tokenise([d.text for d in corpus.documents]))
