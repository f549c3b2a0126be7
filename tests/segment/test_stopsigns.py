"""What letters beside a stop say, by hand; that the rules agree is seen in `test_plainstops`."""

import numpy as np
import pytest

from rhetoric.model.joined import Joined
from rhetoric.segment.stopsigns import judged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was lost. Then", "ends"),
        ("the Act. With", "ends"),
        ("in 2007. Then", "ends"),
        ("(D-TN). Then", "ends"),
        ("Who? Then", "ends"),
        ("so.” Then", "ends"),
        ("at 3.5 per", "goes on"),
        ("the U.K", "goes on"),
        ("to Mr. Brown", "goes on"),
        ("Ann G. Komen", "goes on"),
        ("so he. then", "goes on"),
        ("Ann I. He", "unsure"),
        ("ch. IV. Then", "unsure"),
        ("to Inc. Then", "unsure"),
        ("way. . . Then", "unsure"),
    ],
)
def test_by_example(text, expected):
    joined = Joined.of([text])
    place = np.array([max(n for n, x in enumerate(text[:-1]) if x in ".?")]) if expected != "unsure" else None
    if place is None:
        place = np.array([text.index(". ", 3)])
    certain, _, unsure = judged(joined.padded, place, np.array([True]))
    assert expected == ("ends" if certain[0] else "unsure" if unsure[0] else "goes on")
