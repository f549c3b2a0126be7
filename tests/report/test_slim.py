"""A drawing in fewer bytes is the same drawing."""

import re
from xml.etree import ElementTree

from rhetoric.report.figures import draw
from rhetoric.report.figures.slim import joined, lined, packed, renamed, rounded, slimmed, ungrouped

FONT = "'DejaVu Sans'"


def test_numbers():
    assert [rounded(x) for x in (202.709198, 3.0, 1.4567, -0.001, -12.96)] == [
        "202.7",
        "3",
        "1.46",
        "0",
        "-13",
    ]
    assert packed("M 197.2 50.262295 \nL 666.4 50.262295 \nz\n") == "M197.2 50.3L666.4 50.3z"
    assert packed("rotate(-90 12.345678 3.3)") == "rotate(-90 12.3 3.3)"


def test_words_are_left_as_they_are():
    text = f'<g id="t"><text style="font-size: 11px; font-family: {FONT}; fill: red" x="1.23456">x="1.23456" M 1.0 2.0</text></g>'
    assert (
        slimmed(text, FONT)
        == '<text style="font-size: 11px; fill: red" x="1.23">x="1.23456" M 1.0 2.0</text>'
    )


def test_what_draws_nothing_goes():
    assert slimmed('<g id="a"><path d="M 3.25 4.5 " style="stroke: red"/></g><g id="b"/>', FONT) == ""
    assert slimmed('<path d="M 0 0 L 1 1 z" style="fill: none"/>', FONT) == ""
    assert slimmed('<path d="M 0 0 L 1 1" style="fill: none; stroke: red"/>', FONT) != ""
    assert ungrouped('<g><g clip-path="url(#x)"><g><use/></g></g></g>') == '<g clip-path="url(#x)"><use/></g>'


def test_names_only_where_something_refers_to_them():
    text = '<g id="axes"><path id="m1f"/><use xlink:href="#m1f"/><g clip-path="url(#p9)"/><clipPath id="p9"/></g>'
    assert (
        renamed(text)
        == '<g><path id="a0"/><use xlink:href="#a0"/><g clip-path="url(#a1)"/><clipPath id="a1"/></g>'
    )


def test_the_colour_of_a_marker_stands_where_it_is_used():
    text = (
        '<path id="m" d="M0 0" style="stroke: red; stroke-linejoin: miter"/>'
        '<use xlink:href="#m" x="1" style="fill: blue; stroke: red; stroke-linejoin: miter"/>'
    )
    assert lined(text) == (
        '<path id="m" d="M0 0" style="stroke-linejoin: miter"/><use xlink:href="#m" x="1" style="fill: blue; stroke: red"/>'
    )
    plain = '<path id="m" style="stroke: red"/><use xlink:href="#m" style="fill: blue"/>'
    assert lined(plain) == plain


def test_neighbouring_lines_of_one_form_are_one_path():
    line = '<path d="M{} 0L1 1" style="fill: none; stroke: {}"/>'
    text = (
        line.format(0, "red")
        + line.format(2, "red")
        + line.format(3, "blue")
        + "<use/>"
        + line.format(4, "blue")
    )
    assert joined(text) == (
        '<path d="M0 0L1 1M2 0L1 1" style="fill: none; stroke: red"/>'
        + line.format(3, "blue")
        + "<use/>"
        + line.format(4, "blue")
    )
    closed = '<path d="M0 0L1 1z" style="fill: none"/><path d="M5 0L1 1z" style="fill: none"/>'
    assert joined(closed) == closed


def test_every_reference_of_a_chart_leads_somewhere():
    row = {
        "label": "One",
        "voice": "A",
        "index": 0,
        "value": 4.0,
        "low": 2.0,
        "high": 8.0,
        "hits": 6,
        "strength": "",
    }
    text = draw("themes", [row, {**row, "voice": "B", "index": 1}], {"id": "mine"})
    ElementTree.fromstring(text)
    ids = set(re.findall(r' id="([^"]+)"', text))
    assert set(re.findall(r'(?:url\(|href=")#([^)"]+)', text)) <= ids
    assert 'transform="rotate(-0' not in text
    assert text.count("font-family") == 1
