"""Who says what, a small text for each rule."""

import pytest
from speaking import owner, said, voiced

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.segment import segment
from rhetoric.voice import attribute


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will win," Jane Smith said.', [("direct", "We will win,", "Jane Smith")]),
        ('"We will win," said Jane Smith, the leader.', [("direct", "We will win,", "Jane Smith")]),
        ('"We will win," agrees Jane Smith.', [("direct", "We will win,", "Jane Smith")]),
        ('Jane Smith told BBC News: "We will win."', [("direct", "We will win.", "Jane Smith")]),
        (
            '"We," Jane Smith says now, "because of him, will win."',
            [("direct", "We,", "Jane Smith"), ("direct", "because of him, will win.", "Jane Smith")],
        ),
        (
            'Jane Smith is a friend of Tom Jones. "He is right," she said.',
            [("direct", "He is right,", "Jane Smith")],
        ),
        (
            'Jane Smith spoke first. Mr Tom Jones came later. "I was late," he said. "But I came."',
            [("direct", "I was late,", "Tom Jones"), ("direct", "But I came.", "Tom Jones")],
        ),
        (
            'The leader of the group, Jane Smith, said: "It is over."',
            [("direct", "It is over.", "Jane Smith")],
        ),
        (
            'Jane Smith spoke of unity. Mrs Smith said: "It is time."',
            [("direct", "It is time.", "Jane Smith")],
        ),
        (
            'A spokesman for Jane Smith said: "No comment today."',
            [("direct", "No comment today.", "spokesman for Jane Smith")],
        ),
        ('"Nobody knows who said this."', [("direct", "Nobody knows who said this.", None)]),
    ],
)
def test_direct(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert said(voiced(text), "direct") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Jane Smith said the plan was "a disaster for every family in the land" and left.',
            ("partial", "a disaster for every family in the land", "Jane Smith"),
        ),
        (
            'Yet, "it is hard to see a link," added Jane Smith.',
            ("direct", "it is hard to see a link,", "Jane Smith"),
        ),
        (
            'Jane Smith says "it is time that we all went home."',
            ("direct", "it is time that we all went home.", "Jane Smith"),
        ),
        ("''We will win,'' Jane Smith said.", ("direct", "We will win,", "Jane Smith")),
        ('Jane Smith put on her "Make It Good" hat.', ("phrase", "Make It Good", None)),
        (
            'Jane Smith said on Sky\'s "The Week at Home" that it was over.',
            ("phrase", "The Week at Home", None),
        ),
    ],
)
def test_kinds(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in said(voiced(text))


def test_a_subheading_in_single_marks_is_no_speech() -> None:
    text = '"We will win," Jane Smith said.\n\n\'All is lost.\'\n\nIt rained. "We lost," Jane Smith said.'
    assert ("phrase", "All is lost.", None) in said(voiced(text))


def test_a_stray_mark_at_the_end_costs_nothing_before_it() -> None:
    text = (
        'Tom Jones spoke. "One is here. "Two is here." The mill was old. Jane Smith came. Last month she said:'
        ' "Three is here," she said at home."'
    )
    assert [w for _, w, _ in said(voiced(text), "direct")][:2] == ["One is here.", "Two is here."]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the one spoken of on and on, not the one met on the way
        (
            "Tom Jones became a miner. He worked in Leeds. He went to war. He came back late."
            ' When he refused to support Harry Hill and others, he said: "I am not going to go."',
            "Tom Jones",
        ),
        # the one whose words they are
        (
            'Tom Jones waited. This was about Harry Hill\'s comments, in which he said: "I am not going to go."',
            "Harry Hill",
        ),
        ('The miners said it was over. They said: "We are not going to go."', "miners"),
        (
            'Tom Jones, co-chairman of the mill, waited. Its co-chairman said: "I am not going to go."',
            "Tom Jones",
        ),
    ],
)
def test_pronouns_and_roles(text: str, speaker: str) -> None:
    assert [s for _, _, s in said(voiced(text), "direct")] == [speaker]


def test_floating_words_stay_with_whoever_spoke_before_them() -> None:
    text = (
        '"It is over," said Tom Jones.\n\n"It is really over." The mill has long been old. Harry Hill was there.'
        ' Last month he said: "We answer this every year."'
    )
    assert [s for _, _, s in said(voiced(text), "direct")] == ["Tom Jones", "Tom Jones", "Harry Hill"]


def test_two_people_of_one_surname() -> None:
    text = 'Ed Miliband met Liz Miliband.\n\n"I agree," Mrs Miliband said.\n\n"I do not," Mr Miliband said.'
    assert [s for _, _, s in said(voiced(text), "direct")] == ["Liz Miliband", "Ed Miliband"]


def test_partial_and_phrase() -> None:
    corpus = voiced('Jane Smith said it was "deeply wrong". They beat the "hard left" candidate.')
    assert said(corpus, "partial", "phrase") == [
        ("partial", "deeply wrong", "Jane Smith"),
        ("phrase", "hard left", None),
    ]
    assert owner(corpus, "deeply wrong") == "Jane Smith"
    assert owner(corpus, "hard left") == "author of d"


def test_marked_words_in_a_reported_clause_belong_to_their_speaker() -> None:
    corpus = voiced('Jane Smith said the plan "has never been the right answer" for the north.')
    assert owner(corpus, "has never been the right answer") == "Jane Smith"
    assert owner(corpus, "the plan") == "Jane Smith"


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    corpus = voiced('Jane Smith said: "It began.\n\n"It went on.\n\n"It ended." He left.')
    assert [s for _, _, s in said(corpus, "direct")] == ["Jane Smith"] * 3


def test_an_odd_mark_costs_no_more_than_its_paragraph() -> None:
    corpus = voiced('Tom Jones said: "It broke.\n\nThe rain fell on the town.\n\n"Yes," Jane Smith said.')
    assert owner(corpus, "The rain fell on the town.") == "author of d"
    assert said(corpus, "direct")[-1] == ("direct", "Yes,", "Jane Smith")


def test_headings_are_an_editor_s_but_the_quoted_words_in_them_are_not() -> None:
    text = "The end is near\n\n“We will win in the end.”\n\n“We will win in the end,” said Jane Smith."
    second = text.index("“")
    layout = (Mark("headline", 0, 15), Mark("standfirst", second, text.index("\n", second)))
    corpus = voiced(text, layout=layout)
    assert owner(corpus, "The end is near") == "headings"
    first = corpus.quotations[0]
    assert (first.speaker, first.how) == ("Jane Smith", "twin")
    assert owner(corpus, "We will win in the end.") == "Jane Smith"


def test_the_narrator_s_own_words() -> None:
    corpus = voiced('"Why now?" I asked. Jane Smith laughed. "Why not?" she said.', author="Tom Jones")
    assert [s for _, _, s in said(corpus, "direct")] == ["Tom Jones", "Jane Smith"]


def test_author_without_a_name_and_unattributed() -> None:
    corpus = voiced('It rained. "Nobody knows who said this."')
    assert {v.id for v in corpus.voices} == {"author of d", "unattributed"}


def test_no_text_and_no_documents() -> None:
    assert len(voiced("").spoken) == 0
    empty = attribute(segment(Corpus(())))
    assert empty.quotations == () and len(empty.spoken) == 0


def test_shard_law() -> None:
    texts = ('"We will win," Jane Smith said.', 'Tom Jones: he said it was "wrong".', "Nothing here.")
    corpora = [segment(Corpus((Document(str(n), t),))) for n, t in enumerate(texts)]
    whole = attribute(segment(Corpus(tuple(d for c in corpora for d in c.documents))))
    parts = Corpus.concat([attribute(c) for c in corpora])
    assert whole.quotations == parts.quotations
    assert whole.voices == parts.voices
    assert whole.spoken.frame().equals(parts.spoken.frame())


def test_one_person_has_one_id_as_author_and_as_source() -> None:
    documents = (
        Document("a", "I chair it.", author="Neal Lawson"),
        Document("b", '"Jon could win," Neal Lawson said.'),
    )
    corpus = attribute(segment(Corpus(documents)))
    assert [v.role for v in corpus.voices if v.id == "Neal Lawson"] == ["author", "quoted"]
