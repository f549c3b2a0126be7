"""A report: facts first as plain data, then a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

Facts = Mapping[str, Any]


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
    """

    title: str
    sections: tuple[str, ...]
    facts: Facts
    provenance: Facts
    page: Callable[[Facts], str]
    card: Callable[[Facts], str]
    prose: Callable[[Facts], str]

    def html(self) -> str:
        """Return the page: one file, no network."""
        return self.page(self.facts)

    def markdown(self) -> str:
        """Return the findings and tables as Markdown."""
        return self.prose(self.facts)

    def json(self) -> str:
        """Return the facts as JSON."""
        return json.dumps(self.facts, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)

    def save(self, path: str | Path) -> Path:
        """Write the report; the suffix chooses HTML, Markdown or JSON. Return the path."""
        path = Path(path)
        writer = {".md": self.markdown, ".json": self.json}.get(path.suffix.lower(), self.html)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(writer(), encoding="utf-8", newline="\n")
        return path

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
