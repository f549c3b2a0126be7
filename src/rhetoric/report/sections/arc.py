"""Arc through the text: tone by paragraph."""

from __future__ import annotations

from typing import Any

import numpy as np

from rhetoric.model.material import Material
from rhetoric.model.passage import Kind
from rhetoric.report.charts import chart
from rhetoric.report.section import Section
from rhetoric.report.view import palette, plain, records, shown_voices, signed, titles

MOST_TEXTS = 8
NEUTRAL = 0.05  # nearer to 0 than this a score has no sign, as VADER's authors say
COLUMNS = (
    *(
        ("text", "Text"),
        ("voice", "Voice"),
        ("paragraph", "Paragraph"),
        ("value", "Tone, -1 to 1"),
        ("words", "Words"),
    ),
    ("sentences", "Sentences"),
)


def facts(material: Material) -> dict[str, Any]:
    """Return tone by paragraph, text and voice, and the tone of each side."""
    e = material.evidence.of("sentiment.tone")
    names = titles(material)
    corpus = material.corpus
    blocks = corpus.passages.of(Kind.PARAGRAPH, Kind.TURN)
    at = corpus.rows_at(blocks, e.doc, e.start)
    rows = []
    for doc, doc_id in enumerate(corpus.ids[:MOST_TEXTS]):
        own = np.flatnonzero(blocks.doc == doc)
        length = max(1, len(corpus.documents[doc].text))
        for voice in shown_voices(material):
            for number, block in enumerate(own):
                mine = (
                    (at == block)
                    & ~e.repeat
                    & np.array([e.voices[v] == voice if v >= 0 else False for v in e.voice], bool)
                )
                if not mine.any():
                    continue
                middle = (int(blocks.start[block]) + int(blocks.end[block])) / 2
                words = int(blocks.end[block] - blocks.start[block]) // 6
                rows.append(
                    {
                        "text": names[doc_id],
                        "voice": voice,
                        "index": palette(material).get(voice, 9),
                        "position": plain(middle / length),
                        "paragraph": number + 1,
                        "words": words,
                        "value": plain(float(e.weight[mine].mean())),
                        "sentences": int(mine.sum()),
                    }
                )
    counts: dict[tuple[str, str], int] = {}
    for r in rows:
        counts[r["text"], r["voice"]] = counts.get((r["text"], r["voice"]), 0) + 1
    rows = [r for r in rows if counts[r["text"], r["voice"]] >= 3]
    tone = tones(material)
    said = [f"{t['voice']} {signed(t['value'])}" for t in tone if t["value"] is not None]
    title = "Tone: " + ", ".join(said[:2]) if said else "No sentence with a tone"
    return {
        "chart": chart(
            "arc",
            "arc",
            title,
            f"Mean tone of {len(rows)} paragraphs, from -1 to 1, by place in the text.",
            "Mean tone by paragraph, -1 (cold) to 1 (warm)",
            COLUMNS,
            rows,
        ),
        "tone": tone,
        "apart": apart(material),
    }


def apart(material: Material) -> list[dict[str, Any]]:
    """Return for each shown voice in how many of its sentences VADER alone points the other way than the tone."""
    e = material.evidence.of("sentiment.tone")
    vader = np.array([(a or {}).get("vader", 0.0) for a in e.attrs], float)
    other = (np.abs(vader) > NEUTRAL) & (np.abs(e.weight) > NEUTRAL) & (np.sign(vader) != np.sign(e.weight))
    names = np.array([e.voices[v] if v >= 0 else "" for v in e.voice], object)
    rows = []
    for voice in shown_voices(material):
        mine = (names == voice) & ~e.repeat
        if mine.any():
            rows.append({"voice": voice, "apart": int(other[mine].sum()), "sentences": int(mine.sum())})
    return rows


def tones(material: Material) -> list[dict[str, Any]]:
    """Return the tone of each shown voice and text with its interval."""
    table = material.scores
    keep = (
        table["feature"].str.startswith("sentiment.tone@")
        & table["voice"].isin(shown_voices(material))
        & (table["hits"] >= 5)
    )
    return records(table[keep][["doc_id", "voice", "value", "low", "high", "hits"]])


section = Section("arc", "Arc through the text", "arc.html.j2", facts)
