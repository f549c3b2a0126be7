"""The sentences in which a figure can stand hold all there is of it, and decide on it as the whole text does."""

from __future__ import annotations

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode import encode
from rhetoric.extract.devices import FIGURES, QUICK, DeviceExtractor
from rhetoric.extract.devices.chiasmus import Chiasmus
from rhetoric.extract.devices.exclamation import Exclamation
from rhetoric.extract.finder import Device
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import prose_of, read
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment
from rhetoric.voice import attribute

ROOT = Path(__file__).resolve().parents[2]
PROSE = ROOT.parent / "shared" / "data" / "bench" / "docs10.jsonl.gz"
LEAST = 14  # figures whose places are told
WORDS = (
    "we they it not no never but and or is are do don't cannot just only rather than instead of less more all what the a "
    "peace war people freedom fight win very small bad without unfair unwise why let us remember hope night light to for"
).split()
MARKS = ("", "", "", "", "", "", "", ",", ",", ";", ":", " –")
ENDS = (".", ".", ".", "?", "!", "...", ".\n\n", "\n\n")


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text of few words, so that they come again at every edge."""
    some = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=8))
    word = st.tuples(st.sampled_from(some), st.sampled_from(MARKS)).map("".join)
    sentence = st.tuples(st.lists(word, min_size=1, max_size=14).map(" ".join), st.sampled_from(ENDS))
    return " ".join(
        words[:1].upper() + words[1:] + end for words, end in draw(st.lists(sentence, max_size=9))
    )


def taken(documents: list[Document]) -> Corpus:
    """Return texts taken through the stages before extraction."""
    return encode(attribute(segment(Corpus(tuple(documents)))))


def differing(corpus: Corpus) -> list[str]:
    """Return the names of the figures that are found elsewhere in their places, read alone, than in the whole."""
    lines, whole = Lines.of(corpus), read(corpus)
    out = []
    for figure in FIGURES:
        if (kept := figure.places(lines)) is not None:
            wanted = sorted(map(repr, figure.find(whole)))
            alone = sorted(map(repr, figure.find(prose_of(lines, kept))))
            among = sorted(map(repr, figure.find(whole.only(kept))))
            out += [figure.name] * (wanted != alone or wanted != among)
    return out


@given(st.lists(texts(), min_size=1, max_size=3))
def test_a_figure_is_found_in_its_places_as_in_the_whole(some: list[str]) -> None:
    assert differing(taken([Document(f"d{n}", text) for n, text in enumerate(some)])) == []


def test_the_articles_figures_are_found_in_their_places() -> None:
    paths = sorted((ROOT / "corpus").glob("*.md")) + sorted((ROOT / "corpus" / "raw").iterdir())
    corpus = taken([Document(p.name, p.read_text(encoding="utf-8")) for p in paths])
    told = [figure.name for figure in FIGURES if figure.places(Lines.of(corpus)) is not None]
    assert len(told) >= LEAST
    assert set(QUICK) <= set(told)
    assert differing(corpus) == []


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not PROSE.exists(), reason="the shared press releases are not there")
def test_a_megabyte_of_press_releases_gives_the_same_in_the_places() -> None:
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 230)]
    assert differing(taken([Document(str(row["id"]), row["text"]) for row in rows])) == []


def test_the_quick_figures_are_the_rows_of_all() -> None:
    text = "Why wait? No reason. Never, never again! It is not a cost but a gain. That is not unfair. We win."
    corpus = taken([Document("d", text), Document("e", "It rained. " * 40 + text)])
    quick = DeviceExtractor(tuple(f for f in FIGURES if f.name in QUICK)).extract(corpus)
    every = DeviceExtractor().extract(corpus).of(*(f.name for f in quick.features))
    told = {d.id: d.text for d in corpus.documents}
    assert len(quick) > len(QUICK)
    assert quick.table(told).equals(every.table(told))


def test_only_what_is_asked_for_is_read() -> None:
    corpus = taken(
        [Document("d", "It rained all day. " * 30 + "What a day it was! " + "It rained all night. " * 30)]
    )
    lines = Lines.of(corpus)
    prose = prose_of(lines, Exclamation().places(lines))
    assert [s.row for s in prose.sentences] == [30]
    assert len(prose.words) < 20
    assert list(Exclamation().find(prose)) == list(Exclamation().find(read(corpus)))


def test_sentences_apart_are_no_passage() -> None:
    corpus = taken([Document("d", "One came. Two came. Three came. Four came.")])
    prose = read(corpus)
    kept = Lines.of(corpus).heading.copy()
    kept[[0, 1, 3]] = True
    assert [len(run) for run in prose.passages()] == [4]
    assert [len(run) for run in prose.only(kept).passages()] == [2, 1]


@pytest.mark.parametrize("text", ["We fight for war, for peace, for night,", "He came, he saw, he won,"])
def test_a_row_whose_last_comma_ends_the_text_is_read_to_its_end(text: str) -> None:
    corpus = taken([Document("d", text)])
    assert len(DeviceExtractor().extract(corpus).of("device.tricolon")) == 1


@pytest.mark.parametrize("least", [0.1, 0.5, 0.9])
def test_crossings_that_are_passed_over_would_not_score_enough(least: float) -> None:
    text = (
        "Ask not what your country can do for you, ask what you can do for your country. We live to work and work to live. "
        "The people of the town saw the people, and the town saw them. All for one and one for all."
    )
    figure: Device = Chiasmus()
    assert isinstance(figure, Chiasmus)
    prose = read(taken([Document("d", text)]))
    every = [row for row in figure.ranked(prose) if row[1] >= least]
    assert [row for row in figure.ranked(prose, least) if row[1] >= least] == every
    assert list(figure.ranked(prose))
