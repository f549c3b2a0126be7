"""A matplotlib figure as an SVG element that inherits the page's ink and fonts."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from typing import Any

from rhetoric.report.figures.sheet import PAGE, Sheet
from rhetoric.report.figures.slim import slimmed

INK, QUIET, RULE = "#1a1a1a", "#6b6b6b", "#d0d0d0"
COLOURS = (INK, "#d55e00", "#0072b2", "#009e73")
MARKERS = ("o", "s", "^", "D")
FONT = 13.0
SALT, FAMILY = "rhetoric", "DejaVu Sans"


def colour(index: Any) -> str:
    """Return the colour of a side; beyond the fourth all are grey."""
    return COLOURS[int(index)] if index is not None and 0 <= int(index) < len(COLOURS) else QUIET


def marker(index: Any) -> str:
    """Return the marker of a side."""
    return MARKERS[int(index)] if index is not None and 0 <= int(index) < len(MARKERS) else "o"


@contextmanager
def figure(height: float, sheet: Sheet = PAGE, **grid: Any) -> Iterator[tuple[Any, Any]]:
    """Give a figure, as wide as its sheet and `height` units high, and its axes, in the house style."""
    from matplotlib.figure import Figure

    with styled():
        fig = Figure(figsize=(sheet.width / 72, height / 72))
        yield fig, fig.subplots(**grid)


@contextmanager
def styled() -> Iterator[None]:
    """Set the house style for what is drawn and saved meanwhile."""
    import matplotlib

    matplotlib.use("svg", force=False)
    import seaborn as sns
    from matplotlib import rc_context

    style = {
        **sns.axes_style("ticks"),
        "svg.hashsalt": SALT,
        "svg.fonttype": "none",
        "font.family": FAMILY,
        "font.size": FONT,
        "axes.labelsize": FONT - 1,
        "axes.titlesize": FONT,
        "xtick.labelsize": FONT - 2,
        "ytick.labelsize": FONT,
        "axes.edgecolor": QUIET,
        "axes.labelcolor": INK,
        "text.color": INK,
        "xtick.color": QUIET,
        "ytick.color": INK,
        "grid.color": RULE,
        "axes.linewidth": 0.8,
        "xtick.major.width": 0.8,
        "ytick.major.width": 0,
    }
    with rc_context(style):
        yield


def svg(fig: Any, options: Mapping[str, Any]) -> str:
    """Return a figure as one ``<svg>`` element with title and description, the same bytes every time."""
    buffer = io.StringIO()
    with warnings.catch_warnings():
        # The reader's fonts draw the text, not those that matplotlib measures it with.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        fig.savefig(buffer, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    text = buffer.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>\s*", "", text, flags=re.S)
    text = re.sub(r"<!--.*?-->\s*", "", text, flags=re.S)
    text = text.replace(INK, "currentColor")
    head = re.match(r"<svg[^>]*>", text)
    box = re.search(r'viewBox="([^"]*)"', text)
    if head is None or box is None:
        raise ValueError("matplotlib wrote no SVG element")
    name = re.sub(r"[^A-Za-z0-9_-]", "-", str(options.get("id", "figure")))
    title, desc = escape(str(options.get("title", ""))), escape(str(options.get("desc", "")))
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{box[1]}" '
        f'role="img" aria-labelledby="{name}-title {name}-desc" class="chart" font-family="system-ui, sans-serif">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-desc">{desc}</desc>'
    )
    drawn = slimmed(re.sub(r">\s+<", "><", text[head.end() :].strip()), f"'{FAMILY}'")
    return opening + re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{name}-", drawn)


def safe(text: Any) -> str:
    """Return text that matplotlib draws as it stands, dollar signs included."""
    return str(text).replace("$", r"\$")


def upright(fig: Any, label: str, sheet: Sheet) -> None:
    """Name what the upright axes of all panels measure."""
    fig.text(sheet.share(4), 0.5, safe(label), rotation=90, ha="left", va="center", fontsize=FONT - 1)
