"""A report: facts first as plain data, then a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from rhetoric.errors import SettingsError

Facts = Mapping[str, Any]
TOO_LARGE = 25_000_000  # bytes: no page beyond is written unasked


@dataclass(frozen=True, slots=True)
class Size:
    """How large a page is.

    Parameters
    ----------
    total : int
        Its bytes.
    budget : int
        What a page about so many texts should not pass.
    advice : str
        Which part is large and what to cap; empty within the budget.
    """

    total: int
    budget: int
    advice: str


@dataclass(frozen=True, eq=False)
class Report:
    """A finished report.

    Parameters
    ----------
    title : str
    sections : tuple of str
        The names of the sections shown, in order.
    facts : mapping
        Everything on the page as plain JSON; the same facts give the same bytes.
    provenance : mapping
        Versions, hashes, seeds and settings.
    page, card, prose : callables
        Facts to the whole HTML page; to a short static HTML card for notebooks; to Markdown.
    aside : callable or None
        Writes what the page has no room for into a folder; None where the page holds everything.
    size : callable or None
        Facts and page to its `Size`.
    exporter : callable or None
        Facts and a folder to the paths of the files for a paper.
    plotter : callable or None
        Facts, the name of a chart and a width in mm to its figure.
    """

    title: str
    sections: tuple[str, ...]
    facts: Facts
    provenance: Facts
    page: Callable[[Facts], str]
    card: Callable[[Facts], str]
    prose: Callable[[Facts], str]
    aside: Callable[[Path], None] | None = None
    size: Callable[[Facts, str], Size] | None = None
    exporter: Callable[[Facts, Path], list[Path]] | None = None
    plotter: Callable[[Facts, str, float], Any] | None = None

    def html(self) -> str:
        """Return the page: one file, no network."""
        return self.page(self.facts)

    def markdown(self) -> str:
        """Return the findings and tables as Markdown."""
        return self.prose(self.facts)

    def json(self) -> str:
        """Return the facts as JSON."""
        return json.dumps(self.facts, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)

    def save(self, path: str | Path, *, large: bool = False) -> Path:
        """Write the report; the suffix chooses HTML, Markdown or JSON. Return the path.

        What a page of many texts has no room for goes to a folder beside it: ``r.html`` has ``r_data``.

        Parameters
        ----------
        path : path
        large : bool
            Write a page of more than 25 MB too.

        Raises
        ------
        SettingsError
            If the page would be larger than that; the message names the part that is.
        """
        path = Path(path)
        kind = path.suffix.lower()
        folder = path.with_name(f"{path.stem}_data")
        if kind == ".md":
            text = self.markdown()
        elif kind == ".json":
            text = self.json()
        else:
            text = self.page(self.beside(folder.name))
            self.refuse(text, path, large=large)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        if self.aside is not None and kind not in (".md", ".json"):
            self.aside(folder)
        return path

    def export(self, folder: str | Path) -> list[Path]:
        """Write figures, tables, a methods paragraph, references and results for a paper into a folder; return the paths.

        Parameters
        ----------
        folder : path

        Raises
        ------
        SettingsError
            If the folder's name is that of a file, or nothing that exports was handed in.
        """
        if self.exporter is None:
            raise SettingsError(
                "this report cannot be exported", "make it with Analysis.report()", self.title
            )
        return self.exporter(self.facts, Path(folder))

    def figure(self, name: str, width: float = 183) -> Any:
        """Return a chart as a matplotlib figure at the size it is printed at: ``report.figure("themes", 89).savefig("themes.pdf")``.

        Parameters
        ----------
        name : str
            Such as ``'themes'``, ``'stance'`` or ``'words'``.
        width : float
            In mm: 89 is one column, 183 (the default) two.

        Raises
        ------
        NotFound
            If the report has no such chart; the message names those it has.
        """
        if self.plotter is None:
            raise SettingsError(
                "this report has no charts to draw", "make it with Analysis.report()", self.title
            )
        return self.plotter(self.facts, name, width)

    def beside(self, folder: str) -> Facts:
        """Return the facts of a page whose folder of tables has a name."""
        held = self.facts.get("data")
        return {**self.facts, "data": {**held, "folder": folder}} if held else self.facts

    def refuse(self, html: str, path: Path, *, large: bool) -> None:
        """Raise a `SettingsError` for a page that is too large to be written unasked."""
        if len(html.encode()) > TOO_LARGE and not large:
            what = "the page is over 25 MB" if self.size is None else self.size(self.facts, html).advice
            raise SettingsError(what, "or add --large (large=True) to write it all the same", str(path))

    def show(self, height: int = 800) -> Any:
        """Return the page in a sandboxed frame, for a notebook."""
        from IPython.display import HTML

        frame = f'<iframe srcdoc="{escape(self.html())}" title="{escape(self.title)}" width="100%" height="{height}"'
        return HTML(  # type: ignore[no-untyped-call]
            f'{frame} sandbox="allow-scripts allow-downloads allow-popups" style="border:0"></iframe>'
        )

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {
            "text/plain": self.markdown(),
            "text/html": self.card(self.facts),
            "text/markdown": self.markdown(),
        }
