"""What a theme file does to real texts, before anybody trusts it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from rhetoric.extract.themefile import Theme, shipped
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.model.corpus import Corpus


@dataclass(frozen=True, eq=False)
class ThemeCheck:
    """The check of one theme.

    Parameters
    ----------
    cases : DataFrame
        The file's own tests: line, text, expected, found, right.
    patterns : DataFrame
        Every pattern, those with most hits first: line, pattern, pole, hits, share of all hits, an example.
    overlaps : DataFrame
        Other themes whose evidence shares words with this one's: theme, spans.
    """

    cases: pd.DataFrame
    patterns: pd.DataFrame
    overlaps: pd.DataFrame

    @property
    def passed(self) -> bool:
        """Whether every test of the file comes out right."""
        return bool(self.cases["right"].all())

    @property
    def silent(self) -> list[str]:
        """The patterns that hit nothing."""
        return list(self.patterns.loc[self.patterns["hits"] == 0, "pattern"])


def check_theme(theme: Theme, cases: Corpus, texts: Corpus) -> ThemeCheck:
    """Run a theme over its own tests and over real texts.

    Parameters
    ----------
    theme : Theme
    cases : Corpus
        Document ``n`` is the text of ``theme.cases[n]``.
    texts : Corpus
        The texts to try it on; it may be empty.
    """
    extractor = ThemeExtractor((theme,))
    return ThemeCheck(
        case_table(theme, extractor, cases),
        pattern_table(theme, extractor, texts),
        overlap_table(theme, extractor, texts),
    )


def case_table(theme: Theme, extractor: ThemeExtractor, cases: Corpus) -> pd.DataFrame:
    """Return the file's tests with what was found."""
    evidence = extractor.extract(cases)
    rows = []
    for n, case in enumerate(theme.cases):
        mine = evidence.where(evidence.doc == n)
        sign = "+" if mine.weight.sum() > 0 else "-"
        right = len(mine) == case.hits and (not case.pole or not len(mine) or sign == case.pole)
        rows.append(
            (
                case.line,
                case.text,
                f"{case.hits}{case.pole}",
                f"{len(mine)}{sign if len(mine) else ''}",
                right,
            )
        )
    return pd.DataFrame(rows, columns=["line", "text", "expected", "found", "right"])


def pattern_table(theme: Theme, extractor: ThemeExtractor, texts: Corpus) -> pd.DataFrame:
    """Return every pattern with its hits and an example."""
    evidence = extractor.extract(texts)
    counts = Counter(evidence.entries[e] for e in evidence.entry)
    first: dict[str, str] = {}
    for doc, entry, start, end in zip(
        evidence.doc, evidence.entry, evidence.start, evidence.end, strict=True
    ):
        text = texts.documents[doc].text
        around = " ".join(text[max(0, start - 30) : end + 30].split())
        first.setdefault(evidence.entries[entry], f"…{around}…")
    rows = [
        (
            e.line,
            e.pattern,
            "+" if e.weight > 0 else "-",
            n,
            n / max(1, len(evidence)),
            first.get(e.pattern, ""),
        )
        for e in theme.entries
        for n in (counts[e.pattern],)
    ]
    table = pd.DataFrame(rows, columns=["line", "pattern", "pole", "hits", "share", "example"])
    return table.sort_values(["hits", "line"], ascending=[False, True], ignore_index=True)


def overlap_table(theme: Theme, extractor: ThemeExtractor, texts: Corpus) -> pd.DataFrame:
    """Return how many spans of this theme share words with each of the shipped ones."""
    mine = {
        (d, c)
        for e in [extractor.extract(texts)]
        for d, s, t in zip(e.doc, e.start, e.end, strict=True)
        for c in range(s, t)
    }
    rows = []
    for other in shipped():
        if other.feature.name == theme.feature.name:
            continue
        theirs = ThemeExtractor((other,)).extract(texts)
        shared = sum(
            (d, s) in mine or (d, t - 1) in mine
            for d, s, t in zip(theirs.doc, theirs.start, theirs.end, strict=True)
        )
        if shared:
            rows.append((other.feature.name, shared))
    return pd.DataFrame(rows, columns=["theme", "spans"])
