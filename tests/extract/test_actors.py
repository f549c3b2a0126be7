"""Who is named, on texts made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhetoric.errors import DictionaryError, InputError, MissingInput
from rhetoric.extract.actorfile import Actor, read_actors, shipped_actors
from rhetoric.extract.actors import ActorExtractor
from rhetoric.extract.mentions import mentions
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import read
from rhetoric.settings import Settings
from rhetoric.testing import check_extractor


def corpus_of_texts(*texts: str) -> Corpus:
    """Return texts with voices and tokens."""
    return read([Document(f"d{n}", text) for n, text in enumerate(texts)], Settings(any_language=True))


def named(*texts: str, own: str = "") -> list[tuple[str, str]]:
    """Return the words and the actor of each mention by name or pronoun."""
    found = mentions(corpus_of_texts(*texts), own)
    return [(texts[m.doc][m.start : m.end], m.actor) for m in found if m.how != "member"]


def own_actors(tmp_path: Path, text: str) -> str:
    """Write a CSV of actors and return its path."""
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_short_forms_are_gathered_under_the_full_name():
    assert named("Jon Cruddas spoke. Then Cruddas sat down, and Jon was glad.") == [
        ("Jon Cruddas", "Jon Cruddas"),
        ("Cruddas", "Jon Cruddas"),
        ("Jon", "Jon Cruddas"),
    ]


def test_spellings_of_a_party_are_one():
    assert named("Ukip lost. UKIP won.") == [
        ("Ukip", "UK Independence Party"),
        ("UKIP", "UK Independence Party"),
    ]


def test_weak_names_need_a_strong_one_in_the_same_text():
    assert named("The Liberals won.") == []
    assert named("The Lib Dems won.", "The Liberals won.") == [("Lib Dems", "Liberal Democrats")]
    assert named("The Liberal Democrats won. The Liberals were glad.") == [
        ("Liberal Democrats", "Liberal Democrats"),
        ("Liberals", "Liberal Democrats"),
    ]
    assert named("The Gladstonian Liberals won. The Liberals were glad.")[1] == ("Liberals", "Liberal Party")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We met the Compass group today.", ["Compass group"]),
        ("We met the pressure group Compass. Compass was glad.", ["pressure group Compass", "Compass"]),
    ],
)
def test_a_listed_body_with_a_word_for_a_body(text, words):
    assert named(text) == [(w, "Compass (pressure group)") for w in words]


@pytest.mark.parametrize(
    "text", ["They joined the Zebra group. Zebra won.", "He chairs the pressure group Zebra. Zebra won."]
)
def test_a_text_itself_shows_what_is_a_body(text):
    assert named(text) == [("Zebra", "Zebra"), ("Zebra", "Zebra")]
    assert named("Zebra won.") == []


def test_a_body_s_name_in_small_letters_counts_where_the_text_names_it_in_capitals():
    assert named("The Progressive Alliance begins. A progressive alliance can win.") == [
        ("Progressive Alliance", "Progressive Alliance"),
        ("progressive alliance", "Progressive Alliance"),
    ]
    assert named("A progressive alliance can win.") == []


def test_small_letters_stay_under_the_name_that_the_list_gathers():
    assert named("The Green Party won. The green party wins.") == [
        ("Green Party", "Green Party of England and Wales"),
        ("green party", "Green Party of England and Wales"),
    ]


@pytest.mark.parametrize(
    ("text", "party", "how"),
    [
        ("Then the Tory MP Zac Goldsmith stepped down.", "Tory MP", "member"),
        ("The Labour leader, Ed Miliband, spoke.", "Labour leader", "member"),
        ("The Labour leader Sir Keir Starmer spoke.", "Labour leader", "member"),
        ("Labour MPs stepped down.", "Labour MPs", "name"),
        ("He attacked the Liberal Democrat leadership.", "Liberal Democrat leadership", "name"),
    ],
)
def test_what_a_person_belongs_to_is_a_member_mention(text, party, how):
    found = [m for m in mentions(corpus_of_texts(text)) if m.kind == "party"]
    assert [(text[m.start : m.end], m.how) for m in found] == [(party, how)]


def test_pronouns_that_are_plain_and_those_that_are_not():
    assert named("David Miliband spoke. He was glad.")[1:] == [("He", "David Miliband")]
    assert named("Diane Abbott met Nick Clegg. She was glad.")[2:] == [("She", "Diane Abbott")]
    assert named("Ed Balls met Nick Clegg and he was sad.")[2:] == []
    assert named("He was glad.") == []
    assert named("The Tories lost. They were sad. It was late.") == [("Tories", "Conservative Party")]


def test_a_speaker_does_not_call_himself_he():
    text = 'Jon Cruddas met David Miliband. "He is right," Cruddas said.'
    assert ("He", "Jon Cruddas") not in named(text)


def test_longer_names_and_false_friends_win():
    assert named("The Labour market grew.") == []
    assert named("New Labour lost.") == [("New Labour", "New Labour")]


def test_evidence_carries_the_actor_and_how_he_is_named():
    corpus = corpus_of_texts("Then the Tory MP Zac Goldsmith stepped down. He was glad.", "Labour lost.")
    evidence = ActorExtractor().extract(corpus)
    rows = evidence.table({d.id: d.text for d in corpus.documents})
    assert rows["feature"].tolist() == ["actor.party@1", "actor.person@1", "actor.person@1", "actor.party@1"]
    assert rows["entry"].tolist() == ["Conservative Party", "Zac Goldsmith", "Zac Goldsmith", "Labour Party"]
    assert [a["how"] for a in evidence.attrs] == ["member", "name", "pronoun", "name"]


def test_contract():
    check_extractor(
        ActorExtractor(),
        corpus_of_texts(
            "The Liberal Democrats met Jon Cruddas. He left.", "The Liberals and the Tories.", ""
        ),
    )


def test_one_s_own_actors_win(tmp_path):
    own = own_actors(tmp_path, "actor,alias,kind\nThe Old Firm,Tories,party\nThe Old Firm,the blue team,\n")
    text = "The Tories lost. The BLUE team was sad. The Conservatives were glad."
    assert named(text, own=own) == [
        ("Tories", "The Old Firm"),
        ("The BLUE team", "The Old Firm"),
        ("Conservatives", "Conservative Party"),
    ]
    person = own_actors(tmp_path, "actor,alias,kind\nJ. Cruddas,Jon Cruddas,person\n")
    assert named("Jon Cruddas spoke.", own=person) == [("Jon Cruddas", "J. Cruddas")]


def test_a_file_of_actors(tmp_path):
    path = own_actors(
        tmp_path, "﻿Actor, Alias ,kind\nMomentum,Corbynistas,group\n\nMomentum,,\nX Party,the X*,party\n"
    )
    assert read_actors(path) == (
        Actor("Momentum", "group", "", ("Corbynistas",)),
        Actor("X Party", "party", "", ("the X*",)),
    )
    assert read_actors(own_actors(tmp_path, "actor,alias\nMomentum,x\n"))[0].kind == "group"


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("name,alias\nx,y\n", InputError, r"mine\.csv:1: no column actor"),
        ("", InputError, r"mine\.csv:1: no column actor, alias"),
        ("actor,alias\nx,y\n,z\n", InputError, r"mine\.csv:3: a row without an actor"),
        ("actor,alias,kind\nx,y,planet\n", InputError, r"mine\.csv:2: unknown kind 'planet'"),
        ("actor,alias\nx,y UNLESS\n", DictionaryError, r"mine\.csv:2: pattern"),
    ],
)
def test_faults_name_the_file_and_the_line(tmp_path, text, error, message):
    with pytest.raises(error, match=message):
        read_actors(own_actors(tmp_path, text))


def test_a_file_that_is_not_there_or_no_text(tmp_path):
    with pytest.raises(MissingInput, match="no such file of actors"):
        read_actors(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("actor,alias\nJosé,x\n".encode("latin-1"))
    with pytest.raises(InputError, match="not UTF-8"):
        read_actors(tmp_path / "latin.csv")


def test_shipped_actors_are_sound():
    known = shipped_actors()
    assert len({a.name for a in known}) == len(known) > 400
    assert {a.kind for a in known} <= {"party", "institution", "outlet", "group"}
