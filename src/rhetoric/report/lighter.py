"""The same page in fewer bytes: without what HTML lets a page leave out."""

from __future__ import annotations

import re

ENDS = re.compile(r"\s*</t[dhr]>\s*")
INLINE = re.compile(r"<(?:mark|span) [^<>]*>")
QUOTED = re.compile(r'="([\w-]+)"')
WORDS = re.compile(r">[^<>]*&#3[49];[^<>]*<")


def lighter(html: str) -> str:
    """Return a page without the end tags of cells and rows, without the marks around short attributes of marks and spans, and with
    quotation marks in its words as they are.

    Parameters
    ----------
    html : str
        A page whose words and attributes are escaped, and whose scripts hold no such tag.

    Returns
    -------
    str
        A browser reads the same page from it: the next cell, row or end of a table ends a cell. In attributes quotation marks stay escaped.
    """
    plain = WORDS.sub(lambda m: m[0].replace("&#34;", '"').replace("&#39;", "'"), html)
    bare = INLINE.sub(lambda m: QUOTED.sub(r"=\1", m[0]), plain)
    return ENDS.sub("", bare)
