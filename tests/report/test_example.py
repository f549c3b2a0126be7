"""The example report in the repository is the one that the code writes now."""

import re
from pathlib import Path

from click.testing import CliRunner

from rhetoric.cli import app

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "reports" / "cruddas-vs-lawson.html"
VERSIONS = re.compile(r"Python \d[\w.]*;[^<]*")


def test_example_is_up_to_date(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    done = CliRunner().invoke(app, ["report", "-o", str(tmp_path / "new.html")])
    assert done.exit_code == 0, done.output
    new = (tmp_path / "new.html").read_text(encoding="utf-8")
    old = EXAMPLE.read_text(encoding="utf-8")
    assert VERSIONS.sub("", new) == VERSIONS.sub("", old), "run `make report` and commit reports/"
