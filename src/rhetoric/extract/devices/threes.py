"""Small classes of words by which members of a row are told from what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.clauses import Span
from rhetoric.extract.devices.weight import ADJECTIVES, QUALITIES
from rhetoric.extract.devices.words import FUNCTION, closed
from rhetoric.extract.prose import Prose

HELPERS = closed("to will would shall should can could may might must cannot let us not i we you they")
RAISING = closed("even sometimes yes indeed finally above ultimately simply")
DEGREES = closed("more most less least so too very equally deeply highly truly")
ASIDE = closed(
    "including such especially particularly notably namely particular either neither perhaps indeed however not though although "
    "because while when where which who whom whose that if as said says then therefore sir mr mrs now also too like until "
    "unless after before since so only respectively chairman president secretary member senator"
)
OWNING = closed("my your his her its our their")


def quality(word: str) -> bool:
    """Return whether a word may be an adjective of quality."""
    return word in QUALITIES or (word.endswith(ADJECTIVES) and not word.endswith(("ment", "eed")))


def content(prose: Prose, first: int, last: int) -> bool:
    """Return whether a member holds a word that means something, and no figures."""
    words = prose.words[first:last]
    return any(w not in FUNCTION and w not in RAISING and w not in DEGREES for w in words) and not any(
        w[0].isdigit() for w in words
    )


def named(prose: Prose, members: Sequence[Span], sentence: int) -> bool:
    """Return whether two members or more are names; a capital that opens the sentence says nothing."""
    count = 0
    for first, last in members:
        rows = [n for n in range(first, last) if prose.words[n] not in FUNCTION and n > sentence]
        count += bool(rows) and all(prose.shown[n][:1].isupper() for n in rows)
    return count > 1
