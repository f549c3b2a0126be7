"""Checks 24, 25, 29 and 30: small, quick, silent where asked, and the same every time.

A shared machine has other work, and a clock on the wall counts it too. So times are what the page's own thread worked, times
four, and the best of three; that is what a clock shows where the processor is slowed four times and has nothing else to do.
"""

import hashlib
import html
import re
from dataclasses import replace

import material
import pytest
from acts import arrive, cells, one, press

from rhetoric.analysis import Analysis

pytestmark = pytest.mark.browser
SLOWER = 4
TRIES = 3
BYTES = {"seed": 500_000, "short": 500_000, "hostile": 500_000, "many": 4_000_000}
FRAME = "requestAnimationFrame(() => setTimeout(arguments[arguments.length - 1], 0))"


@pytest.mark.parametrize("name", list(BYTES))
def test_24_size(made, name, record_property):
    size = len(made(name).html.encode())
    record_property("bytes", size)
    assert size <= BYTES[name], f"{size:,} bytes"


@pytest.mark.slow
def test_24_size_of_a_page_on_twenty_thousand_texts(tmp_path):
    report = material.twenty_thousand().report
    page = report.save(tmp_path / "r.html")
    assert page.stat().st_size <= 8_000_000
    assert "20,000 texts" in page.read_text(encoding="utf-8")
    assert (tmp_path / "r_data" / "texts.parquet").exists()


@pytest.fixture
def taken(chromium):
    """Return a function that tells how long the page's thread works at something, in ms of a processor four times slower."""

    def of(act):
        chromium.execute_cdp_cmd("Performance.disable", {})
        chromium.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        act()
        found = chromium.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return SLOWER * 1000 * next(m["value"] for m in found if m["name"] == "ThreadTime")

    yield of
    chromium.execute_cdp_cmd("Performance.disable", {})


@pytest.mark.parametrize(("name", "most"), [("seed", 1000), ("many", 3000)])
def test_25_load(at, taken, name, most, record_property):
    times = [taken(lambda: at(name)) for _ in range(TRIES)]
    record_property("ms", times)
    assert min(times) < most, times


def test_25_toggle_and_jump(at, chromium, taken, record_property):
    toggles, jumps = [], []
    for _ in range(TRIES):
        at("many")
        chromium.execute_async_script(FRAME)
        for k in ("m", "t"):
            what = f"document.querySelector('[data-layer={k}]').click(); document.body.offsetHeight; {FRAME}"
            toggles.append(taken(lambda what=what: chromium.execute_async_script(what)))
        jumps.append(taken(lambda: chromium.execute_async_script(JUMP + FRAME)))
        assert chromium.execute_script(ARRIVED)
    record_property("toggle ms", toggles)
    record_property("jump ms", jumps)
    assert min(toggles) < 200, toggles
    assert min(jumps) < 300, jumps


JUMP = """const all = document.querySelectorAll("article.text"), last = all[all.length - 1];
  const a = document.createElement("a"); a.href = "#" + last.id; document.querySelector("main").append(a); a.click();"""
ARRIVED = """const all = document.querySelectorAll("article.text"), r = all[all.length - 1].getBoundingClientRect();
  return all.length > 1 && r.top < innerHeight && r.bottom > 0"""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def runs_of_six(text):
    found = [w.lower() for w in WORD.findall(text)]
    return {tuple(found[n : n + 6]) for n in range(len(found) - 5)}


@pytest.mark.parametrize("name", ["seed", "hostile", "short"])
def test_29_without_text_no_six_words_run(made, name):
    known = made(name).analysis
    settings = replace(known.settings, text="none")
    silent = Analysis(known.corpus, known.evidence, known.exposure, settings, known.problems).report()
    written = (silent.html(), silent.json(), silent.markdown())
    input_runs = set().union(*(runs_of_six(d.text) for d in known.corpus.documents))
    assert len(input_runs) > 40
    for text in written:
        for decoded in decodings(text):
            assert not input_runs & runs_of_six(decoded)


def decodings(text):
    """Return a page as its bytes say it, with entities and escapes undone, and without its tags."""
    plain = html.unescape(text.replace("\\n", " "))
    escaped = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), plain)
    return text, plain, escaped, re.sub(r"<[^>]*>", "", escaped), re.sub(r"<[^>]*>", " ", escaped)


def test_29_the_check_sees_text_where_it_is(made):
    known = made("seed")
    input_runs = set().union(*(runs_of_six(d.text) for d in known.analysis.corpus.documents))
    assert any(input_runs & runs_of_six(d) for d in decodings(known.html))


@pytest.mark.parametrize("name", ["seed", "hostile"])
def test_30_twice_the_same_bytes(made, monkeypatch, name):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", material.DATE)
    again = {"seed": material.seed, "hostile": material.hostile}[name]().html
    assert again == made(name).html
    assert "2023-11-14" in again


@pytest.mark.parametrize("name", ["seed", "many", "hostile"])
def test_30_the_box_says_how(at, made, pages, name):
    browser = at(name)
    known = made(name)
    press(browser, "nav li:last-child a")
    box = one(browser, "#reproduce")
    facts = known.report.facts["sections"]["reproduce"]
    assert facts["version"] in box.text
    assert facts["python"] in box.text
    assert all(f"{k} {v}" in box.text for k, v in facts["packages"].items())
    assert one(browser, "#reproduce pre").text == facts["command"] == material.COMMAND
    hashes = [row[-1] for row in cells(browser, "table[data-name=inputs]")[1:]]
    assert hashes == [hashlib.sha256(d.text.encode()).hexdigest() for d in known.analysis.corpus.documents]
    arrive(browser, pages(name).as_uri())
