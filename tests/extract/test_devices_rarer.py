"""The rarer figures on hand-made sentences: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from rhetoric.extract.devices import FIGURES, DeviceExtractor

YES = {
    "symploce": [
        "We built the schools of this country. We will keep the schools of this country.",
        "When there is talk of hatred, we stand up to the mob. When there is talk of war, we stand up to the mob.",
        "They came for the miners with the law, they came for the printers with the law.",
        "Who made the promise of jobs? Who broke the promise of jobs?",
    ],
    "epanalepsis": [
        "Crisis, what crisis?",
        "Justice delayed by a careless minister is never justice.",
        "The poor will always be the poor.",
        "Power is only ever answered by power.",
    ],
    "diacope": [
        "We want change, real change.",
        "It was a failure, an abject failure, and they know it.",
        "This is about trust — public trust — and nothing else.",
        "He offers hope, only hope.",
    ],
    "climax": [
        "Fear leads to anger, anger leads to hatred, hatred leads to suffering.",
        "Work gives wages; wages give freedom; freedom gives dignity.",
        "From neglect comes decay. Decay breeds despair. Despair ends in riots.",
    ],
    "enumeration": [
        "The price of boats, fuel, nets and rope has risen.",
        "He thanked them for their skill, ingenuity, kindness and delicacy.",
        "We need nurses, teachers, builders, carers or drivers.",
    ],
    "apostrophe": [
        "Ladies and gentlemen, the buck stops here.",
        "That, my friends, is the country we can be.",
        "Comrades, the hour is late.",
        "O Liberty, what crimes are committed in thy name.",
        "People of Wales, this is your hour.",
    ],
    "rhyme": [
        "It is make or break for the mill.",
        "We put the question fairly and squarely to him.",
        "They have to share and care.",
        "We were told to wait, we were told too late.",
    ],
    "assonance": [
        "The deep green sea means peace.",
        "We came late to the great debate and paid.",
    ],
}

NO = {
    "symploce": [
        "We built the schools. They closed the mines.",
        "I agree. I disagree.",
        "The minister spoke in the House. The member voted in London.",
        "We will go to London. We will stay in Leeds.",
    ],
    "epanalepsis": [
        "The minister spoke to the House.",
        "Labour is the party that votes for Labour.",
        "It is what it is.",
        "The committee reported late in the year, when the Government had fallen, to the whole of the House and to every other committee.",
    ],
    "diacope": [
        "Day after day we wait.",
        "The clubs, particularly sports clubs, struggle.",
        "Labour, New Labour, won.",
        "We have schools in towns, schools in villages and schools in cities.",
        "Order, order.",
    ],
    "climax": [
        "Fear leads to anger, and hope leads to work.",
        "We came, we saw, we won.",
        "The House met, the House voted, the House rose.",
    ],
    "enumeration": [
        "He came, he saw, and he won.",
        "We need schools, roads and trains.",
        "On Monday, as he said, the bill, which was long, passed.",
    ],
    "apostrophe": [
        "I thank my hon. Friends, who voted for it.",
        "It struck children, families, friends, and whole towns.",
        "Mr. Speaker, I beg to move.",
        "The people of Wales voted.",
        "My friends are here.",
    ],
    "rhyme": [
        "The nation and its station were mended.",
        "He walked and talked of conservatism and unionism.",
        "They sat and stood.",
        "Roe and Doe were parties to it.",
    ],
    "assonance": [
        "The minister spoke to the House about rural transport.",
        "We came late.",
    ],
}


DEVICES = DeviceExtractor(tuple(f for f in FIGURES if f.name in YES))


def cases(table):
    return [
        pytest.param(name, text, id=f"{name}: {text[:40]}") for name, texts in table.items() for text in texts
    ]


@pytest.mark.parametrize(("name", "text"), cases(YES))
def test_is_one(name, text, corpus_of, found):
    assert found(DEVICES, corpus_of(text), f"device.{name}")


@pytest.mark.parametrize(("name", "text"), cases(NO))
def test_is_none(name, text, corpus_of, found):
    assert found(DEVICES, corpus_of(text), f"device.{name}") == []


def test_members_are_told(corpus_of):
    text = "Fear leads to anger, anger leads to hatred, hatred leads to suffering."
    rows = DEVICES.extract(corpus_of(text)).of("device.climax")
    assert [text[a:b] for a, b in rows.attrs[0]["parts"]] == [
        "Fear leads to anger",
        "anger leads to hatred",
        "hatred leads to suffering",
    ]
    text = "The price of boats, fuel, nets and rope has risen."
    rows = DEVICES.extract(corpus_of(text)).of("device.enumeration")
    assert [text[a:b] for a, b in rows.attrs[0]["parts"]] == ["boats", "fuel", "nets", "rope"]
