"""Checks 1 to 4, 26 and 28: one page that is quiet, whole, safe, and the same when opened again or in a frame."""

import re

import material
import pytest
from acts import arrive, asked_for, every, one, passages, press, until

pytestmark = pytest.mark.browser
OFFLINE = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
STORED = "return [document.cookie, localStorage.length, sessionStorage.length]"
TAGS = "return [...new Set([...document.querySelectorAll('*')].map(e => e.localName))]"
THREE = ["seed", "many", "hostile"]


@pytest.mark.parametrize("name", THREE)
def test_01_quiet_and_alone(at, chromium, name):
    chromium.execute_cdp_cmd("Network.enable", {})
    chromium.execute_cdp_cmd("Network.emulateNetworkConditions", OFFLINE)
    browser = at(name)
    assert browser.current_url.startswith("file://")
    assert browser.get_log("browser") == []
    assert asked_for(browser) == []


@pytest.mark.parametrize("name", THREE)
def test_02_one_file_under_a_policy(made, name):
    html = made(name).html
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    loading = re.findall(r'<(?!a\b)[^>]*?\b(?:src|href|data|srcset)="([^"]*)"', html)
    assert [u for u in loading if not u.startswith(("#", "data:"))] == []
    assert "@import" not in html
    assert not re.findall(r"url\((?!#|['\"]?data:)", html)
    assert len(re.findall(r"<script>", html)) == 1


def test_02_the_policy_stops_a_script_that_was_put_in(at):
    browser = at("hostile")
    browser.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.put = 1'; document.body.append(s)"
    )
    assert browser.execute_script("return window.put === undefined")
    assert "Content Security Policy" in browser.get_log("browser")[0]["message"]


def test_03_hostile_text_is_only_text(at, made):
    plain = set(at("seed").execute_script(TAGS))
    browser = at("hostile")
    assert set(browser.execute_script(TAGS)) <= plain
    for css in ("img", "main script", "[onerror]", "[onclick]", "main > i"):
        assert not every(browser, css)
    text = browser.execute_script("return document.querySelector('article').textContent")
    assert text == made("hostile").analysis.corpus.documents[0].text
    for shown in ("<img src=x onerror=alert(1)>", "</script><script>alert(2)", "\ufffd 🙂", "&amp;"):
        assert shown in one(browser, "article").text
    assert one(browser, ".card h3").text == "<script>alert(3)</script>"
    assert material.FORMULA in one(browser, "#summary").text
    listed = browser.execute_script("return document.querySelector('#kwic').textContent")
    assert "\u202e" not in listed


@pytest.mark.parametrize("name", THREE)
def test_04_all_is_there_without_scripts(at, made, name):
    browser = at(name, scripts=False)
    facts = made(name).report.facts
    for section in facts["order"]:
        assert one(browser, f"#{section}").is_displayed()
        assert one(browser, f"#h-{section}").text
    charts = every(browser, "svg.chart")
    assert len(charts) >= 3
    for chart in charts:
        assert chart.is_displayed()
        assert chart.size["height"] > 60
    texts = every(browser, "article.text")
    assert len(texts) == len(facts["sections"]["texts"]["texts"])
    assert all(t.is_displayed() for t in (texts[0], texts[-1]))
    for table in ("#kwic", "table[data-name=speakers]"):
        assert one(browser, f"{table} tbody tr").is_displayed()


@pytest.mark.parametrize("frame", ["plain", "scripts", "bare"])
@pytest.mark.parametrize("name", ["seed", "hostile"])
def test_26_in_a_notebook_frame(at, name, frame):
    browser = at(f"{name}-{frame}")
    url = browser.current_url
    browser.switch_to.frame(0)
    try:
        link = one(browser, ".findings a[data-feature]" if name == "seed" else "nav li:last-child a")
        until(lambda: passages(browser))
        link.click()
        if frame != "bare":  # without scripts a framed page has no links of its own, but stays readable
            assert until(lambda: browser.execute_script("return scrollY") > 300)
        if frame != "bare" and name == "seed":
            assert len(passages(browser)) == int(re.search(r"\d+", link.text)[0])
        assert one(browser, "#kwic").is_displayed()
    finally:
        browser.switch_to.default_content()
    assert browser.current_url == url
    assert [e for e in browser.get_log("browser") if "allow-scripts" not in e["message"]] == []


@pytest.mark.parametrize("name", THREE)
def test_28_reloading_restores_the_state(at, name):
    browser = at(name)
    press(browser, "[data-layer=m]")
    press(browser, "[data-layer=t]")
    browser.execute_script(
        "const s = document.getElementById('f-feature'); s.selectedIndex = 1; s.dispatchEvent(new Event('change'))"
    )
    feature = one(browser, "#f-feature").get_attribute("value")
    count = one(browser, "#f-count").text
    last = every(browser, "article.text")[-1].get_attribute("id")
    at_text = browser.current_url.replace("#?", f"#{last}?")
    browser.get("about:blank")
    arrive(browser, at_text)
    assert f"#{last}?" in browser.current_url
    assert one(browser, "[data-layer=m]").get_attribute("aria-pressed") == "true"
    assert one(browser, "[data-layer=t]").get_attribute("aria-pressed") == "false"
    assert one(browser, "#f-feature").get_attribute("value") == feature != ""
    assert one(browser, "#f-count").text == count
    inside = (
        "const r = document.getElementById(arguments[0]).getBoundingClientRect();"
        "return r.top < innerHeight && r.bottom > 0"
    )
    assert until(lambda: browser.execute_script(inside, last))
    assert browser.execute_script(STORED) == ["", 0, 0]


def test_28_a_broken_fragment_does_no_harm(at):
    assert at(fragment="#summary?layers=v%&feature=%E0%A4").get_log("browser") == []
