"""A short list of antonyms of political prose, the package's own."""

from __future__ import annotations

from functools import lru_cache

PAIRS = """
wrong right | defensive offensive | rich poor | wealthy poor | past future | old new | war peace | friend enemy
friends enemies | hope fear | hope despair | win lose | won lost | winning losing | winners losers | many few
strong weak | strength weakness | strengths weaknesses | success failure | succeed fail | succeeded failed
victory defeat | victories defeats | small big | small large | little great | better worse | best worst | love hate
light dark | light darkness | public private | local national | local global | national international
unity division | united divided | unite divide | begin end | beginning end | first last | open closed | rise fall
rises falls | rising falling | up down | more less | good evil | good bad | truth lies | true false | freedom slavery
freedom oppression | freedom tyranny | rights duties | rights responsibilities
problem solution | problems solutions | question answer | questions answers | inside outside | top bottom
above below | before after | yesterday tomorrow | today tomorrow | life death | live die | young old | men women
north south | east west | build destroy | create destroy | start finish | start stop | gain loss | gains losses
give take | words deeds | words action | theory practice | promise deliver | progressive regressive
forward back | forwards backwards | remember forget | speak listen | state market | order chaos | always never
everything nothing | everyone nobody | easy hard | easy difficult | cheap expensive | temporary permanent
cause effect | ask tell | stand fall | accept reject | love fear | pride shame | trust distrust
""".replace("\n", "|")


@lru_cache(maxsize=1)
def antonyms() -> dict[str, tuple[str, ...]]:
    """Return for every word of the list its opposites."""
    out: dict[str, list[str]] = {}
    for pair in PAIRS.split("|"):
        if words := pair.split():
            for one, other in (words, words[::-1]):
                if other not in out.setdefault(one, []):
                    out[one].append(other)
    return {word: tuple(others) for word, others in out.items()}
