"""A small corpus that is cut into several shards, and runs of it in processes that can be killed."""

import subprocess
import sys

import pytest
from batchtexts import CHOICES, line

DRIVER = """
import sys
from rhetoric.batch import plan
plan.SHARD["full"] = (int(sys.argv[1]), 1000)
from rhetoric.cli import main
if __name__ == "__main__":
    main(sys.argv[2:])
"""


@pytest.fixture
def texts(tmp_path):
    """Return a file of twenty texts and two lines that cannot be read."""
    file = tmp_path / "in.jsonl"
    lines = [line(n) for n in range(20)]
    lines[7:7] = ["{broken"]
    file.write_text("\n".join([*lines, '{"id": "x"}']) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def start(tmp_path):
    """Return a function that starts ``rhetoric batch`` with shards of so many characters."""
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER, encoding="utf-8")

    def begin(*arguments, characters=3000, **how):
        command = [sys.executable, str(driver), str(characters), "batch", *map(str, arguments), *CHOICES]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, **(pipes | how))

    return begin
