"""Words and texts for the tests of texture."""

import numpy as np

from rhetoric import encode, segment, voice
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.score.texture.words import Words


def units(*tokens, sentence=None):
    """Return each list of tokens as a unit of one sentence, or of the sentences given."""
    forms = list(dict.fromkeys(t for unit in tokens for t in unit))
    flat = [t for unit in tokens for t in unit]
    return Words(
        np.repeat(np.arange(len(tokens)), [len(unit) for unit in tokens]),
        np.zeros(len(flat), np.int32) if sentence is None else sentence,
        np.array([forms.index(t) for t in flat], np.int32),
        np.array([len(t) for t in flat], np.int32),
        np.ones(len(flat), np.bool_),
        forms=forms,
        units=len(tokens),
    )


def corpus(*texts):
    """Return texts 'd0', 'd1' ... as a corpus without voices."""
    return encode.encode(
        segment.segment(Corpus(tuple(Document(f"d{n}", text) for n, text in enumerate(texts))))
    )


def voiced(document):
    """Return a document as a corpus with voices."""
    return encode.encode(voice.attribute(segment.segment(Corpus((document,))), ()))


def values(table, doc="d0", voice="all", column="value"):
    """Return one column of one text and voice by the short names of the indices."""
    rows = table[(table["doc_id"] == doc) & (table["voice"] == voice)]
    return {
        f.partition(".")[2].partition("@")[0]: v for f, v in zip(rows["feature"], rows[column], strict=True)
    }
