"""Themes from wherever the user keeps them: files and folders of this package's own, or another program's dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from rhetoric.errors import DictionaryError
from rhetoric.extract.themefile import Theme, read_theme
from rhetoric.match import Dictionary
from rhetoric.model.feature import Feature

OTHER = re.compile(r"[^a-z0-9]+")
QUANTEDA = (".yml", ".yaml")


def read_themes(paths: Sequence[str | Path], family: str = "theme") -> tuple[Theme, ...]:
    """Read theme files, folders of them, and dictionaries of other programs.

    Parameters
    ----------
    paths : sequence of paths
    family : str
        The first part of the features' names.

    Raises
    ------
    DictionaryError
        If one is missing, malformed, or has no reader.
    """
    out: list[Theme] = []
    for given in map(Path, paths):
        inside = sorted(given.glob("*.toml")) if given.is_dir() else [given]
        if not inside:
            raise DictionaryError("no theme files in this folder", "put *.toml files in it", str(given))
        for path in inside:
            if path.suffix.lower() == ".toml":
                out.append(read_theme(path, family))
            else:
                from rhetoric.match.formats import read_dictionary  # most runs need no foreign format

                out += themes_of(read_dictionary(path), family)
    return tuple(out)


def themes_of(dictionary: Dictionary, family: str = "theme") -> tuple[Theme, ...]:
    """Return the keys of a dictionary as themes, one each, those without patterns left out.

    Parameters
    ----------
    dictionary : Dictionary
    family : str

    Notes
    -----
    The name of a theme is its key in lower case, with ``_`` for all that is no letter or digit; its label is the key as
    written. What comes from quanteda's format is matched on words as quanteda cuts them; see `rhetoric.match.joined`.
    """
    out: list[Theme] = []
    taken: dict[str, str] = {}
    where = Path(dictionary.where).name
    for n, (key, entries) in enumerate(dictionary.by_key.items(), 1):
        if not entries:
            continue
        name = OTHER.sub("_", key.lower()).strip("_") or f"key_{n}"
        name = name if name[0].isalpha() else f"key_{name}"
        if name in taken:
            what = f"the keys {taken[name]!r} and {key!r} would both be called {name!r}"
            raise DictionaryError(what, "rename one of them", dictionary.where, entries[0].line)
        taken[name] = key
        feature = Feature(
            f"{family}.{name}",
            label=key,
            about=f"The patterns of the key {key!r} in {where}.",
            limits=("a dictionary of the user's own: nothing is known here of its validity",),
        )
        joined = Path(dictionary.where).suffix.lower() in QUANTEDA
        out.append(Theme(feature, "", entries, (), (), dictionary.where, joined))
    return tuple(out)
