"""Facts to one HTML file: no request, no storage, one hashed script."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rhetoric.model.report import Facts
from rhetoric.report.lighter import lighter
from rhetoric.report.view import number, signed, times

HIDDEN = {
    c: f"\u2039U+{c:04X}\u203a" for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)
}
MORE = ("pole", "negated", "repeat", "sure")  # of a note, besides its layer, label, voice and entry
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def page(facts: Facts) -> str:
    """Return the page; the same facts give the same bytes."""
    script, style = asset("page.js"), asset("page.css")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    html: str = (
        environment()
        .get_template("page.html.j2")
        .render(facts=facts, script=Markup(script), style=Markup(style), digest=digest)
    )
    return lighter(html)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the template environment; everything is escaped unless a template says otherwise."""
    env = Environment(
        loader=PackageLoader("rhetoric.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "number": number,
        "times": times,
        "signed": signed,
        "json": as_json,
        "shown": shown,
        "slim": slim,
        "draw": drawn,
        "css": as_css,
    }
    return env


@lru_cache(maxsize=4)
def asset(name: str) -> str:
    """Return a file of the templates folder."""
    return (files("rhetoric.report") / "templates" / name).read_text(encoding="utf-8").strip()


def as_json(value: Any) -> Markup:
    """Return a value as JSON that can stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup("".join(UNSAFE.get(c, c) for c in text))


def slim(notes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return notes with only what the page's script asks of them, nothing said twice; their words stand in the marks.

    Returns
    -------
    dict
        ``labels``, pairs of layer and label; ``voices``; ``entries``; ``more``, what else is to be said; ``notes``, rows of a number
        and the places in these four.
    """
    labels: dict[tuple[str, str], int] = {}
    voices: dict[str, int] = {}
    entries: dict[str, int] = {}
    more: dict[str, int] = {}
    rows = [
        [
            n["id"],
            labels.setdefault((n["layer"], n["label"]), len(labels)),
            voices.setdefault(n["voice"], len(voices)),
            entries.setdefault(n["entry"], len(entries)),
            more.setdefault(json.dumps({k: n[k] for k in MORE if n[k] not in ("", False, None)}), len(more)),
        ]
        for n in notes
    ]
    return {
        "labels": list(labels),
        "voices": list(voices),
        "entries": list(entries),
        "more": [json.loads(m) for m in more],
        "notes": rows,
    }


def as_css(text: str) -> Markup:
    """Return a text as a CSS string that can stand inside a style element."""
    return Markup('"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text) + '"')


def shown(text: str) -> str:
    """Return a text in which marks that turn the writing direction are visible, for labels and tables."""
    return text.translate(HIDDEN)


def drawn(chart: dict[str, Any]) -> Markup:
    """Return the picture of a chart."""
    from rhetoric.report.figures import draw

    options = {**chart["options"], "id": f"fig-{chart['id']}", "title": chart["title"], "desc": chart["desc"]}
    return Markup(draw(chart["kind"], chart["rows"], options))
