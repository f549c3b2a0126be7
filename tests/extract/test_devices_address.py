"""Questions, answers, appeals, exclamations, parentheses, sentences without a verb and scare quotes."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from rhetoric.extract.devices import DeviceExtractor
from rhetoric.extract.devices.answered import QuestionAnswered
from rhetoric.extract.devices.exclamation import Exclamation
from rhetoric.extract.devices.imperative import Imperative
from rhetoric.extract.devices.minor import MinorSentence
from rhetoric.extract.devices.parenthesis import Parenthesis
from rhetoric.extract.devices.question import RhetoricalQuestion
from rhetoric.extract.devices.scare import ScareQuotes
from rhetoric.extract.prose import read as prose_of
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import read
from rhetoric.settings import Settings

ARTICLES = Path(__file__).parents[2] / "corpus"
DEVICES = DeviceExtractor(
    (
        RhetoricalQuestion(),
        QuestionAnswered(),
        Exclamation(),
        Imperative(),
        Parenthesis(),
        MinorSentence(),
        ScareQuotes(),
    )
)
QUESTION, ANSWERED, EXCLAMATION = (
    f"device.{n}" for n in ("rhetorical_question", "question_answered", "exclamation")
)
IMPERATIVE, PARENTHESIS = "device.imperative", "device.parenthesis"
MINOR, SCARE = "device.minor_sentence", "device.scare_quotes"

YES = [
    (
        QUESTION,
        "The mill closed. Why should they not be angry? They lost it all.",
        ["Why should they not be angry?"],
    ),
    (
        QUESTION,
        "Is it not time that we told the truth? We owe it to them.",
        ["Is it not time that we told the truth?"],
    ),
    (
        QUESTION,
        "They doubled the tax. Is that really the way to create jobs? It never was.",
        ["Is that really the way to create jobs?"],
    ),
    (QUESTION, "He promised a hospital. Where is it now? The field is empty.", ["Where is it now?"]),
    (QUESTION, "Who would have believed it? We did not.", ["Who would have believed it?"]),
    (
        QUESTION,
        "The question is: do we want to live like this? I think not.",
        ["do we want to live like this?"],
    ),
    (
        QUESTION,
        "They have cut the grant. If we are so rich, why are the schools cold? Nobody says.",
        ["If we are so rich, why are the schools cold?"],
    ),
    (ANSWERED, "Has anything changed? Nothing has.", ["Has anything changed? Nothing has."]),
    (ANSWERED, "Why did they wait? Because it suited them.", ["Why did they wait? Because it suited them."]),
    (ANSWERED, "Will it work? Of course it will.", ["Will it work? Of course it will."]),
    (ANSWERED, "Was it fair? No, it was a disgrace.", ["Was it fair? No, it was a disgrace."]),
    (
        ANSWERED,
        "How do we pay for it? The answer is simple.",
        ["How do we pay for it? The answer is simple."],
    ),
    (
        ANSWERED,
        "What are we defending? We are defending our homes.",
        ["What are we defending? We are defending our homes."],
    ),
    (ANSWERED, "Who pays the bill? The same poor families.", ["Who pays the bill? The same poor families."]),
    (ANSWERED, "A miracle? Well, perhaps.", ["A miracle? Well, perhaps."]),
    (EXCLAMATION, "We waited ten years. What a waste of time it was!", ["What a waste of time it was!"]),
    (EXCLAMATION, "Shame on them! They knew.", ["Shame on them!"]),
    (EXCLAMATION, "How quickly they forget! We do not.", ["How quickly they forget!"]),
    (EXCLAMATION, "It is all our fault, we are told!", ["It is all our fault, we are told!"]),
    (EXCLAMATION, "Enough! We go home now.", ["Enough!"]),
    (EXCLAMATION, "They call it progress, if you please!", ["They call it progress, if you please!"]),
    (IMPERATIVE, "It is late. Let us begin again.", ["Let us begin again."]),
    (IMPERATIVE, "Look at the empty shops. They were full once.", ["Look at the empty shops."]),
    (IMPERATIVE, "And think of the children who go without.", ["And think of the children who go without."]),
    (IMPERATIVE, "Do not be afraid of change.", ["Do not be afraid of change."]),
    (IMPERATIVE, "Take the case of a nurse on nights.", ["Take the case of a nurse on nights."]),
    (IMPERATIVE, "Vote for hope.", ["Vote for hope."]),
    (IMPERATIVE, "Let’s be honest, we lost.", ["Let’s be honest, we lost."]),
    (PARENTHESIS, "The plan – and it was a bold one – failed in a week.", ["and it was a bold one"]),
    (
        PARENTHESIS,
        "The minister -- who had never been there -- wrote the report.",
        ["who had never been there"],
    ),
    (PARENTHESIS, "All the members (or at least most of them) voted for it.", ["or at least most of them"]),
    (PARENTHESIS, "This House—I say it with regret—has let them down.", ["I say it with regret"]),
    (PARENTHESIS, "His answer - if it was one - pleased nobody at all.", ["if it was one"]),
    (
        PARENTHESIS,
        "The money (and there was not much of it) went on roads.",
        ["and there was not much of it"],
    ),
    (
        MINOR,
        "We held the seat by ten votes. A small victory. But it shows what we can do.",
        ["A small victory."],
    ),
    (
        MINOR,
        "They promised us a new school. Another broken promise. We have heard them all.",
        ["Another broken promise."],
    ),
    (MINOR, "Did he answer the letter that we sent? Not a word. He was away.", ["Not a word."]),
    (MINOR, "We asked them to name a date. And the result? They named none of them.", ["And the result?"]),
    (MINOR, "They say that it cannot be done. Nonsense. We did it last year in this town.", ["Nonsense."]),
    (
        MINOR,
        "It will be hard for all of us. No doubt about it. But we will not give in.",
        ["No doubt about it."],
    ),
    (SCARE, "They have sold us another “reform” that costs twice as much.", ["reform"]),
    (SCARE, "The so-called experts never left the building.", ["so-called experts"]),
    (SCARE, "We are all tired of their so-called principles by now.", ["so-called principles"]),
    (SCARE, 'They want an "independent" inquiry that they can steer.', ["independent"]),
    (SCARE, 'The tenants paid for their "free at last" landlords.', ["free at last"]),
    (
        SCARE,
        'It was a year of "tough choices" and "shared pain" in the north.',
        ["tough choices", "shared pain"],
    ),
]

NO = [
    (QUESTION, "Will the Minister say how many houses were built in 1950?"),
    (QUESTION, "May I ask the Secretary of State for his view?"),
    (QUESTION, "What steps is the Minister taking to reduce the number of accidents?"),
    (QUESTION, "Can you tell me when the report will be published?"),
    (QUESTION, "asked the Prime Minister whether he will make a statement on the floods?"),
    (QUESTION, "See the survey, Does Diversity Make A Difference? It has two parts."),
    (QUESTION, "It stands at http://example.org/page?id=3 on the web."),
    (QUESTION, "Does my hon. Friend agree that the figures will be published in May or June?"),
    (ANSWERED, "Why did they wait? The bill was read a second time."),
    (ANSWERED, "Has it changed? Where is the proof?"),
    (ANSWERED, "Did you see him? No, I was out."),
    (
        ANSWERED,
        "Who pays? No one in the ministry has told us, and the report that we were sent in May is silent on it.",
    ),
    (
        ANSWERED,
        "Is he here? Perhaps the clerk of the committee would read the letter that came today from the mayor.",
    ),
    (ANSWERED, "They asked us for help. Because of it we stayed."),
    (EXCLAMATION, "[HON. MEMBERS: Hear, hear!] The clause was read."),
    (EXCLAMATION, "Yahoo! reported a loss in the third quarter."),
    (EXCLAMATION, "Thank you all for coming!"),
    (EXCLAMATION, "He works for Jeb! in Iowa now."),
    (EXCLAMATION, "We saw the musical Oh What A Lovely War!"),
    (EXCLAMATION, "It is over. Nobody cheered."),
    (IMPERATIVE, "Please see the notes on page four."),
    (IMPERATIVE, "Let me say a word about the clause."),
    (IMPERATIVE, "Look Ahead Books was founded in May."),
    (IMPERATIVE, "Stop signs were put up in the street."),
    (IMPERATIVE, "The aims are these: vote for the bill and go home."),
    (IMPERATIVE, "Contact the office and ask for the leaflet."),
    (IMPERATIVE, "Take-home pay fell in the spring."),
    (PARENTHESIS, "The Member for Hull (Mr. Hall) spoke for an hour."),
    (PARENTHESIS, "The World Bank (WB) lent the money."),
    (PARENTHESIS, "It was a long-term and short-term plan for the region."),
    (PARENTHESIS, "They came for one thing – votes."),
    (PARENTHESIS, "The rule is old (see the note on page 4 of the report) and clear."),
    (PARENTHESIS, "It ran from 1990 - 1995 and again from 2001 - 2004 in Leeds."),
    (MINOR, "We held the seat by ten votes. It was a small victory. We went home."),
    (MINOR, "The House met at noon on Monday. The motion passed. Members went home."),
    (MINOR, "I beg to move that we adjourn. Mr. Speaker. The House will hear me."),
    (MINOR, "We have heard him for an hour. The Government knows best. So he says."),
    (MINOR, "A small victory. We held the seat by ten votes."),
    (MINOR, "The list is a long one this time. In Leeds 40. We go on."),
    (SCARE, 'He said it was "nonsense" and left.'),
    (SCARE, 'The word "shall" was left out of the clause.'),
    (SCARE, 'She read "The Common Good" on the train.'),
    (SCARE, 'The drug is known as "ice" in the city.'),
    (SCARE, 'He called the plan "brave" in the debate.'),
    (SCARE, 'They chanted "peace" outside the court.'),
    (SCARE, 'The bill was dubbed "unfair" by the press.'),
    (SCARE, 'The film "Gravity" was shown.'),
]

PARTS = [
    (ANSWERED, "Was it fair? No, it was a disgrace.", ["Was it fair?", "No, it was a disgrace."]),
    (QUESTION, "It is late – why should we not go? It is over.", ["why should we not go?"]),
    (PARENTHESIS, "The plan – and it was a bold one – failed in a week.", ["and it was a bold one"]),
    (IMPERATIVE, "But let us begin. It is late.", ["But let us begin."]),
    (
        MINOR,
        "We held the seat by ten votes. A small victory. But it shows what we can do.",
        ["A small victory."],
    ),
    (SCARE, "They have sold us another “reform” that costs twice as much.", ["reform"]),
    (EXCLAMATION, "Shame on them! They knew.", ["Shame on them!"]),
]

SEED = {
    QUESTION: {
        "What is the nature of the reckoning?",
        "what is the equivalent centre-left response to this moment of rupture?",
        "A pipedream?",
        "Where was the new kinder, gentler politics?",
        "Where was membership democracy?",
    },
    ANSWERED: {"A pipedream? Well, maybe."},
    MINOR: {"A pipedream?"},
    SCARE: {"hard Brexit, soft racist"},
    PARENTHESIS: {"at least some of them"},
}


def whole(*texts: str) -> Corpus:
    """Return texts with voices and quotations."""
    return read([Document(id=f"d{n}", text=text) for n, text in enumerate(texts)], Settings())


@pytest.fixture(scope="module")
def articles() -> Corpus:
    """Return the two articles."""
    return whole(*(p.read_text(encoding="utf-8").split("---\n", 2)[2] for p in sorted(ARTICLES.glob("*.md"))))


@pytest.mark.parametrize(("feature", "text", "spans"), YES)
def test_figures_are_found(feature, text, spans, corpus_of, found):
    corpus = whole(text) if feature == SCARE else corpus_of(text)
    assert found(DEVICES, corpus, feature) == spans


@pytest.mark.parametrize(("feature", "text"), NO)
def test_what_only_looks_like_a_figure_is_left(feature, text, corpus_of, found):
    corpus = whole(text) if feature == SCARE else corpus_of(text)
    assert found(DEVICES, corpus, feature) == []


@pytest.mark.parametrize(("feature", "text", "parts"), PARTS)
def test_parts_are_the_members_of_the_figure(feature, text, parts):
    rows = DEVICES.extract(whole(text)).of(feature)
    assert [text[a:b] for a, b in rows.attrs[0]["parts"]] == parts


@pytest.mark.parametrize("feature", SEED)
def test_the_figures_of_the_articles_are_found(feature, articles, found):
    assert SEED[feature] <= set(found(DEVICES, articles, feature))


def test_question_that_another_voice_answers_scores_less_and_is_not_answered_by_its_asker(voiced, corpus_of):
    text = "Why should they not be angry? No, they are content."
    alone = DEVICES.extract(corpus_of(text))
    debate = DEVICES.extract(voiced(text, ("Ann", "No, they are content."), role="speaker"))
    assert len(alone.of(ANSWERED)) == 1 and not len(debate.of(ANSWERED))
    assert debate.of(QUESTION).weight[0] < alone.of(QUESTION).weight[0]


def test_phrase_that_a_text_marks_again_and_again_is_no_scare_quote(found):
    text = "They sell “snow” by the gram. The “snow” is cut at night. Nobody knows where “snow” comes from."
    assert found(DEVICES, whole(text), SCARE) == []


def test_what_a_text_holds_does_not_depend_on_its_neighbours():
    texts = ["Was it fair? No, it was a disgrace.", "A small “win” for all. Let us go on."]
    both = DEVICES.extract(whole(*texts))
    single = [DEVICES.extract(whole(t)) for t in texts]
    for n, one in enumerate(single):
        mine = both.where(both.doc == n)
        assert list(zip(mine.feature, mine.start, mine.end, mine.weight, strict=True)) == list(
            zip(one.feature, one.start, one.end, one.weight, strict=True)
        )


def spent(corpus):
    """Return the CPU seconds of looking for devices once."""
    start = process_time()
    DEVICES.extract(corpus)
    return process_time() - start


@pytest.mark.parametrize(
    "unit",
    ["? ", "! ", "( a ) ", "- a ", "Why? No. ", "let us ", "so-called ", "a “b” and ", '"a" ', "A b. "],
)
def test_time_grows_with_the_text(unit):
    """A text eight times as long takes no more than thirty times as long."""
    times = []
    for size in (4_000, 32_000):
        corpus = whole(unit * (size // len(unit)))
        _ = corpus.token_sentence
        times.append(min(spent(corpus) for _ in range(3)))  # whatever else the machine does at the time
    assert times[1] < 30 * max(times[0], 0.01)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("They voted for the so-called energy legislation of last year.", ["so-called energy legislation"]),
        ("The so-called working classes are tired.", ["so-called working classes"]),
        ("These so-called principles that he holds are gone.", ["so-called principles"]),
        ('The so-called "rebels" went home.', ["rebels"]),
        ("It is, so-called, a plan.", []),
    ],
)
def test_so_called_is_said_of_all_that_belongs_together(text, spans):
    corpus = read([Document(id="a", text=text)], Settings())
    some = [figure for figure, _ in ScareQuotes().candidates(prose_of(corpus))]
    assert [text[a:b] for figure in some for a, b in figure.parts] == spans
