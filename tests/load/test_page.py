"""Pages that hold several articles."""

from pathlib import Path

import pytest

from rhetoric.load.choice import is_page
from rhetoric.load.page import PageLoader
from rhetoric.load.plain import PlainLoader
from rhetoric.model.document import Document
from rhetoric.settings import Settings
from rhetoric.testing import check_loader

HERE = Path(__file__).resolve()
CORPUS = HERE.parents[2] / "corpus"
PAGE = CORPUS / "raw" / "new-statesman-page.txt"
PROSE = "The vote was lost in the hall, and everybody who was there that night knew what it would mean for the party."
PAGE_OF_TWO = f"""Home | Politics
Share
A long night in a cold church hall
By Ann Lee
2 December 2016
{PROSE}
Getty
What happened next
{PROSE}
{PROSE} {PROSE}
{PROSE}
Ann Lee is political editor of the Echo.
She won a prize in 2015.
Most read
The first link of the list
The second link of the list
Why the council cannot say what it wants
Nobody has an answer, and time is short.
“{PROSE}
“{PROSE}
{PROSE}”
Bob Hay, a former councillor, is a lecturer in politics at Bath.
12 comments
"""


def read(path):
    return [d for d in PageLoader().read(path, Settings()) if isinstance(d, Document)]


def marks(document):
    return [(m.kind, m.note, document.text[m.start : m.end]) for m in document.layout]


@pytest.fixture
def two(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(PAGE_OF_TWO, encoding="utf-8")
    return file


def adds_up(page, documents):
    at = 0
    for document in documents:
        start = page.index(document.text, at)
        assert not page[at:start].strip()
        at = start + len(document.text)
    return not page[at:].strip()


def test_the_seed_page_is_two_articles():
    cruddas, lawson = read(PAGE)
    assert (cruddas.title, cruddas.author, cruddas.kind, cruddas.date) == (
        "Exclusive: Jon Cruddas endorses David Miliband",
        "Jason Cowley",
        "interview",
        "",
    )
    assert (lawson.title, lawson.author, lawson.kind, lawson.date) == (
        "Inside the progressive alliance that beat Zac Goldsmith in Richmond",
        "Neal Lawson",
        "op-ed",
        "",
    )
    assert cruddas.meta == {"outlet": "New Statesman"}
    assert [cruddas.id, lawson.id] == ["new-statesman-page-1", "new-statesman-page-2"]
    assert lawson.source == f"{PAGE}:46"


def test_every_line_of_the_seed_page_that_is_no_prose_is_marked():
    cruddas, lawson = read(PAGE)
    assert marks(cruddas) == [
        ("headline", "", "Exclusive: Jon Cruddas endorses David Miliband"),
        ("standfirst", "", "“There’s a pluralism I detect in David that I hadn’t witnessed before.”"),
        ("crosshead", "", '"The nature of the reckoning"'),
        ("boilerplate", "promotion", "Read the interview in tomorrow's magazine."),
        (
            "byline",
            "biography",
            "Jason Cowley is editor of the New Statesman. He has been the editor of Granta, a senior editor at the "
            "Observer and a staff writer at the Times.",
        ),
        ("boilerplate", "picture credit", "Getty"),
        ("boilerplate", "page control", "Show Hide image"),
    ]
    assert marks(lawson) == [
        ("headline", "", "Inside the progressive alliance that beat Zac Goldsmith in Richmond"),
        (
            "standfirst",
            "",
            "Frantic phone calls, hundreds of volunteers, and Labour MPs constrained by their party.",
        ),
        (
            "byline",
            "biography",
            "Neal Lawson is the Chair of Compass, the pressure group for the progressive alliance.",
        ),
        (
            "byline",
            "biography",
            "Neal Lawson is chair of the pressure group Compass,\u00a0which brings together progressives from all parties "
            "and none. His views on internal Labour matters are personal ones.",
        ),
    ]


def test_nothing_of_the_seed_page_is_lost():
    page = PAGE.read_text(encoding="utf-8")
    documents = read(PAGE)
    assert adds_up(page, documents)
    assert page.count("\u00a0") == 11
    assert [d.text.count("\u00a0") for d in documents] == [0, 11]


@pytest.mark.shared
def test_the_seed_page_is_the_one_that_was_given():
    given = HERE.parents[2] / ".." / "shared" / "seeds" / "new-statesman-page.txt"
    if not given.exists():
        pytest.skip("the shared seed page is not here")
    assert given.read_bytes() == PAGE.read_bytes()


def test_the_page_and_the_files_in_the_corpus_give_the_same():
    files = [CORPUS / "cruddas-interview.md", CORPUS / "lawson-progressive-alliance.md"]
    for article, file in zip(read(PAGE), files, strict=True):
        (document,) = PlainLoader().read(file, Settings())
        assert document.text == article.text
        assert document.layout == article.layout
        assert (document.author, document.title, document.kind) == (
            article.author,
            article.title,
            article.kind,
        )
    assert is_page(PAGE)
    assert not is_page(files[0])


def test_a_page_without_blank_lines(two):
    one, other = read(two)
    assert adds_up(PAGE_OF_TWO, [one, other])
    assert (one.title, one.author, one.date, one.kind) == (
        "A long night in a cold church hall",
        "Ann Lee",
        "2016-12-02",
        "op-ed",
    )
    assert one.meta == {"outlet": "Echo"}
    assert other.kind == "interview"
    assert other.author == "Bob Hay"
    assert other.meta == {}


def test_roles_on_a_page_without_blank_lines(two):
    one, other = read(two)
    assert [m for m in marks(one) if m[0] != "boilerplate"] == [
        ("headline", "", "A long night in a cold church hall"),
        ("byline", "byline", "By Ann Lee"),
        ("crosshead", "", "What happened next"),
        ("byline", "biography", "Ann Lee is political editor of the Echo."),
        ("byline", "biography", "She won a prize in 2015."),
    ]
    assert [m[1:] for m in marks(one) if m[0] == "boilerplate"] == [
        ("page control", "Home | Politics"),
        ("page control", "Share"),
        ("date line", "2 December 2016"),
        ("picture credit", "Getty"),
        ("link", "Most read"),
        ("link", "The first link of the list"),
        ("link", "The second link of the list"),
    ]
    assert marks(other) == [
        ("headline", "", "Why the council cannot say what it wants"),
        ("standfirst", "", "Nobody has an answer, and time is short."),
        ("byline", "biography", "Bob Hay, a former councillor, is a lecturer in politics at Bath."),
        ("boilerplate", "comment count", "12 comments"),
    ]


def test_a_line_about_a_person_in_the_news_splits_nothing(tmp_path):
    file = tmp_path / "a.txt"
    paragraphs = [
        "A long night in a cold church hall",
        f"{PROSE} Zac Hay was there.",
        PROSE,
        PROSE,
        "Zac Hay is the leader of the council.",
        "What happened after the vote",
        *[PROSE] * 5,
    ]
    file.write_text("\n\n".join(paragraphs))
    (found,) = read(file)
    assert found.author == ""
    assert not [m for m in found.layout if m.kind == "byline"]


def test_hard_wrapped_lines_are_one_paragraph(tmp_path):
    file = tmp_path / "a.txt"
    broken = PROSE.replace("that night", "that\nnight")
    file.write_text(f"A long night in the hall\n\n{broken}\n\n{broken}\n\nAnn Lee is a writer.\n")
    (found,) = read(file)
    assert marks(found) == [
        ("headline", "", "A long night in the hall"),
        ("byline", "biography", "Ann Lee is a writer."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n\n{PROSE}\n",
        f"A speech in the hall\n\n{PROSE}\n\n{PROSE}\n",
        f"{PROSE}\n\nRead more\n\n{PROSE}\n",
        "One line",
    ],
)
def test_plain_texts_are_no_pages(tmp_path, text):
    file = tmp_path / "a.txt"
    file.write_text(text)
    assert not is_page(file)


def test_contract(two):
    assert is_page(two)
    check_loader(PageLoader(), two)
