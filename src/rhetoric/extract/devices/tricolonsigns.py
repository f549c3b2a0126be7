"""What there is to see in three members that tells whether they are a figure: their build, their words, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from rhetoric.extract.devices.clauses import Span
from rhetoric.extract.devices.doing import form
from rhetoric.extract.devices.membersorts import PEOPLE, scaled, verbless
from rhetoric.extract.devices.memberspans import acting, agreed
from rhetoric.extract.devices.pausing import (
    AND,
    COMMA,
    COMMA_AND,
    KINDS,
    SEMICOLON,
    SEMICOLON_AND,
    STOP,
    Columns,
)
from rhetoric.extract.devices.threes import OWNING, RAISING
from rhetoric.extract.devices.triple import APART, SERIES, Triple
from rhetoric.extract.devices.words import AUXILIARIES, FUNCTION, PREPOSITIONS, closed
from rhetoric.extract.devices.worth import worth
from rhetoric.extract.prose import Prose, Sentence

JOINED = {
    (COMMA, AND): "a, b and c",
    (COMMA, COMMA_AND): "a, b, and c",
    (AND, AND): "a and b and c",
    (AND, COMMA_AND): "a and b, and c",
    (COMMA_AND, COMMA_AND): "a, and b, and c",
    (COMMA, COMMA): "a, b, c",
    (SEMICOLON, SEMICOLON): "a; b; c",
    (SEMICOLON, SEMICOLON_AND): "a; b; and c",
    (SERIES, SERIES): "clauses that open alike",
    (APART, COMMA): "a .. b .. c",
    (APART, AND): "a .. b and c",
    (APART, COMMA_AND): "a .. b, and c",
    (APART, SEMICOLON_AND): "a .. b, and c",
}
CUES = (
    ("examples", closed("including include includes such like namely particularly especially eg whether")),
    ("both", closed("both either neither between among from")),
    ("of", closed("of")),
    ("being", closed("be is are was were been being so very become remain more most am feel")),
    ("helping", closed("will would shall should can could may might must cannot to let")),
    ("owner", OWNING),
    ("article", closed("the a an this these those all our")),
)
CUE = {word: f"after {name}" for name, some in reversed(CUES) for word in some}
SINGULAR = ("ss", "us", "is")
DIGITS = frozenset("0123456789")
FAINT = closed("the in i it is are was were he she there this as if")  # say little if members open with them
OPEN = closed("that which who whom whose where when")
OTHERS = closed("other others etc more such similar various certain")
US = closed("we us our ours ourselves")
MONEY = frozenset(("$", "£", "€", "million", "billion", "per", "percent", "%"))
BULLETS = ("*", "•", "-")
LINKS = closed("and or nor")
SEVERAL = ("phrases", "predicates", "clauses", "long", "sentences")  # where members have several words
MANY = 5  # commas of a sentence that may hold an inventory
SLIGHT = FUNCTION | RAISING | closed("more most less least so too very not never also just only well as")


def signs(prose: Prose, triple: Triple) -> dict[str, float]:
    """Return what three members show, by name; nothing if they are long and do not open alike."""
    words, members, sentence = prose.words, triple.members, prose.sentences[triple.sentence]
    spans = [(a + (words[a] in RAISING and b - a > 1), b) for a, b in members]
    verb = agreed(words, *spans)
    scale = scaled(words, triple, verb)
    sizes = [b - a for a, b in members]
    out = {
        JOINED[triple.joined]: 1.0,
        scale: 1.0,
        "even": 1 - (max(sizes) - min(sizes)) / max(sizes),
        "names": triple.names,
    }
    for sign in openings(words, spans, verb, scale):
        out[sign] = 1.0
    first, last = sentence.first, sentence.last
    if members[0][0] == first and verbless(words, triple, last):
        out["verbless"] = 1.0
    if scale == "long" and "agree" not in out:
        return {}
    if spans[2][0] > members[2][0]:
        out["rising"] = 1.0
    content(words, members, scale, out)
    if triple.first >= 0:
        for sign in around(words, triple, sentence):
            out[sign] = 1.0
    return out


def openings(words: Sequence[str], spans: Sequence[Span], verb: str, scale: str) -> Iterator[str]:
    """Yield what the first words of the members show; `verb` is the form of the verb that opens all of them."""
    one, two, three = (words[a] for a, _ in spans)
    ends = {words[b - 1] for _, b in spans}
    if one == two == three and scale in SEVERAL:
        yield f"same word {scale}"
        if one in FAINT and (one not in PEOPLE or spans[1][1] - spans[1][0] > 4):
            yield "same faint word"
    elif len(ends) == 1 and scale in SEVERAL[:3] and {one, two, three} < FUNCTION:
        yield f"same word {scale}"
    alike = verb or (one if one == two == three else "")
    kinds = [alike] * 3 if alike else [category(words, a, b) for a, b in spans]
    if kinds[0] == kinds[1] == kinds[2]:
        yield "agree"
    elif kinds[1] == kinds[2]:
        yield "last two agree"
    elif kinds[0] == kinds[1]:
        yield "first two agree"
    else:
        yield "none agree"


def category(words: Sequence[str], first: int, last: int) -> str:
    """Return what a member opens with: a small word of some class, a verb in some form, or what a noun or an adjective opens."""
    kind = KINDS.get(words[first], "")
    if words[first] == "to" and first + 1 < last and form(words[first + 1]) == "base":
        return "infinitive"
    if kind:
        return "noun" if kind == "determiner" else kind
    return acting(words, first, last) or "noun"


def content(words: Sequence[str], members: Sequence[Span], scale: str, out: dict[str, float]) -> None:
    """Add what the words of content show: what they are worth, and their forms."""
    chief = plurals = mean = 0.0
    firsts: list[str] = []
    rows = [words[a:b] for a, b in members]
    for row in rows:
        told = [w for w in row if w not in SLIGHT] or row
        first = told[0]
        if len(told) == 1:
            word, value = first, worth(first)
            mean += value
        else:
            word = head(row)
            value = worth(word)
            mean += sum([value if w == word else max(0.0, worth(w)) for w in told]) / len(told)
        chief += max(0.0, value)
        plurals += word[-1] == "s" and word[-2:] not in SINGULAR
        firsts.append(first)
    out[f"head worth {scale}"], out["plurals"] = chief / 3, plurals / 3
    if scale in SEVERAL:
        if shared := set(rows[0]).intersection(*rows[1:]):
            out["shared"] = len(shared) / len(set(rows[1]))
        out[f"mean worth {scale}"] = mean / 3
    if firsts[0][0] == firsts[1][0] == firsts[2][0] and len(set(firsts)) > 1:
        out["alliteration"] = 1.0
    if not OTHERS.isdisjoint(rows[2][:2]):
        out["others"] = 1.0
    if not DIGITS.isdisjoint([w[0] for row in rows for w in row]):
        out["figures"] = 1.0


def head(row: Sequence[str]) -> str:
    """Return the word of a member that tells most: the last one of content before a preposition or the like."""
    said = ""
    for word in row:
        if word not in SLIGHT:
            said = word
        elif said and (word in PREPOSITIONS or word in OPEN or word in AUXILIARIES):
            break
    return said or row[-1]


def around(words: Sequence[str], triple: Triple, sentence: Sentence) -> Iterator[str]:
    """Yield what stands right before and after the members."""
    first = triple.members[0][0]
    if "or" in words[triple.joint : triple.members[2][0]]:
        yield "or"
    if first > triple.first:
        yield CUE.get(words[first - 1], "after content")
        if first - 2 >= sentence.first and CUE.get(words[first - 2]) == "after examples":
            yield "after examples"
    elif triple.before != STOP:
        yield "pause before"
    after = triple.members[2][1]
    if triple.joined == (AND, AND) and after < sentence.last and words[after] in LINKS:
        yield "and after"


def stands(prose: Prose, columns: Columns) -> list[tuple[str, list[bool]]]:
    """Return what each sentence shows, by name."""
    first = np.append(prose.folded, 0)[columns.first]
    return [
        ("we", columns.sentences(columns.some(US)[columns.form[:-2]])),
        ("money", columns.sentences(columns.some(MONEY)[columns.form[:-2]])),
        ("many commas", columns.sentences(columns.code == COMMA, MANY)),
        ("bullet", columns.some(BULLETS)[first].tolist()),
    ]
