"""The section over time: there where dates allow it, and its numbers those of the trend."""

import pytest

from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.report.sections.time import section
from rhetoric.settings import Settings

WHO = ("The council", "A teacher", "The mayor", "My neighbour", "The clerk", "A farmer", "The doctor")
DID = ("met", "left", "called", "walked", "waited", "wrote", "slept", "paid", "drove", "ate", "read")
WHERE = ("by the river", "on Monday", "near the station", "in the spring", "at the market", "after lunch", "in the hall",
         "beside the road", "with a dog", "under the bridge", "before noon", "over the hill", "at the gate")  # fmt: skip
CHOSEN = Settings(draws=50, layers=("theme",))


def text(n, hits):
    """Plain sentences, and so many that appeal to solidarity."""
    said = [f"{WHO[k % 7]} {DID[k % 11]} {WHERE[k % 13]}." for k in range(7 * n, 7 * n + 40)]
    return " ".join(["We need solidarity." for _ in range(hits)] + said)


def documents(years, each=2, party=("Red", "Blue")):
    """So many texts a year, with one hit more every year."""
    return [
        Document(
            f"{year}-{k}",
            text(11 * n + k, n + 1),
            author=f"Author {k}",
            date=str(year),
            meta={"party": party[k % 2]},
        )
        for n, year in enumerate(years)
        for k in range(each)
    ]


def material_of(years, **choices):
    by = choices.pop("by", "doc_id")
    return analyse_documents(documents(years, **choices), CHOSEN).material(by)


@pytest.fixture(scope="module")
def material():
    return material_of(range(2001, 2007))


def test_numbers_are_those_of_the_trend_by_hand(material):
    facts = section.facts(material)
    rows = [r for r in facts["chart"]["rows"] if r["label"] == "Solidarity and equality"]
    assert [r["period"] for r in rows] == [str(y) for y in range(2001, 2007)]
    assert [r["hits"] for r in rows] == [2, 4, 6, 8, 10, 12]  # two texts a year with one, two, ... six hits
    assert [r["texts"] for r in rows] == [2] * 6
    for n, r in enumerate(rows):
        words = 2 * (n + 1) * 3 + sum(len(text(11 * n + k, 0).split()) for k in (0, 1))
        assert r["value"] == pytest.approx(1000 * r["hits"] / words, abs=1e-3)
        assert r["low"] <= r["value"] <= r["high"]
    change = next(r for r in facts["changes"]["rows"] if r["label"] == "Solidarity and equality")
    assert change["effect"] > 1
    assert float(change["low"]) <= change["effect"] <= float(change["high"])


def test_themes_without_a_hit_are_not_drawn(material):
    drawn = {r["label"] for r in section.facts(material)["chart"]["rows"]}
    assert "Populism" not in drawn


def test_two_sides_have_a_line_each_in_the_order_of_their_colours():
    facts = section.facts(material_of(range(2001, 2007), by="party"))
    rows = [r for r in facts["chart"]["rows"] if r["label"] == "Solidarity and equality"]
    assert {(r["group"], r["index"]) for r in rows} == {("Red", 0), ("Blue", 1)}
    assert [r["hits"] for r in rows if r["group"] == "Red"] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("years", "each"),
    [((2001, 2002), 9), ((2001, 2002, 2003), 3)],
    ids=["two periods", "nine dated texts"],
)
def test_too_few_dates_are_no_section(years, each):
    held = material_of(years, each=each)
    assert held.trends is None
    assert section.facts(held) == {}


def test_a_section_with_nothing_to_say_is_not_on_the_page(material):
    with_dates = analyse_documents(documents(range(2001, 2007)), CHOSEN).report("doc_id")
    without = analyse_documents(documents((2001,)), CHOSEN).report("doc_id")
    assert '<section id="time"' in with_dates.html()
    assert "#time" not in without.html()
    assert "time" not in without.facts["order"]


def test_the_chart_is_drawn_with_its_table():
    html = analyse_documents(documents(range(2001, 2007)), CHOSEN).report("doc_id").html()
    figure = html[html.index('<figure id="figure-time">') :]
    figure = figure[: figure.index("</figure>")]
    assert 'role="img"' in figure
    assert '<table class="data" data-name="time">' in figure
