"""Figures of repetition and likeness on hand-made sentences: what is one, with its members, and what only looks like one."""

from __future__ import annotations

import pytest

from rhetoric.encode import encode
from rhetoric.extract.devices import DeviceExtractor
from rhetoric.extract.devices.alliteration import sound
from rhetoric.extract.devices.likeness import likeness, repeated
from rhetoric.extract.devices.weight import verb, weight
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.segment import segment

DEVICES = DeviceExtractor()

YES = {
    "anaphora": [
        (
            "Where was the new kinder, gentler politics? Where was membership democracy?",
            ["Where was the new kinder, gentler politics?", "Where was membership democracy?"],
        ),
        (
            "We shall fight for work, we shall fight for bread, and we shall fight for peace.",
            ["We shall fight for work", "we shall fight for bread", "and we shall fight for peace"],
        ),
        (
            "Let us mend the roads of this county. Let us mend the roofs of its schools.",
            ["Let us mend the roads of this county.", "Let us mend the roofs of its schools."],
        ),
        (
            "No pension is safe, no wage is safe, and no home is safe.",
            ["No pension is safe", "no wage is safe", "and no home is safe"],
        ),
        (
            "They knew that the mine would close, that the shops would close, and that the young would leave.",
            ["that the mine would close", "that the shops would close", "and that the young would leave"],
        ),
        (
            "We condemn the raid. We condemn the silence that came after it, and we condemn the excuses.",
            [
                "We condemn the raid.",
                "We condemn the silence that came after it,",
                "and we condemn the excuses.",
            ],
        ),
        (
            "If it were cheap, I would say so; if it were fair, I would vote for it; if it were wise, I would move it.",
            [
                "If it were cheap, I would say so",
                "if it were fair, I would vote for it",
                "if it were wise, I would move it",
            ],
        ),
    ],
    "tricolon": [
        (
            "He was talking about belonging and neighbourliness and community, more politics.",
            ["belonging", "neighbourliness", "community"],
        ),
        (
            "Frantic phone calls, hundreds of volunteers, and Labour MPs constrained by their party.",
            ["Frantic phone calls", "hundreds of volunteers", "Labour MPs"],
        ),
        (
            "Muddy boots, borrowed coats, and a kettle on the stove.",
            ["Muddy boots", "borrowed coats", "a kettle"],
        ),
        ("They came home to misery, shame and despair.", ["misery", "shame", "despair"]),
        ("Let the law be prompt, plain and lasting.", ["prompt", "plain", "lasting"]),
        (
            "They risked their names, their fortunes and even their lives.",
            ["their names", "their fortunes", "even their lives"],
        ),
        (
            "The plan would restore the river, protect the shore and bring new life to the port.",
            ["restore the river", "protect the shore", "bring new life to the port"],
        ),
        (
            "The debt has increased, is increasing, and ought to be cut.",
            ["has increased", "is increasing", "ought to be cut"],
        ),
        (
            "The world is too small, its weapons are too terrible, and its quarrels are too old.",
            ["The world is too small", "its weapons are too terrible", "its quarrels are too old"],
        ),
    ],
    "parallelism": [
        (
            "They came to build the town, they stayed to serve the town.",
            ["They came to build the town", "they stayed to serve the town"],
        ),
        (
            "The roofs were too low and the walls were too thin.",
            ["The roofs were too low", "the walls were too thin"],
        ),
        (
            "He had a louder voice and not as much sense, and I had a softer voice and not as much sense.",
            ["He had a louder voice and not as much sense", "I had a softer voice and not as much sense"],
        ),
        (
            "When they were strong they were cruel, and when they were weak they were kind.",
            ["When they were strong they were cruel", "when they were weak they were kind"],
        ),
        ("They promised us jobs, and they gave us queues.", ["They promised us jobs", "they gave us queues"]),
        (
            "The problems are great; the opportunities are greater.",
            ["The problems are great", "the opportunities are greater"],
        ),
        (
            "We will defend our freedoms, we will protect our borders, and we will honour our word.",
            ["We will defend our freedoms", "we will protect our borders", "we will honour our word"],
        ),
        (
            "Our schools are failing our children, and our courts are failing our victims.",
            ["Our schools are failing our children", "our courts are failing our victims"],
        ),
        (
            "That is what the people expect. That is what the country needs.",
            ["That is what the people expect.", "That is what the country needs."],
        ),
        (
            "Is this what we promised? Is this what we voted for?",
            ["Is this what we promised?", "Is this what we voted for?"],
        ),
    ],
    "epiphora": [
        (
            "You voted for the cut, and you boasted of the cut.",
            ["You voted for the cut", "you boasted of the cut"],
        ),
        (
            "It is not a political problem; it is a mathematical problem.",
            ["It is not a political problem", "it is a mathematical problem"],
        ),
        ("He stood fast and we stood fast.", ["He stood fast", "we stood fast"]),
        (
            "There is no money. They have wasted the money. You have wasted the money.",
            ["There is no money", "They have wasted the money", "You have wasted the money"],
        ),
        (
            "This party is not divided, the voters are not divided.",
            ["This party is not divided", "the voters are not divided"],
        ),
        (
            "We have a great trader to the south. We have a great friend to the south.",
            ["We have a great trader to the south", "We have a great friend to the south"],
        ),
    ],
    "anadiplosis": [
        ("He built his speech on fear, fear that our friends would leave us.", ["fear", "fear"]),
        ("They sold our equity, equity that was meant for our children.", ["equity", "equity"]),
        (
            "The bill turns on the loss of power — the loss of power of this House to act.",
            ["the loss of power", "the loss of power"],
        ),
        ("All of it comes down to trust. Trust is not for sale.", ["trust", "Trust"]),
        ("The people have spoken, and spoken loudly.", ["spoken", "spoken"]),
        ("We have made large savings, savings which nobody noticed.", ["savings", "savings"]),
    ],
    "epizeuxis": [
        ("Never, never, never will we yield.", ["Never", "never", "never"]),
        ("It is a very, very long road.", ["very", "very"]),
        ("Education, education, education.", ["Education", "education", "education"]),
        ("I say again: no more, no more.", ["no more", "no more"]),
        ("It was a deep, deep wound.", ["deep", "deep"]),
        ("Shame! Shame!", ["Shame", "Shame"]),
    ],
    "polyptoton": [
        ("The movement has gained and is daily gaining strength.", ["gained", "gaining"]),
        ("We will achieve and are achieving these aims.", ["achieve", "achieving"]),
        ("All eyes are opened, or opening, to the truth.", ["opened", "opening"]),
        ("The debt has increased, is increasing, and ought to be diminished.", ["increased", "increasing"]),
        ("The men who serve and have served deserve better.", ["serve", "served"]),
        ("If we do not protect all, we will be protecting none.", ["protect", "protecting"]),
    ],
    "polysyndeton": [
        (
            "He was talking about belonging and neighbourliness and community, more politics.",
            ["belonging", "neighbourliness", "community"],
        ),
        ("They offered support and love and understanding.", ["support", "love", "understanding"]),
        ("There was wind and rain and thunder and hail.", ["wind", "rain", "thunder", "hail"]),
        ("Put them back on a bus or a train or a ship.", ["a bus", "a train", "a ship"]),
        ("It was neglect or malice or greed.", ["neglect", "malice", "greed"]),
        ("She is kind and generous and brave.", ["kind", "generous", "brave"]),
    ],
    "asyndeton": [
        (
            "I came to hear you, I stayed to hear you, I left to obey you.",
            ["I came to hear you", "I stayed to hear you", "I left to obey you"],
        ),
        ("We want more work, more hope, more light.", ["more work", "more hope", "more light"]),
        (
            "Now, when the banks have failed, when the mills have closed, when the young have gone, you smile.",
            ["when the banks have failed", "when the mills have closed", "when the young have gone"],
        ),
        ("They ran a campaign of hatred, of division, of fear.", ["of hatred", "of division", "of fear"]),
        ("They were tired, hungry, desperate.", ["tired", "hungry", "desperate"]),
        ("She sold good, clean, healthy milk.", ["good", "clean", "healthy"]),
    ],
    "alliteration": [
        ("It was a time of decay, domination and defeat.", ["decay", "domination", "defeat"]),
        ("We face dirty, difficult and dangerous work.", ["dirty", "difficult", "dangerous"]),
        ("It is the path to peace and prosperity.", ["path", "peace", "prosperity"]),
        ("They live healthily and happily at home.", ["healthily", "happily", "home"]),
        ("This calls for courage and compassion and candour.", ["calls", "courage", "compassion", "candour"]),
        ("There was confusion and chaos created by the cuts.", ["confusion", "chaos", "created"]),
    ],
}

NO = {
    "anaphora": [
        "The vote was held. The count was slow.",
        "He came in. He sat down. He spoke.",
        "Gordon Brown resigned. Gordon Brown left.",
        "I think it is late. I think we must adjourn.",
        "The bill was read. The bill was amended.",
        "I am grateful to the Minister. I am glad that he has come.",
        "* Limit what one buyer may take in a month. * Limit what one buyer may take in a day.",
    ],
    "tricolon": [
        "Talks were held by Labour, Plaid Cymru and Greens.",
        "We bought apples, pears, plums and figs.",
        "The grant pays for roads, buses and trams.",
        "He wrote about party reform, devolution and local government.",
        "When the vote came, people cheered and left.",
        "It rained in 2007, 2009 and 2010.",
        "Trade, the chief business of the town, feeds and clothes a thousand people.",
        "We met railwaymen and policemen and postmen and civil servants.",
        "The bill, including its schedules and annexes, was withdrawn.",
    ],
    "parallelism": [
        "The vote was held on Monday and the count began late in the evening.",
        "We bought the house, and the garden was a ruin.",
        "I met the minister on Tuesday, and I wrote to the council in March.",
        "We should not do that. We should not do that.",
        "The Minister for Health and the Secretary of State for Wales were present.",
        "The committee took evidence in Cardiff, and the report will be laid before the House after Easter.",
        "Stuart Barr at Milford High School, and Christopher Bennett at Newark High School.",
        "He was told to wait, and she went home without a word.",
        "The committee met in private. Nobody has said why the report was delayed.",
    ],
    "epiphora": [
        "The minister withdrew the bill, and the peers debated the bill for a week.",
        "Sales rose by 4 per cent, and costs rose by 3 per cent.",
        "He spoke for the steel industry and the coal industry.",
        "The house is in London. Nobody had expected so large a crowd to gather there in London.",
        "I have read the report. The minister has not yet told us when he will answer the report.",
        "We met Lord Brown, and we met Lady Brown.",
    ],
    "anadiplosis": [
        "I agree with the noble Lord, Lord Taylor, on this.",
        "I beg leave to withdraw the amendment. Amendment, by leave, withdrawn.",
        "We need new sources of energy, energy efficiency and thrift.",
        "The committee met in Paris. Paris was cold.",
        "He spoke of the bill. The bill is a bad one.",
        "They sell boats, boats of every size and kind and colour.",
    ],
    "epizeuxis": [
        "I agree with the noble Lord, Lord Taylor.",
        "He said that that was so.",
        "Hear, hear.",
        "They had had enough of it.",
        "We need energy, energy efficiency and thrift.",
        "The Minister spoke. The Minister sat down.",
    ],
    "polyptoton": [
        "The workers went back to work.",
        "Both developed and developing countries agree.",
        "The show goes on as the band shows its skill.",
        "He works hard, and she worked in Leeds last year.",
        "You know, he knows the way.",
        "They build the homes that others sold.",
    ],
    "polysyndeton": [
        "We bought apples, pears and figs.",
        "Salt and pepper were on the table and the door was open.",
        "Ann and Bob and Carol came.",
        "He sat down and wrote and the clock struck ten.",
        "The Department of Health and Social Care and the Treasury agreed.",
        "It was cold and wet.",
    ],
    "asyndeton": [
        "We bought apples, pears, and figs.",
        "In Leeds, on Monday, he spoke.",
        "The Minister, a former soldier, a Member for Leeds, rose.",
        "London, Paris, Rome.",
        "They want more work, more hope, and more light.",
        "We met Ann Smith, Bob Jones, Carol Brown.",
    ],
    "alliteration": [
        "The social security system was slow.",
        "Peter Piper and Paul Potter paid.",
        "The city of Carthage had cells and cooks.",
        "It is an honest hour and a happy home.",
        "The county council came and went.",
        "A big bad bill.",
    ],
}


def members(corpus, name):
    """Return the members of every figure of a kind, as printed."""
    rows = DEVICES.extract(corpus).of(f"device.{name}")
    text = corpus.documents[0].text
    return [[text[a:b] for a, b in attrs["parts"]] for attrs in rows.attrs]


@pytest.mark.parametrize(("name", "text", "parts"), [(n, t, p) for n, rows in YES.items() for t, p in rows])
def test_figures_are_found_with_their_members(name, text, parts, corpus_of):
    assert members(corpus_of(text), name) == [parts]


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, rows in NO.items() for t in rows])
def test_what_only_looks_like_a_figure_is_left(name, text, corpus_of):
    assert members(corpus_of(text), name) == []


@pytest.mark.parametrize("kind", ["headline", "crosshead"])
def test_headings_take_no_part(kind):
    heads = {
        "epizeuxis": "Shame, shame, shame",
        "tricolon": "Frantic phone calls, hundreds of volunteers, and Labour MPs",
        "anaphora": "No pension is safe, no wage is safe, and no home is safe",
    }
    for name, head in heads.items():
        document = Document("a", f"{head}\n\nThe count was slow.", layout=(Mark(kind, 0, len(head)),))
        assert members(encode(segment(Corpus((document,)))), name) == []


def test_the_second_voice_starts_a_new_row(voiced):
    text = "Where was reform? Where was democracy?"
    assert members(voiced(text, ("Ann", "Where was democracy?")), "anaphora") == []


def test_the_article_holds_what_its_readers_see(seed):
    found = {n: [" | ".join(m) for m in members(seed, n)] for n in ("anaphora", "tricolon", "polysyndeton")}
    assert found["anaphora"] == [
        "Where was the new kinder, gentler politics? | Where was membership democracy?"
    ]
    assert found["tricolon"] == [
        "belonging | neighbourliness | community",
        "Frantic phone calls | hundreds of volunteers | Labour MPs",
    ]
    assert found["polysyndeton"] == ["belonging | neighbourliness | community"]


@pytest.mark.parametrize("name", YES)
def test_texts_apart_give_what_they_give_together(name, corpus_of):
    texts = [text for text, _ in YES[name]]
    together = DEVICES.extract(corpus_of(*texts)).of(f"device.{name}")
    assert together.doc.tolist() == list(range(len(texts)))


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("knife", "n"),
        ("wrong", "r"),
        ("phone", "f"),
        ("psalm", "s"),
        ("city", "s"),
        ("cost", "k"),
        ("general", "j"),
        ("gift", "g"),
        ("whole", "h"),
        ("which", ""),
        ("hour", ""),
        ("chaos", "k"),
        ("charity", "ch"),
        ("apple", ""),
    ],
)
def test_sound_is_told_from_spelling(word, heard):
    assert sound(word) == heard


def test_likeness_counts_answering_words_in_order():
    one, two = "the roofs were too low".split(), "the walls were too thin".split()
    assert repeated(one, two) == 3
    assert likeness(one, one) == 1.0
    assert 0.7 < likeness(one, two) < 1.0
    assert likeness([], two) == 0.0


def test_weight_tells_values_from_things():
    assert weight("freedom") == weight("misery") == weight("kindness") == 1.0
    assert weight("trams") == weight("the") == 0.0


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("build", "base"),
        ("builds", "s"),
        ("building", "ing"),
        ("made", "ed"),
        ("carried", "ed"),
        ("tram", ""),
    ],
)
def test_forms_of_verbs(word, form):
    assert verb(word) == form


def test_a_standfirst_is_prose():
    head = "No pension is safe, no wage is safe, and no home is safe"
    document = Document("a", f"{head}\n\nThe count was slow.", layout=(Mark("standfirst", 0, len(head)),))
    assert members(encode(segment(Corpus((document,)))), "anaphora")
