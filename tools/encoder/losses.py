"""How wrong a network is: about words coded for metaphor, mentions coded for stance, themes, and what teachers say of prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
import torch.nn.functional as F
from learn import Floats, Lesson, padded, pieces_of
from net import THEMES, Net, Seen
from sentences import Sentence
from torch import Tensor

UNKNOWN = -1.0
SMOOTHED = 0.1  # share of a coded stance that is spread over all three answers: coders differ


def apart(vector: Tensor, base: Floats) -> Tensor:
    """Return how far vectors lie from the base model's: 1 less the cosine."""
    return (1 - (vector * torch.from_numpy(np.ascontiguousarray(base))).sum(1)).mean()


def labels_of(batch: Sequence[Sentence]) -> Tensor:
    """Return what the first piece of each coded word is, 1 or 0; below 0 elsewhere."""
    rows = []
    for s in batch:
        row = [UNKNOWN] * len(s.pieces)
        for place, label, _ in s.words:
            row[place] = float(label)
        rows.append(row)
    return padded(rows, UNKNOWN)


def metaphor_lesson(coded: Sequence[Sentence], vectors: Floats | None = None, kept: float = 0.0) -> Lesson:
    """Return the lesson of words coded for metaphor; `kept` weighs that vectors stay where the base model has them."""

    def loss(net: Net, rows: list[int]) -> Tensor:
        batch = [coded[n] for n in rows]
        seen = net(*pieces_of(batch))
        labels = labels_of(batch)
        known = labels >= 0
        wrong = F.binary_cross_entropy_with_logits(seen.metaphor[known], labels[known])
        return wrong if vectors is None else wrong + kept * apart(seen.vector, vectors[rows])

    return Lesson(coded, 32, loss)


@dataclass
class Masks:
    """Other words in the place of mentions, now and then: who somebody is must not decide what is said of them.

    Parameters
    ----------
    names : sequence of int
        Pieces that are names of somebody.
    mask : int
        The piece that stands for any word.
    share : float
        How many mentions lose their words; a third of these to `mask`, the others to names of others.
    generator : numpy.random.Generator
    """

    names: Sequence[int]
    mask: int
    share: float
    generator: np.random.Generator

    def over(self, pieces: Tensor, batch: Sequence[Sentence]) -> Tensor:
        """Return pieces with the words of some mentions exchanged."""
        out = pieces.clone()
        for n, s in enumerate(batch):
            for places, _ in s.targets:
                if self.generator.random() < self.share:
                    for place in range(places[0], places[-1] + 1):
                        named = self.names[self.generator.integers(len(self.names))]
                        out[n, place] = self.mask if self.generator.random() < 1 / 3 else named
        return out


def stance_lesson(coded: Sequence[Sentence], masks: Masks, shown: float = 0.0) -> Lesson:
    """Return the lesson of mentions coded for stance: the mean of a mention's word-first pieces is judged.

    Parameters
    ----------
    coded : sequence of Sentence
    masks : Masks
    shown : float
        The share of sentences in which the mention is marked; then each sentence must have one.
    """

    def loss(net: Net, rows: list[int]) -> Tensor:
        batch = [coded[n] for n in rows]
        pieces, there = pieces_of(batch)
        marked = None
        if shown:
            some = torch.from_numpy((masks.generator.random(len(batch)) < shown).astype(np.float32))
            marked = marks(batch, pieces) * some[:, None]
        seen = net(masks.over(pieces, batch), there, toward=True, marked=marked)
        said, wanted = mentions(seen, batch)
        return F.cross_entropy(said, wanted, label_smoothing=SMOOTHED)

    return Lesson(coded, 32, loss)


def marks(batch: Sequence[Sentence], pieces: Tensor) -> Tensor:
    """Return 1 where the mention of each sentence stands."""
    out = torch.zeros(pieces.shape)
    for n, s in enumerate(batch):
        for places, _ in s.targets:
            out[n, places[0] : places[-1] + 1] = 1
    return out


def one_each(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return each sentence once for each of its mentions."""
    return [replace(s, targets=[t]) for s in sentences for t in s.targets]


def mentions(seen: Seen, batch: Sequence[Sentence]) -> tuple[Tensor, Tensor]:
    """Return what is said of each mention, shape (mentions, 3), and its code: 0 negative, 1 neutral, 2 positive."""
    assert seen.stance is not None
    said = [seen.stance[n, list(places)].mean(0) for n, s in enumerate(batch) for places, _ in s.targets]
    return torch.stack(said), torch.tensor([code + 1 for s in batch for _, code in s.targets])


def theme_lesson(coded: Sequence[Sentence], weight: float) -> Lesson:
    """Return the lesson of coded themes: presence as the share of coders, the pole where the theme is there."""

    def loss(net: Net, rows: list[int]) -> Tensor:
        batch = [coded[n] for n in rows]
        said = net(*pieces_of(batch)).themes
        wanted = torch.tensor(np.array([s.themes for s in batch]), dtype=torch.float32)
        n = len(THEMES)
        wrong = F.binary_cross_entropy_with_logits(said[:, :n], wanted[:, :n])
        known = ~torch.isnan(wanted[:, n:])
        if known.any():
            wrong = wrong + 0.1 * F.binary_cross_entropy_with_logits(said[:, n:][known], wanted[:, n:][known])
        return weight * wrong

    return Lesson(coded, 16, loss)


def prose_lesson(
    prose: Sequence[Sentence], vectors: Floats, metaphor: Sequence[Floats], kept: float, figures: float
) -> Lesson:
    """Return the lesson of general prose: vectors kept, and what the teachers say of each piece.

    Parameters
    ----------
    prose : sequence of Sentence
    vectors : float32 array, shape (sentences, 384)
        The base model's.
    metaphor : sequence of float32 arrays, shape (pieces,)
        The teachers' mean probability.
    kept, figures : float
        Weights of vectors and of metaphor.
    """

    def loss(net: Net, rows: list[int]) -> Tensor:
        seen = net(*pieces_of([prose[n] for n in rows]))
        said = padded([metaphor[n].tolist() for n in rows], UNKNOWN)
        known = said >= 0
        wrong = F.binary_cross_entropy_with_logits(seen.metaphor[known], said[known])
        return kept * apart(seen.vector, vectors[rows]) + figures * wrong

    return Lesson(prose, 12, loss)
