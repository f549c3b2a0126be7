"""Which of several hits count: within a key, across keys, by priority; the rules of quanteda's lookup."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode import encode
from rhetoric.match import Entry, Hits, compile_patterns, drop, find, longest
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document


def counted(text, lists, scope="key", priority=None):
    """The patterns that count, in order of place; `lists` maps keys to patterns."""
    entries = [Entry(p, key=k) for k, ps in lists.items() for p in ps]
    corpus = encode(Corpus((Document("a", text),)))
    hits = find(compile_patterns(entries), corpus)
    keys = np.array([list(lists).index(e.key) for e in entries])[hits.entry]
    ranks = np.array([(priority or {}).get(e.pattern, 0) for e in entries])[hits.entry]
    return [f"{entries[e].key}:{entries[e].pattern}" for e in longest(hits, keys, ranks, scope).entry]


CITY = {"place": ["new york"], "paper": ["new york times"]}
LETTERS = {"x": ["a b"], "y": ["b a"]}


@pytest.mark.parametrize(
    ("text", "lists", "scope", "expected"),
    [
        ("the new york times", CITY, "key", ["place:new york", "paper:new york times"]),
        ("the new york times", CITY, "dictionary", ["paper:new york times"]),
        ("new york", CITY, "dictionary", ["place:new york"]),
        ("a b a", LETTERS, "key", ["x:a b", "y:b a"]),
        ("a b a", LETTERS, "dictionary", ["x:a b", "y:b a"]),
        ("a b a", {"x": ["a b", "b a"]}, "key", ["x:a b"]),
        ("a b", {"x": ["a b"], "y": ["a b"]}, "dictionary", ["x:a b", "y:a b"]),
        ("a b", {"x": ["a b"], "y": ["a", "b"]}, "dictionary", ["x:a b"]),
        ("a b c", {"x": ["a b"], "y": ["b c"], "z": ["b"]}, "dictionary", ["x:a b", "y:b c"]),
        ("a b c d", {"x": ["a b"], "y": ["c d"], "z": ["b c"]}, "dictionary", ["x:a b", "z:b c", "y:c d"]),
    ],
)
def test_scopes(text, lists, scope, expected):
    assert counted(text, lists, scope) == expected


def test_the_higher_priority_counts_whatever_the_lengths():
    lists = {"x": ["tax cut", "cut", "tax"]}
    assert counted("tax cut", lists) == ["x:tax cut"]
    assert counted("tax cut", lists, priority={"cut": 1}) == ["x:tax", "x:cut"]
    assert counted("tax cut", {"x": ["tax cut"], "y": ["cut"]}, "dictionary", {"cut": 1}) == [
        "x:tax cut",
        "y:cut",
    ]


SPANS = st.tuples(st.integers(0, 3), st.integers(0, 12), st.integers(1, 4), st.integers(0, 2))


@given(st.lists(SPANS, max_size=30))
def test_dictionary_scope_agrees_with_a_plain_search(spans):
    """Longest first, then leftmost; what lies in words taken already is left out, hits in one place judged alike."""
    rows = sorted((first, first + size, entry, key) for entry, first, size, key in spans)
    hits = Hits(*(np.array([r[n] for r in rows], int) for n in (2, 0, 1)))
    kept = longest(hits, np.array([r[3] for r in rows], int), scope="dictionary")
    everyone, mine, expected = set(), {}, []
    for size in (4, 3, 2, 1):
        for at in range(16):
            cells = set(range(at, at + size))
            if cells <= everyone:
                continue
            for first, last, entry, key in sorted(rows, key=lambda r: r[2]):
                if (first, last) == (at, at + size) and not cells & mine.setdefault(key, set()):
                    mine[key] |= cells
                    everyone |= cells
                    expected.append((first, last, entry))
    assert sorted(zip(kept.first, kept.last, kept.entry, strict=True)) == sorted(expected)


STRETCHES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 12), st.integers(1, 4)), max_size=12)


@given(STRETCHES, STRETCHES)
def test_an_exclusion_bars_the_hits_of_its_own_key(one, two):
    def hits(rows):
        number = range(len(rows))
        return Hits(list(number), [a for _, a, _ in rows], [a + size for _, a, size in rows])

    keys, barred = np.array([k for k, _, _ in one], int), np.array([k for k, _, _ in two], int)
    kept = drop(hits(one), hits(two), keys, barred).entry.tolist()
    assert kept == [
        n
        for n, (key, a, size) in enumerate(one)
        if not any(k == key and a < b + more and b < a + size for k, b, more in two)
    ]
