"""Text to integer tokens."""

from __future__ import annotations

from rhetoric.encode.chunks import Encoder, blocks, tokenise
from rhetoric.model.corpus import Corpus

__all__ = ["Encoder", "blocks", "encode", "tokenise"]


def encode(corpus: Corpus, encoder: Encoder | None = None) -> Corpus:
    """Return the corpus with its tokens; see `rhetoric.model.tokens.Tokens`.

    Parameters
    ----------
    corpus : Corpus
    encoder : Encoder, optional
        One that has met other texts already: its vocabulary goes on growing.
    """
    return corpus.replace(tokens=(encoder or Encoder()).tokens([d.text for d in corpus.documents]))
