"""Checks 5 to 10: the first screen, and findings that say no more than they may."""

import re

import pytest
from acts import cells, every, one, passages, press, seen, until

pytestmark = pytest.mark.browser
THREE = ["seed", "many", "hostile"]
COMPARED = ["seed", "many"]
STRENGTHS = {"clear", "uncertain", "too few to say"}
FEW, SHORT = 5, 300
EVERY = "#every-box table"


def ends(a, b):
    return [float(x.replace("over ", "").replace("under ", "").replace("–", "nan")) for x in (a, b)]


@pytest.mark.parametrize("name", THREE)
def test_05_first_screen(at, name):
    browser = at(name)
    for css in ("h1", ".limits p:first-child"):
        assert seen(browser, one(browser, css)), css
    if name != "many":
        for card in every(browser, ".card"):
            assert seen(browser, card)
    if name == "seed":
        assert len(every(browser, ".card")) == 2
        assert sum(seen(browser, f) for f in every(browser, ".findings > li")) >= 2
    browser = at(name, width=390, height=844)
    for css in ("h1", ".limits p:first-child"):
        assert seen(browser, one(browser, css)), css
    if name == "seed":
        assert seen(browser, one(browser, ".findings > li"))


@pytest.mark.parametrize("name", COMPARED)
def test_06_findings_lead_to_their_passages(at, name):
    browser = at(name)
    links = every(browser, ".findings a[data-feature]")
    assert len(links) == len(every(browser, ".findings > li")) >= 1
    for link in links:
        said = link.find_element("xpath", "./ancestor::li").text
        assert re.search(r"\d(\.\d+)? (against \d+(\.\d+)? )?per 1,000 words", said)
        counted = re.search(r"\((\d+) of [\d,]+( words)?(?:; (\d+) of [\d,]+)?\)", said)
        assert re.search(r"Ratio [\d.]+|Ratio over", said)
        assert re.search(r"range [\w. ]+ to [\w. ]+\.", said)
        stated = int(link.text.split()[2])
        assert stated == int(counted[1]) + int(counted[3] or 0)
        browser.execute_script("arguments[0].click()", link)
        rows = passages(browser)
        assert one(browser, "#f-count").text.startswith(f"{stated} of ")
        assert len(rows) == min(stated, 200) >= 1
        assert {r.get_attribute("data-feature") for r in rows} == {link.get_attribute("data-feature")}
        assert browser.switch_to.active_element == rows[0]
        assert until(lambda first=rows[0]: seen(browser, first))
    press(browser, "#f-clear")
    assert len(passages(browser)) > stated or stated >= 200


@pytest.mark.parametrize("name", COMPARED)
def test_07_strength_is_one_of_three_words(at, name):
    browser = at(name)
    body = browser.execute_script("return document.querySelector('main').textContent.toLowerCase()")
    assert "significant" not in re.sub(r"[“‘\"'][^”’\"']*significant", "", summary(browser))
    assert not re.search(r"\bp ?[=<] ?[0.]", body)
    for item in every(browser, ".findings .strength"):
        assert item.text.lower().rstrip(".").split(":")[0] in STRENGTHS - {"too few to say"}
    assert {row[-1] for row in cells(browser, EVERY)[1:]} <= STRENGTHS


def summary(browser):
    return one(browser, "#summary").text.lower()


@pytest.mark.parametrize("name", ["seed", "many", "short"])
def test_08_few_hits_have_no_direction(at, made, name):
    browser = at(name)
    head, *rows = cells(browser, EVERY)
    spoken = " ".join(f.text for f in every(browser, ".findings b")).lower()
    assert rows
    by = head.index("Hits")
    for row in rows:
        hits = [int(x) for x in row[by].split(":")]
        if sum(hits) < FEW:
            assert row[-1] == "too few to say"
            if name != "many":  # there each measure stands once a group
                assert row[0].lower() not in spoken
        for side, (low, high) in enumerate((row[by - 5 : by - 3], row[by - 2 : by])):
            if hits[side] == 0 and "nan" not in str(ends(low, high)):
                assert ends(low, high)[1] > 0, row
    facts = made(name).report.facts["sections"]
    for section in ("themes", "devices", "discourse"):
        for row in (facts[section]["chart"] or {"rows": []})["rows"]:
            assert row["hits"] or row["high"] is None or row["high"] > 0


def test_09_a_short_voice_has_counts_only(at, made):
    facts = made("short").report.facts["sections"]
    assert any(0 < v["words"] < SHORT for v in facts["voices"]["speakers"])
    browser = at("short")
    assert "counts and examples only" in one(browser, ".limits").text
    warned = [
        r[0] for r in cells(browser, "table[data-name=speakers]")[1:] if "under 300: counts only" in r[5]
    ]
    assert "Brief Writer" in warned
    assert not [f.text for f in every(browser, ".findings b") if any(w in f.text for w in warned)]
    assert {r[-1] for r in cells(browser, EVERY)[1:]} == {"too few to say"}


@pytest.mark.parametrize("name", THREE)
def test_09_every_short_voice_is_marked(at, made, name):
    browser = at(name)
    head, *rows = cells(browser, "table[data-name=speakers]")
    role, count = head.index("Role"), head.index("Words")
    for row in rows:
        words = int(re.match(r"[\d,]+", row[count])[0].replace(",", ""))
        if row[role] != "unknown" and words:
            assert ("under 300" in row[count]) == (words < SHORT), row
    assert one(browser, ".limits p").is_displayed()


@pytest.mark.parametrize("name", COMPARED)
def test_10_the_number_of_measures_is_that_of_the_table(at, made, name):
    browser = at(name)
    stated = re.search(r"(\d+) measures compared", one(browser, "#summary").text)
    assert int(stated[1]) == len(cells(browser, EVERY)) - 1
    assert int(stated[1]) == len(made(name).report.facts["sections"]["summary"]["table"])
    press(browser, "a[href='#every']")
    assert until(lambda: one(browser, EVERY).is_displayed())
