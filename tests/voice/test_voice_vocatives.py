"""Who 'Q' and 'A' are."""

import gzip
import json
import re
from pathlib import Path

import pytest
from speaking import said, voiced

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment
from rhetoric.voice import attribute
from rhetoric.voice.parties import broadcast, distinct, parties
from rhetoric.voice.turns import turns
from rhetoric.voice.vocatives import addressed, fits, whose

SHARED = Path(__file__).parents[3] / "shared" / "data" / "turns" / "turns.jsonl.gz"
FIRSTS = {"ann", "tom", "carol", "greta", "bill", "mary"}


def found(text: str, title: str = "", author: str = "") -> tuple[str | None, str | None]:
    """Return the speakers of the first turn and of the second of a text with a title."""
    document = Document("d", text, title=title, author=author)
    rows = said(attribute(segment(Corpus((document,)))), "turn")
    return rows[0][2], rows[1][2]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ann, what will you do?", ["Ann"]),
        ("Well, Ann, it is hard.", ["Ann"]),
        ("Well Ann, it is hard.", ["Ann"]),
        ("It is hard, Ann.", ["Ann"]),
        ("Is it hard, Mr Hill?", ["Mr Hill"]),
        ("Good morning Ann.", ["Ann"]),
        ("Thank you very much, Mr. Hill.", ["Mr. Hill"]),
        ("Welcome back, Dame Ann.", ["Dame Ann"]),
        ("But, you know, Ann, I tried.", ["Ann"]),
        ("Ann, who left, was right.", []),
        ("And Ann, she was right.", []),
        ("I met Tom, Ann, and Carol.", []),
        ("My sister, Ann, was there.", []),
        ("We met in London, Hill, and left.", []),
        ("They said, Ann, you are right.", []),
        ("He wrote “Good morning, Ann.", []),
        ("I saw Ann.", []),
        ("Well, I know.", []),
        ("Thank you, Prime Minister.", []),
    ],
)
def test_forms_of_address(sentence: str, names: list[str]) -> None:
    assert [name for name, _ in addressed(sentence, FIRSTS)] == names


def test_a_greeting_is_told_from_other_places() -> None:
    assert [g for _, g in addressed("Hello, Ann.", FIRSTS)] == [True]
    assert [g for _, g in addressed("It is late, Ann.", FIRSTS)] == [False]


def test_a_short_form_fits_one_name_or_none() -> None:
    assert whose("Ann", ["Ann Hill", "Tom Hill"]) == "Ann Hill"
    assert whose("Ann", ["Ann Hill", "Ann Shaw"]) == ""
    assert whose("Mr Hill", ["Peter Hill", "Tom Hill"]) == ""
    assert whose("Mr Hill", ["Ann Hill", "Tom Hill"]) == "Tom Hill"
    assert not fits("Hill", "Ann Hill")
    assert distinct(["Greta Van Holten", "Greta Van Holtan", "Ann Hill", "Ann B. Hill", "Tom Hill"]) == [
        "Greta Van Holten",
        "Ann Hill",
        "Tom Hill",
    ]


def test_a_programme_after_the_name() -> None:
    assert broadcast("Interview with Carol Shaw, ‘The Morning Hour’", "Carol Shaw")
    assert broadcast("Interview with Carol Shaw, BBC Radio Leeds", "Carol Shaw")
    assert not broadcast("Interview with Carol Shaw, Leeds", "Carol Shaw")
    assert not broadcast("Carol Shaw on the news", "Carol Shaw")


def test_title_names_the_interviewer() -> None:
    text = "Q: Why now?\n\nA: Well, Carol, it is time.\n\nQ: I see.\n\nA: It is late, Carol."
    assert found(text, "Interview with Carol Shaw, Leeds") == ("Carol Shaw", "A")


def test_title_names_the_interviewee() -> None:
    text = "Q: Carol, why now?\n\nA: It is time.\n\nQ: I see.\n\nA: Good."
    assert found(text, "Interview with Carol Shaw") == ("Q", "Carol Shaw")


def test_title_alone_names_the_interviewee() -> None:
    text = "Q: Why now?\n\nA: It is time.\n\nQ: I see.\n\nA: Good."
    assert found(text, "Interview with Carol Shaw") == ("Q", "Carol Shaw")
    assert found(text, "Interview with Carol Shaw, BBC Radio Leeds") == ("Q", "A")
    assert found(text, "Carol Shaw meets Tom Hill") == ("Q", "A")


def test_somebody_else_is_addressed_than_the_one_in_the_title() -> None:
    text = "Q: Mr Hill, why now?\n\nA: It is time.\n\nQ: I see.\n\nA: Good."
    assert found(text, "Interview with Carol Shaw") == ("Q", "A")


def test_no_evidence_stays_q_and_a() -> None:
    text = "Q: Tom Hill left with Carol Shaw. Why?\n\nA: It is time.\n\nQ: I see.\n\nA: Tom Hill is right."
    assert found(text) == ("Q", "A")


def test_one_form_of_address_without_a_title_is_too_little() -> None:
    text = "Q: Tom Hill left. Why, Mr Hill?\n\nA: It is time.\n\nQ: I see.\n\nA: Good."
    assert found(text) == ("Q", "A")


def test_two_people_of_one_surname_stay_q_and_a() -> None:
    text = "Q: Tom Hill and Peter Hill left. Mr Hill, why?\n\nA: It is time.\n\nQ: Thank you, Mr Hill.\n\nA: Thank you."
    assert found(text) == ("Q", "A")
    assert found(text.replace("Peter Hill", "Peter Shaw")) == ("Q", "Tom Hill")


@pytest.mark.parametrize(
    "opening",
    [
        "I'm joined now by the member for Leeds North, Tom Hill.",
        "Joining me now from Leeds is Tom Hill.",
        "Tom Hill joins us from Leeds.",
        "My guest tonight is Tom Hill.",
    ],
)
def test_an_introduction(opening: str) -> None:
    text = f"Q: {opening} Mr. Hill, welcome.\n\nA: Good morning.\n\nQ: Why now?\n\nA: It is time."
    assert found(text) == ("Q", "Tom Hill")
    assert found(text.replace("Mr. Hill, welcome.", "Why?")) == ("Q", "A")
    assert found(text.replace("Tom Hill", "Tom Hill's brother")) == ("Q", "A")


def test_somebody_who_comes_later_is_not_introduced() -> None:
    text = "Q: Tom Hill joins us later.\n\nA: Good.\n\nQ: Later, Tom Hill is here. Why?\n\nA: It is time."
    assert found(text) == ("Q", "A")


def test_an_asker_who_says_the_name() -> None:
    text = "Q: Good evening. I'm Carol Shaw.\n\nA: Good evening, Carol.\n\nQ: Why?\n\nA: It is time, Carol."
    assert found(text) == ("Carol Shaw", "A")


def test_a_first_name_does_not_mean_somebody_they_speak_of() -> None:
    text = "Q: Carol Shaw left. Why?\n\nA: Well, Carol, I know.\n\nQ: I see.\n\nA: Thank you, Carol."
    assert found(text) == ("Q", "A")


def test_both_call_one_another_by_one_name() -> None:
    text = "Q: Mr Hill, why?\n\nA: Mr Hill, why not?\n\nQ: Thank you, Mr Hill.\n\nA: Thank you, Mr Hill."
    assert found(text, "Interview with Tom Hill") == ("Q", "A")


def test_several_people_behind_one_letter() -> None:
    text = (
        "Q: Why?\n\nA: Well, Carol, it is time.\n\nQ: I see.\n\nA: Thank you, Carol.\n\nQ: And?\n\nA: Carol, no."
        "\n\nQ: Why not?\n\nA: Well, Tom, I am late."
    )
    assert found(text, "Interview with Carol Shaw and Tom Hill") == ("Q", "A")
    assert found(text.replace("Tom", "Carol"), "Interview with Carol Shaw and Tom Hill") == (
        "Carol Shaw",
        "A",
    )


def test_the_author_is_the_one_who_answers() -> None:
    text = "Q: Good morning, Mr Hill.\n\nA: Good morning.\n\nQ: Why, Mr Hill?\n\nA: It is time."
    assert found(text, author="Tom Hill") == ("Q", "Tom Hill")
    assert found(text, author="Carol Shaw") == ("Carol Shaw", "A")


def test_names_found_so_are_less_sure() -> None:
    text = "Q: Carol, why now?\nA: It is time.\nQ: I see.\nA: Good."
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    rows = turns(text, lines, titled=["Carol Shaw"])
    assert [(t.speaker, t.how, t.sure) for t in rows[:2]] == [
        ("Q", "label", 0.95),
        ("Carol Shaw", "label", 0.7),
    ]


def test_only_a_candidate_gives_a_name() -> None:
    text = "Carol Shaw, why?\nIt is time.\nThank you, Carol Shaw."
    said = [("Q", 0, 16), ("A", 17, 28), ("Q", 29, 51)]
    assert parties(text, said, [], ["Carol Shaw"]) == (None, "Carol Shaw")
    assert parties(text, said, [], []) == (None, None)
    assert parties(text, said, ["Tom Hill"], [], "Tom Hill") == (None, None)


def test_parties_without_turns() -> None:
    assert parties("", [], ["Carol Shaw"], []) == (None, None)
    assert parties("", [], ["Carol Shaw"], [], "Carol Shaw") == (None, "Carol Shaw")


def test_a_letter_beside_a_printed_name_may_be_many_people() -> None:
    text = "Q: Why?\n\nTOM HILL: Well, Carol, no.\n\nQ: I see.\n\nTOM HILL: Thank you, Carol."
    assert found(text, "Carol Shaw meets the minister") == ("Q", "Tom Hill")


def test_an_answerer_beside_a_printed_name() -> None:
    text = "CAROL SHAW: Why?\n\nA: It is time.\n\nCAROL SHAW: I see.\n\nA: Good."
    assert found(text, "Interview with Tom Hill") == ("Carol Shaw", "Tom Hill")
    assert found(text, "Interview with Carol Shaw") == ("Carol Shaw", "A")


def test_a_bare_surname_that_the_title_prints_in_full() -> None:
    text = "SHAW: Why?\n\nHILL: It is time.\n\nSHAW: I see.\n\nHILL: Good."
    assert found(text, "Carol Shaw meets Tom Hill") == ("Carol Shaw", "Tom Hill")
    assert found(text, "Carol Shaw meets Tom Hill and Peter Hill") == ("Carol Shaw", "Hill")


def test_a_bare_surname_that_is_handed_the_word() -> None:
    text = "CAROL SHAW: Go ahead, Peter.\n\nHILL: Why?\n\nSHAW: It is time.\n\nHILL: Good."
    assert [s for _, _, s in said(voiced(text), "turn")] == ["Carol Shaw", "Peter Hill"] * 2
    assert said(voiced(text.replace("Peter", "Minister")), "turn")[1][2] == "Hill"
    assert said(voiced(text.replace("Peter", "Carol")), "turn")[1][2] == "Hill"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared interviews are not here")
@pytest.mark.parametrize("titled", [True, False])
def test_interviews_give_no_wrong_name(titled: bool) -> None:
    with gzip.open(SHARED, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    right = 0
    for row in rows:
        for form in ("QA", "QA_single_newline"):
            if form not in row["forms"]:
                continue
            document = Document("d", row["forms"][form], title=row["id"] if titled else "")
            corpus = attribute(segment(Corpus((document,))))
            got = [q.speaker for q in corpus.quotations if q.kind == "turn"]
            pairs = set(zip(got, (name for name, _ in row["turns"]), strict=True))
            assert all(g in ("Q", "A", name) for g, name in pairs)
            right += sum(g == name for g, name in pairs)
    assert right >= (32 if titled else 14)
