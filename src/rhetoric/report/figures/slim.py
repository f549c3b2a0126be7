"""A drawing in fewer bytes: the same picture without what matplotlib writes for itself."""

from __future__ import annotations

import re

TAG = re.compile(r"(<[^>]+>)")
NUMBER = re.compile(r"-?\d+\.\d+")
PLACES = re.compile(r'\b(d|x|y|width|height|points|transform)="([^"]*)"')
REFERENCE = re.compile(r'(url\(|href=")#([^)"]+)')
NAME = re.compile(r' id="([^"]*)"')
UNTURNED = re.compile(r' transform="rotate\(-?0 [^"]*"')
NOTHING = re.compile(r'<path d="M[-\d. ]*"[^>]*/>|<path [^>]*style="fill: none"/>|<g/>')
MARKER = re.compile(r'<path id="([^"]*)"[^>]*>')
USE = re.compile(r'<use [^>]*href="#([^"]*)"[^>]*>')
INK = re.compile(r"\bstroke: [^;\"]*;? ?")
ALIKE = re.compile(r'<path d="([^"z]*)"( [^>]*fill: none[^>]*)/>(?:<path d="[^"z]*"\2/>)+')
PATH = re.compile(r'<path d="([^"]*)"')
FORM = re.compile(r";? ?stroke-(?:linejoin|linecap|width): [^;\"]*")


def slimmed(text: str, family: str) -> str:
    """Return the elements of a drawing with short numbers and names, and without groups and paths that draw nothing.

    Parameters
    ----------
    text : str
        The inside of an ``<svg>`` element as matplotlib writes it.
    family : str
        The fonts of every text; they are left to the ``<svg>`` element.

    Returns
    -------
    str
        It draws the same to a tenth of a unit. What something refers to is named a0, a1 and so on; nothing else has a name.
    """
    text = "".join(shortened(t, family) if t.startswith("<") else t for t in TAG.split(text))
    return joined(ungrouped(lined(NOTHING.sub("", renamed(text)))))


def shortened(tag: str, family: str) -> str:
    """Return a tag with its numbers rounded, and without a turn by nothing or the font that all have."""
    tag = (
        UNTURNED.sub("", tag).replace(f"font-family: {family}; ", "").replace(f"; font-family: {family}", "")
    )
    return PLACES.sub(lambda m: f'{m[1]}="{packed(m[2])}"', tag)


def packed(values: str) -> str:
    """Return coordinates on one line, to one place; to two where they are small, as in markers."""
    line = " ".join(NUMBER.sub(lambda m: rounded(float(m[0])), values).split())
    return re.sub(r" ?([A-Zz]) ?", r"\1", line) if line.startswith("M") else line


def rounded(value: float) -> str:
    """Return a number in as few characters as it needs."""
    short = f"{value:.{1 if abs(value) >= 10 else 2}f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def renamed(text: str) -> str:
    """Return the drawing with names only where something refers to them."""
    referred = dict.fromkeys(m[2] for m in REFERENCE.finditer(text))
    names = {name: f"a{n}" for n, name in enumerate(referred)}
    text = NAME.sub(lambda m: f' id="{names[m[1]]}"' if m[1] in names else "", text)
    return REFERENCE.sub(lambda m: f"{m[1]}#{names[m[2]]}", text)


def lined(text: str) -> str:
    """Return the drawing with the colour of a marker's line where it is used, and all else of the line where it is defined.

    So nothing is said twice, and a page's style reaches the colour.
    """
    inked: dict[str, bool] = {}
    for m in USE.finditer(text):
        inked[m[1]] = inked.get(m[1], True) and " stroke: " in m[0]
    text = MARKER.sub(lambda m: INK.sub("", m[0]).replace(' style=""', "") if inked.get(m[1]) else m[0], text)
    return USE.sub(lambda m: FORM.sub("", m[0]) if inked[m[1]] else m[0], text)


def joined(text: str) -> str:
    """Return the drawing with neighbouring open lines of one form as one path."""
    return ALIKE.sub(lambda m: f'<path d="{"".join(PATH.findall(m[0]))}"{m[2]}/>', text)


def ungrouped(text: str) -> str:
    """Return the drawing without groups that say nothing of what they hold."""
    out: list[str] = []
    kept: list[bool] = []
    for piece in TAG.split(text):
        if piece == "<g>":
            kept.append(False)
        elif piece != "</g>" or kept.pop():
            if piece.startswith("<g ") and not piece.endswith("/>"):
                kept.append(True)
            out.append(piece)
    return "".join(out)
