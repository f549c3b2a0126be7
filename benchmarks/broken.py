"""Whether a batch gets every good file of a folder with many broken ones right, and says of each broken one what is wrong.

usage: python benchmarks/broken.py [--good 4000] [--broken 1000] [--workers 2] [--seed 0]

Good files of every format and broken ones of every sort are mixed in folders three deep. ``rhetoric batch`` runs over them, and over the good ones
alone. There must be a document for each good file, which holds its text, a row of the errors table for each broken one, with the kind of error
and the words that the way it was broken demands, exit code 3, and the same tables of the good ones in both runs.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brokenfiles
import pandas as pd
import soundfiles

HERE = Path(__file__).resolve().parent
TABLES = ("documents", "quotations", "evidence", "stance", "exposure", "scores")
STEP = 37  # from one way to break a file to the next: few files have ways that are unlike
COMMAND = ("--layers", "theme", "--draws", "0")


@dataclass(frozen=True, slots=True)
class Made:
    """What was put into a folder.

    Parameters
    ----------
    good : dict of str to list of str
        The paragraphs of each good file, by its path in the folder.
    broken : dict of str to Broken
        How each broken file is broken, by its path.
    """

    good: dict[str, list[str]]
    broken: dict[str, brokenfiles.Broken]


def make(folder: Path, good: int, broken: int, seed: int = 0) -> Made:
    """Write good and broken files into a folder, mixed."""
    draw = random.Random(seed)
    texts = iter(soundfiles.texts(good + broken, draw))
    made = Made({}, {})
    ways = brokenfiles.every()
    for n in range(good):
        text = next(texts)
        _, ending, maker = soundfiles.FORMATS[n % len(soundfiles.FORMATS)]
        path = place(draw, f"{draw.randrange(10**6):06}-good{n}.{ending}")
        put(folder / path, maker(text, f"good{n}"))
        made.good[path] = text
    for n in range(broken):
        way = ways[(n * STEP) % len(ways)]
        path = place(draw, f"{draw.randrange(10**6):06}-broken{n}.{way.ending}")
        put(folder / path, way.make(next(texts), f"broken{n}", draw))
        made.broken[path] = way
    return made


def place(draw: random.Random, name: str) -> str:
    """Return a path for a file, up to three folders deep."""
    return "/".join([*(draw.choice("abc") for _ in range(draw.randrange(4))), name])


def put(path: Path, raw: bytes) -> None:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def batch(home: Path, more: Sequence[str]) -> tuple[int, float, str]:
    """Analyse the folder ``texts`` of a place, and return exit code, seconds, and what was said."""
    program = str(Path(sys.executable).parent / "rhetoric")
    start = time.monotonic()
    done = subprocess.run(
        [program, "batch", "texts", "-o", "out", "--force", *COMMAND, *more],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, time.monotonic() - start, done.stdout + done.stderr


def table(home: Path, name: str) -> pd.DataFrame:
    """Return a table of the results."""
    return pd.read_parquet(home / "out" / f"{name}.parquet")


def file_of(source: str, known: dict[str, Any]) -> str:
    """Return the file, among those known, that a source names; a member of an archive and a line are left off."""
    path = re.sub(r":\d+$", "", source.removeprefix("texts/"))
    while path and path not in known:
        path = path.rpartition("/")[0]
    return path


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def faults(home: Path, made: Made) -> list[str]:
    """Return in words whatever the tables have wrong."""
    found: list[str] = []
    texts: dict[str, list[str]] = {}
    for source, text in table(home, "documents")[["source", "text"]].itertuples(index=False):
        texts.setdefault(file_of(source, made.good) or source, []).append(text)
    for path, wanted in made.good.items():
        held = texts.pop(path, [])
        if len(held) != 1:
            found.append(f"{path}: {len(held)} documents")
        elif any(squeezed(p) not in squeezed(held[0]) for p in wanted):
            found.append(f"{path}: its text is not whole")
    found += [f"{source}: a document of a broken file" for source in texts]
    rows: dict[str, list[tuple[str, str]]] = {}
    for row in table(home, "errors").itertuples():
        rows.setdefault(file_of(row.source, made.broken) or row.source, []).append((row.error, row.message))
    for path, way in made.broken.items():
        held_rows = rows.pop(path, [])
        if len(held_rows) != 1:
            found.append(f"{path} ({way.label}): {len(held_rows)} rows of errors {held_rows}")
            continue
        error, message = held_rows[0]
        if error != way.error or not re.search(way.says, message):
            found.append(f"{path} ({way.label}): {error}: {message}, and not {way.error}: {way.says}")
    return found + [f"{source}: an error of a good file: {row}" for source, row in rows.items()]


def samples(home: Path, made: Made) -> list[dict[str, Any]]:
    """Return one message for each way and ending, as it stands in the table."""
    said = {file_of(r.source, made.broken): (r.error, r.message) for r in table(home, "errors").itertuples()}
    out: dict[tuple[str, str], dict[str, Any]] = {}
    for path, way in made.broken.items():
        error, message = said.get(path, ("", ""))
        entry = {"broken": way.label, "ending": way.ending, "files": 0, "error": error, "message": message}
        out.setdefault((way.label, way.ending), entry)["files"] += 1
    return list(out.values())


def compared(one: Path, other: Path) -> list[str]:
    """Return the tables that differ between two results."""
    return [n for n in TABLES if not table(one, n).equals(table(other, n))]


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--good", type=int, default=4_000)
    parser.add_argument("--broken", type=int, default=1_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        mixed, alone = Path(folder) / "mixed", Path(folder) / "alone"
        made = make(mixed / "texts", chosen.good, chosen.broken, chosen.seed)
        for path in made.good:
            put(alone / "texts" / path, (mixed / "texts" / path).read_bytes())
        workers = ("--workers", str(chosen.workers))
        code, seconds, said = batch(mixed, workers)
        if not (mixed / "out" / "run.json").exists():
            print(said)
            return 1
        code_alone, seconds_alone, _ = batch(alone, workers)
        wrong, other = faults(mixed, made), compared(mixed, alone)
        told = samples(mixed, made)
        counts = {name: len(table(mixed, name)) for name in ("documents", "errors")}
    for row in told:
        print(f"{row['broken']:28} {row['ending']:9} {row['files']:3}  {row['error']:13} {row['message']}")
    print(*wrong, sep="\n")
    kinds = Counter[str]()
    for row in told:
        kinds[row["error"]] += row["files"]
    result = {
        "good_files": chosen.good,
        "broken_files": chosen.broken,
        "formats": len(soundfiles.FORMATS),
        "ways_to_break": len(told),
        "workers": chosen.workers,
        "documents": counts["documents"],
        "error_rows": counts["errors"],
        "wrong": len(wrong),
        "tables_other_than_without_the_broken": other,
        "exit_codes": {"with_broken": code, "without": code_alone},
        "seconds": {"with_broken": round(seconds, 1), "without": round(seconds_alone, 1)},
        "errors_by_kind": dict(sorted(kinds.items())),
        "messages": told,
    }
    print(json.dumps({k: v for k, v in result.items() if k != "messages"}, indent=1))
    (HERE / "broken.json").write_text(
        json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return int(bool(wrong or other or (code, code_alone) != (3, 0)))


if __name__ == "__main__":
    sys.exit(main())
