"""Who is for or against whom in the two articles, as a careful reader says."""

import pytest

from rhetoric.pipeline import analyse


@pytest.fixture(scope="module")
def analysis():
    return analyse("corpus", layers=("actor", "stance"))


@pytest.fixture(scope="module")
def value(analysis):
    table = analysis.stances()
    return {(r.holder, r.target): r.value for r in table.itertuples()}


@pytest.mark.parametrize(
    ("holder", "target", "wanted"),
    [
        ("Jon Cruddas", "David Miliband", 1),
        ("Jon Cruddas", "Liberal Democrats", 1),
        ("Jon Cruddas", "acts against Liberal Democrats", -1),
        ("Neal Lawson", "Liberal Democrats", 1),
        ("Neal Lawson", "Green Party of England and Wales", 1),
        ("Neal Lawson", "Progressive Alliance", 1),
        ("Neal Lawson", "UK Independence Party", -1),
        ("Neal Lawson", "Conservative Party", -1),
        ("Neal Lawson", "Labour Party", -1),
    ],
)
def test_the_sign_is_a_readers(value, holder, target, wanted):
    assert value[holder, target] * wanted > 0


def test_each_comes_with_its_sentences(analysis):
    found = analysis.toward("Liberal Democrats", True)
    cruddas = found[(found["holder"] == "Jon Cruddas") & ~found["target"].str.startswith("acts")]
    assert (cruddas["label"] == "positive").sum() >= 3
    assert any("'attacking the liberals' is called 'wrong'" in why for why in cruddas["why"])
    assert all(r.text in r.sentence for r in found.itertuples())
