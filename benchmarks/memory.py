"""Whether a batch needs more memory for more documents: peak memory of ``rhetoric batch`` on growing input.

usage: python benchmarks/memory.py [--megabytes N ...]
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROSE = HERE.parents[1] / "shared" / "data" / "bench" / "docs10.jsonl.gz"
CHILD = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def head(folder: Path, megabytes: float) -> tuple[Path, int]:
    """Write the first documents of the shared prose and return the file and how many they are."""
    path = folder / f"{megabytes}.jsonl"
    size = count = 0
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(line)
            size += len(line.encode())
            count += 1
            if size > megabytes * 1e6:
                break
    return path, count


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, nargs="+", default=[2.0, 4.0, 8.0])
    sizes = parser.parse_args().megabytes
    if not PROSE.exists():
        print(
            f"{PROSE.name}: the shared prose is not beside the checkout; nothing was measured",
            file=sys.stderr,
        )
        return 1
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in sizes:
            path, count = head(Path(folder), megabytes)
            command = [str(Path(sys.executable).parent / "rhetoric"), "batch", str(path), "-o"]
            command += [str(Path(folder) / f"out{megabytes}"), "--draws", "0"]
            done = subprocess.run([sys.executable, "-c", CHILD, *command], capture_output=True, text=True)
            if done.returncode:
                print(done.stderr, file=sys.stderr)
                return done.returncode
            rows.append({"megabytes": megabytes, "documents": count, "peak_mib": int(done.stdout)})
            print(f"{megabytes:6.1f} MB {count:6d} documents: peak {rows[-1]['peak_mib']} MiB")
    (HERE / "memory.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
