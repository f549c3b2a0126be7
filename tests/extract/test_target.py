"""What a metaphor is about, on sentences read by hand."""

from __future__ import annotations

import numpy as np
import pytest

from rhetoric.extract.target import targets
from rhetoric.match import Hits


def about(corpus_of, text, hit):
    corpus = corpus_of(text)
    tokens = corpus.tokens
    start = text.index(hit)
    first = int(np.searchsorted(tokens.start, start))
    last = int(np.searchsorted(tokens.start, start + len(hit)))
    return targets(
        corpus, Hits(np.zeros(1, np.int32), np.array([first], np.int32), np.array([last], np.int32))
    )[0]


@pytest.mark.parametrize(
    ("text", "hit", "target"),
    [
        ("Attacking the Liberals is wrong.", "Attacking", "Liberals"),
        ("It was the terminal decline of the Labour Party.", "terminal decline", "Labour Party"),
        (
            "His subsequent attacks on the Liberal leadership, they say, went on.",
            "attacks",
            "Liberal leadership",
        ),
        ("They cemented the progressive alliance.", "cemented", "progressive alliance"),
        ("The progressive alliance is a safe house for ideas.", "safe house", "progressive alliance"),
        ("Then Labour lurched, as everybody saw.", "lurched", "Labour"),
        ("A slow-paced Labour campaign.", "slow-paced", "Labour campaign"),
        ("His attacks on the Liberals were wrong.", "attacks", "Liberals"),
        ("They cemented the alliance.", "cemented", "alliance"),
        ("The coalition is a safe house.", "safe house", "coalition"),
        ("Labour lurched to the left.", "lurched", "Labour"),
        ("We are tired of slow-paced politics.", "slow-paced", "politics"),
    ],
)
def test_read_from_the_words_around(corpus_of, text, hit, target):
    assert about(corpus_of, text, hit) == target


@pytest.mark.parametrize(
    ("text", "hit", "target"),
    [
        ("The ministry is strangling the councils.", "strangling", "councils"),
        ("It was slow-paced politics.", "slow-paced", "politics"),
        ("The talks are also toxic.", "toxic", "talks"),
        ("The budget has been quietly buried on the quiet.", "buried", "budget"),
        ("Councils were starved of cash by the ministry.", "starved", "Councils"),
        ("The mood has turned increasingly sour ahead of the vote.", "sour", "mood"),
        ("We are deaf to the complaints.", "deaf", "complaints"),  # only where the subject is a pronoun
    ],
)
def test_a_predicate_is_about_its_subject(corpus_of, text, hit, target):
    assert about(corpus_of, text, hit) == target


@pytest.mark.parametrize(
    ("text", "hit", "target"),
    [
        ("The minister became the butt of jokes.", "butt", "minister"),
        ("He wants smarter and fairer rules.", "smarter", "fairer rules"),
        ("They hated the brutal, cold and endless negotiations.", "brutal", "endless negotiations"),
        ("They fear the destructive legacy of the treaty.", "destructive", "legacy"),
        ("The chancellor's bold gamble failed.", "gamble", "chancellor"),
        ("The country has a mountain to climb.", "mountain", "country"),
        ("The plan is in tatters.", "tatters", "plan"),
        ("The union is a figure of fun.", "fun", "union"),
        ("There is a storm over the budget.", "storm", "budget"),
        ("They fear the party machine.", "machine", "party"),
        ("The true disease is inflation.", "disease", "inflation"),
        ("The scheme was in a precarious situation.", "precarious", "scheme"),
    ],
)
def test_a_noun_is_about_what_it_stands_before_or_belongs_to(corpus_of, text, hit, target):
    assert about(corpus_of, text, hit) == target


@pytest.mark.parametrize(
    ("text", "hit", "target"),
    [
        ("They propped up the bank.", "propped", "bank"),
        ("Ministers want to shield and feed the hospitals.", "shield", "hospitals"),
        ("The unions, which have stumbled, met again.", "stumbled", "unions"),
        ("She met the workers who were drowning.", "drowning", "workers"),
        ("The pledge which ministers torpedoed is back.", "torpedoed", "pledge"),
        ("The envoy whom they crucified resigned.", "crucified", "envoy"),
        ("It is the price they swallowed.", "swallowed", "price"),
        ("The bill, mauled by the Lords, is back.", "mauled", "bill"),
        ("The bill, as everybody knows, has stalled.", "stalled", "bill"),
        ("Labour was beginning to crumble.", "crumble", "Labour"),
        ("I pleaded for mercy.", "pleaded", "mercy"),
        ("They have declared war on the unions.", "declared war on", "unions"),
        ("Ministers have closed ranks.", "closed ranks", "Ministers"),
    ],
)
def test_a_verb_is_about_its_object_or_its_subject(corpus_of, text, hit, target):
    assert about(corpus_of, text, hit) == target


@pytest.mark.parametrize(
    ("text", "hit", "target"),
    [
        ("The committee on pensions buckled.", "buckled", "committee"),
        ("The voters who live in London are drowning.", "drowning", "voters"),
        ("Many of the fears raised by the report are groundless.", "groundless", "fears"),
        ("The report dissected a number of the failures.", "dissected", "failures"),
        ("Most of the ministers buckled.", "buckled", "ministers"),
        ("Our support for that law has been buried.", "buried", "support"),
        ("When he wrote about the party leaders trembled.", "trembled", "party leaders"),
        ("It is hard to defy the will of the voters.", "defy", "will"),
        ("They fear the collapse, driven by greed.", "driven", "collapse"),
        ("They starved the poor.", "starved", "poor"),
        ("His attacks on the left were wrong.", "attacks", "left"),
        ("They savaged the Attorney General.", "savaged", "Attorney General"),
        ("They averted a collapse of the bank.", "averted", "collapse"),
        ("They tried to bury the plan tomorrow.", "bury", "plan"),
        ("Critics savaged the “golden share” scheme.", "savaged", "golden share” scheme"),
        ("They savaged Mr. Brown.", "savaged", "Mr. Brown"),
        ("The hon. Member waded in.", "waded", "hon. Member"),
    ],
)
def test_a_phrase_is_its_head_and_what_stands_before_it(corpus_of, text, hit, target):
    assert about(corpus_of, text, hit) == target


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("They were staring into the void.", "staring into the void"),  # a pronoun is no answer
        ("It was a ray of light.", "ray of light"),
        ("Forward!", "Forward"),
        ("At times he stumbles a bit.", "stumbles"),
        ("She hammered him.", "hammered"),
        ("In the end they stumbled.", "stumbled"),
        ("They stormed out yesterday.", "stormed"),
        ("They had a golden.", "golden"),
        ("The avalanche that buried the budget has melted.", "avalanche"),  # not past 'that'
        ("They want such a radical turnaround.", "turnaround"),  # an adjective is no answer
    ],
)
def test_unknown_is_an_answer(corpus_of, text, hit):
    assert about(corpus_of, text, hit) is None


def test_never_out_of_its_own_sentence(corpus_of):
    assert about(corpus_of, "The unions met. They clung on. The Tories left.", "clung on") is None


@pytest.mark.parametrize(
    "text", ["Of the, by \"and\" - to 'that who' is more of. and, or very the", "of", "..."]
)
def test_any_run_of_tokens_has_an_answer_or_none(corpus_of, text):
    corpus = corpus_of(text)
    size = len(corpus.tokens)
    first, last = np.triu_indices(size)
    hits = Hits(np.zeros(len(first), np.int32), first.astype(np.int32), last.astype(np.int32) + 1)
    assert len(targets(corpus, hits)) == len(first)
