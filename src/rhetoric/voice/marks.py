"""Voices by marks alone: turns, headings, and words between quotation marks, whoever says them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.passage import BLOCKS, HEADINGS
from rhetoric.model.voice import HEADINGS_VOICE, UNATTRIBUTED, Quotation, Spoken, Voice
from rhetoric.voice.attribution import Span, narrator
from rhetoric.voice.partition import partition
from rhetoric.voice.quotations import DOUBLE, double_marks
from rhetoric.voice.reading import Layout, blocks, laid_out, unwrapped
from rhetoric.voice.turns import Turn, turns

SPEECH = 5  # words between marks from which they are speech; fewer are a phrase that stays the narrator's
SURE = 0.9  # of words in double marks that many, how many somebody else says; see docs/batch.md
SINGLE = re.compile(r"[\"“”„‟«»″]")  # the marks of one character
PAIRS = ("''", "``", "‘‘", "’’")
SIGNS = frozenset("QA0123456789*_> \t")  # what a label without a colon may begin with
FEWEST, WIDEST = 3, 130  # labels of a transcript; characters that a label takes at most
HEADING = Voice(HEADINGS_VOICE, HEADINGS_VOICE, "unknown", "heading", 1.0)
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
    """
    voices: dict[Voice, int] = {}
    quotations: list[Quotation] = []
    rows: list[tuple[int, int, int, int]] = []
    passages = corpus.passages.of(*BLOCKS)
    bounds = np.searchsorted(passages.doc, np.arange(len(corpus) + 1)).tolist()
    names = ("kind", "start", "end", "note")
    layout = list(zip(*(getattr(passages, n).tolist() for n in names), strict=True))
    for doc, document in enumerate(corpus.documents):
        found, spans = one(doc, document, layout[bounds[doc] : bounds[doc + 1]])
        quotations += found
        rows += [(doc, s, e, voices.setdefault(v, len(voices))) for s, e, v in spans]
    columns = np.array(rows, np.int32).reshape(-1, 4).T
    return corpus.replace(quotations=tuple(quotations), voices=tuple(voices), spoken=Spoken(*columns))


def one(doc: int, document: Document, layout: Layout) -> tuple[list[Quotation], list[Span]]:
    """Return the quotations and the voices of one text."""
    text, author = document.text, narrator(document)
    quotations: list[Quotation] = []
    layers: list[Span] = [(s, e, HEADING) for kind, s, e, _ in layout if kind in HEADINGS]
    paragraphs = [b for b in blocks(text, layout) if not b.removed]
    lines = [(b.start, b.end) for b in paragraphs if not b.heading]
    for turn in laid_out(text, layout) or labelled(text, lines, document.author):
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
        stretches = double_marks(flat, block.start, block.end, carried)
        carried = bool(stretches) and not stretches[-1].closed
        for m in stretches:
            if text.count(" ", m.start, m.end) < SPEECH - 1:
                quotations.append(Quotation(doc, m.start, m.end, "phrase", how="marks"))
                continue
            quotations.append(Quotation(doc, m.start, m.end, "direct", how="marks", sure=SURE))
            if not block.heading:
                layers.append((m.start, m.end, QUOTED))
    if not layers:
        return quotations, [(0, len(text), author)] if text else []
    code = {v: n for n, v in enumerate(dict.fromkeys([author, *(v for _, _, v in layers)]))}
    everyone = list(code)
    runs = partition(len(text), 0, ((s, e, code[v]) for s, e, v in layers))
    return sorted(quotations, key=lambda q: (q.start, q.end)), [(s, e, everyone[v]) for s, e, v in runs]


def labelled(text: str, lines: Sequence[tuple[int, int]], author: str) -> list[Turn]:
    """Return the turns that labels show; where fewer than three lines can open with one there are none."""
    able = text.count(":") + sum(text[s] in SIGNS for s, _ in lines)
    if able >= FEWEST:
        able = sum(text[s] in SIGNS or text.find(":", s, min(e, s + WIDEST)) >= 0 for s, e in lines)
    return turns(text, lines, author) if able >= FEWEST else []


def spoken_by(name: str, how: str, sure: float) -> Voice:
    """Return the voice of somebody whose turns a transcript prints."""
    return Voice(name, name, "speaker", how, sure)
