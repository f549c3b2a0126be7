"""Stance as a reader is told of it: mention by mention, with the sentence, its sign in words and the reason."""

from __future__ import annotations

from typing import Any

from rhetoric.model.corpus import Corpus
from rhetoric.model.material import Material
from rhetoric.report.view import headed

WIDTH = 220  # the longest sentence that is shown whole
JUDGED = "act judged"
SIGNS = {"positive": "for", "negative": "against"}


def leanings(material: Material) -> list[dict[str, Any]]:
    """Return every counted mention that is not neutral, in the order of the texts.

    Returns
    -------
    list of dict
        ``doc``, ``sentence``, ``start``, ``end``: of the act where one decided, else of the name; ``voice``; ``target``; ``sign``, for
        or against; ``value``; ``sure``; ``act``, for or against the act, empty where none is judged; ``why``; ``said``, all of it
        in words.

    Notes
    -----
    What a voice says of itself is left out, and so is the mention of a speaker beside what he says.
    """
    e = material.evidence.of("stance")
    acts = {}
    for n in range(len(e)):
        if e.features[e.feature[n]].name == "stance.acts":
            acts[int(e.doc[n]), int(e.end[n])] = (int(e.start[n]), str(e.attrs[n]["label"]))
    out = []
    for n in range(len(e)):
        attrs = e.attrs[n]
        if e.features[e.feature[n]].name != "stance.toward" or attrs["label"] not in SIGNS:
            continue
        voice = e.voices[e.voice[n]] if e.voice[n] >= 0 else ""
        if e.repeat[n] or not voice or voice == attrs["target"]:
            continue
        start, end, act = int(e.start[n]), int(e.end[n]), ""
        if e.entries[e.entry[n]] == JUDGED and (int(e.doc[n]), end) in acts:
            start, label = acts[int(e.doc[n]), end]
            act = SIGNS.get(label, "")
        target, sign = named(material, str(attrs["target"])), SIGNS[attrs["label"]]
        out.append(
            {
                "doc": int(e.doc[n]),
                "sentence": int(e.sentence[n]),
                "start": start,
                "end": end,
                "voice": voice,
                "target": target,
                "sign": sign,
                "value": round(float(e.weight[n]), 3),
                "sure": round(float(attrs["sure"]), 2),
                "act": act,
                "why": str(attrs["why"]),
                "said": f"{sign.capitalize()} {target}" + (f", {act} the act" if act else ""),
            }
        )
    return out


def named(material: Material, target: str) -> str:
    """Return the name of somebody as the report may print it: a span that the input asks about may hold many words."""
    return headed(target) if material.settings.text == "none" else target


def clearest(found: list[dict[str, Any]], voice: str, most: int) -> list[dict[str, Any]]:
    """Return the mentions of a voice that say most, one a sentence: judged acts, then those far from 0 and sure."""
    mine = [m for m in found if m["voice"] == voice and m["sentence"] >= 0]
    mine.sort(key=lambda m: (not m["act"], -abs(m["value"]) * m["sure"], m["doc"], m["start"]))
    first: dict[tuple[int, int], dict[str, Any]] = {}
    for m in mine:
        first.setdefault((m["doc"], m["sentence"]), m)
    return list(first.values())[:most]


def around(corpus: Corpus, mention: dict[str, Any], width: int = WIDTH) -> tuple[str, str, str]:
    """Return the sentence of a mention in three: before, the words themselves, after; cut where it is long."""
    at = (corpus.sentences.doc == mention["doc"]) & (corpus.sentence_order == mention["sentence"])
    begin, stop = int(corpus.sentences.start[at][0]), int(corpus.sentences.end[at][0])
    text = corpus.documents[mention["doc"]].text
    left, hit, right = (
        text[begin : mention["start"]],
        text[mention["start"] : mention["end"]],
        text[mention["end"] : stop],
    )
    room = max(0, width - len(hit))
    short = min(len(left), len(right), room // 2)
    return (
        cut(left, max(short, room - len(right)), -1),
        " ".join(hit.split()),
        cut(right, max(short, room - len(left)), 1),
    )


def cut(text: str, most: int, way: int) -> str:
    """Return words on one line, those nearest to a hit: the last of what stands before it (-1), the first of what follows (1)."""
    line = " ".join(text.split())
    lead, trail = " " * text[:1].isspace(), " " * text[-1:].isspace()
    if len(line) <= most:
        return f"{lead if way > 0 else ''}{line}{trail if way < 0 else ''}"
    if way < 0:
        return f"…{line[len(line) - most :].partition(' ')[2]}{trail}"
    return f"{lead}{line[:most].rpartition(' ')[0]}…"
