"""A new theme from seed words."""

import re

import pytest
from click.testing import CliRunner

from rhetoric.cli import app
from rhetoric.errors import DictionaryError
from rhetoric.extract.suggest import ENOUGH, suggest
from rhetoric.extract.themedraft import draft
from rhetoric.extract.themefile import parse_theme

BESIDE = " ".join(
    ["We need solidarity and mutual aid now."] * 6 + ["The train was late in the morning rain."] * 60
)


def test_what_stands_beside_the_seeds(corpus_of):
    found = suggest(corpus_of(BESIDE), ["solidarity"])
    assert {s.pattern for s in found} == {"need", "mutual", "aid", "now", "mutual aid", "aid now"}
    best = found[0]
    assert (best.how, best.hits, len(best.lines)) == ("beside", 6, 3)
    assert all(re.search(rf"\[{s.pattern}\]", line) for s in found for line in s.lines)
    assert suggest(corpus_of(BESIDE), ["nothing"]) == []
    assert suggest(corpus_of(), ["solidarity"]) == []


def test_what_is_used_like_the_seeds(corpus_of):
    """'mercy' and 'solidarity' stand among the same words, never together."""
    fill = " ".join(
        f"The {a} {b} a {c} in the {d}."
        for a in ("man", "woman", "child", "baker", "driver", "teacher")
        for b in ("saw", "bought", "sold", "lost", "found")
        for c in ("house", "car", "book", "chair", "ticket", "garden")
        for d in ("town", "village", "city", "street", "market")
    )
    kind = " ".join(
        f"Our {x} for the {y} is a duty of {z} hearts."
        for x in ("solidarity", "mercy")
        for y in ("poor", "weak", "sick", "old", "lonely")
        for z in ("warm", "open", "brave")
    )
    texts = [f"{fill} {kind}"] * (1 + ENOUGH // 8000)
    found = [s.pattern for s in suggest(corpus_of(*texts), ["solidarity"]) if s.how == "like"]
    assert "mercy" in found[:8]
    again = suggest(corpus_of(*texts), ["solidarity"])
    assert again == suggest(corpus_of(*texts), ["solidarity"])


def test_a_malformed_seed_is_named(corpus_of):
    with pytest.raises(DictionaryError, match="seed"):
        suggest(corpus_of(BESIDE), ["... x"])


def test_a_draft_can_be_read_and_completed(corpus_of):
    found = suggest(corpus_of(BESIDE), ["solidarity"])
    text = draft("my_theme", ["solidarity"], found, "x.toml")
    assert [e.pattern for e in parse_theme(text, "x").entries] == ["solidarity"]
    uncommented = re.sub(r"(?m)^# (\[\[entry\]\]|pattern = )", r"\1", text)
    assert {e.pattern for e in parse_theme(uncommented, "x").entries} == {
        "solidarity",
        *(s.pattern for s in found),
    }
    with pytest.raises(DictionaryError, match="cannot name a theme"):
        draft("My theme", ["a"], [], "x")


def test_the_command(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text(BESIDE, encoding="utf-8")
    target = tmp_path / "s.toml"
    words = ["themes", "new", "care", str(text), "--seeds", "solidarity, mutual aid", "-o", str(target)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    assert "2 patterns" in done.output
    assert "# pattern = " in target.read_text(encoding="utf-8")
    assert "already" in str(CliRunner().invoke(app, words).exception)
    words[-1] = str(tmp_path / "t.toml")
    asked = CliRunner().invoke(app, [*words, "--ask"], input="y\nn\nq\n")
    assert asked.exit_code == 0, asked.output
    assert len(parse_theme((tmp_path / "t.toml").read_text(encoding="utf-8"), "t").entries) == 3
