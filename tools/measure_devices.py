"""Measure the figures of speech on windows that readers marked.

usage: python tools/measure_devices.py [--part learn|test] [--tier signs|network] [--errors DEVICE] [--write] [--finds]

``tests/data/devices/windows.jsonl`` holds some thirteen hundred windows of three sentences of Hansard and of political prose with what readers marked in them, as code points from the
window's beginning: two (``a``, ``b``) read whole windows, for all figures; a third (``c``) was shown, one by one, every candidate that not both had marked, some that both had among
them, and did not know which is which, as did another such reader with what antithesis and parallelism came to look at later. All were language models with one guide, apart from one another; their agreement shows steadiness, not what people would mark. Windows of
Hansard hold their text (Open Parliament Licence); the others stand in the shared folder. Those of the part ``learn`` are for writing detectors with. Those of the part ``test`` were
drawn from other texts, with other cues in more of them than running text has, and measured when the detectors had been written; one that overlaps a place that a device learned from
does not count for that device. More than half of these, ``y...``, stand in the texts of ``finds.jsonl``, of which nothing is learned, and were read later.

``tests/data/devices/measures.jsonl`` keeps what was measured, a line a device and set; ``--write`` with the part ``test`` writes its lines anew, `train_figures` those that are
cross-validated. The others are of windows that were for measuring before they were learned from. `set_measured` adds them up.

``tests/data/devices/finds.jsonl`` holds places of texts of which no reader's judgement was learned: up to seventy that were found of each figure, and for seven some thirty candidates that were not,
judged one by one by a reader who did not know which is which (and, of those that had been judged before, kept where both say the same). ``--finds`` keeps how many of those that are found now are right.

A find is right where it overlaps what two readers marked; it is not counted where only one of the three did. What two marked is found where a find overlaps it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coded_sentences import ROOT, texts

from rhetoric.extract.devices import FIGURES, DeviceExtractor
from rhetoric.extract.devices.judged import weighings
from rhetoric.model.document import Document
from rhetoric.pipeline import read
from rhetoric.settings import Settings

WINDOWS = ROOT / "tests" / "data" / "devices" / "windows.jsonl"
CODES = ROOT / "tools" / "codes" / "figures"
QUESTIONS = WINDOWS.with_name("questions.jsonl")
FINDS = WINDOWS.with_name("finds.jsonl")
RUNNING = "finds in running text"
MEASURES = WINDOWS.with_name("measures.jsonl")
MARKED = (
    "anaphora",
    "tricolon",
    "antithesis",
    "correction",
    "rhetorical_question",
    "parallelism",
    "concession",
    "scare_quotes",
)
Span = tuple[int, int]


@dataclass(frozen=True)
class Window:
    """Three sentences.

    Parameters
    ----------
    id, part, text : str
    two, one : dict of str to list of spans
        By device what at least two of the readers marked, and what at least one did.
    doc : str
    place : (start, end)
        Where it stands in its text.
    """

    id: str
    part: str
    text: str
    two: dict[str, list[Span]]
    one: dict[str, list[Span]]
    doc: str
    place: Span


def overlap(a: Span, b: Span) -> bool:
    """Return whether two spans have a character in common."""
    return a[0] < b[1] and b[0] < a[1]


def windows(shared: Path) -> list[Window]:
    """Return the windows whose text is at hand."""
    rows = [json.loads(line) for line in WINDOWS.read_text(encoding="utf-8").splitlines()]
    held = texts(shared) if shared.exists() else {}
    out = []
    for row in rows:
        text = row.get("text") or held.get(row["doc"], "")[row["start"] : row["end"]]
        if text:
            a, b, c = (marks(row[reader]) for reader in "abc")
            of = {d: (a.get(d, []), b.get(d, []), c.get(d, [])) for d in MARKED}
            two = {d: agreed(*readers) for d, readers in of.items()}
            one = {d: [s for reader in readers for s in reader] for d, readers in of.items()}
            place = row["start"], row["end"]
            out.append(Window(row["id"], row["part"], text, two, one, row["doc"], place))
    return out


def agreed(a: Sequence[Span], b: Sequence[Span], c: Sequence[Span]) -> list[Span]:
    """Return what at least two of three readers marked."""
    out = [s for s in a if any(overlap(s, t) for t in (*b, *c))]
    return out + [s for s in b if any(overlap(s, t) for t in c) and not any(overlap(s, t) for t in out)]


def learned(device: str) -> dict[str, list[Span]]:
    """Return by text what was learned from beside the windows: a window for measuring that overlaps it does not count for that device."""
    out: dict[str, list[Span]] = {}
    for path in (CODES / f"{device}.jsonl", CODES / "drawn.jsonl", QUESTIONS):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines() if path.exists() else ()):
            if row.get("figure", device) == device and (path != QUESTIONS or device == "rhetorical_question"):
                out.setdefault(row["doc"], []).append((row["start"], row["end"]))
    return out


def marks(rows: Sequence[Any]) -> dict[str, list[Span]]:
    """Return one reader's marks by device."""
    out: dict[str, list[Span]] = {}
    for device, start, end in rows:
        out.setdefault(device, []).append((start, end))
    return out


@dataclass
class Tally:
    """Counts for one device."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of finds that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what both readers marked that is found."""
        return self.found / max(1, self.found + self.missed)


def measured(some: Sequence[Window], tier: str, show: str = "") -> dict[str, Tally]:
    """Return the counts by device in a tier, ``signs`` or ``network``; the errors of the device `show` are printed."""
    settings = Settings(unmeasured=True, device="model" if tier == "network" else "lexical")
    finds = found_in({w.id: w.text for w in some}, settings)
    out = {d: Tally() for d in MARKED}
    barred = {device: learned(device) for device in out}
    for window in some:
        for device, tally in out.items():
            if window.part == "test" and any(
                overlap(window.place, s) for s in barred[device].get(window.doc, ())
            ):
                continue
            found = finds.get((window.id, device), [])
            two, one = window.two[device], window.one[device]
            for span in found:
                if any(overlap(span, s) for s in two):
                    tally.right += 1
                elif not any(overlap(span, s) for s in one):
                    tally.wrong += 1
                    if device == show:
                        print("WRONG ", window.id, repr(window.text[span[0] : span[1]]))
            for span in two:
                hit = any(overlap(span, s) for s in found)
                tally.found += hit
                tally.missed += not hit
                if device == show and not hit:
                    print("MISSED", window.id, repr(window.text[span[0] : span[1]]))
    return out


def judged_finds(shared: Path) -> dict[str, tuple[int, int]]:
    """Look for figures in the texts with judged places again, and return by device how many of those that are found are right, and how many are found."""
    rows = [json.loads(line) for line in FINDS.read_text(encoding="utf-8").splitlines()]
    held = texts(shared)
    spans = found_in({d: held[d] for d in sorted({r["doc"] for r in rows})}, Settings(unmeasured=True))
    out = {}
    for device in MARKED:
        mine = [(r, (r["parts"][0][0], r["parts"][-1][1])) for r in rows if r["figure"] == device]
        right = [
            r["right"] for r, span in mine if any(overlap(s, span) for s in spans.get((r["doc"], device), ()))
        ]
        out[device] = sum(right), len(right)
    return out


def found_in(some: Mapping[str, str], settings: Settings) -> dict[tuple[str, str], list[Span]]:
    """Return what is found in texts, by text and device."""
    corpus = read([Document(id=d, text=t) for d, t in some.items()], settings)
    evidence = DeviceExtractor.of(settings).extract(corpus)
    out: dict[tuple[str, str], list[Span]] = {}
    for n in range(len(evidence)):
        if evidence.weight[n]:
            device = evidence.features[evidence.feature[n]].name.split(".", 1)[1]
            span = int(evidence.start[n]), int(evidence.end[n])
            out.setdefault((corpus.ids[evidence.doc[n]], device), []).append(span)
    return out


def record(
    device: str, tier: str, how: str, version: int, right: int, judged: int, found: int, marked: int
) -> None:
    """Keep what was measured of a device in a tier on a set, in the place of what was kept of it."""
    rows = [json.loads(line) for line in MEASURES.read_text(encoding="utf-8").splitlines()]
    new = {
        "device": device,
        "tier": tier,
        "version": version,
        "how": how,
        "right": right,
        "judged": judged,
        "found": found,
        "marked": marked,
    }
    key = device, tier, how
    at = [n for n, r in enumerate(rows) if (r["device"], r["tier"], r["how"]) == key]
    rows = [new if n in at else r for n, r in enumerate(rows)] + ([] if at else [new])
    order = sorted(rows, key=lambda r: (MARKED.index(r["device"]), r["tier"] == "network"))
    MEASURES.write_text("".join(json.dumps(r) + "\n" for r in order), encoding="utf-8")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--part", choices=["learn", "test"], default="learn")
    parser.add_argument("--tier", choices=["signs", "network"], default="network")
    parser.add_argument("--errors", default="", metavar="DEVICE")
    parser.add_argument("--write", action="store_true", help="keep what was measured on the part test")
    parser.add_argument("--finds", action="store_true", help="keep how many of the judged finds are right")
    chosen = parser.parse_args()
    versions = {f.name: f.version for f in FIGURES}
    if chosen.write and chosen.part == "learn":
        parser.error("--write keeps what was measured on the part test; name it with --part")
    if chosen.finds:
        for device, (right, judged) in judged_finds(chosen.shared).items():
            tier = "network" if device in weighings() else "signs"
            record(device, tier, RUNNING, versions[device], right, judged, 0, 0)
        return 0
    some = [w for w in windows(chosen.shared) if w.part == chosen.part]
    for device, t in measured(some, chosen.tier, chosen.errors).items():
        counts = (
            f"{t.right} of {t.right + t.wrong} finds right, {t.found} of {t.found + t.missed} marks found"
        )
        if chosen.write and chosen.part == "test" and (chosen.tier == "signs" or device in weighings()):
            judged, marked = t.right + t.wrong, t.found + t.missed
            record(device, chosen.tier, "test", versions[device], t.right, judged, t.found, marked)
        print(f"{device:20s} precision {t.precision:.2f}  recall {t.recall:.2f}  ({counts})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
