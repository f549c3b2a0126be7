"""Themes from wherever the user keeps them: files and folders of this package's own, or another program's dictionary."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, count
from pathlib import Path

from rhetoric.errors import DictionaryError
from rhetoric.extract.themefile import Theme, read_theme
from rhetoric.match import Dictionary
from rhetoric.model.feature import Feature

log = logging.getLogger(__name__)
MOST_NOTES = 20
OTHER = re.compile(r"[^a-z0-9]+")
SIGNS = {"+": "plus", "-": "minus", "=": "equal"}


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
                out += foreign(path, stamp(path), family)
    return tuple(out)


def stamp(path: Path) -> tuple[int, int]:
    """Return size and time of a file, or zeros where there is none: reading it will say so."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


@lru_cache(maxsize=8)
def foreign(path: Path, version: tuple[int, int], family: str) -> tuple[Theme, ...]:
    """Return the themes of another program's dictionary, read once for each version of the file; warn of its notes."""
    from rhetoric.match.formats import read_dictionary  # most runs need no foreign format

    dictionary = read_dictionary(path)
    for note in dictionary.notes[:MOST_NOTES]:
        log.warning("%s: %s", path, note)
    if len(dictionary.notes) > MOST_NOTES:
        log.warning("%s: and %d notes more", path, len(dictionary.notes) - MOST_NOTES)
    return themes_of(dictionary, family)


def signed(part: str) -> str:
    """Return a part of a key with the name of the sign it begins with at its end."""
    return f"{part}_{SIGNS[part[0]]}" if part[:1] in SIGNS and len(part) > 1 else part


def themes_of(dictionary: Dictionary, family: str = "theme") -> tuple[Theme, ...]:
    """Return the keys of a dictionary as themes, one each, those without patterns left out.

    Parameters
    ----------
    dictionary : Dictionary
    family : str

    Notes
    -----
    The name of a theme is its key in lower case, with ``_`` for all that is no letter or digit; its label is the key as
    written. A part that begins with a sign ends in its name: ``ECONOMY.+STATE+`` is ``economy_state_plus``. Of keys that
    would have one name the later ones are numbered. What comes from quanteda's format is matched on words as quanteda
    cuts them; see `rhetoric.match.joined`.
    """
    out: list[Theme] = []
    taken: set[str] = set()
    where = Path(dictionary.where).name
    for n, (key, entries) in enumerate(dictionary.by_key.items(), 1):
        if not entries:
            continue
        plain = OTHER.sub("_", ".".join(map(signed, key.split("."))).lower()).strip("_") or f"key_{n}"
        plain = plain if plain[0].isalpha() else f"key_{plain}"
        numbered = (f"{plain}_{k}" for k in count(2))
        name = next(x for x in chain((plain,), numbered) if x not in taken)
        taken.add(name)
        feature = Feature(
            f"{family}.{name}",
            label=key,
            about=f"The patterns of the key {key!r} in {where}.",
            limits=("a dictionary of the user's own: nothing is known here of its validity",),
        )
        out.append(Theme(feature, "", entries, (), (), dictionary.where, dictionary.joined))
    return tuple(out)
