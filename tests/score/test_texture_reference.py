"""Indices of texture beside quanteda and lexicalrichness."""

import csv
import io
import tarfile
from pathlib import Path

import numpy as np
import pytest
from texture_texts import units

from rhetoric.score.texture.diversity import ENTROPY, GUIRAUD, HDD, HERDAN, MAAS, TTR, YULE_K
from rhetoric.score.texture.measure import Prose
from rhetoric.score.texture.mtld import MTLD
from rhetoric.score.texture.readability import (
    ARI,
    CHARACTERS,
    COLEMAN_LIAU,
    FLESCH,
    FLESCH_KINCAID,
    FOG,
    FORCAST,
    LIX,
    RIX,
    SMOG,
    SYLLABLES,
)
from rhetoric.score.texture.rhythm import MEAN
from rhetoric.score.texture.variety import VarietyCounts
from rhetoric.score.texture.windows import MATTR, MSTTR

ARCHIVE = Path(__file__).resolve().parents[3] / "shared" / "data" / "quanteda" / "quanteda_reference.tar.gz"
COUNTS = {
    "words": "W",
    "sentences": "St",
    "characters": "C",
    "syllables": "Sy",
    "monosyllables": "W_1Sy",
    "polysyllables": "W3Sy",
    "long_words": "W7C",
}
READABILITY = {
    "Flesch": FLESCH,
    "Flesch.Kincaid": FLESCH_KINCAID,
    "FOG": FOG,
    "SMOG": SMOG,
    "Coleman.Liau.short": COLEMAN_LIAU,
    "ARI": ARI,
    "LIW": LIX,
    "RIX": RIX,
    "FORCAST": FORCAST,
    "meanSentenceLength": MEAN,
    "meanWordSyllables": SYLLABLES,
}
DIVERSITY = {
    "lexdiv": {"TTR": TTR, "R": GUIRAUD, "C": HERDAN, "Maas": MAAS, "K": YULE_K},
    "lexdiv_mattr100_msttr100": {"MATTR": MATTR, "MSTTR": MSTTR},
    "entropy": {"entropy": ENTROPY},
}
# lexicalrichness 0.5.1: mtld(0.72) and hdd(42) of the tokens of each address, given as a list
RICHNESS = {
    "1949-Truman": (68.235628379, 0.829413384),
    "1953-Eisenhower": (66.640572407, 0.814045507),
    "1957-Eisenhower": (60.636899964, 0.816013943),
    "1961-Kennedy": (69.241221374, 0.845991303),
    "1965-Johnson": (56.155849736, 0.835509331),
    "1969-Nixon": (53.682999436, 0.834885243),
    "1973-Nixon": (56.903566318, 0.834189773),
    "1977-Carter": (76.726685903, 0.843171472),
    "1981-Reagan": (70.114176678, 0.848893296),
    "1985-Reagan": (84.880808452, 0.851750836),
    "1989-Bush": (60.331618524, 0.845854390),
    "1993-Clinton": (71.222845982, 0.838424374),
    "1997-Clinton": (64.371442564, 0.830029320),
    "2001-Bush": (70.412182817, 0.839799772),
    "2005-Bush": (68.514441772, 0.821316932),
    "2009-Obama": (80.239076761, 0.844915921),
    "2013-Obama": (77.264279131, 0.840425142),
    "2017-Trump": (48.744061419, 0.835790942),
    "2021-Biden": (58.210446752, 0.848686891),
}


def text(name):
    if not ARCHIVE.exists():
        pytest.skip("the shared evaluation data are not beside the checkout (quanteda_reference.tar.gz)")
    with tarfile.open(ARCHIVE) as archive:
        return archive.extractfile(f"quanteda_reference/{name}").read().decode("utf-8")


def table(name):
    return list(csv.DictReader(io.StringIO(text(f"{name}.csv"))))


@pytest.fixture(scope="module")
def tokens():
    rows = (line.split("\t") for line in text("inaugural_tokens.txt").splitlines())
    return {name: words.split() for name, words in rows}


@pytest.mark.shared
@pytest.mark.parametrize("column", READABILITY)
def test_formulas_given_quantedas_counts(column):
    rows = table("readability_all")
    counts = Prose(
        **{f: np.array([float(r[COUNTS[f]]) if f in COUNTS else np.nan for r in rows]) for f in Prose._fields}
    )
    assert len(rows) == 19
    assert READABILITY[column](counts) == pytest.approx([float(r[column]) for r in rows], rel=1e-6)
    assert CHARACTERS(counts) == pytest.approx([float(r["C"]) / float(r["W"]) for r in rows], rel=1e-6)


@pytest.mark.shared
@pytest.mark.parametrize("name", DIVERSITY)
def test_diversity_of_quantedas_tokens(name, tokens):
    rows = table(name)
    counts = VarietyCounts(units(*(tokens[r["document"]] for r in rows))).total()
    for column, measure in DIVERSITY[name].items():
        assert measure(counts) == pytest.approx([float(r[column]) for r in rows], rel=1e-6), column


@pytest.mark.shared
def test_mtld_and_hdd_are_those_of_lexicalrichness(tokens):
    counts = VarietyCounts(units(*(tokens[name] for name in RICHNESS))).total()
    assert MTLD(counts) == pytest.approx([mtld for mtld, _ in RICHNESS.values()], rel=1e-6)
    assert HDD(counts) == pytest.approx([hdd for _, hdd in RICHNESS.values()], rel=1e-6)


@pytest.mark.parametrize(
    ("size", "a", "b", "mtld", "hdd"),
    [  # lexicalrichness 0.5.1: mtld(0.72) and hdd(42) of the tokens n * (n + a) modulo b, n below size
        (400, 7, 61, 31.052081411793644, 0.5638166333912059),
        (1000, 3, 211, 111.11111111111111, 0.8423667877300939),
        (150, 5, 83, 50.0, 0.6872193738732577),
    ],
)
def test_mtld_and_hdd_of_made_up_tokens(size, a, b, mtld, hdd):
    counts = VarietyCounts(units([f"w{n * (n + a) % b}" for n in range(size)])).total()
    assert MTLD(counts) == pytest.approx([mtld], rel=1e-9)
    assert HDD(counts) == pytest.approx([hdd], rel=1e-9)
