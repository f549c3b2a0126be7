"""Tables of the benchmarks in pages: what is put where, and what is refused."""

from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture
def put(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from pagetable import put

    return put


@pytest.mark.parametrize("between", ["", "old\n", "\n", "| old |\n| --- |\n"])
def test_only_what_stands_between_the_lines_is_replaced(put, tmp_path, between):
    page = tmp_path / "page.md"
    page.write_text(f"above\n<!-- t -->\n{between}<!-- /t -->\nbelow\n\nend\n", encoding="utf-8")
    for _ in range(2):
        put(page, "t", "| a |\n| --- |")
        assert (
            page.read_text(encoding="utf-8")
            == "above\n<!-- t -->\n| a |\n| --- |\n<!-- /t -->\nbelow\n\nend\n"
        )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("no line at all\n", "page.md: the line '<!-- t -->' stands 0 times"),
        ("<!-- t -->\nold\n", "page.md: the line '<!-- /t -->' stands 0 times"),
        ("<!-- t -->\n<!-- /t -->\n<!-- t -->\n<!-- /t -->\n", "stands 2 times"),
        ("<!-- /t -->\n<!-- t -->\n", "stands above"),
    ],
)
def test_a_page_without_both_lines_is_refused_and_left_alone(put, tmp_path, text, why):
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=why):
        put(page, "t", "| a |")
    assert page.read_text(encoding="utf-8") == text
