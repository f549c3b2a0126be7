"""Pictures of a report for people to look at: screens of three sizes in light and dark, and the printed pages.

    python tools/shoot_report.py report.html FOLDER [--tall 1400]

Needs Chromium and chromedriver, selenium (`make .venv/.browser`), and pdftoppm for the printed pages.
"""

from __future__ import annotations

import argparse
import base64
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

SIZES = {"wide": (1280, 900), "phone": (390, 844)}
FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars"
)
DRAW = (
    "document.head.insertAdjacentHTML('beforeend', '<style>*{content-visibility:visible!important}</style>')"
)
OPEN = "document.querySelectorAll('details').forEach(d => { d.open = true; })"
HEIGHT = "return document.documentElement.scrollHeight"


def launch(profile: str) -> webdriver.Chrome:
    """Return a browser with a profile of its own."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        sys.exit("Chromium or chromedriver is missing - apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS.split(), f"--user-data-dir={profile}"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=Service(driver))


def look(browser: webdriver.Chrome, page: Path, width: int, height: int, scheme: str) -> None:
    """Open a page at a size, in light or dark."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get("about:blank")
    browser.get(page.as_uri())


def slices(browser: webdriver.Chrome, stem: Path, width: int, tall: int) -> int:
    """Write the whole page in slices of a height; return how many."""
    total, n = int(browser.execute_script(HEIGHT)), 0
    for top in range(0, total, tall):
        clip = {"x": 0, "y": top, "width": width, "height": min(tall, total - top), "scale": 1}
        shot = browser.execute_cdp_cmd(
            "Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": True}
        )
        Path(f"{stem}-{n:02}.png").write_bytes(base64.b64decode(shot["data"]))
        n += 1
    return n


def printed(browser: webdriver.Chrome, stem: Path) -> None:
    """Write the page as PDF, and as a picture a leaf where pdftoppm is at hand."""
    pdf = Path(f"{stem}.pdf")
    found = browser.execute_cdp_cmd(
        "Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69, "printBackground": False}
    )
    pdf.write_bytes(base64.b64decode(found["data"]))
    if reader := shutil.which("pdftoppm"):
        subprocess.run([reader, "-r", "80", "-png", str(pdf), str(stem)], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Take pictures of a report.")
    parser.add_argument("report", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tall", type=int, default=1400, help="height of a slice in px")
    parser.add_argument("--open", action="store_true", help="open everything that is closed")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        browser = launch(profile)
        try:
            for scheme in ("light", "dark"):
                for name, (width, height) in SIZES.items():
                    look(browser, given.report.resolve(), width, height, scheme)
                    stem = given.folder / f"{name}-{scheme}"
                    browser.save_screenshot(f"{stem}-first.png")
                    browser.execute_script(DRAW)
                    if given.open:
                        browser.execute_script(OPEN)
                    print(f"{stem}: {slices(browser, stem, width, given.tall)} slices")
            look(browser, given.report.resolve(), 1280, 900, "light")
            printed(browser, given.folder / "print")
        finally:
            browser.quit()


if __name__ == "__main__":
    main()
