"""Contract checks for the authors of extractors, loaders and report sections: one call in a test of theirs.

Each raises `ContractError`, which says what is wrong and what to do, or returns ``None``.
"""

from rhetoric.testing.extractor import check_extractor
from rhetoric.testing.loader import check_loader
from rhetoric.testing.section import check_section

__all__ = ["check_extractor", "check_loader", "check_section"]
