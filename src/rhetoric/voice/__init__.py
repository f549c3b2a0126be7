"""Who says what: quotations, their sources, turns, and the voice of every character."""

from rhetoric.voice.attribution import attribute
from rhetoric.voice.overrides import Override, read_overrides

__all__ = ["Override", "attribute", "read_overrides"]
