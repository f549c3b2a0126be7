"""The reference values of quanteda and of published definitions, on the words of nineteen inaugural addresses."""

import csv
import io
import tarfile
from pathlib import Path

import numpy as np
import pytest

ARCHIVE = Path(__file__).resolve().parents[3] / "shared" / "data" / "quanteda" / "quanteda_reference.tar.gz"
REPUBLICANS = {"Eisenhower", "Nixon", "Reagan", "Bush", "Trump"}


def member(name):
    """Return a file of the archive as text; the test is skipped where it is absent."""
    if not ARCHIVE.exists():
        pytest.skip("the shared evaluation data are not beside the checkout (quanteda_reference.tar.gz)")
    with tarfile.open(ARCHIVE) as archive:
        return archive.extractfile(f"quanteda_reference/{name}").read().decode("utf-8")


def table(name):
    """Return the rows of a table."""
    return list(csv.DictReader(io.StringIO(member(name))))


def column(rows, name):
    """Return a column as numbers."""
    return np.array([float(r[name]) for r in rows])


def addresses():
    """Return the words of each address by its name."""
    lines = member("inaugural_tokens.txt").splitlines()
    return {name: words.split(" ") for name, _, words in (line.partition("\t") for line in lines)}


def party(name):
    """Return the party of the president who gave an address."""
    return "Republican" if name.partition("-")[2] in REPUBLICANS else "Democratic"
