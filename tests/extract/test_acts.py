"""Acts that a sentence judges, on sentences made by hand: the mention stands in brackets, other mentions in braces."""

from __future__ import annotations

import re

import pytest

from rhetoric.extract.actclauses import clause_of, just, turns
from rhetoric.extract.acts import Judged, act_of, acts, judged, judgement_of

TOKEN = re.compile(r"[\[\]{}]|[\w'-]+|[^\w\s]")


def read(sentence: str) -> Judged | None:
    """Return the judged act toward the mention in brackets."""
    words: list[str] = []
    named: list[bool] = []
    first = last = 0
    inside = False
    for token in TOKEN.findall(sentence.lower().replace("’", "'")):
        if token in "[{":
            inside, first = True, len(words) if token == "[" else first
        elif token in "]}":
            inside, last = False, len(words) if token == "]" else last
        else:
            words.append(token)
            named.append(inside)
    return judged(words, first, last, named)


@pytest.mark.parametrize(
    ("sentence", "toward"),
    [
        ("Attacking the [Liberals] is wrong.", 1),
        ("Attacking the [Liberals] is not wrong.", -1),
        ("Attacking the [Liberals] isn't right.", 1),
        ("Attacking the [Liberals] is not right.", 1),
        ("Attacking the [Liberals] is not the answer.", 1),
        ("Attacking the [Liberals] is not just wrong but stupid.", 1),
        ("Attacks on the [Liberals] are unfair.", 1),
        ("The attack on the [Liberals] in Scotland was a mistake.", 1),
        ("Working with the [Greens] is the right thing to do.", 1),
        ("To support the [Tories] would be a disgrace.", -1),
        ("Attacking [Mr. Brown] is wrong.", 1),
        ("Attacking Mr. [Brown] is wrong.", 1),
    ],
)
def test_the_act_is_called_something_after_a_copula(sentence, toward):
    found = read(sentence)
    assert found is not None
    assert found.toward == toward
    assert "is called" in found.why


@pytest.mark.parametrize(
    ("sentence", "toward"),
    [
        ("I think it’s definitely a mistake to attack the [Liberals].", 1),
        ("It would not be a mistake to attack the [Liberals].", -1),
        ("It's a grave mistake for {Labour} to attack and disparage the [Liberal Democrats].", 1),
        ("It is right to say it is a mistake to attack the [Liberals].", 1),
        ("It is vital to work closely with [Labour].", 1),
        ("There is a danger of ignoring the [Greens].", 1),
        ("There is no danger of ignoring the [Greens].", -1),
        ("That is no way to thank the [nurses].", -1),
        ("He did not come, so it is wrong to attack the [Liberals].", 1),
    ],
)
def test_the_act_is_called_something_before_it(sentence, toward):
    found = read(sentence)
    assert found is not None
    assert found.toward == toward
    assert "is called" in found.why


@pytest.mark.parametrize(
    ("sentence", "toward"),
    [
        ("We should respect the [Liberals].", 1),
        ("We must stop the [Tories].", -1),
        ("We should not attack the [Liberals].", 1),
        ("You mustn't trust the [Tories].", -1),
        ("We must stop attacking the [Liberals].", 1),
        ("Nobody should bully the [nurses].", 1),
        ("Let's help the [Greens].", 1),
        ("We need to work with the [Liberals] and with the {Greens}.", 1),
        ("We need to work with the {Liberals} and with the [Greens].", 1),
        ("There is no need to attack the [Liberals].", 1),
        ("We should show courtesy towards the [Liberals].", 1),
        ("We should end the attacks on the [Liberals].", 1),
        ("We should work with {Labour} rather than attack the [Liberals].", 1),
        ("Let us praise and embrace [them].", 1),
    ],
)
def test_the_act_is_asked_for_or_warned_against(sentence, toward):
    found = read(sentence)
    assert found is not None
    assert found.toward == toward
    assert found.why.endswith(("is asked for", "is warned against"))


@pytest.mark.parametrize(
    ("sentence", "toward", "why"),
    [
        ("We do not attack the [Liberals].", 1, "refused"),
        ("I will never forgive the [Tories].", -1, "refused"),
        ("We cannot support {Labour} or the [Greens].", -1, "refused"),
        ("We have no respect for the [Tories].", -1, "refused"),
        ("I am not opposed to the [bill].", 1, "refused"),
        ("Never trust the [Tories].", -1, "warned against"),
        ("Don't attack the [Liberals].", 1, "warned against"),
        ("“Stop attacking the [Liberals].”", 1, "warned against"),
    ],
)
def test_the_speaker_s_own_side_refuses_or_tells(sentence, toward, why):
    found = read(sentence)
    assert found is not None
    assert found.toward == toward
    assert found.why.endswith(why)


@pytest.mark.parametrize(
    "sentence",
    [
        "They attacked the [Liberals].",  # told, not judged
        "The [Liberals] attacked us.",
        "The [Tories] are wrong.",
        "David is not just attacking the [Liberals], as some of the others have.",
        "We are not just attacking the [Liberals].",
        "We should not only support the [Liberals].",
        "Should we attack the [Liberals]?",
        "If we do not support the [Tories], they will lose.",
        "Had I not supported [him], he would have lost.",
        "I can never thank [her] enough.",
        "Real conservatives, he says, do not support the [Tories].",  # not the speaker's own side
    ],
)
def test_no_rule_reads_what_is_not_judged(sentence):
    assert read(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "We must protect workers from the [Tories].",
        "We should help {Labour} against the [Tories].",
        "We must fight for the [Greens].",
        "We should fight, and [Labour] is right.",
        "We must not be attacked by the [Tories].",
        "We need support from the [Tories].",
        "We should blame the {Tories}, not the [Liberals].",
        "We must stop portraying the [Liberals] as traitors.",
        "He should go back to the [Commons].",
        "They should understand that [Labour] lost.",
        "We need all the help [he] can give.",  # a subject
        "The United [Parliament] must act.",  # no act at all
        "We should go on, including the [Greens].",
        "She needs to calibrate her attacks on the [Liberals].",
        "Some should be shunned for supporting the [Tories].",
    ],
)
def test_no_rule_reads_an_act_toward_somebody_else(sentence):
    assert read(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "They attacked the [Liberals] because {Clegg} is wrong.",
        "They attacked the [Liberals] and {Clegg} said it. It is wrong.",
        "Working with the [Greens] is on the right.",
        "He was right, and they attacked the [Liberals].",
    ],
)
def test_no_rule_takes_a_judgement_of_something_else(sentence):
    assert read(sentence) is None


def test_a_judged_act_tells_its_place_and_its_words():
    found = read("Cruddas warns that it's a grave mistake to attack and disparage the [Liberal Democrats].")
    assert (found.first, found.last, found.act, found.judged) == (8, 14, -1, -1)
    assert found.why == "'attack and disparage the liberal democrats' is called 'mistake'"
    assert (
        read("Attacking the [Liberals] is not right.").why == "'attacking the liberals' is called 'not right'"
    )
    assert (
        read("Attacking the [Liberals] is not wrong.").why == "'attacking the liberals' is called not 'wrong'"
    )


def test_words_of_acts_and_judgement():
    assert [act_of(w) for w in ("attack", "denigrating", "respect", "welcomed", "table")] == [-1, -1, 1, 1, 0]
    assert [
        judgement_of(*w) for w in (("wrong", ""), ("not", "right"), ("only", "way"), ("right", "wing"))
    ] == [
        -1,
        -1,
        1,
        1,
    ]
    assert {"should", "must"} <= acts().asked


def test_what_turns_round():
    assert turns("we do not".split())
    assert not turns("nobody should stop".split())
    assert not turns("we do not just".split())
    assert turns("rather than".split())
    assert not turns("we would rather".split())
    assert just("he is not only".split())
    assert clause_of("i know that we do".split()) == (["we", "do"], "that")


@pytest.mark.parametrize("sentence", ["[Labour]", "[it] is", "attack [Labour]", "is wrong [Labour] attack"])
def test_any_run_of_words_has_an_answer(sentence):
    read(sentence)
