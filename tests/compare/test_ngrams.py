"""Runs of words that hold together: by hand, against the reference, and against plain counting."""

import math
from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inaugurals import addresses, table

from rhetoric.compare.ngrams import holding
from rhetoric.errors import SettingsError
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings


def counted(texts, size):
    """Return the distinct runs of some texts and how often each stands."""
    often = Counter()
    for words in texts:
        often.update(zip(*(words[n:] for n in range(size)), strict=False))
    return list(often), np.array(list(often.values()))


def held(texts, size, least):
    """Return strength and z by run."""
    names, count = counted(texts, size)
    number = {}
    runs = np.array([[number.setdefault(w, len(number)) for w in run] for run in names])
    listed = np.flatnonzero(count >= least)
    pairs = np.stack(holding(runs, count, listed), axis=1).tolist()
    return {" ".join(names[n]): pair for n, pair in zip(listed, pairs, strict=True)}


def test_two_words_by_hand():
    # a b a b a c: runs ab 2, ba 2, ac 1; of ab: both 2, first only 1, second only 0, neither 2
    strength, z = held([list("ababac")], 2, 2)["a b"]
    assert strength == pytest.approx(math.log(2.5 * 2.5 / (1.5 * 0.5)))
    assert z == pytest.approx(strength / math.sqrt(1 / 2.5 + 1 / 2.5 + 1 / 1.5 + 1 / 0.5))


def test_a_corpus_by_hand():
    text = "Fair deals matter. Fair deals, they say, last. Last fair deals win."
    a = analyse_documents([Document("d", text), Document("e", "Fair deals end.")], Settings(layers=()))
    rows = a.collocations(least=2)
    assert rows[["collocation", "size", "count", "texts"]].to_numpy().tolist() == [["fair deals", 2, 4, 2]]
    # runs: fair deals 4, deals matter, they say, last fair, deals win, deals end: marks and sentences part the others
    both, first, second, neither = 4.5, 0.5, 0.5, 5.5
    assert rows["lambda"][0] == pytest.approx(math.log(both * neither / (first * second)))
    longer = a.collocations(size=3, least=1)["collocation"]
    assert sorted(longer) == ["fair deals end", "fair deals matter", "fair deals win", "last fair deals"]


def test_function_words_are_left_out_at_the_ends_only():
    a = analyse_documents([Document("d", "House of Lords. House of Lords. The House.")], Settings(layers=()))
    assert a.collocations(3, 2, function_words=False)["collocation"].tolist() == ["house of lords"]
    assert len(a.collocations(2, 1, function_words=False)) == 0


def test_what_makes_no_sense_is_refused_and_nothing_is_empty():
    a = analyse_documents([Document("d", "One.")], Settings(layers=()))
    with pytest.raises(SettingsError, match="2 or 3"):
        a.collocations(4)
    assert len(a.collocations()) == 0


TEXTS = st.lists(st.lists(st.sampled_from("abcd"), max_size=12), min_size=1, max_size=4)


@given(TEXTS, st.integers(2, 3))
def test_agrees_with_plain_counting(texts, size):
    names, count = counted(texts, size)
    if not names:
        return
    for run, (strength, z) in held(texts, size, 1).items():
        words, value, variance = run.split(" "), 0.0, 0.0
        for places in product((True, False), repeat=size):
            agree = sum(
                n
                for other, n in zip(names, count, strict=True)
                if all((w == o) is p for w, o, p in zip(words, other, places, strict=True))
            )
            value += (-1) ** (size - sum(places)) * math.log(agree + 0.5)
            variance += 1 / (agree + 0.5)
        assert strength == pytest.approx(value)
        assert z == pytest.approx(value / math.sqrt(variance))


@pytest.mark.shared
def test_agrees_with_quanteda_on_inaugurals():
    rows = table("collocations2_min5.csv")
    ours = held(addresses().values(), 2, 5)
    assert len(rows) == 500
    for row in rows:  # the five hundred with the largest z
        assert ours[row["collocation"]] == pytest.approx([float(row["lambda"]), float(row["z"])], abs=1e-6)
    assert sorted((z for _, z in ours.values()), reverse=True)[:500] == pytest.approx(
        [float(r["z"]) for r in rows], abs=1e-6
    )
