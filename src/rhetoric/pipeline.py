"""The whole way through in one function. Read this first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from rhetoric import asking, coding, compare, encode, load, match, report, score, segment, voice
from rhetoric.errors import EmptyInput, NotFound, TooFewTexts
from rhetoric.model import provenance, tables
from rhetoric.model.comparison import Comparison
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Extractor
from rhetoric.model.material import Material
from rhetoric.model.problem import Problem
from rhetoric.model.report import Report
from rhetoric.registry import EXTRACTORS, find, names
from rhetoric.settings import LAYERS, Settings

TEXTURE_DRAWS = 400  # a spread needs fewer draws than percentiles do


def read(documents: Iterable[Document], settings: Settings) -> Corpus:
    """Take documents to a corpus: passages, voices, tokens."""
    corpus = Corpus(tuple(documents))
    overrides = voice.read_overrides(settings.overrides) if settings.overrides else ()
    return encode.encode(voice.attribute(segment.segment(corpus), overrides))


def prepared(documents: Iterable[Document]) -> Corpus:
    """Take documents to passages and tokens, without voices: enough to look for patterns."""
    return encode.encode(segment.segment(Corpus(tuple(documents))))


def unused(documents: Iterable[Document], settings: Settings, others: Iterable[str] = ()) -> list[Problem]:
    """Return a warning for each of the user's corrections that fits no text; `others` are ids of texts not at hand."""
    if not settings.overrides:
        return []
    return voice.misplaced(voice.read_overrides(settings.overrides), documents, others)


def extractors(settings: Settings, extra: Sequence[Extractor] = ()) -> list[Extractor]:
    """Return the extractors of the chosen layers, every plug-in, and any passed as objects."""
    chosen = [n for n in names(EXTRACTORS) if n in settings.layers or n not in LAYERS]
    found = [find(EXTRACTORS, name) for name in chosen]
    return [f.of(settings) if hasattr(f, "of") else f() if isinstance(f, type) else f for f in found] + list(
        extra
    )


def analyse_documents(
    documents: Iterable[Document],
    settings: Settings | None = None,
    problems: Sequence[Problem] = (),
    extra: Sequence[Extractor] = (),
) -> Analysis:
    """Take documents the whole way to evidence and scores; see `analyse`."""
    settings = settings or Settings()
    corpus = read(documents, settings)
    evidence = Evidence.concat([e.extract(corpus) for e in extractors(settings, extra)])
    return Analysis(corpus, evidence, corpus.exposure, settings, tuple(problems))


def analyse(
    inputs: str | Path | Sequence[str | Path],
    settings: Settings | None = None,
    extra: Sequence[Extractor] = (),
    **choices: Any,
) -> Analysis:
    """Read texts, find out who speaks, what they appeal to and how, and score it.

    Parameters
    ----------
    inputs : path or sequence of paths
        Files and folders.
    settings : Settings, optional
    extra : sequence of Extractor
        Extractors of your own.
    **choices
        Single settings, such as ``layers=("theme",)`` or ``seed=1``; see `Settings`.

    Returns
    -------
    Analysis

    Raises
    ------
    EmptyInput
        If none of the inputs could be read; the message says why for each.
    SettingsError
        If a choice is unknown or out of range.

    Examples
    --------
    >>> a = analyse("corpus/")                                    # doctest: +SKIP
    >>> a.scores.query("voice == 'Jon Cruddas'")                  # doctest: +SKIP
    """
    plain = (settings or Settings()).plain()
    chosen = Settings.of({**plain, **choices})
    loaded = load.load([inputs] if isinstance(inputs, (str, Path)) else list(inputs), chosen)
    if not loaded.documents:
        why = "; ".join(f"{p.source}: {p.message}" for p in loaded.problems) or "no inputs were given"
        raise EmptyInput(
            f"nothing could be read ({why})", "name a text file, a folder or a table with a text column"
        )
    problems = (*loaded.problems, *unused(loaded.documents, chosen))
    return analyse_documents(loaded.documents, chosen, problems, extra)


@dataclass(frozen=True, eq=False)
class Analysis:
    """Texts with everything found in them, and the ways to look at it.

    Parameters
    ----------
    corpus : Corpus
    evidence : Evidence
    exposure : Exposure
    settings : Settings
    problems : tuple of Problem
        What could not be read, was repaired, or limits what can be said.
    """

    corpus: Corpus
    evidence: Evidence
    exposure: Exposure
    settings: Settings
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def scores(self) -> pd.DataFrame:
        """One row a text, voice and feature: value, hits, exposure and interval; see the table contract."""
        s = self.settings
        rates = score.rates(self.evidence, self.exposure, compare.hull(s.level, s.draws, s.seed))
        if "texture" not in s.layers:
            return rates
        rows = pd.concat([rates, self.texture], ignore_index=True)
        place = {d: n for n, d in enumerate(self.corpus.ids)}
        return rows.iloc[rows["doc_id"].map(place).argsort(kind="stable")].reset_index(drop=True)

    @cached_property
    def texture(self) -> pd.DataFrame:
        """Readability, lexical diversity and rhythm, as rows of the scores table; see `rhetoric.score.texture.texture`."""
        s = self.settings
        return score.texture(self.corpus, compare.resampling(s.level, min(s.draws, TEXTURE_DRAWS), s.seed))

    @cached_property
    def documents(self) -> pd.DataFrame:
        """One row a text."""
        return tables.documents(self.corpus)

    @cached_property
    def quotations(self) -> pd.DataFrame:
        """One row a quotation, reported clause or turn, with its speaker."""
        return tables.quotations(self.corpus)

    @cached_property
    def stance(self) -> pd.DataFrame:
        """One row a mention of somebody: whose stance, toward whom, for or against, how sure."""
        return tables.stance(self.corpus, self.evidence)

    @cached_property
    def found(self) -> pd.DataFrame:
        """One row a piece of evidence, with its words."""
        return self.evidence.table({d.id: d.text for d in self.corpus.documents})

    @cached_property
    def words_by_voice(self) -> pd.DataFrame:
        """One row a text and voice: the words, sentences and characters that scores are held against."""
        return self.exposure.table()

    @cached_property
    def voices(self) -> pd.DataFrame:
        """One row a text and voice: role, how it was decided, how sure, words."""
        return tables.voices(self.corpus, self.exposure)

    def sides(self, by: str) -> dict[tuple[str, str], str]:
        """Return which side each voice of each text is on: by voice, by text, or by a field of the texts.

        Only authors, speakers and quoted voices take sides; headings and unattributed words do not.

        Raises
        ------
        NotFound
            If no text has such a field; the message lists those there are.
        """
        out = {}
        fields = {d.id: d.field(by) for d in self.corpus.documents} if by != "voice" else {}
        if fields and not any(v is not None for v in fields.values()):
            known = {"voice", "doc_id"} | {k for d in self.corpus.documents for k in d.meta}
            known |= {
                k for d in self.corpus.documents for k in ("author", "date", "kind", "source") if d.field(k)
            }
            raise NotFound(
                f"no text has a field {by!r}", f"choose from {', '.join(sorted(known)[:30])}", "by"
            )
        for row in self.voices.itertuples():
            if row.role != "unknown":
                side = row.voice if by == "voice" else fields[str(row.doc_id)]
                if side is not None:
                    out[str(row.doc_id), str(row.voice)] = str(side)
        return out

    def compare(self, by: str = "", a: str = "", b: str = "") -> Comparison:
        """Compare two sides on every measure.

        Parameters
        ----------
        by : str
            ``'voice'`` (default), ``'doc_id'``, or a field of the texts such as ``'party'``.
        a, b : str
            The sides; by default the two with the most words.

        Raises
        ------
        NotFound
            If there is no such side; the message lists them.
        TooFewTexts
            If there are fewer than two sides.
        """
        by = by or self.settings.by
        sides = self.sides(by)
        words: dict[str, int] = {}
        for row in self.words_by_voice.itertuples():
            if side := sides.get((str(row.doc_id), str(row.voice))):
                words[side] = words.get(side, 0) + int(str(row.words))
        largest = sorted(words, key=lambda s: (-words[s], s))
        for given in (a, b):
            if given and given not in words:
                raise NotFound(f"no side {given!r} by {by}", f"choose from {', '.join(largest[:20])}")
        rest = [s for s in largest if s not in (a, b)]
        a = a or (rest.pop(0) if rest else "")
        b = b or (rest.pop(0) if rest else "")
        if not a or not b:
            raise TooFewTexts(f"there is one side only by {by}", "compare by another field, or add a text")
        order = [s for s in self.in_order(sides) if s in (a, b)]
        return self._contrast(by, sides, *order)

    def in_order(self, sides: Mapping[tuple[str, str], str]) -> list[str]:
        """Return the sides in the order of the texts, the author of a text before those it quotes."""
        return list(dict.fromkeys(sides.values()))

    def _contrast(self, by: str, sides: dict[tuple[str, str], str], a: str, b: str) -> Comparison:
        return compare.contrast(
            self.evidence,
            self.exposure,
            a=a,
            b=b,
            by=by,
            sides=sides,
            kinds={d.id: d.kind for d in self.corpus.documents},
            settings=self.settings,
        )

    def stances(self, target: str = "") -> pd.DataFrame:
        """Return who is for or against whom, summed up over mentions, with intervals; see `rhetoric.compare.stances`.

        Parameters
        ----------
        target : str
            Only toward whom or what this names; see `toward`.
        """
        texts = {d.id: d.text for d in self.corpus.documents}
        evidence = self._asked(target) if target else self.evidence
        return compare.stances(evidence, texts, self.settings.level)

    def toward(self, target: str, acts: bool = False) -> pd.DataFrame:
        """Return every place where a target is named, with the stance shown there and the reason.

        Parameters
        ----------
        target : str
            A name in any form that the lists or the texts know ('Liberal Democrats', 'lib dems', 'Miliband'); or else any words, or a
            pattern, which are then asked about wherever they stand ('the City'). See `rhetoric.asking.stance_toward`.
        acts : bool
            Whether to give rows as well for acts toward the target that the text judges: 'acts against Liberal Democrats', below 0 where
            they are called wrong. Leave them out before taking means.

        Returns
        -------
        DataFrame
            doc_id, holder (the voice), target (the name that all names are gathered under, or the words asked for), start, end, text (the
            words of the mention), sentence, value (-1 to 1), label, sure, why, rule; passages printed again are left out.

        Raises
        ------
        NotFound
            If nobody is called so and the words stand nowhere; the message offers the nearest names.

        Examples
        --------
        >>> analyse("corpus/").toward("Liberal Democrats")            # doctest: +SKIP
        """
        return asking.toward(self.corpus, self._asked(target), acts)

    def _asked(self, target: str) -> Evidence:
        return asking.stance_toward(self.corpus, self.evidence, target, self.settings)

    def instruments(self) -> pd.DataFrame:
        """Return how word lists and the reading by meaning agree on each theme; see `rhetoric.compare.instruments`."""
        return compare.instruments(self.evidence, self.exposure)

    def kwic(self, pattern: str, width: int = 60, sort: match.Sort = "text") -> match.Concordance:
        """Return every place where a pattern stands, with the words around it and the voice; see `concordance`."""
        return match.concordance(self.corpus, pattern, width, sort)

    def collocates(self, pattern: str, window: int = 5) -> pd.DataFrame:
        """Return the words that stand near a pattern more often than elsewhere; see `rhetoric.compare.collocates`."""
        return compare.collocates(self.corpus, pattern, window)

    def material(self, by: str = "", command: str = "") -> Material:
        """Return all that a report is made from."""
        by = by or self.settings.by
        try:
            comparison = self.compare(by)
        except TooFewTexts:
            comparison = None
        words = None
        if comparison:
            words = compare.distinctive(self.corpus, self.sides(by), comparison.a, comparison.b)
        return Material(
            self.corpus,
            self.evidence,
            self.exposure,
            self.scores,
            comparison,
            words,
            self.problems,
            provenance.of(self.corpus, self.evidence, self.settings, command),
            self.settings,
            tuple(coding.read_record(Path(v)) for v in self.settings.validations),
            self.instruments() if "meaning" in self.settings.layers else None,
            self.stances() if "stance" in self.settings.layers else None,
        )

    def report(self, by: str = "", command: str = "") -> Report:
        """Return the report: ``.save("report.html")``, ``.show()`` in a notebook, ``.markdown()``, ``.json()``."""
        return report.build(self.material(by, command))

    def __repr__(self) -> str:
        n = len(self.corpus)
        words = int(self.exposure.words.sum())
        return f"<Analysis of {n} text{'s' * (n != 1)}: {words:,} words, {len(self.evidence):,} pieces of evidence>"

    def _repr_html_(self) -> str:
        warned = "".join(f"<li>{escape(p.source)}: {escape(p.message)}</li>" for p in self.problems)
        notes = (
            f"<details><summary>{len(self.problems)} notes on the input</summary><ul>{warned}</ul></details>"
        )
        voices = self.voices.to_html(index=False, float_format="{:.2f}".format)
        return f"<p>{escape(repr(self)[1:-1])}</p>{voices}{notes if self.problems else ''}"
