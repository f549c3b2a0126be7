"""What there is to see in a question that tells whether an answer is wanted: its wording, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rhetoric.extract.devices.prose import Prose, Sentence
from rhetoric.extract.devices.questions import LEADING, OPENING, Question, mark
from rhetoric.extract.devices.words import AUXILIARIES, CONJUNCTIONS, DASHES, PRONOUNS, QUESTION_WORDS, closed

ADDRESSED = closed("you he she")
OFFICES = closed(
    "minister ministers secretary gentleman gentlemen friend friends lord lords lady baroness earl chancellor senator "
    "member members taoiseach tánaiste attorney-general solicitor-general president chairman speaker deputy"
)
ORDERING = closed(
    "say tell explain indicate state give make confirm consider assure ensure provide comment look take use bear "
    "publish inform undertake arrange clarify answer list name describe elaborate develop meet"
)
AGREEING = closed("agree agrees aware accept accepts recall share recognise recognize acknowledge welcome join")
FORMAL = closed("may might can could shall")
PERMITTED = closed(
    "ask put say remind take turn refer draw pay thank add point read begin make explain congratulate tell suggest urge "
    "bring welcome commend quote give declare express invite associate press just first also briefly"
)
REPORTED = closed("asks asked inquired enquired said says")
REPORTING = closed("asked asks whether wish like know ask wonder wondering")
NEGATIVE = closed("not no nor never nothing nobody none neither cannot nowhere")
WEAK = closed("any anyone anybody anything ever slightest single remotely at-all else")
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
LISTED = frozenset(("*", "•", "·"))
AMOUNT = closed("many much long often far soon big large old")
ANSWERS = closed("no yes not never nothing nobody none because certainly perhaps well exactly hardly answer course")
MODAL = closed("should can could would will shall might must may")
PAIRS = frozenset(
    "what about/what if/why not/how can/how could/why should/who would/what else/what more/what is/what are/where is/"
    "where are/where was/what happens/what happened/how do/what do/what did/what would/who is/what has".split("/")
)
VERBS = (
    ("will", closed("will shall won't")),
    ("modal", closed("would should could can might must may wouldn't shouldn't couldn't can't")),
    ("be", closed("is are was were am isn't aren't wasn't weren't")),
    ("do", closed("do does did don't doesn't didn't")),
    ("have", closed("has have had hasn't haven't hadn't")),
)


def signs(prose: Prose, question: Question) -> frozenset[str]:
    """Return the names of all that a question shows."""
    first, end = question.first, question.end
    rows = [n for n in range(first, end) if prose.is_word[n]]
    words = [prose.words[n].lstrip("0123456789") or prose.words[n] for n in rows]
    lead = 0
    while lead < len(words) - 1 and words[lead] in LEADING:
        lead += 1
    main = operator(prose, rows, words, lead)
    return frozenset(
        (
            *shape(words, lead, main),
            *(kind_of(words[main:]) if main >= 0 else ()),
            *lead_in(words[: max(main, 0)]),
            *wording(words, words[main:] if main >= 0 else words),
            *place(prose, question),
        )
    )


def operator(prose: Prose, rows: Sequence[int], words: Sequence[str], lead: int) -> int:
    """Return which word opens the question proper: the first that can, at the start or after a pause, or -1."""
    for k in range(lead, len(rows)):
        word = words[k]
        if word not in AUXILIARIES and word not in QUESTION_WORDS:
            continue
        before = prose.words[rows[k] - 1] if k > lead else ""
        after = prose.words[rows[k + 1]] if k + 1 < len(rows) else ""
        joined = before in CONJUNCTIONS or before == "for"
        if k == lead and not (word in ("when", "while") and inverts(prose, rows, k + 2)):
            return k
        if (before in (",", ":", ";", "—", *DASHES) or joined) and (
            (word in QUESTION_WORDS and (after in AUXILIARIES or after in ("not", *AMOUNT)))
            or (word in AUXILIARIES and (after in PRONOUNS or after in ("the", "my", "his", "not")))
        ):
            return k
    return -1


def inverts(prose: Prose, rows: Sequence[int], k: int) -> bool:
    """Return whether a clause with a verb before its subject comes after a pause later on."""
    return any(
        prose.words[rows[n]] in AUXILIARIES and prose.words[rows[n] - 1] == "," for n in range(k, len(rows))
    )


def shape(words: Sequence[str], lead: int, main: int) -> Iterator[str]:
    """Yield what the length and the opening of a question show."""
    if lead:
        yield "joined"
    if words[0] == "if" or words[lead] == "if":
        yield "if"
    if len(words) < 5:
        yield "short"
    if len(words) > 25:
        yield "long"
    if len(words) > 45:
        yield "very long"
    if main < 0:
        yield "statement" if any(w in AUXILIARIES for w in words) else "phrase"
    if len(words) > 3 and words[-1] in PRONOUNS | {"not"} and tagged(words):
        yield "tag"


def tagged(words: Sequence[str]) -> bool:
    """Return whether a question ends in '..., is it', '..., isn't it' or '..., is it not'."""
    cut = -3 if words[-1] == "not" else -2
    return words[cut] in AUXILIARIES and words[cut + 1] in PRONOUNS and len(words) + cut > 1


def kind_of(words: Sequence[str]) -> Iterator[str]:
    """Yield what kind of question it is, by its first words."""
    one, two = words[0], words[1] if len(words) > 1 else ""
    pair = f"{one} {two}"
    if pair in PAIRS:
        yield pair
    if one in QUESTION_WORDS:
        yield one
        if one == "how" and two in AMOUNT:
            yield "how many"
        if two in MODAL:
            yield "asks modal"
        if one in ("what", "which") and any(w in FACTUAL for w in words[1:5]):
            yield "factual"
    elif one in AUXILIARIES:
        yield next((f"whether {name}" for name, members in VERBS if one in members), "whether")
        near = words[1:6]
        who = addressed(near)
        if one in FORMAL and two in ("i", "we") and (one == "may" or not PERMITTED.isdisjoint(words[2:6])):
            yield "may I"
        elif who and any(w in AGREEING for w in near):
            yield "agree"
        elif who and one in MODAL:
            yield "request"
        elif who:
            yield "asks you"
        if one.endswith("n't") or "not" in words[1:7]:
            yield "negative opening"
        if "or" in words:
            yield "or"


def lead_in(words: Sequence[str]) -> Iterator[str]:
    """Yield what the words before the question proper show."""
    if "question" in words or "ourselves" in words or "yourself" in words:
        yield "put to oneself"
    if not REPORTED.isdisjoint(words) and not {"i", "we"} & set(words):
        yield "put by another"


def addressed(words: Sequence[str]) -> bool:
    """Return whether the subject is who is spoken to: 'you', 'he', or an office."""
    return bool(words) and (words[0] in ADDRESSED or any(w in OFFICES for w in words[:5]))


def wording(words: Sequence[str], proper: Sequence[str]) -> Iterator[str]:
    """Yield what the words of a question show, wherever they stand."""
    held = set(proper)
    if not NEGATIVE.isdisjoint(held) or any(w.endswith("n't") for w in proper):
        yield "negative"
    for name, members in (
        ("weak", WEAK),
        ("emphatic", EMPHATIC),
        ("judging", JUDGING),
        ("we", frozenset(("we", "us", "our", "ourselves"))),
        ("you", frozenset(("you", "your"))),
        ("one", frozenset(("one", "people", "anyone", "anybody", "somebody", "man"))),
        ("office", OFFICES | {"hon", "noble"}),
        ("ordering", ORDERING),
    ):
        if not members.isdisjoint(held):
            yield name
    if not REPORTING.isdisjoint(words[:6]):
        yield "reporting"
    text = " ".join(words)
    if any(p in text for p in ("your view", "do you think", "your sense", "your opinion", "would you say", "tell me")):
        yield "view"


def place(prose: Prose, question: Question) -> Iterator[str]:
    """Yield what stands beside a question."""
    sentence = prose.sentences[question.at]
    if prose.words[sentence.first] in LISTED or prose.words[sentence.first + 1] in (")", "."):
        yield "listed"
    if prose.words[question.first - 1] in ("[", ":") and prose.words[sentence.first] == "[":
        yield "called out"
    before, after = beside(prose, question, -1), beside(prose, question, 1)
    if sentence.first < question.first and any(prose.is_word[n] for n in range(sentence.first, question.first)):
        yield "led up to"
    if question.other:
        yield f"another {question.other}"
    if before is not None:
        yield "after question" if mark(prose, before) >= 0 else "after statement"
    if after is not None:
        if mark(prose, after) >= 0:
            yield "before question"
        else:
            yield "before statement"
            if any(prose.words[n] in ANSWERS for n in prose.openers(after.first, after.last, 2)):
                yield "answered"


def beside(prose: Prose, question: Question, step: int) -> Sentence | None:
    """Return the sentence before or after a question if the same voice speaks it."""
    n = question.at + step
    if not 0 <= n < len(prose.sentences):
        return None
    here, there = prose.sentences[question.at], prose.sentences[n]
    same = there.closer == question.voice if step < 0 else there.opener == question.voice
    return there if there.doc == here.doc and not there.heading and same else None
