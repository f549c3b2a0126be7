"""Sentences coded with the codebook: where they stand, what the codes are, and their texts where these are at hand.

The texts are not part of the project; they lie in the shared folder beside the checkout. What the project keeps is
``tools/codes/themes.csv``: set, id, start and end (code points into the text as `texts` returns it), how the sentence was
drawn, what the lists of that time found in it, its part (``learn``, ``tune`` or ``test``, by text) and what two coders said of it.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
CODES = ROOT / "tools" / "codes" / "themes.csv"
CODE = re.compile(r"(?P<theme>[a-z_]+)(?P<doubtful>\??)(?P<pole>[+-])")


@dataclass(frozen=True)
class Coded:
    """One coded sentence.

    Parameters
    ----------
    doc : str
        ``set/id``.
    start, end : int
    drawn : str
        ``hit``, ``near``, ``anchor`` (like a sentence that states the theme) or ``random``.
    listed : dict of str to str
        Pole by theme of what the word lists found when the sentences were drawn, before they were mended on these codes.
    part : {'learn', 'tune', 'test'}
        Those of ``tune`` and ``test`` are all coded twice.
    first : dict of str to str
        What a coder saw: pole by theme, with ``?`` before it where the coder doubted.
    second : dict of str to str, or None
        The same of the other coder; None where there was no other.
    """

    doc: str
    start: int
    end: int
    drawn: str
    listed: dict[str, str]
    part: str
    first: dict[str, str]
    second: dict[str, str] | None

    @property
    def coders(self) -> tuple[dict[str, str], ...]:
        """What each coder saw."""
        return (self.first,) if self.second is None else (self.first, self.second)

    @property
    def share(self) -> dict[str, float]:
        """By theme, how far the two coders see it: 1 both, .5 one of them; a doubt counts half."""
        out: dict[str, float] = {}
        for codes in self.coders:
            for theme, pole in codes.items():
                said = (0.5 if pole.startswith("?") else 1.0) / len(self.coders)
                out[theme] = out.get(theme, 0.0) + said
        return out

    @property
    def must(self) -> frozenset[str]:
        """Themes that both coders see, at least one of them without doubt."""
        return frozenset(t for t, s in self.share.items() if s >= 0.75)

    @property
    def may(self) -> frozenset[str]:
        """Themes that only one sees, or both doubt: neither presence nor absence is an error."""
        return frozenset(self.share) - self.must

    @property
    def poles(self) -> dict[str, str]:
        """Pole by theme, where the coders do not differ on it."""
        out = {}
        for theme in self.share:
            seen = {c[theme][-1] for c in self.coders if theme in c}
            if len(seen) == 1:
                out[theme] = seen.pop()
        return out


def codes_of(cell: str) -> dict[str, str]:
    """Return what one coder wrote, ``none`` or themes with their poles: pole by theme."""
    found = [CODE.fullmatch(c) for c in cell.split()]
    return {m["theme"]: m["doubtful"] + m["pole"] for m in found if m}


def coded() -> list[Coded]:
    """Return every coded sentence."""
    with CODES.open(encoding="utf-8", newline="") as lines:
        return [
            Coded(
                row["doc"],
                int(row["start"]),
                int(row["end"]),
                row["drawn"],
                codes_of(row["listed"]),
                row["part"],
                codes_of(row["first"]),
                codes_of(row["second"]) if row["second"] else None,
            )
            for row in csv.DictReader(lines)
        ]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def texts(shared: Path) -> dict[str, str]:
    """Return the texts that the sentences stand in, by ``set/id``.

    Raises
    ------
    FileNotFoundError
        If the shared folder is not there.
    """
    out = {f"bench/{r['id']}": r["text"] for r in rows(shared / "data" / "bench" / "docs10.jsonl.gz")}
    hansard = shared / "data" / "loaders" / "hansard"
    with gzip.open(hansard / "speeches_sample.json.gz", "rt", encoding="utf-8") as lines:
        out |= {f"hansard/{n}": r["text"] for n, r in enumerate(json.load(lines))}
    speeches = ElementTree.parse(hansard / "debates2016-05-10a.xml").getroot().iter("speech")
    for n, speech in enumerate(speeches):
        out[f"debates2016/{n}"] = "\n\n".join("".join(p.itertext()) for p in speech.iter("p"))
    gold = shared / "gold"
    out |= {f"polnear/{r['id']}": r["text"] for r in rows(gold / "quotes-polnear-train" / "input.jsonl.gz")}
    articles: dict[str, list[str]] = {}
    pairs = zip(
        rows(gold / "sentiment-nyt-dev" / "input.jsonl.gz"),
        rows(gold / "sentiment-nyt-dev" / "gold.jsonl.gz"),
        strict=True,
    )
    for given, said in pairs:
        articles.setdefault(str(said["article"]), []).append(given["text"])
    out |= {f"nyt/{a}": "\n\n".join(parts) for a, parts in articles.items()}
    return out | {
        f"newsmtsc/{r['id']}": r["text"] for r in rows(gold / "stance-newsmtsc-train" / "input.jsonl.gz")
    }
