"""Which frame, and so whose, each stretch of marked words is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rhetoric.naming import grammar
from rhetoric.voice.choice import NEAR, around, chosen
from rhetoric.voice.clauses import first_subject
from rhetoric.voice.frames import Frame
from rhetoric.voice.indirect import reported
from rhetoric.voice.kinds import kind_of
from rhetoric.voice.narration import row_at
from rhetoric.voice.phrases import Source
from rhetoric.voice.quotations import Marked
from rhetoric.voice.reading import Paragraph, Reading, Sentence
from rhetoric.voice.resolution import Ledger, Resolved
from rhetoric.voice.topic import topic
from rhetoric.voice.turns import large
from rhetoric.voice.twins import Attributed, twins
from rhetoric.voice.words import words

LABEL = re.compile(r"^((?:[A-Z][A-Z.'’-]+\s?){1,4}(?:\([^)]*\))?):\s+")

SAID = re.compile(
    r"[’']s? (?:\w+ )?(?:comments?|remarks?|speech|speeches|words|claims?|statements?|attacks?|interview|letter|views?|plans?|proposals?|warning)\b"
)
SIGNED = re.compile(r"\s*[―—–-]{1,2}\s*([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,4})\s*\.?\s*$")


class Holder(NamedTuple):
    """Who holds the floor: the source last found, where it was named, and the cue."""

    who: Resolved
    mention: tuple[int, int] | None
    cue: tuple[int, int] | None


def pronouns(narr: str) -> list[int]:
    """Return where a text has a 'he' or 'she' that `first_pronoun` can find, and some more, in order."""
    found = []
    for word in (" he ", " she ", "He ", "She "):
        at = narr.find(word)
        while at >= 0:
            found.append(at + (word[0] == " "))
            at = narr.find(word, at + 1)
    return sorted(found)


def first_pronoun(sentence: str) -> tuple[str, int]:
    """Return the 'he' or 'she' that a sentence opens with or has first, and where; '' where there is none."""
    for word in ("he", "she"):
        if sentence.startswith(f"{word.capitalize()} "):
            return word, 0
    found = [(at + 1, word) for word in ("he", "she") if (at := sentence.find(f" {word} ")) >= 0]
    at, word = min(found, default=(0, ""))
    return word, at


def subject(lead: str, before: Sequence[str]) -> bool:
    """Whether a name can be the subject of its sentence, by the words before it: no verb, no pronoun, no preposition."""
    clause = lead.rsplit(",", 1)[-1]
    if "," in lead and not all(
        w[0].isupper() or w in grammar.DETERMINERS or w in grammar.ROLES for w in clause.split()
    ):
        return False
    if before and before[-1] in grammar.PREPOSITIONS:
        return False
    return not any(
        w in grammar.PRONOUNS or w in grammar.AUXILIARIES or w in grammar.VERBS or w.endswith("ing")
        for w in clause.lower().split()
    )


def subject_of(ledger: Ledger, sentence: Sentence, number: int, paragraph: int) -> Holder | None:
    """Return the person whom a sentence without frames is about: its first name or pronoun."""
    row = sentence.row or words(ledger.reading.narr, sentence.start, sentence.end)
    source = first_subject(row, 0, len(row))
    if source is None:
        return None
    low = ledger.reading.text[source.start : source.end].lower()
    if low in ("it", "this", "that", "they", "we", "i", "there"):
        return None
    who = ledger.resolve(source, number, paragraph)
    return Holder(who, (source.start, source.end), None) if who.name and who.human else None


class Attribution:
    """The pass over one text that gives every stretch its source. Used once, for one text.

    Parameters
    ----------
    reading : Reading
    author : str
        The voice of the narration.
    """

    def __init__(self, reading: Reading, author: str) -> None:
        self.reading = reading
        self.about = topic(reading.people)
        self.ledger = Ledger(reading, author, about=self.about)
        self.out: list[Attributed] = []
        self.floor: Holder | None = None  # who spoke last
        self.before: Holder | None = None  # and who did when the paragraph began
        self.resolved: dict[Frame, Resolved] = {}
        self.carried: Holder | None = None
        self.label: Holder | None = None
        self.pronouns = pronouns(reading.narr)
        marks = [m for p in reading.paragraphs for m in p.marks]
        self.doubled = 2 * sum(m.single for m in marks) < len(marks)  # quotations stand in double marks here

    def run(self) -> list[Attributed]:
        """Return all marked words of the text, in order, with their sources."""
        number = 0
        for turn in self.reading.turns:
            self.out.append(
                Attributed(
                    turn.start,
                    turn.end,
                    "turn",
                    turn.speaker,
                    (turn.label, turn.start) if turn.label < turn.start else None,
                    None,
                    turn.how,
                    turn.sure,
                )
            )
        author = self.ledger.author
        for n, paragraph in enumerate(self.reading.paragraphs):
            if paragraph.removed:
                continue
            self.ledger.author = paragraph.turn.speaker if paragraph.turn else author
            number = self.paragraph(n, paragraph, number)
        self.ledger.author = author
        return twins(self.reading.text, self.out)

    def paragraph(self, n: int, paragraph: Paragraph, number: int) -> int:
        """Attribute one paragraph; return the running number of the next sentence."""
        self.before = self.floor
        spans = [(s.start, s.end) for s in paragraph.sentences]
        holders: dict[int, Holder] = {}
        by_sentence: dict[int, list[Marked]] = {}
        for mark in paragraph.marks:
            by_sentence.setdefault(row_at(spans, mark.left), []).append(mark)
        pending: list[tuple[Marked, Sentence, int]] = []
        last: Holder | None = None  # of the paragraph
        for k, sentence in enumerate(paragraph.sentences):
            here = number + k
            self.names(sentence, here, n)
            if not sentence.frames and k not in by_sentence:
                continue
            main = self.frames_of(sentence, here, n)
            if sentence.frames:
                self.clauses(sentence)
            marks = by_sentence.get(k, [])
            loose: list[Marked] = []
            for m, mark in enumerate(marks):
                if self.labelled(mark, sentence, here, n) or self.framed(
                    mark, (marks[0], marks[m - 1]) if m else None, sentence
                ):
                    continue
                if paragraph.turn is not None:
                    self.add(mark, "phrase", None, None, "turn", 0.6)
                else:
                    loose.append(mark)
            if self.label is not None:
                main, self.label = self.label, None
            if main is not None:
                holders[k] = main
            alone = bool(loose) and not re.search(r"\w", self.outside(sentence, marks))
            for mark in loose:
                if alone:
                    pending.append((mark, sentence, k))
                else:
                    self.unframed(mark, sentence, here, n, holders.get(k) or last)
            if main is not None and pending:
                # floating words before the first frame of the paragraph
                beside = k - pending[-1][2] <= 1 and not self.introduces(sentence)
                self.settle(pending, holders, paragraph, n, number, main if beside else None)
                pending = []
            if main is not None:
                last = main
        if pending:
            self.settle(pending, holders, paragraph, n, number, None)
        spoken = [k for k in holders if holders[k].who.name != self.ledger.author]
        if spoken:
            self.floor = holders[max(spoken)]
        closed = not paragraph.marks or paragraph.marks[-1].closed
        self.carried = None if closed else self.floor
        return number + len(paragraph.sentences)

    def introduces(self, sentence: Sentence) -> bool:
        """Whether the frame of a sentence leads on to other words, after a colon."""
        return any(
            self.reading.narr[f.end : f.end + 1] == ":" for f in sentence.frames if f.order == "before"
        )

    def outside(self, sentence: Sentence, marks: list[Marked]) -> str:
        """Return the narration of a sentence outside all marks."""
        parts = []
        at = sentence.start
        for m in marks:
            parts.append(self.reading.narr[at : m.left])
            at = max(at, m.right)
        parts.append(self.reading.narr[at : sentence.end])
        return "".join(parts)

    def names(self, sentence: Sentence, here: int, n: int) -> None:
        """Enter the people that a sentence names in the ledger."""
        first = True
        narr = self.reading.narr
        for naming in self.reading.people.within(sentence.start, sentence.end):
            if narr[naming.start] == "\x00":
                continue
            rank = 0.0
            if first and naming.person.human:
                before = narr[max(sentence.start, naming.start - 40) : naming.start].lower().split()
                lead = narr[sentence.start : naming.start]
                rank = 1.9 if subject(lead, before) else 1.2 if "," not in lead else 0.0
                first = False
            if narr.startswith(("'", "’"), naming.end):
                rank += 0.5 if SAID.match(narr, naming.end) else -0.5
            self.ledger.note(naming.start, here, n, naming.person, rank)
        row = bisect_left(self.pronouns, sentence.start)
        if row < len(self.pronouns) and self.pronouns[row] < sentence.end:
            pronoun, at = first_pronoun(narr[sentence.start : sentence.end])
            if pronoun:
                self.ledger.keep(pronoun, sentence.start + at, here, n)

    def frames_of(self, sentence: Sentence, here: int, n: int) -> Holder | None:
        """Resolve the frames of a sentence; return its main holder."""
        main: Holder | None = None
        for frame in sentence.frames:
            if frame.source is None:
                continue
            who = self.ledger.resolve(frame.source, here, n)
            self.resolved[frame] = who
            if frame.passive and frame.cue.lemma in ("ask", "tell", "remind", "inform", "urge", "accuse"):
                if frame.cue.lemma == "ask" and main is None:
                    main = Holder(who, (frame.source.start, frame.source.end), None)
                continue
            if frame.order != "subject":
                self.ledger.spoke(frame.source.start, here, n, who)
            if main is None or (
                frame.order in ("before", "after")
                and (frame.cue.clause or frame.cue.lemma in ("ask", "tell", "continue"))
                and not self.relative(frame)
            ):
                main = Holder(who, (frame.source.start, frame.source.end), (frame.start, frame.end))
        return main

    def clauses(self, sentence: Sentence) -> None:
        """Enter the reported clauses of a sentence."""
        for start, end, frame, likely in reported(
            self.reading.narr, sentence.start, sentence.end, sentence.frames, sentence.row
        ):
            who = self.resolved.get(frame)
            source = frame.source
            self.out.append(
                Attributed(
                    start,
                    end,
                    "indirect",
                    who.name if who else None,
                    (source.start, source.end) if source else None,
                    (frame.start, frame.end),
                    f"{frame.order}: {who.how}" if who else frame.order,
                    round(who.sure * likely, 2) if who else round(0.3 * likely, 2),
                )
            )

    def relative(self, frame: Frame) -> bool:
        """Whether a frame stands in a relative clause."""
        assert frame.source is not None
        return self.reading.text[frame.source.start : frame.source.end].endswith((" who", " which", " that"))

    def labelled(self, mark: Marked, sentence: Sentence, here: int, n: int) -> bool:
        """Attribute quoted words that open with a speaker's label, or end in a dash and a name; return whether they do."""
        text = self.reading.text
        label = LABEL.match(text[mark.start : min(mark.end, mark.start + 80)])
        if label and mark.start + label.end() < mark.end:
            name = large_name(label.group(1))
            start, end = mark.start, mark.start + len(label.group(1))
            last = name.split()[-1]
            persons = (p.person for p in self.reading.people.namings if p.person.human)
            who = Resolved(next((p.name for p in persons if p.name.split()[-1] == last), name), "label", 0.8)
            mark = mark._replace(start=mark.start + label.end())
            self.label = Holder(who, (start, end), None)
            self.add(mark, "direct", self.label, who, "label", 0.85)
            return True
        signed = SIGNED.match(text, mark.right, sentence.end) if sentence.end - mark.right < 80 else None
        if signed and not sentence.frames:
            source = Source(signed.start(1), signed.end(1), signed.end(1))
            who = self.ledger.resolve(source, here, n)
            self.label = Holder(who, (source.start, source.end), None)
            self.add(mark, "direct", self.label, who, "signed", 0.85)
            return True
        return False

    def framed(self, mark: Marked, earlier: tuple[Marked, Marked] | None, sentence: Sentence) -> bool:
        """Attribute words that a frame of their own sentence gives a source; return whether there was one."""
        narr = self.reading.narr
        frame, where = chosen(narr, mark, sentence)
        if frame is None or frame.source is None:
            return False
        before, after = around(narr, mark, sentence)
        split = bool(
            earlier
            and where != "after"
            and frame.start >= earlier[1].right
            and (
                re.search(r"[,:—–-]\s*$", before)
                or frame.order == "after"
                or self.reading.text[mark.start].isupper()
            )
            and not narr[sentence.start : min(earlier[0].left, sentence.start + NEAR)].strip(" \"“'‘—-")
        )
        content = self.reading.text[mark.start : mark.end]
        kind = kind_of(content, before, after, frame, where, split, mark)
        who = self.resolved.get(frame, Resolved(None, "", 0.0))
        sure = round(who.sure * (1.0 if where else 0.85), 2)
        if kind == "phrase":
            self.add(mark, kind, None, None, "phrase", 0.7)
        else:
            holder = Holder(who, (frame.source.start, frame.source.end), (frame.start, frame.end))
            self.add(mark, kind, holder, who, f"{frame.order}: {who.how}", sure)
        return True

    def unframed(self, mark: Marked, sentence: Sentence, here: int, n: int, near: Holder | None) -> None:
        """Attribute words that stand in a sentence of narration without a frame."""
        narr = self.reading.narr
        before, after = around(narr, mark, sentence)
        content = self.reading.text[mark.start : mark.end]
        kind = kind_of(content, before, after, None, "", False, mark)
        if kind == "phrase":
            self.add(mark, kind, None, None, "phrase", 0.7)
            return
        holder = (
            subject_of(self.ledger, sentence, here, n)
            if not re.match(r"On\b", before)
            else self.subject_matter()
        )
        holder = holder or near or self.floor or self.subject_matter()
        who = holder.who if holder else None
        self.add(mark, kind, holder, who, "subject", 0.5)

    def settle(
        self,
        pending: list[tuple[Marked, Sentence, int]],
        holders: dict[int, Holder],
        paragraph: Paragraph,
        n: int,
        number: int,
        main: Holder | None,
    ) -> None:
        """Attribute floating words: sentences that are nothing but a quotation."""
        for mark, _, k in pending:
            here = number + k
            content = self.reading.text[mark.start : mark.end]
            holder: Holder | None = None
            how, sure = "", 0.0
            if k > 0:
                previous = paragraph.sentences[k - 1]
                holder, how, sure = holders.get(k - 1), "running", 0.8
                if holder is None:
                    holder, how, sure = subject_of(self.ledger, previous, here - 1, n), "subject before", 0.6
                if holder is None:
                    earlier = [j for j in holders if j < k]
                    holder, how, sure = (
                        (holders[max(earlier)], "running", 0.6) if earlier else (None, "", 0.0)
                    )
            elif self.carried is not None:
                holder, how, sure = self.carried, "continued", 0.9
            if holder is None and main is not None:
                holder, how, sure = main, "frame after", 0.8
            if holder is None and n > 0:
                holder, how, sure = self.colon(n, number)
            if holder is None and self.before is not None:
                holder, how, sure = self.before, "running", 0.6
            if holder is None:
                holder, how, sure = self.subject_matter(), "topic", 0.5
            bare = (
                content[-1:] not in ".?!…,"
                and mark.closed
                and len(paragraph.marks) == 1
                and paragraph.end - paragraph.start < 60
            )
            kind = "direct" if (len(content.split()) > 2 and not bare) or content[-1:] in ".?!," else "phrase"
            if (
                mark.single
                and self.doubled
                and len(paragraph.marks) == 1
                and paragraph.end - paragraph.start < 80
            ):
                kind = "phrase"  # a subheading
            if paragraph.heading and not holder:
                kind = "direct" if len(content.split()) > 5 else "phrase"
            if kind == "phrase":
                self.add(mark, kind, None, None, "phrase", 0.6)
                continue
            self.add(mark, kind, holder, holder.who if holder else None, how or "none", sure)
            if holder:
                holders[k] = holder

    def subject_matter(self) -> Holder | None:
        """Return the person whom the text is about, as a holder without a mention."""
        if self.about is None:
            return None
        return Holder(Resolved(self.about.name, "topic", 0.5, self.about.gender), None, None)

    def colon(self, n: int, number: int) -> tuple[Holder | None, str, float]:
        """Return whom a paragraph before, that ends in a colon or names one person, introduces."""
        previous = self.reading.paragraphs[n - 1]
        if previous.sentences and self.reading.text[previous.start : previous.end].rstrip().endswith(":"):
            sentence = previous.sentences[-1]
            if self.reading.text[sentence.start :].startswith("On "):
                return self.subject_matter(), "topic", 0.6
            for frame in reversed(sentence.frames):
                if frame.source and frame in self.resolved:
                    who = self.resolved[frame]
                    return (
                        Holder(who, (frame.source.start, frame.source.end), (frame.start, frame.end)),
                        "colon",
                        0.85,
                    )
            found = subject_of(self.ledger, sentence, number - 1, n - 1)
            if found:
                return found, "colon", 0.7
        elif previous.sentences and not previous.marks and not previous.heading:
            sentence = previous.sentences[-1]
            if not sentence.frames:
                found = subject_of(self.ledger, sentence, number - 1, n - 1)
                if found:
                    return found, "subject before", 0.5
        return None, "", 0.0

    def add(
        self, mark: Marked, kind: str, holder: Holder | None, who: Resolved | None, how: str, sure: float
    ) -> None:
        """Enter one stretch."""
        self.out.append(
            Attributed(
                mark.start,
                mark.end,
                kind,
                who.name if who else None,
                holder.mention if holder else None,
                holder.cue if holder else None,
                how,
                sure,
            )
        )
        if holder is not None and kind == "direct" and holder.who.name != self.ledger.author:
            self.floor = holder


def large_name(label: str) -> str:
    """Return a label in capitals as a name."""
    return " ".join(large(word) for word in re.sub(r"\s*\(.*", "", label).split())
