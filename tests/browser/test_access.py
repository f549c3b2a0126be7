"""Checks 13 to 15 and 19 to 21: for everybody, by keyboard alone, in any light, at any width."""

import re
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from acts import every, focus, one, open_all, passages, press, seen, until

pytest.importorskip("selenium", reason="needs selenium: make test-browser")
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

pytestmark = pytest.mark.browser
THREE = ["seed", "many", "hostile"]
HERE = Path(__file__).parent
CONTRAST = (HERE / "contrast.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
STATES = [("seed", s) for s in ("m", "d", "s", "open", "open dark")] + [
    ("hostile", "open"),
    ("hostile", "open dark"),
]
WHOLE = "document"
TEXTS = "{include: [['#texts']]}"
THIN = """document.querySelectorAll("article.text").forEach((a, n) => { if (n > 1) a.remove(); });
  document.querySelectorAll("table").forEach(t => [...t.rows].slice(40).forEach(r => r.remove()));
  document.querySelectorAll("dd").forEach(e => [...e.children].slice(20).forEach(x => x.remove()))"""
AXE = """const done = arguments[arguments.length - 1];
  axe.run(%s, {runOnly: arguments[0], resultTypes: ["violations"]}).then(r => done(r.violations.map(v =>
    v.id + ": " + v.nodes.length + " " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 90) + " " +
    n.any.concat(n.all).map(x => x.message).join("; ")).join(" | "))))"""
SMALL = """return [...document.querySelectorAll("button, select, input, summary, nav a")].filter(e => {
  const r = e.getBoundingClientRect(); return r.width && (r.height < 23.5 || r.width < 17);
}).map(e => e.outerHTML.slice(0, 80))"""
FOCUSED = """const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  return {tag: e.localName, html: e.outerHTML.slice(0, 90), skip: e.classList.contains("skip"), outline: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 1,
    top: r.top + scrollY, left: r.left, on: r.bottom > 0 && r.top < innerHeight, fixed: !!e.closest("nav, .layers"), nav: !!e.closest("nav")}"""


def axe(browser, rules, where=WHOLE):
    """Return the violations that axe-core finds in a part of the page, one line a rule."""
    spec = find_spec("axe_playwright_python")
    if spec is None:
        pytest.skip("axe-core is missing: make test-browser installs it")
    source = Path(spec.submodule_search_locations[0]) / "axe.min.js"
    # By the debugger's door: the page's policy lets no script in.
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": source.read_text(encoding="utf-8")})
    browser.set_script_timeout(120)
    return browser.execute_async_script(AXE % where, rules)


def in_state(at, name, state):
    browser = at(name, scheme="dark" if "dark" in state else "light")
    if state in ("m", "d", "s"):
        press(browser, f"[data-layer={state}]")
    if "open" in state:
        open_all(browser)
        for k in ("m", "d"):
            press(browser, f"[data-layer={k}]")
    return browser


@pytest.mark.parametrize(("name", "state"), STATES)
def test_13_axe_finds_nothing(at, name, state):
    browser = in_state(at, name, state)
    assert axe(browser, RULES, TEXTS if len(state) == 1 else WHOLE) == []


@pytest.mark.parametrize("state", ["light", "open dark"])
def test_13_axe_finds_nothing_in_many(at, state):
    """Of what stands there hundreds of times some is enough: axe-core takes minutes over all."""
    browser = in_state(at, "many", state)
    browser.execute_script(THIN)
    assert axe(browser, RULES) == []


def test_13_good_practice_is_reported(at, record_property):
    found = axe(at(), ["best-practice"])
    record_property("best-practice", found)
    print(*found, sep="\n")


def test_14_tab_order(at):
    browser = at()
    stops, last = [], None
    for _ in range(80):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        here = browser.switch_to.active_element
        if here.tag_name == "body" or here == last:
            break
        last = here
        stops.append(browser.execute_script(FOCUSED))
    assert stops[0]["skip"]
    assert len(stops) < 60
    for stop in stops:
        assert stop["outline"], stop
        assert stop["on"], stop
    placed = [s for s in stops[1:] if not s["fixed"]]
    back = [b for a, b in pairwise(placed) if b["top"] < a["top"] - 4 and b["left"] <= a["left"]]
    assert back == []
    reached = " ".join(s["html"] for s in stops)
    for control in (
        'data-layer="v"',
        'id="f-feature"',
        'id="f-words"',
        'id="f-csv"',
        'id="keys"',
    ):
        assert control in reached, control
    assert sum(s["tag"] == "summary" for s in stops) == len(
        [s for s in every(browser, "summary") if s.is_displayed()]
    )


def test_14_the_skip_link_skips(at):
    browser = at()
    ActionChains(browser).send_keys(Keys.TAB, Keys.ENTER).perform()
    assert browser.switch_to.active_element.get_attribute("id") == "main"


def test_15_layers_by_keyboard(at):
    browser = at()
    focus(browser, "[data-layer=v]").send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.SPACE)
    assert browser.switch_to.active_element == one(browser, "[data-layer=m]")
    assert one(browser, "[data-layer=m]").get_attribute("aria-pressed") == "true"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert one(browser, "[data-layer=m]").get_attribute("aria-pressed") == "false"


def test_15_passages_by_keyboard(at):
    browser = at()
    one(browser, "[data-step='1']").send_keys(Keys.ENTER)
    first = browser.switch_to.active_element
    assert "sent" in first.get_attribute("class").split()
    assert until(lambda: seen(browser, first))
    said = one(browser, "#live").text
    first.send_keys("n")
    assert one(browser, "#live").text.startswith("Theme 2 of ")
    browser.switch_to.active_element.send_keys("p")
    assert one(browser, "#live").text == said
    focus(browser, "#keys").send_keys(Keys.SPACE)
    browser.execute_script("arguments[0].focus()", first)
    first.send_keys("n")
    assert one(browser, "#live").text == said


def test_15_notes_by_mouse_and_keyboard(at):
    browser = at()
    mark = one(browser, "mark.t:not(.again)")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", mark)
    ActionChains(browser).move_to_element(mark).click().perform()
    assert "Theme:" in one(browser, "#note").text
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not one(browser, "#note").is_displayed()
    sentence = browser.execute_script("return arguments[0].closest('.sent')", mark)
    assert browser.switch_to.active_element == sentence
    sentence.send_keys(Keys.ENTER)
    assert one(browser, "#note").is_displayed()
    assert browser.switch_to.active_element.text == "Close"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert not one(browser, "#note").is_displayed()
    assert browser.switch_to.active_element == sentence


def test_15_the_concordance_by_keyboard(at):
    browser = at()
    rows = "return [...document.querySelectorAll('#kwic tbody tr')].map(r => r.cells[4].textContent.toLowerCase())"
    before = browser.execute_script(rows)
    focus(browser, "#f-sort").send_keys("r")
    assert until(lambda: browser.execute_script(rows) == sorted(before))
    focus(browser, "#f-sort").send_keys(Keys.HOME)
    assert until(lambda: browser.execute_script(rows) == before)
    focus(browser, "#f-words").send_keys("labour")
    narrow = passages(browser)
    assert 0 < len(narrow) < len(before)
    assert all("labour" in r.text.lower() for r in narrow)
    focus(browser, "#f-clear").send_keys(Keys.ENTER)
    assert one(browser, "#f-count").text.startswith(f"{len(before)} of {len(before)}")
    assert browser.switch_to.active_element == one(browser, "#f-feature")
    first, second = every(browser, "#kwic tbody a")[:2]
    browser.execute_script("arguments[0].focus()", first)
    first.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element == second
    second.send_keys(Keys.ENTER)
    here = browser.switch_to.active_element
    assert "sent" in here.get_attribute("class")
    assert until(lambda: seen(browser, here))


def test_15_export_by_keyboard(at):
    browser = at()
    browser.execute_script(
        "window.saved = []; HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download); }"
    )
    focus(browser, "#figure-themes summary").send_keys(Keys.ENTER)
    focus(browser, "#figure-themes [data-do=csv]").send_keys(Keys.ENTER)
    focus(browser, "#f-csv").send_keys(Keys.SPACE)
    assert browser.execute_script("return window.saved") == ["themes.csv", "concordance.csv"]


QUIET = "rgb(107, 107, 107)"
FORMS = """const form = {};
  const css = (e, p) => getComputedStyle(e, p);
  for (const e of [...document.querySelectorAll("mark")].slice(0, 500)) {
    if (e.classList.contains("t")) form.t = css(e).textDecorationLine + " " + css(e).textDecorationStyle;
    if (e.classList.contains("m")) form.m = css(e).borderBottomStyle + " " + css(e).borderBottomWidth;
    if (e.classList.contains("ds")) form.ds = css(e, "::before").content;
    if (e.classList.contains("de")) form.de = css(e, "::after").content;
  }
  for (const k of ["pos", "neg"]) { const e = document.querySelector(".sent." + k); if (e) form[k] = css(e, "::before").content; }
  form.bars = {}; form.names = [];
  for (const e of [...document.querySelectorAll(".block:not(.gone)")].slice(0, 200))
    form.bars[e.className.match(/\\bb\\d/)[0]] = parseFloat(css(e).borderLeftWidth) > 2 && css(e).borderLeftColor !== "rgba(0, 0, 0, 0)" ? css(e).borderLeftStyle : "none";
  for (const e of [...document.querySelectorAll(".run.label")].slice(0, 200)) form.names.push(css(e, "::before").content.includes(e.dataset.voice));
  return form;"""


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("name", THREE)
def test_19_layers_differ_in_form(at, name, forced):
    browser = at(name, forced=forced)
    assert browser.execute_script("return matchMedia('(forced-colors: active)').matches") == (
        forced == "active"
    )
    found = {}
    for layers in ("m", "md", "s"):
        for k in layers:
            if one(browser, f"[data-layer={k}]").get_attribute("aria-pressed") == "false":
                if k == "s":
                    press(browser, "[data-layer=m]")
                press(browser, f"[data-layer={k}]")
        form = browser.execute_script(FORMS)
        found = {
            **found,
            **{
                k: v for k, v in form.items() if k not in found or v not in ("none", "none 0px", "none solid")
            },
        }
    assert found["t"] == "underline dotted"
    if name != "hostile":
        assert found["ds"] != found["de"]
        assert "none" not in (found["ds"], found["de"])
        assert found["m"] == "dashed 2px"
        assert found["pos"] != found["neg"]
        assert "none" not in (found["pos"], found["neg"])
        assert len(found["names"]) > 3
    assert all(found["names"])
    assert "none" not in found["bars"].values()
    if forced == "active":
        assert len(set(found["bars"].values())) == len(found["bars"])


@pytest.mark.parametrize("name", ["seed", "many"])
def test_19_voices_of_a_chart_differ_in_form(at, name):
    """Each colour of a dot has a shape of its own, so that grey tells them apart."""
    browser = at(name)
    shapes = """const svg = document.querySelector("#figure-themes svg"), out = {};
      for (const u of svg.querySelectorAll("use")) {
        const fill = getComputedStyle(u).stroke, d = svg.querySelector(u.getAttribute("xlink:href")).getAttribute("d");
        if (d.length > 12 && !/^M2 0L-2 -2/.test(d)) (out[fill] = out[fill] || []).push(d.replace(/[-\\d. ]+/g, "").slice(0, 12));
      } return Object.fromEntries(Object.entries(out).map(([k, v]) => [k, [...new Set(v)]]))"""
    found = browser.execute_script(shapes)
    coloured = {k: v for k, v in found.items() if k != QUIET}
    assert {len(v) for v in coloured.values()} == {1}
    assert len(coloured) >= 2 or name == "many"
    assert len({v[0] for v in coloured.values()}) == len(coloured)
    chips = "return [...new Set([...document.querySelectorAll('.chip')].map(e => e.className))].map(c => { const s = getComputedStyle(document.querySelector('.' + c.split(' ').join('.')), '::before'); return [s.borderRadius, s.clipPath, s.transform, s.height].join(); })"
    forms = browser.execute_script(chips)
    assert len(forms) >= 3 or name == "many"
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["seed", "hostile"])
def test_20_contrast(at, name, scheme):
    browser = at(name, scheme=scheme)
    for k in ("m", "d"):
        press(browser, f"[data-layer={k}]")
    open_all(browser)
    assert browser.execute_script(CONTRAST) == []
    press(browser, "[data-layer=m]")
    press(browser, "[data-layer=s]")
    assert browser.execute_script(CONTRAST) == []


@pytest.mark.parametrize(
    ("name", "width", "zoom"),
    [(n, w, z) for n in ("seed", "hostile") for w, z in ((320, 1), (320, 4), (390, 1), (768, 1), (1100, 1))]
    + [("many", 320, 1)],
)
def test_21_no_sideways_scroll(at, name, width, zoom):
    browser = at(name, width=width, height=800 // zoom, zoom=zoom)
    if name != "many":
        open_all(browser)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_21_targets_are_large_enough(at):
    browser = at(width=390, height=844)
    open_all(browser)
    assert [s for s in browser.execute_script(SMALL) if 'id="keys"' not in s] == []
    assert re.search(r"\d", one(browser, "#f-count").text)
