"""Discourse and rhetoric analysis."""

__version__ = "0.1.0"
