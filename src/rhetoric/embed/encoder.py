"""One small transformer, and its word pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Ints

SIZE = 384  # numbers in a sentence's vector
LONGEST = 158  # pieces read at once, besides the two marks of a sentence's ends
Floats32 = npt.NDArray[np.float32]
OUTPUTS = ["vector", "metaphor", "themes"]
PIECES = {"stance": "encoder"}  # whose word pieces an encoder reads that has none of its own
THEMES = (
    "communitarianism",
    "democracy_reform",
    "economy_crisis",
    "hope_renewal",
    "leadership",
    "national_identity",
    "pluralism",
    "populism",
    "realignment",
    "reckoning",
    "security_order",
    "solidarity_equality",
)
STRAIGHT = str.maketrans("‘’ʼ“”‑–—…", "'''\"\"---.")


class Said(NamedTuple):
    """What the encoder says of a sentence of n pieces.

    Parameters
    ----------
    vector : float32 array, shape (384,)
        Its vector, of length 1.
    metaphor : float32 array, shape (n,)
        For every piece the log odds that its word is used metaphorically.
    themes : float32 array, shape (24,)
        Log odds of each of `THEMES`, then that the appeal is for it.
    """

    vector: Floats32
    metaphor: Floats32
    themes: Floats32


@dataclass(frozen=True, eq=False)
class Encoder:
    """A model that reads one sentence at a time.

    Parameters
    ----------
    session : onnxruntime.InferenceSession
        Takes ``pieces``, int64, shape (1, n); gives ``vector``, shape (1, 384), ``metaphor``, shape (1, n), and
        ``themes``, shape (1, 24). That of stance gives what `leanings_by` reads, that of figures takes and gives what `likely_by` does.
    tokenizer : tokenizers.Tokenizer

    Notes
    -----
    A sentence is read alone, never in a batch: the model's numbers are rounded to whole ones by their range, which in a
    batch would be that of its neighbours. So what a sentence gets depends on nothing but itself, whatever the shards.
    """

    session: Any
    tokenizer: Any

    @cached_property
    def ends(self) -> tuple[int, int]:
        """The pieces before and after every sentence."""
        return self.tokenizer.token_to_id("[CLS]"), self.tokenizer.token_to_id("[SEP]")

    def pieces(self, types: Sequence[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return the word pieces of some tokens, one after the other, and where those of each begin.

        Parameters
        ----------
        types : sequence of str

        Returns
        -------
        int64 array, shape (pieces,)
        int64 array, shape (types + 1,)
            The pieces of type ``k`` are ``[splits[k], splits[k + 1])``; a token that the tokenizer drops has none.
        """
        plain = [t.translate(STRAIGHT) for t in types]
        found = [e.ids for e in self.tokenizer.encode_batch(plain, add_special_tokens=False)]
        splits = np.cumsum([0, *map(len, found)]).astype(np.int64)
        flat = np.fromiter((i for ids in found for i in ids), np.int64, int(splits[-1]))
        return flat, splits

    def run(self, pieces: Ints | npt.NDArray[np.int64]) -> Said:
        """Read one sentence.

        Parameters
        ----------
        pieces : integer array, shape (n,)
            At least one, without the marks of the ends.

        Returns
        -------
        Said

        Notes
        -----
        A sentence of more than 158 pieces is read in parts of that length; its vector is their mean, and a theme is as
        likely as in the part where it is likeliest.
        """
        parts = run_parts(self, OUTPUTS, pieces)
        sizes = [p["metaphor"].shape[1] - 2 for p in parts]
        whole = np.sum([p["vector"][0] * n for p, n in zip(parts, sizes, strict=True)], axis=0)
        return Said(
            (whole / np.linalg.norm(whole)).astype(np.float32),
            np.concatenate([p["metaphor"][0, 1:-1] for p in parts]),
            likeliest([p["themes"][0] for p in parts]),
        )


def run_parts(
    encoder: Encoder, outputs: Sequence[str], pieces: Ints | npt.NDArray[np.int64]
) -> list[dict[str, Floats32]]:
    """Return the outputs of a sentence, in parts of at most 158 pieces."""
    first, last = encoder.ends
    out = []
    for at in range(0, len(pieces), LONGEST):
        given = np.concatenate([[first], pieces[at : at + LONGEST], [last]]).astype(np.int64)
        found = encoder.session.run(list(outputs), {"pieces": given[None, :]})
        out.append(dict(zip(outputs, found, strict=True)))
    return out


def likeliest(parts: Sequence[Floats32]) -> Floats32:
    """Return the log odds of themes and poles of a sentence read in parts."""
    if len(parts) == 1:
        return parts[0]
    said = np.stack(parts)
    n = said.shape[1] // 2
    best = said[:, :n].argmax(axis=0)
    return np.concatenate([said[best, np.arange(n)], said[best, n + np.arange(n)]])


@cache
def shipped(name: str = "encoder") -> Encoder:
    """Return an encoder that comes with the package: ``encoder``, ``stance`` or ``figures``; its card is ``docs/models/NAME.md``."""
    folder = files("rhetoric") / "data" / "models"
    with as_file(folder / f"{PIECES.get(name, name)}-pieces.json") as path:
        return opened((folder / f"{name}.onnx").read_bytes(), path)


def opened(model: bytes, pieces: Path) -> Encoder:
    """Return the encoder of a model and the file of its word pieces."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # sentences are what runs side by side; see `read`
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return Encoder(session, Tokenizer.from_file(str(pieces)))
