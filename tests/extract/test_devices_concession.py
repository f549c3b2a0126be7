"""Concession on hand-made sentences and on their look-alikes."""

from __future__ import annotations

import pytest

from rhetoric.extract.devices import DeviceExtractor
from rhetoric.extract.devices.concession import Concession
from rhetoric.extract.devices.turns import turns
from rhetoric.extract.prose import read

DEVICES = DeviceExtractor((Concession(),))
CONCESSION = "device.concession"

YES = [
    ("I understand why the mayor is angry, but anger will not mend the bridge.", ["I understand why the mayor is angry", "but anger will not mend the bridge"]),
    ("It may be late, but it is not too late to act.", ["It may be late", "but it is not too late to act"]),
    ("Academics do sometimes quarrel, but I think that they must decide.", ["Academics do sometimes quarrel", "but I think that they must decide"]),
    ("The grant is a welcome step. However, we must do more for the schools.", ["The grant is a welcome step.", "However, we must do more for the schools."]),
    ("That is true. I believe, however, that we should wait for the report.", ["That is true.", "I believe, however, that we should wait for the report."]),
    ("I am not suggesting that the clerk lied. Nevertheless, the House should see the letter.", ["I am not suggesting that the clerk lied.", "Nevertheless, the House should see the letter."]),
    ("Even if the vote is lost, it will have been worth the trouble.", ["Even if the vote is lost", "it will have been worth the trouble"]),
    ("Though the report is long, it is fair.", ["Though the report is long", "it is fair"]),
    ("In spite of the storm, this is still a proud town.", ["In spite of the storm", "this is still a proud town"]),
    ("The Minister said that, although the roads are poor, they are safe.", ["although the roads are poor", "they are safe"]),
    ("It would be easy to blame the driver, but we must look at the brakes.", ["It would be easy to blame the driver", "but we must look at the brakes"]),
    ("No doubt the firm meant well; but good will does not pay the rent.", ["No doubt the firm meant well", "but good will does not pay the rent"]),
]  # fmt: skip

NO = [
    "The clerk opened the door, but the room was empty.",
    "He is anything but a fool.",
    "It is but a small part of the price.",
    "But for the rain we should have won.",
    "The society serves not only the town but also the farms around it.",
    "I beg your pardon, but the clock struck nine.",
    "They went all the way to the coast and back on the same day at the same time as we did.",
    "She waited a while, and the others went home.",
    "They acted as though nothing had changed.",
    "The firm made shoes while its rival made gloves for the army.",
    "This is so for all the houses in the street.",
    "The town has three schools. The village, on the other hand, has one.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "spans"), YES)
def test_concessions_are_found_with_their_members(text, spans, corpus_of):
    rows = DEVICES.extract(corpus_of(text)).of(CONCESSION)
    assert [[text[a:b] for a, b in attrs["parts"]] for attrs in rows.attrs] == [spans]


@pytest.mark.parametrize("text", NO)
def test_what_only_looks_like_a_concession_is_left(text, corpus_of, found):
    assert found(DEVICES, corpus_of(text), CONCESSION) == []


def test_a_turn_by_another_voice_is_none(voiced, found):
    """What one speaker grants, another cannot turn from."""
    text = "I accept that roads cost money. But lives matter more."
    assert found(DEVICES, voiced(text, ("Ann", "But lives matter more.")), CONCESSION) == []


def test_a_document_is_read_by_itself(corpus_of, found):
    """What stands before or after a text in the corpus does not change its finds."""
    text = "Although the harvest failed, the village survived."
    others = ("He came and", "It is so, though", "Still", "That said")
    alone = found(DEVICES, corpus_of(text), CONCESSION)
    assert found(DEVICES, corpus_of(others[0], text, *others[1:]), CONCESSION) == alone


def test_granted_and_turned_are_told_apart(corpus_of):
    """The mark belongs to neither, and 'although' grants what follows it wherever it stands."""
    text = "The road is steep, although it is safe."
    prose = read(corpus_of(text))
    (turn,) = turns(prose)
    assert (turn.place, turn.mark) == ("after", "although")
    assert prose.words[slice(*turn.granted)] == ["it", "is", "safe"]
    assert prose.words[slice(*turn.turned)] == ["the", "road", "is", "steep"]
