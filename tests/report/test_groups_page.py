"""Pages about three groups and more: findings that hold, charts that show every group, the same table as the analysis."""

import re
from xml.etree import ElementTree

import pytest

from rhetoric.model.document import Document
from rhetoric.model.groups import Groups
from rhetoric.pipeline import analyse_documents
from rhetoric.report.dots import texts as behind
from rhetoric.report.groupfindings import heading, plural
from rhetoric.settings import Settings

QUICK = {"draws": 50, "metaphor": "lexical", "tone": "lexical"}
WHO = ("The council", "A teacher", "The mayor", "My neighbour", "The clerk", "A farmer", "The doctor")
DID = ("met", "left", "called", "walked", "waited", "wrote", "slept", "paid", "drove", "ate", "read")
WHERE = ("by the river", "on Monday", "near the station", "in the spring", "at the market", "after lunch", "in the hall",
         "beside the road", "with a dog", "under the bridge", "before noon", "over the hill", "at the gate")  # fmt: skip


SAYS = {
    "Red": "We stand together in solidarity with working people. Inequality hurts the poor most. ",
    "Blue": "Strong borders and law and order keep our country safe. The threat of crime is real. ",
    "Green": "Our democracy needs electoral reform. Citizens deserve a real say over power. ",
    "White": "Every community and neighbourhood belongs to those who live there. ",
    "Pink": "Perhaps the figures may change. It could be that costs rise. ",
}


def plain(k):
    """A sentence like no other within a thousand."""
    return f"{WHO[k % 7]} {DID[k % 11]} {WHERE[k % 13]}."


def spoken(party, n, paragraphs=18):
    """Paragraphs of plain sentences; in every other one the party says what it stands for."""
    at = 7 * n + sum(map(ord, party))
    return "\n\n".join(
        (SAYS[party] if k % 2 else "") + " ".join(plain(at + 5 * k + m) for m in range(5))
        for k in range(paragraphs)
    )


def texts_of(parties, each=2):
    """Some texts a party, of about 550 words each."""
    return [
        Document(
            f"{party}{n}",
            spoken(party, n),
            title=f"{party} speech {n}",
            author=f"{party} Speaker {n}",
            kind="speech",
            meta={"party": party},
        )
        for party in parties
        for n in range(each)
    ]


@pytest.fixture(scope="module")
def three():
    return analyse_documents(texts_of(("Red", "Blue", "Green")), Settings(**QUICK, by="party"))


@pytest.fixture(scope="module")
def five():
    return analyse_documents(texts_of(SAYS), Settings(**QUICK, by="party"))


@pytest.fixture(scope="module")
def page(five):
    return five.report()


def summary_of(report):
    return report.facts["sections"]["summary"]


def rows_of(html):
    """Feature, side and voice of every row of the concordance."""
    table = html[html.index('id="kwic"') : html.index("</table>", html.index('id="kwic"'))]
    feature, out = "", []
    for row in re.findall(r"<tr([^>]*)><th scope=\"row\">", table):
        feature = m[1] if (m := re.search(r'data-feature="([^"]+)"', row)) else feature
        out.append((feature, "data-side" in row))
    return out


def test_the_title_names_how_many_and_which(page):
    title = page.facts["title"]
    assert title.startswith("Five parties compared: ")
    assert set(title.removeprefix("Five parties compared: ").split(", ")) == set(SAYS)


@pytest.mark.parametrize(
    ("field", "many"),
    [("party", "parties"), ("year", "years"), ("voice", "voices"), ("doc_id", "texts"), ("day", "days"), ("press_house", "press houses")],
)  # fmt: skip
def test_fields_in_the_plural(field, many):
    assert plural(field) == many


def test_a_title_of_many_groups_is_cut():
    names = tuple("ABCDEFGH")
    assert heading(Groups("year", names, None)) == "Eight years compared: A, B, C, D, E, F and 2 more"


def test_findings_are_about_one_group_and_keep_the_rules(page, five):
    s = summary_of(page)
    assert 3 <= len(s["findings"]) <= 5
    groups = [f["sentence"].split()[0] for f in s["findings"]]
    assert all(groups.count(g) <= 2 for g in groups)
    assert len({f["feature"] for f in s["findings"]}) == len(s["findings"])
    table = five.groups("party").table
    html = page.html()
    found = rows_of(html)
    for f, group in zip(s["findings"], groups, strict=True):
        row = table[(table["group"] == group) & table["feature"].str.startswith(f["feature"] + "@")].iloc[0]
        assert f["sentence"].endswith("more than the others do.")
        assert row["effect"] >= 1.5
        assert f["strength"] == row["strength"] in ("clear", "uncertain")
        assert (
            f["passages"] == row["hits"] + row["others_hits"] == sum(r == (f["feature"], True) for r in found)
        )
        assert f"{row['hits']} of {row['words']:,} words" in f["numbers"]
        assert re.search(r"range .+ to .+\.", f["interval"])
        assert f'href="#{f["link"]}"' in html
        assert f'id="{f["link"]}"' in html


def test_the_number_of_measures_is_that_of_the_table(page, five):
    s = summary_of(page)
    table = five.groups("party").table
    assert s["measures"] == len(s["table"]) == len(table)
    assert s["each"] * 5 == s["measures"]
    assert f"<b>{s['measures']}</b> measures compared" in page.html()
    assert [(r["group"], r["feature"]) for r in s["table"]] == list(
        zip(table["group"], table["feature"], strict=True)
    )
    html = page.html()
    body = html[html.index('data-name="measures"') :]
    assert body[: body.index("</table>")].count("<tr>") == len(table) + 1


@pytest.mark.parametrize("name", ["themes", "devices", "discourse"])
def test_every_group_stands_in_every_chart_of_rates(page, three, name):
    for report, kind in ((page, "multiples"), (three.report(), None)):
        chart = report.facts["sections"][name]["chart"]
        assert {r["voice"] for r in chart["rows"]} == set(chart["options"]["names"])
        if kind:
            assert chart["kind"] == kind
        labels = {r["label"] for r in chart["rows"]}
        assert len(chart["rows"]) == len(labels) * len(chart["options"]["names"])


def test_names_stand_beside_their_rows_where_there_are_too_many_for_colours(page, three):
    drawn = re.search(r'<figure id="figure-themes">.*?</figure>', page.html(), re.S)[0]
    svg = ElementTree.fromstring(drawn[drawn.index("<svg") : drawn.index("</svg>") + 6])
    written = ["".join(e.itertext()) for e in svg.iter() if e.tag.endswith("text")]
    assert all(written.count(g) >= 1 for g in SAYS)
    index = {r["voice"]: r["index"] for r in page.facts["sections"]["themes"]["chart"]["rows"]}
    assert set(index.values()) == {9}
    rows = three.report().facts["sections"]["themes"]["chart"]["rows"]
    assert sorted({r["index"] for r in rows}) == [0, 1, 2]


def test_distinctive_words_are_each_groups_own(page):
    chart = page.facts["sections"]["words"]["chart"]
    first = {}
    for r in chart["rows"]:
        first.setdefault(r["group"], []).append(r["word"])
        assert r["log_ratio"] > 0
        assert r["low"] <= r["log_ratio"] <= r["high"]
    assert "solidarity" in first["Red"]
    assert "borders" in first["Blue"]
    assert "electoral" in first["Green"]


def test_stance_tone_and_words_have_every_group_by_name(page):
    sections = page.facts["sections"]
    assert [v["voice"] for v in sections["stance"]["voices"]] == list(summary_of(page)["groups"])
    assert {t["voice"] for t in sections["arc"]["tone"]} == set(SAYS)
    assert {r["text"] for r in sections["voices"]["chart"]["rows"]} >= set() and sections["voices"]["chart"][
        "rows"
    ]


def test_svg_elements_stay_under_the_limit(page):
    assert sum(len(re.findall(r"<[a-z]", s)) for s in re.findall(r"<svg.*?</svg>", page.html(), re.S)) <= 2000


def test_no_words_where_none_may_be_shown(five):
    hidden = analyse_documents(texts_of(SAYS), Settings(**QUICK, by="party", text="none")).report().html()
    assert "solidarity with working" not in hidden
    assert "keep our country" not in hidden


def test_the_same_input_gives_the_same_page(five):
    again = analyse_documents(texts_of(SAYS), Settings(**QUICK, by="party")).report()
    assert again.html() == five.report().html()


def test_two_sides_may_be_chosen_of_many(five):
    report = five.report(a="Red", b="Green")
    assert report.facts["title"] == "Red compared with Green"
    assert summary_of(report)["groups"] == []
    assert {r["a"] for r in summary_of(report)["table"]} == {"Red"}


def test_two_parties_are_two_sides_as_ever():
    a = analyse_documents(texts_of(("Red", "Blue")), Settings(**QUICK, by="party"))
    m = a.material()
    assert m.groups is None
    assert (m.by, m.sides) == ("party", (m.comparison.a, m.comparison.b))


def test_voices_are_groups_from_three_texts_on():
    documents = texts_of(("Red", "Blue", "Green"), each=1)
    three = analyse_documents(documents, Settings(**QUICK)).material()
    assert three.groups is not None
    assert three.comparison is None
    assert three.by == "voice"
    assert set(three.sides) == {f"{p} Speaker 0" for p in ("Red", "Blue", "Green")}
    assert analyse_documents(documents[:2], Settings(**QUICK)).material().groups is None


def test_markdown_and_card_speak_of_groups(page):
    text = page.markdown()
    assert text.startswith("# Five parties compared")
    assert "| measure | group | value | others |" in text
    assert "more than the others do" in page._repr_mimebundle_()["text/html"]


def test_texts_are_dots_from_twenty_a_group_on():
    many = [
        Document(f"{p}{n}", spoken(p, n, 6), author=f"{p} {n}", meta={"party": p})
        for p in ("Red", "Blue", "Green")
        for n in range(20)
    ]
    material = analyse_documents(many, Settings(**QUICK, by="party", layers=("theme",))).material()
    label = {str(f): f.label for f in material.evidence.features}
    feature = next(f for f in label if f.startswith("theme.solidarity"))
    found = behind(material, {label[feature]: feature})
    assert {g: len(v) for g, v in found[label[feature]].items()} == dict.fromkeys(
        ("Red", "Blue", "Green"), 20
    )
    assert min(found[label[feature]]["Red"]) > 0 == max(found[label[feature]]["Blue"])
    fewer = analyse_documents(many[1:], Settings(**QUICK, by="party", layers=("theme",))).material()
    assert behind(fewer, {label[feature]: feature}) == {}
