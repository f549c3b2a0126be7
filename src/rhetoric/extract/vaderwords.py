"""What VADER's rules ask of a word: its lists, and texts cut into words of which each distinct one is looked up once."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rhetoric.model.columns import Array, Bools, Floats

MARKS = {**dict.fromkeys("‘’ʼ‛′", "'"), **dict.fromkeys("“”„‟″", '"')}
NAMED = "no or nor so this never without doubt least at very kind of but"  # the words that the rules name
MOVING = "no so this never without least".split()  # or a word of some list: without them no rule holds
BLANK = bytes(32 if chr(b).isspace() else b for b in range(128)) + bytes(range(128, 256))


def mapped(text: str) -> str:
    """Return a text with straight quotation marks and apostrophes, each in its place, as VADER knows them."""
    if not text.isascii():
        for curly, straight in MARKS.items():
            text = text.replace(curly, straight)
    return text


@dataclass(frozen=True, eq=False)
class Vader:
    """The lists of the `vaderSentiment` package.

    Parameters
    ----------
    lexicon : mapping of str to float
    emojis : mapping of str to str
        An emoji and its description.
    boosters, specials : mapping of str to float
        Degree adverbs; phrases with a value of their own.
    negations : frozenset of str
    negation, capitals : float
        The factor of a negated word; what capitals add.
    """

    lexicon: Mapping[str, float]
    emojis: Mapping[str, str]
    boosters: Mapping[str, float]
    specials: Mapping[str, float]
    negations: frozenset[str]
    negation: float
    capitals: float

    @cached_property
    def names(self) -> dict[str, int]:
        """A number for each word that a rule or a phrase names: 0 for no word, 1 for all others."""
        phrases = " ".join([NAMED, *self.specials, *(b for b in self.boosters if " " in b)])
        return {"": 0} | {word: n for n, word in enumerate(dict.fromkeys(phrases.split()), 2)}

    @cached_property
    def idioms(self) -> Floats:
        """The values of `specials` by the names of their words; not a number where there is none."""
        return self.phrases(self.specials, np.nan)

    @cached_property
    def degrees(self) -> Floats:
        """What boosters of two words add, by the names of their words."""
        return self.phrases(self.boosters, 0.0)

    def phrases(self, values: Mapping[str, float], otherwise: float) -> Floats:
        """Return the values of phrases of two and three words, by the names of their words."""
        table = np.full([len(self.names) + 1] * 3, otherwise)
        for phrase, value in values.items():
            if " " in phrase:
                one, two, *three = (self.names[word] for word in phrase.split())
                table[one, two, three[0] if three else 0] = value
        return table

    def described(self, text: str) -> str:
        """Return a text with descriptions in the place of emojis, and no white space outside ASCII."""
        if text.isascii():
            return text
        if not self.emojis.keys().isdisjoint(text):
            out, spaced = [], True
            for char in text:
                if (description := self.emojis.get(char)) is not None:
                    out.append(description if spaced else " " + description)
                    spaced = False
                else:
                    out.append(char)
                    spaced = char == " "
            text = "".join(out)
        return " ".join(text.split())


@lru_cache(maxsize=1)
def vader() -> Vader:
    """Read the lists that the `vaderSentiment` package carries."""
    from vaderSentiment import vaderSentiment as source  # type: ignore[import-untyped, unused-ignore]

    analyser: Any = source.SentimentIntensityAnalyzer()
    return Vader(
        analyser.lexicon,
        analyser.emojis,
        source.BOOSTER_DICT,
        source.SPECIAL_CASES,
        frozenset(source.NEGATE),
        source.N_SCALAR,
        source.C_INCR,
    )


@dataclass(frozen=True, eq=False)
class Words:
    """What the rules ask of a word, for each that a list holds: twice, as it is and in capitals.

    Parameters
    ----------
    lower : tuple of str
        The words; ``lower[n // 2]`` is word `n`. First come no word, any word of no list, and one with "n't" in it.
    value, boost : float64 arrays
        Its place in the lexicon, -4 to 4; what it adds to a word that follows.
    listed, scored : bool arrays
        Whether it is in the lexicon; whether it has a value of its own as well.
    boosts, negates, upper : bool arrays
        Whether it is a degree adverb, a negation; whether it is written in capitals.
    phrased, moves : bool arrays
        Whether it is the longest word of a phrase; whether a word near it can be worth something else for it. With none of
        these near, a word is worth what the lexicon says.
    name : int array
        See `Vader.names`.
    """

    lower: tuple[str, ...]
    value: Floats
    boost: Floats
    listed: Bools
    scored: Bools
    boosts: Bools
    negates: Bools
    upper: Bools
    phrased: Bools
    moves: Bools
    name: Array

    @classmethod
    def of(cls, rules: Vader) -> Self:
        """Return the words of VADER's lists."""
        known = dict.fromkeys([*rules.names, *rules.lexicon, *rules.boosters, *rules.negations])
        lower = ("", "\n", "n't", *(w for w in known if w))
        twice = np.repeat(np.arange(len(lower)), 2)
        value = np.array([rules.lexicon.get(w, np.nan) for w in lower])[twice]
        boost = np.array([rules.boosters.get(w, 0.0) for w in lower])[twice]
        listed, boosts = ~np.isnan(value), boost != 0
        negates = np.array([w in rules.negations or "n't" in w for w in lower])[twice]
        phrases = (words for w in (*rules.specials, *rules.boosters) if len(words := w.split()) > 1)
        longest = {max(words, key=len) for words in phrases}
        phrased = np.array([w in longest for w in lower])[twice]
        moving = np.array([w in MOVING for w in lower])[twice]
        return cls(
            lower,
            value,
            boost,
            listed,
            listed & ~boosts,
            boosts,
            negates,
            np.arange(len(twice)) % 2 == 1,
            phrased,
            listed | boosts | negates | phrased | moving,
            np.array([rules.names.get(w, 1) for w in lower])[twice],
        )

    @cached_property
    def lowers(self) -> pa.Array:
        """The words as Arrow text."""
        return pa.array(self.lower, pa.large_string())

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each word in `lower`."""
        return {word: n for n, word in enumerate(self.lower)}

    def numbers(self, chunks: pa.Array) -> Array:
        """Return which word each chunk of a text between spaces is.

        It is taken without the marks around it, unless it is then short enough to have been an emoticon.

        Parameters
        ----------
        chunks : Arrow array of bytes
            With the spaces that follow.
        """
        texts = chunks.view(pa.large_string())  # of ASCII Arrow thinks as Python does; other chunks are few
        plain = pc.string_is_ascii(texts)
        known = plain.to_numpy(zero_copy_only=False)
        out = np.empty(len(chunks), np.int32)
        out[known] = self.ascii_numbers(texts.filter(plain))
        others = chunks.filter(pc.invert(plain)).to_pylist()
        out[~known] = self.other_numbers([c.decode("utf-8", "surrogatepass").rstrip() for c in others])
        return out

    def ascii_numbers(self, chunks: pa.Array) -> Array:
        """Return the numbers of chunks in ASCII."""
        chunks = pc.ascii_rtrim(chunks, " ")
        bare = pc.ascii_trim(chunks, string.punctuation)
        bare = pc.if_else(pc.greater(pc.binary_length(bare), 2), bare, chunks)
        lower = pc.ascii_lower(bare)
        place = pc.index_in(lower, value_set=self.lowers).fill_null(0).to_numpy()
        negated = pc.match_substring(lower, "n't").to_numpy(zero_copy_only=False)
        upper = pc.and_(pc.equal(pc.ascii_upper(bare), bare), pc.not_equal(lower, bare))
        numbers: Array = 2 * np.where(place > 0, place, 1 + negated) + upper.to_numpy(zero_copy_only=False)
        return numbers

    def other_numbers(self, chunks: Sequence[str]) -> Array:
        """Return the numbers of chunks with other letters or marks."""
        bare = [b if len(b := c.strip(string.punctuation)) > 2 else c for c in chunks]
        place = self.place
        pairs = zip(bare, map(str.lower, bare), strict=True)
        return np.array([2 * (place.get(w) or 1 + ("n't" in w)) + b.isupper() for b, w in pairs], np.int32)


@lru_cache(maxsize=1)
def vader_words() -> Words:
    """Return the words of the lists that the `vaderSentiment` package carries."""
    return Words.of(vader())


@dataclass(frozen=True, eq=False)
class Cut:
    """Texts cut into words.

    Parameters
    ----------
    word : int array
        Which of `Words` each word is, text after text.
    bounds : int array
        Where every text begins, and where the last one ends.
    exclamations, questions : int arrays
        How many of these marks each text holds.
    """

    word: Array
    bounds: Array
    exclamations: Array
    questions: Array


def cut(texts: Sequence[str]) -> Cut:
    """Cut mapped texts into words; white space cuts them, and only distinct chunks are looked into."""
    rules = vader()
    lines = [text if text.isascii() else rules.described(text) for text in texts]
    size = np.fromiter(map(len, lines), np.int64, len(lines))
    for n, text in enumerate(lines):
        if not text.isascii():
            size[n] = len(text.encode("utf-8", "surrogatepass"))
    data = " ".join([*lines, ""]).encode("utf-8", "surrogatepass").translate(BLANK)
    raw = np.frombuffer(data, np.uint8)
    blank = raw == 32
    start = np.flatnonzero(~blank & np.concatenate([[True], blank[:-1]]))
    line = np.append(0, np.cumsum(size + 1))  # where each text begins among the bytes
    first = np.searchsorted(start, line)  # and among the chunks
    buffers = [None, pa.py_buffer(np.append(start, len(data))), pa.py_buffer(data)]
    chunks = pa.Array.from_buffers(pa.large_binary(), len(start), buffers).dictionary_encode()
    numbers = vader_words().numbers(chunks.dictionary)

    exclamations, questions = (
        np.bincount(
            np.searchsorted(line, np.flatnonzero(raw == ord(mark)), "right") - 1, minlength=len(texts)
        )
        for mark in "!?"
    )
    return Cut(numbers[chunks.indices.to_numpy()], first, exclamations, questions)
