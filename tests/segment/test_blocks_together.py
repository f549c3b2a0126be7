"""Blocks of many texts at once are those that `blocks` finds in each."""

from hypothesis import given
from hypothesis import strategies as st

from rhetoric.model.document import Document, Mark
from rhetoric.model.joined import Joined
from rhetoric.segment import blocks
from rhetoric.segment.together import KINDS, blocks_of, stretches_of

TEXT = st.lists(st.sampled_from(["A word. ", "and so\n", "\n", "\n\n", " ", "Lee: "]), max_size=14).map(
    "".join
)
MARKED = st.sampled_from(
    ["headline", "standfirst", "crosshead", "paragraph", "turn", "byline", "boilerplate"]
)


@st.composite
def documents(draw):
    """Draw texts of which some have marks, in any order but without overlap."""
    found = []
    for n, text in enumerate(draw(st.lists(TEXT, max_size=4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
        marks = [
            Mark(draw(MARKED), s, e, draw(st.sampled_from(["", "Ann"])))
            for s, e in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        found.append(Document(str(n), text, layout=tuple(draw(st.permutations(marks)))))
    return found


@given(documents())
def test_as_one_by_one(texts):
    found = blocks_of(Joined.of([d.text for d in texts]), texts)
    rows = zip(
        found.doc.tolist(),
        found.kind.tolist(),
        found.start.tolist(),
        found.end.tolist(),
        found.note,
        strict=True,
    )
    assert list(rows) == [
        (n, KINDS[m.kind], m.start, m.end, m.note)
        for n, d in enumerate(texts)
        for m in blocks(d.text, d.layout)
    ]


def test_no_sentence_reaches_over_lines_of_headings_and_paragraphs_of_turns():
    text = "Head\nline\n\nPlain\nANN: one\ntwo\nlast"
    said = text.index("ANN")
    marks = (Mark("turn", said, said + 12), Mark("headline", 0, 9), Mark("paragraph", said + 13, len(text)))
    joined = Joined.of(["", text])
    found = stretches_of(joined, blocks_of(joined, [Document("a", ""), Document("b", text, layout=marks)]))
    assert [joined.text[s:e] for s, e in zip(*found, strict=True)] == [
        *("Head", "line", "Plain", "ANN: one", "two", "last")
    ]
