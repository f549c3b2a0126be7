"""Write what readers judged of each feature into the lists and finders themselves.

usage: python tools/set_measured.py

Takes the tallies of ``tests/data/finds.jsonl`` (see `draw_finds`) to the ``right`` and ``judged`` of the lists of discourse, and to ``measured`` of figures and markers that
no windows were marked for.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from draw_finds import ROOT, tally
from measure_devices import MARKED

from rhetoric.extract.devices import FIGURES
from rhetoric.extract.discourse import MARKERS
from rhetoric.extract.themefile import shipped

LISTS = ROOT / "src" / "rhetoric" / "data" / "lexicons"
ON = "Hansard and other political prose"


def main() -> int:
    """Write, and print what was written."""
    counts = tally()
    for theme in shipped("lexicons/discourse", "discourse"):
        if str(theme.feature) in counts:
            write_list(LISTS / Path(theme.where).relative_to("lexicons"), *counts[str(theme.feature)])
    for finder in (*FIGURES, *MARKERS):
        if str(finder.feature) in counts and finder.name not in MARKED:
            write_finder(Path(inspect.getfile(type(finder))), *counts[str(finder.feature)])
    return 0


def write_list(path: Path, right: int, judged: int) -> None:
    """Set the three keys of a list, after its licence."""
    text = re.sub(r"^(?:right|judged|judged_on) = .*\n", "", path.read_text(encoding="utf-8"), flags=re.M)
    said = f'right = {right}\njudged = {judged}\njudged_on = "{ON}"\n'
    path.write_text(re.sub(r"^(licence = .*\n)", rf"\1{said}", text, count=1, flags=re.M), encoding="utf-8")
    print(path.name, right, judged)


def write_finder(path: Path, right: int, judged: int) -> None:
    """Set the class variable of a finder, after its limits."""
    text = path.read_text(encoding="utf-8")
    said = f'    measured: ClassVar[Measured] = Measured({right}, {judged}, on="{ON}")\n'
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
