"""Broken files for every loader, for as long as you like: no crash, no hang, no blow-up of memory.

usage: python benchmarks/fuzz_loaders.py [--minutes 10] [--seed 0]

Small sound files of every format are broken in turn: bytes flipped, cut off, doubled, swapped between files; those of archives on the outside or in a
member that is packed again. Each is loaded in a process of its own group with a limit of memory and time. A loader may refuse a file with an error of ours, or read what is left of it; anything
else is a finding, and the file is kept in `fuzz_findings/`.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import multiprocessing
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

import soundfiles

from rhetoric.load import load

HERE = Path(__file__).resolve().parent
MEMORY = 3_000_000_000  # bytes of address space
SECONDS = 20
AT_ONCE = 25  # files a process reads before a new one is started


def seeds(draw: random.Random) -> list[tuple[str, bytes]]:
    """Return sound small files of every format, each with its ending."""
    texts = soundfiles.texts(len(soundfiles.FORMATS), draw)
    found = [
        (ending, make(text, f"t{n}"))
        for n, ((_, ending, make), text) in enumerate(zip(soundfiles.FORMATS, texts, strict=True))
    ]
    rows = b"".join(soundfiles.jsonl(text, f"t{n}") for n, text in enumerate(texts[:5]))
    tables = [("jsonl", rows), ("csv", b"".join(soundfiles.csv(t, f"t{n}") for n, t in enumerate(texts[:5])))]
    return [*found, *tables]


def inside(raw: bytes, others: list[bytes], draw: random.Random) -> bytes:
    """Return an archive in which one member is broken and then packed again, so that what reads it meets it; other files as `broken`."""
    if raw.startswith(b"\x1f\x8b"):
        return gzip.compress(broken(gzip.decompress(raw), others, draw), mtime=0)
    if not raw.startswith(b"PK"):
        return broken(raw, others, draw)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    chosen = draw.choice(list(members))
    members[chosen] = broken(members[chosen], others, draw)
    return soundfiles.zipped(members)


def broken(raw: bytes, others: list[bytes], draw: random.Random) -> bytes:
    """Return a file broken in one to four ways."""
    data = bytearray(raw)
    for _ in range(draw.randint(1, 4)):
        if not data:
            break
        at, length = draw.randrange(len(data)), draw.choice((1, 2, 8, 64, 1_000))
        match draw.randrange(8):
            case 0:
                data[at] ^= 1 << draw.randrange(8)
            case 1:
                data = data[:at]
            case 2:
                data[at:at] = draw.randbytes(length)
            case 3:
                del data[at : at + length]
            case 4:
                data[at : at + length] = data[at : at + length] * draw.choice((2, 50))
            case 5:
                other = draw.choice(others)
                place = draw.randrange(len(other))
                data[at : at + length] = other[place : place + length]
            case 6:
                data[at : at + length] = draw.choice((b"\x00", b"\xff", b"<", b"{", b"&a;", b"\x1b")) * length
            case 7:
                data[at : at + 4] = draw.choice((2**31 - 1, 2**32 - 1, 0)).to_bytes(4, "little")
    return bytes(data)


def read(files: list[str], queue: multiprocessing.Queue[tuple[str, str]]) -> None:
    """Load files one after the other under a limit of memory, and report on each."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for file in files:
        queue.put((file, "begun"))
        try:
            found = load([file])
            own = [p for p in found.problems if "its loader failed" in p.message]
            queue.put(
                (file, f"unforeseen: {own[0].message}" if own else "read" if found.documents else "refused")
            )
        except BaseException as fault:
            queue.put((file, f"crashed: {type(fault).__name__}: {fault}"))


def tried(files: list[str]) -> dict[str, str]:
    """Return what became of each file; one that hangs or takes its process down is named."""
    out: dict[str, str] = {}
    left = files
    while left:
        context = multiprocessing.get_context("spawn")
        queue: multiprocessing.Queue[tuple[str, str]] = context.Queue()
        process = context.Process(target=read, args=(left, queue))
        process.start()
        current, since = "", time.monotonic()
        while len(out) < len(files):
            try:
                file, what = queue.get(timeout=0.5)
            except Exception:
                if not process.is_alive() or time.monotonic() - since > SECONDS * (3 if not current else 1):
                    break
                continue
            since = time.monotonic()
            current = file if what == "begun" else ""
            if what != "begun":
                out[file] = what
        if current and current not in out:
            out[current] = "hung" if process.is_alive() else "took its process down"
        process.kill()
        process.join()
        left = [f for f in left if f not in out]
    return out


def main() -> int:
    """Run the fuzzing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    draw, end = random.Random(chosen.seed), time.monotonic() + 60 * chosen.minutes
    sound = seeds(draw)
    others = [raw for _, raw in sound]
    counts: Counter[tuple[str, str]] = Counter()
    kept = HERE / "fuzz_findings"
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for n in range(AT_ONCE):
                ending, raw = draw.choice(sound)
                path = Path(folder) / f"f{n}.{ending}"
                path.write_bytes(draw.choice((broken, inside))(raw, others, draw))
                files.append(str(path))
            for file, what in tried(files).items():
                name = Path(file).name
                counts[name.split(".", 1)[1], what.split(":")[0]] += 1
                if what not in ("read", "refused"):
                    kept.mkdir(exist_ok=True)
                    number = len(list(kept.iterdir()))
                    (kept / f"{number}-{name}").write_bytes(Path(file).read_bytes())
                    print(f"{kept.name}/{number}-{name}: {what}", flush=True)
    table: dict[str, dict[str, int]] = {}
    for (ending, what), n in sorted(counts.items()):
        table.setdefault(ending, {})[what] = n
    result = {
        "minutes": chosen.minutes,
        "seed": chosen.seed,
        "files": sum(counts.values()),
        "by_ending": table,
    }
    print(json.dumps(result, indent=1))
    (HERE / "fuzz_loaders.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return int(any(what not in ("read", "refused") for _, what in counts))


if __name__ == "__main__":
    sys.exit(main())
