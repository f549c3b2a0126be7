"""Voices by marks alone: turns, headings, and words between quotation marks, whoever says them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.voice import UNATTRIBUTED, Quotation, Voice
from rhetoric.voice.attribution import Span, headed, heard, laid_over, layouts, narrator
from rhetoric.voice.quotations import DOUBLE, double_marks
from rhetoric.voice.reading import Layout, blocks, laid_out, unwrapped
from rhetoric.voice.turns import Turn, turns

SPEECH = 5  # words between marks from which they are speech; fewer are a phrase that stays the narrator's
SURE = 0.9  # that these are somebody else's: a cautious figure, see docs/batch.md
SINGLE = re.compile(r"[\"“”„‟«»″]")  # the marks of one character
PAIRS = ("''", "``", "‘‘", "’’")
SIGNS = frozenset("QA0123456789*_> \t")  # what a label without a colon may begin with
FEWEST, WIDEST = 3, 130  # labels of a transcript; characters that a label takes at most
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
    texts = enumerate(zip(corpus.documents, layouts(corpus), strict=True))
    return heard(corpus, (one(n, document, layout) for n, (document, layout) in texts))


def one(doc: int, document: Document, layout: Layout) -> tuple[list[Quotation], list[Span]]:
    """Return the quotations and the voices of one text."""
    text, author = document.text, narrator(document)
    quotations: list[Quotation] = []
    layers = headed(layout)
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
    spans = laid_over(text, author, layers) if layers else [(0, len(text), author)] if text else []
    return sorted(quotations, key=lambda q: (q.start, q.end)), spans


def labelled(text: str, lines: Sequence[tuple[int, int]], author: str) -> list[Turn]:
    """Return the turns that labels show; where fewer than three lines can open with one there are none."""
    able = text.count(":") + sum(text[s] in SIGNS for s, _ in lines)
    if able >= FEWEST:
        able = sum(text[s] in SIGNS or text.find(":", s, min(e, s + WIDEST)) >= 0 for s, e in lines)
    return turns(text, lines, author) if able >= FEWEST else []


def spoken_by(name: str, how: str, sure: float) -> Voice:
    """Return the voice of somebody whose turns a transcript prints."""
    return Voice(name, name, "speaker", how, sure)
