"""Correction: one view is put aside for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.figure import Device, Figure, best
from rhetoric.extract.devices.members import (
    BEING,
    CLOSING,
    STOPS,
    SUBJECTS,
    back,
    clausal,
    denies,
    end,
    opening,
    parts,
    telling,
    trimmed,
)
from rhetoric.extract.devices.prose import Prose, Sentence
from rhetoric.extract.devices.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    closed,
    kind,
)

MERELY = closed("just only merely simply solely purely exclusively")
FURTHER = closed("also too even equally")
NO_DENIAL = MERELY | closed(
    "least to that yet even surprisingly unlike necessarily so all always one every many much long far until till if "
    "unless quite"
)
ASIDE = closed("not never cannot")
PERSONAL = closed("i you he she it we they there")
NOMINAL = closed("it they he she this these")
SUBORDINATE = QUESTION_WORDS | closed("that whether if because when until")
TURNS = closed("rather instead")
FRAMES = DETERMINERS | PREPOSITIONS
CUTS = STOPS | {","}


@dataclass(frozen=True)
class Correction(Device):
    """Corrections that their form shows.

    Parameters
    ----------
    reach : int
        Tokens within which 'not only' must turn.
    near : int
        Tokens within which any other 'not' must turn.
    added, replaced, preferred, denied, resumed : float
        Scores: 'not only X but Y'; 'not X but Y' and 'less X than Y'; 'X rather than Y' and 'instead of X, Y';
        'X, not Y'; 'it is not X; it is Y'.
    """

    reach: int = 45
    near: int = 14
    added: float = 0.9
    replaced: float = 0.8
    preferred: float = 0.8
    denied: float = 0.7
    resumed: float = 0.7

    name: ClassVar[str] = "correction"
    label: ClassVar[str] = "Correction"
    definition: ClassVar[str] = "One word, thought or view is put aside for another, or is said to be only half of it."
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.1.30 (correctio).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 784-786.",
    )
    limits: ClassVar[tuple[str, ...]] = ()

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every correction, of overlapping ones the best."""
        denials = prose.rows(lambda w: w in ASIDE or w.endswith("n't"))
        thans = prose.rows({"than", "instead"}.__contains__)
        for run in prose.passages():
            for n, sentence in enumerate(run):
                if sentence.heading:
                    continue
                denied = denials.within(sentence.first, sentence.last)
                chosen = thans.within(sentence.first, sentence.last)
                found = [*self.denials(prose, sentence, denied), *self.choices(prose, sentence, chosen)]
                if denied and n + 1 < len(run) and not run[n + 1].heading:
                    found += self.across(prose, sentence, run[n + 1], denied)
                if found:
                    yield from best(found)

    def denials(self, prose: Prose, sentence: Sentence, denied: Sequence[int]) -> Iterator[Figure]:
        """Yield the corrections that open with a denial; `denied` are the negators of the sentence."""
        for n in denied:
            if n + 2 >= sentence.last:
                continue
            merely = self.merely(prose, n, sentence.last)
            if merely >= 0 and (figure := self.more(prose, sentence, n, merely)):
                yield figure
            elif merely < 0:
                options = self.replaces(prose, sentence, n), self.resumes(prose, sentence, n), self.afterthought(prose, sentence, n)
                yield from (f for f in options if f)

    def merely(self, prose: Prose, n: int, last: int) -> int:
        """Return the 'only' or 'just' that the negator `n` bears on, or -1."""
        for k in range(n + 1, min(n + 5, last)):
            if prose.words[k] in MERELY:
                return k
            if not prose.is_word[k] or prose.words[k] in FRAMES - {"to"}:
                break
        return -1

    def more(self, prose: Prose, sentence: Sentence, n: int, merely: int) -> Figure | None:
        """Return 'not only X but Y', or 'not just X; it is Y', from the negator `n`."""
        words = prose.words
        for cut in range(merely + 1, min(n + self.reach, sentence.last - 1)):
            word = words[cut]
            if word in CLOSING:
                return None
            if word != "but" and word not in CUTS:
                continue
            heads = prose.openers(cut + 1, sentence.last, 5)
            if not heads:
                return None
            taken = words[heads[0]] in SUBJECTS or words[heads[0]][:-2] in SUBJECTS or "'" in words[heads[0]]
            further = any(words[k] in FURTHER for k in heads)
            if (
                (word == "but" and words[cut - 1] not in ("nothing", "all", "anything"))
                or (word in STOPS and taken)
                or (word == "," and taken and further)
            ):
                first = cut if word == "but" else heads[0]
                last = end(prose, first + 1, sentence.last, 30)
                rule = f"not {words[merely]} ... {word}"
                members = (n, trimmed(prose, n + 1, cut)), (first, last)
                return Figure(sentence.doc, rule, parts(prose, *members), self.added)
        return None

    def replaces(self, prose: Prose, sentence: Sentence, n: int) -> Figure | None:
        """Return 'not X but Y' from the negator `n`, if X and Y open alike."""
        words = prose.words
        limit = min(n + 1 + self.near, sentence.last - 1)
        cut = next((k for k in range(n + 2, limit) if words[k] == "but" or words[k] in STOPS), -1)
        if cut < 0 or words[cut] != "but" or words[n + 1] in NO_DENIAL:
            return None
        after = cut + 1
        while after < sentence.last - 1 and words[after] in ("rather", "instead", ","):
            after += 1
        if words[cut + 1] in TURNS or self.alike(prose, n + 1, trimmed(prose, n + 1, cut), after, sentence.last):
            members = (n, trimmed(prose, n + 1, cut)), (cut, end(prose, cut + 2, sentence.last, 20, CUTS))
            return Figure(sentence.doc, "not ... but", parts(prose, *members), self.replaced)
        return None

    def alike(self, prose: Prose, first: int, last: int, after: int, limit: int) -> bool:
        """Return whether what is denied (`first` to `last`) and what stands at `after` are members of one kind."""
        words = prose.words
        if not prose.is_word[after] or words[after] == "not" or words[after] in NO_DENIAL:
            return False
        if words[after] == words[first]:
            return words[after] not in SUBJECTS or words[after] == "that"
        if words[after] in PRONOUNS - DETERMINERS or words[after] in QUESTION_WORDS or "'" in words[after]:
            return False
        if words[first] in ("be", "been"):
            first += 1
        shape = kind(words[after])
        if shape in ("determiner", "preposition"):
            if clausal(prose, after, limit):
                return False
            if kind(words[first]) == shape:
                return True
            while "," in words[first:last]:
                first = words.index(",", first, last) + 1
            return words[after] in words[first:last] and SUBORDINATE.isdisjoint(words[first:last])
        if shape:
            return False
        bare = kind(words[first]) == "" and last - first <= 4 and words[last] != ","
        return bare or same_ending(words[first], words[after])

    def afterthought(self, prose: Prose, sentence: Sentence, n: int) -> Figure | None:
        """Return 'X, not Y' and 'X and not Y' with the negator `n` between them."""
        words = prose.words
        if words[n] != "not" or n <= sentence.first + 1 or n + 1 >= sentence.last:
            return None
        joint = words[n - 1]
        if joint not in DASHES and joint not in (",", "and") or words[n + 1] in NO_DENIAL:
            return None
        stop = n - 2 if joint == "and" and words[n - 2] == "," else n - 1
        first = back(prose, sentence.first, stop, 12, CUTS)
        last = end(prose, n + 1, sentence.last, 12, (*CUTS, "but"))
        told = [w for w in words[n + 1 : last] if w not in FUNCTION]
        if not told or first >= stop or words[n + 1][-2:] == "ly" or words[n + 1] in AUXILIARIES:
            return None
        frame = words[n + 1] in FRAMES | {"because"}
        again = words[n + 1] in words[first:stop] if frame else bool(telling(prose, first, stop) & telling(prose, n + 1, last))
        short = joint != "and" and last - n - 1 <= 3 and words[n + 1] not in QUESTION_WORDS | CONJUNCTIONS
        like = kind(words[n + 1]) in ("", *(kind(w) for w in words[first:stop]))
        if again or (short and like):
            return Figure(sentence.doc, f"{joint} not", parts(prose, (first, stop), (n, last)), self.denied)
        return None

    def resumes(self, prose: Prose, sentence: Sentence, n: int) -> Figure | None:
        """Return 'it is not X; it is Y' and 'I do not X, but I do Y' from the negator `n`."""
        words = prose.words
        limit = min(n + 32, sentence.last - 2)
        for cut in range(n + 2, limit):
            word = words[cut]
            if word in CLOSING:
                return None
            if word in STOPS or (word == "," and words[cut + 1] != "but") or word == "but":
                first = back(prose, sentence.first, n, 12, CUTS)
                if self.taken_up(prose, (first, n, cut), (cut + 1, sentence.last), word):
                    last = end(prose, cut + 1, sentence.last, 30)
                    members = (first, trimmed(prose, n + 1, cut)), (cut if word == "but" else cut + 1, last)
                    return Figure(sentence.doc, f"not ... {word}", parts(prose, *members), self.resumed)
                if word != ",":
                    return None
        return None

    def taken_up(
        self, prose: Prose, denial: tuple[int, int, int], after: tuple[int, int], joint: str
    ) -> bool:
        """Return whether the clause `after` says of the same subject what is so, where `denial` says what is not.

        `denial` are the beginning of a clause, its negator and its end.
        """
        first, n, cut = denial
        words = prose.words
        heads = prose.openers(*after, 10)
        if len(heads) < 3 or any(denies(words[k]) for k in heads):
            return False
        one, two = opening(prose, first, cut), opening(prose, *after)
        if len(one) < 2 or len(two) < 2:
            return False
        shared = telling(prose, n + 1, cut) & telling(prose, heads[0], heads[-1] + 1)
        if one[0] == "do":
            return bool(shared) and joint != ","
        same = one[0] == two[0] and one[0] in SUBJECTS
        nominal = one[0] not in PERSONAL and two[0] in NOMINAL and joint != "but"
        if not (same or nominal):
            return False
        being = two[1] in BEING and (words[n - 1] in BEING or words[n].removesuffix("n't") in BEING)
        if joint == ",":
            return same and being and one[1] == two[1]
        if joint == "but":
            return same and one[1] == two[1] and bool(shared)
        return being or (same and bool(shared))

    def choices(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield 'X rather than Y', 'instead of X, Y' and 'less X than Y'; `rows` are each 'than' and 'instead'."""
        words = prose.words
        for n in rows:
            if n + 2 >= sentence.last:
                continue
            if words[n] == "instead":
                if words[n + 1] == "of":
                    yield self.choice(prose, sentence, n, n + 2)
            elif n > sentence.first and words[n - 1] == "rather":
                yield self.choice(prose, sentence, n - 1, n + 1)
            elif figure := self.less(prose, sentence, n):
                yield figure

    def choice(self, prose: Prose, sentence: Sentence, n: int, after: int) -> Figure:
        """Return 'X rather than Y', or 'instead of Y, X' where the words open a clause."""
        words = prose.words
        last = end(prose, after + 1, sentence.last, 20, CUTS)
        rule = f"{words[n]} {words[n + 1]}"
        stop = trimmed(prose, sentence.first, n)
        first = back(prose, sentence.first, stop, 10, CUTS)
        if n - first < 2 and last < sentence.last - 2 and words[last] == ",":
            members = (n, last), (last + 1, end(prose, last + 2, sentence.last, 30))
            if prose.is_word[last + 1]:
                return Figure(sentence.doc, rule, parts(prose, *members), self.preferred)
        members = ((first, stop), (n, last)) if first < stop else ((n, after), (after, last))
        return Figure(sentence.doc, rule, parts(prose, *members), self.preferred)

    def less(self, prose: Prose, sentence: Sentence, n: int) -> Figure | None:
        """Return 'less X than Y' with 'than' at `n`, if X and Y open with the same small word."""
        words = prose.words
        first = next((k for k in range(n - 2, max(sentence.first, n - 9), -1) if words[k] == "less"), -1)
        if first < 0 or words[first - 1] == "no" or words[first + 1] not in FRAMES or words[n + 1] not in FRAMES:
            return None
        if kind(words[first + 1]) != kind(words[n + 1]) or words[n + 1] in ("that", "this", "those"):
            return None
        members = (first, n), (n, end(prose, n + 2, sentence.last, 12, CUTS))
        return Figure(sentence.doc, "less ... than", parts(prose, *members), self.replaced)

    def across(
        self, prose: Prose, sentence: Sentence, after: Sentence, denied: Sequence[int]
    ) -> Iterator[Figure]:
        """Yield 'It is not X. It is Y.' over two sentences, the first of them with the negators `denied`."""
        words = prose.words
        heads = prose.openers(after.first, after.last, 4)
        first = prose.openers(sentence.first, sentence.last, 1)[0]
        n = denied[0]
        if len(heads) < 3 or n - first > 6 or sentence.last - n > 30 or words[first] in SUBORDINATE - {"that", "this"}:
            return
        merely = self.merely(prose, n, sentence.last) >= 0 and not any(denies(words[k]) for k in heads)
        turned = words[heads[0]] in TURNS and words[heads[0] + 1] == ","
        wanted = words[heads[0]] in ("all", "what") and words[heads[1]] in SUBJECTS
        if turned or wanted or self.taken_up(prose, (first, n, sentence.last), (after.first, after.last), ".") or (merely and words[heads[0]] in SUBJECTS):
            members = (sentence.first, sentence.last), (after.first, after.last)
            yield Figure(sentence.doc, "not X. Y", parts(prose, *members), self.resumed)


def same_ending(one: str, other: str) -> bool:
    """Return whether two words end alike: in ``-ing``, ``-ed`` or ``-ly``."""
    return any(one.endswith(e) and other.endswith(e) for e in ("ing", "ed", "ly"))
