"""The network that judges candidates of figures, and how it learns."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, HEADS, LAYERS = 384, 12, 6
NARROW = 192
MARKS = 7
NEW = ("mark", "figure", "hidden", "out", "source")  # what is not in the base model learns five times as fast
WEIGHTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "after": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "end": "output.LayerNorm",
}
Arrays = Mapping[str, npt.NDArray[np.generic]]


@dataclass(frozen=True)
class Plan:
    """How a run learns.

    Parameters
    ----------
    seed : int
    epochs : int
    rate : float
        Of learning, for the transformer.
    size : int
        Candidates in one step.
    """

    seed: int
    epochs: int = 4
    rate: float = 8e-5
    size: int = 64


def base_weights(folder: Path, kept: Tensor, length: int) -> dict[str, Tensor]:
    """Return the base model's weights with the pieces that are kept; large matrices are rounded to 8 bits a row."""
    held = load_file(str(folder / "model.safetensors"))
    out = {k: v for k, v in held.items() if "pooler" not in k and "position_ids" not in k}
    words, places = "embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight"
    out[words], out[places] = out[words][kept], out[places][:length]
    return {k: rounded(v) if v.dim() == 2 and len(v) > WIDTH - 1 else v for k, v in out.items()}


def rounded(weight: Tensor) -> Tensor:
    """Return a matrix rounded to 8 bits a row."""
    step = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
    return torch.round(weight / step) * step


class Block(nn.Module):
    """One layer of the transformer."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.after, self.end = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """Take states one layer on."""
        many, length, _ = x.shape
        q, k, v = (f(x).view(many, length, HEADS, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        # Written out: on processors it learns twice as fast as by the function of that name.
        met = q @ k.transpose(2, 3) / q.shape[-1] ** 0.5
        weight = (met + there.to(met.dtype).sub(1).mul(1e4)[:, None, None, :]).softmax(-1).to(v.dtype)
        seen = (weight @ v).transpose(1, 2).reshape(many, length, WIDTH)
        x = self.after(x + self.drop(self.o(seen)))
        return self.end(x + self.drop(self.down(F.gelu(self.up(x)))))


class Judge(nn.Module):
    """The transformer, told which figure is asked for and where its members stand.

    Parameters
    ----------
    base : dict of str to Tensor
        See `base_weights`.
    figures, sources : int
        How many there are.

    Notes
    -----
    The members' mark is added to their pieces and the figure's to the first piece, as segments are in BERT. Judged is from the state of
    the first piece, the means of the first two members, of the whole candidate and of all pieces, and the difference and product of the
    two members. A source has a number of its own for each figure: how generous its readers were.
    """

    def __init__(self, base: Mapping[str, Tensor], figures: int, sources: int) -> None:
        super().__init__()
        at = "embeddings."
        self.word = nn.Embedding.from_pretrained(base[at + "word_embeddings.weight"].clone(), freeze=False)
        self.place = nn.Embedding.from_pretrained(
            base[at + "position_embeddings.weight"].clone(), freeze=False
        )
        self.kind = nn.Parameter(base[at + "token_type_embeddings.weight"][0].clone())
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.norm.load_state_dict({k: base[f"{at}LayerNorm.{k}"] for k in ("weight", "bias")})
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        for n, block in enumerate(self.blocks):
            for name, theirs in WEIGHTS.items():
                part = {k: base[f"encoder.layer.{n}.{theirs}.{k}"] for k in ("weight", "bias")}
                getattr(block, name).load_state_dict(part)
        self.mark, self.figure = nn.Embedding(MARKS, WIDTH), nn.Embedding(figures, WIDTH)
        for table in (self.mark, self.figure):
            nn.init.normal_(table.weight, std=0.02)
        self.mark.weight.data[0] = 0
        self.hidden, self.out = nn.Linear(7 * WIDTH, NARROW), nn.Linear(NARROW, figures)
        self.source = nn.Parameter(torch.zeros(sources, figures))
        self.drop, self.more = nn.Dropout(0.1), nn.Dropout(0.2)

    def forward(self, pieces: Tensor, marks: Tensor, figure: Tensor, there: Tensor) -> Tensor:
        """Return the log odds of candidates, shape (candidates,)."""
        length = pieces.shape[1]
        x = self.word(pieces) + self.place.weight[:length] + self.kind + self.mark(marks)
        x = torch.cat([x[:, :1] + self.figure(figure)[:, None], x[:, 1:]], 1)
        x = self.drop(self.norm(x))
        for block in self.blocks:
            x = block(x, there)

        def mean(held: Tensor) -> Tensor:
            weight = held[..., None].to(x.dtype)
            return (x * weight).sum(1) / weight.sum(1).clamp(min=1)

        one, two = mean(marks == 1), mean(marks == 2)
        seen = torch.cat([x[:, 0], one, two, mean(marks > 0), mean(there), one - two, one * two], 1)
        odds = self.out(self.more(F.gelu(self.hidden(self.drop(seen)))))
        return odds.gather(1, figure[:, None])[:, 0]


class Alone(nn.Module):
    """The network as it ships: one candidate at a time, judged as in a window of several readers."""

    def __init__(self, net: Judge) -> None:
        super().__init__()
        self.net = net

    def forward(self, pieces: Tensor, marks: Tensor, figure: Tensor) -> Tensor:
        """Judge one candidate, every piece of it there."""
        return (
            self.net(pieces, marks, figure, torch.ones_like(pieces, dtype=torch.bool))
            + self.net.source[0][figure]
        )


def learned(
    base: Mapping[str, Tensor], data: Arrays, rows: npt.NDArray[np.int64], plan: Plan, device: str
) -> Judge:
    """Return a network that learned from some rows of the data."""
    torch.manual_seed(plan.seed)
    net = Judge(base, int(data["figure"].max()) + 1, int(data["source"].max()) + 1).to(device)
    torch.manual_seed(plan.seed)  # again: what is dropped depends on nothing that was drawn for the new parts
    generator = np.random.default_rng(plan.seed)
    groups: list[list[Tensor]] = [[], [], []]
    for name, part in net.named_parameters():
        new = name.split(".")[0] in NEW
        groups[2 if new else 1 if part.dim() > 1 else 0].append(part)
    rates = ((groups[0], plan.rate, 0.0), (groups[1], plan.rate, 0.01), (groups[2], 5 * plan.rate, 0.01))
    optimiser = torch.optim.AdamW(
        [{"params": p, "lr": r, "weight_decay": d} for p, r, d in rates], fused=True
    )
    held = {
        k: torch.from_numpy(np.asarray(data[k])).to(device) for k in ("figure", "source", "right", "counts")
    }
    pieces, marks = (torch.from_numpy(data[k].astype(np.int64)).to(device) for k in ("pieces", "marks"))
    size = data["size"].astype(np.int64)
    steps = plan.epochs * -(-len(rows) // plan.size)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda t: min(1.0, (t + 1) / (0.1 * steps)) * max(0.0, 1 - t / steps)
    )
    weight = held["counts"].float()
    net.train()
    for epoch in range(plan.epochs):
        print(f"pass {epoch + 1} of {plan.epochs}", file=sys.stderr, flush=True)
        for batch in batches(generator.permutation(rows), size, plan.size, generator):
            b = torch.from_numpy(batch).to(device)
            longest = int(size[batch].max())
            there = (
                torch.arange(longest, device=device)[None] < torch.from_numpy(size[batch]).to(device)[:, None]
            )
            figure = held["figure"][b].long()
            with torch.autocast(device, torch.bfloat16):
                odds = net(pieces[b, :longest], marks[b, :longest], figure, there)
            odds = odds.float() + net.source[held["source"][b].long(), figure]
            wrong = F.binary_cross_entropy_with_logits(odds, held["right"][b].float(), reduction="none")
            loss = (wrong * weight[b]).sum() / weight[b].sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            pace.step()
    return net.eval()


def batches(
    order: npt.NDArray[np.int64], size: npt.NDArray[np.int64], many: int, generator: np.random.Generator
) -> list[npt.NDArray[np.int64]]:
    """Return rows in batches of about one length."""
    out = []
    for at in range(0, len(order), 16 * many):
        part = order[at : at + 16 * many]
        part = part[np.argsort(size[part], kind="stable")]
        out += [part[k : k + many] for k in range(0, len(part), many)]
    return [out[n] for n in generator.permutation(len(out))]
