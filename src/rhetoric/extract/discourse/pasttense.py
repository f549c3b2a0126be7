"""Forms of verbs in the past tense: those that cannot be participles, and those that can."""

from __future__ import annotations

from rhetoric.extract.devices.words import closed
from rhetoric.extract.discourse.participles import NO_PARTICIPLES

ONLY_PAST = closed(
    "went came became overcame took mistook undertook overtook gave forgave knew saw foresaw oversaw wrote drove spoke broke "
    "chose began rose arose grew threw overthrew drew withdrew flew blew wore tore swore ate shook stole froze bore sang sank drank "
    "swam rang sprang forgot strove forbade hid shrank awoke fell befell trod rode wove ran overran"
)
MAYBE_NOUN = closed("saw rose fell bore wore broke drove hid rang rode ran wove")
EITHER = closed(
    "said told made thought found brought left felt lost held led met paid sat sold sent spent stood understood taught won "
    "built bought caught fought heard kept meant sought dealt slept wept crept swept dug hung struck stuck swung "
    "laid lent bent got forgot bound wound shot fed fled lit slid spun withstood upheld withheld misled rebuilt fell came"
)
NO_PAST = closed("bound laid lit wound left lost kept") | NO_PARTICIPLES
OBJECT_AFTER = closed(
    "the a an his her their our my its your this these those him them us me himself herself themselves myself ourselves itself"
)


def regular_past(word: str) -> bool:
    """Return whether a word has the form of a regular past tense."""
    return (
        word.endswith("ed")
        and len(word) > 4
        and "-" not in word
        and "'" not in word
        and word not in NO_PARTICIPLES
    )


def past_form(word: str) -> bool:
    """Return whether a word may be a verb in the past tense."""
    return word in ONLY_PAST or word in EITHER or regular_past(word)
