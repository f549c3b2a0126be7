"""Who a pronoun means: recency, subjects, gender and the flow of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rhetoric.naming import grammar

REACH = 14  # sentences looked back


class Referent(NamedTuple):
    """One place where somebody was named or spoke.

    Parameters
    ----------
    at : int
        Where.
    sentence, paragraph : int
        The running number of the sentence and of the paragraph.
    name : str
    gender : {'m', 'f', ''}
    human : bool
    rank : float
        How much the place makes somebody a topic: subjects and sources more than objects and possessors.
    """

    at: int
    sentence: int
    paragraph: int
    name: str
    gender: str
    human: bool
    rank: float


def antecedent(
    pronoun: str,
    at: int,
    sentence: int,
    paragraph: int,
    referents: Sequence[Referent],
    learned: dict[str, str],
    topic: str = "",
) -> tuple[str, float] | None:
    """Return whom a pronoun means and how sure that is, or ``None``.

    Parameters
    ----------
    pronoun : str
        In lower case.
    at, sentence, paragraph : int
        Where it stands.
    referents : sequence of Referent
        Everybody named so far; the ones named after `at` are passed over.
    learned : dict of str to str
        Genders that earlier pronouns showed, by name.
    topic : str
        Whom the text is about.

    Notes
    -----
    Each candidate scores its rank less 0.6 for each sentence and 0.4 for each paragraph between, and 0.4 more if the
    text is about that person; the best one wins.
    """
    wanted = "m" if pronoun in grammar.HE else "f" if pronoun in grammar.SHE else ""
    scores: dict[str, float] = {}
    again: dict[str, int] = {}
    for r in reversed(referents):
        if r.at >= at:
            continue
        back = sentence - r.sentence
        if back > REACH:
            break
        gender = r.gender or learned.get(r.name, "")
        if wanted:
            if not r.human or (gender and gender != wanted):
                continue
            fit = 0.3 if gender else -0.3
        else:
            fit = 0.5 if not r.human else -0.5
        score = r.rank + fit - 0.6 * back - 0.4 * (paragraph - r.paragraph)
        old = scores.get(r.name)
        if old is None:
            scores[r.name] = score
        else:
            scores[r.name] = max(old, score)
        again[r.name] = again.get(r.name, 0) + 1
    if not scores:
        return None
    scores = {name: score + 0.1 * min(3, again.get(name, 0)) for name, score in scores.items()}
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 2.0
    return ranked[0][0], round(min(0.95, 0.6 + 0.15 * max(0.0, margin)), 2)
