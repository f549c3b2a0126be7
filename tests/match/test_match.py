"""The pattern language and the engine, on texts small enough to count by hand."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode import encode
from rhetoric.errors import DictionaryError
from rhetoric.match import Entry, Hits, compile_patterns, concordance, drop, find, longest, negated
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment


def corpus_of(*texts):
    return encode(segment(Corpus(tuple(Document(str(n), t) for n, t in enumerate(texts)))))


def hits(pattern, *texts, case=False):
    corpus = corpus_of(*texts)
    found = find(compile_patterns([Entry(pattern, case=case)]), corpus)
    spans = zip(found.first, found.last, strict=True)
    return [" ".join(corpus.tokens.text(n) for n in range(a, b)) for a, b in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("new politics", "A New Politics, a new, politics.", ["New Politics"]),
        ("plural*", "Pluralism and plural and impluralist", ["Pluralism", "plural"]),
        ("*ism", "Pluralism is an ism", ["Pluralism", "ism"]),
        ("m?n", "man men mean mn", ["man", "men"]),
        ("* politics", "New politics, politics", ["New politics"]),
        ("work|working with", "We work with them, working with us", ["work with", "working with"]),
        ("attack* ... liberals", "attacking all of those liberals", ["attacking all of those liberals"]),
        (
            "attack* ...2 liberals",
            "attacking all of those liberals, attack the liberals",
            ["attack the liberals"],
        ),
        ("attack ...9 liberals", "attack liberals", ["attack liberals"]),
        ("attack ... liberals", "attack, the liberals", []),
        ("end now", "This is the end. Now go.", []),
        ("majoritarian [sic] victories", "majoritarian [sic] victories", ["majoritarian [ sic ] victories"]),
        ("don't", "Don’t and don't", ["Don’t", "don't"]),
        ("workers ' rights", "Workers’ rights", ["Workers ’ rights"]),
        ("u.k.", "The U.K. won", ["U.K."]),
        ("co-operat*", "co-operate cooperate", ["co-operate"]),
        ("a ... a", "a b a", ["a b a"]),
        ("? b", "a b, ! b", ["a b"]),
        ("** b", "aa b, ! b", ["aa b"]),
        ("l*r *ism", "labour socialism lr ism", ["labour socialism", "lr ism"]),
        ("the * of *ism", "the end of socialism, the end, of", ["the end of socialism"]),
        ("* * b", "b a a b, a b", ["a a b"]),
        ("a b ...2 c d", "a b x c c d", ["a b x c c d"]),
        ("*o*", "no nob on an", ["no", "nob", "on"]),
        ("/colou?rs?/", "Colour colors colouring", ["Colour", "colors"]),
        ("/t.x/ cut*", "tax cuts, tex cut", ["tax cuts", "tex cut"]),
        (r"/\d{4}/", "in 1997 or 97", ["1997"]),
        (r"/\pL+ism|\pL+ist/", "A naïvist and racism's ism", ["naïvist"]),
    ],
)
def test_language(pattern, text, expected):
    assert hits(pattern, text) == expected


def test_case_on_request():
    assert hits("May", "In May we may", case=True) == ["May"]
    assert hits("U*", "us US", case=True) == ["US"]


def test_no_pattern_reaches_into_the_next_text():
    assert hits("one two", "one", "two") == []


@pytest.mark.parametrize(
    "pattern", ["", "   ", "... a", "a ...", "a ... ... b", "a|", "a ...0 b", "a ...99 b", "u.k|us"]
)
def test_malformed_patterns_name_file_and_line(pattern):
    with pytest.raises(DictionaryError, match=r"^t\.toml:3: pattern "):
        compile_patterns([Entry("fine"), Entry(pattern, where="t.toml", line=3)])


def test_longest_within_a_key_and_both_across_keys():
    corpus = corpus_of("The New York Times of New York")
    entries = [Entry("new york"), Entry("new york times"), Entry("york times of")]
    found = find(compile_patterns(entries), corpus)
    same, apart = np.zeros(len(found), int), found.entry
    assert [entries[e].pattern for e in longest(found, same).entry] == ["new york times", "new york"]
    assert len(longest(found, apart)) == 4


def test_of_hits_that_overlap_the_longest_then_the_leftmost_counts():
    corpus = corpus_of("mental health care services")
    patterns = ["mental health", "health care", "services", "health", "care services now", "mental health"]
    found = find(compile_patterns([Entry(p) for p in patterns]), corpus)
    kept = longest(found, np.zeros(len(found), int))
    assert [(patterns[e], e) for e in kept.entry] == [("mental health", 0), ("services", 2)]


SPANS = st.tuples(st.integers(0, 3), st.integers(0, 30), st.integers(1, 6), st.integers(0, 2))


@given(st.lists(SPANS, max_size=40))
def test_longest_agrees_with_a_plain_search(spans):
    rows = sorted((first, first + size, entry, key) for entry, first, size, key in spans)
    hits = Hits(*(np.array([r[n] for r in rows], int) for n in (2, 0, 1)))
    keys = np.array([r[3] for r in rows], int)
    kept = longest(hits, keys)
    taken, expected = set(), []
    for first, last, entry, key in sorted(rows, key=lambda r: (r[0] - r[1], r[0], r[2])):
        cells = {(key, at) for at in range(first, last)}
        if not cells & taken:
            taken |= cells
            expected.append((first, last, entry))
    assert list(zip(kept.first, kept.last, kept.entry, strict=True)) == sorted(expected)


@given(st.lists(SPANS, max_size=25), st.lists(SPANS, max_size=10))
def test_drop_agrees_with_a_plain_search(spans, others):
    def made(rows):
        return (
            Hits(*(np.array(c, int) for c in zip(*((e, f, f + n) for e, f, n, _ in rows), strict=True)))
            if rows
            else Hits.empty()
        )

    hits, exclusions = made(sorted(spans, key=lambda s: s[1])), made(others)
    expected = [
        all(b <= c or d <= a for c, d in zip(exclusions.first, exclusions.last, strict=True))
        for a, b in zip(hits.first, hits.last, strict=True)
    ]
    assert list(drop(hits, exclusions).first) == list(hits.first[np.array(expected, bool)])


def test_drop():
    corpus = corpus_of("the international community and our community")
    found = find(compile_patterns([Entry("community")]), corpus)
    kept = drop(found, find(compile_patterns([Entry("international community")]), corpus))
    assert list(kept.first) == [5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is not tribal", True),
        ("He isn’t at all tribal", True),
        ("It was never a tribal affair", True),
        ("Not now, he is tribal", False),
        ("He did not speak to the press about tribal", False),
        ("He is not. Tribal", False),
        ("No but tribal", False),
        ("He is tribal, not", False),
        ("He is not “tribal”", True),
        ("Not one of tribal", True),
        ("Not one of the tribal", False),
        ("He is not only tribal", False),
        ("He is not just tribal", True),
        ("He is open rather than tribal", True),
        ("He is more than tribal", False),
        ("They can’t – tribal", False),
        ("Without tribal", True),
    ],
)
def test_negated(text, expected):
    corpus = corpus_of(text)
    found = find(compile_patterns([Entry("tribal")]), corpus)
    assert list(negated(corpus, found.first)) == [expected]


def test_words_that_take_a_negator_s_force_away_are_a_choice():
    corpus = corpus_of("He is not just tribal and not only local")
    found = find(compile_patterns([Entry("tribal|local")]), corpus)
    assert list(negated(corpus, found.first)) == [True, False]
    assert list(negated(corpus, found.first, skip=("just",))) == [False, True]
    assert list(negated(corpus, found.first, within=1, skip=())) == [False, False]
    assert list(negated(corpus, found.first[:0])) == []


def test_concordance_shows_place_and_context():
    rows = concordance(corpus_of("We saw it. A ray of light broke through the cloud."), "ray of light", 12)
    (row,) = rows.itertuples()
    assert (row.hit, row.left, row.right, row.sentence) == ("ray of light", "saw it. A ", " broke", 1)
    (row,) = concordance(corpus_of("Un\nlong word here unbelievably"), "word", 3).itertuples()
    assert (row.left, row.hit, row.right.strip()) == ("", "word", "")


LETTERS = st.text("ab", min_size=1, max_size=3)


@given(
    st.lists(st.lists(LETTERS, max_size=12).map(" ".join), max_size=3),
    st.text("ab*?", min_size=1, max_size=4),
)
def test_single_words_match_as_a_plain_search_would(texts, pattern):
    whole = re.compile(re.sub(r"\*+", ".*", pattern.replace("?", ".")))
    expected = [w for t in texts for w in t.split() if whole.fullmatch(w)]
    assert hits(pattern, *texts) == expected


@given(
    st.lists(st.lists(LETTERS, max_size=12).map(" ".join), max_size=3),
    st.lists(st.text("ab*?", min_size=1, max_size=3), min_size=1, max_size=4),
)
def test_phrases_match_as_a_plain_search_would(texts, pattern):
    whole = [re.compile(re.sub(r"\*+", ".*", p.replace("?", "."))) for p in pattern]
    expected = []
    for words in map(str.split, texts):
        for at in range(len(words) - len(pattern) + 1):
            piece = words[at : at + len(pattern)]
            if all(w.fullmatch(p) for w, p in zip(whole, piece, strict=True)):
                expected.append(" ".join(piece))
    assert hits(" ".join(pattern), *texts) == expected


@given(st.lists(LETTERS, max_size=14), st.lists(LETTERS, min_size=1, max_size=3), st.integers(1, 3))
def test_gaps_match_as_a_plain_search_would(text, pattern, gap):
    found = hits(f" ...{gap} ".join(pattern), " ".join(text))

    def ends(at, rest):
        if not rest:
            return at
        steps = (n for n in range(at, min(at + gap + 1, len(text))) if text[n] == rest[0])
        reached = [e for n in steps if (e := ends(n + 1, rest[1:]))]
        return min(reached, default=None)

    expected = [(n, e) for n, w in enumerate(text) if w == pattern[0] and (e := ends(n + 1, pattern[1:]))]
    assert found == [" ".join(text[a:b]) for a, b in sorted(expected)]


PATTERNS = ["a*", "a b", "? ...2 b", "* a *", "ab|ba a"]


@given(
    st.lists(
        st.lists(st.sampled_from(["a", "b", "ab", "ba", ".", ",", "\n"]), max_size=9).map(" ".join),
        max_size=4,
    )
)
def test_texts_put_together_hold_the_hits_of_each(texts):
    patterns = compile_patterns([Entry(p) for p in PATTERNS])
    whole = corpus_of(*texts)
    rows = find(patterns, whole)
    found = [
        (int(e), int(whole.tokens.doc[a]), int(whole.tokens.start[a]), int(whole.tokens.end[b - 1]))
        for e, a, b in zip(rows.entry, rows.first, rows.last, strict=True)
    ]
    expected = []
    for n, text in enumerate(texts):
        part = corpus_of(text)
        hit = find(patterns, part)
        for e, a, b in zip(hit.entry, hit.first, hit.last, strict=True):
            expected.append((int(e), n, int(part.tokens.start[a]), int(part.tokens.end[b - 1])))
    assert found == expected


def test_hostile_patterns_and_texts_stay_linear():
    corpus = corpus_of("a " * 30_000)
    assert len(find(compile_patterns([Entry("a* ...20 b"), Entry("*a*a*a*a*b")]), corpus)) == 0
    assert len(find(compile_patterns([Entry("*a*a*a*a*b*c")]), corpus_of("a" * 20_000))) == 0
    many = compile_patterns([Entry("a ...20 a ...20 a ...20 a ...20 b")])
    assert len(find(many, corpus_of("a " * 1_000))) == 0


def test_gaps_of_many_ways_are_searched_again_where_the_steps_are_not_kept(monkeypatch):
    text = " ".join("ab"[n % 3 % 2] for n in range(60))
    kept = hits("a ...3 b ...3 a ...3 b", text)
    monkeypatch.setattr("rhetoric.match.scan.BATCH", 4)
    assert hits("a ...3 b ...3 a ...3 b", text) == kept
    assert len(kept) > 30
