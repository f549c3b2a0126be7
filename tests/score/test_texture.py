"""Texture of whole texts, counted by hand."""

import math

import numpy as np
import pytest
from texture_texts import corpus, values, voiced

from rhetoric.model import schema
from rhetoric.model.document import Document, Mark
from rhetoric.score.texture import FEATURES, texture

PLAIN = "We won. We won it all and then we slept. Nobody came to the door."
VOICES = """The party is tired and old.

“We will win the next election,” Nick Clegg said. “We will change this country for good.”

Nobody in the hall believed him.
"""
ADJECTIVES = "red green blue old new sad glad mad tall small".split()
NOUNS = "cat dog man house state".split()


def test_rhythm_by_hand():
    # 2, 8 and 5 words
    v = values(texture(corpus(PLAIN)))
    assert v["sentence_length"] == 5
    assert v["sentence_median"] == 5
    assert v["sentence_deviation"] == pytest.approx(3)  # (9 + 9 + 0) / 2
    assert v["short_sentences"] == pytest.approx(2 / 3)
    assert v["long_sentences"] == 0
    assert v["sentence_change"] == pytest.approx((6 + 3) / 2 / 5)


def test_words_by_hand():
    # 'nobody' has three syllables, all others one; 'we' stands three times, 'won' twice
    v = values(texture(corpus(PLAIN)))
    assert v["syllables"] == pytest.approx(17 / 15)
    assert v["characters"] == pytest.approx(48 / 15)
    assert v["ttr"] == pytest.approx(12 / 15)


def test_readability_by_hand():
    # 25 sentences of four words; 'little' and 'yellow' have two syllables, all other words one
    animals = "cat dog bird horse frog".split()
    text = " ".join(f"The {a} {n} sat." for n in animals for a in "old red big little yellow".split())
    table = texture(corpus(text))
    v = values(table)
    assert v["flesch"] == pytest.approx(206.835 - 1.015 * 4 - 84.6 * 110 / 100)
    assert v["forcast"] == pytest.approx(20 - 15 * 0.9)
    assert v["smog"] == pytest.approx(3.1291)
    assert values(table, column="hits")["flesch"] == 25
    assert values(table, column="exposure")["flesch"] == 100


def test_too_short_is_nan_and_never_0():
    v = values(texture(corpus(PLAIN)))
    for name in ("flesch", "fog", "ari", "mtld", "mattr", "msttr", "hdd"):
        assert math.isnan(v[name])


def test_a_text_without_words_is_nan_throughout():
    table = texture(corpus("", "We won."))
    assert all(math.isnan(x) for x in values(table, "d0").values())
    assert set(values(table, "d0", column="hits").values()) == {0}
    assert values(table, "d1")["sentence_length"] == 2


def test_no_texts_have_no_rows():
    assert texture(corpus()).empty


def test_voices_have_rows_of_their_own_and_reporting_clauses_are_no_sentences():
    table = texture(voiced(Document("d0", VOICES)))
    names = ["author of d0", "Nick Clegg", "all"]
    assert list(dict.fromkeys(table["voice"])) == names
    author, clegg, both = (values(table, voice=name) for name in names)
    sentences = [values(table, voice=name, column="hits")["sentence_length"] for name in names]
    assert sentences == [2, 2, 4]
    assert author["sentence_length"] == 6  # 'Nick Clegg said' is left out
    assert clegg["sentence_length"] == 6.5  # 6 and 7
    assert both["sentence_length"] == pytest.approx((6 + 9 + 7 + 6) / 4)
    assert values(table, voice="author of d0", column="hits")["ttr"] == 15  # but its words count
    assert author["ttr"] == pytest.approx(14 / 15)  # 'the' twice


def test_headings_have_words_but_no_sentences():
    head = "A long headline that is no sentence at all"
    marked = Document("d0", f"{head}\n\n{PLAIN}", layout=(Mark("headline", 0, len(head)),))
    table = texture(voiced(marked))
    assert values(table)["sentence_length"] == 5
    assert values(table, column="hits")["ttr"] == 9 + 15
    assert math.isnan(values(table, voice="headings")["sentence_length"])
    assert values(table, voice="headings")["ttr"] == 1


def test_repeats_and_bylines_do_not_count():
    line = "This is one long sentence that stands twice in the text, word for word and line for line, as a pull quote does."
    byline = "By Jane Smith"
    text = f"{byline}\n\n{PLAIN} {line}\n\n{line}\n\nNothing else was said."
    held = voiced(Document("d0", text, layout=(Mark("byline", 0, len(byline)),)))
    table = texture(held)
    assert values(table, column="exposure")["ttr"] == held.exposure.words.sum() == 15 + 23 + 4
    assert values(table, column="hits")["sentence_length"] == 5


def test_the_table_is_the_public_one():
    table = texture(corpus(PLAIN, PLAIN + " Again."))
    assert [(c, str(t)) for c, t in table.dtypes.items()] == list(schema.TABLES["scores"])
    assert len(table) == 2 * 2 * len(FEATURES)
    assert list(table["feature"][: len(FEATURES)]) == [str(f) for f in FEATURES]
    assert table["low"].isna().all()


def test_what_is_drawn_from_adds_up_to_the_values():
    pairs = zip(ADJECTIVES[3:], NOUNS, strict=False)
    text = " ".join(
        f"The {a} {n} of the {b} {n} was{' not' * (a < b)} {a}." for b, n in pairs for a in ADJECTIVES
    )
    text += " Nobody had ever seen so many of them, but many came, one after the other, and went away again when it was late."
    table = texture(corpus(text))
    asked = {}

    def interval(columns, statistic, key):
        asked.setdefault(key, []).append(statistic(columns.sum(axis=0)[None])[0])
        return np.zeros(len(asked[key][-1])), np.ones(len(asked[key][-1]))

    ranged = texture(corpus(text), interval)
    assert list(asked) == ["d0|unattributed", "d0|all"]
    assert table["value"].notna().all()
    assert np.concatenate(asked["d0|all"]) == pytest.approx(list(values(table).values()))
    assert ranged["low"].max() == 3.1291  # cut off where no value of SMOG can lie
    assert ranged["high"].eq(1).all()
