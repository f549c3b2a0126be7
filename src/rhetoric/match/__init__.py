"""The engine: patterns against integer tokens."""

from rhetoric.match.concordance import Concordance, Sort, concordance
from rhetoric.match.dictionary import Dictionary
from rhetoric.match.entry import Entry
from rhetoric.match.find import find
from rhetoric.match.negation import negated
from rhetoric.match.overlap import drop, longest
from rhetoric.match.pattern import Element, parse
from rhetoric.match.patterns import Patterns, compile_patterns
from rhetoric.match.scan import Hits

__all__ = [
    "Concordance",
    "Dictionary",
    "Element",
    "Entry",
    "Hits",
    "Patterns",
    "Sort",
    "compile_patterns",
    "concordance",
    "drop",
    "find",
    "longest",
    "negated",
    "parse",
]
