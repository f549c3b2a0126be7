"""The words behind every number, and the words they are held against."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rhetoric.errors import ContractError
from rhetoric.model.columns import Bools, Columns, Floats, Ints, stack
from rhetoric.model.feature import Feature

if TYPE_CHECKING:
    from rhetoric.model.corpus import Corpus

Attrs = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of evidence as an extractor reports it, before voice and sentence are filled in.

    Parameters
    ----------
    doc : int
        Position in `Corpus.documents`.
    feature : int
        Position in the extractor's `features`.
    entry : str
        The pattern or rule that fired.
    start, end : int
        Half-open code points.
    weight : float
        Its sign is the pole.
    attrs : mapping or None
        Anything else, JSON-ready.
    """

    doc: int
    feature: int
    entry: str
    start: int
    end: int
    weight: float = 1.0
    attrs: Attrs | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Evidence(Columns):
    """Every span that was found, sorted by document, start, end and feature.

    Parameters
    ----------
    doc, feature, entry, voice : int32 arrays
        Positions in `docs`, `features`, `entries`, `voices`.
    start, end : int32 arrays
        Half-open code points into the document's text.
    sentence : int32 array
        Number of the sentence in its document, from 0; -1 outside all.
    weight : float64 array
        Its sign is the pole.
    repeat : bool array
        Whether it stands in a passage printed already; such rows are shown but not counted.
    attrs : object array
        A mapping or ``None``.
    docs, voices, entries : tuple of str
    features : tuple of Feature
        Every feature that was looked for, found or not.
    """

    doc: Ints
    feature: Ints
    entry: Ints
    start: Ints
    end: Ints
    voice: Ints
    sentence: Ints
    weight: Floats
    repeat: Bools
    attrs: npt.NDArray[np.object_]
    docs: tuple[str, ...] = ()
    features: tuple[Feature, ...] = ()
    entries: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    types: ClassVar[dict[str, Any]] = {
        **dict.fromkeys(("doc", "feature", "entry", "start", "end", "voice", "sentence"), np.int32),
        "weight": np.float64,
        "repeat": np.bool_,
        "attrs": np.object_,
    }

    @classmethod
    def gather(cls, corpus: Corpus, features: Sequence[Feature], found: Sequence[Finding]) -> Evidence:
        """Fill in voice, sentence and repeat for an extractor's findings, and drop those in removed stretches."""
        entries: dict[str, int] = {}
        attrs = np.empty(len(found), object)
        attrs[:] = [f.attrs for f in found]
        return cls.build(
            corpus,
            features,
            tuple(dict.fromkeys(f.entry for f in found)),
            doc=np.array([f.doc for f in found], np.int32),
            feature=np.array([f.feature for f in found], np.int32),
            entry=np.array([entries.setdefault(f.entry, len(entries)) for f in found], np.int32),
            start=np.array([f.start for f in found], np.int32),
            end=np.array([f.end for f in found], np.int32),
            weight=np.array([f.weight for f in found], np.float64),
            attrs=attrs,
        )

    @classmethod
    def build(
        cls,
        corpus: Corpus,
        features: Sequence[Feature],
        entries: Sequence[str],
        *,
        doc: npt.NDArray[Any],
        feature: npt.NDArray[Any],
        entry: npt.NDArray[Any],
        start: npt.NDArray[Any],
        end: npt.NDArray[Any],
        weight: npt.NDArray[Any],
        attrs: npt.NDArray[Any] | None = None,
    ) -> Evidence:
        """Do as `gather` does, for columns."""
        from rhetoric.model.passage import REMOVED, Kind  # the corpus module imports this one

        names = {v: n for n, v in enumerate(dict.fromkeys(v.id for v in corpus.voices))}
        code = np.array([*(names[v.id] for v in corpus.voices), -1], np.int32)
        spoken = corpus.rows_at(corpus.spoken, doc, start)
        voice = (
            np.where(spoken >= 0, corpus.spoken.voice[spoken], -1)
            if len(corpus.spoken)
            else np.full(len(doc), -1)
        )
        sentence = corpus.rows_at(corpus.sentences, doc, start)
        order = np.append(corpus.sentence_order, np.int32(-1))
        rows = cls(
            doc=doc,
            feature=feature,
            entry=entry,
            start=start,
            end=end,
            voice=code[voice],
            sentence=order[sentence],
            weight=weight,
            repeat=corpus.rows_at(corpus.passages.of(Kind.REPEAT), doc, start) >= 0,
            attrs=np.full(len(doc), None, object) if attrs is None else attrs,
            docs=corpus.ids,
            features=tuple(features),
            entries=tuple(entries),
            voices=tuple(names),
        )
        kept = corpus.rows_at(corpus.passages.of(*REMOVED), doc, start) < 0
        return rows.where(kept).sorted_by("doc", "start", "end", "feature")

    @classmethod
    def concat(cls, sets: Sequence[Evidence]) -> Evidence:
        """Put evidence of other documents, or for other features, together."""
        pools: dict[str, dict[Any, int]] = {"doc": {}, "feature": {}, "entry": {}, "voice": {}}
        fields = {"doc": "docs", "feature": "features", "entry": "entries", "voice": "voices"}
        columns: dict[str, Any] = {n: stack(sets, n, t) for n, t in cls.types.items()}
        for name, plural in fields.items():
            pool = pools[name]
            codes = []
            for s in sets:
                new = np.array([*(pool.setdefault(x, len(pool)) for x in getattr(s, plural)), -1], np.int32)
                codes.append(new[getattr(s, name)])
            columns[name] = np.concatenate(codes) if codes else np.empty(0, np.int32)
        rest: dict[str, Any] = {plural: tuple(pools[name]) for name, plural in fields.items()}
        return cls(**columns, **rest).sorted_by("doc", "start", "end", "feature")

    @classmethod
    def read(cls, table: pd.DataFrame, corpus: Corpus, features: Sequence[Feature]) -> Evidence:
        """Return the evidence of a public evidence table.

        Parameters
        ----------
        table : DataFrame
        corpus : Corpus
            The same texts with their voices.
        features : sequence of Feature
            Everything that was looked for, found or not, in order.

        Raises
        ------
        ContractError
            If the table speaks of other texts, features or voices.
        """
        places = {
            "doc_id": {d: n for n, d in enumerate(corpus.ids)},
            "feature": {str(f): n for n, f in enumerate(features)},
            "entry": {e: n for n, e in enumerate(dict.fromkeys(table["entry"]))},
            "voice": {v: n for n, v in enumerate(dict.fromkeys(v.id for v in corpus.voices))},
        }
        codes = {k: table[k].map(place).fillna(-1).to_numpy(np.int32) for k, place in places.items()}
        strange = [k for k in places if ((codes[k] < 0) & table[k].notna().to_numpy()).any()]
        if strange:
            unknown = table[strange[0]][codes[strange[0]] < 0].iloc[0]
            raise ContractError(
                f"the evidence speaks of {strange[0]} {unknown!r}, which is not there",
                "make the results again with 'rhetoric batch --force'",
            )
        attrs = np.empty(len(table), object)
        attrs[:] = [None if a == "{}" else json.loads(a) for a in table["attrs"]]
        numbers = {
            n: table[n].to_numpy(cls.types[n]) for n in ("start", "end", "sentence", "weight", "repeat")
        }
        return cls(
            doc=codes["doc_id"],
            feature=codes["feature"],
            entry=codes["entry"],
            voice=codes["voice"],
            attrs=attrs,
            **numbers,
            docs=corpus.ids,
            features=tuple(features),
            entries=tuple(places["entry"]),
            voices=tuple(places["voice"]),
        )

    def of(self, *names: str) -> Evidence:
        """Return the evidence of features by name, or by family."""
        wanted = [n for n, f in enumerate(self.features) if f.name in names or f.family in names]
        return self.where(np.isin(self.feature, wanted))

    def table(self, texts: Mapping[str, str]) -> pd.DataFrame:
        """Return the public evidence table.

        Parameters
        ----------
        texts : mapping
            The text of every document by id.
        """
        docs = [self.docs[d] for d in self.doc.tolist()]
        names = [str(f) for f in self.features]
        written = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
        places = zip(docs, self.start.tolist(), self.end.tolist(), strict=True)
        return pd.DataFrame(
            {
                "doc_id": pd.array(docs, dtype="str"),
                "feature": pd.array([names[f] for f in self.feature.tolist()], dtype="str"),
                "entry": pd.array([self.entries[e] for e in self.entry.tolist()], dtype="str"),
                "start": self.start,
                "end": self.end,
                "text": pd.array([texts[d][s:e] for d, s, e in places], dtype="str"),
                "voice": pd.array(
                    [self.voices[v] if v >= 0 else None for v in self.voice.tolist()], dtype="str"
                ),
                "sentence": self.sentence,
                "weight": self.weight,
                "repeat": self.repeat,
                "attrs": pd.array([written(a) if a else "{}" for a in self.attrs], dtype="str"),
            }
        )


@dataclass(frozen=True, eq=False, repr=False)
class Exposure(Columns):
    """How much each voice had to say in each sentence: what counts of evidence are held against.

    Only words that count are in it: no bylines, no boilerplate, nothing printed already.

    Parameters
    ----------
    doc, voice : int32 arrays
        Positions in `docs` and `voices`.
    sentence : int32 array
        Number of the sentence in its document, from 0.
    words, chars : int32 arrays
        Words of that voice in that sentence, and their letters and digits together with inner marks.
    docs, voices : tuple of str
    """

    doc: Ints
    voice: Ints
    sentence: Ints
    words: Ints
    chars: Ints
    docs: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    types: ClassVar[dict[str, Any]] = dict.fromkeys(("doc", "voice", "sentence", "words", "chars"), np.int32)

    @classmethod
    def concat(cls, sets: Sequence[Exposure]) -> Exposure:
        """Put the exposure of several corpora together."""
        columns: dict[str, Any] = {n: stack(sets, n, t) for n, t in cls.types.items()}
        rest: dict[str, Any] = {}
        for name, plural in (("doc", "docs"), ("voice", "voices")):
            pool: dict[str, int] = {}
            codes = [
                np.array([pool.setdefault(x, len(pool)) for x in getattr(s, plural)], np.int32) for s in sets
            ]
            parts = [c[getattr(s, name)] for c, s in zip(codes, sets, strict=True) if len(s)]
            columns[name] = np.concatenate(parts) if parts else np.empty(0, np.int32)
            rest[plural] = tuple(pool)
        return cls(**columns, **rest)

    def table(self) -> pd.DataFrame:
        """Return the public exposure table: doc_id, voice, words, sentences, chars; voices as they first speak."""
        rows = self.frame()
        rows["name"] = [self.voices[v] for v in self.voice]
        grouped = rows.groupby(["doc", "name"], sort=True, as_index=False)
        out = grouped.agg(
            words=("words", "sum"),
            sentences=("sentence", "nunique"),
            chars=("chars", "sum"),
            first=("sentence", "min"),
        ).sort_values(["doc", "first", "name"], ignore_index=True)
        doc_id = pd.array([self.docs[d] for d in out["doc"]], dtype="str")
        return out.assign(doc_id=doc_id, voice=out["name"].astype("str"))[
            ["doc_id", "voice", "words", "sentences", "chars"]
        ]
