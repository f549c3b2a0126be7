"""Passives without agent, words of time, and citations, on hand-made sentences and on their look-alikes."""

from __future__ import annotations

import pytest

from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.extract.discourse.citation import Citation
from rhetoric.extract.discourse.future import Future
from rhetoric.extract.discourse.passive import Passive
from rhetoric.extract.discourse.past import Past
from rhetoric.extract.discourse.present import Present

MARKERS = DiscourseExtractor((), (Passive(), Past(), Present(), Future(), Citation()))
PASSIVE, PAST, PRESENT = "discourse.passive", "discourse.past", "discourse.present"
FUTURE, CITATION = "discourse.future", "discourse.citation"

YES = [
    (PASSIVE, "The bridge was closed last winter.", ["was closed"]),
    (PASSIVE, "Mistakes have been made, and they were not really admitted.", ["been made", "were not really admitted"]),
    (PASSIVE, "The ward is being sold.", ["is being sold"]),
    (PASSIVE, "The fee will be halved by next year.", ["be halved"]),
    (PASSIVE, "Two porters got sacked.", ["got sacked"]),
    (PASSIVE, "The gap can be narrowed by spending more.", ["be narrowed"]),
    (PASSIVE, "Tenants were told nothing, and the mayor stood by his plan.", ["were told"]),
    (PAST, "We built the mill and they burned it.", ["built", "burned"]),
    (PAST, "The town had been starved.", ["had been starved"]),
    (PAST, "Two years ago the council closed the baths.", ["Two years ago", "closed"]),
    (PAST, "In 1926 they came to the gates.", ["In 1926", "came"]),
    (PAST, "The council did not listen.", ["did not listen"]),
    (PAST, "It used to be a market.", ["used to be"]),
    (PAST, "She was waiting for a bus last night.", ["was waiting", "last night"]),
    (PRESENT, "Rents are rising, and the council has been selling land.", ["are rising", "has been selling"]),
    (PRESENT, "At present there is one nurse.", ["At present"]),
    (PRESENT, "The pit is now a car park.", ["now"]),
    (PRESENT, "The library is being sold.", ["is being sold"]),
    (PRESENT, "Who pays today?", ["today"]),
    (PRESENT, "These days nobody asks.", ["These days"]),
    (FUTURE, "We will build homes.", ["will build"]),
    (FUTURE, "The school is going to close next year.", ["is going to close", "next year"]),
    (FUTURE, "I shall give way.", ["shall give"]),
    (FUTURE, "They'll never be forgiven.", ["They'll never be forgiven"]),
    (FUTURE, "In the years ahead the sea rises.", ["In the years ahead"]),
    (FUTURE, "When will the Minister answer?", ["will"]),
    (FUTURE, "Our children are the future.", ["the future"]),
    (CITATION, "As Keir Hardie said, the sunshine belongs to all.", ["As Keir Hardie said"]),
    (CITATION, "Read Maurice Glasman's column again.", ["Maurice Glasman's column"]),
    (CITATION, "According to the Institute for Fiscal Studies, rents rose.", ["According to the Institute for Fiscal Studies"]),
    (CITATION, "We were moved by the Beveridge Report.", ["the Beveridge Report"]),
    (CITATION, "In the words of Edmund Burke, society is a contract.", ["In the words of Edmund Burke"]),
    (CITATION, "Orwell knew it in The Road to Wigan Pier.", ["in The Road to Wigan Pier"]),
    (CITATION, "Last week the Daily Mail reported the row.", ["the Daily Mail reported"]),
    (CITATION, '"It is over," said Cruddas.', ["said Cruddas"]),
    (CITATION, "Then Cruddas left. Cruddas warns that it is late.", ["Cruddas warns"]),
    (CITATION, "According to Cruddas it is late.", ["According to Cruddas"]),
    (CITATION, "His friend Neal Lawson, chair of the group, told me so.", ["Neal Lawson, chair of the group, told"]),
]  # fmt: skip

NO = [
    (PASSIVE, "The bridge was closed by the mayor."),
    (PASSIVE, "She is committed to the plan and was tired of waiting."),
    (PASSIVE, "He has gone and she is come."),
    (PASSIVE, "There are increased numbers of nurses."),
    (PASSIVE, "They have got broken promises."),
    (PASSIVE, "The rule was carefully written over many years by the landlords."),
    (PASSIVE, "We are fed up."),
    (PASSIVE, "The market is largely unregulated."),
    (PAST, "If he were king, he would weep."),
    (PAST, "The bill passed by them is law."),
    (PAST, "We have built a mill."),
    (PAST, "You had better go."),
    (PAST, "The tools used to build it are old."),
    (PAST, "In 2030 we shall meet."),
    (PAST, "Once they come, we go."),
    (PRESENT, "Now, let me turn to rents."),
    (PRESENT, "It is interesting and alarming."),
    (PRESENT, "The aim is making money."),
    (PRESENT, "He was now alone."),
    (PRESENT, "The firm announced today that it may close."),
    (PRESENT, "Every now and then a bus comes."),
    (FUTURE, "Will the Minister confirm the figures?"),
    (FUTURE, "It is the will of the people."),
    (FUTURE, "He is going to the market."),
    (FUTURE, "No person shall enter."),
    (FUTURE, "Members will know the case."),
    (FUTURE, "They said it would end."),
    (FUTURE, "As soon as they can, they leave."),
    (CITATION, "Critics said that it was wrong."),
    (CITATION, "My hon. Friend said so, and he said it well."),
    (CITATION, "They shared according to their needs."),
    (CITATION, "The Great Lakes states complained."),
    (CITATION, "The committee will report in May."),
    (CITATION, "A white paper bag blew over the road."),
    (CITATION, "The noble Lord said no."),
    (CITATION, "They live in The Hague and sell paper."),
]


@pytest.mark.parametrize(("feature", "text", "spans"), YES)
def test_found(feature, text, spans, corpus_of, found):
    assert found(MARKERS, corpus_of(text), feature) == spans


@pytest.mark.parametrize(("feature", "text"), NO)
def test_only_looks_like_it(feature, text, corpus_of, found):
    assert found(MARKERS, corpus_of(text), feature) == []


def test_what_is_told_of_a_place(corpus_of):
    rows = MARKERS.extract(corpus_of("The bridge was closed. Read Maurice Glasman's long column."))
    assert [a["verb"] for a in rows.of(PASSIVE).attrs] == ["closed"]
    cited = rows.of(CITATION).attrs[0]
    assert (cited["whom"], cited["what"]) == ("Maurice Glasman", "long column")


def test_every_text_for_itself(corpus_of, found):
    texts = [t for _, t, _ in YES]
    apart = [w for t in texts for w in found(MARKERS, corpus_of(t), PASSIVE)]
    assert found(MARKERS, corpus_of(*texts), PASSIVE) == apart
