"""Key words of groups: counted by hand, beside the report's table, and against the reference."""

import math

import numpy as np
import pytest
from inaugurals import addresses, column, party, table
from scipy.stats import t

from rhetoric.compare import distinctive
from rhetoric.compare.effectsize import log_ratio
from rhetoric.compare.keywords import COLUMNS, REST
from rhetoric.compare.reference import Reference
from rhetoric.compare.significance import benjamini_hochberg, g2_p
from rhetoric.errors import NotFound, SettingsError, TooFewTexts
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings


def analysed(*texts):
    """Return texts with the party that each is given with, p and its number where there is none."""
    documents = [Document(f"d{n:02}", text, meta={"party": group}) for n, (group, text) in enumerate(texts)]
    return analyse_documents(documents, Settings(layers=()))


@pytest.fixture(scope="module")
def three():
    return analysed(
        ("Red", "We mend roads and roads. We mend Greens.\n\nRoads matter."),
        ("Red", "Roads."),
        ("Blue", "They mend fences."),
        ("Gold", "We see Greens."),
    )


def test_every_group_against_all_the_others_by_hand(three):
    rows = three.keyness("party", least=1)
    assert list(rows.columns) == list(COLUMNS)
    assert rows["group"].unique().tolist() == ["Red", "Blue", "Gold"]
    assert set(rows["reference"]) == {REST}
    red = rows[rows["group"] == "Red"].set_index("word")
    # Red has 11 words, the others 6
    row = red.loc["roads"]
    assert row[["hits", "words", "reference_hits", "reference_words"]].tolist() == [4, 11, 0, 6]
    assert row["rate"] == pytest.approx(4000 / 11)
    assert row["reference_rate"] == 0
    assert row["log_ratio"] == pytest.approx(math.log2((4.5 / 11) / (0.5 / 6)))
    assert row["g2"] == pytest.approx(2 * 4 * math.log(17 / 11))
    assert np.isnan(row["percent_diff"])
    assert row[["texts", "paragraphs"]].tolist() == [2, 3]
    # three of four hits in ten of eleven words
    assert row["dp"] == pytest.approx(abs(3 / 4 - 10 / 11))
    mend = red.loc["mend"]
    assert mend["percent_diff"] == pytest.approx(100 * ((2 / 11) / (1 / 6) - 1))
    assert mend["diff_low"] <= mend["percent_diff"] <= mend["diff_high"]
    assert mend["pmi"] == pytest.approx(math.log2(2 / (3 * 11 / 17)))


def test_a_word_that_a_group_does_not_use_is_listed_where_it_would_be_missed():
    a = analysed(("Red", "Roads, roads, roads, roads."), ("Blue", "Hope, hope, rivers."), ("Gold", "Sky."))
    rows = a.keyness("party", least=1).set_index(["group", "word"])
    # four hits in eight words: Blue would have 1.5 in its three, Gold half a one in its one
    assert rows.loc[("Blue", "roads"), ["hits", "reference_hits"]].tolist() == [0, 4]
    assert rows.loc[("Blue", "roads"), "log_ratio"] < 0
    assert np.isnan(rows.loc[("Blue", "roads"), "dp"])
    assert ("Gold", "roads") not in rows.index
    assert ("Red", "hope") in rows.index  # one
    assert ("Red", "rivers") not in rows.index


def test_one_group_and_a_pair(three):
    whole = three.keyness("party", least=1)
    one = three.keyness("party", "Gold", least=1)
    assert one.equals(whole[whole["group"] == "Gold"].reset_index(drop=True))
    pair = three.keyness("party", "Gold", "Blue", least=1)
    assert set(pair["reference"]) == {"Blue"}
    assert pair.set_index("word").loc["fences", ["hits", "reference_hits", "reference_words"]].tolist() == [
        0,
        1,
        3,
    ]
    assert "roads" not in set(pair["word"])


def test_flags(three):
    flags = three.keyness("party", "Red", least=1).set_index("word")["flag"]
    assert flags["we"] == "function word"
    assert flags["greens"] == "name"
    assert flags["matter"] == "one paragraph only"
    assert flags["mend"] == ""  # in a paragraph of Red's and one of Blue's


def test_spread_is_over_paragraphs_where_there_is_one_text():
    a = analysed(("Red", "Roads crack.\n\nRoads mend. Hope wins."), ("Blue", "Roads."), ("Blue", "Hope."))
    rows = a.keyness("party", least=1).set_index(["group", "word"])
    assert rows.loc[("Red", "roads"), "over"] == "paragraphs"
    assert rows.loc[("Red", "roads"), "dp"] == pytest.approx(abs(1 / 2 - 2 / 6))
    assert rows.loc[("Blue", "roads"), "over"] == "texts"


def test_runs_of_words_are_held_against_runs():
    a = analysed(("Red", "Fair deals win. Fair deals, fair deals."), ("Blue", "Fair winds blow. Deals end."))
    rows = a.keyness("party", "Red", sizes=(2, 3), least=1).set_index("word")
    # Red: fair deals, deals win, fair deals, fair deals; Blue: fair winds, winds blow, deals end
    assert rows.loc["fair deals", ["size", "hits", "words", "reference_words"]].tolist() == [2, 3, 4, 3]
    assert rows.loc["fair deals win", ["size", "hits", "words", "reference_words"]].tolist() == [3, 1, 1, 1]
    assert "deals fair" not in rows.index  # a mark stands between


def test_function_words_and_least(three):
    rows = three.keyness("party", least=2, function_words=False)
    assert set(rows["word"]) == {"roads", "mend", "greens"}
    runs = three.keyness("party", sizes=(2,), least=1, function_words=False)
    assert "mend roads" in set(runs["word"])
    assert "roads and" not in set(runs["word"])


def test_the_highest_measure_comes_first_and_top_comes_last(three):
    for measure in ("z", "log_ratio", "low", "g2", "percent_diff"):
        rows = three.keyness("party", "Red", measure=measure, least=1)
        value = rows[measure].dropna().to_numpy()
        assert (np.diff(value) <= 1e-12).all(), measure
        assert rows[measure].isna().to_numpy().argmax() in (0, len(value))  # those undefined stand last
    top = three.keyness("party", least=1, top=2, p_values=True)
    assert top.groupby("group").size().tolist() == [2, 2, 2]
    whole = three.keyness("party", least=1, p_values=True)
    assert top["q"].tolist() == whole.groupby("group", sort=False).head(2)["q"].tolist()


def test_q_is_over_all_rows_of_all_groups(three):
    rows = three.keyness("party", least=1, p_values=True)
    columns = list(rows.columns)
    assert columns[columns.index("bic") + 1 :][:2] == ["p", "q"]
    p = g2_p(rows["hits"].to_numpy(), rows["reference_hits"].to_numpy(), 11, 6)
    red = (rows["group"] == "Red").to_numpy()
    assert rows["p"][red].to_numpy() == pytest.approx(p[red])
    assert rows["q"].to_numpy() == pytest.approx(benjamini_hochberg(rows["p"].to_numpy()))


def test_exact_p_is_that_of_the_table_of_each_row(three):
    from scipy.stats import fisher_exact

    rows = three.keyness("party", least=1, exact=True)
    for r in rows.head(12).itertuples():
        counts = [[r.hits, r.words - r.hits], [r.reference_hits, r.reference_words - r.reference_hits]]
        assert r.p == pytest.approx(fisher_exact(counts).pvalue)
    assert (rows["q"] >= rows["p"]).all()


def test_agrees_with_the_table_of_the_report():
    a = analysed(
        ("Red", "We mend roads and roads. We mend Greens."), ("Blue", "They mend fences, not roads.")
    )
    ours = a.keyness("party", "Red", "Blue", least=1).set_index("word").sort_index()
    theirs = distinctive(a.corpus, a.sides("party"), "Red", "Blue")
    theirs = theirs.set_index(theirs["word"].str.lower()).sort_index()
    assert ours.index.tolist() == theirs.index.tolist()
    for column_ in ("log_ratio", "z"):
        assert ours[column_].to_numpy() == pytest.approx(theirs[column_].to_numpy())
    assert ours["low"].to_numpy() == pytest.approx(theirs["low"].to_numpy(), abs=1e-3)  # 1.96 there
    assert ours["g2"].abs().to_numpy() == pytest.approx(theirs["g2"].to_numpy())
    assert (ours["flag"] == theirs["flag"]).all()


def test_a_pair_turned_round_turns_signs_round(three):
    one = three.keyness("party", "Red", "Blue", least=1).set_index("word").sort_index()
    other = three.keyness("party", "Blue", "Red", least=1).set_index("word").sort_index()
    for name in ("log_ratio", "log_odds", "z", "g2", "chi2"):
        assert one[name].to_numpy() == pytest.approx(-other[name].to_numpy(), abs=1e-9), name
    assert one["low"].to_numpy() == pytest.approx(-other["high"].to_numpy())
    assert one["odds_ratio"].to_numpy() == pytest.approx(1 / other["odds_ratio"].to_numpy())


def test_no_measure_is_without_end(three):
    rows = three.keyness("party", least=1)
    assert not np.isinf(rows.select_dtypes("number").to_numpy(float)).any()


def test_what_makes_no_sense_is_refused(three):
    with pytest.raises(NotFound, match="Gold"):
        three.keyness("party", "Green")
    with pytest.raises(SettingsError, match="log_ratio"):
        three.keyness("party", measure="size")
    with pytest.raises(SettingsError, match="1, 2 and 3"):
        three.keyness("party", sizes=(4,))
    with pytest.raises(SettingsError, match="first group"):
        three.keyness("party", b="Red")
    with pytest.raises(TooFewTexts, match="reference"):
        analysed(("Red", "Roads.")).keyness("party")
    with pytest.raises(TooFewTexts):
        three.keyness("party", "Red", "Red")


def test_a_side_without_words_is_undefined():
    rows = analysed(("Red", "Roads crack."), ("Blue", "...")).keyness("party", least=1)
    effects = rows.loc[:, "log_ratio":"bic"]
    assert len(rows) == 4
    assert effects.isna().all(axis=None)


def test_nothing_said_often_enough_is_an_empty_table(three):
    rows = three.keyness("party", least=99, p_values=True)
    assert len(rows) == 0
    assert {"word", "log_ratio", "p", "q"} <= set(rows.columns)


# -- a reference --------------------------------------------------------------------------------------------


def test_against_a_list_by_hand(three):
    given = Reference("mine", {1: {"roads": 10.0, "mend": 90.0}}, {1: 1000.0})
    rows = three.keyness("party", reference=given, least=2).set_index(["group", "word"])
    assert rows.loc[("Red", "roads"), ["hits", "reference_hits", "reference_words"]].tolist() == [4, 10, 1000]
    assert rows.loc[("Red", "roads"), "log_ratio"] == pytest.approx(math.log2((4.5 / 11) / (10.5 / 1000)))
    assert rows.loc[("Red", "we"), "reference_hits"] == 0  # the list is whole
    assert set(rows["reference"]) == {"mine"}
    assert rows.index.get_level_values("group").unique().tolist() == ["Red"]  # the others say nothing twice


def test_against_general_english():
    a = analysed(("Red", "The alliance and the alliance. A Zzyzxist of 2010, 2010. Zzyzxist!"))
    rows = a.keyness("party", reference="english", least=2).set_index("word")
    assert rows.loc["alliance", "log_ratio"] > 8
    assert abs(rows.loc["the", "log_ratio"]) < 3
    assert rows.loc["zzyzxist", "flag"] == "not in the list"
    assert np.isfinite(rows.loc["zzyzxist", "log_ratio"])
    assert rows.loc["2010", "flag"] == "not in the list"  # it knows no numbers
    assert np.isnan(rows.loc["2010", ["log_ratio", "low", "z", "g2", "pmi"]].astype(float)).all()
    with pytest.raises(SettingsError, match="runs of 2 words"):
        a.keyness("party", reference="english", sizes=(2,))


def test_against_texts(tmp_path, three):
    (tmp_path / "a.txt").write_text("Roads and fences. We see roads.", encoding="utf-8")
    rows = three.keyness("party", "Red", reference=tmp_path, least=1, sizes=(1, 2)).set_index("word")
    assert rows.loc["roads", ["hits", "reference_hits", "reference_words"]].tolist() == [4, 2, 6]
    assert rows.loc["roads and", ["hits", "reference_hits", "reference_words"]].tolist() == [1, 1, 4]
    assert "fences" not in rows.index  # the group does not say it


# -- draws of texts -----------------------------------------------------------------------------------------


def many(order=1):
    texts = [("Red", f"Roads matter to us. {'Hope. ' * (n % 3)} {'Storm. ' * (n % 4)}") for n in range(20)]
    texts += [("Blue", f"Rivers matter to us. {'Hope. ' * (n % 2)}") for n in range(19)]
    texts += [("Blue", "Storm. " * 60)]  # one text that says one word only
    texts = [(group, f"{text} End {n}.") for n, (group, text) in enumerate(texts)]
    documents = [Document(f"d{n:02}", t, meta={"party": g}) for n, (g, t) in enumerate(texts)]
    return analyse_documents(documents[::order], Settings(layers=()))


def widths(rows):
    """Return how wide each interval of a log ratio is beside that of independent words."""
    _, low, high = log_ratio(*(rows[c] for c in ("hits", "reference_hits", "words", "reference_words")))
    assert (rows["low"] <= low + 1e-9).all()
    assert (rows["high"] >= high - 1e-9).all()
    return (rows["high"] - rows["low"]) / (high - low)


def test_from_twenty_texts_on_texts_are_drawn():
    a = many()
    rows = a.keyness("party", "Red", "Blue").set_index("word")
    plain = a.keyness("party", "Red", "Blue", draws=0).set_index("word")
    assert set(rows["method"]) == {"draws of texts"}
    assert set(plain["method"]) == {"spread of texts"}
    for wider in (widths(rows), widths(plain)):
        assert (
            wider["storm"] > 1.5
        )  # sixty times in one text: the normal interval takes it for sixty tellings
        assert wider["roads"] < 1.2


def test_fewer_texts_are_held_against_their_spread_by_hand():
    a = analysed(
        ("Red", "Roads, roads, roads crack."),
        ("Red", "Hope is here."),
        ("Blue", "Roads win."),
        ("Blue", "Roads crack."),
    )
    row = a.keyness("party", "Red", "Blue", least=1).set_index("word").loc["roads"]
    assert row["method"] == "spread of texts"
    # Red: 3 of 4 words and 0 of 3; Blue: 1 of 2 twice, so that its words are taken as independent
    red = 2 * ((3 - 4 * 3 / 7) ** 2 + (0 - 3 * 3 / 7) ** 2) / 3.5**2
    blue = 1 / 2.5
    freedom = (red + blue) ** 2 / (red**2 + blue**2)
    half = t.ppf(0.975, freedom) * math.sqrt(red + blue) / math.log(2)
    assert row["high"] - row["log_ratio"] == pytest.approx(half)
    assert row["log_ratio"] - row["low"] == pytest.approx(half)


def test_one_text_is_held_against_the_spread_of_its_paragraphs():
    red, blue = "Roads crack.\n\nRoads, roads, roads.\n\nHope wins.", "Hope wins.\n\nHope ends."
    a = analysed(("Red", red), ("Blue", blue))
    rows = a.keyness("party", "Red", "Blue", least=1).set_index("word")
    assert set(rows["method"]) == {"spread of paragraphs"}
    assert widths(rows)["roads"] > 1.2
    assert set(a.keyness("party", "Red", reference="english", least=1)["method"]) == {"spread of paragraphs"}
    short = analysed(("Red", "Roads."), ("Blue", "Hope.")).keyness("party", least=1)
    assert set(short["method"]) == {"normal"}


def test_the_order_of_texts_changes_nothing():
    one = many().keyness("party", "Red", "Blue")
    assert one.equals(many().keyness("party", "Red", "Blue"))
    other = many(-1).keyness("party", "Red", "Blue")
    assert one.drop(columns="flag").equals(other.drop(columns="flag"))


# -- the reference values -----------------------------------------------------------------------------------


@pytest.mark.shared
def test_the_whole_way_agrees_with_the_reference_on_inaugurals():
    documents = [
        Document(name, " ".join(words), meta={"party": party(name)}) for name, words in addresses().items()
    ]
    a = analyse_documents(documents, Settings(layers=()))
    rows = a.keyness("party", "Republican", least=1, draws=0, p_values=True).set_index("word")
    theirs = table("keyness_by_definition.csv")
    words = [r["feature"] for r in theirs]
    assert sorted(rows.index) == sorted(words)
    rows = rows.loc[words]
    assert rows["hits"].tolist() == [int(r["n_rep"]) for r in theirs]
    assert rows["reference_hits"].tolist() == [int(r["n_dem"]) for r in theirs]
    assert rows["g2"].abs().to_numpy() == pytest.approx(column(theirs, "LL_rayson_2term"), abs=1e-6)
    assert rows["simple_maths"].to_numpy() == pytest.approx(
        column(theirs, "simple_maths_k1_per_million"), abs=1e-6
    )
    for name, measure, key in (
        ("keyness_repub_vs_dem_chi2_none.csv", "chi2", "chi2"),
        ("logodds_monroe_informative_pooled_scaled500.csv", "log_odds", "delta"),
        ("logodds_monroe_informative_pooled_scaled500.csv", "z", "z"),
    ):
        held = {r["feature"]: float(r[key]) for r in table(name)}
        assert rows[measure].to_numpy() == pytest.approx([held[w] for w in words], abs=1e-6)
