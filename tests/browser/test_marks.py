"""Checks 16 to 18: layers show exactly their marks, never touch the text, and never overprint."""

import re
from itertools import combinations

import pytest
from acts import every, one, press

pytestmark = pytest.mark.browser
THREE = ["seed", "many", "hostile"]
LOOK = """const out = {v: 0, t: 0, m: 0, d: 0, s: 0};
  for (const e of document.querySelectorAll("mark")) {
    const s = getComputedStyle(e);
    if (s.textDecorationLine === "underline") { out.t += 1; if (!e.classList.contains("t")) throw e.outerHTML; }
    if (s.borderBottomStyle === "dashed") { out.m += 1; if (!e.classList.contains("m")) throw e.outerHTML; }
    if (s.boxShadow !== "none") { out.d += 1; if (!e.classList.contains("d")) throw e.outerHTML; }
  }
  for (const e of document.querySelectorAll(".sent")) if (getComputedStyle(e, "::before").content !== "none") out.s += 1;
  for (const e of document.querySelectorAll(".run[data-voice]"))
    if (getComputedStyle(e, "::before").content.includes(e.dataset.voice)) out.v += 1;
  return out;"""
TOTAL = {"v": ".run.label", "t": "mark.t", "m": "mark.m", "d": "mark.d", "s": ".sent.pos, .sent.neg"}
TEXTS = "return [...document.querySelectorAll('article.text')].map(a => a.textContent)"
BOXES = """const probe = document.createElement("mark"); probe.className = "t m d"; probe.textContent = "probe";
  document.querySelector("article .run").prepend(probe);
  const s = getComputedStyle(probe), r = probe.getBoundingClientRect(), size = parseFloat(s.fontSize);
  const line = probe.firstChild, range = document.createRange(); range.selectNode(line);
  const text = range.getBoundingClientRect();
  const out = {over: s.boxShadow, top: r.top, dashed: r.bottom, thick: parseFloat(s.borderBottomWidth),
    dotted: parseFloat(s.textUnderlineOffset), thin: parseFloat(s.textDecorationThickness), bottom: text.bottom, size,
    pad: parseFloat(s.paddingBottom)};
  probe.remove(); return out;"""


def totals(browser):
    return {k: len(every(browser, css)) for k, css in TOTAL.items()}


@pytest.mark.parametrize("name", ["seed", "hostile"])
def test_16_layers_show_exactly_their_marks(at, name):
    browser = at(name)
    total = totals(browser)
    if name == "seed":
        assert min(total.values()) > 5
    on = {"v", "t"}
    assert browser.execute_script(LOOK) == {k: total[k] * (k in on) for k in total}
    for k in ("m", "d", "t", "s", "v", "m", "v"):
        press(browser, f"[data-layer={k}]")
        on ^= {k}
        assert one(browser, f"[data-layer={k}]").get_attribute("aria-pressed") == str(k in on).lower()
        assert browser.execute_script(LOOK) == {j: total[j] * (j in on) for j in total}
        assert one(browser, "#live").text.endswith(" on" if k in on else " off")


def test_16_many_texts_are_switched_alike(at):
    browser = at("many")
    assert browser.execute_script(LOOK)["t"] == len(every(browser, "mark.t")) > 200
    press(browser, "[data-layer=t]")
    assert browser.execute_script(LOOK)["t"] == 0


def test_16_a_fourth_layer_asks_which_to_switch_off(at):
    browser = at()
    for k in ("m", "d", "s"):
        press(browser, f"[data-layer={k}]")
    assert one(browser, "[data-layer=s]").get_attribute("aria-pressed") == "false"
    assert "Switch one off" in one(browser, "#live").text


def test_16_the_place_is_announced(at):
    browser = at()
    assert one(browser, "#live").get_attribute("aria-live") == "polite"
    press(browser, "[data-step='1']")
    assert re.fullmatch(r"Theme 1 of \d+: ‘.+’, .+, voice .+", one(browser, "#live").text)
    of = int(re.search(r"of (\d+)", one(browser, "#live").text)[1])
    press(browser, "[data-step='-1']")
    assert one(browser, "#live").text.startswith(f"Theme {of} of {of}: ")


@pytest.mark.parametrize("name", THREE)
def test_17_the_text_is_what_was_read_with_any_layers(at, made, name):
    browser = at(name)
    known = made(name)
    documents = known.analysis.corpus.documents
    shown = [t["doc"] for t in known.report.facts["sections"]["texts"]["texts"]]
    original = [documents[n].text for n in shown]
    assert original
    sets = [set(c) for n in range(5) for c in combinations("vtmds", n) if len(set(c) - {"v"}) <= 3]
    for wanted in sets if name != "many" else sets[:1] + sets[-1:]:
        for k in "vtmds":
            button = f"[data-layer={k}]"
            if one(browser, button).get_attribute("aria-pressed") == "true" and k not in wanted:
                press(browser, button)
        for k in wanted:
            if one(browser, f"[data-layer={k}]").get_attribute("aria-pressed") != "true":
                press(browser, f"[data-layer={k}]")
        assert browser.execute_script(TEXTS) == original


@pytest.mark.parametrize("name", THREE)
def test_18_marks_are_flat_and_of_known_annotations(at, name):
    browser = at(name)
    assert not every(browser, "mark mark")
    unknown = """const known = new Set(JSON.parse(document.getElementById("notes").textContent).notes.map(n => String(n[0])));
      return [...document.querySelectorAll("mark[data-ids]")].filter(m => m.dataset.ids.split(" ").some(i => !known.has(i))).length"""
    assert browser.execute_script(unknown) == 0


@pytest.mark.parametrize("name", ["seed", "hostile"])
def test_18_three_layers_do_not_overprint(at, name):
    browser = at(name)
    press(browser, "[data-layer=m]")
    press(browser, "[data-layer=d]")
    box = browser.execute_script(BOXES)
    baseline = box["bottom"] - 0.25 * box["size"]  # the descent of a text face is about a quarter of its size
    dotted = (baseline + box["dotted"], baseline + box["dotted"] + box["thin"])
    dashed = (box["dashed"] - box["thick"], box["dashed"])
    assert dotted[1] < dashed[0]
    assert re.search(r"inset$", box["over"])
    assert " 0px 1px 0px " in box["over"]  # inside the top edge
    assert box["top"] + 1 < dotted[0]
