"""Plain text and Markdown."""

import pytest

from rhetoric.errors import EmptyInput
from rhetoric.load.plain import PlainLoader
from rhetoric.model.document import Document
from rhetoric.settings import Settings
from rhetoric.testing import check_loader


def read(path, text):
    path.write_bytes(text.encode())
    (found,) = (d for d in PlainLoader().read(path, Settings()) if isinstance(d, Document))
    return found


def marks(document):
    return [(m.kind, m.note, document.text[m.start : m.end]) for m in document.layout]


def test_the_text_is_kept_to_the_character(tmp_path):
    text = "  “Curly” and 'straight',\u00a0non-breaking\u2009thin\u2028line -- é e\u0301 🙂\n\n\n trailing \n"
    found = read(tmp_path / "a.txt", text)
    assert found.text == text
    assert (found.id, found.source, found.layout) == ("a", str(tmp_path / "a.txt"), ())
    assert read(tmp_path / "a.txt", "\ufeffOne\r\ntwo\rthree\r\n").text == "One\ntwo\rthree\n"


def test_front_matter_fills_fields_and_the_rest_is_metadata(tmp_path):
    found = read(
        tmp_path / "a.md",
        "---\nid: x1\ntitle: T\nauthor: [Ann Lee, Bob Hay]\ndate: 2016\nkind: op-ed\nurl: u\nlang: en\nsource: s\n"
        "party: Green\ntags: [a, b]\n---\n\nBody.\n",
    )
    assert found == Document(
        "x1",
        "\nBody.\n",
        "T",
        "Ann Lee and Bob Hay",
        "2016",
        "op-ed",
        "s",
        "en",
        "u",
        {"party": "Green", "tags": ["a", "b"]},
    )


def test_lines_that_the_front_matter_names_are_marked(tmp_path):
    found = read(
        tmp_path / "a.txt",
        "---\ntitle: A Fair Deal\nstandfirst: Nobody left.\ncrossheads:\n- '\"The end\"'\n- Missing\n---\n"
        'A Fair Deal \n\nNobody left.\u00a0\n\nA Fair Deal is near.\n\n"The end"\n\nIt came.\n\nA Fair Deal',
    )
    assert marks(found) == [
        ("headline", "", "A Fair Deal"),
        ("standfirst", "", "Nobody left."),
        ("crosshead", "", '"The end"'),
    ]


def test_markdown_headings_are_marked_without_their_signs(tmp_path):
    text = "# A  fair deal #\n\nIt came.\n\n##  The end\n\n#hashtag\n\n####### seven\n"
    found = read(tmp_path / "a.md", text)
    assert marks(found) == [("headline", "", "A  fair deal"), ("crosshead", "", "The end")]
    assert found.title == "A fair deal"
    assert read(tmp_path / "a.txt", text).layout == ()


def test_furniture_and_biographies_are_marked(tmp_path):
    found = read(
        tmp_path / "a.md",
        "By Ann Lee\n\n5 July 2010\n\nWe share the news.\n\nGetty\n\nIt came.\n\nAnn Lee is editor of the Echo.\n\n12 comments",
    )
    assert marks(found) == [
        ("byline", "byline", "By Ann Lee"),
        ("boilerplate", "date line", "5 July 2010"),
        ("boilerplate", "picture credit", "Getty"),
        ("byline", "biography", "Ann Lee is editor of the Echo."),
        ("boilerplate", "comment count", "12 comments"),
    ]
    assert (found.author, found.date) == ("Ann Lee", "2010-07-05")


def test_a_speech_that_ends_on_a_person_has_no_biography(tmp_path):
    speech = "Bob Hay came late.\n\nHe won.\n\nBob Hay is the leader of the council.\n"
    assert read(tmp_path / "a.txt", speech).layout == ()
    assert read(tmp_path / "b.txt", "It came.\n\nAnn Lee is the leader we need.\n").layout == ()


def test_front_matter_alone_is_empty(tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: T\n---\n\n")
    with pytest.raises(EmptyInput):
        list(PlainLoader().read(tmp_path / "a.md", Settings()))


def test_contract(tmp_path):
    (tmp_path / "a.md").write_text("# Title\n\nIt came.\n")
    check_loader(PlainLoader(), tmp_path / "a.md")
