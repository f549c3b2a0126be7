"""The annotated text as flat segments: cut at every boundary, never nested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from rhetoric.model.columns import Ints
from rhetoric.model.material import Material
from rhetoric.model.passage import BLOCKS, REMOVED, Kind
from rhetoric.model.voice import Voice
from rhetoric.report.told import cited
from rhetoric.report.view import GREY, palette

LAYERS = {"theme": "t", "metaphor": "m", "device": "d", "discourse": "d"}
TONE = 0.2  # tones beyond this get a sign; those of careful raters are seldom beyond 0.5


def annotated(material: Material) -> Ints:
    """Return the rows of evidence that are annotations.

    Tone is left out: it stands on whole sentences; see `document`. So are markers of discourse that no finding speaks of: they are many and small, and
    stand in lists of their own; see `rhetoric.report.sections.discourse`.
    """
    e = material.evidence
    spoken_of = cited(material)
    wanted = [
        n
        for n, f in enumerate(e.features)
        if f.family in LAYERS and (f.family != "discourse" or f.name in spoken_of)
    ]
    return np.flatnonzero(np.isin(e.feature, wanted)).astype(np.int32)


def counted(material: Material) -> Ints:
    """Return the rows of evidence that are annotations and count."""
    e, rows = material.evidence, annotated(material)
    counts = ~e.repeat[rows] & (e.weight[rows] != 0)
    return rows[np.flatnonzero(counts)]


def noted(material: Material, rows: Ints) -> list[dict[str, Any]]:
    """Return rows of evidence as annotations, with the number that marks and lists refer to."""
    e = material.evidence
    out = []
    for n in rows.tolist():
        feature = e.features[e.feature[n]]
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


@dataclass(frozen=True, eq=False)
class Parts:
    """What the stages found in one text, as plain rows in reading order.

    Parameters
    ----------
    text : str
    sentences : tuple of (start, end, number)
    spoken : tuple of (start, end, voice, index)
        Stretches of one voice, with its colour.
    repeats : tuple of (start, end)
    tones : mapping of int to str
        The sign of every sentence whose tone is plain.
    notes : tuple of dict
        The annotations that are marked, by start.
    """

    text: str
    sentences: Sequence[tuple[int, int, int]]
    spoken: Sequence[tuple[int, int, Voice, int]]
    repeats: Sequence[tuple[int, int]]
    tones: Mapping[int, str]
    notes: Sequence[dict[str, Any]]


def parts(material: Material, doc: int, notes: Sequence[dict[str, Any]]) -> Parts:
    """Return the parts of a text; `notes` are its annotations."""
    corpus, colours = material.corpus, palette(material)
    rows, spoken = of(corpus.sentences, doc), of(corpus.spoken, doc)
    repeats = corpus.passages.in_document(doc).of(Kind.REPEAT)
    marked = [a for a in notes if a["counted"] or a["repeat"] or a["family"] != "metaphor"]
    return Parts(
        corpus.documents[doc].text,
        list(
            zip(
                corpus.sentences.start[rows].tolist(),
                corpus.sentences.end[rows].tolist(),
                corpus.sentence_order[rows].tolist(),
                strict=True,
            )
        ),
        [
            (s, e, corpus.voices[v], colours.get(corpus.voices[v].id, GREY))
            for s, e, v in zip(
                corpus.spoken.start[spoken].tolist(),
                corpus.spoken.end[spoken].tolist(),
                corpus.spoken.voice[spoken].tolist(),
                strict=True,
            )
        ],
        list(zip(repeats.start.tolist(), repeats.end.tolist(), strict=True)),
        tone_of(material, doc),
        sorted(marked, key=lambda a: (a["start"], a["end"], a["id"])),
    )


def of(rows: Any, doc: int) -> slice:
    """Return where the rows of a document stand among columns sorted by document."""
    first, last = np.searchsorted(rows.doc, [doc, doc + 1])
    return slice(int(first), int(last))


def document(material: Material, doc: int, notes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return one text as blocks of sentences of runs of segments; `notes` are its annotations.

    Every character of the text is in exactly one piece, in order; the white space between blocks stands in ``gap``.
    """
    held = parts(material, doc, notes)
    text = held.text
    blocks = material.corpus.passages.in_document(doc).of(*BLOCKS)
    out, at = [], 0
    for k, s, e, note in zip(
        blocks.kind, blocks.start.tolist(), blocks.end.tolist(), blocks.note, strict=True
    ):
        kind = Kind(int(k))
        inside = sentences(held, s, e)
        out.append(
            {
                "gap": text[at:s],
                "kind": kind.label,
                "note": str(note),
                "removed": kind in REMOVED,
                **dict(zip(("index", "voice"), leading(inside), strict=True)),
                "sentences": labelled(inside),
            }
        )
        at = e
    return {"blocks": out, "tail": text[at:], "voice": most_common([str(b["voice"]) for b in out])}


def most_common(names: Sequence[str]) -> str:
    """Return the name that stands most often, the first of those; empty where there is none."""
    return max(dict.fromkeys(names), key=names.count, default="")


def leading(sentences: list[dict[str, Any]]) -> tuple[int, str]:
    """Return the colour index and the name of the voice that has most of a block."""
    share: dict[tuple[int, str], int] = {}
    colour: dict[int, int] = {}
    for run in (r for s in sentences for r in s["runs"]):
        size = sum(len(g["text"]) for g in run["segments"])
        colour[run["index"]] = colour.get(run["index"], 0) + size
        share[run["index"], run["voice"]] = share.get((run["index"], run["voice"]), 0) + size
    index = max(colour, key=lambda i: colour[i], default=GREY)
    mine = [pair for pair in share if pair[0] == index]
    return index, max(mine, key=lambda pair: share[pair], default=(GREY, ""))[1]


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


def sentences(held: Parts, start: int, end: int) -> list[dict[str, Any]]:
    """Return the sentences of a block, and what stands between them, as runs of one voice."""
    inside = [(s, e, n) for s, e, n in held.sentences if s >= start and e <= end]
    spans = {s: n for s, _, n in inside}
    edges = sorted({start, end, *(c for s, e, _ in inside for c in (s, e))})
    return [
        {
            "n": spans.get(a, -1),
            "tone": held.tones.get(spans.get(a, -1), ""),
            "runs": runs(held, a, b),
        }
        for a, b in pairwise(edges)
    ]


def tone_of(material: Material, doc: int) -> dict[int, str]:
    """Return the sign of every sentence of a text whose tone is plain."""
    e = material.evidence
    rows = of(e, doc)
    wanted = [n for n, f in enumerate(e.features) if f.name == "sentiment.tone"]
    plain = np.isin(e.feature[rows], wanted) & (np.abs(e.weight[rows]) >= TONE) & (e.sentence[rows] >= 0)
    return {
        s: "pos" if w > 0 else "neg"
        for s, w in zip(e.sentence[rows][plain].tolist(), e.weight[rows][plain].tolist(), strict=True)
    }


def runs(held: Parts, start: int, end: int) -> list[dict[str, Any]]:
    """Return the stretches of one voice inside a sentence, each as flat segments."""
    return [
        {
            "voice": voice.name,
            "role": voice.role,
            "index": index,
            "segments": segments(held, max(start, s), min(end, e)),
        }
        for s, e, voice, index in held.spoken
        if e > start and s < end
    ]


def segments(held: Parts, start: int, end: int) -> list[dict[str, Any]]:
    """Return flat pieces, cut wherever an annotation or a repeat begins or ends; neighbours alike are one piece."""
    here = [a for a in held.notes if a["start"] < end and a["end"] > start]
    cuts = {start, end, *(c for a in here for c in (a["start"], a["end"]))}
    cuts |= {c for pair in held.repeats for c in pair}
    edges = sorted(c for c in cuts if start <= c <= end)
    out: list[dict[str, Any]] = []
    for s, e in pairwise(edges):
        over = sorted((a for a in here if a["start"] <= s and a["end"] >= e), key=lambda a: a["id"])
        again = any(a <= s and b >= e for a, b in held.repeats)
        classes = sorted({a["layer"] for a in over})
        classes += ["ds"] * any(a["layer"] == "d" and a["start"] == s for a in over)
        classes += ["de"] * any(a["layer"] == "d" and a["end"] == e for a in over)
        piece = {"ids": [a["id"] for a in over], "classes": classes, "repeat": again, "text": held.text[s:e]}
        if out and not over and not out[-1]["ids"] and out[-1]["repeat"] == again:
            out[-1] = {**out[-1], "text": out[-1]["text"] + piece["text"]}
        else:
            out.append(piece)
    return out
