"""Checks 22 and 23: what is closed can be found, and is printed."""

import base64
import re
import shutil
import subprocess

import pytest
from acts import arrive, cells, every, one, press, seen, until

pytestmark = pytest.mark.browser
A4, LETTER = (21.0, 29.7), (21.59, 27.94)
MOST_LEAVES = 14


@pytest.mark.parametrize("name", ["seed", "many"])
@pytest.mark.parametrize("target", ["removed", "every", "kwic"])
def test_22_a_fragment_opens_what_is_closed(at, name, target):
    browser = at(name, fragment=f"#{target}")
    element = one(browser, f"#{target}")
    around = "return [...function* (e) { for (; e; e = e.parentElement) if (e.localName === 'details') yield e.open; }(arguments[0])]"
    assert all(browser.execute_script(around, element))
    onscreen = "const r = arguments[0].getBoundingClientRect(); return r.top < innerHeight && r.bottom > 0 && r.height > 0"
    assert until(lambda: browser.execute_script(onscreen, element))
    if target != "kwic":
        assert until(lambda: seen(browser, element))


def test_22_a_link_opens_what_is_closed(at):
    browser = at()
    assert not one(browser, "#every-box table").is_displayed()
    press(browser, "a[href='#every']")
    assert until(lambda: one(browser, "#every-box table").is_displayed())
    row = every(browser, "#list tbody a")[-1]
    browser.execute_script("arguments[0].closest('details').open = true; arguments[0].click()", row)
    here = browser.switch_to.active_element
    assert here.get_attribute("id") == row.get_attribute("href").split("#")[1].split("?")[0]
    assert until(lambda: seen(browser, here))


@pytest.mark.parametrize("scripts", [True, False])
def test_22_words_in_closed_boxes_are_found(at, pages, scripts):
    """As find-in-page does, a text fragment searches what is closed and opens it."""
    browser = at(scripts=scripts)
    hidden = "Settings as TOML"
    box = "details:has(> pre code):not(:has(details))"
    words = browser.execute_script(
        "return [...document.querySelectorAll(arguments[0])].filter(d => d.querySelector('summary').textContent === arguments[1])"
        ".map(d => d.querySelector('code').textContent.split('\\n')[0])",
        box,
        hidden,
    )[0]
    quoted = "".join(f"%{b:02X}" for b in words.encode())
    browser.get("about:blank")
    arrive(browser, pages("seed").as_uri() + f"#:~:text={quoted}")
    opened = "return [...document.querySelectorAll('details[open] > summary')].map(s => s.textContent)"
    assert until(lambda: hidden in browser.execute_script(opened)), browser.execute_script(opened)


def pdf_of(browser, size, folder):
    """Print as a reader would, without backgrounds; return the number of leaves and the words of each."""
    width, height = (x / 2.54 for x in size)
    found = browser.execute_cdp_cmd(
        "Page.printToPDF", {"paperWidth": width, "paperHeight": height, "printBackground": False}
    )
    pdf = base64.b64decode(found["data"])
    leaves = len(re.findall(rb"/Type\s*/Page\b", pdf))
    reader = shutil.which("pdftotext")
    if reader is None:
        return leaves, None
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    told = subprocess.run([reader, "-raw", str(file), "-"], capture_output=True, check=True, text=True)
    plain = subprocess.run([reader, str(file), "-"], capture_output=True, check=True, text=True)
    return leaves, [[" ".join(leaf.split()) for leaf in t.stdout.split("\f")] for t in (told, plain)]


@pytest.mark.parametrize("size", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "bare"])
def test_23_print(at, tmp_path, size, scripts):
    browser = at(scripts=scripts)
    findings = [" ".join(f.text.split()) for f in every(browser, ".findings > li")]
    rows = [" ".join(r) for r in cells(browser, "#every-box table")[1:]]
    controls = [b.get_attribute("textContent") for b in every(browser, "button")]
    leaves, words = pdf_of(browser, size, tmp_path)
    assert 5 <= leaves <= MOST_LEAVES
    if words is None:
        pytest.skip(f"{leaves} leaves; needs pdftotext for the words: apt-get install poppler-utils")
    raw, plain = words
    everything = " ".join(plain)
    for closed in (
        "Religion, magic and morality",
        "Settings as TOML",
        "printed twice",
        "@software",
        "Every place",
    ):
        assert closed in everything
    assert len(controls) > 20
    for control in {
        *controls,
        "Clear filter",
        "CSV of these rows",
        "Show all",
        "Copy citation",
        "Skip to the report",
    }:
        if " " in control:
            assert control not in everything, control
    for finding in findings:
        assert sum(squeezed(finding) in squeezed(leaf) for leaf in plain) == 1, finding
    held = [squeezed(leaf) for leaf in raw]
    broken = [r for r in rows if not any(squeezed(r) in leaf for leaf in held)]
    assert broken == []


def squeezed(text):
    """Return a text without spaces and hyphens, which print and screen set each in its way."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


@pytest.mark.parametrize("name", ["hostile", "short"])
def test_23_other_reports_print_too(at, tmp_path, name):
    browser = at(name)
    leaves, words = pdf_of(browser, A4, tmp_path)
    assert 2 <= leaves <= MOST_LEAVES
    assert words is None or "Settings as TOML" in " ".join(words[1])


def test_23_boxes_close_again_after_printing(at, tmp_path):
    browser = at()
    closed = "return document.querySelectorAll('details:not([open])').length"
    before = browser.execute_script(closed)
    pdf_of(browser, A4, tmp_path)
    assert before > 5
    assert until(lambda: browser.execute_script(closed) == before)
