"""Stance: whether a voice is for or against those it names, mention by mention, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from rhetoric.errors import InputError
from rhetoric.extract.acts import Judged, judged
from rhetoric.extract.manner import more_than, one_of_many, spared
from rhetoric.extract.mention import Mention
from rhetoric.extract.mentions import mentions
from rhetoric.extract.stancewords import shipped_stance
from rhetoric.model.columns import Bools, Floats, Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

Longs = npt.NDArray[np.int64]
LABELS = ("negative", "neutral", "positive")
RULED, RULED_SURE = 0.8, 0.85  # value and sureness of a mention where an act toward it is judged
MORE, MANNER_SURE = (
    0.6,
    0.75,
)  # value of a mention that is said to do more than something; sureness of what the manner decides
WORDS = 0.4  # how much the word model has to say beside the encoder, in log odds
CITES = (
    "Hamborg, Felix and Donnay, Karsten (2021). NewsMTSC: A Dataset for (Multi-)Target-dependent Sentiment Classification in "
    "Political News Articles. Proceedings of EACL, 1663-1675.",
    "Deng, Lingjia and Wiebe, Janyce (2014). Sentiment Propagation via Implicature Constraints. Proceedings of EACL, 377-385.",
)
TOWARD = Feature(
    "stance.toward",
    1,
    "Stance toward those named",
    measure="mean",
    unit="mean of mentions, -1 to 1",
    about="Whether whoever speaks is for (above 0) or against (below 0) the people and bodies that they name; 0 is neither.",
    cites=CITES,
    limits=(
        "learned from sentences of American political news, a mention at a time: irony, praise of an opponent's failure and what the "
        "sentence before said are not understood",
        "of four mentions about one gets another answer than the annotators': sums over many mentions say more than any one",
        "the mean is over all mentions, of friends and opponents alike: look at the table of who toward whom first",
    ),
)
ACTS = Feature(
    "stance.acts",
    1,
    "Acts judged",
    measure="mean",
    unit="mean of acts, -1 to 1",
    about="Acts toward somebody ('attacking the Liberals') that the text calls wrong (below 0) or right, forbids or asks for.",
    cites=CITES[1:],
    limits=(
        "words of acts and of judgement come from a list, and what governs what is read from neighbouring words",
    ),
)


class Asked(NamedTuple):
    """A place whose stance is asked for: a mention, or a span that the input names in its field ``targets``."""

    doc: int
    start: int
    end: int
    target: str
    kind: str
    how: str


@dataclass(frozen=True)
class StanceExtractor:
    """The stance toward every mention of somebody, and toward every span that a document's ``targets`` ask for.

    Parameters
    ----------
    tier : {'model', 'lexical'}
        What reads it: the encoder, or a linear model over words.
    actors : str
        Path of the user's own actors; see `rhetoric.extract.actorfile.read_actors`.

    Notes
    -----
    Whose stance it is, is whose words the mention stands in. Where an act toward the mention is judged, asked for or forbidden
    (`rhetoric.extract.acts`), that decides, and so does the manner of naming (`rhetoric.extract.manner`): one name of a list of four or more is neutral, so is to whom a harm is
    denied, and who 'is not just' doing something is praised. Else the probabilities do, of the encoder and the word model together: the value is that of positive less that of negative. The
    mention of a speaker beside what he says ('Cruddas says') is neutral. What a person belongs to ('the Tory MP Zac Goldsmith') is
    not asked. attrs: ``target``; ``kind``; ``label``; ``sure``; ``why``, for the reader.
    """

    tier: Literal["model", "lexical"] = "model"
    actors: str = ""

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor with what the settings choose."""
        return cls("model" if settings.tone == "model" else "lexical", settings.actors)

    @property
    def features(self) -> tuple[Feature, ...]:
        """`stance.toward` and `stance.acts`."""
        return TOWARD, ACTS

    def extract(self, corpus: Corpus) -> Evidence:
        """Return the stance toward every mention, and how acts toward them are judged."""
        return self.answer(corpus, [*wanted(corpus, mentions(corpus, self.actors))])

    def answer(self, corpus: Corpus, asked: Sequence[Asked]) -> Evidence:
        """Return the stance toward some places, and how acts toward them are judged."""
        first, last = places(corpus, asked)
        there = np.flatnonzero(~wordless(corpus, asked, first))
        named = mentions(corpus, self.actors)
        scenes = list(scenes_of(corpus, named, there.tolist(), first, last))
        begins = {s.number: s.begin for s in scenes}
        rules, ways = rulings(scenes), manners(scenes)
        ways |= carried(asked, ways, corpus.token_sentence[first] if len(corpus.tokens) else first)
        chance = np.tile(np.array([0.0, 1.0, 0.0]), (len(asked), 1))  # without a word a span is neutral
        chance[there] = chances(corpus, first[there], last[there], self.tier)
        speaking = speakers(corpus, asked)
        rows: list[tuple[Asked, int, int, int, str, float, dict[str, Any]]] = []
        by = "encoder" if self.tier == "model" else "words"
        for n, m in enumerate(asked):
            rule = rules.get(n)
            attrs: dict[str, Any] = {"target": m.target, "kind": m.kind}
            if rule is not None:
                label = LABELS[rule.toward + 1]
                told = {"label": label, "sure": RULED_SURE, "why": rule.why}
                rows.append((m, 0, m.start, m.end, "act judged", RULED * rule.toward, attrs | told))
                act = act_row(corpus, m, rule, begins[n])
                rows.append((m, 1, *act))
            elif n in speaking:
                told = {"label": "neutral", "sure": 0.9, "why": "names who speaks"}
                rows.append((m, 0, m.start, m.end, "speaker", 0.0, attrs | told))
            elif m.how != "asked" and n in ways:
                value, why = ways[n]
                told = {"label": LABELS[1 + (value > 0)], "sure": MANNER_SURE, "why": why}
                rows.append((m, 0, m.start, m.end, "manner", value, attrs | told))
            else:
                p = chance[n]
                at = int(p.argmax())
                told = {"label": LABELS[at], "sure": round(float(p[at]), 2), "why": f"read by the {by}"}
                rows.append((m, 0, m.start, m.end, by, round(float(p[2] - p[0]), 3), attrs | told))
        names = tuple(dict.fromkeys(r[4] for r in rows))
        attrs_ = np.empty(len(rows), object)
        attrs_[:] = [r[6] for r in rows]
        return Evidence.build(
            corpus,
            self.features,
            names,
            doc=np.array([r[0].doc for r in rows], np.int32),
            feature=np.array([r[1] for r in rows], np.int32),
            entry=np.array([names.index(r[4]) for r in rows], np.int32),
            start=np.array([r[2] for r in rows], np.int32),
            end=np.array([r[3] for r in rows], np.int32),
            weight=np.array([r[5] for r in rows], np.float64),
            attrs=attrs_,
        )


def act_row(
    corpus: Corpus, m: Asked, rule: Judged, begin: int
) -> tuple[int, int, str, float, dict[str, Any]]:
    """Return the span of a judged act, from its word to the mention's end, and what is said of it; its sentence begins at `begin`."""
    start = int(corpus.tokens.start[begin + rule.first])
    what = "acts for" if rule.act > 0 else "acts against"
    label = LABELS[rule.judged + 1]
    attrs = {
        "target": f"{what} {m.target}",
        "kind": "act",
        "label": label,
        "sure": RULED_SURE,
        "why": rule.why,
    }
    return start, m.end, "act judged", RULED * rule.judged, attrs


def wanted(corpus: Corpus, named: Sequence[Mention]) -> Iterator[Asked]:
    """Yield what is asked about: the spans of the documents' ``targets``, and mentions that are none of these."""
    taken = set()
    by_place = {(m.doc, m.start, m.end): m for m in named}
    for doc, document in enumerate(corpus.documents):
        for start, end in targets_of(document.id, document.meta.get("targets"), len(document.text)):
            m = by_place.get((doc, start, end))
            name, kind = (m.actor, m.kind) if m else (" ".join(document.text[start:end].split()), "asked")
            taken.add((doc, start, end))
            yield Asked(doc, start, end, name, kind, "asked")
    for m in named:
        if m.how != "member" and (m.doc, m.start, m.end) not in taken:
            yield Asked(m.doc, m.start, m.end, m.actor, m.kind, m.how)


def targets_of(name: str, given: Any, length: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of a field ``targets``: a list of ``{"start": s, "end": e}``.

    Raises
    ------
    InputError
        If it is something else, or a span lies outside of the text.
    """
    if given is None:
        return
    what = "write targets as a list of {'start': s, 'end': e}, in characters of the text"
    if not isinstance(given, list | tuple):
        raise InputError(f"'targets' is {type(given).__name__}, not a list", what, name)
    for row in given:
        try:
            start, end = int(row["start"]), int(row["end"])
        except (TypeError, KeyError, ValueError, OverflowError):
            raise InputError(f"{row!r} in 'targets' has no start and end", what, name) from None
        if (start, end) != (row["start"], row["end"]):
            raise InputError(f"{row!r} in 'targets' are no whole numbers", what, name)
        if not 0 <= start < end <= length:
            raise InputError(
                f"the target {start} to {end} is not in the text of {length} characters", what, name
            )
        yield start, end


def speakers(corpus: Corpus, asked: Sequence[Asked]) -> set[int]:
    """Return which mentions, that no ``targets`` ask for, name the speaker of words in marks: 'says Cruddas', 'said Mr Jones'."""
    sources = [(q.doc, *q.mention) for q in corpus.quotations if q.mention and q.kind != "indirect"]
    begin = {(doc, start) for doc, start, _ in sources}
    inside = {(doc, at) for doc, start, end in sources for at in range(start, end)}
    return {
        n
        for n, m in enumerate(asked)
        if m.how != "asked"
        and ((m.doc, m.start) in begin or (m.kind == "person" and (m.doc, m.start) in inside))
    }


def places(corpus: Corpus, asked: Sequence[Asked] | Sequence[Mention]) -> tuple[Ints, Ints]:
    """Return the first token of each span, and the one after its last; at least one token each, see `wordless`."""
    tokens = corpus.tokens
    doc, start, end = spans(asked)
    ends = tokens.doc.astype(np.int64) << 32 | tokens.end
    first = np.minimum(np.searchsorted(ends, doc << 32 | start, "right"), max(0, len(tokens) - 1))
    last = np.maximum(np.searchsorted(corpus.token_place, doc << 32 | end, "left"), first + 1)
    return first.astype(np.int32), last.astype(np.int32)


def spans(asked: Sequence[Asked] | Sequence[Mention]) -> tuple[Longs, Longs, Longs]:
    """Return the document, start and end of each span."""
    columns = ([m.doc for m in asked], [m.start for m in asked], [m.end for m in asked])
    doc, start, end = (np.array(column, np.int64) for column in columns)
    return doc, start, end


def wordless(corpus: Corpus, asked: Sequence[Asked], first: Ints) -> Bools:
    """Return which spans hold no token of their text, so that the one given for them is another's."""
    tokens = corpus.tokens
    if not len(tokens):
        return np.ones(len(asked), np.bool_)
    doc, start, end = spans(asked)
    inside = (tokens.doc[first] == doc) & (tokens.start[first] < end) & (tokens.end[first] > start)
    return np.asarray(~inside, np.bool_)


def chances(corpus: Corpus, first: Ints, last: Ints, tier: str) -> Floats:
    """Return the probabilities of negative, neutral, positive for mentions, shape (mentions, 3)."""
    if not len(first):
        return np.empty((0, 3))
    odds = shipped_stance().odds(corpus, first, last)
    if tier == "model":
        from rhetoric.embed import toward

        odds = WORDS * normal(odds) + (1 - WORDS) * normal(toward(corpus, first, last).astype(np.float64))
    odds -= odds.max(axis=1, keepdims=True)
    out = np.exp(odds)
    return np.asarray(out / out.sum(axis=1, keepdims=True))


def normal(odds: Floats) -> Floats:
    """Return log odds as log probabilities."""
    top = odds.max(axis=1, keepdims=True)
    return np.asarray(odds - top - np.log(np.exp(odds - top).sum(axis=1, keepdims=True)))


class Scene(NamedTuple):
    """A place asked about in its sentence.

    Parameters
    ----------
    number : int
        Which of the places it is.
    words : list of str
        Of the sentence, folded, marks among them.
    others : list of bool
        Whether each word belongs to a mention of anybody, or to a place asked about.
    first, last : int
        Half-open places of the words asked about.
    begin : int
        The first token of the sentence.
    """

    number: int
    words: list[str]
    others: list[bool]
    first: int
    last: int
    begin: int


def scenes_of(
    corpus: Corpus, named: Sequence[Mention], there: Sequence[int], first: Ints, last: Ints
) -> Iterator[Scene]:
    """Yield the places asked about that stand in a sentence; `there` are those with a word. A sentence is laid out once."""
    tokens, sentence = corpus.tokens, corpus.token_sentence
    forms, _ = tokens.vocab.folding
    if not len(tokens):
        return
    a, b = places(corpus, named)
    size = len(tokens) + 1
    opened = np.bincount(np.concatenate([a, first[there]]), minlength=size)
    closed = np.bincount(np.concatenate([b, last[there]]), minlength=size)
    others = np.cumsum(opened - closed) > 0
    begins, ends = bounds(sentence, first[there])
    laid: dict[int, tuple[int, list[str], list[bool]]] = {}
    here = zip(
        there, first[there].tolist(), last[there].tolist(), begins.tolist(), ends.tolist(), strict=True
    )
    for n, at, stop, begin, end in here:
        row = int(sentence[at])
        if row < 0:
            continue
        if row not in laid:
            words = [forms[k] for k in tokens.folded[begin:end].tolist()]
            laid[row] = begin, words, others[begin:end].tolist()
        begin, words, marked = laid[row]
        yield Scene(n, words, marked, at - begin, min(stop - begin, len(words)), begin)


def rulings(scenes: Sequence[Scene]) -> dict[int, Judged]:
    """Return the judged act toward each place asked about that has one."""
    found = ((s.number, judged(s.words, s.first, s.last, s.others)) for s in scenes)
    return {n: rule for n, rule in found if rule is not None}


def manners(scenes: Sequence[Scene]) -> dict[int, tuple[float, str]]:
    """Return the value of places whose manner decides, and why: more than others, a harm denied, or one name of a list."""
    out: dict[int, tuple[float, str]] = {}
    for s in scenes:
        if said := more_than(s.words, s.first, s.last):
            out[s.number] = (MORE, f"'{said}': more than that")
        elif harm := spared(s.words, s.first, s.others):
            out[s.number] = (0.0, f"'{harm}': a harm denied")
        elif many := one_of_many(s.others, s.words, s.first, s.last):
            out[s.number] = (0.0, f"one of a list of {many}")
    return out


def carried(
    asked: Sequence[Asked], ways: Mapping[int, tuple[float, str]], sentence: Ints
) -> dict[int, tuple[float, str]]:
    """Return the mentions that stand in one sentence with one of the same actor who is said to do more than something."""
    more = {(int(sentence[n]), asked[n].target): way for n, way in ways.items() if way[0] > 0}
    keys = ((n, (int(sentence[n]), m.target)) for n, m in enumerate(asked) if n not in ways)
    return {n: more[key] for n, key in keys if key in more}


def bounds(sentence: Ints, at: Ints) -> tuple[Longs, Longs]:
    """Return the first token of the sentence that each token stands in, and the one after its last."""
    edges = np.flatnonzero(np.diff(sentence))
    edges = np.concatenate([[0], edges + 1, [len(sentence)]])
    row = np.searchsorted(edges, at, "right")
    return edges[row - 1], edges[row]
