"""From a corpus to the public tables."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import pandas as pd

from rhetoric.model import schema
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.problem import Problem

in_json = json.JSONEncoder(
    ensure_ascii=False, default=str
).encode  # made once: `json.dumps` makes one for each call


def documents(corpus: Corpus) -> pd.DataFrame:
    """Return the documents table; `words` counts every word that is no byline and no boilerplate."""
    tokens = corpus.tokens
    counted = tokens.is_word & ~corpus.token_removed
    words = np.bincount(tokens.doc[counted], minlength=len(corpus))
    names = ("title", "author", "date", "kind", "source", "lang")
    columns: dict[str, object] = {"doc_id": list(corpus.ids)}
    columns |= {n: [getattr(d, n) or None for d in corpus.documents] for n in names}
    columns |= {"words": words, "sha256": [d.sha256 for d in corpus.documents]}
    columns |= {"text": [d.text for d in corpus.documents]}
    columns |= {"url": [d.url or None for d in corpus.documents]}
    kept = [written(d) for d in corpus.documents]
    columns |= {n: [k[n] for k in kept] for n in ("meta", "layout")}
    return schema.table("documents", pd.DataFrame(columns))


def written(document: Document) -> dict[str, str]:
    """Return a text's further fields and the layout its loader knew as JSON: an object; kind, start, end and note of every mark."""
    return {
        "meta": in_json(dict(document.meta)),
        "layout": in_json([[m.kind, m.start, m.end, m.note] for m in document.layout]),
    }


def read_documents(table: pd.DataFrame) -> tuple[Document, ...]:
    """Return the documents of a documents table, as they were before they were written."""
    names = ("title", "author", "date", "kind", "source", "lang", "url")
    rows = table.astype(object).where(table.notna(), "").to_dict("records")
    return tuple(
        Document(
            str(r["doc_id"]),
            str(r["text"]),
            **{n: str(r[n]) for n in names},
            meta=json.loads(r["meta"]),
            layout=tuple(Mark(*m) for m in json.loads(r["layout"])),
        )
        for r in rows
    )


def quotations(corpus: Corpus) -> pd.DataFrame:
    """Return the quotations table."""
    texts = [d.text for d in corpus.documents]
    nowhere = (None, None)
    rows = [
        (
            corpus.ids[q.doc],
            q.start,
            q.end,
            q.kind,
            q.speaker,
            *(q.mention or nowhere),
            texts[q.doc][slice(*q.cue)] if q.cue else None,
            *(q.cue or nowhere),
            q.how,
            q.sure,
        )
        for q in corpus.quotations
    ]
    columns = zip(*rows, strict=True) if rows else [()] * len(schema.TABLES["quotations"])
    held = {
        name: pd.array(list(column), dtype=kind)  # type: ignore[call-overload]
        for (name, kind), column in zip(schema.TABLES["quotations"], columns, strict=True)
    }
    return schema.table("quotations", pd.DataFrame(held))


def voices(corpus: Corpus, exposure: Exposure) -> pd.DataFrame:
    """Return one row a text and voice: doc_id, voice, name, role, how, sure, words, sentences."""
    spoken = pd.DataFrame({"doc": corpus.spoken.doc, "code": corpus.spoken.voice}).drop_duplicates()
    rows = [
        (corpus.ids[doc], v.id, v.name, v.role, v.how, v.sure)
        for doc, v in ((int(r.doc), corpus.voices[int(r.code)]) for r in spoken.itertuples())  # type: ignore[arg-type]
    ]
    known = pd.DataFrame(rows, columns=["doc_id", "voice", "name", "role", "how", "sure"])
    known = known.drop_duplicates(["doc_id", "voice"])
    out = known.merge(exposure.table().drop(columns="chars"), on=["doc_id", "voice"], how="left")
    return out.fillna({"words": 0, "sentences": 0}).astype({"words": "int64", "sentences": "int64"})


def stance(corpus: Corpus, evidence: Evidence) -> pd.DataFrame:
    """Return the stance table: one row a mention of somebody, and a judged act toward them; the holder is a voice."""
    found = evidence.of("stance")
    names = {v.id: v.name for v in corpus.voices}
    rows = [
        {
            "doc_id": found.docs[doc],
            "holder": names.get(found.voices[voice]) if voice >= 0 else None,
            "target": attrs["target"],
            "target_start": start,
            "target_end": end,
            "value": value,
            "label": attrs["label"],
            "sure": attrs["sure"],
        }
        for doc, voice, start, end, value, attrs in zip(
            found.doc.tolist(),
            found.voice.tolist(),
            found.start.tolist(),
            found.end.tolist(),
            found.weight.tolist(),
            found.attrs,
            strict=True,
        )
    ]
    return schema.table("stance", pd.DataFrame(rows, columns=[c for c, _ in schema.TABLES["stance"]]))


def errors(problems: Sequence[Problem]) -> pd.DataFrame:
    """Return the errors table: every input that could not be read."""
    rows = [(p.source, p.line, p.error, p.message) for p in problems if p.level == "error"]
    return schema.table("errors", pd.DataFrame(rows, columns=[c for c, _ in schema.TABLES["errors"]]))
