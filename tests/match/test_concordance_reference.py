"""The concordance beside quanteda's, on nineteen inaugural addresses."""

import csv
import io
import tarfile
from pathlib import Path

import pytest

from rhetoric.match import concordance
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared

ARCHIVE = Path(__file__).resolve().parents[3] / "shared" / "data" / "quanteda" / "quanteda_reference.tar.gz"


def table(name):
    if not ARCHIVE.exists():
        pytest.skip("the shared evaluation data are not beside the checkout (quanteda_reference.tar.gz)")
    with tarfile.open(ARCHIVE) as archive:
        held = archive.extractfile(f"quanteda_reference/{name}").read().decode("utf-8")
    return list(csv.DictReader(io.StringIO(held)))


@pytest.mark.shared
def test_finds_what_quanteda_finds():
    documents = [Document(r["doc_id"], r["text"]) for r in table("inaugural_1949_2021.csv")]
    ours = concordance(prepared(documents), "nation*", 120)
    theirs = table("kwic_nation_glob.csv")
    assert len(theirs) == 252
    assert list(zip(ours["doc_id"], ours["hit"], strict=True)) == [
        (r["docname"], r["keyword"]) for r in theirs
    ]
    for left, right, row in zip(ours["left"], ours["right"], theirs, strict=True):
        assert letters(left).endswith(letters(row["pre"]))  # five words and marks of quanteda's
        assert letters(right).startswith(letters(row["post"]))


def letters(words):
    """Return a text without spaces, which quanteda puts between marks too."""
    return "".join(words.split())
