"""The user's corrections."""

from pathlib import Path

import pytest
from speaking import owner, said, voiced

from rhetoric.errors import InputError, MissingInput
from rhetoric.model.document import Document
from rhetoric.voice import Override, misplaced, read_overrides

TEXT = '"We will win," Jane Smith said. It was "over".'


def test_an_override_wins() -> None:
    corpus = voiced(TEXT, overrides=(Override("d", 0, 14, "Tom Jones"),))
    assert said(corpus, "direct") == [("direct", '"We will win,"', "Tom Jones")]
    assert corpus.quotations[0].how == "user" and corpus.quotations[0].sure == 1
    assert owner(corpus, '"We will win,"') == "Tom Jones"


def test_an_override_without_a_speaker_takes_words_back() -> None:
    corpus = voiced(TEXT, overrides=(Override("d", 1, 13, ""),))
    assert owner(corpus, TEXT) == "author of d"


def test_an_override_of_another_text_does_nothing() -> None:
    assert said(voiced(TEXT, overrides=(Override("e", 0, 5, "X"),))) == said(voiced(TEXT))


def test_reading(tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("speaker,doc_id,start,end\nJane Smith,d,1,13\n\n", encoding="utf-8")
    assert read_overrides(path) == (Override("d", 1, 13, "Jane Smith", source=f"{path}:2"),)


def test_reading_by_number(tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("doc_id,quotation,speaker\nd,2,Tom Jones\n", encoding="utf-8")
    (one,) = read_overrides(path)
    assert (one.quotation, one.speaker) == (2, "Tom Jones")


def test_a_quotation_by_its_number() -> None:
    text = '"We will win," Jane Smith said. "It is over," she said.'
    corpus = voiced(text, overrides=(Override("d", 0, 0, "Tom Jones", 2),))
    assert [s for _, _, s in said(corpus, "direct")] == ["Jane Smith", "Tom Jones"]
    assert said(voiced(text, overrides=(Override("d", 0, 0, "Tom Jones", 9),))) == said(voiced(text))


def test_a_report_keeps_its_kind_and_goes_to_another() -> None:
    text = "Jane Smith said she would not go."
    start = text.index("she")
    corpus = voiced(text, overrides=(Override("d", start, len(text) - 1, "Tom Jones"),))
    assert said(corpus) == [("indirect", "she would not go", "Tom Jones")]
    assert owner(corpus, "she would not go") == "Tom Jones"
    taken = voiced(text, overrides=(Override("d", start, len(text) - 1, ""),))
    assert said(taken) == []


def test_corrections_that_fit_no_text_are_named() -> None:
    rows = (Override("e", 0, 4, "X", source="o.csv:2"), Override("d", 99, 100, "X", source="o.csv:3"))
    first, second = misplaced(rows, [Document("d", TEXT)])
    assert (first.source, first.line, first.level) == ("o.csv", 2, "warning") and "'e'" in first.message
    assert second.line == 3 and "99" in second.message
    assert misplaced(rows[:1], [], ["e"]) == []
    assert said(voiced(TEXT, overrides=rows)) == said(voiced(TEXT))


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("doc_id,start,end\n", 1),
        ("", 1),
        ("doc_id,start,end,speaker\nd,1,2,X\nd,one,2,X\n", 3),
        ("doc_id,start,end,speaker\nd,5,2,X\n", 2),
        ("doc_id,start,end,speaker\nd,5\n", 2),
        ("doc_id,quotation,speaker\nd,two,X\n", 2),
    ],
)
def test_errors_name_the_line(tmp_path: Path, table: str, line: int) -> None:
    path = tmp_path / "o.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_overrides(path)
    assert caught.value.line == line and str(path) in str(caught.value)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_overrides(tmp_path / "none.csv")
