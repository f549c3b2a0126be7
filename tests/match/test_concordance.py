"""Keyword in context: rows, order, and how a notebook shows them."""

import pandas as pd
import pytest

from rhetoric.encode import encode
from rhetoric.match import concordance
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment

TEXTS = ("A new tax, and low taxes.", "The old tax: b < a.")


@pytest.fixture(name="corpus")
def corpus_fixture():
    return encode(segment(Corpus(tuple(Document(str(n), t) for n, t in enumerate(TEXTS)))))


def test_rows_say_where_they_stand(corpus):
    rows = concordance(corpus, "tax*")
    assert rows[["doc_id", "left", "hit", "right"]].values.tolist() == [
        ["0", "A new ", "tax", ", and low taxes."],
        ["0", "A new tax, and low ", "taxes", "."],
        ["1", "The old ", "tax", ": b < a."],
    ]
    assert all(TEXTS[int(r.doc_id)][r.start : r.end] == r.hit for r in rows.itertuples())


def test_sorted_by_the_nearest_word(corpus):
    assert list(concordance(corpus, "tax*", sort="left")["left"]) == [
        "A new tax, and low ",
        "A new ",
        "The old ",
    ]
    assert list(concordance(corpus, "tax*", sort="right")["right"]) == [".", ", and low taxes.", ": b < a."]
    with pytest.raises(ValueError, match="sort='up': choose"):
        concordance(corpus, "tax", sort="up")


def test_rules_of_the_language_hold(corpus):
    assert list(concordance(corpus, "tax* NEAR low")["hit"]) == ["tax", "taxes"]
    assert list(concordance(corpus, "/tax.+/")["hit"]) == ["taxes"]


def test_a_notebook_shows_contexts_beside_the_hit(corpus):
    rows = concordance(corpus, "tax*")
    shown = rows._repr_html_()
    assert shown.startswith("<p>3 hits</p>")
    assert "<b>taxes</b>" in shown
    assert ": b &lt; a." in shown
    assert isinstance(rows.head(1), pd.DataFrame)
    assert "<b>" not in rows[["hit"]]._repr_html_()
    assert "1 more rows" in pd.concat([rows] * 67)._repr_html_()
    assert concordance(corpus, "nothing")._repr_html_().startswith("<p>0 hits</p>")
