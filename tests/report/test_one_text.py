"""A page about one text: what it does most, counted and linked, and no word of a comparison."""

import re
from pathlib import Path

import pytest

from rhetoric.model.document import Document
from rhetoric.pipeline import analyse, analyse_documents
from rhetoric.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
QUICK = {"draws": 50, "metaphor": "lexical", "tone": "lexical"}
PLAIN = "The train left at nine. The road runs north. A man sold apples at the gate. "


@pytest.fixture(scope="module")
def lawson():
    return analyse(ROOT / "corpus" / "lawson-progressive-alliance.md", Settings(**QUICK))


@pytest.fixture(scope="module")
def report(lawson):
    return lawson.report()


def test_the_limit_says_that_nothing_is_compared(report):
    s = report.facts["sections"]["summary"]
    assert report.facts["title"] == "Inside the progressive alliance that beat Zac Goldsmith in Richmond"
    assert "nothing to compare it with" in s["limits"][0]
    assert s["by"] is None
    assert s["table"] == []
    html = report.html()
    assert "measures were looked for; nothing is compared" in html
    assert "measures compared" not in html


def test_findings_say_most_and_never_more(report, lawson):
    s = report.facts["sections"]["summary"]
    assert 3 <= len(s["findings"]) <= 5
    html = report.html()
    for f in s["findings"]:
        assert not re.search(
            r"\b(more|less) than\b|clear|significant", f["sentence"] + f["numbers"] + f["interval"]
        )
        assert f["strength"] == ""
        assert f'href="#{f["link"]}"' in html
        assert re.search(rf'id="{f["link"]}"', html)
        assert re.search(r"range .+ to ", f["interval"], re.I)


def test_numbers_are_those_of_the_scores_and_lead_to_their_passages(report, lawson):
    table = lawson.scores[lawson.scores["voice"] == "all"]
    listed = report.facts["sections"]["concordance"]["rows"]
    for f in report.facts["sections"]["summary"]["findings"]:
        if f["feature"]:
            row = table[table["feature"].str.startswith(f["feature"] + "@")].iloc[0]
            family = f["feature"].split(".")[0] + "."
            assert f["passages"] == row["hits"] == sum(r["feature"] == f["feature"] for r in listed)
            assert f"({row['hits']} in {int(row['exposure'])} words" in f["numbers"]
            mine = table[table["feature"].str.startswith(family)]
            named = mine[~mine["feature"].str.startswith("metaphor.other@")]
            if family in ("theme.", "metaphor.", "device."):
                assert row["hits"] == named["hits"].max()


def test_what_leads_is_drawn_first(report):
    rows = report.facts["sections"]["themes"]["chart"]["rows"]
    values = [r["value"] for r in rows]
    assert values == sorted(values, reverse=True)


def document(text, **more):
    return Document("one", text, author="Ann Lee", **more)


def findings_of(text):
    a = analyse_documents([document(text)], Settings(**QUICK))
    return a.report().facts["sections"]["summary"]["findings"]


PLACES = (
    "hall",
    "town",
    "school",
    "garden",
    "office",
    "street",
    "church",
    "valley",
    "market",
    "harbour",
    "park",
)
FOLK = (
    "Ann",
    "the clerk",
    "a farmer",
    "my aunt",
    "the mayor",
    "a nurse",
    "Tom",
    "the driver",
    "our guide",
    "a boy",
)
KINDS_OF = {
    "warm": ("wonderful", "happy", "lovely", "splendid", "delightful", "joyful", "brilliant"),
    "cold": ("terrible", "cruel", "hateful", "awful", "horrible", "dreadful", "vicious"),
}


VERBS = (
    "found",
    "wrote",
    "sang",
    "heard",
    "made",
    "told",
    "gave",
    "shared",
    "felt",
    "kept",
    "saw",
    "had",
    "chose",
)


def told(how, sentences=60, start=0):
    """Sentences of one tone, no run of them like another."""
    kinds = KINDS_OF[how]
    return " ".join(
        f"{FOLK[k % 10].capitalize()} {VERBS[k % 13]} {kinds[k % 7]} {PLACES[k % 11]} {('days', 'songs', 'plans')[k % 3]}."
        for k in range(start, start + sentences)
    )


def test_a_text_that_gets_colder_is_said_to():
    found = findings_of(f"{told('warm')} {PLAIN} {told('cold', start=500)}")
    tone = next(f for f in found if f["link"] == "arc")
    assert tone["sentence"] == "It ends colder than it begins."
    assert re.search(r"Difference -\d", tone["interval"])
    level = next(f for f in findings_of(told("warm", 90)) if f["link"] == "arc")
    assert level["sentence"] == "Its tone does not plainly turn between its first third and its last."


def test_a_short_text_has_no_finding():
    assert findings_of("We must stand together in solidarity. " * 20) == []


def test_nothing_found_five_times_is_no_finding():
    assert [
        f["link"] for f in findings_of(PLAIN * 20) if f["feature"].startswith(("theme", "metaphor"))
    ] == []


def test_a_few_quoted_words_are_no_side():
    text = (
        'We must stand together, says Bob Hay: "I agree with that." '
        + "The economy is in crisis and people suffer. " * 60
    )
    a = analyse_documents([document(text)], Settings(**QUICK))
    assert a.material().sides == ()
