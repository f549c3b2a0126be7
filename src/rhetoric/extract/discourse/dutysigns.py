"""By what a sentence is known to say what is to be done: 'we must', 'the Government should'."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.words import DETERMINERS, closed
from rhetoric.extract.discourse.mainclause import following, opens
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import progressive

DUTIES = closed("must should ought need needs have has mustn't shouldn't cannot can't")
GENERAL = closed(
    "congress parliament government governments house senate administration president nation nations country "
    "countries people party parties community union states america britain scotland ireland wales europe world "
    "society council committee commission leaders politicians colleagues democrats republicans americans nobody "
    "no-one everyone everybody anyone one citizens lawmakers washington labour state minister ministers secretary it "
    "this that they there these those family families workers law laws policy bill system reform"
)
PRONOUNS = closed("it this that they there these those")
LIKING = closed("like prefer expect find get welcome")
WILLING = closed("glad grateful happy told able delighted pleased")
UNABLE = closed(
    "afford allow let continue ignore accept tolerate stand wait forget go keep turn permit expect simply just"
)
SAYING = closed(
    "noted mentioned pointed added said stated observed remembered emphasised emphasized stressed recalled "
    "understood made explained borne know recognised recognized clear"
)
GONE = closed("had was were did said hoped thought conceived wished declared")


def duty(prose: Prose, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return 'we must', 'the Government should' and the like with the modal verb at `n`."""
    words = prose.words
    if words[n] not in DUTIES or n == sentence.first or n + 1 >= sentence.last:
        return None
    subject = words[n - 1]
    after = following(prose, sentence, n)
    if subject == "we":
        fit = ours(words[n], after, "if" in words[sentence.first : n])
        return (n - 1, n + 1) if fit and opens(prose, sentence, n - 1) else None
    if subject not in GENERAL or words[n] in ("need", "have", "cannot", "can't"):
        return None
    if words[n] in ("has", "needs", "ought") and after[0] != "to":
        return None
    if words[n] in ("has", "needs") and subject in PRONOUNS:
        return None
    if not obliges(words[n], subject, after) or not GONE.isdisjoint(words[sentence.first : n]):
        return None
    first = n - 1 if subject in PRONOUNS else head(prose, sentence, n - 1)
    return (first, n + 1) if opens(prose, sentence, first) else None


def ours(verb: str, after: Sequence[str], supposed: bool) -> bool:
    """Return whether 'we' with a verb and the words after it says what is to be done; `supposed` if an 'if' came before."""
    if verb in ("should", "shouldn't"):
        polite = after[0] == "be" and after[1] in WILLING
        return not (supposed or polite or after[0] in LIKING)
    if verb in ("cannot", "can't"):
        return after[0] in UNABLE
    if verb in ("have", "ought"):
        return after[0] == "to"
    if verb == "need":
        return after[0] not in ("not", "hardly")
    if verb in ("has", "needs"):
        return False
    return after[0] != "have" and after[:2] != ["be", "mad"]


def obliges(verb: str, subject: str, after: Sequence[str]) -> bool:
    """Return whether a modal verb after a subject other than 'we' says what is to be done, not what is likely."""
    if after[0] in SAYING or (after[0] == "be" and after[1] in SAYING) or subject == "one":
        return False
    if verb.startswith("must"):
        if after[0] in ("have", "surely"):
            return False
        if after[0] == "be" and (subject in PRONOUNS or progressive(after[1])):
            return (subject == "there" and after[1] in ("no", "an")) or after[1].endswith("ed")
        return True
    return after[0] not in ("have", "like")


def head(prose: Prose, sentence: Sentence, n: int) -> int:
    """Return where the noun phrase that ends at `n` begins: at the nearest determiner, at most four words back."""
    for k in range(n, max(sentence.first, n - 5) - 1, -1):
        if k == sentence.first or (prose.words[k] in DETERMINERS and prose.words[k] != "that"):
            return k
        if not prose.is_word[k]:
            return k + 1
    return n
