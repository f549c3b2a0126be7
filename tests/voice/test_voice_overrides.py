"""The user's corrections."""

from pathlib import Path

import pytest
from speaking import owner, said, voiced

from rhetoric.errors import InputError, MissingInput
from rhetoric.voice import Override, read_overrides

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
    assert read_overrides(path) == (Override("d", 1, 13, "Jane Smith"),)


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("doc_id,start,end\n", 1),
        ("", 1),
        ("doc_id,start,end,speaker\nd,1,2,X\nd,one,2,X\n", 3),
        ("doc_id,start,end,speaker\nd,5,2,X\n", 2),
        ("doc_id,start,end,speaker\nd,5\n", 2),
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
