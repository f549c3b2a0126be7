"""Every figure on hand-made texts, on its look-alikes, and on the seed page."""

from __future__ import annotations

from time import process_time

import pytest

from rhetoric.extract.devices import DeviceExtractor
from rhetoric.settings import Settings

DEVICES = DeviceExtractor()
TIERS = {"lexical": DEVICES, "model": DeviceExtractor.of(Settings())}
QUESTION, ANAPHORA = "device.rhetorical_question", "device.anaphora"
TRICOLON, ANTITHESIS = "device.tricolon", "device.antithesis"
CORRECTION, CONCESSION = "device.correction", "device.concession"

YES = [
    (QUESTION, "Labour is lost. What is it for? Nobody knows.", ["What is it for?"]),
    (QUESTION, "A pipedream? Well, maybe.", ["A pipedream?"]),
    (QUESTION, "It is about Labour – are we ready for this?", ["are we ready for this?"]),
    (QUESTION, "The question is: what is the answer to this?", ["what is the answer to this?"]),
    (
        QUESTION,
        "But what would they get, and what did the rules say?",
        ["But what would they get, and what did the rules say?"],
    ),
    (
        ANAPHORA,
        "Where was the gentler politics? Where was democracy? It rained.",
        ["Where was the gentler politics? Where was democracy?"],
    ),
    (
        ANAPHORA,
        "We will build homes. And we will mend roads. We will open schools.",
        ["We will build homes. And we will mend roads. We will open schools."],
    ),
    (ANAPHORA, "Never again. Never in my name. Never here.", ["Never again. Never in my name. Never here."]),
    (
        ANAPHORA,
        "We shall fight on the beaches, we shall fight on the hills, we shall fight in the streets.",
        ["We shall fight on the beaches, we shall fight on the hills, we shall fight in the streets"],
    ),
    (
        TRICOLON,
        "He was talking about belonging and neighbourliness and community, more politics.",
        ["belonging and neighbourliness and community"],
    ),
    (
        TRICOLON,
        "Frantic phone calls, hundreds of volunteers, and Labour MPs constrained by their party.",
        ["Frantic phone calls, hundreds of volunteers, and Labour MPs"],
    ),
    (
        TRICOLON,
        "We want a government of the people, by the people, for the people.",
        ["of the people, by the people, for the people"],
    ),
    (CORRECTION, "It is not just a defeat but a chance.", ["not just a defeat but a chance"]),
    (ANTITHESIS, "It is not a sprint but a marathon.", ["not a sprint but a marathon"]),
    (
        CORRECTION,
        "He is not just ticking boxes; he seems to think.",
        ["not just ticking boxes; he seems to think"],
    ),
    (ANTITHESIS, "This is both a defensive and offensive move.", ["both a defensive and offensive move"]),
    (
        ANTITHESIS,
        "We look at the things that went wrong, and at the things that went right.",
        ["went wrong, and at the things that went right"],
    ),
    (
        CONCESSION,
        "It’s a small victory – but it shows what is possible.",
        ["It’s a small victory – but it shows what is possible"],
    ),
    (CONCESSION, "It is slow, but it is sincere.", ["It is slow, but it is sincere"]),
    (ANTITHESIS, "It was a crime, not a mistake.", ["It was a crime, not a mistake"]),
    (ANTITHESIS, "It is not a sprint; it is a marathon.", ["It is not a sprint; it is a marathon"]),
    (ANTITHESIS, "We want the future but not the past.", ["the future but not the past"]),
    (ANTITHESIS, "We will not rest. We will fight on.", ["We will not rest. We will fight on."]),
    (ANTITHESIS, "It’s not a sprint. It’s a marathon.", ["It’s not a sprint. It’s a marathon."]),
]

NO = [
    (QUESTION, "I asked what it was for. He shrugged."),
    (ANAPHORA, "The vote was held. The count was slow."),
    (ANAPHORA, "He came in. He sat down. He spoke."),
    (ANAPHORA, "Gordon Brown resigned. Gordon Brown left."),
    (ANAPHORA, "It rained. It stopped."),
    (ANAPHORA, "The Tories won. The Tories governed. The Tories fell."),
    (TRICOLON, "Forces are split between Labour, Liberal Democrats, Greens, the SNP and more."),
    (TRICOLON, "Talks were held by Labour, Plaid Cymru and Greens."),
    (TRICOLON, "We bought apples, pears, plums and figs."),
    (TRICOLON, "By laying claim to the mutuals, co-operatives and local societies that built the movements."),
    (TRICOLON, "It rained in 2007, 2009 and 2010."),
    (TRICOLON, "He wrote about party reform, devolution and local government."),
    (TRICOLON, "When the vote came, people cheered and left."),
    (ANTITHESIS, "He's not just attacking the Liberals, as others have."),
    (ANTITHESIS, "I do not agree, but I will go."),
    (ANTITHESIS, "It was old and new friends came."),
    (ANTITHESIS, "He came, not surprisingly, late."),
    (ANTITHESIS, "It was late, but nobody left."),
    (ANTITHESIS, "He had not come; the meeting began at ten."),
    (ANTITHESIS, "From the top of the hill he saw the bottom."),
    (ANTITHESIS, "This bill does not help. This bill is a scandal."),
    (TRICOLON, "They take testimony and data from the public and hold hearings."),
    (TRICOLON, "They create or expand mental and behavioral health services."),
    (TRICOLON, "They fight poverty and drug abuse and help people get on."),
]


@pytest.mark.parametrize(("feature", "text", "spans"), YES)
def test_figures_are_found(feature, text, spans, corpus_of, found):
    assert found(DEVICES, corpus_of(text), feature) == spans


@pytest.mark.parametrize(("feature", "text"), NO)
def test_what_only_looks_like_a_figure_is_left(feature, text, corpus_of, found):
    assert found(DEVICES, corpus_of(text), feature) == []


def test_question_that_another_voice_answers_is_no_figure(voiced, found):
    text = "Will you stand? Will you win? I will stand. Why did he wait? He never said."
    corpus = voiced(text, ("Jon", "I will stand."))
    assert found(DEVICES, corpus, QUESTION) == ["Why did he wait?"]


def test_question_that_a_quoted_voice_leaves_to_the_narrator_counts_less(voiced, corpus_of):
    text = '"Why should Labour not fight?" The room fell silent.'
    left = DEVICES.extract(voiced(text, ("Jon", "Why should Labour not fight?"))).of(QUESTION)
    own = DEVICES.extract(corpus_of(text)).of(QUESTION)
    assert 0 < left.weight[0] < own.weight[0]


def test_question_put_by_a_quoted_voice_is_no_figure(voiced, found):
    text = 'She asked: "What is Labour for?" The room fell silent.'
    assert found(DEVICES, voiced(text, ("Ann", "What is Labour for?")), QUESTION) == []


def test_anaphora_stops_where_the_voice_changes(voiced, found):
    text = "Where was reform? Where was democracy?"
    assert found(DEVICES, voiced(text, ("Ann", "Where was democracy?")), ANAPHORA) == []


def test_parts_lie_inside_the_figure_in_order(seed):
    evidence = DEVICES.extract(seed)
    assert len(evidence)
    for start, end, weight, attrs in zip(
        evidence.start, evidence.end, evidence.weight, evidence.attrs, strict=True
    ):
        parts = attrs["parts"]
        assert parts[0][0] == start and parts[-1][1] == end
        assert parts == sorted(parts) and all(a < b for a, b in parts)
        assert 0 < weight <= 1


SEED = {
    QUESTION: [
        "What is the nature of the reckoning?",
        "are we heading towards a federal form of Labour, for instance?",
        "what is the equivalent centre-left response to this moment of rupture?",
        "A pipedream?",
        "Meanwhile, what about Labour?",
        "But what would they get back from the Liberal Democrats, and what did the rules say about not standing?",
        "Where was the new kinder, gentler politics?",
        "Where was membership democracy?",
        "Could the progressive alliance be the start of the new politics we have all hoped for?",
    ],
    ANAPHORA: ["Where was the new kinder, gentler politics? Where was membership democracy?"],
    TRICOLON: [
        "belonging and neighbourliness and community",
        "Frantic phone calls, hundreds of volunteers, and Labour MPs",
    ],
    ANTITHESIS: [
        "went wrong, as well as defending the things that went right",
        "both a defensive and offensive move",
    ],
    CORRECTION: [
        "not just be running from the record but having a nuanced approach to some of the things that went wrong, as well as defending the things that went right",
    ],
    CONCESSION: ["It’s a small victory – but it shows what is possible"],
}


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("feature", SEED)
def test_the_figures_of_the_seed_page_are_found(feature, tier, seed, found):
    assert set(SEED[feature]) <= set(found(TIERS[tier], seed, feature))


@pytest.mark.parametrize("tier", TIERS)
def test_the_seed_page_holds_no_other_questions(tier, seed, found):
    assert set(found(TIERS[tier], seed, QUESTION)) == set(SEED[QUESTION])


def spent(corpus):
    """Return the CPU seconds of looking for devices once."""
    start = process_time()
    DEVICES.extract(corpus)
    return process_time() - start


@pytest.mark.parametrize(
    "unit", ["and ", "not but ", "a, b and c ", "where was ", "wrong right ", ", ", '" ', "? ", "He is. "]
)
def test_time_grows_with_the_text(unit, corpus_of):
    """A text eight times as long takes no more than thirty times as long."""
    times = []
    for size in (4_000, 32_000):
        corpus = corpus_of(unit * (size // len(unit)))
        _ = corpus.token_sentence
        times.append(min(spent(corpus) for _ in range(3)))  # whatever else the machine does at the time
    assert times[1] < 30 * max(times[0], 0.01)
