"""What a reader does at a page, and what there is to see."""

import json
import time

CSS = "css selector"
SEEN = """const r = arguments[0].getBoundingClientRect();
  return r.width > 0 && r.height > 0 && r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth + 1;"""
PATIENCE = 3.0


def arrive(browser, address):
    """Open an address and wait until the whole page is there: the driver may answer while it is still being read."""
    browser.get(address)
    there = "return document.readyState === 'complete' && location.href.startsWith(arguments[0])"
    assert until(lambda: browser.execute_script(there, address.split("#")[0]), patience=30)


def one(browser, css):
    return browser.find_element(CSS, css)


def every(browser, css):
    return browser.find_elements(CSS, css)


def press(browser, css):
    """Click by script, wherever the element stands."""
    browser.execute_script("arguments[0].click()", one(browser, css))


def focus(browser, css):
    element = one(browser, css)
    browser.execute_script("arguments[0].focus()", element)
    return element


def seen(browser, element):
    """Return whether the whole of an element is on the screen."""
    return browser.execute_script(SEEN, element)


def until(what, patience=PATIENCE):
    """Ask again until the answer is yes, for a while; return the last answer."""
    end = time.monotonic() + patience
    while not (answer := what()) and time.monotonic() < end:
        time.sleep(0.02)
    return answer


def open_all(browser):
    browser.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true; })")


def passages(browser):
    """Return the rows of the concordance that are shown."""
    return browser.execute_script(
        "return [...document.querySelectorAll('#kwic tbody tr')].filter(r => r.getClientRects().length)"
    )


def asked_for(browser):
    """Return the addresses that the page asked for since it was opened, its own and those inside it left out."""
    urls = []
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            urls.append(message["params"]["request"]["url"])
    own = browser.current_url.split("#")[0]
    return [u for u in urls if not u.startswith(("data:", "about:", "blob:")) and u.split("#")[0] != own]


def cells(browser, css):
    """Return the words of every cell of a table, row by row, the head first."""
    read = """return [...document.querySelector(arguments[0]).rows].map(r => [...r.cells].map(c => c.textContent.trim()))"""
    return browser.execute_script(read, css)
