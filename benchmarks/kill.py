"""Whether a batch that is killed at a random moment ends, after ``--resume``, in the bytes of one that was not.

usage: python benchmarks/kill.py [--tier full|lexical] [--kills N] [--mb N] [--characters N] [--seed N]

Each time a run is started anew, killed with SIGKILL at a moment drawn from the length of a whole run, and taken up again. Shards
are cut smaller than usual, so that a short run has many of them. The full tier looks for themes only. Rows of the other tier stay in the JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from batch import HERE, PROSE, corpus

RESULTS = HERE / "kill.json"
TIERS = {"full": ["--layers", "theme", "--draws", "0"], "lexical": ["--tier", "lexical"]}
SMALL = """
from rhetoric.batch import plan
plan.SHARD = {{tier: ({}, texts) for tier, (_, texts) in plan.SHARD.items()}}
from rhetoric.cli import main
main()
"""


def same(one: Path, other: Path) -> bool:
    """Return whether two folders hold the same files with the same bytes."""
    names = sorted(p.name for p in one.iterdir())
    alike = names == sorted(p.name for p in other.iterdir())
    return alike and all((one / n).read_bytes() == (other / n).read_bytes() for n in names)


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tier", choices=TIERS, default="full")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--mb", type=float, default=2.0)
    parser.add_argument("--seed", type=int, default=20101216)
    parser.add_argument("--characters", type=int, default=50_000)
    chosen = parser.parse_args()
    if not PROSE.exists():
        print(
            f"{PROSE.name}: the shared prose is not beside the checkout; nothing was measured",
            file=sys.stderr,
        )
        return 1
    moments = random.Random(chosen.seed)
    rows = []
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        corpus(folder / "texts.jsonl", chosen.mb)
        command = [
            sys.executable,
            "-c",
            SMALL.format(chosen.characters),
            "batch",
            str(folder / "texts.jsonl"),
        ]
        command += [*TIERS[chosen.tier], "--workers", "2", "-o"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        began = time.monotonic()
        subprocess.run([*command, str(folder / "whole" / "out")], check=True, **quiet)
        length = time.monotonic() - began
        for n in range(chosen.kills):
            out = folder / "killed" / "out"
            moment = moments.uniform(0, length)
            process = subprocess.Popen([*command, str(out), "--force"], **quiet)
            time.sleep(moment)
            process.kill()
            killed = process.wait() < 0
            kept = len(list((out / ".parts").glob("*.part")))
            subprocess.run([*command, str(out), "--resume"], check=True, **quiet)
            identical = same(folder / "whole" / "out", out)
            rows.append({"after_s": round(moment, 2), "killed": killed, "kept": kept, "identical": identical})
            print(
                f"{n + 1:3d}. killed after {moment:6.2f} s, {kept} shards kept: {'same' if identical else 'OTHER'} bytes",
                flush=True,
            )
    good = sum(r["identical"] for r in rows)
    print(f"{good} of {len(rows)} identical; a whole run takes {length:.1f} s")
    held = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    held[chosen.tier] = {"megabytes": chosen.mb, "kills": rows}
    RESULTS.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return good != len(rows)


if __name__ == "__main__":
    sys.exit(main())
