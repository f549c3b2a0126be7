"""The page in a real Chromium: what the specification of the report asks of it."""

import base64
import json
import re
import shutil
from html import escape
from pathlib import Path

import pytest

from rhetoric.model.document import Document
from rhetoric.pipeline import analyse, analyse_documents
from rhetoric.settings import Settings

pytestmark = pytest.mark.browser
webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium: pip install selenium")
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.common.print_page_options import PrintOptions  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
SECTIONS = "summary voices themes texts metaphors stance arc words devices discourse texture concordance methods reproduce".split()
HOSTILE = (
    'The <img src=x onerror=alert(1)> spoke. "We must work together </script><script>alert(2)</script>," said Ann Lee. '
    "<!-- gone --> It was \u202edesrever\u202c, \u2028new \ufffd 🙂 & &amp; done. "
)
CONTRAST = Path(__file__).with_name("contrast.js")
PLACED = "const r = arguments[0].getBoundingClientRect(); return r.width > 0 && r.top >= 0 && r.bottom <= innerHeight;"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Return a folder with the seed report, a hostile one, and pages that frame the seed report."""
    folder = tmp_path_factory.mktemp("pages")
    seed = analyse(ROOT / "corpus", draws=200).report()
    seed.save(folder / "seed.html")
    text = Document("h", HOSTILE * 3, title="<script>alert(3)</script>", author='"><i onclick=alert(4)>Eve')
    analyse_documents([text], Settings(draws=50)).report().save(folder / "hostile.html")
    for name, sandbox in (
        ("plain", ""),
        ("scripts", 'sandbox="allow-scripts"'),
        ("bare", 'sandbox=""'),
    ):
        frame = f'<iframe {sandbox} srcdoc="{escape(seed.html())}" width="1200" height="800"></iframe>'
        (folder / f"{name}.html").write_text(f"<!doctype html><title>x</title>{frame}", encoding="utf-8")
    return folder


def launch(folder):
    driver = shutil.which("chromedriver")
    if not CHROMIUM.exists() or driver is None:
        pytest.skip(f"needs {CHROMIUM} and chromedriver")
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS.split(), f"--user-data-dir={folder}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service(driver))


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    browser = launch(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.quit()


@pytest.fixture
def at(chromium, pages):
    """Return a function that opens a page afresh at a size."""

    def visit(name="seed", fragment="", width=1280, height=900, scheme="light", scripts=True):
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        chromium.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        )
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        chromium.get("about:blank")
        for kind in ("browser", "performance"):
            chromium.get_log(kind)
        chromium.get((pages / f"{name}.html").as_uri() + fragment)
        return chromium

    yield visit
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def one(browser, css):
    return browser.find_element(By.CSS_SELECTOR, css)


def every(browser, css):
    return browser.find_elements(By.CSS_SELECTOR, css)


def press(browser, css):
    browser.execute_script("arguments[0].click()", one(browser, css))


def requests(browser):
    urls = []
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            urls.append(message["params"]["request"]["url"])
    return [u for u in urls if not u.startswith(("data:", "about:"))]


@pytest.mark.parametrize("name", ["seed", "hostile"])
def test_quiet_and_alone(at, pages, name):
    browser = at(name)
    assert browser.get_log("browser") == []
    assert [u for u in requests(browser) if u != (pages / f"{name}.html").as_uri()] == []
    stored = "return [document.cookie, localStorage.length, sessionStorage.length]"
    assert browser.execute_script(stored) == ["", 0, 0]


def test_hostile_text_is_only_text(at):
    browser = at("hostile")
    for css in ("img", "main script", "[onerror]", "[onclick]", "main > i"):
        assert not every(browser, css)
    text = browser.execute_script("return document.querySelector('article').textContent")
    assert "<img src=x onerror=alert(1)>" in text
    assert "\ufffd 🙂" in text


def test_all_sections_without_scripts(at):
    browser = at(scripts=False)
    for name in SECTIONS:
        assert one(browser, f"#{name}").is_displayed()
    for chart in every(browser, "svg.chart"):
        assert chart.is_displayed()
        assert chart.size["height"] > 100
    assert len(every(browser, "article.text")) == 2
    assert one(browser, "#kwic tbody tr").is_displayed()


def test_first_screen(at):
    browser = at()
    seen = [browser.execute_script(PLACED, e) for e in every(browser, ".findings > li")]
    assert sum(seen) >= 2
    for css in ("h1", ".limits p", ".card:first-child", ".card:last-child"):
        assert browser.execute_script(PLACED, one(browser, css))
    browser = at(width=390, height=844)
    for css in ("h1", ".limits p", ".findings > li"):
        assert browser.execute_script(PLACED, one(browser, css))


def test_layers_show_exactly_their_marks(at):
    browser = at()
    look = """const out = {};
      for (const k of ["t", "m", "d"]) out[k] = [...document.querySelectorAll("mark." + k)].filter(e => {
        const s = getComputedStyle(e);
        return k === "t" ? s.textDecorationLine === "underline" : k === "m" ? s.borderBottomStyle === "dashed" : s.boxShadow !== "none";
      }).length; return out;"""
    total = {k: len(every(browser, f"mark.{k}")) for k in "tmd"}
    text = "return [...document.querySelectorAll('article')].map(a => a.textContent)"
    before = browser.execute_script(text)
    on = {"t"}
    assert browser.execute_script(look) == {k: total[k] * (k in on) for k in "tmd"}
    for k in ("m", "d", "t", "m"):
        press(browser, f"[data-layer={k}]")
        on ^= {k}
        assert one(browser, f"[data-layer={k}]").get_attribute("aria-pressed") == str(k in on).lower()
        assert browser.execute_script(look) == {j: total[j] * (j in on) for j in "tmd"}
        assert browser.execute_script(text) == before
    for k in ("t", "m", "s"):
        press(browser, f"[data-layer={k}]")
    assert one(browser, "[data-layer=s]").get_attribute("aria-pressed") == "false"
    assert "Switch one off" in one(browser, "#live").text


def test_three_layers_do_not_overprint(at):
    browser = at()
    press(browser, "[data-layer=m]")
    press(browser, "[data-layer=d]")
    form = """const m = document.querySelector("mark.t.m") || document.querySelector("mark.t"); m.className = "t m d";
      const s = getComputedStyle(m), f = parseFloat(s.fontSize);
      return [parseFloat(s.textUnderlineOffset), parseFloat(s.paddingBottom), s.boxShadow];"""
    dotted, dashed, over = browser.execute_script(form)
    assert dashed > dotted > 0
    assert " 1px 0px" in over  # a line above, not below
    assert not every(browser, "mark mark")


def test_findings_lead_to_their_passages(at):
    browser = at()
    links = every(browser, ".findings a[data-feature]")
    assert links
    for link in links:
        stated = int(re.search(r"\d+", link.text)[0])
        browser.execute_script("arguments[0].click()", link)
        shown = [r for r in every(browser, "#kwic tbody tr") if r.is_displayed()]
        assert len(shown) == stated
        assert {r.get_attribute("data-feature") for r in shown} == {link.get_attribute("data-feature")}
        assert browser.switch_to.active_element == shown[0]
        assert browser.execute_script(PLACED, shown[0])
        assert one(browser, "#f-count").text.startswith(f"{stated} of ")
    press(browser, "#f-clear")
    assert sum(r.is_displayed() for r in every(browser, "#kwic tbody tr")) > stated


def test_sorting_keeps_the_rows(at):
    browser = at()
    rows = "return [...document.querySelectorAll('#kwic tbody tr')].map(r => r.querySelector('.r').textContent.toLowerCase())"
    before = browser.execute_script(rows)
    for how in ("right", "place"):
        browser.execute_script(
            "const s = document.getElementById('f-sort'); s.value = arguments[0]; s.dispatchEvent(new Event('change'))",
            how,
        )
        if how == "right":
            assert browser.execute_script(rows) == sorted(before)
    assert browser.execute_script(rows) == before


def test_notes_open_and_close_by_mouse_and_keys(at):
    browser = at()
    mark = one(browser, "mark.t")
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


def test_next_and_previous_are_announced(at):
    browser = at()
    one(browser, "[data-step='1']").send_keys(Keys.ENTER)
    first = browser.switch_to.active_element
    assert "sent" in first.get_attribute("class").split()
    assert browser.execute_script(PLACED, first)
    said = one(browser, "#live").text
    assert re.match(r"Theme 1 of \d+: ‘.+’, .+, voice .+", said)
    first.send_keys("n")
    assert one(browser, "#live").text.startswith("Theme 2 of ")
    browser.switch_to.active_element.send_keys("p")
    assert one(browser, "#live").text == said
    press(browser, "#keys")
    browser.switch_to.active_element.send_keys("n")
    assert one(browser, "#live").text == said


def test_fragment_restores_the_state(at):
    browser = at()
    press(browser, "[data-layer=m]")
    press(browser, ".findings a[data-feature]")
    feature = one(browser, "#f-feature").get_attribute("value")
    count = one(browser, "#f-count").text
    browser.refresh()
    assert one(browser, "[data-layer=m]").get_attribute("aria-pressed") == "true"
    assert one(browser, "#f-feature").get_attribute("value") == feature != ""
    assert one(browser, "#f-count").text == count
    assert at(fragment="#summary?layers=v%&feature=%E0%A4").get_log("browser") == []


@pytest.mark.parametrize("name", ["plain", "scripts", "bare"])
def test_in_a_notebook_frame(at, name):
    browser = at(name)
    url = browser.current_url
    browser.switch_to.frame(0)
    link = one(browser, ".findings a[data-feature]")
    ActionChains(browser).move_to_element(link).click().perform()
    if name != "bare":  # without scripts a framed page has no links of its own, but stays readable
        stated = int(re.search(r"\d+", link.text)[0])
        assert sum(r.is_displayed() for r in every(browser, "#kwic tbody tr")) == stated
        assert browser.execute_script("return scrollY") > 900
    assert one(browser, "#kwic").is_displayed()
    browser.switch_to.default_content()
    assert browser.current_url == url
    assert [e for e in browser.get_log("browser") if "allow-scripts" not in e["message"]] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1100])
def test_no_sideways_scroll(at, width):
    browser = at(width=width, height=800)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_closed_details_open_for_a_fragment(at):
    browser = at(fragment="#removed")
    assert browser.execute_script("return document.getElementById('removed-box').open")
    assert browser.execute_script(PLACED, one(browser, "#removed"))
    browser = at()
    press(browser, "a[href='#every']")
    assert one(browser, "#every-box table").is_displayed()
    browser = at(fragment="#:~:text=what%20was%20removed", scripts=False)
    assert one(browser, "#removed").is_displayed()


@pytest.mark.parametrize(("height", "width"), [(29.7, 21.0), (27.94, 21.59)])
@pytest.mark.parametrize("scripts", [True, False])
def test_print(at, tmp_path, height, width, scripts):
    browser = at(scripts=scripts)
    options = PrintOptions()
    options.page_height, options.page_width = height, width
    pdf = base64.b64decode(browser.print_page(options))
    leaves = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 5 <= leaves <= 14
    if (reader := shutil.which("pdftotext")) is None:
        return
    import subprocess

    (tmp_path / "p.pdf").write_bytes(pdf)
    text = subprocess.run(
        [reader, str(tmp_path / "p.pdf"), "-"], capture_output=True, check=True, text=True
    ).stdout
    words = " ".join(text.split())
    for closed in ("Religion, magic and morality", "Settings as TOML", "printed twice", "@software"):
        assert closed in words
    for control in ("Clear filter", "Copy citation", "Previous"):
        assert control not in words


def test_tab_stops(at):
    browser = at()
    stops, last = [], None
    for _ in range(80):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        here = browser.switch_to.active_element
        if here.tag_name == "body" or here == last:
            break
        last = here
        stops.append(here.get_attribute("outerHTML")[:60])
    assert "skip" in stops[0]
    assert len(stops) < 60


def test_rows_by_arrow_keys(at):
    browser = at()
    first, second = every(browser, "#kwic tbody a")[:2]
    browser.execute_script("arguments[0].focus()", first)
    first.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element == second
    second.send_keys(Keys.ENTER)
    assert "sent" in browser.switch_to.active_element.get_attribute("class")


def test_targets_are_large_enough(at):
    browser = at(width=390, height=844)
    small = """return [...document.querySelectorAll("button, select, input, summary, nav a")].filter(e => {
      const r = e.getBoundingClientRect(); return r.width && (r.height < 23.5 || r.width < 17);
    }).map(e => e.outerHTML.slice(0, 80))"""
    assert [s for s in browser.execute_script(small) if 'id="keys"' not in s] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(at, scheme):
    browser = at(scheme=scheme)
    for k in ("m", "d"):
        press(browser, f"[data-layer={k}]")
    browser.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    poor = browser.execute_script(CONTRAST.read_text(encoding="utf-8"))
    assert poor == []


def test_exports(at):
    browser = at()
    catch = """window.caught = []; const make = URL.createObjectURL;
      URL.createObjectURL = b => { window.caught.push(b); return make(b); };
      HTMLAnchorElement.prototype.click = function () {};"""
    browser.execute_script(catch)
    for kind in ("csv", "svg"):
        press(browser, f"#themes .tools [data-do={kind}]")
    read = "const done = arguments[0]; Promise.all(window.caught.map(b => b.arrayBuffer().then(a => [...new Uint8Array(a)]))).then(done)"
    table, picture = (bytes(x).decode("utf-8") for x in browser.execute_async_script(read))
    assert table.startswith('\ufeff"Measure"')
    assert '"Low","High"' in table
    assert picture.startswith("<svg")
    size = browser.execute_async_script(
        "const done = arguments[0]; document.querySelector('#themes [data-do=png]').click();"
        "setTimeout(() => done(window.caught[2] ? window.caught[2].size : 0), 1500)"
    )
    assert size > 5000
