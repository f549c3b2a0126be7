"""Claims and reasons on hand-made sentences and on their look-alikes."""

from __future__ import annotations

import pytest

from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.extract.discourse.claim import Claim
from rhetoric.extract.discourse.reason import Reason

ARGUMENT = DiscourseExtractor((), (Claim(), Reason()))
CLAIM, REASON = "discourse.claim", "discourse.reason"

CLAIMS = [
    ("We must build more homes.", "we must"),
    ("In the long run, we cannot afford to wait.", "we cannot"),
    ("The Government should publish the report.", "the government should"),
    ("That is why we need a new law.", "we need"),
    ("The cost is high, but we ought to pay it.", "we ought"),
    ("I believe that the plan will work.", "i believe"),
    ("I do not think the amendment is needed.", "i do not think"),
    ("In my view the tax is too high.", "in my view"),
    ("The truth is that the scheme has failed.", "the truth is"),
    ("It is wrong to sell the forest.", "it is wrong"),
    ("It's time for the House to act.", "it's time"),
    ("There is no alternative to reform.", "there is no alternative"),
    ("Closing the library is a disgrace.", "is a disgrace"),
    ("A tax on land is the best way to pay for it.", "is the best way"),
]
NO_CLAIMS = [
    "Must we build more homes?",
    "He said that we must build more homes.",
    "The report which we must publish is late.",
    "I should like to thank the clerks.",
    "We should be grateful for a reply.",
    "There must have been many of them.",
    "It should be noted that the meeting is at noon.",
    "I think so.",
    "He believes that the plan will work.",
    "If it is wrong, he will say so.",
    "The hon. Member says that it is a disgrace.",
    "It is important to note that the figures are old.",
    "There is no question of a vote today.",
    "The offices closed in May.",
]
REASONS = [
    ("We must act now because lives are at stake.", ["because lives are at stake"]),
    (
        "I oppose the Bill, because it is unjust, but I shall not divide the House.",
        ["because it is unjust"],
    ),
    ("Because the road is unsafe, we should close it.", ["Because the road is unsafe"]),
    ("It is wrong to wait, since the cost is rising.", ["since the cost is rising"]),
    ("We shall succeed, for we have no choice.", ["for we have no choice"]),
    ("We should pay it, for it is a just debt.", ["for it is a just debt"]),
    ("Repair the roof now. Otherwise it will fall.", ["Otherwise it will fall"]),
    ("After all, they are our neighbours.", ["After all, they are our neighbours"]),
    ("The reason is that the money has gone.", ["that the money has gone"]),
    (
        "I support it because it is fair and because it is cheap.",
        ["because it is fair and because it is cheap"],
    ),
    ('"This is vital because it will save lives," said Senator Smith.', ["because it will save lives"]),
]
NO_REASONS = [
    "The mill closed because the river flooded.",
    "He resigned because he was ill.",
    "We must act, but not because they ask for it.",
    "I oppose it because of the cost.",
    "Should we act because they ask for it?",
    "Prices have doubled since the war, and we must act.",
    "He says that we should act because they ask for it.",
    "No one should pay more because the state is greedy.",
    "The committee met people who fled because the law is harsh.",
    "We must vote for the Bill.",
    "They are not otherwise employed.",
]


@pytest.mark.parametrize(("text", "sign"), CLAIMS, ids=[t[:40] for t, _ in CLAIMS])
def test_a_claim_is_the_sentence(text, sign, corpus_of, found):
    corpus = corpus_of(f"The day was cold. {text} The sun came out.")
    evidence = ARGUMENT.extract(corpus).of(CLAIM)
    assert found(ARGUMENT, corpus, CLAIM) == [text]
    assert [a["sign"] for a in evidence.attrs] == [sign]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_no_claim(text, corpus_of, found):
    assert found(ARGUMENT, corpus_of(text), CLAIM) == []


@pytest.mark.parametrize(("text", "reasons"), REASONS, ids=[t[:40] for t, _ in REASONS])
def test_a_reason_is_its_clause(text, reasons, corpus_of, found):
    assert found(ARGUMENT, corpus_of(text), REASON) == reasons


@pytest.mark.parametrize("text", NO_REASONS)
def test_no_reason(text, corpus_of, found):
    assert found(ARGUMENT, corpus_of(text), REASON) == []


def test_a_text_is_read_alone(corpus_of, found):
    texts = [
        "There is no",
        "We must",
        "I believe",
        "because",
        "It is wrong",
        "the truth is that we",
        "alternative here.",
    ]
    apart = [w for t in texts for w in found(ARGUMENT, corpus_of(t))]
    together = corpus_of(*texts)
    assert sorted(found(ARGUMENT, together)) == sorted(apart)


def test_the_seed_page(seed, found):
    assert "Attacking the Liberals is wrong." in [w.strip('"') for w in found(ARGUMENT, seed, CLAIM)]
    assert any(w.startswith("because what we're seeing") for w in found(ARGUMENT, seed, REASON))


@pytest.mark.parametrize(
    "texts",
    [
        ("wrong but is",),
        ("Where", "wrong but is"),
        ("wrong but is", "Where"),
        ("What he did is", "wrong but"),
    ],
)
def test_a_judgement_is_not_tied_to_a_verb_outside_its_sentence(texts, corpus_of, found):
    assert found(ARGUMENT, corpus_of(*texts), CLAIM) == []
    assert found(ARGUMENT, corpus_of(*texts, "That is wrong."), CLAIM) == ["That is wrong."]
