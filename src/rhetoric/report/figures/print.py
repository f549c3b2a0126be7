"""A chart at the size it is printed at: a figure, and its bytes as SVG, PNG and PDF."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from rhetoric.report.figures import drawing
from rhetoric.report.figures.canvas import FAMILY, styled
from rhetoric.report.figures.sheet import TWO_COLUMNS, Sheet

DPI = 300
FONTS = f"'{FAMILY}', Arial, Helvetica, sans-serif"
NOTHING: Mapping[str, Mapping[str, Any]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "pdf": {"Creator": None, "Producer": None, "CreationDate": None},
}


def plotted(chart: Mapping[str, Any], sheet: Sheet = TWO_COLUMNS) -> Any:
    """Return the figure of a chart at its printed size, without a title.

    Parameters
    ----------
    chart : mapping
        As `rhetoric.report.charts.chart` makes it, with a row or more.
    sheet : Sheet
        `ONE_COLUMN` (89 mm) or `TWO_COLUMNS` (183 mm).

    Returns
    -------
    matplotlib.figure.Figure
    """
    labels = {c["key"]: c["label"] for c in chart["columns"]}
    value = re.sub(r"-(?=\d)", "\N{MINUS SIGN}", labels.get("value", "value"))
    options = {"value": value, **chart["options"], "id": chart["id"]}
    with styled():
        fig = drawing(chart["kind"])(chart["rows"], options, sheet)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
            fig.draw_without_rendering()
            shrunk(fig, sheet.scale)
    return fig


def printed(fig: Any, suffix: str, title: str = "", desc: str = "") -> bytes:
    """Return a figure as ``svg``, ``png`` (300 dots an inch) or ``pdf``, the same bytes every time.

    Notes
    -----
    Text stays text in SVG and PDF. The ground of PNG is white, that of the others is transparent.
    """
    buffer = io.BytesIO()
    with styled(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        import matplotlib

        with matplotlib.rc_context({"pdf.fonttype": 42}):
            fig.savefig(
                buffer,
                format=suffix,
                dpi=DPI,
                transparent=suffix != "png",
                facecolor="white",
                metadata=dict(NOTHING[suffix]),
            )
    if suffix != "svg":
        return buffer.getvalue()
    text = buffer.getvalue().decode().replace(f"'{FAMILY}'", FONTS)
    opening = text.index(">", text.index("<svg")) + 1
    said = f"\n <title>{escape(title)}</title>\n <desc>{escape(desc)}</desc>"
    return (text[:opening] + said + text[opening:]).encode()


def shrunk(fig: Any, scale: float) -> None:
    """Bring a figure that is drawn in units to the size it is printed at, with all that is in it."""
    from matplotlib.axis import Axis, Tick
    from matplotlib.collections import Collection
    from matplotlib.lines import Line2D
    from matplotlib.offsetbox import DrawingArea, PackerBase
    from matplotlib.patches import Patch
    from matplotlib.text import Text

    fig.set_size_inches(fig.get_size_inches() * scale)
    own = {id(part) for tick in fig.findobj(Tick) for part in tick.get_children()}  # the axis sizes them
    kinds: dict[type, Callable[[Any, float], None]] = {
        Text: lettered,
        Line2D: lined,
        Patch: outlined,
        Collection: gathered,
        PackerBase: packed,
        DrawingArea: keyed,
        Axis: ticked,
    }
    for kind, resize in kinds.items():
        for part in fig.findobj(kind):
            if id(part) not in own:
                resize(part, scale)
    for ax in fig.axes:
        raised(ax, scale)
    for legend in fig.legends:
        legend.borderaxespad *= scale


def lettered(text: Any, scale: float) -> None:
    """Bring a text to size."""
    text.set_fontsize(text.get_fontsize() * scale)


def lined(line: Any, scale: float) -> None:
    """Bring a line and its markers to size."""
    line.set_linewidth(line.get_linewidth() * scale)
    line.set_markersize(line.get_markersize() * scale)
    line.set_markeredgewidth(line.get_markeredgewidth() * scale)


def outlined(patch: Any, scale: float) -> None:
    """Bring the edge of an area to size; strokes that stand for dots are not moved to whole pixels, where they would vanish."""
    from matplotlib.patches import PathPatch

    patch.set_linewidth(patch.get_linewidth() * scale)
    if isinstance(patch, PathPatch):
        patch.set_snap(False)


def gathered(parts: Any, scale: float) -> None:
    """Bring many marks or areas to size."""
    parts.set_linewidth([w * scale for w in parts.get_linewidth()])
    if hasattr(parts, "set_sizes"):
        parts.set_sizes([s * scale**2 for s in parts.get_sizes()])


def packed(box: Any, scale: float) -> None:
    """Bring the gaps of a key to size."""
    box.sep, box.pad = (box.sep or 0) * scale, (box.pad or 0) * scale


def keyed(area: Any, scale: float) -> None:
    """Bring the mark of a key to size."""
    from matplotlib.lines import Line2D

    for side in ("width", "height", "xdescent", "ydescent"):
        setattr(area, side, getattr(area, side) * scale)
    for line in area.findobj(Line2D):
        line.set_data([x * scale for x in line.get_xdata()], [y * scale for y in line.get_ydata()])


def ticked(axis: Any, scale: float) -> None:
    """Bring an axis to size: its ticks, those that come later too, and the distance of its label."""
    axis.labelpad *= scale
    axis.set_tick_params(which="major", **tick_sizes(axis, scale))


def tick_sizes(axis: Any, scale: float) -> dict[str, float]:
    """Return lettering, distance, length and width of an axis's ticks, brought to size."""
    tick = axis.get_major_ticks(1)[0]
    return {
        "labelsize": tick.label1.get_fontsize() * scale,
        "pad": tick.get_pad() * scale,
        "length": tick.tick1line.get_markersize() * scale,
        "width": tick.tick1line.get_markeredgewidth() * scale,
    }


def raised(ax: Any, scale: float) -> None:
    """Bring the distance of a panel's titles to size."""
    from matplotlib.transforms import ScaledTranslation

    fig = ax.figure
    up = ax.titleOffsetTrans.transform((0, 0))[1] / fig.dpi
    ax.titleOffsetTrans = ScaledTranslation(0, up * scale, fig.dpi_scale_trans)
    for title in (t for t in ax.get_children() if t in (ax.title, ax._left_title, ax._right_title)):
        title.set_transform(ax.transAxes + ax.titleOffsetTrans)
