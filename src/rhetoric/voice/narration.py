"""The narration around quotations: a text of the same length with the quoted words blanked, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rhetoric.voice.quotations import Marked

BLANK = "\x00"
BOUNDARY = re.compile(  # begins with one class of characters, which the engine looks for quickly
    r"[.?!…\x00](?:(?<!\x00)[.?!…]*[\"”’')\]]*|(?<=\x00)\x01[\"”’']?)\s+(?=[\"“‘'(\[—–-]*[A-ZÀ-Þ0-9\x00])"
)
ABBREVIATED = re.compile(
    r"(?:^|[\s(\"“‘'\x00])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Cmdr|Maj|Adm|"
    r"Rev|Hon|Prof|Pres|St|Jr|Sr|vs|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Fla|Calif|Mass|Conn|Ala|Ariz|Pa|Va|Ga|Ill|Mich|"
    r"Minn|Wis|Tenn|Tex|Vt|Ky|Md|Del|Colo|Nev|Ore|Wash|La|Okla|Ark|Neb|Kan|Inc|Corp|Co|Ltd|Bros|U\.S|U\.K|U\.N|a\.m|p\.m|"
    r"D\.C|N\.Y|N\.J|N\.H|N\.C|S\.C|R\.I|W\.Va|et al|e\.g|i\.e|cf|approx|dept|est|i|D-[A-Z]\w*|R-[A-Z]\w*|I-[A-Z]\w*)\.$"
)
LOWER = frozenset(("i", "al", "cf", "vs", "est", "dept", "approx"))  # those of small letters alone
LETTERS = re.compile(r"(?:U\.S|U\.K|U\.N|a\.m|p\.m|D\.C|N\.Y|N\.H|N\.C|S\.C|Inc|Corp|Co|Jr|Sr)\.$")
STARTER = re.compile(
    r"[\"“]?(?:He|She|They|It|We|But|And|The|In|On|This|That|His|Her|Their|If|When|As|At|For|There|These|Those)\s"
)
AFTER_MARK = re.compile(r"[?!…][\"”’']\s+$")
INVERTED = re.compile(
    r"(?:(?:[A-Z][\w.'’-]+|[a-z]+)\s+){1,5}?(?:says?|said|asks?|asked|wrote|writes|tells|told|adds|added|cried|replied|"
    r"demanded|continued|continues|tweeted|recalls|recalled|shouted|exclaimed|wonders|wondered)\b"
)


def narration(text: str, quoted: Iterable[Marked]) -> str:
    """Return the text with quoted words blanked and of the same length; end punctuation inside marks stays.

    Examples
    --------
    >>> narration('"No," he said.', [Marked(0, 1, 4, 5)]).replace(BLANK, "_")
    '"__," he said.'
    """
    parts: list[str] = []
    at = 0
    for m in quoted:
        parts.append(text[at : m.start])
        inner = text[m.start : m.end]
        kept = len(inner) - len(inner.rstrip(".?!…,;:—–- '’"))
        kept = min(kept, len(inner) - 1)
        parts.append(BLANK * (len(inner) - kept) + inner[len(inner) - kept :])
        at = m.end
    parts.append(text[at:])
    return "".join(parts)


def sentences(narr: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of one paragraph of narration; a full stop inside marks ends one where a new one begins."""
    out: list[tuple[int, int]] = []
    at = start
    for m in BOUNDARY.finditer(narr, start, end):
        begin, stop = m.span()
        if narr[begin] == "." and abbreviated(narr, max(at - 1, start, begin - 12), begin):
            letters = LETTERS.search(narr, max(at, begin - 6), begin + 1)
            if not (letters and STARTER.match(narr, stop)):
                continue
        if (
            stop - begin > 2
            and AFTER_MARK.search(narr, begin, stop)
            and INVERTED.match(narr, stop, min(end, stop + 60))
        ):
            continue
        out.append((at, stop))
        at = stop
    if at < end:
        out.append((at, end))
    return out


def abbreviated(narr: str, first: int, stop: int) -> bool:
    """Whether the word before a full stop at `stop` is an abbreviation; `first` is how far to look back."""
    space = narr.rfind(" ", first, stop)
    word = narr[space + 1 : stop]
    if space >= 0 and word.isalpha() and word.islower() and word not in LOWER:
        return False  # the regular expression would say so, more slowly
    return ABBREVIATED.search(narr, first, stop + 1) is not None


def row_at(spans: Sequence[tuple[int, int]], at: int) -> int:
    """Return the row of the sorted spans that holds a position, or the last one before it."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][0] <= at:
            low = middle + 1
        else:
            high = middle
    return max(0, low - 1)
