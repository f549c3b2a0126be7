"""Passages that one text prints twice: a repeated quotation, a pull quote, a crosshead taken from the body."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.model.document import Mark
from rhetoric.segment.echoes import echo
from rhetoric.segment.runs import runs
from rhetoric.segment.sequence import Folded, WordRow

HEADINGS = frozenset({"headline", "standfirst", "crosshead"})


def repeats(
    text: str, blocks: Sequence[Mark], folded: Folded | None = None
) -> list[tuple[int, int, int, int]]:
    """Return what is printed twice: start and end of the repeat, start and end of what counts.

    Parameters
    ----------
    text : str
    blocks : sequence of Mark
        The blocks that count, in order.
    folded : Folded, optional
        The chunks already folded for other texts, so that work is done once for each.

    Notes
    -----
    In the body, a run of words that came before is a repeat of the first, small edits allowed: twenty words anywhere;
    eight where one of the two stands in quotation marks and fills most of its sentence, because names and formulas of
    eight words recur in honest prose, and speakers repeat themselves for effect. A heading is a repeat where all its
    words, or four fifths of six and more, stand in one run in the body, which is what counts.
    """
    folded = Folded() if folded is None else folded
    body = WordRow.of(text, [b for b in blocks if b.kind not in HEADINGS], folded)
    found = runs(body)
    for block in blocks:
        if block.kind in HEADINGS:
            heading = WordRow.of(text, [block], folded)
            found += echo(heading, body, whole=block.kind != "headline")
    return sorted(found)
