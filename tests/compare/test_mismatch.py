"""What differs besides what is measured: one case for each warning, and one where it must not be said."""

import pytest

from rhetoric.compare import text_facts
from rhetoric.compare.mismatch import MOST, ONE_TEXT, TWO_TEXTS
from rhetoric.compare.spelling import pairs
from rhetoric.compare.textfacts import translated
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

PLAIN = Settings(layers=("theme",), draws=0)
SAID = "We met member {n} today and spoke of item {n}{n} in hall {n}. "


def times(sentence, n):
    """Sentences that differ in a number: the same one again would be a repeat, which is not counted."""
    return "".join(sentence.replace("{n}", str(k)) for k in range(10, 10 + n))


def document(name, author, text="", **more):
    return Document(name, text or times(SAID, 40), author=author, **more)


def warned(*documents, by="voice", a="", b=""):
    return analyse_documents(documents, PLAIN).compare(by, a, b).warnings


def test_alike_texts_raise_nothing():
    texts = [
        document(f"{w}{n}", w, kind="op-ed", date="2016") for w in ("Ann Lee", "Bob Hay") for n in (1, 2)
    ]
    assert warned(*texts) == ()
    assert warned(*texts[::2]) == (TWO_TEXTS,)


def test_speech_against_prose_and_prose_against_prose():
    def of(one, other):
        return warned(document("a", "Ann Lee", kind=one), document("b", "Bob Hay", kind=other))[1:]

    assert "(interview; op-ed): part of any difference is speech against prose" in of("interview", "op-ed")[0]
    assert "(op-ed; news): part of any difference is the kind of text" in of("op-ed", "news")[0]
    assert of("op-ed", "") == ()


def test_what_is_compared_is_no_warning():
    texts = (
        document("a", "Ann Lee", kind="speech", date="1990"),
        document("b", "Bob Hay", kind="op-ed", date="2016"),
    )
    assert [("kinds" in w, "apart" in w) for w in warned(*texts)[1:]] == [(True, False), (False, True)]
    assert not any("kinds" in w for w in warned(*texts, by="kind"))
    assert not any("apart" in w for w in warned(*texts, by="date"))


@pytest.mark.parametrize(("year", "expected"), [("2016", ()), ("2011", ()), ("2010-05-06", (6,)), ("", ())])
def test_years_apart(year, expected):
    said = warned(document("a", "Ann Lee", date=year), document("b", "Bob Hay", date="2016"))[1:]
    assert len(said) == len(expected)
    assert all(
        w.startswith(f"The sides are {n} years apart (2010; 2016)")
        for w, n in zip(said, expected, strict=True)
    )


def test_a_few_words_in_an_old_text_set_no_year():
    texts = (
        document("a", "Ann Lee", times(SAID, 60) + "“No,” says Bob Hay. ", date="2000"),
        document("b", "Bob Hay", times(SAID, 60), date="2016"),
    )
    assert any("16 years apart (2000; 2016)" in w for w in warned(*texts, a="Ann Lee", b="Bob Hay"))


def test_many_small_texts_have_kinds_and_years_too():
    def many(author, kind, first):
        return [
            document(
                f"{author}{n}",
                author,
                times(f"Row {n}1 {n}2 saw {{n}} on {n}3. ", 5),
                kind=kind,
                date=str(first + n % 4),
            )
            for n in range(12)
        ]

    said = warned(*many("Ann Lee", "speech", 1990), *many("Bob Hay", "op-ed", 2010))
    assert ["kinds of text differ (speech; op-ed)" in w for w in said] == [True, False]
    assert said[1].startswith("The sides are 17 years apart (1990–1993; 2010–2013)")


QUOTED = "“Item {n} met member {n}{n} in hall {n}1 on day {n}2,” Carl Moss says. "


def test_words_that_somebody_else_chose():
    said = warned(
        document("a", "Ann Lee", times(QUOTED, 60)), document("b", "Bob Hay"), a="Carl Moss", b="Bob Hay"
    )
    assert said[1] == (
        "Nearly all of the words of Carl Moss are quotations that Ann Lee chose; those of Bob Hay are not. "
        "What else was said is not in the text."
    )
    own = warned(document("a", "Ann Lee", times(QUOTED, 60) + times(SAID, 60)), a="Carl Moss", b="Ann Lee")
    assert own[0] == ONE_TEXT
    assert "quotations that the other side chose" in own[1]
    other = QUOTED.replace("Carl Moss", "Dora Penn")
    both = warned(
        document("a", "Ann Lee", times(QUOTED, 60)),
        document("b", "Bob Hay", times(other, 60)),
        a="Carl Moss",
        b="Dora Penn",
    )
    assert both[1].startswith("Both sides are quotations, chosen by Ann Lee and Bob Hay;")


def test_one_voice_against_many():
    texts = [document(f"t{n}", w, date="2016") for n, w in enumerate(("Ann Lee", "Bob Hay", "Carl Moss"))]
    texts = [Document(**{**fields(d), "meta": {"party": "x" if n else "y"}}) for n, d in enumerate(texts)]
    (said,) = warned(*texts, by="party")
    assert said.startswith("y is one voice, x is 2:")
    assert warned(*texts, by="voice") == (TWO_TEXTS,)


def fields(d):
    return {n: getattr(d, n) for n in ("id", "text", "author", "date", "kind")}


@pytest.mark.parametrize(
    ("meta", "text", "expected"),
    [
        ({"translator": "Eve Hill"}, "", "by Eve Hill"),
        ({"translator": "no"}, "", ""),
        ({"translated": True}, "", "by its own data"),
        ({"translated": False}, "", ""),
        ({"original_language": "French"}, "", "from French"),
        ({"original_language": "English"}, "", ""),
        ({}, SAID + "\n\nTranslated from the French by Eve Hill.", "by its own note: Translated from the French by Eve Hill"),
        ({}, "(Translated by Eve Hill) " + SAID, "by its own note: Translated by Eve Hill"),
        ({}, SAID + "\n\n*Translation: Eve Hill*", "by its own note: Translation: Eve Hill*"),
        ({}, "This article was translated from German. " + SAID, "by its own note: translated from German"),
        ({}, "Her book, translated from the French by Eve Hill, sold well. " + SAID, ""),
        ({}, SAID + "\n\nTranslated by machine into deeds, it is little.", ""),
        ({}, times(SAID, 60) + "\n\nTranslated by Eve Hill.\n\n" + times(SAID, 60), ""),  # in the middle: of something else
    ],
)  # fmt: skip
def test_translations_are_known_by_fields_and_notes(meta, text, expected):
    assert translated(Document("a", text or times(SAID, 2), lang="en", meta=meta)) == expected


def test_a_translation_against_an_original():
    original, other = document("a", "Ann Lee"), document("b", "Bob Hay", meta={"translator": "Eve Hill"})
    assert warned(original, other)[1].startswith(
        "Bob Hay is a translation (by Eve Hill), the other side is not."
    )
    both = warned(document("a", "Ann Lee", meta={"translated": "yes"}), other)
    assert both[1].startswith("Both sides are translated.")


def test_spelling():
    uk = "Neighbours {n} organise {n}1, theatre {n}2, centre {n}3, favours {n}4, colour {n}5, humour {n}6. "
    us = "Neighbors {n} organize {n}1, theater {n}2, center {n}3, favors {n}4, color {n}5, humor {n}6. "
    said = warned(document("a", "Ann Lee", times(us, 30)), document("b", "Bob Hay", times(uk, 30)))
    assert said[1].startswith("Bob Hay is spelt the British way, Ann Lee the American:")
    assert warned(document("a", "Ann Lee", times(uk, 30)), document("b", "Bob Hay", times(uk, 30))) == (
        TWO_TEXTS,
    )
    facts = text_facts(
        analyse_documents([document("a", "Ann Lee", us), document("b", "Bob Hay", uk)], PLAIN).corpus
    )
    assert [(f.british, f.american) for f in facts.values()] == [(0, 7), (7, 0)]


def test_pairs_of_spellings_differ_and_never_meet():
    known = pairs()
    assert all(b != a for b, a in known.items())
    assert not set(known) & set(known.values())
    for british, american in (("neighbourhood", "neighborhood"), ("realised", "realized"), ("centres", "centers"),
                              ("labelled", "labeled"), ("sceptical", "skeptical"), ("defence", "defense")):  # fmt: skip
        assert known[british] == american
    assert "labour" not in known  # a party's name


def test_lost_characters_and_words_printed_twice():
    broken = document("a", "Ann Lee", times(SAID, 40) + "It\ufffds late.")
    assert warned(broken, document("b", "Bob Hay"))[-1] == (
        "Some characters of Ann Lee are lost or garbled: words with them are not found."
    )
    long = times(SAID, 40)
    twice = warned(document("a", "Ann Lee", f"{long}\n\n{long}"), document("b", "Bob Hay", long))
    assert any("50% of the texts of Ann Lee is printed again" in w for w in twice)


def test_never_more_than_a_reader_takes_in():
    uk = "“Our neighbours organise, and the theatre in the centre {n} favours colour {n},” Carl Moss says. "
    us = "Our neighbors organize, and the theater in the center {n} favors color {n}. "
    texts = (
        document("a", "Ann Lee", times(uk, 20) + "\ufffd", kind="interview", date="1990"),
        document("b", "Bob Hay", times(us, 200), kind="op-ed", date="2016", meta={"translator": "Eve Hill"}),
    )
    said = warned(*texts, a="Carl Moss", b="Bob Hay")
    assert len(said) == MOST
    assert said[0] == TWO_TEXTS
    assert "Carl Moss has" in said[1]
    assert "spelt the British way" in said[-1]  # the smaller ones share the last
    assert "lost or garbled" in said[-1]
    assert len(warned(*texts[::-1], a="Carl Moss", b="Bob Hay")) == MOST


def test_the_two_articles_that_ship(request):
    from rhetoric.pipeline import analyse

    corpus = request.config.rootpath / "corpus"
    said = analyse(corpus, layers=("theme",), draws=0).compare().warnings
    starts = (
        "These are two texts.",
        "The kinds of text differ (interview; op-ed): part of any difference is speech against prose.",
        "Nearly all of the words of Jon Cruddas are quotations that Jason Cowley chose; those of Neal Lawson are not.",
        "The sides are 6 years apart (2010; 2016)",
    )
    assert len(said) == len(starts)
    assert all(w.startswith(s) for w, s in zip(said, starts, strict=True))
