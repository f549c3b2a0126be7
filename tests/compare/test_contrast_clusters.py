"""Clusters from the front door: speakers within parties, and two fields together."""

import pytest

from rhetoric.errors import NotFound
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings


@pytest.fixture(scope="module")
def analysis():
    documents = [
        Document(
            f"{party}{n}",
            "We must cut taxes and the debt at once. " * (3 + n % 3)
            + "The hall was full of people who came early. " * 6,
            author=f"{party} Member{chr(65 + n // 2)}",
            meta={"party": party, "year": str(2000 + n % 2)},
        )
        for party in ("Red", "Blue")
        for n in range(20)
    ]
    return analyse_documents(documents, Settings(draws=20, layers=("theme", "sentiment")))


def test_speakers_within_parties(analysis):
    table = analysis.compare("party", cluster="voice").table
    assert table["n_a"].eq(10).all()
    assert table["method"].str.contains("clusters (voice)", regex=False).all()
    assert analysis.compare("party").table["n_a"].eq(20).all()


def test_two_fields_together_make_a_cluster(analysis):
    comparison = analysis.compare("party", cluster="party,year")
    assert any("Too few clusters by party,year" in w and "2" in w for w in comparison.warnings)
    assert comparison.table["method"].str.contains("of texts").all()


def test_an_unknown_field_is_named(analysis):
    with pytest.raises(NotFound, match="no text has a field 'club'"):
        analysis.compare("party", cluster="club")
