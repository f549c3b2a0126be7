"""Charts say what their tables say, in the same bytes every time."""

import re
from xml.etree import ElementTree

import pytest

from rhetoric.errors import NotFound
from rhetoric.report.figures import KINDS, draw

DOTS = [
    {
        "label": "Pluralism",
        "voice": v,
        "index": n,
        "value": x,
        "low": x / 2,
        "high": x * 2,
        "hits": 6,
        "strength": s,
    }
    for n, (v, x) in enumerate((("Ann $ Lee", 4.0), ("Bob Hay", 1.0)))
    for s in ("uncertain",)
] + [
    {
        "label": "Populism",
        "voice": "Bob Hay",
        "index": 1,
        "value": 0.0,
        "low": 0.0,
        "high": 3.0,
        "hits": 0,
        "strength": "too few to say",
    }
]
ROWS = {
    "voices": [{"text": "One <b>", "voice": "Ann $ Lee", "index": 0, "words": 120}, {"text": "One <b>", "voice": "Bob Hay", "index": 1, "words": 4}],
    "themes": DOTS,
    "devices": DOTS,
    "metaphors": [{"voice": "Ann $ Lee", "index": 0, "source_label": "Fire", "target": None, "count": 2, "example": "lit the fuse", "candidate": True}],
    "stance": [{"voice": "Ann $ Lee", "index": 0, "target": "A $ & B", "lean": "for", "value": 0.5, "low": 0.1, "high": 0.9, "mentions": 5},
               {"voice": "Bob Hay", "index": 1, "target": "C", "lean": "too few to say", "value": -0.5, "low": -1.0, "high": 1.0, "mentions": 2}],
    "arc": [{"text": "One", "voice": "Ann $ Lee", "index": 0, "position": n / 9, "paragraph": n, "value": (-1) ** n / 2, "words": 30} for n in range(10)],
    "words": [{"word": "alliance", "hits_a": 9, "hits_b": 1, "log_ratio": 3.1, "low": 1.0, "high": 5.0, "flag": ""},
              {"word": "David", "hits_a": 0, "hits_b": 6, "log_ratio": -3.0, "low": -6.0, "high": -0.5, "flag": "name"}],
    "tenths": [{"side": w, "index": n, "tenth": t, "value": None if t == 4 else 0.1 * n, "low": None if t == 4 else -0.1, "high": None if t == 4 else 0.3, "texts": 9, "sentences": 20}
               for n, w in enumerate(("Ann $ Lee", "Bob Hay")) for t in range(1, 11)],
    "multiples": [{**r, "words": 900} for r in DOTS],
    "trend": [{"label": x, "group": g, "index": n, "start": f"{2000 + k}-01-01", "value": k / 2, "low": k / 4, "high": k + 1.0, "smooth": k / 2, "smooth_low": k / 3, "smooth_high": k + 0.5}
              for x in ("Pluralism", "Populism") for n, g in enumerate(("Ann $ Lee", "Bob Hay")) for k in range(4)],
    "groupwords": [{"group": g, "index": n, "word": "alliance", "hits": 9, "others_hits": 1, "log_ratio": 3.1, "low": 1.0, "high": 9.0, "flag": f}
                   for n, (g, f) in enumerate((("Ann $ Lee", ""), ("Bob Hay", "name"), ("Cy Ray", "")))],
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_one_whole_svg_with_title_and_description(kind):
    text = draw(
        kind, ROWS[kind], {"title": "A < B", "desc": "From 0 to 4", "names": ["Ann $ Lee", "Bob Hay"]}
    )
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img"
    named = {e.get("id"): e.text for e in root.iter() if e.tag.endswith(("title", "desc"))}
    assert [named[i] for i in root.get("aria-labelledby").split()] == ["A < B", "From 0 to 4"]
    assert "<script" not in text
    assert "<metadata" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_same_rows_same_bytes(kind):
    assert draw(kind, ROWS[kind], {}) == draw(kind, ROWS[kind], {})


@pytest.mark.parametrize("kind", KINDS)
def test_ids_carry_the_name_of_the_chart(kind):
    ids = re.findall(r'\bid="([^"]+)"', draw(kind, ROWS[kind], {"id": "mine"}))
    assert ids
    assert all(i.startswith("mine-") for i in ids)
    assert len(ids) == len(set(ids))


def test_names_are_drawn_to_the_letter():
    text = "".join(ElementTree.fromstring(draw("themes", DOTS, {})).itertext())
    assert "Ann $ Lee" in text
    assert "Pluralism" in text


def test_no_rows_no_chart_and_unknown_kind():
    assert draw("themes", [], {}) == ""
    with pytest.raises(NotFound, match="choose from voices"):
        draw("pie", DOTS, {})


def test_a_long_label_is_drawn_in_two_lines_within_the_margin():
    rows = [r | {"label": "Questions answered by whoever asked them"} for r in DOTS[:2]]
    drawn = draw("themes", rows, {"id": "x", "title": "t", "desc": "d", "names": ["Ann $ Lee", "Bob Hay"]})
    assert "Questions answered by" in drawn
    assert "whoever asked them" in drawn
    assert "Questions answered by whoever" not in drawn
