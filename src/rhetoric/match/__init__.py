"""The engine: patterns against integer tokens."""

from rhetoric.match.concordance import concordance
from rhetoric.match.entry import Entry
from rhetoric.match.negation import negated
from rhetoric.match.overlap import drop, longest
from rhetoric.match.pattern import Element, parse
from rhetoric.match.scan import Hits, Patterns, compile_patterns, find

__all__ = [
    "Element",
    "Entry",
    "Hits",
    "Patterns",
    "compile_patterns",
    "concordance",
    "drop",
    "find",
    "longest",
    "negated",
    "parse",
]
