"""Settings refuse what they do not know."""

import pytest

from rhetoric.errors import MissingInput, SettingsError
from rhetoric.settings import Settings


def test_defaults_are_legal_and_plain_values_give_them_back():
    assert Settings.of(Settings().plain()) == Settings()


def test_read(tmp_path):
    file = tmp_path / "s.toml"
    file.write_text('seed = 7\nlayers = ["theme"]\n')
    assert Settings.read(file) == Settings(seed=7, layers=("theme",))


@pytest.mark.parametrize(
    ("text", "word"),
    [("sede = 7", "did you mean 'seed'"), ('layers = ["themes"]', "unknown layer"), ("level = 2", "between 0 and 1"),
     ("seed =", "not valid TOML"), ('text = "all"', "unknown text mode"), ("draws = -1", "negative")],
)  # fmt: skip
def test_what_is_wrong_is_named(tmp_path, text, word):
    file = tmp_path / "s.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=word):
        Settings.read(file)


def test_missing_file(tmp_path):
    with pytest.raises(MissingInput, match=r"nowhere\.toml"):
        Settings.read(tmp_path / "nowhere.toml")
