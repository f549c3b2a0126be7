"""A report as files for a paper: figures, tables, a methods paragraph, references and the results as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rhetoric.errors import NotFound, SettingsError
from rhetoric.model.report import Facts, Report
from rhetoric.model.spreadsheet import csv
from rhetoric.report.export import bibliography, captions, methods
from rhetoric.report.export.found import charts
from rhetoric.report.export.latex import tabular
from rhetoric.report.export.readme import meanings, notes, readme
from rhetoric.report.export.tables import tables
from rhetoric.report.export.workbook import workbook

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["export", "figure"]

FORMATS = ("svg", "png", "pdf")


def export(
    report: Report | Facts, folder: str | Path, kept: Callable[[], Mapping[str, pd.DataFrame]] | None = None
) -> list[Path]:
    """Write a report as files for a paper, and return their paths.

    Parameters
    ----------
    report : Report or mapping
        A report, or its facts as `Report.json` has them.
    folder : path
        Made where it is not there; files of the same names are written anew, others are left.
    kept : callable, optional
        Gives tables that facts have no room for; a report brings its own.

    Returns
    -------
    list of Path
        ``figures/`` (SVG, PNG of 300 dots an inch, PDF; 183 mm and 89 mm wide; captions), ``tables/`` (CSV and LaTeX),
        ``tables.xlsx``, ``methods.md`` and ``.tex``, ``references.bib`` and ``.csl.json``, ``results.json``, ``README.md``.

    Raises
    ------
    SettingsError
        If the folder's name is that of a file.

    Notes
    -----
    Charts and tables are found in the facts by their shape. The same facts give the same bytes. No words of the texts are in the files
    where the report has none.
    """
    if isinstance(report, Report):
        return report.export(folder)
    folder = Path(folder)
    if folder.exists() and not folder.is_dir():
        raise SettingsError("a file has the name of the export folder", "name another folder", str(folder))
    contents = dict(prose(report)) | drawings(report)
    held = tables(report, None if kept is None else kept())
    level = report["sections"]["methods"]["level"]
    for table in held:
        contents[f"tables/{table.name}.csv"] = csv(table.frame).encode()
        contents[f"tables/{table.name}.tex"] = tabular(table, level).encode()
        if table.name == "passages":
            contents["tables/passages.jsonl"] = json_lines(table.frame)
    contents["tables.xlsx"] = workbook(held, notes(report), meanings(held))
    contents["README.md"] = readme(report, held, charts(report)).encode()
    out = []
    for name, data in sorted(contents.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        out.append(path)
    return out


def json_lines(frame: pd.DataFrame) -> bytes:
    """Return a table as JSON lines, for tools that read annotations."""
    text: str = frame.to_json(orient="records", lines=True, force_ascii=False, double_precision=12)
    return text.encode()


def prose(facts: Facts) -> dict[str, bytes]:
    """Return methods, references, captions and results by name."""
    entries, families = bibliography.bibliography(facts, methods.cited(methods.paragraph(facts)))
    told = captions.captions(facts, charts(facts))
    out = {
        "methods.md": methods.markdown(facts, families),
        "methods.tex": methods.latex(facts, families),
        "references.bib": bibliography.bibtex(entries),
        "references.csl.json": bibliography.csl(entries),
        "results.json": json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
        + "\n",
    }
    if told:
        out |= {"figures/captions.md": captions.markdown(told), "figures/captions.tex": captions.latex(told)}
    return {name: text.encode() for name, text in out.items()}


def drawings(facts: Facts) -> dict[str, bytes]:
    """Return every figure by name, in two widths and three formats."""
    from rhetoric.report.figures.print import plotted, printed
    from rhetoric.report.figures.sheet import ONE_COLUMN, TWO_COLUMNS

    out = {}
    for chart in charts(facts):
        for ending, sheet in (("", TWO_COLUMNS), ("-89mm", ONE_COLUMN)):
            drawn = plotted(chart, sheet)
            for suffix in FORMATS:
                data = printed(drawn, suffix, chart["title"], chart["desc"])
                out[f"figures/{chart['id']}{ending}.{suffix}"] = data
    return out


def figure(facts: Facts, name: str, width: float) -> Any:
    """Return the figure of one chart, so many millimetres wide, as matplotlib has it.

    Raises
    ------
    NotFound
        If the report has no such chart.
    """
    from rhetoric.report.figures.print import plotted
    from rhetoric.report.figures.sheet import paper

    there = {str(c["id"]): c for c in charts(facts)}
    if name not in there:
        raise NotFound(f"no chart {name!r} in this report", f"choose from {', '.join(there)}")
    return plotted(there[name], paper(width))
