"""How much of a large corpus stands on one page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page shows of many texts; all that it leaves out is counted in its statistics all the same.

    Parameters
    ----------
    cards : int
        Texts up to which each has a card of its own; from there on the cards are about the corpus and its sides.
    speakers : int
        Texts up to which each voice of each text has a row; from there on a voice has one row over all its texts.
    arcs : int
        Texts up to which each has an arc of its own; from there on it is an average.
    full : int
        Texts up to which every one of them stands on the page; beyond it is a page about a corpus.
    texts : int
        Texts that such a page shows as evidence.
    bytes : int
        What all texts with their marks may weigh on a page, by an estimate; beyond it the texts that fit are chosen as on a page about a corpus.
    lines, corpus_lines : int
        Lines of the concordance, up to `full` texts and beyond.
    notes : int
        Rows of the list of annotations.
    rows : int
        Rows of the table of texts.
    places : int
        Places listed of each marker of discourse, from `speakers` texts on.
    voices, removed : int
        Rows of the table of voices, and of the list of what was removed, from `speakers` texts on.
    """

    cards: int = 6
    speakers: int = 20
    arcs: int = 8
    full: int = 200
    texts: int = 60
    bytes: int = 2_650_000
    lines: int = 1500
    corpus_lines: int = 1000
    notes: int = 600
    rows: int = 2000
    places: int = 40
    voices: int = 200
    removed: int = 100
