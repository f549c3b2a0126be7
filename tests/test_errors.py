"""Errors say where, what and what to do, and survive pickling."""

import pickle

import pytest

from rhetoric import errors


def every_error():
    kinds = [errors.RhetoricError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return kinds


@pytest.mark.parametrize("kind", every_error())
def test_message_and_pickle(kind):
    fault = kind("pattern is empty", "write a word", "themes.toml", 7)
    assert str(fault) == "themes.toml:7: pattern is empty - write a word"
    again = pickle.loads(pickle.dumps(fault))
    assert type(again) is kind
    assert str(again) == str(fault)
    assert (again.what, again.do, again.where, again.line) == (
        "pattern is empty",
        "write a word",
        "themes.toml",
        7,
    )


def test_parts_that_are_missing_leave_no_trace():
    assert str(errors.InputError("no text")) == "no text"
    assert str(errors.InputError("no text", where="a.txt")) == "a.txt: no text"


def test_every_error_is_drawn_in_the_tree():
    assert all(kind.__name__ in (errors.__doc__ or "") for kind in every_error())
