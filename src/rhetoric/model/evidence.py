"""The words behind every number, and the words they are held against."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rhetoric.errors import ContractError
from rhetoric.model import strings
from rhetoric.model.columns import Array, Bools, Columns, Floats, Ints, stack
from rhetoric.model.feature import Feature
from rhetoric.model.schema import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

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
        names, code = corpus.voice_ids
        nobody = np.full(len(doc), -1, np.int32)
        rows = cls(
            doc=doc,
            feature=feature,
            entry=entry,
            start=start,
            end=end,
            voice=nobody,
            sentence=nobody,
            weight=weight,
            repeat=np.zeros(len(doc), np.bool_),
            attrs=np.full(len(doc), None, object) if attrs is None else attrs,
            docs=corpus.ids,
            features=tuple(features),
            entries=tuple(entries),
            voices=names,
        ).sorted_by("doc", "start", "end", "feature")
        places = rows.doc.astype(np.int64) << 32 | rows.start
        removed = corpus.rows_along(corpus.removed, places) >= 0
        if removed.any():
            rows, places = rows.where(~removed), places[~removed]
        speaker = np.append(corpus.spoken.voice, np.int32(-1))[corpus.rows_along(corpus.spoken, places)]
        order = np.append(corpus.sentence_order, np.int32(-1))
        return dataclasses.replace(
            rows,
            voice=code[speaker],
            sentence=order[corpus.rows_along(corpus.sentences, places)],
            repeat=corpus.rows_along(corpus.repeats, places) >= 0,
        )

    @classmethod
    def concat(cls, sets: Sequence[Evidence]) -> Evidence:
        """Put evidence of other documents, or for other features, together."""
        pools: dict[str, dict[Any, int]] = {"doc": {}, "feature": {}, "entry": {}, "voice": {}}
        fields = {"doc": "docs", "feature": "features", "entry": "entries", "voice": "voices"}
        columns: dict[str, Any] = {n: stack(sets, n, t) for n, t in cls.types.items()}
        for name, plural in fields.items():
            pool = pools[name]
            places: dict[tuple[Any, ...], Ints] = {}  # sets of one corpus share documents and voices
            codes = []
            for s in sets:
                if (own := getattr(s, plural)) not in places:
                    places[own] = np.array([*(pool.setdefault(x, len(pool)) for x in own), -1], np.int32)
                codes.append(places[own][getattr(s, name)])
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
        held = {**self.written(), "text": self.passages(texts)}
        return pd.DataFrame(
            {
                name: strings.column(*column) if isinstance(column := held[name], tuple) else column
                for name, _ in TABLES["evidence"]
            }
        )

    def arrow(self) -> pa.Table:
        """Return the public evidence table as Arrow, but for `text`, the words; distinct strings are written once, as dictionaries."""
        import pyarrow as pa

        return pa.table(
            {
                name: strings.coded(*held) if isinstance(held, tuple) else pa.array(held, from_pandas=True)
                for name, held in self.written().items()
            }
        )

    def written(self) -> dict[str, Array | tuple[Sequence[str], Array]]:
        """Return the columns of the public table but `text`: numbers, or distinct strings and which of them each row holds."""
        return {
            "doc_id": (self.docs, self.doc),
            "feature": ([str(f) for f in self.features], self.feature),
            "entry": (self.entries, self.entry),
            "start": self.start,
            "end": self.end,
            "voice": (self.voices, self.voice),
            "sentence": self.sentence,
            "weight": self.weight,
            "repeat": self.repeat,
            "attrs": self.notes(),
        }

    def passages(self, texts: Mapping[str, str]) -> tuple[list[str], Array]:
        """Return the words of every row: of rows on one passage that follow each other, once."""
        new = np.ones(len(self), np.bool_)
        new[1:] = (np.diff(self.doc) != 0) | (np.diff(self.start) != 0) | (np.diff(self.end) != 0)
        of = {d: texts[self.docs[d]] for d in np.unique(self.doc).tolist()}
        spans = zip(self.doc[new].tolist(), self.start[new].tolist(), self.end[new].tolist(), strict=True)
        return [of[doc][start:end] for doc, start, end in spans], np.cumsum(new) - 1

    def notes(self) -> tuple[list[str], Array]:
        """Return attrs as JSON: those that rows share, once."""
        code, known = pd.factorize(np.fromiter(map(id, self.attrs), np.int64, len(self)))
        last = np.empty(len(known), np.int64)
        last[code] = np.arange(len(self))
        return encoded(self.attrs[last].tolist()), code


def encoded(attrs: Sequence[Attrs | None]) -> list[str]:
    """Return mappings as JSON; for speed they are written as one list and cut apart at a mark between them."""
    encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, check_circular=False).encode
    mark = "\0"
    parts: list[Any] = [mark] * (2 * len(attrs) - 1)
    parts[::2] = [a or {} for a in attrs]
    pieces = encode(parts)[1:-1].split(f", {encode(mark)}, ")
    return pieces if len(pieces) == len(attrs) else [encode(a or {}) for a in attrs]


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
        names = sorted(set(self.voices))
        place = {name: n for n, name in enumerate(names)}
        voice = np.array([place[v] for v in self.voices], np.int64)[self.voice]
        pairs, pair = np.unique(self.doc.astype(np.int64) << 32 | voice, return_inverse=True)
        said = np.sort(pair << 32 | self.sentence)  # of every text and voice, its sentences in order
        said = said[np.diff(said, prepend=-1) != 0]
        first = np.flatnonzero(np.diff(said >> 32, prepend=-1))
        sentences = np.diff(first, append=len(said))
        words, chars = (np.bincount(pair, n, len(pairs)).astype(np.int32) for n in (self.words, self.chars))
        doc, voice = pairs >> 32, pairs & 0xFFFFFFFF
        order = np.lexsort((voice, said[first] & 0xFFFFFFFF, doc))
        return pd.DataFrame(
            {
                "doc_id": strings.column(self.docs, doc[order]),
                "voice": strings.column(names, voice[order]),
                "words": words[order],
                "sentences": sentences[order],
                "chars": chars[order],
            }
        )
