"""All that a report is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from rhetoric.model.comparison import Comparison
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.problem import Problem
from rhetoric.model.record import Record
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
