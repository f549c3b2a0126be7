"""Layers that keep company: counts by hand on small texts, and what holds whatever the texts."""

import json
import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare.joint import same_words
from rhetoric.compare.presence import measured, present, sums
from rhetoric.errors import NotFound, SettingsError
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence, Finding
from rhetoric.model.feature import Feature
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

STORM, WALL, ROSE = (Feature(f"theme.{n}") for n in ("storm", "wall", "rose"))
OTHER = Feature("sky.storm")


class Words:
    """An extractor that finds three words, and one of them under another family too."""

    features = (STORM, WALL, ROSE, OTHER)

    def extract(self, corpus):
        found = [
            Finding(d, n, f.name, m.start(), m.end())
            for d, document in enumerate(corpus.documents)
            for n, f in enumerate(self.features)
            for m in re.finditer(f.name.split(".")[1], document.text)
        ]
        return Evidence.gather(corpus, self.features, found)


def analysed(*documents, draws=0):
    return analyse_documents(documents, Settings(layers=(), draws=draws), extra=[Words()])


# 3 paragraphs of 8, 6 and 6 words, in 2, 1 and 2 sentences
SMALL = "A storm hit. The wall stood the storm.\n\nNo rose here by the wall.\n\nOne storm came. Nothing else happened."


def row(analysis, *chosen, **more):
    (r,) = analysis.cooccurrence(*chosen, **{"by": "all", **more}).to_dict("records")
    return r


def test_paragraphs_by_hand():
    r = row(analysed(Document("a", SMALL)), "theme.storm", "theme.wall")
    counts = (
        "units",
        "units_with_outer",
        "units_with_inner",
        "units_with_both",
        "inner_hits_inside",
        "words_inside",
    )
    assert [r[c] for c in counts] == [3, 2, 2, 1, 2, 14]
    assert (r["hits"], r["words"], r["same_words"]) == (3, 20, 0.0)
    assert (r["rate_inside"], r["rate_outside"]) == (pytest.approx(1000 * 2 / 14), pytest.approx(1000 / 6))
    assert r["ratio"] == pytest.approx((2 / 14) / (1 / 6))
    assert r["low"] < r["ratio"] < r["high"]
    assert (r["strength"], r["note"]) == ("too few to say", "under five joint hits")


def test_sentences_and_runs_of_sentences_by_hand():
    a = analysed(Document("a", SMALL))
    r = row(a, "theme.storm", "theme.wall", unit="sentence")
    # 5 sentences; the wall stands in 'The wall stood the storm' and 'No rose here by the wall': 5 + 6 words
    assert [
        r[c] for c in ("units", "units_with_outer", "units_with_both", "inner_hits_inside", "words_inside")
    ] == [5, 2, 1, 1, 11]
    r = row(a, "theme.storm", "theme.wall", unit=3)
    # sentences 1 to 3 and 4 to 5
    assert [r[c] for c in ("units", "units_with_outer", "inner_hits_inside", "words_inside")] == [2, 1, 2, 14]
    assert r["ratio"] == pytest.approx((2 / 14) / (1 / 6))


def test_no_hit_outside_adds_half_to_both():
    r = row(analysed(Document("a", SMALL)), "theme.rose", "theme.wall")
    assert r["ratio"] == pytest.approx((1.5 / 14) / (0.5 / 6))


def test_what_is_undefined_is_nan_and_what_was_not_found_is_0():
    r = row(analysed(Document("a", "A storm hit. Then all was calm."), draws=50), "theme.storm", "theme.wall")
    assert (r["units_with_outer"], r["inner_hits_inside"], r["words_inside"], r["hits"]) == (0, 0, 0, 1)
    assert all(
        math.isnan(r[c])
        for c in ("rate_inside", "ratio", "low", "high", "same_words", "log_ratio", "log_ratio_low")
    )
    assert r["rate_outside"] == pytest.approx(1000 / 7)


def test_voices_are_held_apart():
    text = "“A storm is near the wall,” says Carl Moss. A storm came.\n\nThe wall stood. “No storm hit,” says Carl Moss."
    table = (
        analysed(Document("a", text, author="Ann Lee"))
        .cooccurrence("theme.storm", "theme.wall")
        .set_index("group")
    )
    # Carl: the first paragraph holds his wall and his storm; in the second the wall is Ann's
    assert table.loc["Carl Moss", ["units", "units_with_outer", "inner_hits_inside", "hits"]].tolist() == [
        2,
        1,
        1,
        2,
    ]
    assert table.loc["Ann Lee", ["units", "units_with_outer", "inner_hits_inside", "hits"]].tolist() == [
        2,
        1,
        0,
        1,
    ]
    pooled = row(analysed(Document("a", text, author="Ann Lee")), "theme.storm", "theme.wall")
    assert [pooled[c] for c in ("units_with_outer", "inner_hits_inside", "hits")] == [2, 3, 3]


def test_the_same_words_twice_are_told_apart():
    a = analysed(Document("a", SMALL))
    r = row(a, "sky.storm", "theme.storm")
    assert (r["inner_hits_inside"], r["same_words"]) == (3, 1.0)
    assert row(a, "sky.storm", "theme.storm", apart=True)["hits"] == 0
    # of a family, the same words count once; what is in the outer is left out of the inner
    assert row(a, "sky.storm", "theme")["same_words"] == 1.0
    assert row(a, "theme", "theme.storm")["hits"] == 3  # two walls and a rose


def test_many_joint_hits_of_the_same_words_are_never_clear():
    text = "\n\n".join(
        f"Storm number {n} was a storm, said {n}." if n % 2 else f"Nothing {n} more was told {n}{n} here."
        for n in range(200)
    )
    a = analysed(Document("a", text), draws=200)
    (same, other) = (row(a, "sky.storm", x) for x in ("theme.storm", "theme.wall"))
    assert (same["same_words"], same["strength"]) == (1.0, "uncertain")
    assert "words of the outer itself" in same["note"]
    assert other["strength"] == "too few to say"


def test_what_keeps_company_is_clear_and_what_avoids_it_is_below_one():
    together = "\n\n".join(
        f"The wall {n} broke in a storm {n}{n}." if n % 2 else f"Nothing {n} more was told {n}{n} here."
        for n in range(200)
    )
    r = row(analysed(Document("a", together), draws=400), "theme.storm", "theme.wall")
    assert (r["strength"], r["note"]) == ("clear", "")
    assert r["low"] > 1
    assert r["log_ratio_low"] > 0
    away = "\n\n".join(
        f"A wall {n} stood with {n}{n} more." if n % 2 else f"A storm {n} came, a storm {n}{n}."
        for n in range(200)
    )
    r = row(analysed(Document("a", away), draws=400), "theme.storm", "theme.wall")
    assert r["high"] < 1
    assert r["log_ratio_high"] < 0


def test_each_feature_of_a_family():
    table = analysed(Document("a", SMALL)).cooccurrence("theme", "theme.wall", by="all", each=True)
    assert table[["inner", "hits"]].to_numpy().tolist() == [["theme.storm", 3], ["theme.rose", 1]]


def test_errors_say_what_to_do():
    a = analysed(Document("a", SMALL))
    with pytest.raises(NotFound, match=r"did you mean 'theme.storm'"):
        a.cooccurrence("theme.strom", "theme.wall")
    with pytest.raises(SettingsError, match="sentence, paragraph, or a number"):
        a.cooccurrence("theme.storm", "theme.wall", unit="page")
    with pytest.raises(SettingsError, match="in the outer as well"):
        a.cooccurrence("theme.wall", "theme.wall")
    with pytest.raises(NotFound, match="no text has a field"):
        a.cooccurrence("theme.storm", "theme.wall", by="party")


def test_a_mean_has_no_hits():
    a = analyse_documents(
        [Document("a", SMALL)], Settings(layers=("theme", "sentiment"), tone="lexical", draws=0)
    )
    with pytest.raises(SettingsError, match="not a count"):
        a.cooccurrence("sentiment.tone", "theme")


# -- every number leads to the words ----------------------------------------------------------------


@pytest.mark.parametrize("unit", ["sentence", "paragraph", 2])
@pytest.mark.parametrize("by", ["voice", "doc_id", "all"])
def test_places_add_up_to_the_table(request, unit, by):
    from rhetoric.pipeline import analyse

    a = analyse(request.config.rootpath / "corpus", layers=("theme", "metaphor"), metaphor="lexical", draws=0)
    table, places = (
        a.cooccurrence("metaphor", "theme.realignment", unit, by),
        a.together("metaphor", "theme.realignment", unit, by),
    )
    assert table["inner_hits_inside"].sum() > 0
    inside = places[places["outer"] > 0]
    for r in table.itertuples():
        mine, own = inside[inside["group"] == r.group], places[places["group"] == r.group]
        assert mine[["inner", "words"]].sum().tolist() == [r.inner_hits_inside, r.words_inside]
        assert (len(mine), (mine["inner"] > 0).sum(), own["inner"].sum()) == (
            r.units_with_outer,
            r.units_with_both,
            r.hits,
        )
        assert mine["same_words"].sum() == (
            round(r.same_words * r.inner_hits_inside) if r.inner_hits_inside else 0
        )
    texts = {d.id: d.text for d in a.corpus.documents}
    for r in places.itertuples():
        assert texts[r.doc_id][r.start : r.end] == r.text
        for at, said in ((r.inner_at, r.inner_words), (r.outer_at, r.outer_words)):
            spans = [tuple(map(int, s.split(":"))) for s in at.split()]
            assert "; ".join(texts[r.doc_id][s:e] for s, e in spans) == said
            assert all(r.start <= s < e <= r.end for s, e in spans)


def test_pooled_hits_and_words_are_those_of_the_scores(request):
    from rhetoric.pipeline import analyse

    a = analyse(request.config.rootpath / "corpus", layers=("theme",), draws=0)
    scores = a.scores[(a.scores["voice"] == "all") & (a.scores["feature"].str.startswith("theme.pluralism"))]
    table = a.cooccurrence("theme.pluralism", "theme.realignment", by="doc_id")
    pooled = row(a, "theme.pluralism", "theme.realignment")
    assert (pooled["hits"], pooled["words"]) == (scores["hits"].sum(), scores["exposure"].sum())
    assert table["hits"].sum() <= pooled["hits"]  # headings are no side


# -- laws -------------------------------------------------------------------------------------------

WORDS = st.lists(st.sampled_from(["storm", "wall", "rose", "calm", "sea", "it."]), min_size=1, max_size=12)
PROSE = st.lists(WORDS, min_size=1, max_size=5).map(
    lambda ps: "\n\n".join("Then " + " ".join(p) + "." for p in ps)
)


@settings(max_examples=40)
@given(st.lists(PROSE, min_size=1, max_size=4), st.sampled_from(["sentence", "paragraph", 2]))
def test_the_order_of_texts_changes_nothing_and_parts_add_up(texts, unit):
    documents = [Document(f"t{n}", text, author="Ann Lee") for n, text in enumerate(texts)]
    one, other = (
        analysed(*d, draws=20).cooccurrence("theme.storm", "theme.wall", unit)
        for d in (documents, documents[::-1])
    )
    assert json.loads(one.to_json()) == json.loads(other.to_json())
    apart = analysed(*documents).cooccurrence("theme.storm", "theme.wall", unit, "doc_id")
    counted = [
        "units",
        "units_with_outer",
        "units_with_inner",
        "units_with_both",
        "inner_hits_inside",
        "words_inside",
        "hits",
        "words",
    ]
    assert one[counted].sum().tolist() == apart[counted].sum().tolist()  # no unit runs over two texts
    for r in one.itertuples():
        assert r.units_with_both <= min(r.units_with_inner, r.units_with_outer)
        assert math.isnan(r.ratio) or r.low <= r.ratio <= r.high
        assert math.isnan(r.log_ratio) or r.log_ratio_low <= r.log_ratio <= r.log_ratio_high


@settings(max_examples=40)
@given(st.lists(PROSE, min_size=1, max_size=3))
def test_presence_together_is_the_same_whichever_is_inner(texts):
    a = analysed(*(Document(f"t{n}", text) for n, text in enumerate(texts)))
    one, other = row(a, "theme.storm", "theme.wall"), row(a, "theme.wall", "theme.storm")
    for name in ("units_with_both", "expected", "log_ratio", "log_ratio_low", "log_ratio_high"):
        assert one[name] == pytest.approx(other[name], nan_ok=True)


# -- presence ---------------------------------------------------------------------------------------


def test_units_of_one_length_expect_the_product_of_the_shares():
    words = np.full(10, 20.0)
    inner, outer = np.arange(10) < 4, np.arange(10) % 2 == 0
    m = measured(
        words,
        inner.astype(int),
        outer.astype(int),
        0 * words,
        0 * inner,
        "paragraph",
        np.random.default_rng(0),
        Settings(draws=0),
    )
    assert m["expected"] == pytest.approx(4 * 5 / 10)
    assert m["log_ratio"] == pytest.approx(math.log2(2 / 2))


def test_long_units_hold_more_of_everything():
    words = np.array([10.0] * 8 + [200.0] * 2)
    held = present(words, 4)
    assert held.sum() == pytest.approx(4)
    assert held[-1] > 3 * held[0]
    assert (held**2).sum() > 16 / 10  # more units with both than a b / n, without any tie
    assert present(words, 0).tolist() == [0.0] * 10
    assert present(words, 10).tolist() == [1.0] * 10


def test_every_unit_is_drawn_as_often_as_any_other():
    columns = np.eye(12)
    drawn = sums(columns, (np.arange(12), 3), np.random.default_rng(1), 4000)
    assert drawn.sum(axis=1).tolist() == [12.0] * 4000
    assert np.abs(drawn.mean(axis=0) - 1).max() < 0.06
    assert np.isnan(sums(columns[:3], (np.arange(3), 3), np.random.default_rng(1), 10)).all()


def test_same_words_against_every_pair():
    rng = np.random.default_rng(3)
    n = 300
    start = rng.integers(0, 400, n)
    doc = np.sort(rng.integers(0, 3, n))
    size = rng.integers(1, 80, n)
    blank = np.zeros(n, np.int32)
    e = Evidence(
        doc, blank, blank, start, start + size, blank, blank, np.ones(n), blank, np.full(n, None, object)
    )
    inner, outer = np.arange(0, n, 2), np.arange(1, n, 2)
    expected = [
        any(
            doc[i] == doc[o]
            and start[i] < start[o] + size[o]
            and start[o] < start[i] + size[i]
            and max(size[i], size[o]) <= 60
            for o in outer
        )
        for i in inner
    ]
    assert same_words(e, inner, outer).tolist() == expected
    assert 0 < sum(expected) < len(inner)
