"""Find a loader, an extractor or a report section by its name.

Built-ins are listed here as ``module:attribute`` strings and imported when they are asked for; other
packages add theirs under the entry-point groups of the same names.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from rhetoric.errors import NotFound

LOADERS = "rhetoric.loaders"
EXTRACTORS = "rhetoric.extractors"
SECTIONS = "rhetoric.sections"

BUILT_IN: dict[str, dict[str, str]] = {
    LOADERS: {
        "plain": "rhetoric.load.plain:PlainLoader",
        "page": "rhetoric.load.page:PageLoader",
        "html": "rhetoric.load.html:HtmlLoader",
        "xml": "rhetoric.load.xml:XmlLoader",
        "jsonl": "rhetoric.load.jsonl:JsonLinesLoader",
        "csv": "rhetoric.load.table:TableLoader",
        "sheet": "rhetoric.load.sheet:SheetLoader",
        "pdf": "rhetoric.load.pdf:PdfLoader",
        "docx": "rhetoric.load.docx:DocxLoader",
        "odt": "rhetoric.load.odt:OdtLoader",
        "rtf": "rhetoric.load.rtf:RtfLoader",
        "epub": "rhetoric.load.epub:EpubLoader",
        "packed": "rhetoric.load.packed:PackedLoader",
    },
    EXTRACTORS: {
        "theme": "rhetoric.extract.themes:ThemeExtractor",
        "meaning": "rhetoric.extract.meaning:MeaningExtractor",
        "actor": "rhetoric.extract.actors:ActorExtractor",
        "stance": "rhetoric.extract.stance:StanceExtractor",
        "sentiment": "rhetoric.extract.sentiment:SentimentExtractor",
        "metaphor": "rhetoric.extract.metaphor:MetaphorExtractor",
        "device": "rhetoric.extract.devices:DeviceExtractor",
        "discourse": "rhetoric.extract.discourse:DiscourseExtractor",
    },
    SECTIONS: {
        name: f"rhetoric.report.sections.{name}:section"
        for name in (
            "summary",
            "voices",
            "themes",
            "time",
            "texts",
            "metaphors",
            "stance",
            "arc",
            "words",
            "devices",
            "discourse",
            "texture",
            "concordance",
            "methods",
            "reproduce",
        )
    },
}


@cache
def plug_ins(group: str) -> tuple[EntryPoint, ...]:
    """Return what other packages add to a group; that is looked up once, because no package comes while a program runs."""
    return tuple(entry_points(group=group))


def names(group: str) -> list[str]:
    """Return every name in a group: built-ins in their order, then plug-ins by name."""
    built_in = list(BUILT_IN.get(group, {}))
    return built_in + sorted({e.name for e in plug_ins(group)} - set(built_in))


def find(group: str, name: str) -> Any:
    """Import and return what a group holds under a name.

    Raises
    ------
    NotFound
        If the group holds no such name; the message offers the nearest one.
    """
    if target := BUILT_IN.get(group, {}).get(name):
        module, attribute = target.split(":")
        return getattr(import_module(module), attribute)
    for entry in plug_ins(group):
        if entry.name == name:
            return entry.load()
    known = names(group)
    near = get_close_matches(name, known, 1)
    do = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(known)}"
    raise NotFound(f"nothing called {name!r} in {group}", do)
