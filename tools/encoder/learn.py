"""One run of learning: sentences in, a network out."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from net import THEMES, Net, round_body
from sentences import Sentence
from torch import Tensor

BATCH, PROSE_BATCH, THEME_BATCH = 32, 12, 16
UNKNOWN = -1.0
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Plan:
    """How a run learns.

    Parameters
    ----------
    seed : int
    epochs : int
        Over the coded words.
    rate : float
        Of learning, for the transformer; its heads learn five times as fast.
    vectors : float
        Weight of keeping sentence vectors where the base model has them.
    teachers : float
        Weight of what the teachers say of words of general prose.
    themes : float
        Weight of the coded themes.
    rounded_from : float
        The share of the run after which linear layers feel their rounding; 1: never.
    """

    seed: int
    epochs: int = 5
    rate: float = 1.5e-4
    vectors: float = 0.0
    teachers: float = 0.0
    themes: float = 0.0
    rounded_from: float = 1.0


def padded(rows: Sequence[Sequence[float]], fill: float = 0.0) -> Tensor:
    """Return rows of one length."""
    out = np.full((len(rows), max(map(len, rows))), fill, np.float32)
    for n, row in enumerate(rows):
        out[n, : len(row)] = row
    return torch.from_numpy(out)


def pieces_of(batch: Sequence[Sentence]) -> tuple[Tensor, Tensor]:
    """Return the pieces of sentences, and where there are some."""
    pieces = padded([s.pieces for s in batch]).long()
    return pieces, (pieces > 0).long()


def labels_of(batch: Sequence[Sentence]) -> Tensor:
    """Return what the first piece of each coded word is, 1 or 0; below 0 elsewhere."""
    rows = []
    for s in batch:
        row = [UNKNOWN] * len(s.pieces)
        for place, label, _ in s.words:
            row[place] = float(label)
        rows.append(row)
    return padded(rows, UNKNOWN)


def batches(sentences: Sequence[Sentence], size: int, generator: np.random.Generator) -> list[list[int]]:
    """Return every sentence once, in batches of about one length, in random order."""
    length = np.array([len(s.pieces) for s in sentences]) + generator.normal(0, 4, len(sentences))
    order = np.argsort(length, kind="stable").tolist()
    cut = [order[n : n + size] for n in range(0, len(order), size)]
    return [cut[n] for n in generator.permutation(len(cut))]


def forever(sentences: Sequence[Sentence], size: int, generator: np.random.Generator) -> object:
    """Yield batches without end."""
    while True:
        yield from batches(sentences, size, generator)


def learn(
    net: Net,
    plan: Plan,
    coded: Sequence[Sentence],
    prose: Sequence[Sentence] = (),
    vectors: tuple[Floats, Floats] | None = None,
    taught: Sequence[Floats] = (),
    themed: Sequence[Sentence] = (),
) -> Net:
    """Teach a network.

    Parameters
    ----------
    net : Net
        As the base model has it; it is changed.
    plan : Plan
    coded : sequence of Sentence
        With words coded for metaphor.
    prose : sequence of Sentence
    vectors : pair of float32 arrays, shape (sentences, 384)
        The base model's vectors of `coded` and `prose`.
    taught : sequence of float32 arrays, shape (pieces,)
        The teachers' mean probability for each piece of `prose`.
    themed : sequence of Sentence
        With themes.

    Returns
    -------
    Net
        The running mean of the weights: calmer than the last step's.
    """
    torch.manual_seed(plan.seed)
    generator = np.random.default_rng(plan.seed)
    calm = copy.deepcopy(net).eval()
    body = [p for n, p in net.named_parameters() if n.startswith("body.")]
    heads = [p for n, p in net.named_parameters() if not n.startswith("body.")]
    groups = [{"params": body, "lr": plan.rate}, {"params": heads, "lr": 5 * plan.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.02, betas=(0.9, 0.98))
    total = plan.epochs * len(batches(coded, BATCH, np.random.default_rng(0)))
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / (0.08 * total)) * max(0.02, 1 - n / total)
    )
    more = forever(prose, PROSE_BATCH, generator) if prose else None
    lessons = forever(themed, THEME_BATCH, generator) if themed and plan.themes else None
    net.train()
    step, rounded = 0, False
    while step < total:
        for rows in batches(coded, BATCH, generator):
            if not rounded and step >= plan.rounded_from * total:
                round_body(net)
                round_body(calm)
                rounded = True
            batch = [coded[n] for n in rows]
            vector, metaphor, _ = net(*pieces_of(batch))
            labels = labels_of(batch)
            known = labels >= 0
            loss = F.binary_cross_entropy_with_logits(metaphor[known], labels[known])
            if vectors is not None and plan.vectors:
                loss = loss + plan.vectors * apart(vector, vectors[0][rows])
            if more is not None:
                other = next(more)  # type: ignore[call-overload]
                loss = loss + of_prose(net, plan, [prose[n] for n in other], other, vectors, taught)
            if lessons is not None:
                loss = loss + plan.themes * of_themes(net, [themed[n] for n in next(lessons)])  # type: ignore[call-overload]
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
            optimiser.step()
            slope.step()
            step += 1
            share = 1 - min(0.995, step / (step + 10))
            with torch.no_grad():
                for slow, quick in zip(calm.parameters(), net.parameters(), strict=True):
                    slow.lerp_(quick, share)
            if step % 50 == 0:
                print(f"seed {plan.seed}: step {step} of {total}, loss {loss.item():.3f}", flush=True)
    return calm


def apart(vector: Tensor, base: Floats) -> Tensor:
    """Return how far vectors lie from the base model's: 1 less the cosine."""
    return (1 - (vector * torch.from_numpy(np.ascontiguousarray(base))).sum(1)).mean()


def of_prose(
    net: Net,
    plan: Plan,
    batch: Sequence[Sentence],
    rows: Sequence[int],
    vectors: tuple[Floats, Floats] | None,
    taught: Sequence[Floats],
) -> Tensor:
    """Return the loss on general prose: vectors kept, and what the teachers say."""
    vector, metaphor, _ = net(*pieces_of(batch))
    loss = torch.zeros(())
    if vectors is not None and plan.vectors:
        loss = loss + plan.vectors * apart(vector, vectors[1][rows])
    if len(taught) and plan.teachers:
        said = padded([taught[n].tolist() for n in rows], UNKNOWN)
        known = said >= 0
        loss = loss + plan.teachers * F.binary_cross_entropy_with_logits(metaphor[known], said[known])
    return loss


def of_themes(net: Net, batch: Sequence[Sentence]) -> Tensor:
    """Return the loss on coded themes: presence as the share of coders, the pole where the theme is there."""
    _, _, said = net(*pieces_of(batch))
    wanted = torch.tensor(np.array([s.themes for s in batch]), dtype=torch.float32)
    n = len(THEMES)
    there = F.binary_cross_entropy_with_logits(said[:, :n], wanted[:, :n])
    known = ~torch.isnan(wanted[:, n:])
    if not known.any():
        return there
    return there + 0.1 * F.binary_cross_entropy_with_logits(said[:, n:][known], wanted[:, n:][known])


def told(net: Net, sentences: Sequence[Sentence]) -> tuple[Floats, list[Floats], Floats]:
    """Return vectors, metaphor log odds of every piece, and theme log odds of sentences."""
    net.eval()
    order = np.argsort([len(s.pieces) for s in sentences], kind="stable").tolist()
    vectors = np.zeros((len(sentences), 384), np.float32)
    odds: list[Floats] = [np.zeros(0, np.float32)] * len(sentences)
    themes = np.zeros((len(sentences), 2 * len(THEMES)), np.float32)
    with torch.inference_mode():
        for n in range(0, len(order), 64):
            rows = order[n : n + 64]
            vector, metaphor, said = net(*pieces_of([sentences[r] for r in rows]))
            vectors[rows], themes[rows] = vector.numpy(), said.numpy()
            for place, row in enumerate(rows):
                odds[row] = metaphor[place, : len(sentences[row].pieces)].numpy()
    net.train()
    return vectors, odds, themes
