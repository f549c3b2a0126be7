"""Names are found, and a misspelt one is met with the right one."""

import pytest

from rhetoric.errors import NotFound
from rhetoric.registry import BUILT_IN, EXTRACTORS, LOADERS, SECTIONS, find, names


@pytest.mark.parametrize(("group", "name"), [(g, n) for g, held in BUILT_IN.items() for n in held])
def test_every_built_in_is_there(group, name):
    assert find(group, name) is not None


def test_did_you_mean():
    with pytest.raises(NotFound, match="did you mean 'metaphor'"):
        find(EXTRACTORS, "metaphors")
    with pytest.raises(NotFound, match="choose from"):
        find(LOADERS, "xyz")


def test_sections_come_in_reading_order():
    assert names(SECTIONS)[:5] == ["summary", "voices", "themes", "time", "texts"]
    assert len(names(SECTIONS)) == 15
