"""``rhetoric together`` on the two articles that ship."""

import pandas as pd
import pytest
from click.testing import CliRunner

from rhetoric.cli import app


@pytest.fixture
def call(request):
    corpus = str(request.config.rootpath / "corpus")

    def called(*words):
        return CliRunner().invoke(
            app, ["together", corpus, "--draws", "0", "--metaphor", "list", *map(str, words)]
        )

    return called


def test_shows_the_table_and_the_passages(call):
    done = call("--inner", "metaphor", "--outer", "theme.realignment", "--by", "all")
    assert done.exit_code == 0, done.output
    assert "metaphor where theme.realignment stands, by paragraph" in done.output
    assert (
        "Neal Lawson"
        not in call(
            "--inner", "metaphor", "--outer", "theme.realignment", "--by", "all", "--no-places"
        ).output
    )
    assert "all · lawson-progressive-alliance" in done.output


def test_saves_the_table_and_the_places(call, tmp_path):
    table, places = tmp_path / "t.csv", tmp_path / "p.csv"
    done = call(
        "--inner",
        "theme",
        "--outer",
        "theme.realignment",
        "--unit",
        "3",
        "--each",
        "-o",
        table,
        "--save-places",
        places,
    )
    assert done.exit_code == 0, done.output
    rows, found = pd.read_csv(table), pd.read_csv(places)
    assert set(rows["unit"]) == {3}
    assert rows["inner"].nunique() > 1
    assert found["outer"].sum() > 0


def test_what_cannot_be_asked_is_said(call):
    done = call("--inner", "theme", "--outer", "theme.realignment", "--unit", "page")
    assert done.exit_code == 2
    assert "choose sentence, paragraph, or a number of sentences" in done.output
    with pytest.raises(Exception, match=r"did you mean 'theme.realignment'"):
        raise call("--inner", "metaphor", "--outer", "theme.realignement").exception
