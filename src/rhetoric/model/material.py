"""All that a report is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from rhetoric.model.comparison import Comparison
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.groups import Groups
from rhetoric.model.limits import Limits
from rhetoric.model.problem import Problem
from rhetoric.model.record import Record
from rhetoric.model.trend import Trend
from rhetoric.settings import Settings


@dataclass(frozen=True, eq=False)
class Material:
    """All that a report is made from; the report stage reads it and asks nothing else.

    Parameters
    ----------
    corpus : Corpus
    evidence : Evidence
    exposure : Exposure
    scores : DataFrame
        The public scores table.
    comparison : Comparison or None
        The two largest sides compared; ``None`` for a single voice.
    words : DataFrame or None
        Distinctive words of the two sides: word, hits_a, hits_b, rate_a, rate_b, log_ratio, low, high, g2,
        paragraphs_a, paragraphs_b, flag.
    problems : tuple of Problem
        Errors and warnings of the run.
    provenance : mapping
        Plain JSON: version, python, packages, command, seed, inputs (id, source, sha256), lexicons (name, version,
        sha256, licence), date.
    settings : Settings
    records : tuple of Record
        Validations of instruments on these texts.
    instruments : DataFrame or None
        How word lists and the reading by meaning agree on each theme; see `rhetoric.compare.instruments`. None where
        one of the two did not run.
    stances : DataFrame or None
        Who is for or against whom; see `rhetoric.compare.stances`. None where the layer did not run.
    limits : Limits
        How much of a large corpus one page shows.
    groups : Groups or None
        Three or more groups, each against the others; there is then no comparison of two, `words` are those of
        `rhetoric.compare.keyness` for the groups, and the holders in `stances` are the groups.
    trends : Trend or None
        Themes over time; None where fewer than ten texts have dates, or those of fewer than three periods.
    """

    corpus: Corpus
    evidence: Evidence
    exposure: Exposure
    scores: pd.DataFrame
    comparison: Comparison | None
    words: pd.DataFrame | None
    problems: tuple[Problem, ...]
    provenance: Mapping[str, Any]
    settings: Settings
    records: tuple[Record, ...] = ()
    instruments: pd.DataFrame | None = None
    stances: pd.DataFrame | None = None
    limits: Limits = field(default_factory=Limits)
    groups: Groups | None = None
    trends: Trend | None = None

    @property
    def by(self) -> str:
        """What is compared: voice, doc_id or a field; empty where nothing is."""
        held = self.groups or self.comparison
        return held.by if held is not None else ""

    @property
    def sides(self) -> tuple[str, ...]:
        """The names of what is compared, in the order of their colours."""
        if self.groups is not None:
            return self.groups.names
        return (self.comparison.a, self.comparison.b) if self.comparison is not None else ()
