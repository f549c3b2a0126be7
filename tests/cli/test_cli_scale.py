"""``rhetoric scale`` and ``rhetoric trend``, as a person and a script use them."""

import json

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from rhetoric.cli import app
from rhetoric.errors import TooFewTexts

LEFT = "workers unions wages solidarity public hospitals schools poverty tenants strike".split()
RIGHT = "markets enterprise tax cuts private property investors growth shares freedom".split()
ALL = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(120)]


@pytest.fixture(scope="module")
def speeches(tmp_path_factory):
    path = tmp_path_factory.mktemp("scale") / "speeches.jsonl"
    rng, lines = np.random.default_rng(0), []
    for n in range(14):
        share = n / 13
        words = [
            *rng.choice(LEFT, round(60 * (1 - share)) + 2),
            *rng.choice(RIGHT, round(60 * share) + 2),
            *rng.choice(ALL, 200),
        ]
        rng.shuffle(words)
        text = ". ".join(" ".join(words[i : i + 8]).capitalize() for i in range(0, len(words), 8)) + "."
        text += " The economy is in crisis." * (1 + n // 2)
        lines.append(
            json.dumps({"id": f"s{n:02}", "text": text, "date": f"{2000 + n // 2}", "party": "AB"[n > 6]})
        )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def call(*args):
    return CliRunner().invoke(app, [str(a) for a in args])


def test_wordfish(speeches, tmp_path):
    out, words = tmp_path / "p.csv", tmp_path / "w.csv"
    done = call(
        "scale", speeches, "--low", "s00", "--high", "s13", "-o", out, "--words", words, "--any-language"
    )
    assert done.exit_code == 0, done.output
    rows = pd.read_csv(out)
    assert np.corrcoef(rows["position"], np.arange(14))[0, 1] > 0.95
    top = pd.read_csv(words).head(20)
    assert set(top.loc[top["weight"] > 0, "word"]) <= set(RIGHT) | set(ALL) | {
        "economy",
        "crisis",
        "the",
        "is",
        "in",
    }
    assert "need not be ideology" in done.output


def test_wordscores_on_the_terminal(speeches):
    done = call(
        "scale",
        speeches,
        "--method",
        "wordscores",
        "--reference",
        "s00=-1",
        "--reference",
        "s13=1",
        "--any-language",
    )
    assert done.exit_code == 0, done.output
    assert "Positions by wordscores" in done.output
    assert "words of the high end" in done.output


def test_mistakes_are_named(speeches):
    assert "not TEXT=NUMBER" in call("scale", speeches, "--method", "wordscores", "--reference", "s00").output
    assert (
        "both ends" in call("scale", speeches, "--method", "lss", "--high", "good", "--any-language").output
    )
    refused = call("scale", speeches, "--method", "lss", "--any-language")
    assert isinstance(refused.exception, TooFewTexts)
    assert "needs 1,000 sentences" in str(refused.exception)
    by = call("scale", speeches, "--by", "party", "--any-language")
    assert "needs 10 texts" in str(by.exception)


def test_trend(speeches, tmp_path):
    out, summary = tmp_path / "t.csv", tmp_path / "s.csv"
    asked = ("trend", speeches, "--feature", "theme.economy_crisis", "--any-language", "--draws", 100)
    done = call(*asked, "--every", "year", "-o", out, "--summary", summary)
    assert done.exit_code == 0, done.output
    rows = pd.read_csv(out)
    assert rows["texts"].tolist() == [2] * 7
    assert rows["hits"].is_monotonic_increasing
    assert pd.read_csv(summary)["effect"].iloc[0] > 1
    shown = call(*asked)
    assert "Change a year" in shown.output
    assert "2003" in shown.output


def test_trend_needs_dates(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The economy is in crisis, and nobody knows what to do about it.", encoding="utf-8")
    done = call("trend", path, "--layers", "theme")
    assert isinstance(done.exception, TooFewTexts)
