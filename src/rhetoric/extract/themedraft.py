"""A theme file to start from."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.errors import DictionaryError
from rhetoric.extract.conversion import quoted
from rhetoric.extract.suggest import Suggestion
from rhetoric.extract.themefile import NAME, parse_theme

HOW = {"beside": "stands beside the seeds", "like": "stands among the same words as the seeds"}


def draft(name: str, patterns: Sequence[str], found: Sequence[Suggestion], where: str) -> str:
    """Return a theme file with some patterns, and suggestions as comments.

    Parameters
    ----------
    name : str
    patterns : sequence of str
    found : sequence of Suggestion
    where : str
        The file, for messages.

    Raises
    ------
    DictionaryError
        If the name or a pattern is malformed.
    """
    if not NAME.fullmatch(name):
        do = "use lower-case letters, digits and single _ or -, such as 'national_identity'"
        raise DictionaryError(f"{name!r} cannot name a theme", do, where)
    label = name.replace("_", " ").replace("-", " ").capitalize()
    lines = [
        f"name = {quoted(name)}",
        "version = 1",
        f"label = {quoted(label)}",
        'about = "Say in a sentence what it counts; below 0 what speaks against it."',
        'source = """',
        "The books or articles that the concept comes from, a line each.",
        '"""',
        'licence = ""',
        'limits = ["say what it finds that it should not"]',
    ]
    for pattern in dict.fromkeys(patterns):
        lines += ["", "[[entry]]", f"pattern = {quoted(pattern)}"]
    if found:
        lines += ["", "# Suggestions: take away the '# ' of the two lines of each that belongs to the theme."]
    for one in found:
        if one.pattern not in patterns:
            lines += ["", f"# {HOW[one.how]}, {one.hits} times:", *(f"#   {line}" for line in one.lines)]
            lines += ["# [[entry]]", f"# pattern = {quoted(one.pattern)}"]
    lines += ["", "# [[test]]", '# text = "A sentence that it must get right."', "# hits = 1"]
    text = "\n".join(" ".join(line.splitlines()) for line in lines) + "\n"
    parse_theme(text, where)
    return text
