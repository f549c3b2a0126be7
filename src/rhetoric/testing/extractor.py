"""What every extractor must keep."""

from __future__ import annotations

import json
import re

import numpy as np
import pandas as pd

from rhetoric.errors import ContractError
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Extractor, Feature

NAME = re.compile(r"[a-z][a-z0-9_-]*\.[a-z][a-z0-9_-]*")


def check_extractor(extractor: Extractor, corpus: Corpus) -> None:
    """Check an extractor against its contract on some texts.

    Parameters
    ----------
    extractor : Extractor
    corpus : Corpus
        At least two texts with passages and tokens, in which it finds something.

    Raises
    ------
    ContractError
        If its features are not unique or do not print as ``family.name@version``; if evidence lies outside the text,
        is not sorted, has a weight that is no number or attrs that are not JSON; if two runs differ; if the evidence
        of some texts together is not that of each (the shard law); or if the corpus was changed.
    """
    if len(corpus) < 2:
        raise ContractError(
            "the corpus has fewer than two texts", "give two, so that the shard law can be tried"
        )
    if not isinstance(extractor, Extractor):
        raise ContractError(
            f"{type(extractor).__name__} is no extractor", "give it `features` and `extract(corpus)`"
        )
    check_features(extractor.features)
    before = snapshot(corpus)
    evidence = extractor.extract(corpus)
    if snapshot(corpus) != before:
        raise ContractError("the corpus was changed", "copy what you change; a corpus is shared")
    check_evidence(evidence, extractor.features, corpus)
    whole = table(evidence, corpus)
    if not len(whole):
        raise ContractError("nothing was found in the corpus", "give texts in which it finds something")
    if not whole.equals(table(extractor.extract(corpus), corpus)):
        raise ContractError("two runs differ", "use no state and no random numbers but those keyed by unit")
    parts = Evidence.concat([extractor.extract(corpus[:1]), extractor.extract(corpus[1:])])
    if not whole.equals(table(parts, corpus)):
        do = "look at one text at a time; statistics over all texts belong in a comparison"
        raise ContractError("texts apart give other evidence than together (the shard law)", do)
    empty = extractor.extract(corpus[:0])
    if len(empty):
        raise ContractError("evidence was found in an empty corpus", "take evidence from `corpus` alone")


def check_features(features: tuple[Feature, ...]) -> None:
    """Check that features are there, print as identities, and are unique."""
    if not isinstance(features, tuple) or not features:
        raise ContractError("`features` is not a tuple with a feature in it", "return a tuple of Feature")
    for feature in features:
        if not isinstance(feature, Feature) or not NAME.fullmatch(feature.name) or feature.version < 1:
            what = f"{feature} does not print as family.name@version"
            raise ContractError(what, "use lower-case letters, digits, _ and -, and versions from 1")
    names = [f.name for f in features]
    if len(set(names)) < len(names):
        twice = next(n for n in names if names.count(n) > 1)
        raise ContractError(f"two features are called {twice!r}", "give each feature its own name")


def check_evidence(evidence: Evidence, features: tuple[Feature, ...], corpus: Corpus) -> None:
    """Check that evidence is what it says and lies where it says."""
    if not isinstance(evidence, Evidence):
        raise ContractError("`extract` returned no Evidence", "use Evidence.gather or Evidence.build")
    if evidence.features != features or evidence.docs != corpus.ids:
        do = "pass every feature, found or not, and the whole corpus to Evidence.build"
        raise ContractError("the evidence names other features or texts than were asked for", do)
    sizes = np.array([len(d.text) for d in corpus.documents])
    if ((evidence.start < 0) | (evidence.start >= evidence.end) | (evidence.end > sizes[evidence.doc])).any():
        raise ContractError("a span is empty or lies outside its text", "count code points from 0, half-open")
    order = np.lexsort((evidence.feature, evidence.end, evidence.start, evidence.doc))
    if (np.diff(order) != 1).any():
        raise ContractError("the evidence is not sorted", "use Evidence.gather or Evidence.build")
    if not np.isfinite(evidence.weight).all():
        raise ContractError("a weight is not a finite number", "leave out what cannot be weighed")
    for attrs in evidence.attrs:
        try:
            json.dumps(attrs, allow_nan=False)
        except (TypeError, ValueError) as fault:
            do = "keep to texts, numbers, lists and mappings"
            raise ContractError(f"attrs are not JSON ({fault})", do) from None


def table(evidence: Evidence, corpus: Corpus) -> pd.DataFrame:
    """Return evidence as rows that can be compared, without regard to how ties are ordered."""
    rows = evidence.table({d.id: d.text for d in corpus.documents})
    rank = {doc: n for n, doc in enumerate(corpus.ids)}
    rows = rows.assign(doc=[rank[d] for d in rows["doc_id"]])
    return rows.sort_values(["doc", "start", "end", "feature", "entry", "weight"], ignore_index=True)


def snapshot(corpus: Corpus) -> tuple[object, ...]:
    """Return all that a corpus holds as values."""
    columns = (corpus.passages, corpus.spoken, corpus.tokens)
    return (
        corpus.documents,
        corpus.voices,
        corpus.quotations,
        corpus.tokens.vocab.types,
        tuple(tuple(getattr(c, n).tolist()) for c in columns for n in c.types),
    )
