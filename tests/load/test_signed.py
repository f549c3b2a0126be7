"""Names in a page's description: who of them is an author."""

import pytest

from rhetoric.load.html import names
from rhetoric.load.signed import people


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["Jane Doe", "John Roe"], ["Jane Doe", "John Roe"]),
        (["Jane Doe", "Futurism"], ["Jane Doe"]),
        (["Tom Krisher", "Ap Auto Writer", "staff writer"], ["Tom Krisher"]),
        (["Troy Smith", "Troy L Smith", "Cleveland com"], ["Troy L Smith"]),
        (["Reuters"], ["Reuters"]),
        (["admin"], []),
        (["Jdadmin", "Editor"], []),
        ([], []),
    ],
)
def test_people(given, kept):
    assert people(given) == kept


def test_the_outlet_is_no_author():
    assert names("Jane Doe; John Roe; Ann Lee", "The Paper") == "Jane Doe, John Roe and Ann Lee"
    assert names("The Paper", "The Paper") == ""
