"""The generated pages say what the code says."""

import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def test_reference_is_up_to_date(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["make_reference.py", "--check"])
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(ROOT / "tools" / "make_reference.py"), run_name="__main__")
    assert end.value.code == 0, capsys.readouterr().out


def test_no_traces_of_a_machine():
    import re

    traces = re.compile(r"/(?:home|root|Users)/\w|/tmp/\w")
    for path in [
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("notebooks/*"),
        *ROOT.glob("reports/*"),
        ROOT / "README.md",
    ]:
        if path.is_file():
            assert not traces.search(path.read_text(encoding="utf-8")), path


def test_gallery_is_up_to_date(monkeypatch, capsys):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    monkeypatch.setattr(sys, "argv", ["make_gallery.py", "--check"])
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(ROOT / "tools" / "make_gallery.py"), run_name="__main__")
    assert end.value.code == 0, capsys.readouterr().out
