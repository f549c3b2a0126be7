"""One run of learning: lessons in, a network out."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from net import WIDTH, Net, round_body
from sentences import Sentence
from torch import Tensor

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Plan:
    """How a run learns.

    Parameters
    ----------
    seed : int
    epochs : int
        Over the sentences of the first lesson.
    rate : float
        Of learning, for the transformer; its heads learn five times as fast.
    rounded_from : float
        The share of the run after which linear layers feel their rounding; 1: never.
    """

    seed: int
    epochs: int = 5
    rate: float = 1.5e-4
    rounded_from: float = 1.0


@dataclass(frozen=True)
class Lesson:
    """Sentences, and how wrong a network is about some of them.

    Parameters
    ----------
    sentences : sequence of Sentence
    size : int
        How many are learned from in one step.
    loss : callable
        Takes the network and the places of some sentences.
    """

    sentences: Sequence[Sentence]
    size: int
    loss: Callable[[Net, list[int]], Tensor]


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


def batches(sentences: Sequence[Sentence], size: int, generator: np.random.Generator) -> list[list[int]]:
    """Return every sentence once, in batches of about one length, in random order."""
    length = np.array([len(s.pieces) for s in sentences]) + generator.normal(0, 4, len(sentences))
    order = np.argsort(length, kind="stable").tolist()
    cut = [order[n : n + size] for n in range(0, len(order), size)]
    return [cut[n] for n in generator.permutation(len(cut))]


def forever(lesson: Lesson, generator: np.random.Generator) -> Iterator[list[int]]:
    """Yield batches without end."""
    while True:
        yield from batches(lesson.sentences, lesson.size, generator)


def learn(net: Net, plan: Plan, lessons: Sequence[Lesson]) -> Net:
    """Teach a network; every step takes one batch of each lesson.

    Parameters
    ----------
    net : Net
        As the base model has it; it is changed.
    plan : Plan
    lessons : sequence of Lesson

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
    first = lessons[0]
    total = plan.epochs * len(batches(first.sentences, first.size, np.random.default_rng(0)))
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / (0.08 * total)) * max(0.02, 1 - n / total)
    )
    turns = [forever(lesson, generator) for lesson in lessons]
    net.train()
    for step in range(total):
        if step == math.ceil(plan.rounded_from * total):
            round_body(net)
            round_body(calm)
        loss = sum(
            (lesson.loss(net, next(turn)) for lesson, turn in zip(lessons, turns, strict=True)),
            torch.zeros(()),
        )
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        optimiser.step()
        slope.step()
        share = 1 - min(0.995, (step + 1) / (step + 11))
        with torch.no_grad():
            for slow, quick in zip(calm.parameters(), net.parameters(), strict=True):
                slow.lerp_(quick, share)
        if (step + 1) % 50 == 0:
            print(f"seed {plan.seed}: step {step + 1} of {total}, loss {loss.item():.3f}", flush=True)
    return calm


def told(net: Net, sentences: Sequence[Sentence]) -> tuple[Floats, list[Floats]]:
    """Return the vectors of sentences, and the metaphor log odds of every piece."""
    net.eval()
    order = np.argsort([len(s.pieces) for s in sentences], kind="stable").tolist()
    vectors = np.zeros((len(sentences), WIDTH), np.float32)
    odds: list[Floats] = [np.zeros(0, np.float32)] * len(sentences)
    with torch.inference_mode():
        for n in range(0, len(order), 64):
            rows = order[n : n + 64]
            seen = net(*pieces_of([sentences[r] for r in rows]))
            vectors[rows] = seen.vector.numpy()
            for place, row in enumerate(rows):
                odds[row] = seen.metaphor[place, : len(sentences[row].pieces)].numpy()
    net.train()
    return vectors, odds
