"""Train the heads that read themes by meaning, and write src/rhetoric/data/models/meaning.json.

usage: python tools/train_meaning.py [--shared DIR]

Needs what ``tools/encoder/train.py`` needs. Learns from the part ``learn`` of ``tools/codes/themes.csv``, in a minute. Two things are kept
out, because they have seen these very sentences and would look better here than they are: what the lists find is taken as it was
when the sentences were drawn, and vectors are the base model's, which the encoder's stay close to. How strongly weights are held
down, and each threshold, have the best F1 by five-fold cross-validation over texts. Figures on other sentences:
``tools/measure_themes.py``.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
from coded_sentences import ROOT, Coded, coded, texts
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from rhetoric.embed import THEMES
from rhetoric.extract.meaning import inputs

sys.path.insert(0, str(ROOT / "tools" / "encoder"))

TARGET = ROOT / "src" / "rhetoric" / "data" / "models" / "meaning.json"
VERSION = 1
HELD_DOWN = (0.03, 0.1, 0.3, 1.0)  # the smaller, the more
STEPS = np.arange(0.08, 0.6, 0.02)
Floats = npt.NDArray[np.float64]


def vectors_of(wanted: list[Coded], shared: Path) -> Floats:
    """Return the base model's vector of every coded sentence, shape (sentences, 384)."""
    from sentences import Sentence
    from train import base_model, base_vectors

    held = texts(shared)
    sentences = [Sentence(" ".join(held[c.doc][c.start : c.end].split()), []) for c in wanted]
    return base_vectors(base_model(), sentences).astype(np.float64)


def fitted(given: Floats, share: Floats, freedom: float) -> LogisticRegression:
    """Return a model of how many coders see a theme: each sentence once as yes and once as no, by their shares."""
    answer = np.concatenate([np.ones(len(share)), np.zeros(len(share))])
    weight = np.concatenate([share, 1 - share])
    there = weight > 0
    return LogisticRegression(C=freedom, max_iter=500).fit(
        np.vstack([given, given])[there], answer[there], weight[there]
    )


def unseen(given: Floats, share: Floats, group: npt.NDArray[np.int64], freedom: float) -> Floats:
    """Return the probability of each sentence by a model that has not seen its text."""
    out = np.zeros(len(share))
    for some, rest in GroupKFold(5).split(given, groups=group):
        out[rest] = fitted(given[some], share[some], freedom).predict_proba(given[rest])[:, 1]
    return out


def f1(said: npt.NDArray[np.bool_], must: npt.NDArray[np.bool_], may: npt.NDArray[np.bool_]) -> float:
    """Return F1; what may be there is no error."""
    both = (said & must).sum()
    return float(2 * both / max(1, 2 * both + (said & ~must & ~may).sum() + (must & ~said).sum()))


def main() -> int:
    """Train, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    chosen = parser.parse_args()
    wanted = [c for c in coded() if c.part == "learn"]
    vectors = vectors_of(wanted, chosen.shared)
    signs = np.array([[{"+": 1.0, "-": -1.0}.get(c.listed.get(t, ""), 0.0) for t in THEMES] for c in wanted])
    group = np.array([zlib.crc32(c.doc.encode()) for c in wanted])
    shares = np.array([[c.share.get(t, 0.0) for t in THEMES] for c in wanted])
    must, may = (np.array([[t in getattr(c, n) for t in THEMES] for c in wanted]) for n in ("must", "may"))
    given = [inputs(vectors, signs, k) for k in range(len(THEMES))]
    tried: dict[float, list[tuple[float, float]]] = {}
    for freedom in HELD_DOWN:
        tried[freedom] = []
        for k in range(len(THEMES)):
            chance = unseen(given[k], shares[:, k], group, freedom)
            tried[freedom].append(max((f1(chance >= t, must[:, k], may[:, k]), -float(t)) for t in STEPS))
    best = max(HELD_DOWN, key=lambda c: float(np.mean([f for f, _ in tried[c]])))
    print(f"C {best}: mean F1 by cross-validation {np.mean([f for f, _ in tried[best]]):.3f}")
    out = {}
    for k, theme in enumerate(THEMES):
        model = fitted(given[k], shares[:, k], best)
        out[theme] = {
            "weights": [round(float(v), 4) for v in model.coef_[0]],
            "bias": round(float(model.intercept_[0]), 4),
            "threshold": round(-tried[best][k][1], 2),
        }
    TARGET.write_text(json.dumps({"version": VERSION, "themes": out}) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
