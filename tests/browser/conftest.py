"""A real Chromium, the pages it opens, and a function that opens one afresh."""

import shutil
from html import escape
from pathlib import Path

import material
import pytest
from acts import arrive

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-quic"
)
FRAMES = {"plain": "", "scripts": 'sandbox="allow-scripts"', "bare": 'sandbox=""'}


@pytest.fixture(scope="session")
def made():
    """Return the reports by name, each made when first asked for, of one date."""
    makers = {
        "seed": material.seed,
        "hostile": material.hostile,
        "short": material.short,
        "many": material.two_hundred,
    }
    held = {}

    def of(name):
        if name not in held:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("SOURCE_DATE_EPOCH", material.DATE)
                held[name] = makers[name]()
                assert held[name].html
        return held[name]

    return of


@pytest.fixture(scope="session")
def pages(made, tmp_path_factory):
    """Return a function that writes a page once; `seed-scripts` is the seed report in a frame with scripts alone."""
    folder = tmp_path_factory.mktemp("pages")

    def path(name):
        file = folder / f"{name}.html"
        if not file.exists():
            report, _, frame = name.partition("-")
            html = made(report).html
            if frame:
                inner = f'<iframe {FRAMES[frame]} srcdoc="{escape(html)}" width="1200" height="800"></iframe>'
                html = f"<!doctype html><title>x</title>{inner}"
            file.write_text(html, encoding="utf-8", newline="\n")
        return file

    return path


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium: make test-browser")
    from selenium.webdriver.chrome.service import Service

    driver = shutil.which("chromedriver")
    if not CHROMIUM.exists() or driver is None:
        pytest.skip(f"needs {CHROMIUM} and chromedriver: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(driver))
    yield browser
    browser.quit()


@pytest.fixture(autouse=True)
def browser_is_there(chromium):
    """Skip every check here, also those that open no page, where there is no browser."""


@pytest.fixture
def at(chromium, pages):
    """Return a function that opens a page afresh, in a size and a scheme, with scripts or without."""
    cdp = chromium.execute_cdp_cmd

    def visit(
        name="seed", fragment="", width=1280, height=900, scheme="light", scripts=True, forced="none", zoom=1
    ):
        size = {"width": width, "height": height, "deviceScaleFactor": zoom, "mobile": width < 500}
        cdp("Emulation.setDeviceMetricsOverride", size)
        features = {"prefers-color-scheme": scheme, "forced-colors": forced}
        media = [{"name": k, "value": v} for k, v in features.items()]
        cdp("Emulation.setEmulatedMedia", {"features": media})
        cdp("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        chromium.get("about:blank")
        for kind in ("browser", "performance"):
            chromium.get_log(kind)
        arrive(chromium, pages(name).as_uri() + fragment)
        return chromium

    yield visit
    cdp("Emulation.setScriptExecutionDisabled", {"value": False})
    cdp("Emulation.setCPUThrottlingRate", {"rate": 1})
    cdp("Network.emulateNetworkConditions", ONLINE)


ONLINE = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
