"""Distinctive words, counted by hand."""

import math

import pytest

from rhetoric.compare import distinctive
from rhetoric.model.document import Document, Mark
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

A = "Fair deals matter. A fair Greens deal. The fair wind.\n\nFair again."
B = "The wind blew. Nobody saw Greens there.\n\nAnn Lee is editor of fair news."


@pytest.fixture(scope="module")
def table():
    documents = (
        Document("a", A, author="Ann Lee"),
        Document("b", B, author="Bob Hay", layout=(Mark("byline", B.index("Ann"), len(B), "biography"),)),
    )
    a = analyse_documents(documents, Settings(layers=()))
    return distinctive(a.corpus, a.sides("voice"), "Ann Lee", "Bob Hay").set_index("word")


def test_counts_leave_out_what_was_removed(table):
    assert table.loc["fair", ["hits_a", "hits_b"]].tolist() == [4, 0] if "fair" in table.index else [4, 0]
    assert "editor" not in table.index


def test_effect_by_hand(table):
    word = "fair" if "fair" in table.index else "Fair"
    words_a, words_b = 12, 7
    expected = math.log2((4.5 / words_a) / (0.5 / words_b))
    assert table.loc[word, "log_ratio"] == pytest.approx(expected)
    half = 1.96 * math.sqrt(1 / 4.5 + 1 / 0.5) / math.log(2)
    assert table.loc[word, "low"] == pytest.approx(expected - half)
    assert table.loc[word, "z"] > 0
    assert table.loc[word, ["paragraphs_a", "paragraphs_b"]].tolist() == [2, 0]


def test_flags(table):
    assert table.loc["The" if "The" in table.index else "the", "flag"] == "function word"
    assert table.loc["Greens", "flag"] == "name"
    assert table.loc["deals", "flag"] == "one paragraph only"
    assert table.loc["wind", "flag"] == ""


def test_largest_z_first(table):
    z = table["z"].abs().tolist()
    assert z == sorted(z, reverse=True)


def test_a_word_of_one_paragraph_has_the_wider_range():
    own = [
        "Roads roads roads roads roads matter here.",
        *(f"The tax is named in line {n} of this." for n in range(5)),
    ]
    documents = (
        Document("a", "\n\n".join(own), author="Ann Lee"),
        Document("b", "\n\n".join(f"Roads and a tax, line {n}." for n in range(8)), author="Bob Hay"),
    )
    a = analyse_documents(documents, Settings(layers=()))
    rows = distinctive(a.corpus, a.sides("voice"), "Ann Lee", "Bob Hay")
    rows = rows.set_index(rows["word"].str.lower())
    assert rows.loc["roads", "hits_a"] == rows.loc["tax", "hits_a"] == 5
    width = rows["high"] - rows["low"]
    assert width["roads"] > 1.2 * width["tax"]
