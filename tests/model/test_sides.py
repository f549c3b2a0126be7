"""Which side a voice is on."""

import pandas as pd
import pytest

from rhetoric.errors import NotFound
from rhetoric.model.document import Document
from rhetoric.model.sides import sides

VOICES = pd.DataFrame(
    [
        ("a", "Ann Lee", "speaker"),
        ("a", "Bob Hay", "speaker"),
        ("a", "headings", "unknown"),
        ("b", "Ann Lee", "author"),
    ],
    columns=["doc_id", "voice", "role"],
)
TEXTS = (
    Document(
        "a",
        "x",
        meta={
            "house": "Lords",
            "speakers": {"Ann Lee": {"party": "Green"}, "Bob Hay": {"party": "Labour", "house": "Commons"}},
        },
    ),
    Document("b", "x", meta={"party": "Independent"}),
)


def test_by_voice_and_text():
    assert set(sides(TEXTS, VOICES, "voice").values()) == {"Ann Lee", "Bob Hay"}
    assert sides(TEXTS, VOICES, "doc_id") == {
        ("a", "Ann Lee"): "a",
        ("a", "Bob Hay"): "a",
        ("b", "Ann Lee"): "b",
    }


def test_what_is_known_of_a_speaker_goes_first():
    assert sides(TEXTS, VOICES, "party") == {
        ("a", "Ann Lee"): "Green",
        ("a", "Bob Hay"): "Labour",
        ("b", "Ann Lee"): "Independent",
    }
    assert sides(TEXTS, VOICES, "house") == {("a", "Ann Lee"): "Lords", ("a", "Bob Hay"): "Commons"}


def test_no_such_field_names_those_there_are():
    with pytest.raises(NotFound, match="doc_id, house, party, voice"):
        sides(TEXTS, VOICES, "colour")


def test_speakers_that_are_no_mapping_are_a_field_like_any_other():
    odd = (Document("a", "x", meta={"speakers": "two"}),)
    assert sides(odd, VOICES[:1], "speakers") == {("a", "Ann Lee"): "two"}
