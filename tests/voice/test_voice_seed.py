"""The page that the project began with: an interview and an op-ed."""

from pathlib import Path

import pytest
from speaking import said

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment
from rhetoric.voice import attribute

PAGE = Path(__file__).parents[2] / "corpus" / "raw" / "new-statesman-page.txt"
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the page of the seed corpus is not here")

CRUDDAS = [
    ("There’s a pluralism I detect in David", "witnessed before."),
    ("I'm endorsing David,", "David,"),
    ("because of a couple of contributions", "Labour has to go."),
    ("He's the only one [of the", "things that went right."),
    ("I very much echo", "some of this,"),
    ("What is interesting is", "new left-liberalism."),
    ("David is not just going down", "we need to return to."),
    ("I disagree with him on", "things that went right."),
    ("There's a pluralism I detect in him", "witnessed before,"),
    ("We see it around issues", "some of the others have."),
    ("David is not just attacking the Liberals", "others have been."),
    ("I think it's definitely a mistake", "attack the Liberals,"),
    ("We should have a much more subtle", "economic crisis."),
    ("The question is: what is", "moment of rupture?"),
    ("Attacking the Liberals is wrong.", "is at an end."),
]


@pytest.fixture(scope="module")
def interview() -> Corpus:
    page = PAGE.read_text(encoding="utf-8")
    text = page[: page.index("Jason Cowley is editor")]
    return attribute(segment(Corpus((Document("interview", text, author="Jason Cowley"),))))


@pytest.fixture(scope="module")
def oped() -> Corpus:
    page = PAGE.read_text(encoding="utf-8")
    text = page[page.index("Politics for a progressive") :]
    return attribute(segment(Corpus((Document("oped", text, author="Neal Lawson"),))))


def test_the_seventeen_quotations(interview: Corpus) -> None:
    rows = said(interview, "direct", "partial")
    mine = [w for _, w, s in rows if s == "Jon Cruddas"]
    assert len(mine) == len(CRUDDAS)
    for words, (begin, end) in zip(mine, CRUDDAS, strict=True):
        assert words.startswith(begin) and words.endswith(end)
    assert [w for _, w, s in rows if s == "Neal Lawson"] == [
        "There are circumstances in which Jon could run and win the leadership,"
    ]
    (glasman,) = [w for _, w, s in rows if s == "Maurice Glasman"]
    assert glasman.startswith("stressing mutual") and glasman.endswith("labour movements")
    assert len(rows) == 17


def test_phrases(interview: Corpus, oped: Corpus) -> None:
    assert [w for _, w, _ in said(interview, "phrase")] == [
        "back-channel talks",
        "big society",
        "The nature of the reckoning",
    ]
    assert [w for _, w, _ in said(oped, "phrase")] == ["hard Brexit, soft racist"]
    assert said(oped, "direct", "partial") == []


def test_reported_speech(interview: Corpus) -> None:
    rows = [(w, s) for _, w, s in said(interview, "indirect")]
    assert any(
        "it's a grave mistake for Labour to attack and disparage the Liberal Democrats" in w
        and s == "Jon Cruddas"
        for w, s in rows
    )
    assert ("he would not work with Nick Clegg", "Ed Miliband") in rows
    assert ("eliminating the Lib Dems as a political force", "Ed Miliband") in rows


def test_narrators(interview: Corpus, oped: Corpus) -> None:
    assert [v.id for v in interview.voices if v.role == "author"] == ["Jason Cowley"]
    assert [v.id for v in oped.voices if v.role == "author"] == ["Neal Lawson"]
    assert [v.id for v in oped.voices if v.role == "quoted"] == []


def test_nobody_is_a_voice_who_is_not_named(oped: Corpus) -> None:
    """'A London regional official made it clear that ...' is told by Lawson."""
    assert {v.id for v in oped.voices} == {"Neal Lawson"}
