"""Antithesis, correction, concession, litotes and chiasmus on hand-made sentences and on their look-alikes."""

from __future__ import annotations

import pytest

from rhetoric.extract.devices import DeviceExtractor
from rhetoric.extract.devices.antithesis import Antithesis
from rhetoric.extract.devices.chiasmus import Chiasmus
from rhetoric.extract.devices.concession import Concession
from rhetoric.extract.devices.correction import Correction
from rhetoric.extract.devices.litotes import Litotes
from rhetoric.extract.devices.members import stem
from rhetoric.extract.prose import read

DEVICES = DeviceExtractor((Antithesis(), Correction(), Concession(), Litotes(), Chiasmus()))
ANTITHESIS, CORRECTION = "device.antithesis", "device.correction"
CONCESSION, LITOTES, CHIASMUS = "device.concession", "device.litotes", "device.chiasmus"

YES = [
    (ANTITHESIS, "It tells of the things that went wrong, and of the things that went right.", ["went wrong", "and of the things that went right"]),
    (ANTITHESIS, "This is both a defensive and offensive move.", ["both a defensive", "offensive move"]),
    (ANTITHESIS, "We need less talk in public and more talk in private.", ["less talk in public", "more talk in private"]),
    (ANTITHESIS, "They promise more hope and less fear.", ["more hope", "less fear"]),
    (ANTITHESIS, "We do not ask for charity; we ask for justice.", ["We do not ask for charity", "we ask for justice"]),
    (ANTITHESIS, "She came not as a guest, but as a thief.", ["not as a guest", "but as a thief"]),
    (ANTITHESIS, "The tax won't hurt the landlord, but it will hurt the tenant.", ["The tax won't hurt the landlord", "but it will hurt the tenant"]),
    (ANTITHESIS, "It is easy to promise, but hard to deliver.", ["It is easy to promise", "but hard to deliver"]),
    (ANTITHESIS, "It was the best of times, it was the worst of times.", ["It was the best of times", "it was the worst of times"]),
    (ANTITHESIS, "Too little has been done and too much has been said.", ["Too little has been done", "too much has been said"]),
    (ANTITHESIS, "Not men but measures.", ["Not men", "but measures"]),
    (ANTITHESIS, "They talk; we act.", ["They talk", "we act"]),
    (ANTITHESIS, "A pension is a right, not a favour.", ["A pension is a right", "not a favour"]),
    (ANTITHESIS, "We will not wait. We will march.", ["We will not wait.", "We will march."]),
    (ANTITHESIS, "They promised jobs. They delivered unemployment.", ["They promised jobs.", "They delivered unemployment."]),
    (CORRECTION, "David is not just going down a checklist of policies; he seems to me to be echoing a more fundamental sentiment.", ["not just going down a checklist of policies", "he seems to me to be echoing a more fundamental sentiment"]),
    (CORRECTION, "It is not only a debt but also a promise.", ["not only a debt", "but also a promise"]),
    (CORRECTION, "The tax falls not on the rich but on the poor.", ["not on the rich", "but on the poor"]),
    (CORRECTION, "They isolated the town rather than its mayor.", ["They isolated the town", "rather than its mayor"]),
    (CORRECTION, "Instead of a grand design, we had a muddle.", ["Instead of a grand design", "we had a muddle"]),
    (CORRECTION, "It was less a plan than a prayer.", ["less a plan", "than a prayer"]),
    (CORRECTION, "That isn't a policy. It's a slogan.", ["That isn't a policy.", "It's a slogan."]),
    (CORRECTION, "The bridge was closed by frost, not by neglect.", ["The bridge was closed by frost", "not by neglect"]),
    (CORRECTION, "I do not blame the driver, but I do blame the firm.", ["I do not blame the driver", "but I do blame the firm"]),
    (CORRECTION, "We came not to destroy but to build.", ["not to destroy", "but to build"]),
    (CONCESSION, "It's a small victory - but it shows what is possible.", ["It's a small victory", "but it shows what is possible"]),
    (CONCESSION, "Of course there were mistakes, but the plan was sound.", ["Of course there were mistakes", "but the plan was sound"]),
    (CONCESSION, "Although the harvest failed, the village survived.", ["Although the harvest failed", "the village survived"]),
    (CONCESSION, "While the aim is noble, the means are not.", ["While the aim is noble", "the means are not"]),
    (CONCESSION, "I accept that roads cost money. But lives matter more.", ["I accept that roads cost money.", "But lives matter more."]),
    (CONCESSION, "We may lose the vote, but we shall keep our word.", ["We may lose the vote", "but we shall keep our word"]),
    (CONCESSION, "I have no wish to delay the House, but I thought the point worth making.", ["I have no wish to delay the House", "but I thought the point worth making"]),
    (CONCESSION, "The road is steep, although it would be wrong to call it hopeless.", ["The road is steep", "although it would be wrong to call it hopeless"]),
    (LITOTES, "That view is not unlike my own.", ["not unlike"]),
    (LITOTES, "It is not an unreasonable request.", ["not an unreasonable request"]),
    (LITOTES, "Moving a library is no small matter.", ["no small matter"]),
    (LITOTES, "The scheme is not without merit.", ["not without merit"]),
    (LITOTES, "Not a few of them left early.", ["Not a few"]),
    (LITOTES, "Her help was not inconsiderable.", ["not inconsiderable"]),
    (LITOTES, "He is no stranger to debt.", ["no stranger"]),
    (CHIASMUS, "When the going gets tough, the tough get going.", ["going gets tough", "tough get going"]),
    (CHIASMUS, "Ask not what your country can do for you; ask what you can do for your country.", ["country can do for you", "you can do for your country"]),
    (CHIASMUS, "We must fit the law to the people, not the people to the law.", ["law to the people", "people to the law"]),
    (CHIASMUS, "He lived to work and worked to live.", ["lived to work", "worked to live"]),
    (CHIASMUS, "Rich men fear poor men, and poor men fear rich men.", ["Rich men fear poor", "poor men fear rich"]),
    (CHIASMUS, "Power without virtue is cruel. Virtue without power is weak.", ["Power without virtue", "Virtue without power"]),
]  # fmt: skip

NO = [
    (ANTITHESIS, "We spoke to both men and women."),
    (ANTITHESIS, "The ward serves both urban and rural areas."),
    (ANTITHESIS, "He did not say when he would come, but the train was late."),
    (ANTITHESIS, "Costs of all kinds, including but not limited to rent, are covered."),
    (ANTITHESIS, "We welcome the report, but it says little about schools."),
    (ANTITHESIS, "The bridge will not be ready this year, and no date has been set."),
    (ANTITHESIS, "I am not sure, but I think that he has left."),
    (ANTITHESIS, "Is the answer yes or no, right or wrong?"),
    (ANTITHESIS, "South Dakota and North Dakota sent two senators each."),
    (ANTITHESIS, "Not only the mayor but also the clerk came."),
    (CORRECTION, "I do not agree, but I will go."),
    (CORRECTION, "He would rather walk than ride."),
    (CORRECTION, "He came, not surprisingly, late."),
    (CORRECTION, "It is no less a person than the bishop."),
    (CORRECTION, "I do not know whether the House is aware of this, but the place of the meeting has changed."),
    (CORRECTION, "If there is not, I cannot say where the order, if there is one, should go."),
    (CORRECTION, "They had nothing but the clothes they wore."),
    (CONCESSION, "He came late, but nobody minded."),
    (CONCESSION, "While waiting for the train, he read."),
    (CONCESSION, "While they were talking, the lights went out."),
    (CONCESSION, "It is not only old but rotten."),
    (CONCESSION, "It looked as though the roof might fall, said the builder."),
    (CONCESSION, "The train left at nine. But the bus left at ten."),
    (CONCESSION, "We had nothing but bread."),
    (LITOTES, "He is not under the table."),
    (LITOTES, "They did not understand the question."),
    (LITOTES, "They do not undo what was done."),
    (LITOTES, "There is no small print."),
    (LITOTES, "You may not enter, not without a licence."),
    (LITOTES, "It is hard, if not impossible, to say."),
    (CHIASMUS, "The senator met the mayor, and later the mayor and the council and the press met in the hall of the senator."),
    (CHIASMUS, "The food and agriculture committee sat in March, and the minister for agriculture and food spoke in May."),
    (CHIASMUS, "Cities grow and towns shrink, while cities sprawl and towns decay."),
    (CHIASMUS, "He said that he had said so."),
    (CHIASMUS, "More and more people want more and more."),
    (CHIASMUS, "The vote was close. The count was slow."),
]  # fmt: skip


def members(corpus, feature):
    """Return the parts of every find of a feature, as printed."""
    text = corpus.documents[0].text
    rows = DEVICES.extract(corpus).of(feature)
    return [[text[a:b] for a, b in attrs["parts"]] for attrs in rows.attrs]


@pytest.mark.parametrize(("feature", "text", "spans"), YES)
def test_figures_are_found_with_their_members(feature, text, spans, corpus_of):
    assert spans in members(corpus_of(text), feature)


@pytest.mark.parametrize(("feature", "text"), NO)
def test_what_only_looks_like_a_figure_is_left(feature, text, corpus_of, found):
    assert found(DEVICES, corpus_of(text), feature) == []


SEED = [
    (ANTITHESIS, "went wrong, as well as defending the things that went right"),
    (ANTITHESIS, "both a defensive and offensive move"),
    (CONCESSION, "It’s a small victory – but it shows what is possible"),
    (CORRECTION, "not just be running from the record but having a nuanced approach"),
    (CORRECTION, "not just going down a checklist of policies; he seems to me to be echoing a more fundamental sentiment"),
]  # fmt: skip


@pytest.mark.parametrize(("feature", "text"), SEED)
def test_the_figures_of_the_seed_page_are_found(feature, text, seed, found):
    assert any(text in find for find in found(DEVICES, seed, feature))


SET_AGAINST = [
    ("unlike", "Those who rent have no say at all, unlike those who own.", ["Those who rent have no say at all", "those who own"]),
    ("as well as", "He was barred from giving as well as from receiving, gifts.", ["from giving", "from receiving"]),
    ("without", "The power of scrutiny is useless without the power of control.", ["The power of scrutiny is useless", "the power of control"]),
    ("one, another", "It is one thing to promise and it is another to pay.", ["It is one thing to promise", "it is another to pay"]),
    ("replaced", "The fear of want has been replaced with the hope of work.", ["The fear of want has been", "the hope of work"]),
    ("replaced", "Fear gave way to hope.", ["Fear", "hope"]),
    ("and not", "They have been beaten and we have not been beaten.", ["They have been beaten", "we have not been beaten"]),
    ("again", "After years of a raw deal, the town has a fair deal.", ["After years of a raw deal", "the town has a fair deal"]),
    ("again", "Peace is a state of mind, calm a state of being.", ["Peace is a state of mind", "calm a state of being"]),
    ("instead ,", "Instead of small schemes we will build one plan.", ["Instead of small schemes", "we will build one plan"]),
    ("not ,", "It is not a free market: it is a closed shop.", ["It is not a free market", "it is a closed shop"]),
    (".", "They say the plan is sound. In fact, it is a ruin.", ["They say the plan is sound.", "In fact, it is a ruin."]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "spans"), SET_AGAINST)
def test_what_may_be_set_against_one_another_is_looked_at(rule, text, spans, corpus_of):
    some = [f for f, _ in Antithesis().candidates(read(corpus_of(text))) if f.rule == rule]
    assert [[text[a:b] for a, b in figure.parts] for figure in some] == [spans]


@pytest.mark.parametrize(
    "text",
    [
        "He left the hall without the old map.",
        "He went all the way to the sea.",
        "He replaced the lamp.",
        "The House met and the House rose.",
        "She cooks as well as anyone.",
    ],
)
def test_words_that_join_other_things_too_are_left(text, corpus_of):
    assert not list(Antithesis().candidates(read(corpus_of(text))))


def test_a_better_crossing_scores_higher(corpus_of):
    """The plain one is only ranked, not counted."""
    plain = "The bank sold the house to a firm, and that firm, which had bought land, later went to the bank."
    sharp = "The bank owns the firm and the firm owns the bank."
    device = DeviceExtractor((Chiasmus(least=0.0),))
    scores = [max(device.extract(corpus_of(text)).weight.tolist()) for text in (plain, sharp)]
    assert scores[0] < 0.5 < scores[1]


def test_figures_do_not_depend_on_the_texts_beside_them(corpus_of):
    texts = sorted({text for _, text, *_ in (*YES, *NO)})
    whole = DEVICES.extract(corpus_of(*texts))
    alone = [DEVICES.extract(corpus_of(text)) for text in texts]
    for n, one in enumerate(alone):
        rows = whole.doc == n
        assert whole.start[rows].tolist() == one.start.tolist()
        assert whole.weight[rows].tolist() == one.weight.tolist()


@pytest.mark.parametrize(
    ("word", "root"),
    [("policies", "policy"), ("running", "run"), ("taxes", "tax"), ("boss", "boss"), ("is", "is")],
)
def test_stems_leave_number_and_tense_out(word, root):
    assert stem(word) == root


def test_a_denial_that_ends_a_text_opens_nothing(corpus_of):
    """The word after the last one does not exist, and the first of the next text is no part of this one."""
    alone = DEVICES.extract(corpus_of("Where where not"))
    both = DEVICES.extract(corpus_of("Where where not", "A peace, a war"))
    assert not len(alone)
    assert not len(both.where(both.doc == 0))
