"""The whole way through in one function. Read this first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rhetoric import encode, load, segment, voice
from rhetoric.analysis import Analysis
from rhetoric.errors import EmptyInput, SettingsError
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Extractor
from rhetoric.model.problem import Problem
from rhetoric.registry import EXTRACTORS, find, names
from rhetoric.settings import LAYERS, Settings

LEAST_SIDES = 2
LEAST_DATED = 10  # texts with dates from which a report has a section over time
MOST_LINES, LEAST_TEXTS = 4, 3  # lines in it beside each other, and texts of each
LEAST_GROUPS = 3  # from so many on each is held against all the others together
WORDS = 20  # distinctive words of each group
AFTERWARDS = ("by", "text", "validations")  # settings that may be chosen when results are read back
TEXTURE_DRAWS = 400  # a spread needs fewer draws than percentiles do


def read(documents: Iterable[Document], settings: Settings, encoder: encode.Encoder | None = None) -> Corpus:
    """Take documents to a corpus: passages, voices, tokens. An encoder that lives on knows the words of texts before."""
    corpus = Corpus(tuple(documents))
    if settings.tier == "lexical":
        return voice.by_marks(segment.segment(encode.encode(corpus, encoder), quick=True))
    overrides = voice.read_overrides(settings.overrides) if settings.overrides else ()
    return encode.encode(voice.attribute(segment.segment(corpus), overrides), encoder)


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
    encoder: encode.Encoder | None = None,
) -> Analysis:
    """Take documents the whole way to evidence and scores; see `analyse`."""
    settings = settings or Settings()
    corpus = read(documents, settings, encoder)
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


def reopen(folder: str | Path, **choices: Any) -> Analysis:
    """Read the results of `rhetoric batch` back: voices are found again, which is quick, and nothing is extracted again.

    Parameters
    ----------
    folder : path
        A result directory with tables as Parquet, JSON lines or CSV.
    **choices
        What is chosen after the fact: ``by``, ``text``, ``validations``. All other settings are those of the run.

    Returns
    -------
    Analysis
        Equal to that of the inputs, evidence by evidence.

    Raises
    ------
    SettingsError
        If another setting is named, or if lexicons or models have changed since the run.
    MissingInput, InputError
        If tables lack or are not those of the run.
    """
    fixed = [name for name in choices if name not in AFTERWARDS]
    if fixed:
        do = f"leave {fixed[0]} out, or run 'rhetoric batch' again with it"
        raise SettingsError("results keep the settings they were made with", do, str(folder))
    held = load.results(folder)
    settings = Settings.of({**held.settings.plain(), **choices})
    features = [f for e in extractors(settings) for f in e.features]
    if tuple(map(str, features)) != held.features:
        raise SettingsError(
            "what is looked for has changed since the results were made",
            "run 'rhetoric batch --force' again",
            str(folder),
        )
    corpus = read(held.documents, settings)
    evidence = Evidence.read(held.evidence, corpus, features)
    return Analysis(corpus, evidence, corpus.exposure, settings, held.problems, held.scores)
