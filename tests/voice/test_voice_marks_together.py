"""Voices by marks of many texts at once are those of each text read alone."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric import voice
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.segment import segment
from rhetoric.voice.attribution import heard, layouts
from rhetoric.voice.marks import one

PIECES = st.sampled_from(
    [
        *'"“”„‟«»″',
        "''",
        "``",
        "’",
        "'",
        "\n",
        "\n\n",
        " ",
        "\xa0",
        "\u3000",
        ".",
        ". ",
        ", ",
        "? ",
        ": ",
        "(",
        ")",
        "—",
        "4",
        "word",
        "He said",
        "we shall not go back there again",
        " a b c d e ",
        "\nANN LEE: ",
        "\nBOB HAY: ",
        "\nQ. ",
        "\n**Ann:** ",
        "\U0001f600",
        "\ud800",
    ]
)
USUAL = st.lists(
    st.sampled_from(
        [
            "“we shall not go back there again”",
            '"so be it then my friend"',
            "“one two",
            '"',
            " he said. ",
            "\n",
        ]
    ),
    max_size=12,
).map("".join)
TEXTS = st.lists(PIECES, max_size=25).map("".join) | USUAL


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, ...]:
    """Return texts, some with a layout and some by the same author."""
    out = []
    for n, text in enumerate(draw(st.lists(TEXTS, min_size=1, max_size=5))):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        kinds = st.sampled_from(["headline", "crosshead", "paragraph", "byline", "boilerplate", "turn"])
        few = kinds if draw(st.integers(0, 4)) == 0 else kinds.filter(lambda k: k != "turn")
        layout = [
            Mark(kind, a, b, "Ann Lee" if kind == "turn" else "")
            for a, b in pairwise(cuts)
            if draw(st.booleans()) and (kind := draw(few))
        ]
        out.append(
            Document(f"d{n}", text, author=draw(st.sampled_from(["", "Ann Lee"])), layout=tuple(layout))
        )
    return tuple(out)


@settings(max_examples=400, deadline=None)
@given(documents(), st.booleans())
def test_texts_read_together_have_the_voices_of_each_read_alone(
    texts: tuple[Document, ...], bare: bool
) -> None:
    corpus = Corpus(texts) if bare else segment(Corpus(texts))
    each = enumerate(zip(corpus.documents, layouts(corpus), strict=True))
    expected = heard(corpus, (one(n, d, layout) for n, (d, layout) in each))
    got = voice.by_marks(corpus)
    assert got.quotations == expected.quotations
    assert got.voices == expected.voices
    assert got.spoken.frame().equals(expected.spoken.frame())
