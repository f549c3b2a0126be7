"""Themes from another program's dictionary."""

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.extract.conversion import converted
from rhetoric.extract.themefile import read_theme
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.extract.themesource import read_themes, themes_of
from rhetoric.match import Dictionary, Entry
from rhetoric.settings import Settings

YAML = "ECONOMY:\n  +STATE:\n    - tax*\n  =STATE:\n    - poverty\n2nd key:\n  - House of Lords\n"


@pytest.fixture(name="file")
def file_fixture(tmp_path):
    path = tmp_path / "d.yml"
    path.write_text(YAML, encoding="utf-8")
    return path


def test_each_key_is_a_theme(file):
    names = [(t.feature.name, t.feature.label, [e.pattern for e in t.entries]) for t in read_themes([file])]
    assert names == [
        ("theme.economy_state_plus", "ECONOMY.+STATE", ["tax*"]),
        ("theme.economy_state_equal", "ECONOMY.=STATE", ["poverty"]),
        ("theme.key_2nd_key", "2nd key", ["House of Lords"]),
    ]


def test_a_theme_file_made_from_quantedas_keeps_its_words(file, tmp_path, corpus_of, found):
    file.write_text("a:\n  - poverty\n", encoding="utf-8")
    converted(file, tmp_path / "a.toml")
    theme = read_theme(tmp_path / "a.toml")
    assert theme.joined
    assert found(ThemeExtractor((theme,)), corpus_of("The poverty—which is poverty.")) == ["poverty"]


def test_notes_are_told_once(tmp_path, caplog):
    path = tmp_path / "d.cat"
    path.write_text("KEY\n\tWORD (1)\n\t@RULE [A NEAR B] (1)\n", encoding="utf-8")
    assert read_themes([path]) == read_themes([path])
    assert len([r for r in caplog.records if "line 3" in r.getMessage()]) == 1


def test_keys_of_one_name_are_numbered():
    entries = tuple(Entry("a", key=k) for k in ("A b", "A-b", "a_b", "?"))
    names = [t.feature.name for t in themes_of(Dictionary("d", entries))]
    assert names == ["theme.a_b", "theme.a_b_2", "theme.a_b_3", "theme.key_4"]


def test_the_words_of_quanteda_and_our_own(file, corpus_of, found):
    file.write_text("a:\n  - poverty\n  - house of\n", encoding="utf-8")
    theirs = ThemeExtractor(read_themes([file]))
    ours = ThemeExtractor(themes_of(Dictionary("d", theirs.themes[0].entries, ("a",), "d.csv")))
    corpus = corpus_of("The poverty—which is poverty. The House of.Lords")
    assert found(theirs, corpus) == ["poverty"]
    assert found(ours, corpus) == ["poverty", "poverty", "House of"]


def test_settings_take_dictionaries_and_the_scope(file, corpus_of, found):
    file.write_text("city:\n  - new york\npaper:\n  - new york times\n", encoding="utf-8")
    corpus = corpus_of("The New York Times of New York")
    both = ThemeExtractor.of(Settings(themes=(str(file),)))
    one = ThemeExtractor.of(Settings(themes=(str(file),), nested_scope="dictionary"))
    assert sorted(found(both, corpus)) == ["New York", "New York", "New York Times"]
    assert sorted(found(one, corpus)) == ["New York", "New York Times"]


def test_own_and_foreign_lists_side_by_side(file, tmp_path, corpus_of):
    file.write_text("a:\n  - tax\n", encoding="utf-8")
    (tmp_path / "b.toml").write_text('name = "b"\n[[entry]]\npattern = "tax"\n', encoding="utf-8")
    evidence = ThemeExtractor(read_themes([tmp_path / "b.toml", file])).extract(corpus_of("A tax."))
    assert [str(evidence.features[n]) for n in evidence.feature] == ["theme.b@1", "theme.a@1"]


def test_files_that_cannot_be_read_are_named(tmp_path):
    with pytest.raises(DictionaryError, match=r"absent\.yml"):
        read_themes([tmp_path / "absent.yml"])
    (tmp_path / "d.xyz").write_text("a", encoding="utf-8")
    with pytest.raises(DictionaryError, match=r"\.xyz.*\.yml"):
        read_themes([tmp_path / "d.xyz"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(DictionaryError, match="no theme files"):
        read_themes([tmp_path / "empty"])


def test_what_a_theme_file_says_comes_through(tmp_path):
    entries = (
        Entry('say "no" \\ x', key="A b", weight=-2.5),
        Entry("US", key="A b", case=True, priority=3),
        Entry("tax NEAR cut", key="A b"),
    )
    source = tmp_path / "d.csv"
    from rhetoric.match.formats import write_dictionary

    write_dictionary(Dictionary("d", entries, ("A b",)), source)
    notes, keys, patterns = converted(source, tmp_path / "out.toml")
    assert (notes, keys, patterns) == ((), 1, 3)
    theme = read_theme(tmp_path / "out.toml")
    assert theme.feature.label == "A b"
    kept = [(e.pattern, e.weight, e.case, e.priority) for e in theme.entries]
    assert kept == [('say "no" \\ x', -2.5, False, 0), ("US", 1.0, True, 3), ("tax NEAR cut", 1.0, False, 0)]
