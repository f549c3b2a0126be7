"""VADER's words from tokens: the same scores and the same accounts as from the text, wherever a sentence begins and ends."""

from __future__ import annotations

import sys
from itertools import pairwise

import numpy as np
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SPECIAL_CASES, SentimentIntensityAnalyzer

from rhetoric.encode import Encoder, encode
from rhetoric.extract.vader import around, mapped, moved_valences, scores, scores_of, summed, valences
from rhetoric.extract.vaderaccount import rounded
from rhetoric.extract.vadertokens import cut_tokens
from rhetoric.extract.vaderwords import cut, vader, vader_words
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.passage import Kind, Passages

ANALYSER = SentimentIntensityAnalyzer()
LISTED = sorted(ANALYSER.lexicon)
SHORT = [w for w in LISTED if len(w) < 5]
RULED = sorted(
    {*BOOSTER_DICT, *NEGATE, *SPECIAL_CASES, *"but no nor or so this doubt least at very of kind".split()}
)
EMOJIS = [*sorted(e for e in ANALYSER.emojis if len(e) == 1)[::50], "©"]
MARKS = [
    "",
    "",
    "",
    "",
    ",",
    ".",
    "?",
    "!",
    "...",
    "…",
    "’s",
    "n't",
    ")",
    '"',
    "”",
    "“",
    "—",
    "-",
    "/",
    ":",
    "&",
]
BLANKS = [*"    \n\t", "\u00a0", "\u2009", "\x1c", "\x85", "\u200b", ""]
bare = st.one_of(
    *[st.sampled_from(pool) for pool in (RULED, LISTED, SHORT, EMOJIS)],
    st.sampled_from(
        "the of a I D :D x-D it US vote K U.K. R&D ß ǅ 1 10% £5 don’t #brexit @us _ \ud800".split(" ")
    ),
    st.text(max_size=3),
)
cased = st.sampled_from([str, str, str, str.upper, str.capitalize])
marks = st.sampled_from(MARKS)
words = st.builds(
    lambda a, w, case, b, gap: a + case(w) + b + gap, marks, bare, cased, marks, st.sampled_from(BLANKS)
)
texts = st.lists(words, max_size=20).map("".join)


def corpus_with(texts: list[str], cuts: list[list[int]], encoder: Encoder | None = None) -> Corpus:
    """Return texts whose sentences begin and end at given places; every third is left out."""
    rows = [
        (doc, start, end)
        for doc, (text, places) in enumerate(zip(texts, cuts, strict=True))
        for n, (start, end) in enumerate(
            pairwise(sorted({0, len(text), *(p % (len(text) + 1) for p in places)}))
        )
        if n % 3 < 2
    ]
    doc, start, end = (np.array([row[n] for row in rows], np.int32) for n in range(3))
    kind, note = np.full(len(rows), Kind.SENTENCE), np.full(len(rows), "", object)
    documents = tuple(Document(f"d{n}", text) for n, text in enumerate(texts))
    return encode(Corpus(documents, Passages(doc, kind, start, end, note)), encoder)


def assert_as_from_text(corpus: Corpus) -> None:
    held = corpus.token_sentence
    rows = np.unique(held[held >= 0]).astype(np.int32)
    found = corpus.sentences.where(rows)
    spans = zip(found.doc, found.start, found.end, strict=True)
    given_, accounts = scores([mapped(corpus.documents[d].text[a:b]) for d, a, b in spans])
    compound, added, which = scores_of(corpus, rows)
    assert compound.tobytes() == given_.tobytes()
    assert repr([added[n] for n in which]) == repr(accounts)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(texts, st.lists(st.integers(0, 200), max_size=6)), max_size=4))
@example([("good", [2]), ("so good", [3, 5]), ("not\ud83d good. Bad", [10])])
@example([("it, :D us. D: K, (no) n't, very—good £good great", [])])
def test_any_sentences_of_any_texts_score_as_from_their_text(rows):
    assert_as_from_text(corpus_with([text for text, _ in rows], [places for _, places in rows]))


@settings(max_examples=50, deadline=None)
@given(st.lists(texts, min_size=2, max_size=4))
def test_what_is_kept_from_earlier_texts_changes_nothing(rows):
    encoder = Encoder()
    for text in rows:
        assert_as_from_text(corpus_with([text], [[7]], encoder))


def test_only_sentences_with_emojis_and_marks_of_feeling_are_cut_again():
    text = "It was “great”. Was it? It was! © 😀. Half a \ud83d pair. The end."
    stops = [n + 1 for n, char in enumerate(text) if char in ".?!"]
    corpus = corpus_with([text, "A split word."], [stops, [4]])
    rows = np.arange(len(corpus.sentences), dtype=np.int32)
    sentences = [text[a:b].strip() for a, b in zip(corpus.sentences.start, corpus.sentences.end, strict=True)]
    found, plain = cut_tokens(corpus, rows)
    assert sentences[:4] == ["It was “great”.", "Was it?", "© 😀.", "Half a \ud83d pair."]
    assert plain.tolist() == [True, False, False, False, False, False]
    assert found.bounds.tolist() == [0, 3]


def test_white_space_is_the_same_for_tokens_and_for_python():
    chars = map(
        chr, range(0x20, sys.maxunicode + 1)
    )  # what comes before is blank to the encoder as it is to Python
    assert not [c for c in chars if c.isspace() == bool(regex.match(r"\S", c))]


NEAR = [
    ["good", "bad", "kiss", "GREAT"],
    [*"xyz", "the", "of"],
    sorted({w for phrase in RULED for w in phrase.split()}),
]


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.one_of(*map(st.sampled_from, NEAR)), max_size=8))
@example("x y this good".split())
@example("x just enough good kiss of death".split())
@example("x sort of good".split())
def test_words_with_nothing_near_that_moves_them_are_worth_what_the_rules_say(drawn):
    found = cut([" ".join(drawn)])
    rules, listed = vader(), vader_words()
    at = np.flatnonzero(listed.scored[found.word])
    near = around(found.word, at, np.zeros(len(at), np.int64), np.full(len(at), len(found.word)))
    for shouted in (np.zeros(len(at), np.bool_), np.ones(len(at), np.bool_)):
        quick, slow = (f(rules, listed, near, shouted) for f in (valences, moved_valences))
        assert quick.tobytes() == slow.tobytes()


@given(st.lists(st.floats(-100, 100) | st.integers(-(10**5), 10**5).map(lambda n: (n + 0.5) / 1e4)))
def test_values_are_rounded_as_python_does(values):
    ours = rounded(np.array(values, np.float64))
    assert ours.tobytes() == np.array([round(v, 4) for v in values], np.float64).tobytes()


@given(st.lists(st.lists(st.floats(-9, 9), max_size=5)))
def test_values_are_added_up_as_python_does(rows):
    first = np.cumsum([0, *map(len, rows)])
    ours = summed(np.array([v for row in rows for v in row], np.float64), first)
    assert ours.tolist() == [sum(row) for row in rows]
