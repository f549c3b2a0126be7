"""Direct appeals: imperatives to the audience."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rhetoric.extract.devices.questions import titled
from rhetoric.extract.devices.words import closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.columns import Array, Bools
from rhetoric.model.feature import Measured
from rhetoric.model.tokens import folded_all

LEADING = closed("and but so then now yet or well just always never")
VERBS = {
    "look": closed("at around back again beyond into what how who"),
    "think": closed("of about again what how"),
    "listen": closed("to carefully again"),
    "consider": closed("the this that these those what how for a an"),
    "imagine": closed("the a an what how that if being for my our"),
    "remember": closed("that the what how this when who"),
    "ask": closed("yourself yourselves any anyone the your"),
    "take": closed("the a an for this that these any my his care heart"),
    "join": closed("us me with the in"),
    "vote": closed("for against with"),
    "stop": closed("the this it talking pretending trying being playing"),
    "give": closed("us me them him her the our your people it"),
    "stand": closed("up with by firm together"),
    "come": closed("with and to back on here together home"),
    "go": closed("back to out and home into"),
    "tell": closed("me us them that the your"),
    "make": closed("no sure your the"),
    "suppose": closed("that the a for we you"),
    "mark": closed("my the well"),
    "note": closed("that the how what well"),
    "bear": closed("in with"),
    "beware": closed("of the"),
    "forget": closed("the about that for what"),
    "believe": closed("me in it"),
    "trust": closed("me in the us your"),
    "compare": closed("that this the these it"),
    "contrast": closed("that this the"),
    "judge": closed("us me them him for by"),
    "help": closed("us me them"),
    "send": closed("them us a the a"),
    "stay": closed("with the together calm"),
    "keep": closed("faith the your up in on going"),
    "let": closed("us no nobody there the them him it this that those every"),
    "do": closed("not"),
    "be": closed("in under not sure proud careful warned assured bold brave"),
    "fear": closed("not no nothing"),
    "see": closed("what how if where"),
    "show": closed("me us them that the"),
    "hold": closed("on them us fast the"),
    "leave": closed("it them the no us"),
    "picture": closed("the this a an"),
    "recall": closed("that the how what"),
    "reflect": closed("on that upon"),
    "rest": closed("assured"),
    "wake": closed("up"),
    "pray": closed("for that god"),
    "bring": closed("back us them it the in"),
    "get": closed("out up on real over rid the your"),
}
BARE = closed("don't let's listen look remember wait think imagine beware")
CALLING = BARE | closed("let do")
NO_APPEAL = closed(
    "please contact click visit email call subscribe register download"
)  # what a page asks of readers
MOST = 5  # first words that are looked at
LEADS, CALLS = 1, 2
NOT_SAID = ["believe", "it", "or", "not"]


@dataclass(frozen=True)
class Imperative(Device):
    """Sentences that open with a verb that calls on the audience.

    Parameters
    ----------
    together : float
        Score of 'let us'.
    call : float
        Score of other verbs.
    """

    together: float = 0.9
    call: float = 0.7

    name: ClassVar[str] = "imperative"
    label: ClassVar[str] = "Direct appeals"
    definition: ClassVar[str] = (
        "A sentence that tells or invites the audience to do something: 'Let us ...', 'Look at ...'."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quirk, Randolph, et al. (1985). A Comprehensive Grammar of the English Language. London: Longman, sections "
        "11.24-11.30.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 758-765.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "verbs are known from a list, and only with the words that follow them in an appeal; others are not found",
        "an order to one person in a quoted scene counts as an appeal",
    )
    measured: ClassVar[Measured] = Measured(46, 50, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences that open with a verb of appeal, small words before it passed over."""
        bits = lines.corpus.tokens.vocab.known("verbs of appeal", appealing)[lines.corpus.tokens.ids]
        word = bits[lines.word]
        at, last = lines.begin[:-1].copy(), lines.begin[1:] - 1
        for _ in range(MOST - 1):
            at += (word[at] & LEADS > 0) & (at < last)
        calling: Bools = word[at] & CALLS > 0
        return calling

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every direct appeal of the body."""
        for n, sentence in enumerate(prose.sentences):
            if sentence.heading or not ended(prose, sentence):
                continue
            rows = prose.openers(sentence.first, sentence.last, MOST)
            words = [prose.words[k] for k in rows]
            while len(words) > 1 and words[0] in LEADING:
                words = words[1:]
            rule = appeal(words)
            if (
                not rule
                or words[:4] == NOT_SAID
                or listed(prose, n)
                or titled(prose, sentence.first, sentence.last)
            ):
                continue
            if not NO_APPEAL.isdisjoint(prose.words[sentence.first : sentence.last]):
                continue
            score = self.together if rule == "let us" else self.call
            yield Figure(sentence.doc, rule, [prose.span(rows[0], sentence.last)], score)


def appealing(types: tuple[str, ...]) -> Array:
    """Return for each type whether it may stand before a verb of appeal, and whether it may be one, as bits."""
    told = (LEADS * (w in LEADING) | CALLS * (w in VERBS or w in CALLING) for w in folded_all(types))
    return np.fromiter(told, np.uint8, len(types))


def appeal(words: list[str]) -> str:
    """Return what an appeal is known by from its first words, or ``''``."""
    one, two = words[0], words[1] if len(words) > 1 else ""
    if one == "let's" or (one == "let" and two == "us"):
        return "let us"
    if one == "don't" or (one == "do" and two == "not"):
        return "do not" if len(words) > 2 else ""
    if one in VERBS and two in VERBS[one]:
        return one
    return one if one in BARE and len(words) == 1 else ""


def listed(prose: Prose, n: int) -> bool:
    """Return whether a sentence is a point of a list: after a bullet or a colon, or without a capital."""
    sentence = prose.sentences[n]
    first = prose.openers(sentence.first, sentence.last, 1)[0]
    before = prose.words[first - 1] if first else ""
    return (
        before in ("*", "•", "·", ":", ")")
        or prose.words[sentence.first] in ("*", "•", "-", "·")
        or not prose.shown[first][0].isupper()
    )


def ended(prose: Prose, sentence: Sentence) -> bool:
    """Return whether a sentence ends in a full stop or an exclamation mark."""
    return any(
        prose.words[n] in (".", "!") for n in range(max(sentence.first, sentence.last - 3), sentence.last)
    )
