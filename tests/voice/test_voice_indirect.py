"""Reported clauses."""

import pytest
from speaking import owner, said, voiced


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
    ],
)
def test_nothing_reported(text: str) -> None:
    assert said(voiced(text), "indirect") == []
