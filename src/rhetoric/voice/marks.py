"""Voices by marks alone: turns, headings, and words between quotation marks, whoever says them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

import numpy as np

from rhetoric.model.columns import Array, Bools, Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.voice import UNATTRIBUTED, Quotation, Spoken, Voice
from rhetoric.voice.attribution import HEADING, Span, headed, laid_over, narrator
from rhetoric.voice.doubles import stretches
from rhetoric.voice.partition import partitions
from rhetoric.voice.quotations import DOUBLE, double_marks
from rhetoric.voice.reading import Layout, blocks, laid_out, unwrapped
from rhetoric.voice.sheet import Sheet
from rhetoric.voice.turns import SIGNS, labels, turns

SPEECH = 5  # words between marks from which they are speech; fewer are a phrase that stays the narrator's
SURE = 0.9  # that these are somebody else's: a cautious figure, see docs/batch.md
SINGLE = re.compile(r"[\"“”„‟«»″]")  # the marks of one character
PAIRS = ("''", "``", "‘‘", "’’")
FEWEST, WIDEST = 3, 130  # labels of a transcript; characters that a label takes at most
FEW = 8  # lines looked at together for labels
UNMARKED = np.array([ord(s) for s in sorted(SIGNS)], np.uint32)  # what a label without a colon may begin with
CAPITALS = np.arange(ord("A"), ord("Z") + 1, dtype=np.uint32)
QUOTED = Voice(UNATTRIBUTED, UNATTRIBUTED, "unknown", "marks", SURE)


def by_marks(corpus: Corpus) -> Corpus:
    """Take what stands between double quotation marks, turns and headings from the narrator, without asking who speaks.

    Parameters
    ----------
    corpus : Corpus
        With documents and passages.

    Returns
    -------
    Corpus
        With `quotations`, `voices` and `spoken`. Quoted words of `SPEECH` and more belong to ``unattributed``; turns
        to the names that the layout or their labels give. Indirect speech stays with the narrator.

    Notes
    -----
    Texts without turns, which are most, are read all at once; `one` reads the others, one by one.
    """
    sheet = Sheet.of(corpus)
    alone = sheet.uneven | sheet.holding(PAIRS)
    alone |= labelling(sheet, alone)
    quotations, layers = together(sheet, alone, len(corpus))
    plain = np.flatnonzero(~alone)
    text, start, end, voice = partitions(sheet.first[plain], sheet.last[plain], plain, layers)
    doc = plain[text]
    runs = [np.stack([doc, start - sheet.first[doc], end - sheet.first[doc], voice])]
    # The narrator of a text has its number to begin with; other voices come after these.
    codes = {HEADING: len(corpus), QUOTED: len(corpus) + 1}
    for n in np.flatnonzero(alone).tolist():
        found, spans = one(n, corpus.documents[n], sheet.layout(n))
        quotations += found
        rows = [(n, s, e, codes.setdefault(v, len(corpus) + len(codes))) for s, e, v in spans]
        runs.append(np.array(rows, np.int64).reshape(-1, 4).T)
    columns = np.concatenate(runs, axis=1)
    doc, start, end, code = columns[:, np.argsort(columns[0], kind="stable")]
    voices, number = numbered(code, corpus.documents, [*codes])
    return corpus.replace(
        quotations=tuple(sorted(quotations, key=attrgetter("doc"))),
        voices=voices,
        spoken=Spoken(doc, start, end, number[code]),
    )


def numbered(
    code: Array, documents: Sequence[Document], others: Sequence[Voice]
) -> tuple[tuple[Voice, ...], Ints]:
    """Return voices in the order in which they first speak, each once, and the number there of every code.

    Codes are those of the narrators of all texts, then those of others.
    """
    known, first = np.unique(code, return_index=True)
    number = np.zeros(len(documents) + len(others), np.int32)
    voices: dict[Voice, int] = {}
    for n in known[np.argsort(first)].tolist():
        who = narrator(documents[n]) if n < len(documents) else others[n - len(documents)]
        number[n] = voices.setdefault(who, len(voices))
    return tuple(voices), number


def together(
    sheet: Sheet, alone: Bools, narrators: int
) -> tuple[list[Quotation], tuple[Array, Array, Array]]:
    """Return the quotations of all texts that are not read alone, and what is laid over their narrators' words.

    Layers are start, end and voice: after the narrators' numbers those of `HEADING` and `QUOTED`.
    """
    mine = ~alone[sheet.blocks.doc]
    rows = np.flatnonzero(mine & ~sheet.removed)
    doc, heading = sheet.blocks.doc[rows], sheet.heading[rows]
    first = sheet.first[doc]
    row, start, end = stretches(sheet, sheet.start[rows], sheet.end[rows], first)
    spans = zip(start.tolist(), end.tolist(), strict=True)
    speech = np.array([sheet.text.count(" ", s, e) >= SPEECH - 1 for s, e in spans], np.bool_)
    columns = (c.tolist() for c in (doc[row], start - first[row], end - first[row], speech))
    quotations = [
        Quotation(n, s, e, "direct", how="marks", sure=SURE)
        if long
        else Quotation(n, s, e, "phrase", how="marks")
        for n, s, e, long in zip(*columns, strict=True)
    ]
    printed = np.flatnonzero(mine & sheet.heading)
    said = speech & ~heading[row]
    return quotations, (
        np.concatenate([sheet.start[printed], start[said]]),
        np.concatenate([sheet.end[printed], end[said]]),
        np.repeat([narrators, narrators + 1], [len(printed), said.sum()]),
    )


def labelling(sheet: Sheet, alone: Bools) -> Bools:
    """Return which texts, of those not read alone already, have as many lines with a label as a transcript needs."""
    rows = np.flatnonzero(~(alone[sheet.blocks.doc] | sheet.heading | sheet.removed))
    doc, start, end = sheet.blocks.doc[rows], sheet.start[rows], sheet.end[rows]
    first = sheet.codes[start]
    colons = np.append(sheet.standing(":"), len(sheet.codes))
    colon = colons[np.searchsorted(colons, start)] < np.minimum(end, start + WIDEST)
    able = np.flatnonzero(np.isin(first, UNMARKED) | (colon & ((first >= 128) | np.isin(first, CAPITALS))))
    bounds = np.searchsorted(doc[able], np.arange(len(alone) + 1))
    lines = list(zip(start[able].tolist(), end[able].tolist(), strict=True))
    out = np.zeros(len(alone), np.bool_)
    for n in np.flatnonzero(np.diff(bounds) >= FEWEST).tolist():
        out[n] = enough(sheet.text, lines[bounds[n] : bounds[n + 1]])
    return out


def enough(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Return whether as many lines have a label as a transcript needs; where they do, the first few show it."""
    found = 0
    for n in range(0, len(lines), FEW):
        found += len(labels(text, lines[n : n + FEW]))
        if found >= FEWEST:
            return True
    return False


def one(doc: int, document: Document, layout: Layout) -> tuple[list[Quotation], list[Span]]:
    """Return the quotations and the voices of one text."""
    text, author = document.text, narrator(document)
    quotations: list[Quotation] = []
    layers = headed(layout)
    paragraphs = [b for b in blocks(text, layout) if not b.removed]
    lines = [(b.start, b.end) for b in paragraphs if not b.heading]
    for turn in laid_out(text, layout) or turns(text, lines, document.author):
        speaker = author if turn.speaker == author.id else spoken_by(turn.speaker, turn.how, turn.sure)
        layers.append((turn.start, turn.end, speaker))
        quotations.append(
            Quotation(doc, turn.start, turn.end, "turn", turn.speaker, how=turn.how, sure=turn.sure)
        )
    places = [m.start() for m in (DOUBLE if any(p in text for p in PAIRS) else SINGLE).finditer(text)]
    flat = unwrapped(text, paragraphs) if places else text
    at, carried = 0, False
    for block in paragraphs if places else ():
        at = bisect_left(places, block.start, at)
        if at == len(places) or places[at] >= block.end:
            carried = False
            continue
        found = double_marks(flat, block.start, block.end, carried)
        carried = bool(found) and not found[-1].closed
        for m in found:
            if text.count(" ", m.start, m.end) < SPEECH - 1:
                quotations.append(Quotation(doc, m.start, m.end, "phrase", how="marks"))
                continue
            quotations.append(Quotation(doc, m.start, m.end, "direct", how="marks", sure=SURE))
            if not block.heading:
                layers.append((m.start, m.end, QUOTED))
    spans = laid_over(text, author, layers) if layers else [(0, len(text), author)] if text else []
    return sorted(quotations, key=lambda q: (q.start, q.end)), spans


def spoken_by(name: str, how: str, sure: float) -> Voice:
    """Return the voice of somebody whose turns a transcript prints."""
    return Voice(name, name, "speaker", how, sure)
