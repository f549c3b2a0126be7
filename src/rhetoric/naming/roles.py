"""Role nouns in apposition to a name."""

from __future__ import annotations

import re

from rhetoric.naming import grammar

BEFORE = re.compile(r"[A-Za-z-]+\.?|[,;:.\"“”()]")
SMALL = re.compile(r"[a-z’'-]+")
AFTER = re.compile(r",\s+([^,.;:\"“”]{2,80})")


def roles_around(text: str, start: int, end: int) -> list[str]:
    """Return the role nouns that stand in apposition to a name, the plain noun and with 'prime', 'vice', ..."""
    out: list[str] = []
    before = BEFORE.findall(text, max(0, start - 60), start)
    back = list(reversed(before))
    if back and back[0] == ",":
        back = back[1:]
    for n, word in enumerate(back[:4]):
        low = word.lower().rstrip(".").removeprefix("co-")
        low = {"sen": "senator", "gov": "governor", "rep": "representative", "gen": "general"}.get(low, low)
        if low in grammar.ROLES or low in ("minister", "senator", "governor"):
            out.append(low)
            rest = [b.lower() for b in back[n + 1 : n + 3]]
            if rest and rest[0] in ("prime", "foreign", "home", "vice", "first", "campaign", "attorney"):
                if len(rest) < 2 or rest[1] not in ("deputy", "former", "shadow"):
                    out.append(f"{rest[0]} {low}")
                if rest[0] in ("prime", "vice", "first"):
                    out.remove(low)
            break
        if not word[0].isalpha() or low in (
            "of",
            "and",
            "to",
            "with",
            "by",
            "for",
            "from",
            "in",
            "on",
            "at",
            "that",
            "said",
            "told",
        ):
            break
    after = AFTER.match(text, end, end + 90)
    if after:
        lows = [w.removeprefix("co-") for w in SMALL.findall(after.group(1).lower())]
        if (
            lows
            and lows[0]
            in (
                "a",
                "an",
                "the",
                "his",
                "her",
                "former",
                "who",
                "chairman",
                "chair",
                "president",
                "director",
                "executive",
                "spokesman",
                "spokeswoman",
                "editor",
                "leader",
                "head",
            )
        ) or any(w in grammar.ROLES for w in lows[:5]):
            for word in lows[:9]:
                if word in grammar.ROLES:
                    out.append(word)
                    break
                if word in ("of", "for", "in", "at", "with"):
                    break
    return out
