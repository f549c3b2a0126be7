"""Checks 11, 12 and 27: every chart has words and a table, its table is its data, and both can be taken away."""

import base64
import csv
import io
import json
import re
from xml.etree import ElementTree

import material
import pytest
from acts import cells, every, one, open_all, passages, press, until

pytestmark = pytest.mark.browser
THREE = ["seed", "many", "hostile"]
CATCH = """window.caught = []; window.names = []; const make = URL.createObjectURL;
  URL.createObjectURL = b => { window.caught.push(b); return make(b); };
  HTMLAnchorElement.prototype.click = function () { window.names.push(this.download); };"""
READ = """const done = arguments[arguments.length - 1], b = window.caught[window.caught.length - 1];
  if (!b) done(null); else { const f = new FileReader(); f.onload = () => done(f.result.split(",")[1]); f.readAsDataURL(b); }"""
DRAWN = """return [...document.querySelectorAll("svg.chart")].map(s => ({
  id: s.closest("figure").id, role: s.getAttribute("role"),
  label: (s.getAttribute("aria-labelledby") || "").split(" ").map(i => (document.getElementById(i) || {}).textContent || ""),
  title: (s.querySelector(":scope > title") || {}).textContent, desc: (s.querySelector(":scope > desc") || {}).textContent,
  table: !!(s.compareDocumentPosition(s.closest("figure").querySelector("table") || s) & 4),
  caption: (s.closest("figure").querySelector("caption") || {}).textContent,
  heads: [...s.closest("figure").querySelectorAll("thead th")].map(h => [h.textContent, h.scope]),
  rows: [...s.closest("figure").querySelectorAll("tbody tr")].map(r => r.cells[0].scope)}))"""


def charts(facts):
    """Return every chart of the results by its name."""
    found = {}
    if isinstance(facts, dict):
        if {"id", "columns", "rows", "kind"} <= facts.keys():
            found[facts["id"]] = facts
        for value in facts.values():
            found |= charts(value)
    return found


def printed(value):
    return "–" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def download(browser, css):
    """Press a button and return the bytes that it would save."""
    browser.execute_script("window.caught.length = 0")
    press(browser, css)
    assert until(lambda: browser.execute_script("return window.caught.length > 0")), css
    return base64.b64decode(browser.execute_async_script(READ))


def table_of(data):
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", THREE)
def test_11_every_chart_has_words_and_a_table(at, made, name):
    browser = at(name)
    drawn = browser.execute_script(DRAWN)
    known = charts(json.loads(made(name).report.json()))
    assert {d["id"] for d in drawn} <= {f"figure-{k}" for k, c in known.items() if c["rows"]}
    assert len(drawn) >= (3 if name == "hostile" else 7)
    for chart in drawn:
        assert chart["role"] == "img"
        assert chart["title"].strip()
        assert chart["desc"].strip()
        assert chart["label"] == [chart["title"], chart["desc"]]
        assert chart["table"]
        assert chart["caption"].strip()
        assert {scope for _, scope in chart["heads"]} == {"col"}
        assert set(chart["rows"]) == {"row"}
        keys = {c["key"] for c in known[chart["id"].removeprefix("figure-")]["columns"]}
        if keys & {
            "hits",
            "mentions",
        }:  # what is estimated; the others are plain counts and single paragraphs
            assert {"Low", "High"} <= {h for h, _ in chart["heads"]}


@pytest.mark.parametrize("name", THREE)
def test_12_table_csv_and_results_are_one(at, made, name):
    browser = at(name)
    browser.execute_script(CATCH)
    known = charts(json.loads(made(name).report.json()))
    drawn = [f.get_attribute("id").removeprefix("figure-") for f in every(browser, "figure:has(svg)")]
    known = {k: known[k] for k in drawn}
    assert len(known) >= 3
    for key, chart in known.items():
        shown = cells(browser, f"#figure-{key} table")
        assert shown[0] == [c["label"] for c in chart["columns"]]
        hidden = {c: f"‹U+{c:04X}›" for c in (0x202A, 0x202B, 0x202C, 0x202D, 0x202E)}
        expected = [
            [printed(r[c["key"]]).translate(hidden).strip() for c in chart["columns"]] for r in chart["rows"]
        ]
        assert shown[1:] == expected, key
        saved = table_of(download(browser, f"#figure-{key} [data-do=csv]"))
        assert [[c.removeprefix("'") for c in row] for row in saved] == [
            [c.removeprefix("'") for c in row] for row in shown
        ]


def test_27_formulas_are_neutralised(at):
    browser = at("hostile")
    browser.execute_script(CATCH)
    saved = table_of(download(browser, "#figure-voices [data-do=csv]"))
    assert "'" + material.FORMULA in [c for row in saved for c in row]
    everything = saved + table_of(download(browser, "#f-csv"))
    assert not [
        c
        for row in everything
        for c in row
        if re.match(r"[=+@\t\r-]", c) and not re.fullmatch(r"[-+]?[\d.]+", c)
    ]


def test_27_the_concordance_saves_its_filter(at):
    browser = at()
    press(browser, ".findings a[data-feature]")
    browser.execute_script(CATCH)
    feature = one(browser, "#f-feature").get_attribute("value")
    saved = table_of(download(browser, "#f-csv"))
    assert len(saved) - 1 == len(passages(browser))
    assert saved[0][-1] == "Filter"
    assert {row[-1] for row in saved[1:]} == {f"filter {feature} |"}


@pytest.mark.parametrize("name", ["seed", "hostile"])
def test_27_a_picture_stands_alone(at, chromium, name, tmp_path):
    browser = at(name)
    browser.execute_script(CATCH)
    keys = [f.get_attribute("id") for f in every(browser, "figure:has(svg)")]
    saved = {key: download(browser, f"#{key} [data-do=svg]") for key in keys}
    png = download(browser, "#figure-voices [data-do=png]")
    assert png.startswith(b"\x89PNG")
    assert len(png) > 5000
    wide, high = (int.from_bytes(png[n : n + 4], "big") for n in (16, 20))
    assert wide >= 2 * 600
    assert high > 100
    for data in saved.values():
        root = ElementTree.fromstring(data)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert float(root.get("width")) > 300
        references = set(re.findall(rb'(?:url\(|href=")#([^)"]+)', data))
        assert references <= set(re.findall(rb'\bid="([^"]+)"', data))
        assert b"var(" not in data
        assert b'class="chart"' not in data or b"currentColor" not in data or b"color:#1a1a1a" in data
    alone = tmp_path / "alone.svg"
    alone.write_bytes(saved["figure-voices"])
    chromium.get(alone.as_uri())
    size = "const b = document.documentElement.getBBox(); return [document.documentElement.localName, b.width, b.height]"
    kind, width, height = chromium.execute_script(size)
    assert kind == "svg"
    assert min(width, height) > 50


def test_27_where_downloads_are_blocked_a_box_holds_the_data(at):
    browser = at("seed-scripts")
    browser.switch_to.frame(0)
    try:
        open_all(browser)
        for kind, start in (("csv", '\ufeff"Measure"'), ("svg", "<svg")):
            press(browser, f"#figure-themes [data-do={kind}]")
            box = one(browser, "#figure-themes textarea")
            value = browser.execute_script("return arguments[0].value", box)
            assert value.startswith(start)
            chosen = "return [arguments[0].selectionStart, arguments[0].selectionEnd]"
            assert browser.execute_script(chosen, box) == [0, len(value)]
            assert browser.switch_to.active_element == box
        press(browser, "#f-csv")
        assert one(browser, "#concordance textarea").get_attribute("value").startswith('\ufeff"Measure"')
    finally:
        browser.switch_to.default_content()
