"""Sentences to coders and back."""

from rhetoric.coding.draw import draw
from rhetoric.coding.records import read_record, records_beside
from rhetoric.coding.sheet import Codes, find_key, read_codes, read_key, write_key, write_sheet
from rhetoric.coding.units import draw_units

__all__ = [
    "Codes",
    "draw",
    "draw_units",
    "find_key",
    "read_codes",
    "read_key",
    "read_record",
    "records_beside",
    "write_key",
    "write_sheet",
]
