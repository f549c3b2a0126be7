"""Reported clauses."""

import pytest
from speaking import owner, said, voiced

from rhetoric.model.document import Mark


@pytest.mark.parametrize(
    ("text", "clause", "speaker"),
    [
        ("Jane Smith warns that it is a mistake.", "that it is a mistake", "Jane Smith"),
        ("Jane Smith said she would not go.", "she would not go", "Jane Smith"),
        ("Tom Jones came in, and he spoke of closing the mill.", "closing the mill", "Tom Jones"),
        ("A decision would follow in May, Jane Smith said.", "A decision would follow in May", "Jane Smith"),
        ("The mill, she said, would close soon.", "The mill, she said, would close soon", None),
        ("According to Jane Smith, the mill would close.", "the mill would close", "Jane Smith"),
        ("The mill would close, according to Jane Smith.", "The mill would close", "Jane Smith"),
        ("Jane Smith told BBC News that the mill would close.", "that the mill would close", "Jane Smith"),
        (
            "Jane Smith said Thursday in Leeds that the mill would close.",
            "that the mill would close",
            "Jane Smith",
        ),
        ("Jane Smith denied any part in it.", "any part in it", "Jane Smith"),
        ("Jane Smith welcomed it, saying the mill was safe.", "the mill was safe", "Jane Smith"),
        # past what stands between the cue and its clause
        (
            "Jane Smith said on Monday, in her first speech, that the mill would close.",
            "that the mill would close",
            "Jane Smith",
        ),
        ("Jane Smith said, through a translator, that she was tired.", "that she was tired", "Jane Smith"),
        ("Jane Smith told reporters this was the end.", "this was the end", "Jane Smith"),
        ("Jane Smith reported at least six faults.", "at least six faults", "Jane Smith"),
        # no further than the report goes
        ("While Jane Smith said the mill was safe, nobody went in.", "the mill was safe", "Jane Smith"),
        ("Jane Smith, who said the mill was safe, left.", "the mill was safe", "Jane Smith"),
        ("Jane Smith said the mill was safe, while others left.", "the mill was safe", "Jane Smith"),
        (
            "Jane Smith said the mill was safe, a claim that nobody believed.",
            "the mill was safe",
            "Jane Smith",
        ),
        (
            "In addition to saying that the mill was safe, Jane Smith sang.",
            "that the mill was safe",
            "Jane Smith",
        ),
        # around and before the frame
        (
            "Overall, Jane Smith said, the mill was safe.",
            "Overall, Jane Smith said, the mill was safe",
            "Jane Smith",
        ),
        ("But, Jane Smith added, the mill was old.", "the mill was old", "Jane Smith"),
        (
            "In Leeds, the mill was closing down, Jane Smith said Friday.",
            "In Leeds, the mill was closing down",
            "Jane Smith",
        ),
        (
            "The mill was closing, Jane Smith told the court in a letter.",
            "The mill was closing",
            "Jane Smith",
        ),
        # who speaks, past all that stands in between
        (
            "Jane Smith, a friend of the mill, said Leeds mill owners had failed.",
            "Leeds mill owners had failed",
            "Jane Smith",
        ),
        (
            "The mill was closing, said lobbyist and old hand Jane Smith.",
            "The mill was closing",
            "Jane Smith",
        ),
        ("Even Jane Smith, like all others, says the mill is old.", "the mill is old", "Jane Smith"),
        ("As reported by Jane Smith, the mill is to close soon.", "the mill is to close soon", "Jane Smith"),
        (
            "Jane Smith - a nurse from Leeds - said that the mill was old.",
            "that the mill was old",
            "Jane Smith",
        ),
    ],
)
def test_clauses(text: str, clause: str, speaker: str | None) -> None:
    corpus = voiced(text)
    assert said(corpus, "indirect") == [("indirect", clause, speaker)]
    assert owner(corpus, clause) == (speaker or "author of d")


@pytest.mark.parametrize(
    "text",
    [
        '"It is over," Jane Smith said on Monday.',
        "The reports of the claims were long.",
        "Jane Smith was told nothing.",
        "The United States said",
        "Jane Smith declined to say whether the mill was safe.",
        "She came with some warning signs for the mill.",
        "There were northern states that will hold a vote.",
        "Her 1,280 pledged delegates and others came.",
    ],
)
def test_nothing_reported(text: str) -> None:
    assert said(voiced(text), "indirect") == []


@pytest.mark.parametrize(
    ("text", "clause", "source"),
    [
        ("One in three said the mill was safe.", "the mill was safe", "One in three"),
        ("On mills, 42% say they are safe.", "they are safe", "42%"),
        (
            "The mill was safe, current and former officials said.",
            "The mill was safe",
            "current and former officials",
        ),
        ("A former official said it was safe.", "it was safe", "A former official"),
        ("The Greens - and some others - say that it was safe.", "that it was safe", "The Greens"),
        (
            "Jane Smith sang when asked by a reporter whether it was safe.",
            "whether it was safe",
            "a reporter",
        ),
        ("Jane Smith sang when asked whether it was safe.", "whether it was safe", None),
    ],
)
def test_sources_that_are_no_names(text: str, clause: str, source: str | None) -> None:
    (q,) = [q for q in voiced(text).quotations if q.kind == "indirect"]
    assert text[q.start : q.end] == clause
    assert (text[slice(*q.mention)] if q.mention else None) == source


def test_a_headline_keeps_its_voice_though_it_reports() -> None:
    text = "Jane Smith Says The Mill Is Safe\n\nIt rained."
    corpus = voiced(text, layout=(Mark("headline", 0, 32), Mark("paragraph", 34, 44)))
    assert said(corpus) == [("indirect", "The Mill Is Safe", "Jane Smith")]
    assert owner(corpus, "The Mill Is Safe") == "headings"


def test_how_sure_a_report_is() -> None:
    plain = voiced("Jane Smith said that the mill was safe.").quotations[0]
    odd = voiced("Jane Smith claimed the mill.").quotations
    assert 0.8 < plain.sure <= 1
    assert all(q.sure < plain.sure for q in odd)
