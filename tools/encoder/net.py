"""The network: a small transformer with a vector and themes for a sentence, metaphor and stance for each word."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import AutoModel

from rhetoric.embed import SIZE as WIDTH
from rhetoric.embed import THEMES

NARROW = 128


class Seen(NamedTuple):
    """What the network says of sentences.

    Parameters
    ----------
    vector : Tensor, shape (sentences, 384)
    metaphor : Tensor, shape (sentences, length)
    themes : Tensor, shape (sentences, 24)
    stance : Tensor, shape (sentences, length, 3), or None
        None where it was not asked for.
    state : Tensor, shape (sentences, 384)
        The mean of a sentence's pieces.
    """

    vector: Tensor
    metaphor: Tensor
    themes: Tensor
    stance: Tensor | None
    state: Tensor


class Net(nn.Module):
    """The transformer with its heads.

    Parameters
    ----------
    base : Path
        Folder of the model to begin with.
    kept : Tensor of int64, shape (pieces,)
        The places in its vocabulary of the word pieces that are kept; the first is the padding.

    Notes
    -----
    metaphor
        From what a word's first piece is in its sentence, what it is outside of all (its row in the table of pieces: the
        basic sense, as far as one vector can hold it), and the product of both: the contrast that MelBERT makes with two
        encoders (Choi et al. 2021).
    vector
        The mean of a sentence's pieces, turned so that it stays where the base model had it.
    themes
        Log odds of each theme, then of its pole.
    stance
        Of every piece: log odds, up to a constant, that whoever speaks is against, neither, or for what the piece names,
        from the piece in its sentence and the mean of the sentence. A teacher is shown the mention that is asked about by a vector
        added to its pieces, as segments are in BERT.
    """

    def __init__(self, base: Path, kept: Tensor) -> None:
        super().__init__()
        body = AutoModel.from_pretrained(base, attn_implementation="eager", add_pooling_layer=False)
        table = body.embeddings.word_embeddings.weight.data[kept].clone()
        body.embeddings.word_embeddings = nn.Embedding.from_pretrained(table, freeze=False, padding_idx=0)
        self.body = body
        self.turn = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.turn.weight)
        nn.init.zeros_(self.turn.bias)
        self.hidden = nn.Linear(3 * WIDTH, NARROW)
        self.metaphor = nn.Linear(NARROW, 1)
        self.theme_hidden = nn.Linear(WIDTH, NARROW)
        self.themes = nn.Linear(NARROW, 2 * len(THEMES))
        self.stance_hidden = nn.Linear(2 * WIDTH, NARROW)
        self.stance = nn.Linear(NARROW, 3)
        self.mark = nn.Parameter(torch.zeros(WIDTH))
        self.drop = nn.Dropout(0.15)

    def forward(
        self, pieces: Tensor, there: Tensor, toward: bool = False, marked: Tensor | None = None
    ) -> Seen:
        """Read sentences.

        Parameters
        ----------
        pieces, there : Tensors of int64, shape (sentences, length)
            Pieces, and 1 where there is one.
        toward : bool
            Whether stance is asked for.
        marked : Tensor, shape (sentences, length), optional
            1 where the mention stands that is asked about: a teacher may be shown it, the encoder that ships is not.

        Returns
        -------
        Seen
        """
        if marked is None:
            states = self.body(input_ids=pieces, attention_mask=there).last_hidden_state
        else:
            given = self.body.embeddings.word_embeddings(pieces) + marked[..., None] * self.mark
            states = self.body(inputs_embeds=given, attention_mask=there).last_hidden_state
        alone = F.layer_norm(self.body.embeddings.word_embeddings(pieces), (WIDTH,))
        known = there[..., None].to(states.dtype)
        mean = (states * known).sum(1) / known.sum(1)
        vector = F.normalize(self.turn(mean), dim=1)
        here = F.layer_norm(states, (WIDTH,))
        seen = self.drop(torch.cat([here, alone, here * alone], -1))
        metaphor = self.metaphor(self.drop(F.gelu(self.hidden(seen))))[..., 0]
        themes = self.themes(self.drop(F.gelu(self.theme_hidden(self.drop(mean)))))
        if not toward:
            return Seen(vector, metaphor, themes, None, mean)
        around = F.layer_norm(mean, (WIDTH,))[:, None].expand_as(here)
        both = self.drop(torch.cat([here, around], -1))
        stance = self.stance(self.drop(F.gelu(self.stance_hidden(both))))
        return Seen(vector, metaphor, themes, stance, mean)


class Whole(nn.Module):
    """The network of the encoder as it ships: one sentence at a time, every piece of it there."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Read one sentence; see `Net.forward`."""
        seen = self.net(pieces, torch.ones_like(pieces))
        return seen.vector, seen.metaphor, seen.themes


class Toward(nn.Module):
    """The network of stance as it ships, nothing marked."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor]:
        """Read one sentence: the mean state of its pieces, and the stance toward each."""
        seen = self.net(pieces, torch.ones_like(pieces), toward=True)
        return seen.state, seen.stance


class Rounded(nn.Module):
    """A linear layer that feels the rounding it will be shipped with: weights by output, inputs by sentence, 8 bits.

    Gradients pass through the rounding as if it were not there (Jacob et al. 2018).
    """

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer

    def forward(self, given: Tensor) -> Tensor:
        """Apply the layer to rounded inputs with rounded weights."""
        weight = self.layer.weight
        step = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        rounded = weight + (torch.round(weight / step) * step - weight).detach()
        flat = given.detach().flatten(1)
        low, high = flat.amin(1).clamp(max=0), flat.amax(1).clamp(min=0)
        shape = (-1,) + (1,) * (given.dim() - 1)
        size = ((high - low).clamp(min=1e-8) / 255).view(shape)
        zero = torch.round(-low.view(shape) / size)
        near = (torch.clamp(torch.round(given / size) + zero, 0, 255) - zero) * size
        return F.linear(given + (near - given).detach(), rounded, self.layer.bias)


def round_body(net: Net) -> None:
    """Let every linear layer of the transformer feel its rounding from now on."""
    for block in net.body.encoder.layer:
        for owner in (block.attention.self, block.attention.output, block.intermediate, block.output):
            for name, part in list(owner.named_children()):
                if isinstance(part, nn.Linear):
                    setattr(owner, name, Rounded(part))


def plain_body(net: Net) -> None:
    """Take the rounding off again, for export."""
    for block in net.body.encoder.layer:
        for owner in (block.attention.self, block.attention.output, block.intermediate, block.output):
            for name, part in list(owner.named_children()):
                if isinstance(part, Rounded):
                    setattr(owner, name, part.layer)
