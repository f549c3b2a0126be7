"""Blocks, layers and repeats, counted by hand."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.model.passage import Kind
from rhetoric.segment import blocks, segment

PAGE = Path(__file__).resolve().parents[2] / "corpus" / "raw" / "new-statesman-page.txt"


def layer(corpus, kind, doc=0):
    rows = corpus.passages.in_document(doc).of(kind)
    return [corpus.documents[doc].text[s:e] for s, e in zip(rows.start, rows.end, strict=True)]


def one(text, *marks):
    return segment(Corpus((Document("d", text, layout=tuple(marks)),)))


def test_lines_are_paragraphs_and_marks_are_their_own():
    text = "A headline\n\nFirst here. Second here.\nNext line.\n\nAnn Lee is editor."
    corpus = one(text, Mark("headline", 0, 10), Mark("byline", text.index("Ann"), len(text), "biography"))
    assert layer(corpus, Kind.HEADLINE) == ["A headline"]
    assert layer(corpus, Kind.PARAGRAPH) == ["First here. Second here.", "Next line."]
    assert layer(corpus, Kind.BYLINE) == ["Ann Lee is editor."]
    assert layer(corpus, Kind.SENTENCE) == ["A headline", "First here.", "Second here.", "Next line."]
    assert list(corpus.passages.of(Kind.BYLINE).note) == ["biography"]


def test_hand_wrapped_prose_is_joined():
    lines = [
        "This is a paragraph that somebody wrapped by hand at about seventy",
        "characters a line, as e-mail programs used to do, so that its lines",
        "end in the middle of sentences and have no meaning of their own at",
        "all for anybody who reads it.",
    ]
    text = "\n".join(lines) + "\n\n" + "\n".join(lines)
    assert [m.end - m.start for m in blocks(text)] == [len("\n".join(lines))] * 2


def test_sentences_stay_inside_lines_of_headings_and_paragraphs_of_turns():
    text = "A headline\nin two lines\n\nANN: One thing\n\nAnother thing. And more"
    turn = text.index("ANN")
    corpus = one(text, Mark("headline", 0, turn - 2), Mark("turn", turn, len(text), "Ann"))
    assert layer(corpus, Kind.SENTENCE) == [
        *("A headline", "in two lines", "ANN: One thing", "Another thing.", "And more")
    ]
    assert layer(corpus, Kind.PARAGRAPH) == []
    assert list(corpus.passages.of(Kind.TURN).note) == ["Ann"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Short line\nanother line\nand a third", 3),
        ("First point here.\nSecond point here.\nThird point here.", 3),
        ("The single transferable vote will be brought in so\nthat every voice is heard.", 1),
        ("The single transferable vote will be brought in so\n\nthat every voice is heard.", 2),
        ("We will do all of the following in our first term:\n* cut waste\n* raise pay", 3),
    ],
)
def test_lines_that_go_on(text, expected):
    assert len(blocks(text)) == expected


def test_columns_are_joined_and_their_lists_are_not():
    text = (
        "OUR SYSTEM OF GOVERNMENT IS FAR TOO CENTRALISED, AND FAILS TO\n"
        "MAKE EFFECTIVE USE OF THE TALENTS AND SKILLS AVAILABLE ACROSS THE\n"
        "COUNTRY. WE BELIEVE THAT POLITICAL POWER IS BEST EXERCISED BY\n"
        "PEOPLE.\n"
        "* REFORM AND STRENGTHEN LOCAL GOVERNMENT, BY REMOVING ALL OF THE\n"
        "UNNECESSARY TIERS, AND BY RESTORING COUNCILS' INDEPENDENCE AND\n"
        "POWERS.\n"
        "* TRUST VOTERS."
    )
    assert [text[m.start : m.end].split()[-1] for m in blocks(text)] == ["PEOPLE.", "POWERS.", "VOTERS."]


def test_white_space_only():
    assert len(one(" \n\n\t").passages) == 0
    assert len(one("").passages) == 0


def test_seed_repeats_are_four():
    text = PAGE.read_text(encoding="utf-8")
    text = text[: text.index("Inside the progressive")]
    found = {
        "headline": "Exclusive: Jon Cruddas endorses David Miliband",
        "crosshead": '"The nature of the reckoning"',
    }
    found["standfirst"] = "“There’s a pluralism I detect in David that I hadn’t witnessed before.”"
    marks = [Mark(k, text.index(s), text.index(s) + len(s)) for k, s in found.items()]
    again = layer(one(text, *marks), Kind.REPEAT)
    assert len(again) == 4
    assert again[0] == "There’s a pluralism I detect in David that I hadn’t witnessed before"
    assert again[1] == "The nature of the reckoning"
    assert again[2].startswith(
        "more profound questions that need to be addressed head-on. What is the nature"
    )
    assert again[2].endswith("defending the things that went right")
    assert again[3] == "not just attacking the Liberals, as some of the others have"


def test_op_ed_has_no_repeats():
    text = PAGE.read_text(encoding="utf-8")
    assert (
        layer(one(text[text.index("Inside the progressive") : text.index("Neal Lawson is the")]), Kind.REPEAT)
        == []
    )


def test_figures_of_repetition_are_no_repeats():
    speech = (
        "I have a dream that one day this nation will rise up. I have a dream that one day on the red hills of the "
        "state the sons will sit down together. I have a dream that one day even the state will be transformed."
    )
    assert layer(one(speech), Kind.REPEAT) == []


def test_a_quotation_printed_twice_counts_once():
    said = '"We will build a party that listens before it speaks to anyone," said Lee.'
    text = f"{said}\n\nThe hall was full that night.\n\nLater he repeated it: {said}"
    corpus = one(text)
    (row,) = corpus.passages.of(Kind.REPEAT).frame().itertuples()
    _, end = map(int, row.note.split(":"))
    assert end < row.start
    assert text[row.start : row.end].startswith(
        "We will build a party that listens before it speaks to anyone"
    )


WORDS = st.sampled_from(
    ["we", "will", "not", "go", ".", "?", '"', "\n", "\n\n", "Lee", "said", "U.K.", "…", "”", "“"]
)


@given(st.lists(st.lists(WORDS, max_size=40).map(" ".join), min_size=1, max_size=3))
def test_layers_are_sorted_trimmed_apart_and_shards_agree(texts):
    documents = [Document(str(n), t) for n, t in enumerate(texts)]
    whole = segment(Corpus(tuple(documents)))
    parts = Corpus.concat([segment(Corpus((d,))) for d in documents])
    pd.testing.assert_frame_equal(whole.passages.frame(), parts.passages.frame())
    for kind in Kind:
        for doc, text in enumerate(texts):
            rows = whole.passages.in_document(doc).of(kind)
            assert all(a <= b for a, b in zip(rows.end, rows.start[1:], strict=False))
            for s, e in zip(rows.start, rows.end, strict=True):
                assert s < e
                assert text[s:e] == text[s:e].strip()


def test_a_text_that_ends_in_a_quotation_mark_is_cut_the_same_alone_and_before_another():
    alone, before = (
        segment(Corpus((Document("a", 'U.K. "'),))),
        segment(Corpus((Document("a", 'U.K. "'), Document("b", "We won.")))),
    )
    assert layer(before, Kind.SENTENCE) == layer(alone, Kind.SENTENCE)


@given(st.text(alphabet='ab."“” \n', max_size=80))
def test_every_word_is_in_one_sentence(text):
    corpus = one(text)
    held = "".join(layer(corpus, Kind.SENTENCE))
    assert sum(map(str.isalnum, held)) == sum(map(str.isalnum, text))


@pytest.mark.parametrize(
    "text",
    [
        '"' * 50_000,
        "a " * 50_000,
        "a\n" * 20_000,
        "One two three four five six. " * 4_000,
        '"' + "a b a c b c " * 9_000,
    ],
)
def test_hostile_text_stays_linear(text):
    assert one(text) is not None


def notes(corpus):
    """Return the text of every repeat, and of what it repeats."""
    rows = corpus.passages.of(Kind.REPEAT)
    text = corpus.documents[0].text
    return [
        (text[s:e], text[slice(*map(int, n.split(":")))])
        for s, e, n in zip(rows.start, rows.end, rows.note, strict=True)
    ]


FILLER = "The hall was full that night and nobody left."
SAID = "We will build a party that listens before it speaks"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (f'"{SAID}," said Lee.', f'"{SAID.upper()}!" he said.', [(SAID.upper(), SAID)]),
        (f'"{SAID}," said Lee.', f'Lee said: "{SAID.replace("build", "make")}."', 1),
        (f'"{SAID}," said Lee.', f'"{SAID.replace("that listens", "that always listens")}."', 1),
        (f'"{SAID}," said Lee.', f"“{SAID.replace('will ', '')}.”", 1),
        (f'"{SAID}," said Lee.', f"{SAID}.", 1),
        (f"{SAID}.", f"{SAID}.", []),
        ('"We will build a party," said Lee.', '"We will build a party," said Lee.', []),
        (
            '"I told our friends on the other side of the aisle that we would wait for their answer," he said.',
            '"The cuts were opposed by our friends on the other side of the aisle, and by nobody else," he said.',
            [],
        ),
        (
            '"The Office of National Drug Control Policy of the White House spent a good deal more than it was given," he said.',
            '"He worked for the Office of National Drug Control Policy of the White House for years," he said.',
            [],
        ),
    ],
)
def test_which_words_are_printed_twice(first, second, expected):
    found = notes(one(f"{first}\n\n{FILLER}\n\n{second}"))
    assert len(found) == expected if isinstance(expected, int) else found == expected


def test_a_long_run_is_a_repeat_without_marks_too():
    long = f"{SAID} and that keeps the promises it makes to people in every part of the country"
    assert notes(one(f"{long}.\n\n{FILLER}\n\nAs we said, {long}.")) == [(long, long)]


@pytest.mark.parametrize(
    ("kind", "heading", "expected"),
    [
        ("standfirst", "“We will make a party that listens before it speaks”", 1),
        ("standfirst", "A party of a new kind is being built tonight", 0),
        ("crosshead", "A party that listens", 1),
        ("crosshead", "A party that waits", 0),
        ("crosshead", "A party", 0),
        ("headline", "A party that listens", 0),
        ("headline", "'Build a party that listens'", 0),
        ("headline", "'We will build a party that listens'", 1),
    ],
)
def test_a_heading_taken_from_the_body_is_the_repeat(kind, heading, expected):
    text = f'{heading}\n\n{FILLER}\n\n"{SAID}," said Lee.'
    found = notes(one(text, Mark(kind, 0, len(heading))))
    assert len(found) == expected
    for repeat, original in found:
        assert repeat in heading
        assert original in SAID


def test_a_heading_is_found_among_many_places_that_share_its_small_words():
    heading = "The nature of the reckoning"
    small = "\n\n".join(["The end of the road of the day and the week of the year."] * 60)
    text = f"{heading}\n\n{small}\n\nWhat is the nature of the reckoning?"
    assert (heading, "the nature of the reckoning") in notes(one(text, Mark("crosshead", 0, len(heading))))


def test_refrains_are_figures_and_no_repeats():
    refrain = "I ask you to stand with me tonight for all of our children."
    text = "\n\n".join(f"{w} is the day. {refrain}" for w in ("Monday", "Tuesday", "Friday"))
    assert notes(one(text)) == []


@given(st.lists(st.sampled_from("a b c d “ ” . ! \n".split(" ")), max_size=120).map(" ".join))
def test_repeats_come_after_what_they_repeat_and_never_overlap_it(text):
    rows = one(text).passages.of(Kind.REPEAT).frame()
    for row in rows.itertuples():
        start, end = map(int, row.note.split(":"))
        assert start < end <= row.start < row.end
