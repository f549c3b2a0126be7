"""By what a sentence is known to judge: 'it is wrong that', 'there is no alternative', 'is a disgrace', 'is the best way'."""

from __future__ import annotations

from rhetoric.extract.devices.words import closed
from rhetoric.extract.discourse.mainclause import opens
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import manner

WEIGHED = closed(
    "clear obvious plain evident essential vital imperative important time unacceptable ridiculous nonsense absurd "
    "outrageous necessary unfair unjust shameful disgraceful wrong right better critical crucial intolerable "
    "inconceivable unthinkable foolish folly dangerous vitally desirable appropriate reasonable unreasonable "
    "inexcusable unconscionable incumbent undeniable"
)
NOTING = closed(
    "note remember recognise recognize point mention say stress record understand realise realize recall add see"
)
LACKED = closed(
    "alternative excuse justification doubt place substitute reason room question greater better more higher merit "
    "sense point denying case choice option"
)
CONDEMNING = closed(
    "wrong unacceptable unfair unjust outrageous disgraceful absurd shameful intolerable ridiculous indefensible "
    "inexcusable unconscionable immoral nonsense nonsensical irresponsible reckless deplorable scandalous disgrace "
    "scandal mistake shame outrage travesty tragedy"
)
RANKING = closed("best worst only right wrong")
RANKED = closed("way answer thing solution hope means method policy course approach path time choice option")
DEGREES = closed("so very not now also high quite only a therefore equally perfectly more long past")
HEIGHTENED = closed("a an simply just so also very quite great grave terrible complete utter")
CLOSERS = closed("and to that for because in when as on but or if from")
BEING = closed("is are isn't aren't it's that's")
FREED = closed("if whether lest what something nothing anything")
TOLD = closed(
    "says say said saying contends contended argues argued argue claims claimed thinks thought suggests suggested "
    "believes believed told tells alleged asserts asserted maintains feels felt warns warned insists insisted "
    "complains complained according"
)


def weighed(prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return 'it is wrong that', 'it is time to' and the like with the adjective at `n`."""
    words = prose.words
    if words[n] not in WEIGHED or n + 2 >= sentence.last:
        return None
    k = n - 1
    while k > sentence.first and (words[k] in DEGREES or manner(words[k])):
        k -= 1
    if k < sentence.first:
        return None
    if words[k] == "it's":
        first = k
    elif words[k] == "is" and k > sentence.first and words[k - 1] == "it":
        first = k - 1
    else:
        return None
    after = words[n + 1]
    if after not in ("that", "to", "for", "we") or (after == "to" and words[n + 2] in NOTING):
        return None
    if (words[n] == "right" and after == "to") or not opens(prose, sentence, first):
        return None
    return first, n + 1


def lacked(prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return 'there is no alternative' and the like with the noun at `n`."""
    words = prose.words
    if words[n] not in LACKED or n - 3 < sentence.first or n + 1 >= sentence.last:
        return None
    k = n - 1 if words[n - 1] == "no" else n - 2
    if words[k] != "no":
        return None
    if words[n] in ("question", "case") and words[n + 1] in ("of", ".", "on", "in"):
        return None
    if words[n] == "reason" and words[n + 1] not in ("why", "to", "for"):
        return None
    first = k - 2 if words[k - 1] in ("is", "are") else k - 3
    if first < sentence.first or words[first] != "there" or words[k - 1] not in ("is", "are", "be"):
        return None
    return (first, n + 1) if opens(prose, sentence, first) else None


def condemned(prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return 'is wrong', 'is a disgrace' and the like with the last word at `n`."""
    words = prose.words
    if words[n] not in CONDEMNING:
        return None
    k = n - 1
    while k > sentence.first and (words[k] in HEIGHTENED or manner(words[k])):
        k -= 1
    if k < sentence.first or words[k] not in BEING:
        return None
    if not FREED.isdisjoint(words[max(sentence.first, k - 6) : k]) or not TOLD.isdisjoint(
        words[sentence.first : k]
    ):
        return None
    if n + 1 < sentence.last and prose.is_word[n + 1] and words[n + 1] not in CLOSERS:
        return None
    return k, n + 1


def ranked(prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return 'is the best way' and the like with the adjective at `n`."""
    words = prose.words
    if (
        words[n] not in RANKING
        or n + 1 >= sentence.last
        or words[n + 1] not in RANKED
        or n - 2 <= sentence.first
    ):
        return None
    if (
        words[n - 1] != "the"
        or words[n - 2] not in BEING
        or not FREED.isdisjoint(words[max(sentence.first, n - 6) : n])
    ):
        return None
    if not TOLD.isdisjoint(words[sentence.first : n]):
        return None
    return n - 2, n + 2
