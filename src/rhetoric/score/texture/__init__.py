"""Texture of prose: readability, rhythm of sentences, lexical diversity."""

from rhetoric.score.texture.table import FEATURES, Interval, texture

__all__ = ["FEATURES", "Interval", "texture"]
