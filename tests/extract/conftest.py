"""Small texts taken through the real stages before extraction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from rhetoric.encode import encode
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.voice import Spoken, Voice
from rhetoric.segment import segment

SEED = Path(__file__).parents[2] / "corpus" / "raw" / "new-statesman-page.txt"


def corpus_of(*texts: str) -> Corpus:
    """Return texts with passages and tokens, and no voices."""
    return encode(segment(Corpus(tuple(Document(f"d{n}", text) for n, text in enumerate(texts)))))


def voiced(text: str, *turns: tuple[str, str], role: str = "quoted") -> Corpus:
    """Return one text in which each named stretch has a voice of its own; the rest is the author's."""
    corpus = corpus_of(text)
    voices = [Voice("author of d0", "author", "author", "test", 1.0)]
    rows, at = [], 0
    for name, stretch in turns:
        start = text.index(stretch, at)
        code = next((n for n, v in enumerate(voices) if v.id == name), len(voices))
        if code == len(voices):
            voices.append(Voice(name, name, role, "test", 1.0))  # type: ignore[arg-type]
        rows += [(at, start, 0), (start, start + len(stretch), code)]
        at = start + len(stretch)
    rows = [r for r in [*rows, (at, len(text), 0)] if r[0] < r[1]]
    columns = np.array(rows, np.int32).T
    spoken = Spoken(np.zeros(len(rows), np.int32), *columns)
    return corpus.replace(voices=tuple(voices), spoken=spoken)


def found(extractor: object, corpus: Corpus, feature: str = "") -> list[str]:
    """Return the words of the evidence, in order, of one feature or of all."""
    evidence = extractor.extract(corpus)  # type: ignore[attr-defined]
    rows = evidence.of(feature) if feature else evidence
    return [corpus.documents[d].text[s:e] for d, s, e in zip(rows.doc, rows.start, rows.end, strict=True)]


@pytest.fixture(scope="session")
def seed() -> Corpus:
    """Return the seed page as one text."""
    return corpus_of(SEED.read_text(encoding="utf-8"))


@pytest.fixture(name="corpus_of", scope="session")
def corpus_of_fixture() -> Callable[..., Corpus]:
    """Return `corpus_of`."""
    return corpus_of


@pytest.fixture(name="voiced", scope="session")
def voiced_fixture() -> Callable[..., Corpus]:
    """Return `voiced`."""
    return voiced


@pytest.fixture(name="found", scope="session")
def found_fixture() -> Callable[..., list[str]]:
    """Return `found`."""
    return found
