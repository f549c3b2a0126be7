"""Train the model of reported clauses and write it with its card.

usage: python tools/train_clauses.py [--shared DIR]

The model is a logistic regression over named features (``rhetoric.voice.clausefeatures``): the probability that a clause
which the rules found is what somebody is reported to say. It is trained on the training articles of PolNeAR (Newell et
al. 2018) in the shared folder beside the checkout; no text of them is kept, only weights. The threshold and the figures
on the card come from ten-fold cross-validation over articles. Needs scikit-learn; takes some seconds on one core, and the
same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.passage import BLOCKS
from rhetoric.segment import segment
from rhetoric.voice.indirect import report_features, reported
from rhetoric.voice.reading import read
from rhetoric.voice.words import part

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "src" / "rhetoric" / "data" / "models" / "clauses.json"
CARD = ROOT / "docs" / "models" / "clauses.md"
EDGE = " \t\r\n\xa0\"'“”‘’«».,;:!?…—–-"
LEAST = 4  # examples that a feature must have
STRENGTH = 0.1  # inverse of the penalty on large weights
TEXT = """# Model card: reported clauses

`src/rhetoric/data/models/clauses.json`, made by `python tools/train_clauses.py`, used by `rhetoric.voice.indirect`.

| | |
| --- | --- |
| answers | Is this clause what somebody is reported to say? A probability; with how surely the source is known it makes the column `sure` of indirect quotations. |
| does not answer | whether the report is true, fair or complete |
| kind | logistic regression, {weights} weights of named features: the cue, its form and place, the words beside it, the head of the source, the first words and the size of the clause |
| trained on | {clauses} clauses that the rules find in {articles} articles of the training half of PolNeAR (US political news of 2015-16; Newell et al. 2018, LREC). Right is a clause whose characters overlap by half or more with an annotated attribution that is no direct quotation. |
| left out | articles printed with two single marks as quotation marks: the annotation takes quoted words for indirect there |
| licence | The articles are not in the project. The weights are the project's own, under its licence. |
| limits | English news; American more than British. Beliefs and wishes ('she thinks that') are annotated as attributions too, and count as right where a verb of saying is taken for one. |

## Figures

Ten-fold cross-validation over articles; nothing here is measured on what the model was trained on.

Of the clauses that the rules find {base:.1%} are right. The model drops those below {threshold:.2f}: {kept} of {clauses} stay,
{precision:.1%} of them right.

| probability | clauses | right |
| --- | --- | --- |
{table}
Mean absolute distance between probability and share of right ones over these rows, weighted by clauses: {error:.3f}.
"""


@dataclass(frozen=True)
class Clause:
    """A clause that the rules found: its article, its features, and whether it is annotated."""

    article: int
    features: list[str]
    right: bool


def rows(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without marks and space at its edges."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Return the share of the common characters in all."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common > 0 else 0.0


def clauses(folder: Path) -> list[Clause]:
    """Return every clause that the rules find in the articles of one set."""
    gold = {str(r["id"]): r for r in rows(folder / "gold.jsonl.gz")}
    out = []
    for n, row in enumerate(rows(folder / "input.jsonl.gz")):
        text = row["text"]
        if "''" in text:
            continue
        contents = [
            trim(text, min(s for s, _ in a["content"]), max(e for _, e in a["content"]))
            for a in gold[str(row["id"])]["attributions"]
            if a["content"] and a["kind"] != "direct"
        ]
        document = Document(str(row["id"]), text)
        blocks = segment(Corpus((document,))).passages.of(*BLOCKS)
        layout = zip(
            blocks.kind.tolist(),
            blocks.start.tolist(),
            blocks.end.tolist(),
            blocks.note.tolist(),
            strict=True,
        )
        reading = read(document, list(layout))
        for sentence in (s for p in reading.paragraphs for s in p.sentences):
            narr, place = reading.narr, (sentence.start, sentence.end)
            for a, b, frame, _ in reported(narr, *place, sentence.frames, sentence.row, judged=False):
                features = report_features(sentence.row, part(sentence.row, a, b), frame)
                span = trim(text, a, b)
                out.append(Clause(n, features, any(overlap(span, s) >= 0.5 for s in contents)))
    return out


class Fitted:
    """A logistic regression over named features, with its weights by name."""

    def __init__(self, found: Sequence[Clause]) -> None:
        self.names = DictVectorizer(dtype=np.float32)
        table = self.names.fit_transform([dict.fromkeys(c.features, 1.0) for c in found])
        often = np.asarray(table.sum(axis=0)).ravel() >= LEAST
        self.names.restrict(often)
        self.model = LogisticRegression(C=STRENGTH, max_iter=2000, solver="liblinear", random_state=0)
        self.model.fit(table[:, often], np.array([c.right for c in found]))

    def probability(self, found: Sequence[Clause]) -> np.ndarray:
        """Return the probability of each clause."""
        return self.model.predict_proba(
            self.names.transform([dict.fromkeys(c.features, 1.0) for c in found])
        )[:, 1]

    def weights(self) -> tuple[dict[str, float], float]:
        """Return the weights by name, without those that round to nothing, and the bias."""
        pairs = zip(self.names.get_feature_names_out(), self.model.coef_[0], strict=True)
        kept = {str(k): round(float(w), 2) for k, w in pairs if round(float(w), 2)}
        return dict(sorted(kept.items())), round(float(self.model.intercept_[0]), 2)


def best(p: np.ndarray, y: np.ndarray) -> float:
    """Return the lowest threshold whose F1, among the clauses that the rules find, is within .001 of the highest."""
    grid = [round(float(t), 2) for t in np.arange(0.1, 0.61, 0.02)]
    f1 = [2 * (y & (p >= t)).sum() / ((p >= t).sum() + y.sum()) for t in grid]
    return min(t for t, f in zip(grid, f1, strict=True) if f >= max(f1) - 0.001)


def main() -> int:
    """Train, cross-validate and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    folder = parser.parse_args().shared / "gold" / "quotes-polnear-train"
    if not folder.exists():
        print(f"{folder.name}: not found; name the shared folder with --shared", file=sys.stderr)
        return 1
    found = clauses(folder)
    y = np.array([c.right for c in found])
    p = np.zeros(len(found))
    for train, test in GroupKFold(10).split(found, groups=[c.article for c in found]):
        p[test] = Fitted([found[i] for i in train]).probability([found[i] for i in test])
    threshold = best(p, y)
    table, error = "", 0.0
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.sum():
            table += f"| {low:.1f} to {low + 0.1:.1f} | {inside.sum()} | {y[inside].mean():.2f} |\n"
            error += abs(p[inside].mean() - y[inside].mean()) * inside.sum() / len(p)
    weights, bias = Fitted(found).weights()
    model = {"report": {"bias": bias, "threshold": threshold, "weights": weights}}
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    MODEL.write_text(
        json.dumps({"version": 1, "models": model}, indent=0, ensure_ascii=False) + "\n", "utf-8"
    )
    kept = p >= threshold
    card = TEXT.format(
        weights=len(weights),
        clauses=len(found),
        articles=len({c.article for c in found}),
        base=y.mean(),
        threshold=threshold,
        kept=int(kept.sum()),
        precision=y[kept].mean(),
        table=table,
        error=error,
    )
    CARD.parent.mkdir(parents=True, exist_ok=True)
    CARD.write_text(card, "utf-8")
    print(card)
    return 0


if __name__ == "__main__":
    sys.exit(main())
