"""``rhetoric report --by``: every group, or two of them by name."""

import json
from html import unescape

import pytest
from click.testing import CliRunner

from rhetoric.cli import app

WHO = ("The council", "A teacher", "The mayor", "My neighbour", "The clerk", "A farmer", "The doctor")
DID = ("met", "left", "called", "walked", "waited", "wrote", "slept", "paid", "drove", "ate", "read")
WHERE = ("by the river", "on Monday", "near the station", "in the spring", "at the market", "after lunch", "in the hall",
         "beside the road", "with a dog", "under the bridge", "before noon", "over the hill", "at the gate")  # fmt: skip
PARTIES = ("Red", "Blue", "Deep Green")


@pytest.fixture
def speeches(tmp_path):
    path = tmp_path / "speeches.jsonl"
    rows = [
        {
            "id": party,
            "party": party,
            "text": " ".join(
                f"{WHO[k % 7]} {DID[k % 11]} {WHERE[k % 13]}." for k in range(300 * n, 300 * n + 70)
            ),
        }
        for n, party in enumerate(PARTIES)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def run(path, *more):
    page = path.with_name("page.html")
    done = CliRunner().invoke(
        app, ["report", str(path), "--by", "party", "--layers", "theme", "-o", str(page), *more]
    )
    return done, page.read_text(encoding="utf-8") if page.exists() else ""


def test_every_group_is_on_the_page(speeches):
    done, page = run(speeches)
    assert done.exit_code == 0, done.output
    title = page[page.index("<title>") + 7 : page.index("</title>")]
    assert title.startswith("Three parties compared: ")
    assert all(p in title for p in PARTIES)


def test_two_sides_are_chosen_and_stand_in_the_command(speeches):
    done, page = run(speeches, "--a", "Deep Green", "--b", "Red")
    assert done.exit_code == 0, done.output
    assert "<title>Red compared with Deep Green</title>" in page
    assert "--a 'Deep Green' --b Red" in unescape(page)


def test_a_side_that_is_not_there_is_named_with_those_that_are(speeches):
    done, _ = run(speeches, "--a", "Purple")
    assert done.exit_code != 0
    said = f"{done.output}{done.exception or ''}"
    assert "Purple" in said
    assert "Deep Green" in said
