"""Dictionaries of other programs: read and written by the ending of the file."""

from rhetoric.match.formats.files import FORMATS, read_dictionary, write_dictionary

__all__ = ["FORMATS", "read_dictionary", "write_dictionary"]
