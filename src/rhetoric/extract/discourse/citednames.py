"""Names of persons, offices, bodies and newspapers among the words of a sentence, told by their capitals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from rhetoric.extract.devices.words import closed
from rhetoric.extract.discourse.citedwords import (
    BODIES,
    BODY_WORDS,
    NO_NAMES,
    OFFICES,
    PARTICLES,
    TITLES,
)
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.naming.names import first_names

LONGEST = 8


@lru_cache(maxsize=1 << 15)
def capital(shown: str) -> bool:
    """Return whether a word is printed like a name: with a capital and small letters, or as an abbreviation."""
    return shown[:1].isupper() and (not shown.isupper() or len(shown) <= 6) and len(shown) > 1


class Names:
    """The names in some prose, looked up around a token.

    Parameters
    ----------
    prose : Prose
    """

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.known = first_names()
        self.seen: dict[int, frozenset[str]] = {}
        self.docs = [sentence.doc for sentence in prose.sentences]

    def text(self, first: int, last: int) -> str:
        """Return some tokens as printed, without a possessive at their end."""
        prose = self.prose
        words = [prose.shown[n] for n in range(first, last)]
        words[-1] = words[-1].removesuffix("'s").removesuffix("’s").rstrip("'’")
        out = ""
        for n, word in zip(range(first, last), words, strict=True):
            gap = n > first and prose.start[n] > prose.end[n - 1]
            out += (" " if gap else "") + word
        return out

    def ending(self, sentence: Sentence, n: int, possessive: bool = False) -> tuple[int, int] | None:
        """Return the name that ends with token `n`, as tokens, half-open.

        Parameters
        ----------
        possessive : bool
            Whether the last word carries a possessive.
        """
        shown, words = self.prose.shown, self.prose.words
        stop = n + 1
        if words[n] == ")":
            return self.bracketed(sentence, n)
        k = n
        while k >= max(sentence.first, n - LONGEST):
            if (
                capital(shown[k])
                or (shown[k].isupper() and shown[k].isalpha() and k + 1 <= n)
                or (shown[k] == "." and k > sentence.first and words[k - 1] in TITLES | INITIALS)
                or (words[k] in PARTICLES and k < n and k > sentence.first and self.joins(k))
            ):
                k -= 1
            else:
                break
        first = k + 1
        while first < stop and (
            words[first] in PARTICLES or words[first] in OPENING or not self.prose.is_word[first]
        ):
            first += 1
        if first >= stop:
            return None
        return self.judged(sentence, first, stop, possessive)

    def judged(
        self, sentence: Sentence, first: int, stop: int, possessive: bool = False, asked: bool = False
    ) -> tuple[int, int] | None:
        """Return the tokens with their article if they are the name of a person, an office or a body; `asked` if the words before ask for one."""
        words, shown = self.prose.words, self.prose.shown
        if stop - first > 2 and first == sentence.first and self.led(first):
            first += 1
        lows = [w.removesuffix("'s").rstrip("'") for w in words[first:stop]]
        lead = words[first - 1] if first > sentence.first else ""
        named = (first - (lead == "the"), stop)
        whole = " ".join(lows)
        if whole in OFFICES:
            return named if lead == "the" or whole == "taoiseach" else None
        if not (possessive or asked) and self.owned(sentence, first, lead):
            return None
        if lows[-1] in NO_NAMES or lows[0] in NO_NAMES - COURTESY:
            return None
        if not BODY_WORDS.isdisjoint(lows) and len(lows) > 1:
            return named
        if lows[-1] in BODIES and (
            possessive or shown[stop - 1].isupper() or lows[-1] in ("treasury", "bible")
        ):
            return named
        known = lead not in ARTICLES and self.person(sentence, first, lows, "" if asked else lead)
        return (first, stop) if known else None

    def led(self, n: int) -> bool:
        """Return whether the first word of a sentence only stands before a name: 'Read Maurice Glasman'."""
        words = self.prose.words
        return words[n] not in self.known and words[n] not in TITLES and words[n + 1] in self.known

    def owned(self, sentence: Sentence, first: int, lead: str) -> bool:
        """Return whether a name only says whose somebody else is: 'president of the Resort', 'secretary to the Ministry'."""
        words = self.prose.words
        far = words[first - 2] if lead == "the" and first - 1 > sentence.first else lead
        return lead == "of" or (far in ("of", "to") and words[max(first - 3, sentence.first)] in TITLES)

    def person(self, sentence: Sentence, first: int, lows: list[str], lead: str) -> bool:
        """Return whether some words are the name of a person."""
        shown = self.prose.shown[first : first + len(lows)]
        if len(lows) > 1:
            if lows[0] in TITLES:
                return True
            if any(w in PARTICLES for w in lows):
                return False
            fits = first > sentence.first and len(lows) <= 3 and not any(map(common, shown))
            return lows[0] in self.known or fits
        if lows[0] in TITLES or lead in UNNAMED or shown[0].isupper() or common(shown[0]):
            return False
        if lows[0] in self.known:
            return True
        if first > sentence.first:
            return lead not in BEFORE_PLACES
        return lows[0] in self.capitals(sentence.doc)

    def capitals(self, doc: int) -> frozenset[str]:
        """Return the words that a text prints with a capital inside a sentence, and never without."""
        if doc not in self.seen:
            prose = self.prose
            own = prose.sentences[bisect_left(self.docs, doc) : bisect_right(self.docs, doc)]
            inside = [n for sentence in own for n in range(sentence.first + 1, sentence.last)]
            large = {prose.words[n] for n in inside if capital(prose.shown[n]) and prose.is_word[n - 1]}
            small = {prose.words[n] for n in inside if prose.shown[n][:1].islower()}
            self.seen[doc] = frozenset(large - small)
        return self.seen[doc]

    def described(self, sentence: Sentence, n: int) -> tuple[int, int] | None:
        """Return 'Neal Lawson' of 'Neal Lawson, chair of Compass,' with the second comma at `n`: a title or a first name, and a last name."""
        words = self.prose.words
        k = n - 1
        while k > max(sentence.first, n - 14) and words[k] != ",":
            k -= 1
        if words[k] != "," or k == n - 1 or words[k + 1] not in DESCRIBING or k - 1 <= sentence.first:
            return None
        name = self.ending(sentence, k - 1)
        return (
            name
            if name and name[1] - name[0] > 1 and (words[name[0]] in self.known or words[name[0]] in TITLES)
            else None
        )

    def bracketed(self, sentence: Sentence, n: int) -> tuple[int, int] | None:
        """Return 'Member for Neath (Mr. Smith)' with the closing bracket at `n`."""
        words, shown = self.prose.words, self.prose.shown
        k = n - 1
        while k > max(sentence.first, n - LONGEST) and words[k] != "(":
            k -= 1
        if (
            words[k] != "("
            or k + 1 >= n
            or not (words[k + 1] in TITLES or words[k + 1] in self.known)
            or not capital(shown[k + 1])
        ):
            return None
        begin = k
        while begin > max(sentence.first, k - 16) and words[begin] not in HONOURED:
            begin -= 1
        if words[begin] not in HONOURED:
            return k, n + 1
        article = begin > sentence.first and words[begin - 1] == "the"
        return begin - article, n + 1

    def joins(self, n: int) -> bool:
        """Return whether the small word `n` joins the words on both sides to one name; 'the' only after another small word."""
        before = self.prose.words[n - 1]
        return (
            before in ("of", "for", "and")
            if self.prose.words[n] == "the"
            else capital(self.prose.shown[n - 1])
        )

    def opening(self, sentence: Sentence, n: int) -> tuple[int, int] | None:
        """Return the name that begins at token `n`, an article before it included."""
        words, shown = self.prose.words, self.prose.shown
        first = n + 1 if words[n] == "the" and n + 1 < sentence.last else n
        if first >= sentence.last or not capital(shown[first]):
            return None
        k = first
        while k < min(sentence.last, first + LONGEST):
            last = k + 1 >= sentence.last
            if (
                capital(shown[k])
                or (shown[k].isupper() and shown[k].isalpha())
                or (shown[k] == "." and words[k - 1] in TITLES | INITIALS and not last)
                or (
                    words[k] in PARTICLES
                    and not last
                    and capital(shown[k + 1])
                    and words[k] not in ("in", "to", "on", "and")
                )
            ):
                k += 1
            else:
                break
        name = self.judged(sentence, first, k, asked=True)
        return None if name is None else (n if name[0] <= n else name[0], name[1])


INITIALS = frozenset("abcdefghijklmnopqrstuvwxyz")
OPENING = closed(
    "as but and when if what that while since because although though yet so yesterday today even like then however indeed later"
)


def common(shown: str) -> bool:
    """Return whether a word with a capital is more likely a thing, a people or an office than a person's name."""
    low = shown.lower()
    return low.endswith(THINGS) or low in COMMON


THINGS = ("tion", "sion", "ment", "ness", "ity", "ists", "ers", "ors", "ism", "ing", "ans", "ives", "ats", "ories", "als", "ents", "ist")  # fmt: skip
COMMON = closed(
    "budget government parliament minister ministers opposition treasury state states england scotland wales ireland britain america "
    "france germany russia europe london bible god law crown county council greens lords commons press city north south east west "
    "english british french german american irish scottish welsh european republican democratic liberal labour conservative tory "
    "member members friend friends hon right noble learned gallant gentleman gentlemen gentlewoman white green paper bill act "
    "clause amendment report christmas easter westminster brexit army navy washington iraq iran china japan india"
)
DESCRIBING = closed(
    "a an the who chair chairman chairwoman director head leader president professor editor author founder chief general former vice deputy spokesman spokeswoman"
)
HONOURED = closed("member friend gentleman lady lord secretary minister")
ARTICLES = closed("the a our his their this")
BEFORE_PLACES = closed("of in and or at to from")
COURTESY = closed("may mr mrs ms dr sir")
UNNAMED = closed("noble hon right reverend learned gallant honourable . dear")
