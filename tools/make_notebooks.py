"""Run every script in notebooks/ and write it beside itself as a notebook with its outputs.

usage: python tools/make_notebooks.py
"""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"


def main() -> None:
    """Write the notebooks; cell ids count up, so that the same outputs give the same bytes."""
    for path in sorted(FOLDER.glob("*.py")):
        notebook = jupytext.read(path)
        NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(FOLDER)}}).execute()
        for number, cell in enumerate(notebook.cells):
            cell["id"] = f"cell-{number:02d}"
            cell["metadata"] = {}
        notebook.metadata = {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
        }
        nbformat.write(notebook, path.with_suffix(".ipynb"))


if __name__ == "__main__":
    main()
