"""The weight of a page: its parts add up, and the advice names the largest."""

import pytest

from rhetoric.report.size import budget, parts, sized

PAGE = (
    '<p>é</p><section id="texts"><p>abc</p></section><section id="voices">d</section>'
    '<script type="application/json" id="notes">[1]</script>'
)


def test_parts_add_up_in_bytes():
    found = parts(PAGE)
    assert found["texts"] == len('<section id="texts"><p>abc</p></section>')
    assert found["notes"] == len('<script type="application/json" id="notes">[1]</script>')
    assert found["frame"] == len("<p>é</p>".encode())
    assert sum(found.values()) == len(PAGE.encode())
    assert list(found.values()) == sorted(found.values(), reverse=True)


@pytest.mark.parametrize(
    ("texts", "most"), [(2, 500_000), (3, 4_000_000), (21, 4_000_000), (200, 4_000_000), (201, 8_000_000)]
)
def test_budgets(texts, most):
    assert budget(texts) == most


def test_advice_names_the_largest_part_and_what_to_cap():
    facts = {"sections": {"summary": {"texts": 2}}}
    assert sized(facts, PAGE).advice == ""
    large = PAGE.replace("abc", "x" * 600_000)
    advice = sized(facts, large).advice
    assert "texts 0.6 MB" in advice
    assert "--text excerpts" in advice
