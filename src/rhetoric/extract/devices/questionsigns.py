"""What there is to see in a question that tells whether an answer is wanted: its wording, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rhetoric.extract.devices.questions import LEADING, Question, mark
from rhetoric.extract.devices.words import AUXILIARIES, CONJUNCTIONS, DASHES, PRONOUNS, QUESTION_WORDS, closed
from rhetoric.extract.prose import Prose, Sentence

ADDRESSED = closed("you he she")
OFFICES = closed(
    "minister ministers secretary gentleman gentlemen friend friends lord lords lady baroness earl chancellor senator "
    "member members taoiseach tánaiste attorney-general solicitor-general president chairman speaker deputy"
)
AGREEING = closed(
    "agree agrees aware accept accepts recall share recognise recognize acknowledge welcome join"
)
FORMAL = closed("can could shall")
REPORTING = closed("asked asks ask whether wonder wondering")
WANTING = closed(
    "know knows clear clarify clarification explain explanation wonder ask asked asks question questions helpful grateful "
    "answer reply replies tell"
)
VIEWS = ("your view", "do you think", "your sense", "your opinion", "would you say", "tell me")
NEGATIVE = closed("not no nor never nothing nobody none neither cannot nowhere")
EMPHATIC = closed(
    "really possibly seriously surely simply even actually honestly earth heaven truly indeed merely conceivably just"
)
JUDGING = closed(
    "wrong unfair unreasonable immoral foolish absurd ludicrous ridiculous disgrace disgraceful shameful scandal wonder "
    "worth seriously blame matter surprising deserve justify justified justification excuse earth sense point triumph "
    "credible nonsense hypocrisy pretend dare frivolous honest decent sane"
)
FACTUAL = closed(
    "steps progress plans proposals number percentage proportion date cost figure figures evidence assessment "
    "arrangements discussions consultations representations information position reason estimate measures action "
    "responsibility prospects role timetable timescale template assurance assurances efforts machinery extent"
)
AMOUNT = closed("many much long often far soon big large old")
MODAL = closed("should can could would will shall might must may")
VERBS = (
    ("will", closed("will shall won't")),
    ("would", closed("would should could can might must may wouldn't shouldn't couldn't can't")),
    ("is", closed("is are was were am isn't aren't wasn't weren't")),
)
GENERIC = closed("one people anyone anybody somebody man")
HOLDING = (
    ("emphatic", EMPHATIC),
    ("judging", JUDGING),
    ("one", GENERIC),
    ("we", closed("we us our ourselves")),
    ("you", closed("you your")),
    ("office", OFFICES | closed("hon noble")),
)
BULLETS = frozenset(("*", "•", "·"))
LONG, VERY_LONG, SHORT = 25, 45, 5


def signs(prose: Prose, question: Question) -> frozenset[str]:
    """Return the names of all that a question shows."""
    rows = [n for n in range(question.first, question.end) if prose.is_word[n]]
    words = [prose.words[n].lstrip("0123456789") or prose.words[n] for n in rows]
    lead = 0
    while lead < len(words) - 1 and words[lead] in LEADING:
        lead += 1
    main = operator(prose, rows, words, lead)
    return frozenset(
        (
            *shape(words, lead, main),
            *(opened(words[main:]) if main >= 0 else ()),
            *wording(words, words[max(main, 0) :]),
            *place(prose, question),
        )
    )


def operator(prose: Prose, rows: Sequence[int], words: Sequence[str], lead: int) -> int:
    """Return which word opens the question proper: the first that can, at the start or after a pause, or -1."""
    for k in range(lead, len(rows)):
        word = words[k]
        if word not in AUXILIARIES and word not in QUESTION_WORDS:
            continue
        if k == lead and not (word == "when" and inverts(prose, rows, k + 2)):
            return k
        before, after = prose.words[rows[k] - 1], words[k + 1] if k + 1 < len(rows) else ""
        if k == lead or not (before in (",", ":", ";", "for", *DASHES) or before in CONJUNCTIONS):
            continue
        if word in QUESTION_WORDS:
            fits = after in AUXILIARIES or after == "not" or after in AMOUNT
        else:
            fits = after in PRONOUNS or after in ("the", "my", "his", "not")
        if fits:
            return k
    return -1


def inverts(prose: Prose, rows: Sequence[int], k: int) -> bool:
    """Return whether a verb opens a clause after a comma later on, as in 'When he comes, will he say'."""
    return any(prose.words[n] in AUXILIARIES and prose.words[n - 1] == "," for n in rows[k:])


def shape(words: Sequence[str], lead: int, main: int) -> Iterator[str]:
    """Yield what the length and the opening of a question show."""
    if len(words) < SHORT:
        yield "short"
    if len(words) > LONG:
        yield "long"
    if len(words) > VERY_LONG:
        yield "very long"
    if words[lead] == "if":
        yield "if"
    if main < 0 and any(w in AUXILIARIES for w in words):
        yield "statement"


def opened(words: Sequence[str]) -> Iterator[str]:
    """Yield what the opening of the question proper shows."""
    one, two = words[0], words[1] if len(words) > 1 else ""
    if one in QUESTION_WORDS:
        if two in MODAL:
            yield "asks modal"
        if one in ("what", "which") and not FACTUAL.isdisjoint(words[1:5]):
            yield "factual"
        if one in ("why", "where"):
            yield "why not" if two == "not" else one
        return
    near = words[1:6]
    if GENERIC.isdisjoint(near[:2]):
        yield from (name for name, members in VERBS if one in members)
    if near and (near[0] in ADDRESSED or not OFFICES.isdisjoint(near)):
        if not AGREEING.isdisjoint(near):
            yield "agree"
        elif one in MODAL and "have" not in near[:4]:
            yield "request"
    if two == "i" and one in FORMAL:
        yield "can I"
    if two == "it":
        yield "is it"
    if one.endswith("n't") or "not" in words[1 : words.index("or") if "or" in words[:7] else 7]:
        yield "negative opening"
    if "or" in words:
        yield "or"


def wording(words: Sequence[str], proper: Sequence[str]) -> Iterator[str]:
    """Yield what the words of a question show, wherever they stand."""
    held = set(proper)
    if proper[-2:] == ["or", "not"]:
        held.discard("not")
    text = " ".join(words)
    if not NEGATIVE.isdisjoint(held) or ("n't" in text and any(w.endswith("n't") for w in proper)):
        yield "negative"
    for name, members in HOLDING:
        if not members.isdisjoint(held):
            yield name
    if not REPORTING.isdisjoint(words[:6]):
        yield "reporting"
    if any(view in text for view in VIEWS):
        yield "view"


def place(prose: Prose, question: Question) -> Iterator[str]:
    """Yield what stands beside a question."""
    first = prose.sentences[question.at].first
    if prose.words[first] in BULLETS or prose.words[first + 1] == ")":
        yield "listed"
    if question.other:
        yield f"another {question.other}"
    before, after = beside(prose, question, -1), beside(prose, question, 1)
    if any(prose.is_word[n] for n in range(first, question.first)):
        yield "after statement"
    elif before is not None:
        yield "after question" if mark(prose, before) >= 0 else "after statement"
    if after is not None:
        yield "before question" if mark(prose, after) >= 0 else "before statement"
    if any(wants(prose, s) for s in (before, after) if s is not None):
        yield "asked beside"


def wants(prose: Prose, sentence: Sentence) -> bool:
    """Return whether a statement says that something is asked for."""
    return mark(prose, sentence) < 0 and not WANTING.isdisjoint(prose.words[sentence.first : sentence.last])


def beside(prose: Prose, question: Question, step: int) -> Sentence | None:
    """Return the sentence before or after a question if the same voice speaks it."""
    n = question.at + step
    if not 0 <= n < len(prose.sentences):
        return None
    here, there = prose.sentences[question.at], prose.sentences[n]
    same = there.closer == question.voice if step < 0 else there.opener == question.voice
    return there if there.doc == here.doc and not there.heading and same else None
