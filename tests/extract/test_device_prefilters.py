"""What the places of figures are told by says of every token what the exact rules say of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode import encode
from rhetoric.extract.devices import denials, resumption
from rhetoric.extract.devices.answered import QuestionAnswered
from rhetoric.extract.devices.correction import Correction
from rhetoric.extract.devices.denialsigns import DO, SUBJECT_OF, Excerpt, judged, sign_of
from rhetoric.extract.devices.doubling import doubled, repeated
from rhetoric.extract.devices.epizeuxis import Epizeuxis
from rhetoric.extract.devices.litotes import SET, contraries, contrary
from rhetoric.extract.devices.members import BEING, opening
from rhetoric.extract.devices.question import RhetoricalQuestion
from rhetoric.extract.devices.questions import questions
from rhetoric.extract.devices.traces import (
    CHOICE,
    DENIAL,
    NEGATOR,
    traces_of,
    tracing,
)
from rhetoric.extract.devices.traces import (
    judged as traced_types,
)
from rhetoric.extract.finder import Device
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import MARGIN, around, prose_of, read
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment

WORDS = (
    "it they this that there we he she not not never cannot isn't don't won't is are was be do will just only merely but "
    "and or if because when rather instead of less more than all what the a in to with for peace war winning slowly wanted "
    "unfair few without say very no yes 12 x hear it's they're we'll fight freedom"
).split()
MARKS = ("",) * 9 + (",", ",", ";", ":", " –", " --", ")")
ENDS = (".", ".", ".", "?", "!", "...", ".\n\n", "\n\n")
TYPES = tuple(
    dict.fromkeys(
        [*WORDS, *"Is Not N'T ain’t ly badly , ; – -- ? ?? ! ... unlikely under impossible".split()]
    )
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text that denies, chooses and says again at every turn."""
    some = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=14))
    word = st.tuples(st.sampled_from(some), st.sampled_from(MARKS)).map("".join)
    sentence = st.tuples(st.lists(word, min_size=1, max_size=30).map(" ".join), st.sampled_from(ENDS))
    return " ".join(
        words[:1].upper() + words[1:] + end for words, end in draw(st.lists(sentence, max_size=6))
    )


def taken(*some: str) -> Corpus:
    """Return texts with passages and tokens, and no voices."""
    return encode(segment(Corpus(tuple(Document(f"d{n}", text) for n, text in enumerate(some)))))


@given(st.lists(texts(), min_size=1, max_size=3))
@pytest.mark.parametrize("figure", [Correction(), Epizeuxis()])
def test_nothing_is_lost_outside_the_places(figure: Device, some: list[str]) -> None:
    corpus = taken(*some)
    lines = Lines.of(corpus)
    alone = prose_of(lines, figure.places(lines))
    assert sorted(map(repr, figure.find(alone))) == sorted(map(repr, figure.find(read(corpus))))


@given(st.lists(texts(), min_size=1, max_size=2))
def test_lines_are_the_sentences_with_a_word(some: list[str]) -> None:
    corpus = taken(*some)
    lines, tokens = Lines.of(corpus), corpus.tokens
    rows = [np.flatnonzero(corpus.token_sentence == n).tolist() for n in range(len(corpus.sentences))]
    wanted = [(n, held[0], held[-1] + 1) for n, held in enumerate(rows) if tokens.is_word[held].any()]
    assert list(zip(lines.number.tolist(), lines.first.tolist(), lines.last.tolist(), strict=True)) == wanted


def test_a_type_is_told_the_same_alone_and_among_all() -> None:
    folded = [t.lower().replace("’", "'") for t in TYPES]
    assert judged(TYPES).tolist() == [sign_of(w) for w in folded]
    assert traced_types(TYPES).tolist() == [traces_of(w) for w in folded]
    assert contraries(TYPES).tolist() == [w in SET or contrary(w) for w in folded]


@given(st.lists(texts(), min_size=1, max_size=2))
def test_traces_are_the_words_they_stand_for(some: list[str]) -> None:
    prose = read(taken(*some))
    rules = {
        DENIAL: lambda w: w in ("not", "never", "cannot") or w.endswith("n't"),
        NEGATOR: lambda w: w in ("not", "no", "nor") or w.endswith("n't"),
        CHOICE: lambda w: w in ("than", "instead"),
    }
    for bits, rule in rules.items():
        assert tracing(prose, bits).tokens == [n for n, word in enumerate(prose.words) if rule(word)]


@given(texts())
def test_clauses_open_in_an_excerpt_as_in_prose(text: str) -> None:
    corpus = taken(text)
    lines, prose = Lines.of(corpus), read(corpus)
    excerpt = Excerpt.of(lines, np.ones(len(lines), np.bool_))
    subject, being = excerpt.opening(excerpt.begin, excerpt.end)
    for n, sentence in enumerate(prose.sentences):
        told = opening(prose, sentence.first, sentence.last)
        first = told[0] if told else ""
        assert subject[n] == (DO if first == "do" else SUBJECT_OF.get(first, 0))
        assert being[n] == (len(told) > 1 and told[1] in BEING)


@given(texts())
def test_same_said_is_never_missed(text: str) -> None:
    corpus = taken(text)
    lines, prose = Lines.of(corpus), read(corpus)
    excerpt = Excerpt.of(lines, np.ones(len(lines), np.bool_))
    for n, sentence in enumerate(prose.sentences):
        shift = sentence.first - int(excerpt.begin[n])
        for negator in tracing(prose, DENIAL).within(sentence.first, sentence.last):
            for cut in range(negator + 2, sentence.last - 2):
                joint = prose.words[cut]
                if joint not in (",", "but", ";"):
                    continue
                clause, after = (sentence.first, negator, cut), (cut + 1, sentence.last)
                exact = resumption.same_said(prose, clause, after, joint)
                one, two = (tuple(np.array([k - shift]) for k in some) for some in (clause, after))
                told = denials.same_said(excerpt, one, two, excerpt.sign[[cut - shift]])  # type: ignore[arg-type]
                assert bool(told[0]) or not exact


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It is not a cost but a gain. We win.", [0]),
        ("It is not a cost for us. We win the day.", []),
        ("It is not a cost. It is a gain for all.", [0, 1]),
        ("I will not go. You may. He is here.", []),
        ("We act rather than wait. We act. Less to us than to them.", [0, 2]),
        ("It is more than that. We wait, not because we fear.", [1]),
        ("We hope, not always. We hope, not badly.", []),
    ],
)
def test_corrections_are_looked_for_where_they_may_stand(text: str, kept: list[int]) -> None:
    assert np.flatnonzero(Correction().places(Lines.of(taken(text)))).tolist() == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("He had had enough. We win. Very very good.", [2]),
        ("Never, never again. We win. It is 12, 12 times.", [0]),
        ("Never. Never. Never. We win.", [0, 1, 2]),
        ("Hear, hear. We win. No, no no. We win. That that is so.", [2]),
    ],
)
def test_words_are_said_again_with_a_mark_between(text: str, kept: list[int]) -> None:
    assert np.flatnonzero(doubled(Lines.of(taken(text)), 3)).tolist() == kept


@given(st.lists(st.integers(0, 2), max_size=12), st.integers(1, 3))
def test_repeated_is_what_stands_twice(form: list[int], size: int) -> None:
    wanted = [form[n : n + size] == form[n + size : n + 2 * size] for n in range(len(form) - 2 * size + 1)]
    assert repeated(np.array(form, np.int32), size).tolist() == wanted


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 9)), max_size=8), st.integers(0, 9))
def test_what_is_around_sentences_is_taken_once(gaps: list[tuple[int, int]], rest: int) -> None:
    bounds = np.cumsum(np.array(gaps, np.int64).reshape(-1, 2).ravel()).reshape(-1, 2)
    first, last = bounds.T
    size = int(bounds.max(initial=0)) + rest
    rows, begin = around(first, last, size)
    near = {n for a, b in bounds.tolist() for n in range(a - MARGIN, b + MARGIN) if 0 <= n < size}
    assert rows.tolist() == sorted(near)
    assert rows[begin].tolist() == first.tolist()


def test_questions_are_looked_for_once() -> None:
    prose = read(taken("Why wait? No reason. Why not? It rained. Who knows?"))
    assert questions(prose) is questions(prose)
    lines = Lines.of(prose.corpus)
    part = prose.only(RhetoricalQuestion().places(lines) & (np.arange(len(lines)) > 1))
    assert len(questions(prose)) == 3
    assert len(questions(part)) == 2
    assert list(QuestionAnswered().find(prose))
