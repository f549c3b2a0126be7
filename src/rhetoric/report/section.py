"""A section of the page: facts as plain JSON, then a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rhetoric.model.material import Material


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the report.

    Parameters
    ----------
    name : str
        Its fragment on the page and its key in the facts.
    title : str
    template : str
        A file in ``templates/``, or (of a plug-in) the template itself; it sees its facts as ``s`` and all as ``facts``.
    facts : callable
        Material to plain JSON: no NaN, no NumPy.
    """

    name: str
    title: str
    template: str
    facts: Callable[[Material], Mapping[str, Any]]
