"""Arc through the text: tone by paragraph."""

from __future__ import annotations

from typing import Any

import numpy as np

from rhetoric.model.material import Material
from rhetoric.model.passage import Kind
from rhetoric.report.charts import chart
from rhetoric.report.section import Section
from rhetoric.report.sided import sided
from rhetoric.report.tenths import tenths
from rhetoric.report.view import palette, plain, records, scores_of, shown_voices, signed, titles

LEAST = 5  # sentences of a tone
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


AVERAGE = (
    *(("side", "Side"), ("tenth", "Tenth"), ("value", "Mean tone, -1 to 1"), ("low", "Lower quartile")),
    *(("high", "Upper quartile"), ("texts", "Texts"), ("sentences", "Sentences")),
)


def facts(material: Material) -> dict[str, Any]:
    """Return tone by paragraph, text and voice, and the tone of each side; over many texts, their average by tenth."""
    many = len(material.corpus) > material.limits.arcs
    tone = side_tones(material) if many else tones(material)
    said = [f"{t['voice']} {signed(t['value'])}" for t in tone if t["value"] is not None]
    title = "Tone: " + ", ".join(said[:2]) if said else "No sentence with a tone"
    return {
        "chart": average(material, title) if many else by_paragraph(material, title),
        "many": many,
        "tone": tone,
        "apart": apart(material),
    }


def average(material: Material, title: str) -> dict[str, Any]:
    """Return the chart of tone by tenth of the text, averaged over texts."""
    rows = tenths(material) if len(material.evidence.of("sentiment.tone")) else []
    return chart(
        "arc",
        "tenths",
        title,
        f"Mean tone of {len(material.corpus):,} texts by tenth of the text, from -1 to 1, with the middle half of the texts.",
        "Mean over texts of their tone in each tenth, -1 (cold) to 1 (warm); the band holds the middle half of the texts",
        AVERAGE,
        rows,
    )


def by_paragraph(material: Material, title: str) -> dict[str, Any]:
    """Return the chart of tone by paragraph, a panel for each text and voice with three paragraphs or more."""
    e, corpus, names = material.evidence.of("sentiment.tone"), material.corpus, titles(material)
    blocks = corpus.passages.of(Kind.PARAGRAPH, Kind.TURN)
    at = corpus.rows_at(blocks, e.doc, e.start)
    speaks = np.array([*e.voices, ""], object)[e.voice]
    rows: list[dict[str, Any]] = []
    for doc, doc_id in enumerate(corpus.ids):
        length = max(1, len(corpus.documents[doc].text))
        for voice in shown_voices(material):
            own = ~e.repeat & (speaks == voice)
            panel = []
            for number, block in enumerate(np.flatnonzero(blocks.doc == doc)):
                mine = own & (at == block)
                if not mine.any():
                    continue
                middle = (int(blocks.start[block]) + int(blocks.end[block])) / 2
                panel.append(
                    {
                        "text": names[doc_id],
                        "voice": voice,
                        "index": palette(material).get(voice, 9),
                        "position": plain(middle / length),
                        "paragraph": number + 1,
                        "words": int(blocks.end[block] - blocks.start[block]) // 6,
                        "value": plain(float(e.weight[mine].mean())),
                        "sentences": int(mine.sum()),
                    }
                )
            rows += panel if len(panel) >= 3 else []
    return chart(
        "arc",
        "arc",
        title,
        f"Mean tone of {len(rows)} paragraphs, from -1 to 1, by place in the text.",
        "Mean tone by paragraph, -1 (cold) to 1 (warm)",
        COLUMNS,
        rows,
    )


def side_tones(material: Material) -> list[dict[str, Any]]:
    """Return the tone of each compared side with its range."""
    if material.groups is not None:
        rows = records(scores_of(material, "sentiment"))
        return [r for r in rows if r["feature"].startswith("sentiment.tone@") and r["hits"] >= LEAST]
    if material.comparison is None:
        return []
    table = material.comparison.table
    return [
        {
            "voice": r[side],
            **{k: r[f"{k}_{side}"] for k in ("value", "low", "high", "hits")},
        }
        for r in records(table[table["feature"].str.startswith("sentiment.tone@")])
        for side in ("a", "b")
        if r[f"hits_{side}"] >= LEAST
    ]


def apart(material: Material) -> list[dict[str, Any]]:
    """Return for each shown voice, or compared side, in how many of its sentences VADER alone points the other way than the tone."""
    e = material.evidence
    wanted = [n for n, f in enumerate(e.features) if f.name == "sentiment.tone"]
    tone = np.isin(e.feature, wanted) & ~e.repeat
    side, voices = sided(material), np.array([*e.voices, ""], object)[e.voice]
    e, speaks = e.where(tone), voices[tone]
    vader = np.array([(a or {}).get("vader", 0.0) for a in e.attrs], float)
    other = (np.abs(vader) > NEUTRAL) & (np.abs(e.weight) > NEUTRAL) & (np.sign(vader) != np.sign(e.weight))
    groups = {v: speaks == v for v in shown_voices(material)}
    if material.by not in ("", "voice"):
        groups = {name: side.evidence[tone] == n for n, name in enumerate(side.names[: side.compared])}
    return [
        {"voice": name, "apart": int(other[mine].sum()), "sentences": int(mine.sum())}
        for name, mine in groups.items()
        if mine.any()
    ]


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
