"""Text to integer tokens."""

from __future__ import annotations

from rhetoric.encode.chunks import Encoder, blocks, tokenise
from rhetoric.model.corpus import Corpus

__all__ = ["Encoder", "blocks", "encode", "tokenise"]


def encode(corpus: Corpus) -> Corpus:
    """Return the corpus with its tokens; see `rhetoric.model.tokens.Tokens`."""
    return corpus.replace(tokens=tokenise([d.text for d in corpus.documents]))
