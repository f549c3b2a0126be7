"""Lines that belong to the page."""

import pytest

from rhetoric.load.biography import bare, biography, byline, date_line, outlet
from rhetoric.load.furniture import furniture


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Getty", "picture credit"),
        ("Getty Images", "picture credit"),
        ("Photo: Ann Lee/AFP", "picture credit"),
        ("Image: A church hall in Richmond", "picture credit"),
        ("Photograph by Ann Lee", "picture credit"),
        ("Ben Stansall/AFP/Getty Images", "picture credit"),
        ("Show Hide image", "page control"),
        ("Share", "page control"),
        ("Share on Twitter", "page control"),
        ("Facebook Twitter WhatsApp Email", "page control"),
        ("5 min read", "page control"),
        ("Advertisement", "advertisement"),
        ("Subscribe", "sign-up line"),
        ("Subscribe to the magazine for £1 a week", "sign-up line"),
        ("Sign up to our daily politics newsletter", "sign-up line"),
        ("Follow us on Twitter @echo", "sign-up line"),
        ("Read more: What Labour wants", "link"),
        ("Read more", "link"),
        ("Most read", "links"),
        ("Related articles", "links"),
        ("Read the interview in tomorrow's magazine.", "promotion"),
        ("This article first appeared in the 5 July 2010 issue of the New Statesman", "promotion"),
        ("12 comments", "comment count"),
        ("Comments (3)", "comment count"),
        ("© 2016 Echo Media Ltd", "copyright line"),
        ("All rights reserved.", "copyright line"),
        ("We use cookies to improve this site.", "cookie notice"),
    ],
)
def test_furniture(line, why):
    assert furniture(line) == why


@pytest.mark.parametrize(
    "line",
    [
        "We share the values of the party.",
        "Share the wealth, and share it now!",
        "Advertisement is the enemy of thought.",
        "Subscribe to that view and you have lost already.",
        "Sign up, the young were told, and see the world.",
        "Read my lips: no new taxes.",
        "More – and better – jobs are what we want.",
        "More: that is what they ask for.",
        "Copyright law is broken and needs reform.",
        "(c) the right to strike;",
        "From the start this was an issue of trust.",
        "The report published by the committee shows that we failed.",
        "Related to this is the question of trust.",
        "He is a man who reads the interview in the magazine.",
        "I read the interview in the magazine and wept.",
        "PAs and drivers were there.",
        "Twitter is not Britain.",
        "The comments were, 12 or so, unkind.",
    ],
)
def test_prose_is_no_furniture(line):
    assert furniture(line) == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jason Cowley is editor of the New Statesman. He has been the editor of Granta.", "Jason Cowley"),
        (
            "Neal Lawson is the Chair of Compass, the pressure group for the progressive alliance.",
            "Neal Lawson",
        ),
        ("Dr Ann de la Cruz, a doctor, is a senior lecturer in politics at Bath.", "Dr Ann de la Cruz"),
        ("Mr. Phillips is director of the programme.", "Mr. Phillips"),
        ("Bob O’Hay writes for the Echo on schools", "Bob O’Hay"),
        ("Élise Dupont is a freelance writer.", "Élise Dupont"),
        ("The author is a professor of history.", ""),
        ("Ann Lee is the leader we need.", None),
        ("The Labour Party is the leader in the polls.", None),
        ("David Miliband is moving towards a new pluralism.", None),
        ('Ann Lee is an author: "I write."', None),
        ("Zac Goldsmith stepped down over Heathrow.", None),
    ],
)
def test_biographies(line, name):
    assert biography(line) == name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("by Ann Lee and Bob Hay", "Ann Lee and Bob Hay"),
        ("Words by Ann Lee", "Ann Lee"),
        ("By Sen. Ann Lee and Sir Bob Hay", "Ann Lee and Sir Bob Hay"),
        ("By Ann Lee, political editor", "Ann Lee"),
        ("BY ANN LEE", "ANN LEE"),
        ("BY INVESTING IN SCHOOLS, SMALLER CLASSES", ""),
        ("By then it was too late", ""),
        ("By Monday Labour had lost the vote, said Ann Lee", ""),
    ],
)
def test_bylines(line, names):
    assert byline(line) == names


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("5 July 2010", "2010-07-05"),
        ("Friday, 2nd December 2016, 10:30 am", "2016-12-02"),
        ("Published December 2, 2016", "2016-12-02"),
        ("Last updated: 10:30, 2 Dec 2016", "2016-12-02"),
        ("2016-12-02", "2016-12-02"),
        ("5 July", ""),
        ("July 2010", ""),
        ("39 July 2010", ""),
        ("2016-13-02", ""),
        ("On 5 July 2010 we lost.", ""),
    ],
)
def test_date_lines(line, date):
    assert date_line(line) == date


def test_names_lose_their_forms_of_address():
    assert [bare(n) for n in ("Dr Ann de la Cruz", "Sen. Ann Lee", "Mr. Phillips", "Sir Bob Hay")] == [
        "Ann de la Cruz",
        "Ann Lee",
        "",
        "Sir Bob Hay",
    ]


def test_outlets():
    assert (
        outlet("Ann Lee is deputy editor of the New Statesman. She was editor of Granta.", "")
        == "New Statesman"
    )
    assert outlet("", "In this week's New Statesman, Ann Lee tells me why.") == "New Statesman"
    assert outlet("", "This article first appeared in the 5 July issue of the Spectator") == "Spectator"
    assert (
        outlet(
            "Neal Lawson is the Chair of Compass.", "Alan Hay is editor of the Echo. In this week's Budget"
        )
        == ""
    )
