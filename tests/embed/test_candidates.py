"""What the encoder of figures is shown of a candidate, and that what it says depends on nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.embed import Candidate, likely, shipped
from rhetoric.embed.candidates import FIGURES, Shown, around, likely_by, marked, once, shown, window
from rhetoric.embed.encoder import LONGEST
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.pipeline import read
from rhetoric.settings import Settings

FIVE = "One is red. Two is blue. Three is green. Four is grey. Five is white."
ASKED = "The bill is late. Where was reform? Where was democracy? It rained."
PLAIN = "The vote was held. The count was slow."
LIST = "They came home to misery, shame and despair, and nobody asked them why."


def corpus_of(*texts: str) -> Corpus:
    return read((Document(f"d{n}", text) for n, text in enumerate(texts)), Settings())


def place(text: str, *members: str) -> list[tuple[int, int]]:
    """Return where members stand in a text, one after the other."""
    parts, at = [], 0
    for member in members:
        start = text.index(member, at)
        at = start + len(member)
        parts.append((start, at))
    return parts


def said(corpus: Corpus, first: int, last: int) -> list[str]:
    """Return tokens of one text as printed."""
    tokens = corpus.tokens
    return [corpus.documents[tokens.doc[n]].text[tokens.start[n] : tokens.end[n]] for n in range(first, last)]


def only(corpus: Corpus, one: Candidate) -> Shown:
    """Return what the encoder is shown of one candidate."""
    (found,) = shown(shipped("figures"), corpus, [one])
    return found


SOME = [
    ("anaphora", ASKED, ("Where was reform?", "Where was democracy?")),
    ("rhetorical_question", ASKED, ("Where was reform?",)),
    ("parallelism", ASKED, ("Where was reform?", "Where was democracy?")),
    ("anaphora", PLAIN, ("The vote was held.", "The count was slow.")),
    ("tricolon", LIST, ("misery", "shame", "despair")),
    ("antithesis", FIVE, ("red", "blue")),
    ("concession", FIVE, ("One is red.", "Two is blue.")),
    ("scare_quotes", LIST, ("home",)),
]


# -- the marks ------------------------------------------------------------------------------------------


def test_members_between_and_around_have_marks_of_their_own():
    """Ten tokens of one letter at 0, 2, 4, ...: members are tokens 1, 3, 4-5 and 7."""
    start = np.arange(0, 20, 2, dtype=np.int32)
    parts = [(2, 3), (6, 7), (8, 11), (14, 15)]
    assert marked(start, start + 1, parts).tolist() == [0, 1, 6, 2, 3, 3, 6, 4, 0, 0]


def test_members_after_the_fifth_share_its_mark():
    start = np.arange(0, 28, 2, dtype=np.int32)
    parts = [(4 * n, 4 * n + 1) for n in range(7)]
    assert marked(start, start + 1, parts).tolist() == [1, 6, 2, 6, 3, 6, 4, 6, 5, 6, 5, 6, 5, 0]


def test_a_token_that_a_member_cuts_is_its_member():
    start, end = np.array([0, 5, 10], np.int32), np.array([4, 9, 14], np.int32)
    assert marked(start, end, [(6, 8)]).tolist() == [0, 1, 0]
    assert marked(start, end, [(4, 5)]).tolist() == [0, 0, 0]


# -- the window -----------------------------------------------------------------------------------------


def marks_of(size: int, begin: int, end: int) -> np.ndarray:
    """Return the marks of one member among pieces."""
    marks = np.zeros(size, np.int64)
    marks[begin:end] = 1
    return marks


@pytest.mark.parametrize(
    ("size", "begin", "end", "read"),
    [
        (10, 2, 4, (0, 10)),  # all of what is short
        (5, 0, 5, (0, 5)),
        (100, 50, 52, (46, 56)),  # as much before as after
        (100, 50, 53, (46, 56)),
        (100, 1, 3, (0, 10)),  # no further than the ends
        (100, 97, 99, (90, 100)),
        (100, 40, 50, (40, 50)),
        (100, 40, 70, (40, 50)),  # a longer candidate from its beginning
        (100, 0, 100, (0, 10)),
    ],
)
def test_what_is_read_of_too_many_pieces(size, begin, end, read):
    assert window(marks_of(size, begin, end), 10) == read


@given(size=st.integers(1, 60), longest=st.integers(1, 30), data=st.data())
def test_a_window_is_full_and_holds_what_it_can(size, longest, data):
    begin = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(begin + 1, size))
    low, high = window(marks_of(size, begin, end), longest)
    assert 0 <= low < high <= size and high - low == min(size, longest)
    assert low <= begin
    assert min(end, begin + longest) <= high


# -- the sentences --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "first", "last"),
    [
        (("Three is green.",), "Two", "grey"),
        (("green",), "Two", "grey"),
        (("One is red.",), "One", "blue"),
        (("Five is white.",), "Four", "white"),
        (("red", "green"), "One", "grey"),
        (("Two is blue.", "Three is green."), "One", "grey"),
        (("One", "white"), "One", "white"),
    ],
)
def test_a_candidate_is_shown_with_a_sentence_before_and_one_after(members, first, last):
    corpus = corpus_of("Six is pink. Seven is black.", FIVE, "Eight is brown. Nine is gold.")
    words = said(corpus, *around(corpus, Candidate("tricolon", 1, place(FIVE, *members))))
    every = said(corpus_of(FIVE), 0, 20)
    assert words == every[every.index(first) : every.index(last) + 2]


def test_nothing_of_another_text_is_shown():
    corpus = corpus_of("Six is pink.", "One is red.", "Eight is brown.")
    words = said(corpus, *around(corpus, Candidate("antithesis", 1, [(0, 11)])))
    assert words == ["One", "is", "red", "."]


def test_what_is_removed_from_a_text_is_not_shown():
    text = "One is red. Share this page. Two is blue."
    (button,) = place(text, "Share this page.")
    layout = (Mark("boilerplate", *button, "a button"),)
    one = Candidate("antithesis", 0, place(text, "Two is blue."))
    whole = only(corpus_of(text), one).pieces.tolist()
    left = only(read([Document("d0", text, layout=layout)], Settings()), one).pieces.tolist()
    bare = only(corpus_of("One is red. Two is blue."), Candidate("antithesis", 0, [(12, 24)])).pieces.tolist()
    assert left == bare != whole


# -- what is shown --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("figure", "text", "members"), SOME)
def test_pieces_stand_between_the_marks_of_the_ends(figure, text, members):
    one = only(corpus_of(text), Candidate(figure, 0, place(text, *members)))
    assert (one.pieces[0], one.pieces[-1]) == shipped("figures").ends
    assert (one.marks[0], one.marks[-1]) == (0, 0)
    assert len(one.pieces) == len(one.marks)
    assert FIGURES[one.figure] == figure
    assert set(one.marks[one.marks > 0]) - {6} == set(range(1, len(members) + 1))


def test_all_pieces_of_a_word_have_its_mark():
    text = "We want neighbourliness and more."
    encoder = shipped("figures")
    words = ["We", "want", "neighbourliness", "and", "more", "."]
    sizes = np.diff(encoder.pieces(words)[1])
    assert sizes[2] > 1
    one = only(corpus_of(text), Candidate("tricolon", 0, place(text, "want", "neighbourliness", "more")))
    assert one.pieces[1:-1].tolist() == encoder.pieces(words)[0].tolist()
    assert one.marks[1:-1].tolist() == np.repeat([0, 1, 2, 6, 3, 0], sizes).tolist()


def test_curly_marks_are_shown_as_straight_ones():
    curly, straight = "It’s a “win” – but slow.", 'It\'s a "win" - but slow.'
    parts = place(straight, "It's", "slow")
    a, b = (only(corpus_of(text), Candidate("concession", 0, parts)) for text in (curly, straight))
    assert a.pieces.tolist() == b.pieces.tolist()
    assert a.marks.tolist() == b.marks.tolist()


@pytest.mark.parametrize(
    ("members", "marks"), [(("They fought",), [1]), (("won",), [1]), (("They", "won"), [1, 6])]
)
def test_of_a_long_sentence_as_much_is_shown_as_can_be_read(members, marks):
    text = "They fought and " + "fought and " * 300 + "won."
    corpus, one = corpus_of(text), Candidate("tricolon", 0, place(text, *members))
    found = only(corpus, one)
    assert len(found.pieces) == len(found.marks) == LONGEST + 2 == 160
    assert (found.pieces[0], found.pieces[-1]) == shipped("figures").ends
    assert sorted(set(found.marks) - {0}) == marks
    assert np.isfinite(likely(corpus, [one])).all()


# -- what is said ---------------------------------------------------------------------------------------


def test_what_is_said_depends_on_the_candidate_and_nothing_else():
    """The texts one by one; together, on one thread and on two; and among others, in another order."""
    alone = [
        likely(corpus_of(text), [Candidate(figure, 0, place(text, *members))])[0]
        for figure, text, members in SOME
    ]
    assert len(set(alone)) == len(SOME)
    texts = [ASKED, PLAIN, LIST, FIVE]
    for several in (texts, ["It rained.", *reversed(texts), "Nobody came. Nobody asked."]):
        corpus = corpus_of(*several)
        some = [Candidate(f, several.index(t), place(t, *m)) for f, t, m in SOME]
        for threads in (0, 1, 2):
            assert likely(corpus, some, threads).tolist() == alone
        assert likely(corpus, some[::-1]).tolist() == alone[::-1]


def test_the_same_words_are_judged_by_the_figure_and_the_members():
    corpus = corpus_of(ASKED)
    parts = place(ASKED, "Where was reform?", "Where was democracy?")
    some = [
        Candidate("anaphora", 0, parts),
        Candidate("tricolon", 0, parts),
        Candidate("anaphora", 0, parts[:1]),
    ]
    assert len(set(likely(corpus, some).tolist())) == len(some)


def test_a_figure_is_likelier_than_its_look_alike():
    corpus = corpus_of(ASKED, PLAIN)
    figure = Candidate("anaphora", 0, place(ASKED, "Where was reform?", "Where was democracy?"))
    alike = Candidate("anaphora", 1, place(PLAIN, "The vote was held.", "The count was slow."))
    odds = likely(corpus, [alike, figure])
    assert odds[1] > odds[0]


@pytest.mark.parametrize("text", ["Shame!", "Where was reform", "No, no, no.", "Why?\n\nWhy not?"])
def test_a_candidate_may_be_all_of_a_text(text):
    corpus, one = corpus_of(text), Candidate("rhetorical_question", 0, [(0, len(text))])
    found = only(corpus, one)
    assert set(found.marks[1:-1].tolist()) == {1}
    odds = likely(corpus, [one])
    assert odds.dtype == np.float32 and np.isfinite(odds).all()


def test_no_candidates_give_no_odds():
    for corpus in (corpus_of(ASKED), corpus_of("")):
        odds = likely(corpus, [])
        assert odds.shape == (0,) and odds.dtype == np.float32


# -- asked once -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("threads", [1, 2])
def test_what_is_shown_alike_is_asked_once(threads):
    def of(piece: int, mark: int = 1, figure: int = 0) -> Shown:
        return Shown(np.array([2, piece, 3]), np.array([0, mark, 0]), figure)

    asked: list[int] = []

    def odds(one: Shown) -> float:
        asked.append(int(one.pieces[1]))
        return float(100 * one.figure + 10 * one.marks[1] + one.pieces[1])

    found = once(odds, [of(7), of(8), of(7), of(7, mark=2), of(7, figure=3), of(8)], threads)
    assert found.tolist() == [17, 18, 17, 27, 317, 18]
    assert sorted(asked) == [7, 7, 7, 8]


def test_a_sentence_printed_in_two_texts_is_read_once():
    class Counting:
        """A session that counts."""

        runs = 0

        def run(self, *given: object) -> object:
            self.runs += 1
            return shipped("figures").session.run(*given)

    session = Counting()
    encoder = replace(shipped("figures"), session=session)
    parts = place(LIST, "misery", "shame", "despair")
    some = [Candidate("tricolon", n, parts) for n in range(2)]
    odds = likely_by(encoder, corpus_of(LIST, LIST), some, threads=1)
    assert session.runs == 1
    assert odds[0] == odds[1] == likely(corpus_of(LIST), some[:1])[0]
