"""The annotated text as flat segments: cut at every boundary, never nested."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from rhetoric.model.material import Material
from rhetoric.model.passage import BLOCKS, REMOVED, Kind
from rhetoric.report.findings import cited
from rhetoric.report.view import GREY, palette

LAYERS = {"theme": "t", "metaphor": "m", "device": "d", "discourse": "d"}
TONE = 0.2  # tones beyond this get a sign; those of careful raters are seldom beyond 0.5


def noted(material: Material) -> list[dict[str, Any]]:
    """Return every annotation with the number that marks and rows refer to.

    Tone is left out: it stands on whole sentences; see `document`. So are markers of discourse that no finding speaks of: they are many and small, and
    stand in lists of their own; see `rhetoric.report.sections.discourse`.
    """
    e = material.evidence
    spoken_of = cited(material)
    out = []
    for n in range(len(e)):
        feature = e.features[e.feature[n]]
        if feature.family not in LAYERS or (feature.family == "discourse" and feature.name not in spoken_of):
            continue
        attrs = dict(e.attrs[n] or {})
        out.append(
            {
                "id": n,
                "doc": int(e.doc[n]),
                "start": int(e.start[n]),
                "end": int(e.end[n]),
                "sentence": int(e.sentence[n]),
                "layer": LAYERS[feature.family],
                "family": feature.family,
                "feature": feature.name,
                "label": feature.label,
                "entry": clipped(e.entries[e.entry[n]]),
                "voice": e.voices[e.voice[n]] if e.voice[n] >= 0 else "",
                "weight": round(float(e.weight[n]), 3),
                "repeat": bool(e.repeat[n]),
                "counted": bool(not e.repeat[n] and e.weight[n] != 0),
                "sure": attrs.get("sure"),
                "negated": bool(attrs.get("negated")),
            }
        )
    return out


def clipped(entry: str, width: int = 48) -> str:
    """Return a pattern short enough for a note."""
    return entry if len(entry) <= width else entry[: width - 1] + "…"


def document(material: Material, doc: int, notes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return one text as blocks of sentences of runs of segments.

    Every character of the text is in exactly one piece, in order; the white space between blocks stands in ``gap``.
    """
    corpus = material.corpus
    text = corpus.documents[doc].text
    blocks = corpus.passages.in_document(doc).of(*BLOCKS)
    mine = [
        a for a in notes if a["doc"] == doc and (a["counted"] or a["repeat"] or a["family"] != "metaphor")
    ]
    out, at = [], 0
    for k, s, e, note in zip(
        blocks.kind, blocks.start.tolist(), blocks.end.tolist(), blocks.note, strict=True
    ):
        kind = Kind(int(k))
        inside = sentences(material, doc, s, e, mine)
        out.append(
            {
                "gap": text[at:s],
                "kind": kind.label,
                "note": str(note),
                "removed": kind in REMOVED,
                "index": leading(inside),
                "sentences": labelled(inside),
            }
        )
        at = e
    return {"blocks": out, "tail": text[at:]}


def leading(sentences: list[dict[str, Any]]) -> int:
    """Return the colour index of the voice that has most of a block."""
    share: dict[int, int] = {}
    for run in (r for s in sentences for r in s["runs"]):
        share[run["index"]] = share.get(run["index"], 0) + sum(len(g["text"]) for g in run["segments"])
    return max(share, key=lambda i: share[i], default=GREY)


def labelled(sentences: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the sentences of a block with a name at each place where another person begins to speak."""
    out, last = [], ""
    for sentence in sentences:
        runs = []
        for run in sentence["runs"]:
            speaks = run["role"] in ("quoted", "speaker", "reported")
            runs.append({**run, "label": speaks and run["voice"] != last})
            last = run["voice"] if speaks else last
        out.append({**sentence, "runs": runs, "space": space(sentence)})
    return out


def space(sentence: dict[str, Any]) -> str | None:
    """Return what stands between two sentences where it is nothing but unmarked white space, else None."""
    pieces = [g for r in sentence["runs"] for g in r["segments"]]
    text = "".join(g["text"] for g in pieces)
    marked = any(g["ids"] or g["repeat"] for g in pieces)
    return text if sentence["n"] < 0 and text.isspace() and not marked else None


def sentences(
    material: Material, doc: int, start: int, end: int, mine: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the sentences of a block, and what stands between them, as runs of one voice."""
    corpus = material.corpus
    rows = np.flatnonzero(
        (corpus.sentences.doc == doc) & (corpus.sentences.start >= start) & (corpus.sentences.end <= end)
    )
    cuts = [start]
    spans: dict[int, int] = {}
    for r in rows:
        s, e = int(corpus.sentences.start[r]), int(corpus.sentences.end[r])
        spans[s] = int(corpus.sentence_order[r])
        cuts += [s, e]
    edges = sorted({*cuts, end})
    tones = tone_of(material, doc)
    return [
        {
            "n": spans.get(a, -1),
            "tone": tones.get(spans.get(a, -1), ""),
            "runs": runs(material, doc, a, b, mine),
        }
        for a, b in pairwise(edges)
    ]


def tone_of(material: Material, doc: int) -> dict[int, str]:
    """Return the sign of every sentence of a text whose tone is plain."""
    e = material.evidence.of("sentiment.tone")
    e = e.where(e.doc == doc)
    return {
        int(s): "pos" if w > 0 else "neg"
        for s, w in zip(e.sentence, e.weight, strict=True)
        if abs(w) >= TONE and s >= 0
    }


def runs(
    material: Material, doc: int, start: int, end: int, mine: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the stretches of one voice inside a sentence, each as flat segments."""
    corpus = material.corpus
    rows = np.flatnonzero(
        (corpus.spoken.doc == doc) & (corpus.spoken.end > start) & (corpus.spoken.start < end)
    )
    out = []
    for r in rows:
        voice = corpus.voices[corpus.spoken.voice[r]]
        s, e = max(start, int(corpus.spoken.start[r])), min(end, int(corpus.spoken.end[r]))
        out.append(
            {
                "voice": voice.name,
                "role": voice.role,
                "index": palette(material).get(voice.id, GREY),
                "segments": segments(material, doc, s, e, mine),
            }
        )
    return out


def segments(
    material: Material, doc: int, start: int, end: int, mine: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return flat pieces, cut wherever an annotation or a repeat begins or ends; neighbours alike are one piece."""
    corpus = material.corpus
    text = corpus.documents[doc].text
    repeats = corpus.passages.in_document(doc).of(Kind.REPEAT)
    here = [a for a in mine if a["start"] < end and a["end"] > start]
    cuts = {start, end, *(c for a in here for c in (a["start"], a["end"]))}
    cuts |= {int(c) for s, e in zip(repeats.start, repeats.end, strict=True) for c in (s, e)}
    edges = sorted(c for c in cuts if start <= c <= end)
    out: list[dict[str, Any]] = []
    for s, e in pairwise(edges):
        over = [a for a in here if a["start"] <= s and a["end"] >= e]
        again = bool(np.any((repeats.start <= s) & (repeats.end >= e)))
        classes = sorted({a["layer"] for a in over})
        classes += ["ds"] * any(a["layer"] == "d" and a["start"] == s for a in over)
        classes += ["de"] * any(a["layer"] == "d" and a["end"] == e for a in over)
        piece = {"ids": [a["id"] for a in over], "classes": classes, "repeat": again, "text": text[s:e]}
        if out and not over and not out[-1]["ids"] and out[-1]["repeat"] == again:
            out[-1] = {**out[-1], "text": out[-1]["text"] + piece["text"]}
        else:
            out.append(piece)
    return out
