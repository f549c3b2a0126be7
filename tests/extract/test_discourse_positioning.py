"""Exclusive and named 'we', and intensifiers, on hand-made sentences and on their look-alikes."""

from __future__ import annotations

import pytest

from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.extract.discourse.exclusive_we import ExclusiveWe
from rhetoric.extract.discourse.intensifier import Intensifier
from rhetoric.extract.discourse.we_named import WeNamed

MARKED = DiscourseExtractor((), (ExclusiveWe(), Intensifier(), WeNamed()))
EXCLUSIVE, INTENSE, NAMED = "discourse.exclusive_we", "discourse.intensifier", "discourse.we_named"

YES = [
    (EXCLUSIVE, "I say that we on these Benches oppose the tax.", ["we"]),
    (EXCLUSIVE, "Many of us on this side of the House agree.", ["us"]),
    (EXCLUSIVE, "Today we at Compass welcome the vote.", ["we"]),
    (EXCLUSIVE, "We strongly urge you to reject the Bill.", ["We"]),
    (EXCLUSIVE, "My wife and I hoped that we would stay.", ["we"]),
    (EXCLUSIVE, "Last year we published the accounts.", ["we"]),
    (EXCLUSIVE, "Our reporter was there.", ["Our"]),
    (EXCLUSIVE, "As Conservatives we believe in thrift.", ["we"]),
    (INTENSE, "It was utterly wrong and very costly.", ["utterly", "very"]),
    (INTENSE, "I am deeply grateful to her.", ["deeply"]),
    (INTENSE, "The task is so difficult.", ["so"]),
    (INTENSE, "It was such a mess.", ["such a"]),
    (INTENSE, "That would be far more useful and much better.", ["far more", "much better"]),
    (INTENSE, "The very idea is absurd.", ["very"]),
    (INTENSE, "I fully support a most important step.", ["fully", "most"]),
    (INTENSE, "There is a great deal more to do.", ["a great deal more"]),
    (NAMED, "But we in the Labour Party disagree.", ["we in the Labour Party"]),
    (NAMED, "What we on the left want is work.", ["we on the left"]),
    (NAMED, "Here we, the people of Wales, decide.", ["we, the people of Wales"]),
    (NAMED, "This is how we as a nation live.", ["we as a nation"]),
    (NAMED, "They know that we British queue.", ["we British"]),
    (NAMED, "As socialists, we share.", ["As socialists, we"]),
    (NAMED, "It matters that we in this House agree.", ["we in this House"]),
    (NAMED, "It falls to those of us in Parliament to act.", ["us in Parliament"]),
]  # fmt: skip

NO = [
    (EXCLUSIVE, "We must all work together."),
    (EXCLUSIVE, "We in this House know better."),
    (EXCLUSIVE, "We on both sides of the House agree."),
    (EXCLUSIVE, "It rained in Rome, and I think that we should go."),
    (EXCLUSIVE, "We know you and your friends."),
    (EXCLUSIVE, "Our country is proud."),
    (EXCLUSIVE, "The US Government refused."),
    (INTENSE, "It was not very good."),
    (INTENSE, "He used the very same words."),
    (INTENSE, "We came early, so that we could speak."),
    (INTENSE, "They left, and so did I."),
    (INTENSE, "So far nothing has happened."),
    (INTENSE, "Such a Bill needs time."),
    (INTENSE, "He did not speak so as to be heard."),
    (NAMED, "We in fact lost."),
    (NAMED, "What we in the first place want is rest."),
    (NAMED, "We on Tuesday met him."),
    (NAMED, "He will meet us in June."),
    (NAMED, "As a result, we lost."),
    (NAMED, "They treated us as enemies do."),
    (NAMED, "We always lose."),
    (NAMED, "No land is as rich as the United States we knew."),
]  # fmt: skip


@pytest.mark.parametrize(("feature", "text", "spans"), YES)
def test_markers_are_found_with_their_spans(feature, text, spans, corpus_of, found):
    assert found(MARKED, corpus_of(text), feature) == spans


@pytest.mark.parametrize(("feature", "text"), NO)
def test_what_only_looks_like_a_marker_is_left(feature, text, corpus_of, found):
    assert found(MARKED, corpus_of(text), feature) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("But we in the Labour Party disagree.", "the Labour Party"),
        ("This is how we as a nation live.", "nation"),
        ("As members of the United Nations, we agree.", "members of the United Nations"),
        ("We Scots know that.", "Scots"),
        ("We, as the Opposition, object.", "the Opposition"),
        ("We on this side of the House object.", "this side of the House"),
        ("We in Northern Ireland and Wales pay more.", "Northern Ireland and Wales"),
    ],
)
def test_the_evidence_says_who_we_is(text, who, corpus_of):
    rows = MARKED.extract(corpus_of(text)).of(NAMED)
    assert [attrs["who"] for attrs in rows.attrs] == [who]


def test_markers_do_not_depend_on_the_texts_beside_them(corpus_of):
    texts = sorted({text for _, text, *_ in (*YES, *NO)})
    whole = MARKED.extract(corpus_of(*texts))
    for n, text in enumerate(texts):
        one = MARKED.extract(corpus_of(text))
        assert whole.start[whole.doc == n].tolist() == one.start.tolist()
