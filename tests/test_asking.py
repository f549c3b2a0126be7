"""Stance toward whom or what is asked about: names in any form, or words."""

from __future__ import annotations

import pytest

from rhetoric.analysis import Analysis
from rhetoric.asking import COLUMNS, called, folded, names_of
from rhetoric.errors import DictionaryError, NotFound
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

TEXT = (
    "The Liberal Democrats won the vote, and the Liberals were glad. David Miliband met Ed Miliband and Lord Mandelson. "
    "Attacking the Lib Dems is wrong. The Hill is a wonderful place, but the hill has no money. "
    "The Compass group was glad. He joined the Zebra group. Then the Tory MP Zac Goldsmith stepped down."
)


def analysed(*texts: str, layers: tuple[str, ...] = ("stance",), actors: str = "") -> Analysis:
    settings = Settings(layers=layers, tone="lexical", any_language=True, actors=actors)
    return analyse_documents([Document(f"d{n}", t) for n, t in enumerate(texts)], settings)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analysed(TEXT)


@pytest.mark.parametrize(
    ("target", "actors"),
    [
        ("Liberal Democrats", {"Liberal Democrats"}),
        ("the lib dems", {"Liberal Democrats"}),
        ("LIBDEMS", {"Liberal Democrats"}),  # of the list, though the text does not print it
        ("liberals", {"Liberal Democrats"}),
        ("David", {"David Miliband"}),
        ("Mr Miliband", {"David Miliband", "Ed Miliband"}),
        ("David Miliband", {"David Miliband"}),
        ("Mandelson", {"Lord Mandelson"}),
        ("peter mandelson", set()),
        ("Compass", {"Compass (pressure group)"}),
        ("zebra", {"Zebra"}),
        ("Labour", set()),
    ],
)
def test_names_in_any_form(analysis, target, actors):
    assert set(called(target, names_of(analysis.corpus))) == actors


def test_rows_are_what_they_say(analysis):
    rows = analysis.toward("lib dems")
    assert tuple(rows.columns) == COLUMNS
    assert rows["text"].tolist() == ["Liberal Democrats", "Liberals", "Lib Dems"]
    assert set(rows["target"]) == {"Liberal Democrats"}
    assert rows["sentence"].iloc[2] == "Attacking the Lib Dems is wrong."
    assert rows["rule"].tolist() == ["words", "words", "act judged"]
    assert all(TEXT[r.start : r.end] == r.text and r.text in r.sentence for r in rows.itertuples())
    assert rows["value"].between(-1, 1).all()


def test_acts_only_where_they_are_asked_for(analysis):
    rows = analysis.toward("lib dems", acts=True)
    assert set(rows["target"]) == {"Liberal Democrats", "acts against Liberal Democrats"}
    assert rows.set_index("target").loc["acts against Liberal Democrats", "label"] == "negative"


def test_where_nobody_fits_the_words_are_asked_about(analysis):
    rows = analysis.toward("the hill")
    assert rows["text"].tolist() == ["The Hill", "the hill"]
    assert set(rows["target"]) == {"the hill"}
    assert analysis.toward("won*")["text"].tolist() == ["won", "wonderful"]
    acts = analysed("Attacking the city is wrong.").toward("the city", acts=True)
    assert acts["target"].tolist() == ["acts against the city", "the city"]


def test_who_is_named_only_as_what_somebody_belongs_to_is_asked_about_as_words(analysis):
    assert analysis.toward("Tory")["text"].tolist() == ["Tory"]


def test_summary_of_a_target_is_part_of_the_whole(analysis):
    whole = analysis.stances()
    part = analysis.stances("liberals")
    kept = whole[whole["target"].isin(set(part["target"]))].reset_index(drop=True)
    assert part.equals(kept)
    assert len(analysis.stances("the hill")) == 1


def test_nobody_is_offered_with_the_nearest_names(analysis):
    with pytest.raises(NotFound, match=r"'Librals'.*did you mean 'Liberal Democrats'"):
        analysis.toward("Librals")
    with pytest.raises(NotFound, match="named most are Liberal Democrats"):
        analysis.toward("xyzzy")
    with pytest.raises(NotFound, match="the texts name nobody"):
        analysed("It rained all day.").toward("xyzzy")


def test_a_malformed_pattern_says_so(analysis):
    with pytest.raises(DictionaryError, match="UNLESS"):
        analysis.toward("city UNLESS")


def test_stance_is_read_where_its_layer_was_left_out():
    assert analysed(TEXT, layers=("discourse",)).toward("lib dems").equals(analysed(TEXT).toward("lib dems"))


def test_passages_printed_again_are_left_out():
    said = "“I think that Labour has lost its way in these hard years, and that it must find a new road,” said Ann Lee."
    pulled = "“I think that Labour has lost its way in these hard years, and that it must find a new road”"
    body = "It was a long and cold day in the north. " * 8
    text = f"{pulled}\n\n{body}\n\n{said}\n\n{body}"
    assert len(analysed(text).stance.query("target == 'Labour Party'")) == 2
    assert len(analysed(text).toward("Labour")) == 1


def test_one_s_own_names_are_understood(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("actor,alias\nThe Old Firm,the committee\n", encoding="utf-8")
    found = analysed("The committee met. The committee won.", actors=str(path))
    assert found.toward("old firm")["text"].tolist() == ["The committee", "The committee"]


def test_folding():
    assert folded("The  Women’s Party") == "women's party"
