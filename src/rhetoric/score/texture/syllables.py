"""Syllables of words: as a dictionary has them, and by rules for what it lacks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import numpy as np

from rhetoric.match.pronunciation import Pronunciations, shipped
from rhetoric.model.columns import Ints

THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
PIECE = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
GROUP = re.compile(r"[aeiouy]+")
GLIDE = re.compile(r"(?<=[aeou])y(?=[aeiou])|^y(?=[aeiou])")  # 'player', 'yes': no part of a vowel
SUFFIXES = r"(?:ly|ments?|full?y?|less(?:ly|ness)?|ness(?:es)?)$"
SECONDS = (  # what a compound may end with: 'lifetime', 'warehouses'
    r"(?:lands?|m[ae]n|times?|wide|ways?|hous(?:e|es|ing)|holds?|holders?|wheres?|things?|bod(?:y|ies)|works?|workers?"
    r"|working|keep\w*|tables?|lines?|stones?|frames?|towns?|loads?|sales?|balls?|stocks?|spread|wise|hood|makers?|making)$"
)
SOUNDED = r"(?<![^aeiouylr]l)(?<![bcdgt]r)"  # 'table', 'acre': the e is heard
SILENT = re.compile(
    "|".join(
        (
            r"(?<=[gq])ue(?=s?$)",  # league, techniques
            rf"(?<=[aeiouy]..){SOUNDED}(?<![aeiouy])e$|(?<=[aeiouy].){SOUNDED}(?<![aeiouy])e$",  # notice, note
            rf"{SOUNDED}(?<=[aeiouy].)(?<![aeioucgsxyz])e(?=s$)",  # notes
            rf"(?<=[aeiouy]..){SOUNDED}(?<![aeioucgsxyz])(?<![cs]h)e(?=s$)",  # clothes, but not wishes
            r"(?<![^aeiouylr]l)(?<![aeodt])e(?=d$)",  # noted has it, named has not, disabled has it
            rf"(?<=[aeiouy][^aeiouy])e(?={SUFFIXES})|(?<=[aeiouy][^aeiouy][^aeiouyl])e(?={SUFFIXES})",  # closely, largely
            rf"(?<=[aeiouy][^aeiouy])e(?={SECONDS})",  # lifetime
            r"(?<=^som)e(?=[^drs])|(?<=^hom)e(?=[^drs])|(?<=^fir)e(?=[^ds])|(?<=^lif)e(?=[^r])|(?<=^saf)e(?=[^r])",
            r"(?<=^[wh]her)e(?=.)|(?<=^her)e(?=[^dst])|(?<=^ther)e(?=[a-z])|(?<=ev)e(?=ry)|(?<=^for)e(?=[cghklmnpqtw])",
            r"(?<=ic)a(?=lly$)",  # basically
        )
    )
)
HIATUS = re.compile(  # two vowels side by side, each a syllable
    "|".join(
        (
            r"(?<=[^cstgx])ia(?!ge|m|ment)|[ct]ia(?=t)|ciar",  # media, appreciate; not social, marriage
            r"(?<=[^cstgxln])io(?!r)|(?<=[aeiou][ln])io(?!n)|(?<=[dtrl])ior",  # period; not nation, union, senior
            r"iu",  # medium
            r"(?<=[^cstgxn])ie(?=n[ct]|t)|ie(?=ty|ties)|(?<=sc)ie(?=n)|(?:rr|l|s|pp|nn|v|th|dd|tt|gg)ie(?=rs?$|st$)",
            r"uel|(?<=[^qgs])ue(?=n)|(?<=[^qgsj])ua(?!d[ei])|(?<=[sx])ua(?=l)|(?<=[^qr])u(?=it[iy])|(?<=[^q])uou",
            r"(?<=[dtrnh])eo(?!v)|^geo(?!rg)|(?<=cr)ea(?=t(?:e[ds]?|ing|ive|ions?|ors?|)$)|^rea(?=ct|li[tsz]|pp|ss|ff|ut)",
            r"(?<=[ip][dre])ea$|^area|(?<=[aeiou][nrl])eans?$|(?<=ope)ans?$|eum|poe[tm]|^co(?=[ei][^adlnr]|op|or)",
            r"[aeiouy]ing|[aeiouy]ist|(?<=[^aeiou])ao(?!i)|(?<=[^aeiou])ii",  # being, egoist
            r"[ai]sm|thm",  # realism, rhythm
            r"(?<=[bcdfgkpstvz])n't",  # didnt
        )
    )
)
AFTER_DIGITS = frozenset({"st", "nd", "rd", "th", "s"})  # 21st, 1990s
SMALL = (2, *(1,) * 6, 2, 1, 1, 1, 3, 1, *(2,) * 4, 3, 2, 2)  # zero to nineteen
TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)  # twenty to ninety


def syllables(words: Sequence[str], known: Pronunciations | None = None) -> Ints:
    """Return how many syllables each word has, at least one.

    Parameters
    ----------
    words : sequence of str
        Folded forms.
    known : Pronunciations, optional
        By default those that ship.

    Notes
    -----
    A word that the dictionary lacks is taken apart at hyphens and marks. Letters without a vowel and initials are spelt out ('nhs' has
    three, 'u.k.' two), digits are read as a number, or as a year where they can be one, and the rest goes by rules; see `by_rule`.
    """
    held = shipped() if known is None else known
    return np.fromiter((syllables_of(word, held) for word in words), np.int32, len(words))


def syllables_of(word: str, known: Pronunciations) -> int:
    """Return the syllables of one folded word."""
    found = known.syllables(word)
    if found is not None:
        return found
    if INITIALS.match(word):
        return spelt(word)
    return max(1, sum(of_piece(piece, known) for piece in PIECE.findall(THOUSANDS.sub("", word))))


def of_piece(piece: str, known: Pronunciations) -> int:
    """Return the syllables of digits, or of letters without hyphens."""
    if piece.isdecimal():
        return of_number(piece)
    if piece in AFTER_DIGITS:
        return 0
    found = known.syllables(piece)
    if found is not None:
        return found
    plain = "".join(c for c in unicodedata.normalize("NFKD", piece) if not unicodedata.combining(c))
    return by_rule(plain) if GROUP.search(plain) else spelt(plain)


def spelt(letters: str) -> int:
    """Return the syllables of letters read one by one; only 'w' has three."""
    return sum(3 if c == "w" else 1 for c in letters if c.isalpha())


def by_rule(word: str) -> int:
    """Return the syllables of a word by its spelling: groups of vowels, without a silent 'e', and with vowels that part.

    Notes
    -----
    Right for 94 % of those words of the CMU dictionary that ten megabytes of political prose have three times or less; groups of vowels
    alone are right for 74 %. See `benchmarks/texture.py`.
    """
    sounded = SILENT.sub("", GLIDE.sub("j", word))
    return max(1, len(GROUP.findall(sounded)) + len(HIATUS.findall(sounded)))


def of_number(digits: str) -> int:
    """Return the syllables of a number read aloud: '1945' is nineteen forty-five, '300' three hundred."""
    value = int(digits[:15])
    if len(digits) == 4 and 1100 <= value < 2000:
        return below_thousand(value // 100) + max(below_thousand(value % 100), 2)  # 'hundred', 'oh five'
    total = 0
    for power, name in ((10**9, 2), (10**6, 2), (10**3, 2)):  # billion, million, thousand
        if value >= power:
            total += of_number(str(value // power)) + name
            value %= power
    return total + below_thousand(value) if value or not total else total


def below_thousand(value: int) -> int:
    """Return the syllables of a number of up to three digits."""
    total = 0
    if value >= 100:
        total += SMALL[value // 100] + 2
        value %= 100
        if not value:
            return total
    if value >= 20:
        total += TENS[value // 10]
        value %= 10
        if not value:
            return total
    return total + SMALL[value]
