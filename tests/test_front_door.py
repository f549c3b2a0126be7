"""What a user imports, and what an import costs."""

import subprocess
import sys

import rhetoric

HEAVY = ("seaborn", "matplotlib", "sklearn", "scipy", "nltk", "pandas", "pyarrow", "rich")


def test_front_door_is_small_and_every_name_opens():
    assert len(rhetoric.__all__) <= 25
    for name in rhetoric.__all__:
        assert getattr(rhetoric, name) is not None


def imported_by(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(' '.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_help_imports_nothing_heavy():
    code = "from rhetoric.cli import app\ntry: app.main(['--help'])\nexcept SystemExit: pass"
    assert not imported_by(code) & set(HEAVY)


def test_import_of_the_package_imports_nothing_heavy():
    assert not imported_by("import rhetoric") & set(HEAVY)


def test_analysis_needs_no_plotting_and_no_learning():
    assert not imported_by("import rhetoric.pipeline") & {"seaborn", "matplotlib", "sklearn", "nltk"}
