"""Whom 'he' and 'she' mean, where it is plain."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

import numpy as np

from rhetoric.extract.mention import Mention
from rhetoric.model.columns import Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.passage import Passages
from rhetoric.model.voice import Spoken
from rhetoric.naming import People
from rhetoric.naming.coreference import REACH, Referent, antecedent

PRONOUN = re.compile(r"[HhSs](?<=\b.)(?:(?<=[Hh])e|(?<=h)im|(?<=[Ss])he)\b")
PLAIN = 0.75  # how sure the resolver must be
SUBJECT, OTHER = 1.0, 0.7  # how much a place makes somebody a topic


def pronouns(
    corpus: Corpus, blocks: Passages, doc: int, known: People, named: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield pronouns that plainly mean one person, as mentions of that person.

    Parameters
    ----------
    corpus : Corpus
    blocks : Passages
        Its headings, paragraphs and turns.
    doc : int
    known : People
        Of the document.
    named : sequence of Mention
        The mentions by name, by place.

    Notes
    -----
    The rule is that of the voices (`rhetoric.naming.coreference`), with one more: in words spoken, unlike words reported, nobody calls
    himself 'he', so the speaker is not meant; nor is the author, unless he has just named himself. Nor does the name of a speaker
    beside a quotation count inside it.
    """
    text = corpus.documents[doc].text
    people_ = [m for m in named if m.kind == "person" and m.how == "name"]
    found = list(PRONOUN.finditer(text)) if people_ else []
    if not found:
        return
    sentences, paragraphs, runs = (starts(s, doc) for s in (corpus.sentences, blocks, corpus.spoken))
    first = int(np.searchsorted(corpus.spoken.doc, doc))
    voices = [corpus.voices[v].id for v in corpus.spoken.voice[first : first + len(runs)].tolist()]
    gender = {n.person.name: n.person.gender for n in known.namings}
    quoted = corpus.quotations[slice(*np.searchsorted(quotation_docs(corpus), (doc, doc + 1)))]
    sources = {q.mention[0] for q in quoted if q.mention}
    reports = sorted((q.start, q.end) for q in quoted if q.kind == "indirect")
    reach = list(accumulate((end for _, end in reports), max))  # where the last of the first so many ends

    def voice(at: int) -> str:
        row = bisect_right(runs, at) - 1
        return voices[row] if row >= 0 else ""

    referents = []
    for m in people_:
        sentence = bisect_right(sentences, m.start) - 1
        opens = sentence >= 0 and m.start - sentences[sentence] < 4
        rank = SUBJECT if opens else OTHER
        referents.append(
            Referent(
                m.start,
                sentence,
                bisect_right(paragraphs, m.start),
                m.actor,
                gender.get(m.actor, ""),
                True,
                rank,
            )
        )
    places, rows = [r.at for r in referents], [r.sentence for r in referents]
    said_by = [voice(at) for at in places]
    for p in found:
        start = p.start()
        speaker = voice(start)
        at = bisect_right(sentences, start) - 1
        row = bisect_right(reports, (start, len(text)))
        reported = row > 0 and reach[row - 1] > start
        near = range(bisect_left(rows, at - REACH), bisect_left(places, start))  # nobody farther off is meant
        allowed = [
            r
            for n in near
            if (r := referents[n])
            and (
                reported
                or (
                    (r.name != speaker or (said_by[n] == speaker and r.sentence >= at - 1))
                    and (r.at not in sources or said_by[n] == speaker)
                )
            )
        ]
        if not allowed:
            continue
        word = p.group().lower().replace("him", "he")
        meant = antecedent(word, start, at, bisect_right(paragraphs, start), allowed, {})
        if meant and meant[1] >= PLAIN:
            yield Mention(doc, start, p.end(), meant[0], "person", "pronoun", meant[1])


def starts(spans: Passages | Spoken, doc: int) -> list[int]:
    """Return where the spans of a document begin."""
    a, b = np.searchsorted(spans.doc, (doc, doc + 1))
    return list(spans.start[a:b].tolist())


@lru_cache(maxsize=1)
def quotation_docs(corpus: Corpus) -> Ints:
    """Return the document of every quotation."""
    return np.array([q.doc for q in corpus.quotations], np.int32)
