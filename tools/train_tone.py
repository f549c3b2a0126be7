"""Train what reads the tone of sentences, with the encoder and without.

usage: python tools/train_tone.py [--shared DIR]

Takes some ten minutes; the encoder comes first (``tools/encoder/train.py``). Sentences of op-eds rated by twenty people (Hutto and Gilbert
2014) teach a ridge regression over what the encoder says of them, and that, by what it says of political prose, a linear model over words.
Writes ``data/models/tone.json``, ``data/models/tone-words.npz`` and the card ``docs/models/tone.md``; the card's figures are for articles that
took no part in what is measured on them.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from coded_sentences import ROOT, rows, texts
from scipy.sparse import csr_matrix, diags, hstack, vstack
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold

from rhetoric.embed import leaning, leanings
from rhetoric.extract.spoken import by_sentence
from rhetoric.extract.tone import blanked_scores, named
from rhetoric.extract.tonewords import BITS, words
from rhetoric.extract.vader import mapped, scores
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import read as read_texts
from rhetoric.settings import Settings

MODELS = ROOT / "src" / "rhetoric" / "data" / "models"
CARD = ROOT / "docs" / "models" / "tone.md"
SIZE = 1 << BITS
PROSE = 6_000_000  # characters
FOLDS = 5
HEAD, WORDS = 1000.0, 8.0  # how firmly weights are held to 0
PROSE_WEIGHT = 0.15  # a sentence that the head judged counts as so much of one that people rated
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Given:
    """What is known of some sentences.

    Parameters
    ----------
    dense : float64 array, shape (n, 387)
        State and leaning.
    bags : csr_matrix, shape (n, 2 ** bits)
        Hashed words, over the root of their number.
    vader : float64 array, shape (n,)
        Without names.
    """

    dense: Floats
    bags: csr_matrix
    vader: Floats


def known_of(corpus: Corpus, at: npt.NDArray[np.int32]) -> Given:
    """Return what is known of sentences of a corpus."""
    barred = named(corpus)
    sentence, columns = words(corpus, barred, SIZE)
    ends = (np.tile(sentence, len(columns)), np.concatenate(columns))
    whole = csr_matrix((np.ones(len(ends[0])), ends), shape=(len(corpus.sentences), SIZE))
    length = np.bincount(sentence, minlength=len(corpus.sentences))
    bags = (diags(1 / np.sqrt(np.maximum(length, 1))) @ whole).tocsr()
    dense = np.hstack([leanings(corpus).states, leaning(corpus)]).astype(np.float64)
    return Given(dense[at], bags[at], blanked_scores(corpus, at, barred))


def rated(folder: Path) -> tuple[Given, Floats, npt.NDArray[np.str_], Floats]:
    """Return the rated sentences, their ratings over 4, their articles, and VADER's score as published."""
    given = list(rows(folder / "input.jsonl.gz"))
    gold = list(rows(folder / "gold.jsonl.gz"))
    corpus = read_texts([Document(id=str(r["id"]), text=r["text"]) for r in given], Settings())
    at, _ = by_sentence(corpus)
    doc = corpus.sentences.doc[at]
    one = at[np.unique(doc, return_index=True)[1]]  # of a text cut into several, the first
    held = corpus.sentences.doc[one]
    rating = np.array([g["rating"] for g in gold], np.float64)[held] / 4
    article = np.array([str(g["article"]) for g in gold])[held]
    vader = scores([mapped(given[d]["text"]) for d in held.tolist()])[0]
    return known_of(corpus, one), rating, article, vader


def prose(shared: Path) -> Given:
    """Return sentences of political prose and news, none of the rated articles among them."""
    held = sorted((k, t) for k, t in texts(shared).items() if not k.startswith("nyt/"))
    some, total = [], 0
    for n in np.random.default_rng(11).permutation(len(held)):
        if total > PROSE:
            break
        some.append(Document(id=held[n][0], text=held[n][1]))
        total += len(held[n][1])
    corpus = read_texts(some, Settings())
    at, _ = by_sentence(corpus)
    return known_of(corpus, at)


@dataclass(frozen=True, eq=False)
class Taught:
    """Both models.

    Parameters
    ----------
    first : Ridge
        Over state, leaning and VADER: teaches the word model.
    words : Ridge
        Over bags and VADER.
    head : Ridge
        Over state, leaning, the word model and VADER.
    """

    first: Ridge
    words: Ridge
    head: Ridge

    def lexical(self, given: Given) -> Floats:
        """Return the word model's tone."""
        return np.asarray(self.words.predict(with_vader(given)))

    def full(self, given: Given) -> Floats:
        """Return the head's tone."""
        lexical = self.lexical(given)[:, None]
        return np.asarray(self.head.predict(np.hstack([given.dense, lexical, given.vader[:, None]])))


def with_vader(given: Given) -> csr_matrix:
    """Return bags with VADER's score in a column of its own, made heavy so that it is hardly held to 0."""
    return hstack([given.bags, csr_matrix(given.vader[:, None] * 3)]).tocsr()


def teach(given: Given, rating: Floats, more: Given, part: npt.NDArray[np.int64]) -> Taught:
    """Teach both models from some of the rated sentences, and the prose."""
    own = Given(given.dense[part], given.bags[part], given.vader[part])
    first = ridge(np.hstack([own.dense, own.vader[:, None]]), rating[part])
    said = first.predict(np.hstack([more.dense, more.vader[:, None]]))
    answer = np.concatenate([rating[part], said])
    weight = np.concatenate([np.ones(len(part)), np.full(len(said), PROSE_WEIGHT)])
    lexical = Ridge(alpha=WORDS, solver="sparse_cg", tol=1e-5).fit(
        vstack([with_vader(own), with_vader(more)]).tocsr(), answer, sample_weight=weight
    )
    column = lexical.predict(with_vader(own))[:, None]
    head = ridge(np.hstack([own.dense, column, own.vader[:, None]]), rating[part])
    return Taught(first, lexical, head)


def ridge(given: Floats, rating: Floats) -> Ridge:
    """Return a ridge regression in which every column counts as if its spread were 1."""
    spread = given.std(axis=0) + 1e-6
    model = Ridge(alpha=HEAD).fit(given / spread, rating)
    model.coef_ = model.coef_ / spread
    return model


def r(one: Floats, other: Floats) -> float:
    """Return Pearson's correlation."""
    return float(np.corrcoef(one, other)[0, 1])


def line(name: str, said: Floats, rating: Floats, article: npt.NDArray[np.str_]) -> str:
    """Return one row of the table of figures."""
    codes, place = np.unique(article, return_inverse=True)
    n = np.bincount(place)
    mean = [np.bincount(place, x) / n for x in (said, rating)]
    return f"| {name} | {r(said, rating):.3f} | {r(*mean):.3f} | {len(said):,} in {len(codes)} |"


def save(taught: Taught, vader: Floats, rating: Floats) -> None:
    """Write both models; hashed weights in 8 bits."""
    slope = float(np.polyfit(vader, rating, 1)[0])
    weights = taught.words.coef_
    step = float(np.abs(weights[:SIZE]).max()) / 127
    np.savez_compressed(
        MODELS / "tone-words.npz",
        weights=np.round(weights[:SIZE] / step).astype(np.int8),
        step=np.float32(step),
        vader=np.float32(weights[SIZE] * 3),
        bias=np.float32(taught.words.intercept_),
    )
    head = {
        "weights": [round(float(w), 6) for w in taught.head.coef_],
        "bias": round(float(taught.head.intercept_), 6),
        "slope": round(slope, 4),
    }
    (MODELS / "tone.json").write_text(json.dumps(head) + "\n", encoding="utf-8")


def main() -> int:
    """Train, measure, save, and write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    chosen = parser.parse_args()
    given, rating, article, vader = rated(chosen.shared / "gold" / "sentiment-nyt-dev")
    more = prose(chosen.shared)
    print(f"{len(rating):,} rated sentences, {len(more.vader):,} of prose", flush=True)
    said = {"words": np.zeros(len(rating)), "encoder": np.zeros(len(rating))}
    for part, test in GroupKFold(FOLDS).split(given.dense, rating, article):
        taught = teach(given, rating, more, part)
        held = Given(given.dense[test], given.bags[test], given.vader[test])
        said["words"][test], said["encoder"][test] = taught.lexical(held), taught.full(held)
    table = [
        line("VADER, as published", vader, rating, article),
        line("VADER without names", given.vader, rating, article),
        line("words (`--tone lexical`)", said["words"], rating, article),
        line("encoder, words and VADER (`--tone model`)", said["encoder"], rating, article),
    ]
    print("\n".join(table))
    save(teach(given, rating, more, np.arange(len(rating))), given.vader, rating)
    CARD.write_text(TEXT.format(table="\n".join(table), folds=FOLDS), encoding="utf-8")
    return 0


TEXT = """# Model card: tone

`src/rhetoric/data/models/tone.json` and `tone-words.npz`, made by `python tools/train_tone.py`, used by `rhetoric.extract.sentiment`. Nothing below is written by hand: the script writes this page.

| | |
| --- | --- |
| answers | how warm or cold a sentence reads, as the mean of twenty raters would say, over 4 |
| does not answer | toward whom: see stance |
| kind | with the encoder: ridge regression over the sentence's mean state in the encoder of stance, how far it is for or against what its words name, the word model and VADER. Without: ridge regression over hashed stems (turned round by a negation before them), words and pairs of words, and VADER. Names are blank in all of it. |
| learned from | the development half of the rated sentences of New York Times op-eds that came with VADER (Hutto and Gilbert 2014; MIT); the word model besides from what the encoder's head says of political prose. No text is in the project. |
| licence | the project's own |
| limits | one American newspaper, December 2013; sentences without their context; scores are drawn toward 0 |

## Figures

Pearson's correlation with the raters' mean, over sentences and over means of articles. Every figure of a model is for articles that took no part
in what is measured on them ({folds} folds by article); what ships has learned from all of them.

| instrument | sentences | articles | number |
| --- | --- | --- | --- |
{table}
"""


if __name__ == "__main__":
    raise SystemExit(main())
