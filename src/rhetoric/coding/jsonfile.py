"""A JSON object from a file that this package wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rhetoric.errors import InputError, MissingInput


def read_object(path: Path, do: str) -> dict[str, Any]:
    """Read a JSON object.

    Parameters
    ----------
    path : Path
    do : str
        What the reader of an error can do.

    Raises
    ------
    InputError
        If it is missing, or no JSON object.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise MissingInput(f"cannot be read ({fault.strerror})", "check the path", str(path)) from None
    except ValueError as fault:
        raise InputError(f"not JSON ({fault})", do, str(path)) from None
    if not isinstance(values, dict):
        raise InputError("not a JSON object", do, str(path))
    return values
