"""The word pieces that are kept: what English political prose and news are made of."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
LATIN = 0x250  # every single letter below this code point is kept, so that no word of English is unknown


def kept(base: Path, texts: Iterable[tuple[str, int]], many: int) -> list[str]:
    """Return the pieces to keep: the marks, single letters, then the most frequent.

    Parameters
    ----------
    base : Path
        The tokenizer's file.
    texts : iterable of (str, int)
        Texts, and how many times each counts.
    many : int
        How many pieces in all.
    """
    tokenizer = Tokenizer.from_file(str(base))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    counts: Counter[str] = Counter()
    for text, times in texts:
        for piece in tokenizer.encode(text, add_special_tokens=False).tokens:
            counts[piece] += times
    vocabulary = json.loads(base.read_text(encoding="utf-8"))["model"]["vocab"]
    letters = [w for w in vocabulary if len(w.replace("##", "")) == 1 and ord(w[-1]) < LATIN]
    out = dict.fromkeys((*SPECIAL, *letters))
    for piece, _ in sorted(counts.items(), key=lambda r: (-r[1], r[0])):
        if len(out) >= many:
            break
        out.setdefault(piece)
    return list(out)


def pruned(base: Path, pieces: list[str]) -> dict[str, Any]:
    """Return the tokenizer's file with these pieces only."""
    out: dict[str, Any] = json.loads(base.read_text(encoding="utf-8"))
    places = {w: n for n, w in enumerate(pieces)}
    out["model"]["vocab"] = places
    out["added_tokens"] = [
        {**t, "id": places[t["content"]]} for t in out["added_tokens"] if t["content"] in places
    ]
    for name, row in out["post_processor"].get("special_tokens", {}).items():
        row["ids"] = [places[t] for t in row["tokens"]]
        out["post_processor"]["special_tokens"][name] = row
    out["truncation"] = out["padding"] = None
    return out
