"""What the patterns of a theme or dictionary do to real texts, before anybody trusts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from rhetoric.extract.impossible import impossible
from rhetoric.extract.themefile import Theme, shipped
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence


@dataclass(frozen=True, eq=False)
class ThemeCheck:
    """The check of one or more themes.

    Parameters
    ----------
    cases : DataFrame
        The files' own tests: theme, line, text, expected, found, right.
    never : DataFrame
        Patterns that can never count, whatever the text: theme, line, pattern, why.
    patterns : DataFrame
        Every pattern, by theme, those with most hits first: theme, line, pattern, pole, hits, share of the theme's
        hits, an example.
    overlaps : DataFrame
        Pairs of themes whose hits share words: theme, other, hits, share of the theme's hits. The other may be one
        that ships.
    """

    cases: pd.DataFrame
    never: pd.DataFrame
    patterns: pd.DataFrame
    overlaps: pd.DataFrame

    @property
    def passed(self) -> bool:
        """Whether every test comes out right."""
        return bool(self.cases["right"].all())

    @property
    def silent(self) -> list[str]:
        """The patterns that hit nothing."""
        return list(self.patterns.loc[self.patterns["hits"] == 0, "pattern"])

    @property
    def summary(self) -> pd.DataFrame:
        """One row a theme: patterns, how many hit nothing, hits, the pattern with most hits and its share of them."""
        rows = [
            (
                name,
                len(own),
                int((own["hits"] == 0).sum()),
                int(own["hits"].sum()),
                *own.iloc[0][["pattern", "share"]],
            )
            for name, own in self.patterns.groupby("theme", sort=False)
        ]
        return pd.DataFrame(rows, columns=["theme", "patterns", "silent", "hits", "most", "share"])


def check_themes(themes: Sequence[Theme], cases: Corpus, texts: Corpus) -> ThemeCheck:
    """Run themes over their own tests and over real texts.

    Parameters
    ----------
    themes : sequence of Theme
    cases : Corpus
        The texts of all tests of all themes, in order.
    texts : Corpus
        The texts to try them on; it may be empty.
    """
    found = ThemeExtractor(tuple(themes)).extract(texts)
    never = [(named(t), e.line, e.pattern, why) for t in themes for e, why in impossible(t)]
    return ThemeCheck(
        case_table(themes, cases),
        pd.DataFrame(never, columns=["theme", "line", "pattern", "why"]),
        pattern_table(themes, found, texts),
        overlap_table(themes, found, texts),
    )


def named(theme: Theme) -> str:
    """Return the name of a theme without its family."""
    return theme.feature.name.split(".", 1)[1]


def case_table(themes: Sequence[Theme], cases: Corpus) -> pd.DataFrame:
    """Return the files' tests with what was found."""
    rows = []
    doc = 0
    for theme in themes:
        evidence = ThemeExtractor((theme,)).extract(cases) if theme.cases else None
        for case in theme.cases:
            mine = evidence.where(evidence.doc == doc) if evidence is not None else ()
            sign = "+" if len(mine) and mine.weight.sum() > 0 else "-"  # type: ignore[union-attr]
            right = len(mine) == case.hits and (not case.pole or not len(mine) or sign == case.pole)
            said = f"{len(mine)}{sign if len(mine) else ''}"
            rows.append((named(theme), case.line, case.text, f"{case.hits}{case.pole}", said, right))
            doc += 1
    return pd.DataFrame(rows, columns=["theme", "line", "text", "expected", "found", "right"])


def pattern_table(themes: Sequence[Theme], found: Evidence, texts: Corpus) -> pd.DataFrame:
    """Return every pattern with its hits and an example."""
    feature = {str(f): n for n, f in enumerate(found.features)}
    names = np.array(found.entries, object)[found.entry] if len(found) else np.empty(0, object)
    counts = Counter(zip(found.feature.tolist(), names, strict=True))
    totals = Counter(found.feature.tolist())
    first: dict[tuple[int, str], str] = {}
    for n, (code, name) in enumerate(zip(found.feature.tolist(), names, strict=True)):
        if (code, name) not in first:
            text, start, end = texts.documents[found.doc[n]].text, found.start[n], found.end[n]
            around = " ".join(text[max(0, start - 30) : end + 30].split())
            first[code, name] = f"…{around}…"
    rows = []
    for theme in themes:
        code = feature[str(theme.feature)]
        own = [
            (
                named(theme),
                e.line,
                e.pattern,
                "+" if e.weight > 0 else "-",
                counts[code, e.pattern],
                counts[code, e.pattern] / max(1, totals[code]),
                first.get((code, e.pattern), ""),
            )
            for e in theme.entries
        ]
        rows += sorted(own, key=lambda r: -r[4])
    return pd.DataFrame(rows, columns=["theme", "line", "pattern", "pole", "hits", "share", "example"])


def overlap_table(themes: Sequence[Theme], found: Evidence, texts: Corpus) -> pd.DataFrame:
    """Return how many hits of each theme share words with another, or with one that ships."""
    others = tuple(t for t in shipped() if t.feature.name not in {x.feature.name for x in themes})
    theirs = ThemeExtractor(others).extract(texts)
    spans = {named(t): rows for t, rows in zip(themes, by_feature(found, len(themes)), strict=True)}
    beside = {named(t): rows for t, rows in zip(others, by_feature(theirs, len(others)), strict=True)}
    rows = []
    for name, own in spans.items():
        for other, its in {**spans, **beside}.items():
            if other != name and (hits := shared(own, its)):
                label = other if other in spans else f"{other} (ships)"
                rows.append((name, label, hits, hits / len(own)))
    table = pd.DataFrame(rows, columns=["theme", "other", "hits", "share"])
    return table.sort_values(["theme", "hits"], ascending=[True, False], kind="stable", ignore_index=True)


Spans = list[tuple[int, int, int]]


def by_feature(found: Evidence, size: int) -> list[Spans]:
    """Return document, start and end of the evidence of each feature, in order."""
    out: list[Spans] = [[] for _ in range(size)]
    for code, doc, start, end in zip(found.feature, found.doc, found.start, found.end, strict=True):
        out[code].append((int(doc), int(start), int(end)))
    return [sorted(rows) for rows in out]


def shared(own: Spans, its: Spans) -> int:
    """Return how many spans share a character with one of some others; in time linear in their number."""
    hits = at = 0
    reach: tuple[int, int] = (-1, -1)  # how far those that begin before have come
    for doc, start, end in own:
        while at < len(its) and its[at][:2] < (doc, end):
            reach = max(reach, (its[at][0], its[at][2]))
            at += 1
        hits += reach > (doc, start)
    return hits
