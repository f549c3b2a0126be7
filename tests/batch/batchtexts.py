"""What tests of the batch share: texts that are quick to analyse, and a look at whole folders."""

import json
from pathlib import Path

from rhetoric.settings import Settings

SENTENCES = (
    "We must work together to build a fairer country, said Ann Lee of the Green party on day {n}.",
    'The minister said: "There is no magic money tree, and there are {n} good reasons why."',
    "Our economy is sick, and a journey of {n} miles begins with one step.",
    "They promised change, they promised hope, they promised {n} new homes.",
)
CHOICES = ("--layers", "theme", "--draws", "0")
LIGHT = Settings(draws=0, layers=("theme",))


def line(n: int, **more) -> str:
    """Return one text as a line of JSON."""
    text = "\n".join(s.format(n=n * 7 + k) for k in range(4) for s in SENTENCES)
    return json.dumps({"id": f"t{n:03}", "text": text, "party": "AB"[n % 2], **more})


def same(one: Path, other: Path) -> None:
    """See that two result directories hold the same files, to the byte, and nothing else."""
    names = sorted(p.name for p in one.iterdir())
    assert names == sorted(p.name for p in other.iterdir())
    assert not [n for n in names if n.startswith(".")]
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name
