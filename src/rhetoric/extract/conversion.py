"""Dictionaries from one format to another, theme files among them."""

from __future__ import annotations

from pathlib import Path

from rhetoric.extract.themefile import Theme, read_theme
from rhetoric.extract.themesource import themes_of
from rhetoric.match import Dictionary, Entry
from rhetoric.match.formats import read_dictionary, write_dictionary


def converted(source: Path, target: Path) -> tuple[tuple[str, ...], int, int]:
    """Rewrite a dictionary in the format of another ending.

    Parameters
    ----------
    source : Path
        A dictionary, a theme file or a folder of theme files.
    target : Path
        A file, or a folder for theme files.

    Returns
    -------
    notes : tuple of str
        What `source` says and was not read, and what `target` cannot hold and was left out.
    keys, patterns : int
        How many were written.
    """
    dictionary = dictionary_of(source)
    if target.suffix.lower() == ".toml" or not target.suffix:
        files = theme_files(dictionary, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            read_theme(path)  # what is written can be read
        return dictionary.notes, len(files), len(dictionary)
    target.parent.mkdir(parents=True, exist_ok=True)
    lost = write_dictionary(dictionary, target)
    again = read_dictionary(target)
    return (*dictionary.notes, *lost), len(again.keys), len(again)


def dictionary_of(source: Path) -> Dictionary:
    """Return a dictionary from any file or folder that holds one."""
    if source.suffix.lower() != ".toml" and not source.is_dir():
        return read_dictionary(source)
    paths = sorted(source.glob("*.toml")) if source.is_dir() else [source]
    themes = [read_theme(p) for p in paths]
    entries = tuple(e for t in themes for e in t.entries)
    notes = [f"{t.feature.name}: the exclusion {e.pattern!r} stays behind" for t in themes for e in t.nots]
    notes += [f"{e.key}: {e.pattern!r} flips when denied, which stays behind" for e in entries if e.flip]
    keys = tuple(t.feature.name.split(".", 1)[1] for t in themes)
    joined = bool(themes) and all(t.joined for t in themes)
    return Dictionary(source.stem, entries, keys, str(source), tuple(notes), joined)


def theme_files(dictionary: Dictionary, target: Path) -> dict[Path, str]:
    """Return the theme files that hold a dictionary: one, or one for each key in a folder."""
    themes = themes_of(dictionary)
    folder = target.with_suffix("") if len(themes) > 1 else target
    if len(themes) == 1 and target.suffix:
        return {target: written(themes[0])}
    return {folder / f"{t.feature.name.split('.', 1)[1]}.toml": written(t) for t in themes}


def written(theme: Theme) -> str:
    """Return a theme as its file says it."""
    name = theme.feature.name.split(".", 1)[1]
    lines = [
        f"name = {quoted(name)}",
        f"version = {theme.feature.version}",
        f"label = {quoted(theme.feature.label)}",
        f"about = {quoted(theme.feature.about)}",
        'source = ""',
        'licence = ""',
        *(["joined = true"] if theme.joined else []),
    ]
    for entry in theme.entries:
        lines += ["", "[[entry]]", *(f"{key} = {value}" for key, value in said(entry).items())]
    return "\n".join(lines) + "\n"


def said(entry: Entry) -> dict[str, str]:
    """Return what a theme file says of an entry, defaults left out."""
    out = {"pattern": quoted(entry.pattern)}
    if abs(entry.weight) != 1:
        out["weight"] = repr(abs(entry.weight))
    if entry.weight < 0:
        out["pole"] = quoted("-")
    if entry.case:
        out["case"] = "true"
    if entry.priority:
        out["priority"] = str(entry.priority)
    return out


def quoted(text: str) -> str:
    """Return a text as TOML writes it."""
    escaped = "".join(
        f"\\{c}" if c in '\\"' else f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c for c in text
    )
    return f'"{escaped}"'
