"""Every [[test]] of every list that ships, through the real stages."""

from __future__ import annotations

import pytest

from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.extract.metaphor import MetaphorExtractor
from rhetoric.extract.metaphorfile import shipped_metaphors
from rhetoric.extract.themefile import shipped
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.settings import Settings

LISTS = [*shipped(), *DiscourseExtractor.of(Settings()).lists]
CASES = [(t, c) for t in LISTS for c in t.cases]
SIGNS = {"+": 1.0, "-": -1.0}


@pytest.mark.parametrize(("theme", "case"), CASES, ids=[f"{c.where}:{c.line}" for _, c in CASES])
def test_case(theme, case, corpus_of):
    evidence = ThemeExtractor((theme,)).extract(corpus_of(case.text))
    found = [evidence.entries[e] for e in evidence.entry]
    assert len(found) == case.hits, f"{case.text!r}: found {found}"
    if case.pole:
        assert set(evidence.weight / abs(evidence.weight)) <= {SIGNS[case.pole]}, f"{case.text!r}: {found}"


@pytest.mark.parametrize(
    "case", shipped_metaphors().cases, ids=[f"{c.where}:{c.line}" for c in shipped_metaphors().cases]
)
def test_metaphor_case(case, corpus_of):
    evidence = MetaphorExtractor.of(Settings(metaphor="list")).extract(corpus_of(case.text))
    found = [
        (evidence.features[f].name, evidence.entries[e])
        for f, e in zip(evidence.feature, evidence.entry, strict=True)
    ]
    if case.domain:
        found = [pair for pair in found if pair[0] == f"metaphor.{case.domain}"]
    assert len(found) == case.hits, f"{case.text!r}: found {found}"
