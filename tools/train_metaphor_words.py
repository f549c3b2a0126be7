"""Train what finds metaphors without the encoder, and what says how worn they are.

usage: python tools/train_metaphor_words.py [--shared DIR]

Takes a few minutes. The word model learns from the coded words of the VU Amsterdam Metaphor Corpus and from what the encoder says
of words of political prose, so the encoder comes first (``tools/encoder/train.py``). Writes ``data/models/metaphor-words.npz``
and the card ``docs/models/metaphor-words.md``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from coded_sentences import ROOT, rows, texts
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from rhetoric.embed import read
from rhetoric.extract.metaphorwords import features, stem
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared

MODELS = ROOT / "src" / "rhetoric" / "data" / "models"
SIZE = 1 << 20
PROSE = 3_500_000  # characters
GOLD = 3.0  # a coded word counts as so many that the encoder judged
FIRM = 0.1
Floats = npt.NDArray[np.float64]


def coded(folder: Path) -> tuple[Corpus, Floats, list[str], list[str]]:
    """Return texts with the label of each token (NaN: not coded), and its genre and part of speech."""
    gold = list(rows(folder / "gold.jsonl.gz"))
    given = {r["id"]: r["text"] for r in rows(folder / "input.jsonl.gz")}
    corpus = prepared([Document(id=g["id"], text=given[g["id"]]) for g in gold])
    tokens = corpus.tokens
    labels = np.full(len(tokens), np.nan)
    genre, part = [""] * len(tokens), [""] * len(tokens)
    for n, g in enumerate(gold):
        a, b = int(tokens.splits[n]), int(tokens.splits[n + 1])
        places = {int(s): a + k for k, s in enumerate(tokens.start[a:b])}
        for start, _, label, pos in g["tokens"]:
            if start in places:
                at = places[start]
                labels[at], genre[at], part[at] = label, g["genre"], pos
    return corpus, labels, genre, part


def prose(shared: Path) -> Corpus:
    """Return political prose and news of some length."""
    held = sorted(texts(shared).items())
    order = np.random.default_rng(5).permutation(len(held))
    some, total = [], 0
    for n in order:
        if total > PROSE:
            break
        some.append(Document(id=held[n][0], text=held[n][1]))
        total += len(held[n][1])
    return prepared(some)


def matrix(corpus: Corpus, at: npt.NDArray[np.int64]) -> csr_matrix:
    """Return the features of some tokens, one row each."""
    columns = np.stack([f[at] for f in features(corpus, SIZE)], axis=1)
    ends = np.arange(0, columns.size + 1, columns.shape[1])
    return csr_matrix((np.ones(columns.size, np.float32), columns.ravel(), ends), shape=(len(at), SIZE))


def trained(shared: Path) -> tuple[Floats, float, dict[str, list[float]]]:
    """Return weights, bias, and by stem the uses seen and those that were metaphorical."""
    corpus, labels, _, _ = coded(shared / "gold" / "metaphor-vua18-train")
    more = prose(shared)
    said = read(more).metaphor
    known, judged = np.flatnonzero(np.isfinite(labels)), np.flatnonzero(np.isfinite(said))
    chance = 1 / (1 + np.exp(-said[judged].astype(np.float64)))
    print(f"{len(known):,} coded words, {len(judged):,} judged by the encoder", flush=True)
    own, other = matrix(corpus, known), matrix(more, judged)
    given = vstack([own, other, other]).tocsr()
    answer = np.concatenate([labels[known], np.ones(len(judged)), np.zeros(len(judged))])
    weight = np.concatenate([np.full(len(known), GOLD), chance, 1 - chance])
    model = LogisticRegression(C=FIRM, solver="lbfgs", max_iter=120).fit(given, answer, weight)
    uses: dict[str, list[float]] = {}
    for held, at, share, times in ((corpus, known, labels[known], GOLD), (more, judged, chance, 1.0)):
        forms, _ = held.tokens.vocab.folding
        stems = np.array([stem(f) for f in forms], object)[held.tokens.folded[at]]
        for name, value in zip(stems.tolist(), share.tolist(), strict=True):
            row = uses.setdefault(name, [0.0, 0.0])
            row[0] += times
            row[1] += times * value
    return model.coef_[0], float(model.intercept_[0]), uses


def save_words(weights: Floats, bias: float, uses: dict[str, list[float]]) -> None:
    """Write the word model; weights in 8 bits."""
    step = float(np.abs(weights).max()) / 127
    small = np.round(weights / step).astype(np.int8)
    stems = sorted(s for s, (n, _) in uses.items() if n >= 3 and "\n" not in s)
    np.savez_compressed(
        MODELS / "metaphor-words.npz",
        weights=small,
        step=np.float32(step),
        bias=np.float32(bias),
        stems=np.frombuffer("\n".join(stems).encode(), np.uint8),
        uses=np.array([min(60_000, uses[s][0]) for s in stems], np.float32),
        share=np.array([uses[s][1] / uses[s][0] for s in stems], np.float16),
    )


def card(shared: Path) -> str:
    """Return the card, with figures on the development half."""
    from rhetoric.extract.metaphorwords import shipped_words

    corpus, labels, genre, part = coded(shared / "gold" / "metaphor-vua18-dev")
    odds = shipped_words().odds(corpus)
    at = np.flatnonzero(np.isfinite(labels))
    yes, is_ = odds[at], labels[at] == 1
    genres, parts = np.array(genre)[at], np.array(part)[at]
    best = max(np.arange(-1.6, 0.6, 0.05), key=lambda t: f1(yes > t, is_))
    print(f"best threshold of the word model {best:.2f}: {f1(yes > best, is_):.4f}")
    lines = [f"| all words | {prf(yes > THRESHOLD, is_)} |"]
    lines += [f"| {g} | {prf(yes[genres == g] > THRESHOLD, is_[genres == g])} |" for g in sorted(set(genres))]
    lines += [
        f"| {p} | {prf(yes[parts == p] > THRESHOLD, is_[parts == p])} |"
        for p in sorted(set(parts))
        if is_[parts == p].sum() >= 20
    ]
    return CARD.format(table="\n".join(lines), threshold=THRESHOLD)


def f1(yes: npt.NDArray[np.bool_], is_: npt.NDArray[np.bool_]) -> float:
    """Return F1."""
    return float(2 * (yes & is_).sum() / max(1, yes.sum() + is_.sum()))


def prf(yes: npt.NDArray[np.bool_], is_: npt.NDArray[np.bool_]) -> str:
    """Return precision, recall, F1 and numbers as cells."""
    both = int((yes & is_).sum())
    return (
        f"{both / max(1, yes.sum()):.3f} | {both / max(1, is_.sum()):.3f} | {f1(yes, is_):.3f} | {len(is_):,}"
    )


CARD = """# Model card: words of metaphor

`src/rhetoric/data/models/metaphor-words.npz`, made by `python tools/train_metaphor_words.py`, used by `rhetoric.extract.metaphor`. Nothing below is written by hand: the script writes this page.

| | |
| --- | --- |
| answers | without the encoder (`--metaphor lexical`): how likely a word is used metaphorically; in both tiers: how worn such uses of it are |
| kind | logistic regression over hashed features of a word and its neighbours (words, stems, endings); shares by stem |
| learned from | the 72 coded texts of the VU Amsterdam Metaphor Corpus (Steen et al. 2010; CC BY-SA 3.0; BNC texts, for non-commercial research) and what the encoder says of political prose and news. No text is in the project. |
| licence | the project's own; whoever uses it commercially should weigh the licence of the corpus it learned from |
| limits | no parts of speech, no syntax: a word and three neighbours on either side |

## Without the encoder

On the development half, which it never saw; the threshold on the log odds is {threshold}.

| words | precision | recall | F1 | number |
| --- | --- | --- | --- | --- |
{table}
"""
THRESHOLD = -0.7


def main() -> int:
    """Train, save, and write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    chosen = parser.parse_args()
    if not chosen.shared.exists():
        print("name the shared folder with --shared", file=sys.stderr)
        return 1
    save_words(*trained(chosen.shared))
    text = card(chosen.shared)
    (ROOT / "docs" / "models" / "metaphor-words.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
