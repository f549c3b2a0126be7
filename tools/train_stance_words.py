"""Train what reads stance toward a mention without the encoder.

usage: python tools/train_stance_words.py [--shared DIR]

Takes a few minutes. The linear model learns from the mentions of NewsMTSC and from what the encoder says of mentions in political prose,
so the encoder comes first (``tools/encoder/train.py``). Writes ``data/models/stance-words.npz`` and ``docs/models/stance-words.md``.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from coded_sentences import ROOT, rows, texts
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression

from rhetoric.extract.mention import Mention
from rhetoric.extract.mentions import mentions
from rhetoric.extract.stance import Asked, chances, places, wanted
from rhetoric.extract.stancewords import BITS, features, shipped_stance
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared

MODELS = ROOT / "src" / "rhetoric" / "data" / "models"
CARD = ROOT / "docs" / "models" / "stance-words.md"
SIZE = 1 << BITS
PROSE = 6_000_000  # characters
GOLD = 3.0  # a coded mention counts as so many that the encoder judged
FIRM = 0.1
Floats = npt.NDArray[np.float64]


def coded(folder: Path) -> tuple[Corpus, list[Asked], npt.NDArray[np.int64]]:
    """Return the sentences of a part of NewsMTSC with their mentions and codes, -1, 0 or 1."""
    given = {r["id"]: r["text"] for r in rows(folder / "input.jsonl.gz")}
    gold = list(rows(folder / "gold.jsonl.gz"))
    corpus = prepared(
        [Document(id=str(n), text=given[r["id"]], meta={"targets": r["targets"]}) for n, r in enumerate(gold)]
    )
    codes = np.array([t["polarity"] for r in gold for t in r["targets"]])
    return corpus, list(wanted(corpus, ())), codes


def prose(shared: Path) -> Corpus:
    """Return political prose and news of some length."""
    held = sorted(texts(shared).items())
    some, total = [], 0
    for n in np.random.default_rng(9).permutation(len(held)):
        if total > PROSE:
            break
        some.append(Document(id=held[n][0], text=held[n][1]))
        total += len(held[n][1])
    return prepared(some)


def matrix(corpus: Corpus, asked: list[Asked]) -> csr_matrix:
    """Return the features of mentions, one row each: hashed words, then sums."""
    columns, sums = features(corpus, *places(corpus, asked), SIZE)
    ends = np.arange(0, columns.size + 1, columns.shape[1])
    words = csr_matrix((np.ones(columns.size, np.float32), columns.ravel(), ends), shape=(len(columns), SIZE))
    words = words @ nothing_left_out()
    words.data = np.minimum(words.data, 1)
    return hstack([words, csr_matrix(sums)]).tocsr()


def nothing_left_out() -> csr_matrix:
    """Return a matrix that leaves out the column of what is not there."""
    keep = np.ones(SIZE, np.float32)
    keep[0] = 0
    return csr_matrix((keep, (np.arange(SIZE), np.arange(SIZE))), shape=(SIZE, SIZE))


def trained(shared: Path, alone: bool) -> Any:
    """Return the fitted model."""
    corpus, asked, codes = coded(shared / "gold" / "stance-newsmtsc-train")
    given, answer, weight = [matrix(corpus, asked)], [codes], [np.full(len(codes), GOLD)]
    if not alone:
        more = prose(shared)
        named: tuple[Mention, ...] = mentions(more)
        others = list(wanted(more, named))
        chance = chances(more, *places(more, others), "model")
        print(f"{len(codes):,} coded mentions, {len(others):,} judged by the encoder", flush=True)
        own = matrix(more, others)
        for n, code in enumerate((-1, 0, 1)):
            given.append(own)
            answer.append(np.full(len(others), code))
            weight.append(chance[:, n])
    model = LogisticRegression(C=FIRM, max_iter=200)
    return model.fit(vstack(given).tocsr(), np.concatenate(answer), np.concatenate(weight))


def save(model: Any) -> None:
    """Write the model; hashed weights in 8 bits."""
    weights = model.coef_.T
    hashed = weights[:SIZE]
    step = float(np.abs(hashed).max()) / 127
    np.savez_compressed(
        MODELS / "stance-words.npz",
        weights=np.round(hashed / step).astype(np.int8),
        step=np.float32(step),
        dense=weights[SIZE:].astype(np.float32),
        bias=model.intercept_.astype(np.float32),
    )


def card(shared: Path) -> str:
    """Return the card, with figures on the development halves."""
    lines = []
    for part in ("rw", "mt"):
        corpus, asked, codes = coded(shared / "gold" / f"stance-newsmtsc-{part}-dev")
        said = shipped_stance().odds(corpus, *places(corpus, asked)).argmax(axis=1) - 1
        f1 = [
            2 * ((said == c) & (codes == c)).sum() / max(1, (said == c).sum() + (codes == c).sum())
            for c in (-1, 0, 1)
        ]
        lines.append(
            f"| {part} | {np.mean(f1):.3f} | {f1[0]:.3f} | {f1[1]:.3f} | {f1[2]:.3f} | {len(codes)} |"
        )
    print("\n".join(lines))
    return TEXT.format(table="\n".join(lines))


TEXT = """# Model card: words of stance

`src/rhetoric/data/models/stance-words.npz`, made by `python tools/train_stance_words.py`, used by `rhetoric.extract.stance`. Nothing below is written by hand: the script writes this page.

| | |
| --- | --- |
| answers | without the encoder (`--tone lexical`): whether a sentence is for or against somebody it names |
| kind | multinomial logistic regression over hashed words around the mention by side and distance, pairs of them, and sums of VADER's values, of acts and of judgements (`data/lexicons/acts.toml`); the words of the mention itself are not looked at |
| learned from | 8,739 mentions of NewsMTSC (Hamborg and Donnay 2021; MIT) and what the encoder says of mentions in political prose and news. No text is in the project. |
| licence | the project's own |
| limits | American political news taught it; no syntax: in a sentence about two it often gives both the same |

## Figures

Mentions of the development halves, which it never saw: rw as they come, mt several in a sentence.

| part | macro F1 | negative | neutral | positive | mentions |
| --- | --- | --- | --- | --- | --- |
{table}
"""


def main() -> int:
    """Train, save, and write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--alone", action="store_true", help="learn from the coded mentions alone")
    chosen = parser.parse_args()
    save(trained(chosen.shared, chosen.alone))
    shipped_stance.cache_clear()
    CARD.write_text(card(chosen.shared), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
