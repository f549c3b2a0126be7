"""Wordscores: the table of Laver, Benoit and Garry (2003), small cases by hand, refusals."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from rhetoric.compare.wordcounts import WordCounts
from rhetoric.compare.wordscores import lbg_rescaled, wordscores
from rhetoric.errors import NotFound, TooFewTexts

# Laver, Benoit and Garry (2003), table 1: five reference texts and a virgin text use the same frequencies, moved along the words
SHAPE = [2, 3, 10, 22, 45, 78, 115, 146, 158, 146, 115, 78, 45, 22, 10, 3, 2]
STARTS = {"R1": 0, "R2": 5, "R3": 10, "R4": 15, "R5": 20, "V1": 7}
POSITIONS = {"R1": -1.5, "R2": -0.75, "R3": 0.0, "R4": 0.75, "R5": 1.5}
LBG = {
    "A": -1.5,
    "F": -1.4812500,
    "K": -1.1846154,
    "N": -0.75,
    "S": 0.0,
    "U": 0.2992424,
    "Z": 1.0369898,
    "ZK": 1.5,
}
NAMES = [chr(65 + n) for n in range(26)] + [f"Z{chr(65 + n)}" for n in range(11)]


def table(counts, units=None):
    counts = np.asarray(counts, float)
    return WordCounts(
        tuple(units or (f"d{n}" for n in range(len(counts)))),
        tuple(f"w{n}" for n in range(counts.shape[1])),
        csr_array(counts),
    )


def published():
    counts = np.zeros((6, 37))
    for row, start in enumerate(STARTS.values()):
        counts[row, start : start + 17] = SHAPE
    return WordCounts(tuple(STARTS), tuple(NAMES), csr_array(counts))


def test_published_word_scores():
    words = wordscores(published(), POSITIONS).words.set_index("word")["score"]
    assert len(words) == 37
    for word, score in LBG.items():
        assert words[word] == pytest.approx(score, abs=5e-8), word


def test_published_virgin_text():
    row = wordscores(published(), POSITIONS).documents.set_index("doc_id").loc["V1"]
    assert row["position"] == pytest.approx(-0.448, abs=5e-4)
    assert row["se"] == pytest.approx(0.0119, abs=5e-5)
    assert row["words"] == 1000
    assert row["mv"] == pytest.approx(-0.51, abs=5e-3)
    assert np.isnan(row["lbg"])  # one text has no spread


def test_lbg_rescaling_as_quanteda_does_it_over_all_six():
    raw = wordscores(published(), POSITIONS).documents["position"].to_numpy()
    at = np.array(list(POSITIONS.values()))
    assert lbg_rescaled(raw, raw, at)[0][5] == pytest.approx(-0.53, abs=5e-3)


def test_extreme_references_keep_their_positions():
    rows = wordscores(published(), POSITIONS).documents.set_index("doc_id")
    assert rows.loc[["R1", "R5"], "mv"].tolist() == pytest.approx([-1.5, 1.5])
    assert rows["reference"].isna().tolist() == [False] * 5 + [True]


def test_by_hand():
    rows = wordscores(table([[3, 1, 0], [0, 1, 1], [1, 1, 7]]), {"d0": -1, "d1": 1}).documents
    # word scores: w0 -1; w1 (1/4 * -1 + 1/2) / (3/4) = 1/3; w2 1
    assert rows["position"].tolist() == pytest.approx([-2 / 3, 2 / 3, (-1 + 1 / 3 + 7) / 9])


def test_words_of_no_reference_text_do_not_count():
    scale = wordscores(table([[2, 0, 0], [0, 2, 0], [1, 1, 6]]), {"d0": 0, "d1": 10})
    assert scale.documents.loc[2, ["position", "words", "share"]].tolist() == pytest.approx([5, 2, 0.25])
    assert list(scale.words["word"]) == ["w0", "w1"]
    assert any("under 100 words" in n for n in scale.notes)


def test_a_text_without_scored_words_is_undefined():
    rows = wordscores(table([[2, 0, 0], [0, 2, 0], [0, 0, 6]]), {"d0": 0, "d1": 10}).documents
    assert np.isnan(rows.loc[2, "position"])
    assert rows.loc[2, "words"] == 0


def test_two_virgin_texts_get_the_spread_of_the_references():
    counts = [[9, 3, 0], [0, 3, 9], [5, 3, 1], [1, 3, 5]]
    lbg = wordscores(table(counts), {"d0": -1, "d1": 1}).documents["lbg"]
    assert lbg[2:].std(ddof=1) == pytest.approx(np.std([-1, 1], ddof=1))


def test_refusals():
    with pytest.raises(TooFewTexts, match="needs 2 reference texts"):
        wordscores(published(), {"R1": 1})
    with pytest.raises(TooFewTexts, match="at different positions"):
        wordscores(published(), {"R1": 1, "R2": 1})
    with pytest.raises(NotFound, match="no reference text 'R9'"):
        wordscores(published(), {"R1": 1, "R9": 2})
