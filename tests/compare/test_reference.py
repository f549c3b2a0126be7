"""Lists of frequencies: the one that ships, and those of the user's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.compare.reference import NOMINAL, english, is_list, packed, read_list, reference_of, unpacked
from rhetoric.errors import EmptyInput, InputError, MissingInput
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared


def test_the_list_that_ships():
    from importlib.resources import files

    held = english()
    words = held.counts[1]
    assert 30_000 <= len(words) <= 50_000
    assert len((files("rhetoric") / "data" / "frequencies" / "english.xz").read_bytes()) < 300_000
    assert max(words, key=words.get) == "the"
    assert words["the"] == pytest.approx(NOMINAL * 10**-1.27)  # 127 hundredths in wordfreq
    assert words["don't"] > words["alliance"] > held.least
    assert 0.9 * NOMINAL < sum(words.values()) < NOMINAL
    assert held.least == min(words.values())
    hits = held.hits(["zzyzxist", "well-being", "2010"])
    assert hits[0] == held.least
    assert hits[1] != hits[1]
    assert hits[2] != hits[2]


@given(st.dictionaries(st.text("abcdef'", min_size=1, max_size=6), st.integers(100, 700), min_size=1))
def test_what_is_packed_comes_back(words):
    assert unpacked(packed(words)) == {w: NOMINAL * 10 ** (-n / 100) for w, n in words.items()}


def save(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_counts(tmp_path):
    path = save(tmp_path / "mine.csv", "word,count\nRoads,3\nroads,1\nfair  deals,2\n\nnever,0\n")
    assert is_list(path)
    held = read_list(path)
    assert (held.name, held.words[1], held.least) == ("mine.csv", 6, 0)
    assert held.hits(["roads", "fair deals", "never", "rivers"]).tolist() == [4, 2, 0, 0]


def test_shares_and_other_separators(tmp_path):
    path = save(tmp_path / "mine.tsv", "\ufeffrank\tword\tfrequency\n1\tthe\t0.05\n2\troads\t0.001\n")
    held = read_list(path)
    assert held.words[1] == NOMINAL
    assert held.hits(["the", "rivers"]).tolist() == pytest.approx([0.05 * NOMINAL, 0.001 * NOMINAL])
    assert read_list(save(tmp_path / "s.csv", 'word;hits\n"no; yes";2\n')).hits(["no; yes"])[0] == 2


def test_what_is_wrong_is_said(tmp_path):
    with pytest.raises(MissingInput):
        read_list(tmp_path / "none.csv")
    with pytest.raises(InputError, match=r"mine\.csv:3: no number"):
        read_list(save(tmp_path / "mine.csv", "word,count\nroads,3\nrivers,many\n"))
    with pytest.raises(InputError, match="'word'"):
        read_list(save(tmp_path / "other.csv", "text,id\nroads,3\n"))
    with pytest.raises(InputError, match="more than 1"):
        read_list(save(tmp_path / "shares.csv", "word,frequency\nroads,3\n"))
    with pytest.raises(EmptyInput):
        read_list(save(tmp_path / "empty.csv", "word,count\n"))
    (tmp_path / "latin.csv").write_bytes("word,count\ncafé,3\n".encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        read_list(tmp_path / "latin.csv")
    assert not is_list(tmp_path / "other.csv")
    assert not is_list(tmp_path)


def test_texts():
    corpus = prepared([Document("d", "Fair deals win. Fair deals, they say.")])
    held = reference_of(corpus, "texts", (1, 2))
    assert held.words == {1: 7, 2: 4}  # fair deals, deals win, fair deals, they say
    assert held.hits(["fair deals", "deals they"], 2).tolist() == [2, 0]
    assert held.lacks(["rivers"]) == [False]  # texts are whole: what is not there has no hits
    with pytest.raises(EmptyInput, match="nothing"):
        reference_of(prepared([Document("d", "...")]), "nothing")
    with pytest.raises(EmptyInput):
        reference_of(Corpus(()), "nothing")
