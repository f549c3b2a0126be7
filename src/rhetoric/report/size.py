"""How large a page is, part by part, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rhetoric.model.report import Facts, Size

BUDGETS = ((2, 500_000), (200, 4_000_000))  # texts, bytes
LARGEST = 8_000_000
SECTION = re.compile(r'<section id="([\w-]+)".*?</section>', re.S)
BLOCK = re.compile(r'<script type="application/json" id="([\w-]+)">.*?</script>', re.S)
NAMED = 3
CAPS = {
    "texts": "--text excerpts leaves the texts out",
    "notes": "--text excerpts leaves the notes on the texts out",
    "concordance": "--layers chooses fewer measures",
    "discourse": "--layers without discourse leaves its markers out",
}
OTHERWISE = "fewer texts, or --by a field with two values, give a smaller page"


def parts(html: str) -> dict[str, int]:
    """Return the bytes of each section and each block of data of a page, the largest first; ``'frame'`` is all else."""
    found = {m[1]: len(m[0].encode()) for pattern in (SECTION, BLOCK) for m in pattern.finditer(html)}
    found["frame"] = len(html.encode()) - sum(found.values())
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def budget(texts: int) -> int:
    """Return the bytes that a page about so many texts should not pass."""
    return next((size for most, size in BUDGETS if texts <= most), LARGEST)


def sized(facts: Facts, html: str) -> Size:
    """Return how large a page is, what it should not pass, and in words which part is large and what to cap."""
    found = parts(html)
    most = budget(int(facts["sections"]["summary"]["texts"]))
    total = sum(found.values())
    return Size(total, most, "" if total <= most else advice(found, total, most))


def advice(found: Mapping[str, int], total: int, most: int) -> str:
    """Return which parts are large, and what to cap."""
    large = [name for name in found if name != "frame"][:NAMED]
    said = ", ".join(f"{name} {found[name] / 1e6:.1f} MB" for name in large)
    caps = list(dict.fromkeys(CAPS[name] for name in large if name in CAPS))[:2] or [OTHERWISE]
    return f"the page is {total / 1e6:.1f} MB, over the {most / 1e6:.1f} MB that open quickly (largest: {said}) - {'; '.join(caps)}"
