"""Who speaks in a text, what they appeal to and how; then compare.

>>> import rhetoric as rh
>>> a = rh.analyse("corpus/")            # doctest: +SKIP
>>> a.scores                             # doctest: +SKIP
>>> a.compare("voice")                   # doctest: +SKIP
>>> a.report().save("report.html")       # doctest: +SKIP

Everything here is imported when it is first used, so that ``import rhetoric`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from rhetoric.analysis import Analysis
    from rhetoric.batch.query import open_results
    from rhetoric.counter import ThemeCounter
    from rhetoric.errors import RhetoricError
    from rhetoric.match import concordance
    from rhetoric.model.comparison import Comparison
    from rhetoric.model.corpus import Corpus
    from rhetoric.model.document import Document, Mark
    from rhetoric.model.evidence import Evidence, Exposure, Finding
    from rhetoric.model.feature import Extractor, Feature
    from rhetoric.model.material import Material
    from rhetoric.model.passage import Kind
    from rhetoric.model.problem import Problem
    from rhetoric.model.report import Report
    from rhetoric.model.voice import Quotation, Voice
    from rhetoric.pipeline import analyse, analyse_documents
    from rhetoric.settings import Settings

_HOMES = {
    "analyse": "pipeline",
    "analyse_documents": "pipeline",
    "Analysis": "analysis",
    "concordance": "match",
    "open_results": "batch.query",
    "Settings": "settings",
    "RhetoricError": "errors",
    "ThemeCounter": "counter",
    "Corpus": "model.corpus",
    "Document": "model.document",
    "Mark": "model.document",
    "Kind": "model.passage",
    "Voice": "model.voice",
    "Quotation": "model.voice",
    "Feature": "model.feature",
    "Extractor": "model.feature",
    "Evidence": "model.evidence",
    "Exposure": "model.evidence",
    "Finding": "model.evidence",
    "Comparison": "model.comparison",
    "Material": "model.material",
    "Problem": "model.problem",
    "Report": "model.report",
}

__all__ = [
    "Analysis",
    "Comparison",
    "Corpus",
    "Document",
    "Evidence",
    "Exposure",
    "Extractor",
    "Feature",
    "Finding",
    "Kind",
    "Mark",
    "Material",
    "Problem",
    "Quotation",
    "Report",
    "RhetoricError",
    "Settings",
    "ThemeCounter",
    "Voice",
    "__version__",
    "analyse",
    "analyse_documents",
    "concordance",
    "open_results",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        value = getattr(import_module(f"rhetoric.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'rhetoric' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
