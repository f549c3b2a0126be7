"""Texts with everything found in them, and the ways to look at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from rhetoric import compare, match, score
from rhetoric.compare import Unit, WordCounts
from rhetoric.compare.dispersion import Over
from rhetoric.compare.reference import Reference
from rhetoric.errors import NotFound, TooFewTexts
from rhetoric.model import tables
from rhetoric.model.comparison import Comparison
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.groups import Groups
from rhetoric.model.material import Material
from rhetoric.model.problem import Problem
from rhetoric.model.report import Report
from rhetoric.model.scale import Scale
from rhetoric.model.sides import sides
from rhetoric.model.textfacts import TextFacts
from rhetoric.model.topics import Topics
from rhetoric.model.trend import Trend
from rhetoric.model.voice import ALL
from rhetoric.settings import Settings

TEXTURE_DRAWS = 400  # a spread needs fewer draws than percentiles do


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
    scored : DataFrame or None
        The scores, where they were made before.
    """

    corpus: Corpus
    evidence: Evidence
    exposure: Exposure
    settings: Settings
    problems: tuple[Problem, ...] = field(default=())
    scored: pd.DataFrame | None = None

    @cached_property
    def scores(self) -> pd.DataFrame:
        """One row a text, voice and feature: value, hits, exposure and interval; see the table contract."""
        if self.scored is not None:
            return self.scored
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
        """Return which side each voice of each text is on; see `rhetoric.model.sides.sides`."""
        return sides(self.corpus.documents, self.voices, by)

    def compare(self, by: str = "", a: str = "", b: str = "", cluster: str = "") -> Comparison:
        """Compare two sides on every measure.

        Parameters
        ----------
        by : str
            ``'voice'`` (default), ``'doc_id'``, or a field of the texts such as ``'party'``.
        a, b : str
            The sides; by default the two with the most words.
        cluster : str
            What texts are clusters of: ``'voice'`` (the speaker), a field, or several with commas between, such as ``'party,year'``.
            From eight clusters a side on they are resampled in place of texts.

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
        return self._contrast(by, sides, *order, cluster=cluster or self.settings.cluster)

    def groups(self, by: str = "") -> Groups:
        """Compare several groups on every measure, each with all the others together; see `rhetoric.compare.groups`.

        Parameters
        ----------
        by : str
            ``'voice'`` (default), ``'doc_id'``, or a field of the texts such as ``'party'``.
        """
        by = by or self.settings.by
        kinds = {d.id: d.kind for d in self.corpus.documents}
        return compare.groups(
            self.evidence, self.exposure, by=by, sides=self.sides(by), kinds=kinds, settings=self.settings
        )

    def in_order(self, sides: Mapping[tuple[str, str], str]) -> list[str]:
        """Return the sides in the order of the texts, the author of a text before those it quotes."""
        return list(dict.fromkeys(sides.values()))

    def _clusters(self, names: str) -> dict[tuple[str, str], str]:
        every = [self.sides(name.strip()) for name in names.split(",")]
        return {pair: ", ".join(e[pair] for e in every) for pair in every[0] if all(pair in e for e in every)}

    def _contrast(
        self, by: str, sides: dict[tuple[str, str], str], a: str, b: str, *, cluster: str = ""
    ) -> Comparison:
        return compare.contrast(
            self.evidence,
            self.exposure,
            a=a,
            b=b,
            by=by,
            sides=sides,
            kinds={d.id: d.kind for d in self.corpus.documents},
            facts=self._facts,
            settings=self.settings,
            clusters=self._clusters(cluster) if cluster else None,
            cluster=cluster,
        )

    @cached_property
    def _facts(self) -> dict[str, TextFacts]:
        return compare.text_facts(self.corpus)

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
        from rhetoric.asking import toward

        return toward(self.corpus, self._asked(target), acts)

    def _asked(self, target: str) -> Evidence:
        from rhetoric.asking import stance_toward

        return stance_toward(self.corpus, self.evidence, target, self.settings)

    def instruments(self) -> pd.DataFrame:
        """Return how word lists and the reading by meaning agree on each theme; see `rhetoric.compare.instruments`."""
        return compare.instruments(self.evidence, self.exposure)

    def cooccurrence(
        self,
        inner: str | Sequence[str] = "metaphor",
        outer: str | Sequence[str] = "theme.realignment",
        unit: Unit = "paragraph",
        by: str = "voice",
        each: bool = False,
        apart: bool = False,
    ) -> pd.DataFrame:
        """Return how often one feature stands in the passages that hold another, and elsewhere; see `rhetoric.compare.cooccurrence`.

        Parameters
        ----------
        inner, outer : str or sequence of str
            Features or families: metaphors inside the passages on realignment.
        unit : {'sentence', 'paragraph'} or int
            What a passage is; a number is that of sentences in a row.
        by : str
            A row for each ``'voice'``, text (``'doc_id'``) or value of a field of the texts; ``'all'`` pools every word.
        each, apart : bool
            A row for each feature of an inner family; leave out hits that share words with the outer.
        """
        return compare.cooccurrence(
            self.corpus,
            self.evidence,
            self.exposure,
            inner,
            outer,
            sides=self._groups(by),
            unit=unit,
            each=each,
            apart=apart,
            settings=self.settings,
        )

    def together(self, inner: str, outer: str, unit: Unit = "paragraph", by: str = "voice") -> pd.DataFrame:
        """Return the passages behind `cooccurrence`, with their words and hits; see `rhetoric.compare.together`."""
        return compare.together(
            self.corpus, self.evidence, self.exposure, inner, outer, sides=self._groups(by), unit=unit
        )

    def _groups(self, by: str) -> dict[tuple[str, str], str]:
        if by != ALL:
            return self.sides(by)
        rows = self.words_by_voice
        return dict.fromkeys(zip(rows["doc_id"], rows["voice"], strict=True), ALL)

    def kwic(self, pattern: str, width: int = 60, sort: match.Sort = "text") -> match.Concordance:
        """Return every place where a pattern stands, with the words around it and the voice; see `concordance`."""
        return match.concordance(self.corpus, pattern, width, sort)

    def collocates(self, pattern: str, window: int = 5, least: int = 2) -> pd.DataFrame:
        """Return the words that stand near a pattern more often than elsewhere; see `rhetoric.compare.collocates`."""
        return compare.collocates(self.corpus, pattern, window, least, self.settings.level)

    def collocations(self, size: int = 2, least: int = 5, function_words: bool = True) -> pd.DataFrame:
        """Return the runs of two or three words that hold together; see `rhetoric.compare.collocations`."""
        return compare.collocations(self.corpus, size, least, function_words)

    def keyness(
        self,
        by: str = "",
        a: str = "",
        b: str = "",
        reference: str | Path | Reference | None = None,
        **options: Any,
    ) -> pd.DataFrame:
        """Return the words that set groups apart, with effect sizes and intervals; see `rhetoric.compare.keyness`.

        Parameters
        ----------
        by : str
            ``'voice'`` (default), ``'doc_id'``, or a field of the texts such as ``'party'``.
        a, b : str
            With neither, every group is held against all the others; with `a`, only this one; with both, `a` against `b`.
        reference : str, Path or Reference, optional
            Held against instead: ``'english'``, a table of words and counts, or texts; see `rhetoric.against.reference`.
        **options
            Such as ``measure="low"``, ``least=5`` or ``sizes=(1, 2)``; see `rhetoric.compare.KeynessOptions`.
        """
        from rhetoric import against

        s = self.settings
        chosen = compare.KeynessOptions(**{"level": s.level, "draws": s.draws, "seed": s.seed, **options})
        held = against.reference(reference, s, chosen.sizes)
        return compare.keyness(self.corpus, self.sides(by or s.by), a, b, held, chosen)

    def dispersion(self, over: Over = "text", chunks: int = 10, least: int = 1) -> pd.DataFrame:
        """Return how evenly each word is spread over texts, voices, paragraphs or runs; see `rhetoric.compare.dispersion`."""
        return compare.dispersion(self.corpus, over, chunks, least)

    def wordfish(self, low: str = "", high: str = "", by: str = "doc_id") -> Scale:
        """Place texts, or sides, on the dimension that their words differ on most; see `rhetoric.compare.wordfish`."""
        return compare.wordfish(self._word_counts(by), low, high, level=self.settings.level)

    def wordscores(self, reference: Mapping[str, float], by: str = "doc_id") -> Scale:
        """Place texts, or sides, between reference texts of known position; see `rhetoric.compare.wordscores`."""
        return compare.wordscores(self._word_counts(by), reference, self.settings.level)

    def lss(
        self, high: Sequence[str] = (), low: Sequence[str] = (), near: str = "", by: str = "doc_id"
    ) -> Scale:
        """Place texts, or sides, between seed words, by default good and bad ones; see `rhetoric.compare.lss`."""
        seeds = {"high": high, "low": low} if high or low else compare.SEEDS["sentiment"]
        sides = None if by == "doc_id" else self.sides(by)
        return compare.lss(self.corpus, **seeds, near=near, sides=sides, level=self.settings.level)

    def topics(self, many: int = 10, by: str = "doc_id") -> Topics:
        """Return words that come together over many texts, or sides, with how steady each topic is; see `rhetoric.compare.topics`."""
        return compare.topics(self._word_counts(by), many, self.settings.seed)

    def _word_counts(self, by: str) -> WordCounts:
        return compare.word_counts(self.corpus, None if by == "doc_id" else self.sides(by))

    def trend(self, feature: str | Sequence[str] = (), by: str = "", every: str = "") -> Trend:
        """Return features (names or families, by default all) over the texts' dates, a line a group; see `rhetoric.compare.trend`."""
        return compare.trend(
            self.evidence,
            self.exposure,
            {d.id: d.date for d in self.corpus.documents},
            features=(feature,) if isinstance(feature, str) and feature else tuple(feature),
            every=every,
            sides=self.sides(by) if by else None,
            settings=self.settings,
        )

    def material(self, by: str = "", command: str = "", a: str = "", b: str = "") -> Material:
        """Return all that a report is made from: three or more groups where there are, unless two sides are named."""
        from rhetoric import reporting

        return reporting.material(self, by or self.settings.by, command, a, b)

    def report(self, by: str = "", command: str = "", a: str = "", b: str = "") -> Report:
        """Return the report: ``.save("report.html")``, ``.show()`` in a notebook, ``.markdown()``, ``.json()``.

        Parameters
        ----------
        by : str
            What is compared; see `compare`. Three or more groups are each held against the others.
        command : str
            How the page says it was made.
        a, b : str
            Two sides to hold against each other instead.
        """
        from rhetoric import report

        return report.build(self.material(by, command, a, b))

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
