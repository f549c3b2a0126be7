"""The checks pass what keeps its contract, and say what is wrong with what does not."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from rhetoric.encode import encode
from rhetoric.errors import ContractError, MissingInput
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.model.evidence import Evidence, Exposure, Finding
from rhetoric.model.feature import Feature
from rhetoric.model.material import Material
from rhetoric.model.problem import Problem
from rhetoric.segment import segment
from rhetoric.settings import Settings
from rhetoric.testing import check_extractor, check_loader, check_section

TEXTS = ("One good text. It is good.", "A good second text.")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return encode(segment(Corpus(tuple(Document(f"d{n}", t) for n, t in enumerate(TEXTS)))))


class Good:
    """Finds 'good'."""

    features = (Feature("own.good"),)

    def findings(self, corpus):
        for n, document in enumerate(corpus.documents):
            at = document.text.find("good")
            if at >= 0:
                yield Finding(n, 0, "good", at, at + 4)

    def extract(self, corpus):
        return Evidence.gather(corpus, self.features, list(self.findings(corpus)))


class Changed(Good):
    """A good extractor with every finding changed."""

    def __init__(self, **changes):
        self.changes = changes

    def findings(self, corpus):
        for finding in super().findings(corpus):
            yield dataclasses.replace(finding, **self.changes)


class Sharing(Good):
    """Counts over all texts."""

    def findings(self, corpus):
        for finding in super().findings(corpus):
            yield dataclasses.replace(finding, weight=len(corpus))


class Forgetful(Good):
    """Finds less each time."""

    calls = 0

    def findings(self, corpus):
        self.calls += 1
        yield from [] if self.calls > 1 else super().findings(corpus)


class Meddling(Good):
    """Changes the corpus it is given."""

    def extract(self, corpus):
        object.__setattr__(corpus, "quotations", (*corpus.quotations, "mine"))
        return super().extract(corpus)


class Unsorted(Good):
    """Returns rows in disorder."""

    def extract(self, corpus):
        rows = super().extract(corpus)
        return rows.where(np.arange(len(rows))[::-1])


def named(*names):
    """Return a good extractor whose features are called otherwise."""
    extractor = Good()
    extractor.features = tuple(Feature(n) for n in names)
    return extractor


def test_a_good_extractor_passes(corpus):
    check_extractor(Good(), corpus)


@pytest.mark.parametrize(
    ("extractor", "what"),
    [
        (object(), "no extractor"),
        (named(), "no feature|not a tuple"),
        (named("Own good"), "family.name@version"),
        (named("own.good", "own.good"), "two features"),
        (Changed(end=10_000), "outside"),
        (Changed(start=-1), "outside"),
        (Changed(weight=float("nan")), "finite"),
        (Changed(attrs={"a": {1}}), "not JSON"),
        (Sharing(), "shard law"),
        (Forgetful(), "two runs differ"),
        (Meddling(), "was changed"),
        (Unsorted(), "not sorted"),
    ],
)
def test_a_broken_extractor_is_told_what_to_do(extractor, what, corpus):
    with pytest.raises(ContractError, match=what) as raised:
        check_extractor(extractor, corpus.replace())
    assert raised.value.do


def test_a_corpus_that_proves_nothing_is_refused(corpus):
    with pytest.raises(ContractError, match="fewer than two"):
        check_extractor(Good(), corpus[:1])
    with pytest.raises(ContractError, match="nothing was found"):
        check_extractor(Good(), encode(segment(Corpus((Document("a", "A."), Document("b", "B."))))))


class Plain:
    """Reads a text file."""

    suffixes = (".txt",)

    def read(self, path, settings):
        if not path.exists():
            raise MissingInput("no such file", "check the path", str(path))
        yield Document(path.stem, path.read_text(encoding="utf-8"))


class Yielding(Plain):
    """Yields what it was given."""

    def __init__(self, *items, suffixes=(".txt",)):
        self.items, self.suffixes = items, suffixes

    def read(self, path, settings):
        if not path.exists():
            raise MissingInput("no such file", "check the path", str(path))
        yield from self.items


class Careless(Plain):
    """Lets the wrong error out."""

    def read(self, path, settings):
        yield Document(path.stem, path.read_text(encoding="utf-8"))


class Blind(Plain):
    """Does not see that a file is missing."""

    def read(self, path, settings):
        yield Document(path.stem, "text")


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("A text.", encoding="utf-8")
    return path


def test_a_good_loader_passes(path):
    check_loader(Plain(), path)


@pytest.mark.parametrize(
    ("loader", "what"),
    [
        (object(), "no loader"),
        (Yielding(suffixes=["txt"]), "suffixes are"),
        (Yielding(suffixes=(".csv",)), "none of its suffixes"),
        (Yielding("text"), "yielded a str"),
        (Yielding(Problem("a", None, "x", "y")), "no text came out"),
        (Yielding(Document("a", "b"), Document("a", "c")), "given twice"),
        (Yielding(Document("a", " ")), "has no text"),
        (Yielding(Document("a", "b", layout=(Mark("headline", 0, 9),))), "outside the text"),
        (Yielding(Document("a", "b", layout=(Mark("title", 0, 1),))), "no kind"),
        (Careless(), "raises FileNotFoundError"),
        (Blind(), "unnoticed"),
    ],
)
def test_a_broken_loader_is_told_what_to_do(loader, what, path):
    with pytest.raises(ContractError, match=what) as raised:
        check_loader(loader, path)
    assert raised.value.do


@pytest.fixture(scope="module")
def material(corpus) -> Material:
    import pandas as pd

    evidence = Good().extract(corpus)
    return Material(corpus, evidence, Exposure.empty(), pd.DataFrame(), None, None, (), {}, Settings())


def test_a_good_section_passes(material):
    check_section(lambda m: {"texts": len(m.corpus)}, material)
    check_section(lambda m: None, material)


def test_a_broken_section_is_told_what_to_do(material):
    seen = []

    def counting(m):
        seen.append(m)
        return {"calls": len(seen)}

    def meddling(m):
        m.scores["new"] = 1
        return {}

    for section, what in [
        ("text", "no section"),
        (lambda m: {"rate": float("nan")}, "not plain JSON"),
        (counting, "two calls differ"),
        (meddling, "was changed"),
    ]:
        with pytest.raises(ContractError, match=what) as raised:
            check_section(section, material)
        assert raised.value.do
