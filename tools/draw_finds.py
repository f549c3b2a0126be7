"""Draw places that figures and markers were found at, for a reader to judge, and tally what readers said.

usage: python tools/draw_finds.py draw FEATURE... [--sheet FILE]     draw up to 50 places of each and write a sheet to judge
       python tools/draw_finds.py take SHEET                         take the judgements of a filled sheet over
       python tools/draw_finds.py tally                              how many of the judged places of each feature are right

Places are drawn from speeches of Hansard and from the political prose of the shared folder: half of each where both have enough; with --half, from the press too,
but only from texts whose name has an odd checksum, which a finder that was built on the others has not seen. What was judged is kept in
``tests/data/finds.jsonl``, one object a line: feature with version, doc (as `coded_sentences.texts` names it), start and end (code points), right (true or false) and, for
Hansard (Open Parliament Licence), the sentence as ``text`` with its own start as ``at``. A sheet shows a definition and then each place with ``[[`` and ``]]`` around it,
and a line ``verdict:`` to fill in with ``right`` or ``wrong``.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from coded_sentences import ROOT, texts

from rhetoric.extract.devices import DeviceExtractor
from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.pipeline import read
from rhetoric.settings import Settings

FINDS = ROOT / "tests" / "data" / "finds.jsonl"
HANSARD = ("hansard", "debates2016")
PRESS = ("polnear", "nyt")
MOST = 50
AROUND = 1
REACH = 500
COPIED = 60  # characters of a find that is not to be drawn twice


@dataclass(frozen=True)
class Place:
    """One place.

    Parameters
    ----------
    feature, doc : str
    start, end : int
    right : bool or None
    text : str
        The sentence it stands in, where it may be kept.
    at : int
        Where that sentence begins.
    """

    feature: str
    doc: str
    start: int
    end: int
    right: bool | None = None
    text: str = ""
    at: int = 0


def kept() -> list[Place]:
    """Return what was judged before."""
    if not FINDS.exists():
        return []
    return [Place(**json.loads(line)) for line in FINDS.read_text(encoding="utf-8").splitlines()]


def keep(places: Sequence[Place]) -> None:
    """Write what was judged, in a fixed order."""
    rows = sorted(places, key=lambda p: (p.feature, p.doc, p.start, p.end))
    lines = []
    for p in rows:
        row: dict[str, Any] = {k: getattr(p, k) for k in ("feature", "doc", "start", "end", "right")}
        if p.text:
            row |= {"text": p.text, "at": p.at}
        lines.append(json.dumps(row, ensure_ascii=False))
    FINDS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def found(names: Sequence[str], shared: Path, half: bool = False) -> tuple[Corpus, Evidence]:
    """Return the texts, or the half of them that is kept for measuring, and all places of some features in them."""
    used = {json.loads(line)["doc"] for line in (FINDS.parent / "devices" / "windows.jsonl").open()}
    sets = (*HANSARD, "bench", *(PRESS if half else ()))
    held = {k: t for k, t in texts(shared).items() if k.startswith(sets)}
    used |= {k for k in held if half and zlib.crc32(k.encode()) % 2 == 0}
    documents = [Document(id=k, text=t) for k, t in sorted(held.items()) if k not in used]
    corpus = read(documents, Settings())
    everything = Settings(unmeasured=True)
    devices = DeviceExtractor.of(everything)
    devices = replace(devices, figures=tuple(f for f in devices.figures if f.feature.name in names))
    discourse = DiscourseExtractor.of(everything)
    discourse = replace(
        discourse,
        lists=tuple(t for t in discourse.lists if t.feature.name in names),
        markers=tuple(m for m in discourse.markers if m.feature.name in names),
    )
    parts = [e.extract(corpus) for e in (devices, discourse) if e.features]
    return corpus, Evidence.concat(parts)


def drawn(corpus: Corpus, evidence: Evidence, feature: Feature) -> list[int]:
    """Return rows of the evidence: at most `MOST`, half of them from Hansard, at most three of one text."""
    code = next(n for n, f in enumerate(evidence.features) if f == feature)
    rows = np.flatnonzero((evidence.feature == code) & (evidence.weight != 0) & ~evidence.repeat)
    rows = np.random.default_rng(zlib.crc32(str(feature).encode())).permutation(rows)
    kinds: dict[bool, list[int]] = {True: [], False: []}
    seen: dict[int, int] = {}
    said: set[str] = set()  # press releases come in many copies
    for row in rows.tolist():
        doc = int(evidence.doc[row])
        words = corpus.documents[doc].text[evidence.start[row] : evidence.end[row]]
        if len(words) > COPIED and words in said:
            continue
        said.add(words)
        seen[doc] = seen.get(doc, 0) + 1
        if seen[doc] <= 3:
            kinds[not evidence.docs[doc].startswith("bench")].append(row)
    half = MOST // 2
    ours = kinds[True][: max(half, MOST - len(kinds[False]))]
    return ours + kinds[False][: MOST - len(ours)]


def sentence(corpus: Corpus, evidence: Evidence, row: int, around: int = 0) -> tuple[int, int]:
    """Return the code points of the sentences that a place lies in, with some before and after."""
    s = corpus.sentences
    at = np.array([evidence.start[row], evidence.end[row] - 1])
    first, last = corpus.rows_at(s, np.full(2, evidence.doc[row]), at).tolist()
    first, last = max(first - around, 0), min(last + around, len(s) - 1)
    while s.doc[first] != evidence.doc[row]:
        first += 1
    while s.doc[last] != evidence.doc[row]:
        last -= 1
    return int(s.start[first]), int(s.end[last])


def draw(names: Sequence[str], sheet: Path, shared: Path, half: bool = False) -> None:
    """Write a sheet."""
    corpus, evidence = found(names, shared, half)
    lines = []
    for feature in evidence.features:
        lines += [f"# {feature}", f"{feature.label}: {feature.about}", ""]
        for n, row in enumerate(drawn(corpus, evidence, feature)):
            doc = int(evidence.doc[row])
            start, end, text = int(evidence.start[row]), int(evidence.end[row]), corpus.documents[doc].text
            first, last = sentence(corpus, evidence, row, AROUND)
            first, last = max(first, start - REACH), min(last, end + REACH)
            shown = f"{text[first:start]}[[{text[start:end]}]]{text[end:last]}"
            said = {k: v for k, v in (evidence.attrs[row] or {}).items() if k != "parts"}
            lines += [
                f"## {n + 1} {evidence.docs[doc]} {start} {end}",
                " ".join(shown.split()),
                *([f"({json.dumps(said, ensure_ascii=False)})"] if said else []),
                "verdict: ",
                "",
            ]
    sheet.write_text("\n".join(lines), encoding="utf-8")


def take(sheet: Path, shared: Path) -> None:
    """Take a filled sheet over; judgements of another version of a feature, and of places that are judged again, are replaced."""
    held = texts(shared)
    feature, place, new = "", None, []
    for line in sheet.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            feature = line[2:].strip()
        elif line.startswith("## "):
            head, start, end = line[3:].rsplit(maxsplit=2)
            place = Place(feature, head.split(maxsplit=1)[1], int(start), int(end))
        elif line.startswith("verdict:") and place:
            said = line.split(":", 1)[1].split()
            if not said or said[0] not in ("right", "wrong"):
                raise SystemExit(f"{sheet}: no verdict for {place} - write right or wrong")
            new.append(replace(place, right=said[0] == "right"))
            place = None
    corpus = read(
        [Document(id=d, text=held[d]) for d in sorted({p.doc for p in new if p.doc.startswith(HANSARD)})],
        Settings(),
    )
    at = {d.id: n for n, d in enumerate(corpus.documents)}
    full = []
    for p in new:
        if p.doc in at:
            ends = np.array([p.start, p.end - 1])
            first, last = corpus.rows_at(corpus.sentences, np.full(2, at[p.doc]), ends).tolist()
            a, b = int(corpus.sentences.start[first]), int(corpus.sentences.end[last])
            p = replace(p, text=held[p.doc][a:b], at=a)
        full.append(p)
    names = {p.feature.split("@")[0] for p in new}
    keep([p for p in kept() if p.feature.split("@")[0] not in names] + full)


def tally() -> dict[str, tuple[int, int]]:
    """Return by feature how many judged places are right, and how many were judged."""
    out: dict[str, tuple[int, int]] = {}
    for p in kept():
        right, judged = out.get(p.feature, (0, 0))
        out[p.feature] = right + bool(p.right), judged + 1
    return out


def main() -> int:
    """Draw, take or tally."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    orders = parser.add_subparsers(dest="order", required=True)
    drawing = orders.add_parser("draw")
    drawing.add_argument("features", nargs="+")
    drawing.add_argument("--sheet", type=Path, default=Path("sheet.txt"))
    drawing.add_argument(
        "--half", action="store_true", help="from texts kept for measuring only, with the press"
    )
    taking = orders.add_parser("take")
    taking.add_argument("sheet", type=Path)
    orders.add_parser("tally")
    given = parser.parse_args()
    if given.order == "draw":
        draw(given.features, given.sheet, given.shared, given.half)
    elif given.order == "take":
        take(given.sheet, given.shared)
    else:
        for feature, (right, judged) in tally().items():
            print(f"{feature:36s} {right:3d} of {judged:3d}  {right / judged:.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
