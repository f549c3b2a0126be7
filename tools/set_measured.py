"""Write what readers judged of each feature into the lists and finders themselves.

usage: python tools/set_measured.py

Takes the tallies of ``tests/data/finds.jsonl`` (see `draw_finds`) to the ``right`` and ``judged`` of the lists of discourse, and to ``measured`` of figures and markers that
no windows were marked for; for those that windows were marked for, what ``tests/data/devices/measures.jsonl`` holds is added up, by their signs alone for the finder and with the network for
``figures.json``.
"""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path

from draw_finds import PRESS, ROOT, kept, tally
from measure_devices import MARKED, MEASURES, RUNNING

from rhetoric.extract.devices import FIGURES
from rhetoric.extract.discourse import MARKERS
from rhetoric.extract.themefile import shipped

LISTS = ROOT / "src" / "rhetoric" / "data" / "lexicons"
WEIGHTS = ROOT / "src" / "rhetoric" / "data" / "models" / "figures.json"
ON = "Hansard and other political prose"
WITH_PRESS = "political prose and the press"


def main() -> int:
    """Write, and print what was written."""
    counts = tally()
    press = {p.feature for p in kept() if p.doc.startswith(PRESS)}
    for theme in shipped("lexicons/discourse", "discourse"):
        if str(theme.feature) in counts:
            write_list(LISTS / Path(theme.where).relative_to("lexicons"), *counts[str(theme.feature)])
    for finder in (*FIGURES, *MARKERS):
        path = Path(inspect.getfile(type(finder)))
        if finder.name in MARKED:
            write_finder(path, *added(finder.name, "signs"))
        elif str(finder.feature) in counts:
            on = WITH_PRESS if str(finder.feature) in press else ON
            write_finder(path, *counts[str(finder.feature)], 0, 0, on)
    write_weighings()
    return 0


def write_list(path: Path, right: int, judged: int) -> None:
    """Set the three keys of a list, after its licence."""
    text = re.sub(r"^(?:right|judged|judged_on) = .*\n", "", path.read_text(encoding="utf-8"), flags=re.M)
    said = f'right = {right}\njudged = {judged}\njudged_on = "{ON}"\n'
    path.write_text(re.sub(r"^(licence = .*\n)", rf"\1{said}", text, count=1, flags=re.M), encoding="utf-8")
    print(path.name, right, judged)


def added(device: str, tier: str) -> tuple[int, int, int, int, str]:
    """Return what was measured of a device in a tier on windows, added up, and on what."""
    rows = [json.loads(line) for line in MEASURES.read_text(encoding="utf-8").splitlines()]
    mine = [r for r in rows if (r["device"], r["tier"]) == (device, tier)]
    right, judged, found, marked = (sum(r[k] for r in mine) for k in ("right", "judged", "found", "marked"))
    fitted = any(r["how"] == "cross-validated" for r in mine)
    some = "windows of several readers" + " and places drawn at random" * (device == "scare_quotes")
    on = f"{some}, cross-validated, and " * fitted + "windows for measuring"
    if any(r["how"] == RUNNING for r in mine):
        on += "; finds in running text"
    return right, judged, found, marked, on


def write_weighings() -> None:
    """Set what was measured of figures that the encoder judges too."""
    held = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    for name, row in held.items():
        if "network" in row:
            told = dict(
                zip(("right", "judged", "found", "marked", "on"), added(name, "network"), strict=True)
            )
            row["network"]["measured"] = told
    WEIGHTS.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def write_finder(path: Path, right: int, judged: int, found: int, marked: int, on: str) -> None:
    """Set the class variable of a finder, after its limits."""
    text = path.read_text(encoding="utf-8")
    recall = f"{found}, {marked}, " if marked else ""
    said = f'    measured: ClassVar[Measured] = Measured({right}, {judged}, {recall}on="{on}")\n'
    if "    measured: ClassVar" in text:
        text = re.sub(r"^    measured: ClassVar\[Measured\] = Measured\([^()]*\)\n", said, text, flags=re.M)
    else:
        at = text.index("\n    )\n", text.index("    limits: ClassVar")) + len("\n    )\n")
        text = text[:at] + said + text[at:]
    if "import Feature, Measured" not in text and "import Measured" not in text:
        text = text.replace(
            "\nfrom rhetoric.", "\nfrom rhetoric.model.feature import Measured\nfrom rhetoric.", 1
        )
    path.write_text(text, encoding="utf-8")
    print(path.name, right, judged)


if __name__ == "__main__":
    raise SystemExit(main())
