"""Score the installed package on the evaluation sets and write docs/quality.md.

usage: python tools/measure_quality.py [--shared DIR] [TASK ...]

The sets are not part of the project; their scorer is ``measure/score.py`` in the shared folder beside the checkout.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from rhetoric import __version__

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# Quality

Measured by `make quality` with version {version} on the development halves of the evaluation sets; the other halves are
kept back, and they decide. Nothing in the table is written by hand. What each line asks is described beside the scorer.

How to read it: the theme lists and the metaphor lexicon were written with the development halves in view, so their figures
here are fitted and will be lower on other texts. No instrument answers for stance yet. The metaphor lexicon is made for
striking metaphors in political prose, not for the prepositions and worn words that make up most of the VU Amsterdam
corpus; what it holds back as too worn to count is in these figures.

"""


def main() -> int:
    """Run the scorer and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tasks", nargs="*")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    chosen = parser.parse_args()
    scorer = chosen.shared / "measure" / "score.py"
    if not scorer.exists():
        print(f"{scorer.name}: not found; name the shared folder with --shared", file=sys.stderr)
        return 1
    command = [
        sys.executable,
        str(scorer),
        *chosen.tasks,
        "--rhetoric",
        str(Path(sys.executable).parent / "rhetoric"),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    print(done.stdout)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return done.returncode
    rows = [line.split(None, 1) for line in done.stdout.splitlines() if line.strip()]
    table = "| set | measure | figures |\n| --- | --- | --- |\n"
    for task, rest in rows:
        measure, figures = rest[:34].strip(), rest[34:].strip()
        table += f"| {task} | {measure} | {figures} |\n"
    if not chosen.tasks:
        (ROOT / "docs" / "quality.md").write_text(HEAD.format(version=__version__) + table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
