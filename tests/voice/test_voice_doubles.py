"""What stands between double marks, in many paragraphs at once, is what the rule finds in each."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment
from rhetoric.voice.doubles import sides, stretches
from rhetoric.voice.quotations import DOUBLE, double_marks
from rhetoric.voice.quotations import sides as by_rule
from rhetoric.voice.reading import Block, unwrapped
from rhetoric.voice.sheet import Sheet

BESIDE = st.sampled_from(
    [*" \t\n\xa0\u2009\u3000([{—–-/:|‘'’)]}.,;?!…%", *'"“”„‟«»″', "a", "4", "\U0001f600", "\xa0”", "\xa0»a"]
)
LINES = st.lists(
    st.sampled_from(
        [
            '"',
            "“",
            "”",
            " “",
            "” ",
            ' "',
            '" ',
            "«",
            "»",
            "one two",
            ". ",
            " ",
            "\u3000",
            "4",
            ", Ann said, ",
            "A",
            "\n",
        ]
    ),
    min_size=1,
    max_size=14,
).map("".join)


@settings(max_examples=1000)
@given(st.lists(BESIDE, min_size=1, max_size=12).map("".join), st.data())
def test_a_mark_opens_or_closes_as_the_rule_has_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    flat = text[:start] + text[start:end].replace("\n", " ") + text[end:]
    marks = [m for m in DOUBLE.finditer(flat, start, end) if len(m[0]) == 1]
    place = np.array([m.start() for m in marks], np.int64)
    codes = np.frombuffer(f"{text}\n".encode("utf-32-le"), np.uint32)
    got = sides(codes, place, place == start, place + 1 == end)
    assert got.tolist() == by_rule(flat, start, end, marks)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.lists(LINES, min_size=1, max_size=4), min_size=1, max_size=3), st.sampled_from(["\n", ""]))
def test_stretches_of_many_paragraphs_are_those_of_each(texts: list[list[str]], between: str) -> None:
    joined = [between.join(lines) for lines in texts]
    sheet = Sheet.of(Corpus(tuple(Document(str(n), t) for n, t in enumerate(joined))))
    spans, floors, expected = [], [], []
    for floor, text, lines in zip(sheet.first.tolist(), joined, texts, strict=True):
        at, carried = 0, False
        for line in lines:
            end = at + len(line)
            found = double_marks(unwrapped(text, [Block(at, end)]), at, end, carried)
            carried = bool(found) and not found[-1].closed
            expected += [(len(spans), floor + m.start, floor + m.end) for m in found]
            spans.append((floor + at, floor + end))
            floors.append(floor)
            at = end + len(between)
    starts, stops = np.array(spans).T
    got = stretches(sheet, starts, stops, np.array(floors))
    assert list(zip(*(c.tolist() for c in got), strict=True)) == expected


def test_a_quotation_left_open_goes_on_in_the_next_paragraph_of_the_same_text_only():
    texts = ("“It rains.\nIt pours. Yes.”", "It snows. No.”", "Nothing.")
    sheet = Sheet.of(segment(Corpus(tuple(Document(str(n), t) for n, t in enumerate(texts)))))
    _, start, end = stretches(sheet, sheet.start, sheet.end, sheet.first[sheet.blocks.doc])
    spans = zip(start.tolist(), end.tolist(), strict=True)
    assert [sheet.text[s:e] for s, e in spans] == ["It rains.", "It pours. Yes.", "No."]


def test_pairs_are_found_in_the_texts_that_hold_them():
    texts = ("It''s", "a ‘‘ b", "`a`", "ends '", "' begins", "’’")
    sheet = Sheet.of(Corpus(tuple(Document(str(n), t) for n, t in enumerate(texts))))
    assert sheet.holding(("''", "``", "‘‘", "’’")).tolist() == [True, True, False, False, False, True]
