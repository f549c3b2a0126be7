"""Who says what: quotations, their sources, turns, and the voice of every character."""

from rhetoric.voice.attribution import attribute
from rhetoric.voice.marks import by_marks
from rhetoric.voice.overrides import Override, misplaced, read_overrides

__all__ = ["Override", "attribute", "by_marks", "misplaced", "read_overrides"]
