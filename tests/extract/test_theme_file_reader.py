"""Reading theme and metaphor files: what is right is read, and what is wrong is named with its line."""

from __future__ import annotations

import pickle

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.extract.metaphorfile import parse_metaphors, read_metaphors
from rhetoric.extract.themefile import parse_theme, read_theme, shipped
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.settings import Settings

GOOD = '''name = "my_theme"
version = 3
about = """
One [[entry]] line
of two."""
source = """
One (2001).
Two (2002)."""
limits = ["a", "b"]

[[entry]]
pattern = "common good"
weight = 2

[[entry]]
pattern = "selfish*"
pole = "-"
flip = true

[[not]]
pattern = "common goods"
why = "wares"

[[test]]
text = "The common good."
hits = 1
pole = "+"
'''

WRONG = [
    ("name = 1\n[[entry]]\npattern = 'a'\n", 1, "'name' is 1"),
    ("version = 1\n[[entry]]\npattern = 'a'\n", 1, "no 'name'"),
    ("name = 'A b'\n[[entry]]\npattern = 'a'\n", 1, "cannot name a theme"),
    ("name = 'a'\nversion = 0\n[[entry]]\npattern = 'a'\n", 2, "version"),
    ("name = 'a'\nversion = true\n[[entry]]\npattern = 'a'\n", 2, "'version' is True"),
    ("name = 'a'\n", 1, "no entries"),
    ("name = 'a'\nlable = 'b'\n[[entry]]\npattern = 'a'\n", 2, "did you mean 'label'"),
    ("name = 'a'\n[[entries]]\npattern = 'a'\n", 2, "did you mean 'entry'"),
    ("name = 'a'\n[[entry]]\nweight = 2\n", 2, "no 'pattern'"),
    (
        "name = 'a'\n[[entry]]\npattern = 'a'\n[[entry]]\npattern = 'b'\nwieght = 2\n",
        6,
        "did you mean 'weight'",
    ),
    ("name = 'a'\n[[entry]]\npattern = 'a'\npole = 'x'\n", 4, "unknown pole"),
    ("name = 'a'\n[[entry]]\npattern = 'a'\nweight = 0\n", 4, "out of range"),
    ("name = 'a'\n[[entry]]\npattern = 'a'\nweight = 'x'\n", 4, "a number"),
    ("name = 'a'\n[[entry]]\npattern = 'a'\nflip = 1\n", 4, "true or false"),
    ("name = 'a'\n[[entry]]\npattern = 'a'\n[[entry]]\npattern = 'a'\n", 5, "line 3 already"),
    ("name = 'a'\n[[entry]]\npattern = 'a'\n[[test]]\ntext = 'a'\n", 4, "no 'hits'"),
    ("name = 'a'\n[[entry]]\npattern = 'a'\n[[test]]\ntext = 'a'\nhits = -1\n", 6, "negative"),
    ("name = 'a'\n[[entry]]\npattern = a\n", 3, "not valid TOML"),
    ("name = 'a'\nentry = 3\n", 2, "list of tables"),
    ("name = 'a'\nlimits = [1]\n[[entry]]\npattern = 'a'\n", 2, "list of texts"),
]


def test_a_good_file_is_read():
    theme = parse_theme(GOOD, "my.toml")
    assert str(theme.feature) == "theme.my_theme@3"
    assert theme.feature.label == "My theme"
    assert theme.feature.about == "One [[entry]] line of two."
    assert theme.feature.cites == ("One (2001).", "Two (2002).")
    assert theme.feature.limits == ("a", "b")
    assert [(e.pattern, e.weight, e.flip, e.line) for e in theme.entries] == [
        ("common good", 2.0, False, 12),
        ("selfish*", -1.0, True, 16),
    ]
    assert [n.pattern for n in theme.nots] == ["common goods"]
    assert [(c.text, c.hits, c.pole, c.line) for c in theme.cases] == [("The common good.", 1, "+", 24)]


@pytest.mark.parametrize(("text", "line", "what"), WRONG)
def test_what_is_wrong_is_named_with_its_line(text, line, what):
    with pytest.raises(DictionaryError) as raised:
        parse_theme(text, "my.toml")
    assert (raised.value.where, raised.value.line) == ("my.toml", line)
    assert what in str(raised.value) and raised.value.do
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_a_bad_pattern_is_named_with_its_line(corpus_of):
    theme = parse_theme("name = 'a'\n[[entry]]\npattern = ''\n", "my.toml")
    with pytest.raises(DictionaryError) as raised:
        ThemeExtractor((theme,)).extract(corpus_of("a"))
    assert (raised.value.where, raised.value.line) == ("my.toml", 3)


def test_files_that_cannot_be_read_are_named(tmp_path):
    (tmp_path / "latin.toml").write_bytes(b"name = 'a'\nlabel = '\xe9'\n")
    with pytest.raises(DictionaryError, match=r"latin\.toml:2: not UTF-8"):
        read_theme(tmp_path / "latin.toml")
    with pytest.raises(DictionaryError, match="check the path"):
        read_theme(tmp_path / "absent.toml")
    with pytest.raises(DictionaryError, match="check the path"):
        read_metaphors(tmp_path / "absent.toml")


def test_own_themes_take_the_place_of_those_that_ship(tmp_path):
    path = tmp_path / "my.toml"
    path.write_text(GOOD, encoding="utf-8-sig", newline="\r\n")
    for given in (str(path), str(tmp_path)):
        extractor = ThemeExtractor.of(Settings(themes=(given,)))
        assert [str(f) for f in extractor.features] == ["theme.my_theme@3"]
    with pytest.raises(DictionaryError, match="also the name of"):
        ThemeExtractor.of(Settings(themes=(str(path), str(path))))
    (tmp_path / "none").mkdir()
    with pytest.raises(DictionaryError, match="no theme files"):
        ThemeExtractor.of(Settings(themes=(str(tmp_path / "none"),)))


@pytest.mark.parametrize(
    "theme",
    [*shipped(), *shipped("lexicons/discourse", "discourse")],
    ids=lambda t: t.where,
)
def test_shipped_lists_say_what_they_are(theme):
    feature = theme.feature
    assert feature.about and feature.cites and feature.limits and theme.licence
    assert theme.entries and len(theme.cases) >= 5
    assert any(c.hits == 0 for c in theme.cases), "no test of what must not be found"


def test_twelve_themes_ship():
    assert len(shipped()) == 12


METAPHOR = """version = 2
[[domain]]
name = "journey"
[[entry]]
pattern = "path"
domain = "journey"
"""


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (METAPHOR + "sure = 2\n", 7, "sure is 2"),
        (METAPHOR + "when = 'a b'\n", 7, "spaces"),
        (METAPHOR.replace('domain = "journey"', 'domain = "jurney"'), 6, "no domain"),
        (METAPHOR + "[[test]]\ntext = 'a'\nhits = 1\ndomain = 'x'\n", 10, "no domain"),
        (METAPHOR + "[[domain]]\nname = 'journey'\n", 7, "one name"),
        ("[[domain]]\nname = 'a'\n", 1, "no entries"),
    ],
)
def test_faults_of_a_metaphor_file_are_named_with_their_line(text, line, what):
    with pytest.raises(DictionaryError) as raised:
        parse_metaphors(text, "m.toml")
    assert raised.value.line == line and what in str(raised.value)
