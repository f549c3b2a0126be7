"""Stance toward whom or what somebody asks about: a name in any form, or a phrase as it stands in the texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.errors import NotFound
from rhetoric.extract.actorfile import read_actors, shipped_actors
from rhetoric.extract.mentions import mentions
from rhetoric.extract.stance import Asked, StanceExtractor
from rhetoric.match import Entry, compile_patterns, find, longest
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.naming.names import TITLE
from rhetoric.settings import Settings

COLUMNS = (
    "doc_id",
    "holder",
    "target",
    "start",
    "end",
    "text",
    "sentence",
    "value",
    "label",
    "sure",
    "why",
    "rule",
)
TITLED = re.compile(rf"^(?:{TITLE}\b\.?\s+)+", re.IGNORECASE)
QUALIFIER = re.compile(r"\s*\([^)]*\)$")
ACTS = ("acts for ", "acts against ")  # before the target of an act that is judged
NEAREST = 3  # names offered where nobody fits


@lru_cache(maxsize=1)
def stance_toward(corpus: Corpus, evidence: Evidence, target: str, settings: Settings) -> Evidence:
    """Return the evidence of stance toward a target, passages printed again left out.

    Parameters
    ----------
    corpus : Corpus
    evidence : Evidence
        Of the corpus; where no stance was read, it is read now.
    target : str
        A name, in capitals or not: the one that all names of an actor are gathered under, any other of its names, or a part of a
        person's. Where several actors fit, all are taken, unless one is called so in full. Where none fits, or there is no stance
        toward any that does, a pattern (`rhetoric.match.pattern`): every place where it stands is asked about.
    settings : Settings

    Raises
    ------
    NotFound
        If nobody is called so and the phrase stands nowhere; the message offers the nearest names.
    DictionaryError
        If nobody is called so and the target is no pattern.
    """
    names = names_of(corpus, settings.actors)
    actors = called(target, names)
    found = toward_actors(corpus, evidence, actors, settings) if actors else evidence.where(slice(0))
    if not len(found):
        found = toward_phrase(corpus, target, settings)
    found = found.where(~found.repeat)
    if not len(found):
        raise NotFound(f"nobody is called {target!r}, and these words stand nowhere", offer(target, names))
    return found


def toward(corpus: Corpus, evidence: Evidence, acts: bool = False) -> pd.DataFrame:
    """Return evidence of stance as rows with their sentences; see `rhetoric.pipeline.Analysis.toward`."""
    texts = [d.text for d in corpus.documents]
    inside = corpus.rows_at(corpus.sentences, evidence.doc, evidence.start)
    rows = []
    for n, attrs in enumerate(evidence.attrs):
        if attrs["kind"] == "act" and not acts:
            continue
        doc, start, end = int(evidence.doc[n]), int(evidence.start[n]), int(evidence.end[n])
        row, voice = int(inside[n]), int(evidence.voice[n])
        around = (
            slice(int(corpus.sentences.start[row]), int(corpus.sentences.end[row]))
            if row >= 0
            else slice(start, end)
        )
        rows.append(
            (
                evidence.docs[doc],
                evidence.voices[voice] if voice >= 0 else None,
                attrs["target"],
                start,
                end,
                texts[doc][start:end],
                texts[doc][around],
                float(evidence.weight[n]),
                attrs["label"],
                float(attrs["sure"]),
                attrs["why"],
                evidence.entries[evidence.entry[n]],
            )
        )
    types: dict[str, str] = dict.fromkeys(COLUMNS, "str")
    types |= {"start": "int64", "end": "int64", "value": "float64", "sure": "float64"}
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(types)


@lru_cache(maxsize=1)
def names_of(corpus: Corpus, own: str = "") -> Mapping[str, frozenset[str]]:
    """Return the names, folded, of everybody that some texts name, those most often named first.

    Parameters
    ----------
    corpus : Corpus
    own : str
        Path of the user's own actors.

    Notes
    -----
    Of a listed actor, all names of the list, whether the texts print them or not; of a person, besides, every run of words of the
    name, and the names as printed.
    """
    named = mentions(corpus, own)
    listed = {a.name: (*a.alias, *a.weak) for a in (*shipped_actors(), *(read_actors(own) if own else ()))}
    out: dict[str, set[str]] = {}
    for actor, _ in Counter(m.actor for m in named).most_common():
        out[actor] = {folded(n) for n in (actor, QUALIFIER.sub("", actor), *listed.get(actor, ()))}
    for m in named:
        if m.kind == "person" and m.how == "name":
            words = folded(m.actor).split()
            out[m.actor] |= {
                " ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)
            }
            out[m.actor].add(folded(corpus.documents[m.doc].text[m.start : m.end]))
    return {actor: frozenset(found - {""}) for actor, found in out.items()}


def folded(name: str) -> str:
    """Return a name in small letters, without *the* and curly apostrophes."""
    return " ".join(name.replace("’", "'").split()).casefold().removeprefix("the ")


def called(target: str, names: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Return the actors that go by a name, or else by it without a title; where one is called so in full, that one."""
    for wanted in (folded(target), TITLED.sub("", folded(target))):
        if whole := tuple(a for a in names if wanted in (folded(a), folded(QUALIFIER.sub("", a)))):
            return whole
        if some := tuple(a for a, forms in names.items() if wanted in forms):
            return some
    return ()


def whom(attrs: Mapping[str, Any]) -> str:
    """Return toward whom a stance is, or the act that is judged."""
    target = str(attrs["target"])
    if attrs["kind"] == "act":
        for before in ACTS:
            target = target.removeprefix(before)
    return target


def toward_actors(corpus: Corpus, evidence: Evidence, actors: Sequence[str], settings: Settings) -> Evidence:
    """Return the stance toward some actors."""
    found = evidence.of("stance")
    if not any(f.family == "stance" for f in evidence.features):
        found = StanceExtractor.of(settings).extract(corpus)
    return found.where(np.array([whom(a) in actors for a in found.attrs], np.bool_))


def toward_phrase(corpus: Corpus, target: str, settings: Settings) -> Evidence:
    """Return the stance toward every place where a pattern stands, under the pattern's own name."""
    hits = find(compile_patterns([Entry(target, where="target")]), corpus)
    hits = longest(hits, np.zeros(len(hits), np.int32))
    tokens = corpus.tokens
    asked = [
        Asked(int(tokens.doc[a]), int(tokens.start[a]), int(tokens.end[b - 1]), target, "asked", "asked")
        for a, b in zip(hits.first, hits.last, strict=True)
    ]
    return StanceExtractor.of(settings).answer(corpus, asked)


def offer(target: str, names: Mapping[str, frozenset[str]]) -> str:
    """Return what the reader of an error can do: the nearest names, or those named most."""
    owner = {form: actor for actor in reversed(list(names)) for form in names[actor]}
    near = get_close_matches(folded(target), owner, 4 * NEAREST, 0.7)
    if offered := list(dict.fromkeys(owner[form] for form in near))[:NEAREST]:
        return f"did you mean {either(offered)}?"
    most = list(names)[:NEAREST]
    return f"named most are {', '.join(most)}" if most else "the texts name nobody"


def either(names: Sequence[str]) -> str:
    """Return names as a choice."""
    quoted = [repr(n) for n in names]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
