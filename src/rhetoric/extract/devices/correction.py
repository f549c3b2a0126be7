"""Correction: one view is put aside for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.denials import EARLY, LATE, corrected
from rhetoric.extract.devices.denialsigns import MERELY, NO_DENIAL, NO_MERELY, TURNS
from rhetoric.extract.devices.members import (
    CLOSING,
    CUTS,
    FRAMES,
    STOPS,
    SUBJECTS,
    back,
    clausal,
    denies,
    end,
    parts,
    same_ending,
    telling,
    trimmed,
)
from rhetoric.extract.devices.preference import choices
from rhetoric.extract.devices.resumption import APART, SUBORDINATE, resumes, same_said
from rhetoric.extract.devices.traces import CHOICE, DENIAL, tracing
from rhetoric.extract.devices.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    FUNCTION,
    PRONOUNS,
    QUESTION_WORDS,
    closed,
    kind,
)
from rhetoric.extract.finder import Device, Figure, best
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured

FURTHER = closed("also too even equally")
NAMING = closed("mention say speak")
POINTED = PRONOUNS - DETERMINERS
REASONS = FRAMES | {"because"}
CLAUSAL = QUESTION_WORDS | CONJUNCTIONS


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
    definition: ClassVar[str] = (
        "One word, thought or view is put aside for another, or is said to be only half of it."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.1.30 (correctio).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 784-786.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "of 100 finds in speeches and news about nine in ten were judged right",
        "'rather than' and 'instead of' count wherever they stand, also in plain instructions",
        "a correction whose halves share no build, subject or word is not found",
    )
    measured: ClassVar[Measured] = Measured(
        146, 169, 90, 111, on="windows for measuring; finds in running text"
    )

    def places(self, lines: Lines) -> Bools:
        """Return the sentences that choose, those with a denial that may be turned, and those that may turn it."""
        return corrected(lines, self.near)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every correction, of overlapping ones the best."""
        denials, thans = tracing(prose, DENIAL), tracing(prose, CHOICE)
        for run in prose.passages():
            for n, sentence in enumerate(run):
                if sentence.heading:
                    continue
                denied = denials.within(sentence.first, sentence.last)
                chosen = thans.within(sentence.first, sentence.last)
                found = [
                    *self.denials(prose, sentence, denied),
                    *choices(prose, sentence, chosen, self.preferred, self.replaced),
                ]
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
                options = (
                    self.replaces(prose, sentence, n),
                    resumes(prose, sentence, n, self.resumed),
                    self.afterthought(prose, sentence, n),
                )
                yield from (f for f in options if f)

    def merely(self, prose: Prose, n: int, last: int) -> int:
        """Return the 'only' or 'just' that the negator `n` bears on, or -1."""
        for k in range(n + 1, min(n + 5, last)):
            if prose.words[k] in MERELY:
                return k
            if not prose.is_word[k] or prose.words[k] in NO_MERELY:
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
        if cut < 0 or words[cut] != "but" or words[n + 2] in NAMING:
            return None
        after = cut + 1
        while after < sentence.last - 1 and words[after] in ("rather", "instead", ","):
            after += 1
        if words[cut + 1] in TURNS or self.alike(
            prose, n + 1, trimmed(prose, n + 1, cut), after, sentence.last
        ):
            members = (n, trimmed(prose, n + 1, cut)), (cut, end(prose, cut + 2, sentence.last, 20, CUTS))
            return Figure(sentence.doc, "not ... but", parts(prose, *members), self.replaced)
        return None

    def alike(self, prose: Prose, first: int, last: int, after: int, limit: int) -> bool:
        """Return whether what is denied (`first` to `last`) and what stands at `after` are members of one kind."""
        words = prose.words
        if not prose.is_word[after] or words[after] == "not":
            return False
        if words[after] == words[first]:
            return words[after] not in SUBJECTS or words[after] == "that"
        if words[first] in NO_DENIAL or words[after] in NO_DENIAL:
            return False
        if words[after] in POINTED or words[after] in QUESTION_WORDS or "'" in words[after]:
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
        if (joint not in DASHES and joint not in (",", "and")) or words[n + 1] in NO_DENIAL:
            return None
        if n + 2 < sentence.last and words[n + 2] in NAMING:
            return None
        stop = n - 2 if joint == "and" and words[n - 2] == "," else n - 1
        first = back(prose, sentence.first, stop, 12, CUTS)
        last = end(prose, n + 1, sentence.last, 12, (*CUTS, "but"))
        told = [w for w in words[n + 1 : last] if w not in FUNCTION]
        if not told or first >= stop or words[n + 1][-2:] == "ly" or words[n + 1] in AUXILIARIES:
            return None
        frame = words[n + 1] in REASONS
        again = (
            words[n + 1] in words[first:stop]
            if frame
            else bool(telling(prose, first, stop) & telling(prose, n + 1, last))
        )
        short = joint != "and" and last - n - 1 <= 3 and words[n + 1] not in CLAUSAL
        like = kind(words[n + 1]) in ("", *(kind(w) for w in words[first:stop]))
        if again or (short and like):
            return Figure(sentence.doc, f"{joint} not", parts(prose, (first, stop), (n, last)), self.denied)
        return None

    def across(
        self, prose: Prose, sentence: Sentence, after: Sentence, denied: Sequence[int]
    ) -> Iterator[Figure]:
        """Yield 'It is not X. It is Y.' over two sentences, the first of them with the negators `denied`."""
        words = prose.words
        heads = prose.openers(after.first, after.last, 4)
        first = prose.openers(sentence.first, sentence.last, 1)[0]
        n = denied[0]
        if len(heads) < 3 or n - first > EARLY or sentence.last - n > LATE or words[first] in APART:
            return
        merely = self.merely(prose, n, sentence.last) >= 0 and not any(denies(words[k]) for k in heads)
        turned = words[heads[0]] in TURNS and words[heads[0] + 1] == ","
        wanted = words[heads[0]] in ("all", "what") and words[heads[1]] in SUBJECTS
        if (
            turned
            or wanted
            or same_said(prose, (first, n, sentence.last), (after.first, after.last), ".")
            or (merely and words[heads[0]] in SUBJECTS)
        ):
            members = (sentence.first, sentence.last), (after.first, after.last)
            yield Figure(sentence.doc, "not X. Y", parts(prose, *members), self.resumed)
