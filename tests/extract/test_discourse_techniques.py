"""Whataboutism and slogans by form on hand-made sentences and on their look-alikes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.extract.discourse.slogan_form import SloganForm
from rhetoric.extract.discourse.whataboutism import Whataboutism
from rhetoric.settings import Settings

TECHNIQUES = DiscourseExtractor((), (SloganForm(), Whataboutism()))
SLOGAN, WHATABOUT = "discourse.slogan_form", "discourse.whataboutism"

CHARGES = [
    ("But what about their record?", "what about"),
    ("What about the party opposite?", "what about"),
    ("And what about the violence that the rebels used?", "what about"),
    ("What about her emails?", "what about"),
    ("I will take no lectures from the hon. Gentleman.", "take no lectures from"),
    ("We do not need lessons from the party that wrecked the economy.", "need lessons from"),
    ("The House will not be lectured by men who closed the mines.", "lectured"),
    ("He is in no position to lecture anybody.", "position to lecture"),
    ("They have no right to complain about debt.", "right to complain"),
    ("She is the last person to criticise the delay.", "last person to criticise"),
    ("It ill becomes the Opposition to speak of waste.", "ill becomes"),
    ("That comes oddly from a man who voted for it.", "comes oddly from"),
    ("That is rich coming from the Minister.", "rich"),
    ("It is the pot calling the kettle black.", "kettle"),
    ("People in glass houses should not throw stones.", "glass houses"),
    (
        "Is it not rank hypocrisy for him to cut the fund here and praise it at home?",
        "hypocrisy",
    ),
    ("They preach thrift while they spend, and the double standard is plain.", "double standard"),
    ("What did they do about it when they were in office?", "when they were in office"),
    ("And where was he when the mines were closed?", "where was he when"),
    ("The same people who closed the mines now weep for the miners.", "the same people who"),
    ("May I remind him that his own party voted for the tax?", "remind him that"),
    ("Under the last Labour Government, prices doubled.", "under the last labour government"),
]
NO_CHARGES = [
    "What about the workers?",
    "What about our record?",
    "What about lunch?",
    "How about a cup of tea?",
    "He spoke about their record.",
    "We learned lessons from the flood.",
    "She gave lectures from memory.",
    "A mother does not need a lecture from a doctor.",
    "I am in no position to lecture anybody.",
    "They have every right to complain.",
    "I should be the last person to criticise the delay.",
    "The king was ill and became worse.",
    "She comes from Leeds.",
    "He is a rich man from the city.",
    "She put the kettle on.",
    "The report accuses him of hypocrisy while it praises the rest.",
    "Hypocrisy is a vice.",
    "It would ill become the House to interpose.",
    "When they were in office the canal was dug.",
    "The same people came again.",
    "I remind the House that the debate ends at ten.",
    "Under the last Labour Government, the bridge was built.",
    "The position to attack was on the left.",
]
SLOGANS = [
    ('They marched under the slogan "Axe the tax" for a month.', ["Axe the tax"]),
    ("The crowd chanted “Lock her up” and “Build the wall” all night.", ["Lock her up", "Build the wall"]),
    ('The old "Land for the landless" cry was heard.', ["Land for the landless"]),
    ('A man held up a sign that read "Hands off our pits" and sang.', ["Hands off our pits"]),
    ('Her motto was "I do what I can".', ["I do what I can"]),
    ("Deeds, not words.", ["Deeds, not words"]),
    ('He called it "People Before Profit" and sat down.', ["People Before Profit"]),
    ("Deeds not words.", ["Deeds not words"]),
    ("Make love, not war.", ["Make love, not war"]),
    ("Jobs for all!", ["Jobs for all"]),
    ("No justice, no peace.", ["No justice, no peace"]),
    ("No taxation without representation!", ["No taxation without representation"]),
    ("No more war!", ["No more war"]),
    ("Vote Labour.", ["Vote Labour"]),
    ("Homes For All", ["Homes For All"]),
    ('He spoke of "homes for all" and sat down.', ["homes for all"]),
    ("Stop the war!", ["Stop the war"]),
    ('It would let Congress "Stop the Raid" at once.', ["Stop the Raid"]),
    ('The plan is called "build back better" now.', ["build back better"]),
    ("Long live the republic!", ["Long live the republic"]),
    ("We can make Britain safe again.", ["make Britain safe again"]),
    ("She wrote #BernieOrBust below it.", ["#BernieOrBust"]),
]
NO_SLOGANS = [
    "Certainly not.",
    "I hope not.",
    "That is not right.",
    "The slogan was long forgotten.",
    "He sang of the Star-Spangled Banner.",
    'Our anthem, "The Star-Spangled Banner", was played.',
    'He said that the bill was "a mistake" and sat down.',
    'They asked for "end strength" figures.',
    "No one doubts it.",
    "No, not at all.",
    "Take coal, for example.",
    "Stop it!",
    "End of story!",
    "No prison time, no confinement.",
    "She was in #NHPrimary and #RINO.",
    'They spoke of "Vote by Mail" and left.',
    "Hear, hear!",
    'It is a "free for all" in the House.',
    'He saw "Back to the Future" twice.',
    "We must vote Labour out.",
    "It made him angry again.",
    "Amendment #2697 was moved.",
    "The members of the board met and settled once and for all.",
    'He asked, "Why not here?"',
]


@pytest.mark.parametrize(("text", "sign"), CHARGES, ids=[t[:40] for t, _ in CHARGES])
def test_a_charge_thrown_back_is_the_sentence(text, sign, corpus_of, found):
    corpus = corpus_of(f"The day was cold. {text} The sun came out.")
    evidence = TECHNIQUES.extract(corpus).of(WHATABOUT)
    assert found(TECHNIQUES, corpus, WHATABOUT) == [text]
    assert [a["sign"] for a in evidence.attrs] == [sign]


@pytest.mark.parametrize("text", NO_CHARGES)
def test_no_charge_thrown_back(text, corpus_of, found):
    assert found(TECHNIQUES, corpus_of(text), WHATABOUT) == []


@pytest.mark.parametrize(("text", "slogans"), SLOGANS, ids=[t[:40] for t, _ in SLOGANS])
def test_a_slogan_is_its_words(text, slogans, corpus_of, found):
    assert found(TECHNIQUES, corpus_of(f"The day was cold. {text}"), SLOGAN) == slogans


@pytest.mark.parametrize("text", NO_SLOGANS)
def test_no_slogan(text, corpus_of, found):
    assert found(TECHNIQUES, corpus_of(text), SLOGAN) == []


def test_nothing_is_found_in_nothing(corpus_of, found):
    assert found(TECHNIQUES, corpus_of("")) == []


def test_a_longer_slogan_needs_to_be_named(corpus_of, found):
    text = 'The banner read "no border, no control, no end to it".'
    assert found(TECHNIQUES, corpus_of(text), SLOGAN) == ["no border, no control, no end to it"]
    assert found(DiscourseExtractor((), (SloganForm(quoted=6),)), corpus_of(text)) == []


def test_a_text_is_read_alone(corpus_of, found):
    texts = ["What about", "their record?", "the slogan", '"Axe the tax"', "No justice,", "no peace.", "#"]
    apart = [w for t in texts for w in found(TECHNIQUES, corpus_of(t))]
    assert sorted(found(TECHNIQUES, corpus_of(*texts))) == sorted(apart)


WORDS = (
    "what about their record lessons from no take the last person to ill becomes when they were in office same people "
    'who now slogan chanted "stop war" vote Labour not deeds words for all make Britain great again #StopTheWar “ ” \' "'
).split()
SENTENCES = st.lists(
    st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), st.sampled_from(".?!")),
    max_size=6,
).map(lambda rows: " ".join(words[:1].upper() + words[1:] + end for words, end in rows))


@given(text=SENTENCES)
def test_a_place_lies_in_one_sentence_and_comes_again(text, corpus_of):
    corpus = corpus_of(text)
    evidence, again = TECHNIQUES.extract(corpus), TECHNIQUES.extract(corpus)
    assert evidence.start.tolist() == again.start.tolist() and evidence.end.tolist() == again.end.tolist()
    sentences = list(zip(corpus.sentences.start, corpus.sentences.end, strict=True))
    for start, end in zip(evidence.start, evidence.end, strict=True):
        assert start < end and any(a <= start and end <= b for a, b in sentences)


def test_the_places_of_one_slogan_do_not_overlap(corpus_of):
    corpus = corpus_of('They chanted "Make Britain Great Again" and "Stop the War!" and went home.')
    rows = TECHNIQUES.extract(corpus).of(SLOGAN)
    places = sorted(zip(rows.start.tolist(), rows.end.tolist(), strict=True))
    assert len(places) == 2 and places[0][1] <= places[1][0]


def test_they_are_looked_for_as_far_as_they_were_measured():
    on = {str(f) for f in DiscourseExtractor.of(Settings()).features}
    for marker in (SloganForm(), Whataboutism()):
        sound = marker.measured is not None and marker.measured.sound
        assert (str(marker.feature) in on) == sound
