"""Words of a text that have their contrary near them: from the lists of antonyms, or by a syllable that denies ('fair' and 'unfair')."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rhetoric.extract.devices.antonyms import opposites
from rhetoric.extract.devices.words import closed
from rhetoric.extract.prose import Prose

DENYING = ("un", "non-", "dis", "in", "im", "ir", "il", "mis")
LATIN = ("in", "im", "ir", "il")
LEARNED = (
    "able", "ible", "ent", "ant", "ate", "al", "ive", "ous", "ity", "ence", "ance", "ency", "acy", "ly", "ect", "justice",
)  # fmt: skip
NO_CONTRARY = closed(
    "income indeed inform inside instance instead instead intense intent intend invest discover discount discourse dispatch disease display "
    "dispose distress discharge disclose union unions unless until important impress imprint import imports ingenious "
    "infamous invaluable discern district insure inability indifferent instant industrial interest increase into "
    "inherent innate involve invent"
)
SMALL = closed(
    "we us our ours ourselves they them their theirs themselves me my i mine myself you your yours yourself him his he she her "
    "in out with without for against on off here there then now no yes one some other others another this that these those within over under "
    "so can half whole once former latter every back before after most least first last present united kind mean means thousands millions billions hundreds dozens early earlier late later part"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two contrary words.

    Parameters
    ----------
    first, second : int
        Their tokens, in order.
    sort : str
        ``verb``, ``noun``, ``quality``, ``plain``, ``kind`` or ``syllable``.
    """

    first: int
    second: int
    sort: str


def pairs(prose: Prose, reach: int) -> list[Pair]:
    """Return all contrary words within `reach` tokens of one another, but for kinds of a thing, in order of the first."""
    sides, sorts = opposites().sides, opposites().sorts
    held = {form: n for n, form in enumerate(prose.forms)}
    rows: list[tuple[int, int]] = [
        (n, number)
        for form, n in held.items()
        for number in sides.get(form, ())
        if form not in SMALL and sorts[abs(number) - 1] != "kind"
    ]
    extra = len(sorts)
    for form, base in denied(prose.forms, held):
        extra += 1
        rows += [(held[form], extra), (held[base], -extra)]
    if not rows or not len(prose.folded):
        return []
    return sorted(met(prose, rows, sorts, reach), key=lambda p: (p.first, p.second))


def denied(forms: tuple[str, ...], held: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Yield each form that denies another form of the texts, and that."""
    for form in forms:
        if form.startswith(DENYING) and len(form) > 5 and form not in NO_CONTRARY:
            for syllable in DENYING:
                if form.startswith(syllable):
                    base = form[len(syllable) :]
                    if len(base) > 3 and base in held and (syllable not in LATIN or base.endswith(LEARNED)):
                        yield form, base
        elif form.endswith("less") and len(form) > 6 and form[:-4] + "ful" in held:
            yield form, form[:-4] + "ful"


def met(prose: Prose, rows: list[tuple[int, int]], sorts: Sequence[str], reach: int) -> Iterator[Pair]:
    """Yield neighbours of one group that stand on its different sides; `rows` are forms with their groups."""
    rows.sort()
    form, number = np.array(rows, np.int64).T
    counts = np.bincount(form, minlength=len(prose.forms))
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    token = np.flatnonzero(counts[prose.folded])
    many = counts[prose.folded[token]]
    tokens = np.repeat(token, many)
    within = np.arange(len(tokens)) - np.repeat(np.cumsum(many) - many, many)
    groups = number[np.repeat(starts[prose.folded[token]], many) + within]
    order = np.lexsort((tokens, np.abs(groups)))
    tokens, groups = tokens[order], groups[order]
    near = (groups[:-1] == -groups[1:]) & (tokens[1:] - tokens[:-1] <= reach)
    for n in np.flatnonzero(near).tolist():
        if tokens[n] < tokens[n + 1]:
            group = abs(int(groups[n])) - 1
            sort = sorts[group] if group < len(sorts) else "syllable"
            yield Pair(int(tokens[n]), int(tokens[n + 1]), sort)
