"""Turns of transcripts."""

import gzip
import json
import re
from pathlib import Path

import pytest
from speaking import owner, said, voiced

from rhetoric.model.document import Mark
from rhetoric.voice.turns import proper, turns

SHARED = Path(__file__).parents[3] / "shared" / "data" / "turns" / "turns.jsonl.gz"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "JANE SMITH: Why?\n\nTOM O'HARA: Because.\n\nIt is so.\n\nSMITH: I see.\n\nO'HARA: Good.",
            ["Jane Smith", "Tom O'Hara", "Jane Smith", "Tom O'Hara"],
        ),
        (
            "Jane Smith: Why?\nTom Jones: Because.\nJS: I see.\nTJ: Good.",
            ["Jane Smith", "Tom Jones", "Jane Smith", "Tom Jones"],
        ),
        ("Q: Why?\nA: Because.\nQ: I see.\nA: Good.", ["Q", "A", "Q", "A"]),
        (
            "**Jane Smith:** Why?\n\n**Tom Jones:** Because.\n\n**Jane Smith:** I see.\n\n**Tom Jones**: Good.",
            ["Jane Smith", "Tom Jones", "Jane Smith", "Tom Jones"],
        ),
        (
            "Jane Smith: Why?\nTom Jones: Because.\nWas it good?\nTJ: Yes.",
            ["Jane Smith", "Tom Jones", "Jane Smith", "Tom Jones"],
        ),
        ("Exclusive: a plan\n\nIt rained.\n\nUpdate: it stopped.", []),
        ("Where: Leeds.\nWhen: Monday.\nPrice: free.", []),
    ],
)
def test_speakers(text: str, expected: list[str]) -> None:
    assert [s for _, _, s in said(voiced(text), "turn")] == expected


def test_a_turn_holds_its_paragraphs_and_not_its_label() -> None:
    corpus = voiced("JANE SMITH: One.\n\nTwo.\n\nTOM JONES: Three.\n\nSMITH: Four.")
    assert said(corpus, "turn")[0] == ("turn", "One.\n\nTwo.", "Jane Smith")
    assert owner(corpus, "JANE SMITH: ") == "author of d"


def test_turns_that_the_loader_marked() -> None:
    text = "Why?\n\nBecause."
    corpus = voiced(text, layout=(Mark("turn", 0, 4, "Jane Smith"), Mark("turn", 6, 14, "Tom Jones")))
    assert [s for _, _, s in said(corpus, "turn")] == ["Jane Smith", "Tom Jones"]


def test_the_words_that_a_speaker_quotes_belong_to_the_one_quoted() -> None:
    corpus = voiced(
        'JANE SMITH: Tom Jones said: "We lost the north." Why?\n\nMARY HILL: No.\n\nSMITH: So.\n\nHILL: Yes.'
    )
    assert owner(corpus, "We lost the north.") == "Tom Jones"
    assert owner(corpus, "Why?") == "Jane Smith"


def test_capitals() -> None:
    assert proper("RORY MCCAIN", "") == "Rory McCain"
    assert proper("ANN DE LA MARE", "Ann de la Mare spoke") in ("Ann De La Mare", "Ann de la Mare")


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared interviews are not here")
def test_interviews_in_six_layouts() -> None:
    with gzip.open(SHARED, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for row in rows:
        for form, text in row["forms"].items():
            lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
            got = [(t.speaker, text[t.start : t.end].strip()) for t in turns(text, lines)]
            asker = row["turns"][0][0]
            want = [
                (("Q" if n == asker else "A") if form.startswith("QA") else n, w) for n, w in row["turns"]
            ]
            assert [w for _, w in got] == [w for _, w in want]
            wrong = {w[0] for g, w in zip(got, want, strict=True) if g != w}
            # three speakers have only a surname in one layout, and nothing in the text says the first name
            assert not any(name.lower() in text.lower() for name in wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Smith: 1,769.\n\nTom Jones: 1,501.\n\nSmith: 547.\n\nJones: 46.",
        "Jane Smith: ‘It Is Not So’\n\nIt rained.\n\nJane Smith: I Am Here\n\nIt snowed.\n\nJane Smith: Good Day",
    ],
)
def test_tables_and_headlines_are_no_transcripts(text: str) -> None:
    assert said(voiced(text), "turn") == []


def test_a_headline_with_a_colon_is_no_turn() -> None:
    text = "Gov Hill: No Way\n\nIt rained.\n\nTAPPER: Why?\n\nHILL: So.\n\nTAPPER: Good.\n\nHILL: Yes."
    assert [s for _, _, s in said(voiced(text), "turn")] == ["Tapper", "Hill", "Tapper", "Hill"]
