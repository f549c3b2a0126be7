"""Saved web pages: the article, told from what the page puts around it."""

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from rhetoric.errors import EmptyInput, InputError
from rhetoric.load import load
from rhetoric.load.blocks import Block
from rhetoric.load.html import HtmlLoader, decoded, headline, names
from rhetoric.model.document import Document
from rhetoric.settings import Settings
from rhetoric.testing import check_loader

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "loaders" / "html"
PARAGRAPHS = (
    "The council met on Monday night in the old hall, and nobody who came could say afterwards what had been decided.",
    "“We must work with our neighbours,” said Ann Lee, the leader of the council, “and we must do so before the winter comes.”",
    "Her opponents were not persuaded. They had heard such words before, and the bridge over the river is still closed.",
    "The vote was put off until the spring, when the money that was promised is supposed to be there.",
)
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>A night in the hall | The Echo</title>
<meta property="og:site_name" content="The Echo"><meta name="author" content="Bob Hay">
<meta property="article:published_time" content="2016-12-02T10:00:00Z"><link rel="canonical" href="https://echo.example/comment/2016/dec/02/hall">
<script>document.write("<p>written by a script</p>")</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>A night in the hall</h1><p>{}</p><figure><img src="x.jpg"><figcaption>The hall at night. Photo: Getty</figcaption></figure>
<p>{}</p><h2>What they said</h2><p>{}</p><p>Read more: The bridge that never opens</p><p>{}</p></article>
<div id="comments" class="comments"><p>First comment: what a disgrace this council is and has always been.</p></div>
<footer><p>Copyright The Echo 2016. All rights reserved.</p></footer></body></html>""".format(*PARAGRAPHS)


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "hall.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def read(path):
    return next(d for d in HtmlLoader().read(path, Settings()) if isinstance(d, Document))


def marked(document):
    return [(m.kind, m.note, document.text[m.start : m.end]) for m in document.layout]


def test_article_with_its_fields(page):
    found = read(page)
    assert found.text.split("\n\n") == [
        "A night in the hall",
        *PARAGRAPHS[:2],
        "What they said",
        PARAGRAPHS[2],
        "Read more: The bridge that never opens",
        PARAGRAPHS[3],
    ]
    assert marked(found) == [
        ("headline", "", "A night in the hall"),
        ("crosshead", "", "What they said"),
        ("boilerplate", "link", "Read more: The bridge that never opens"),
    ]
    assert (found.id, found.title, found.author, found.date, found.lang) == (
        *("hall", "A night in the hall", "Bob Hay"),
        *("2016-12-02", "en-gb"),
    )
    assert found.kind == "op-ed"  # the address says comment
    assert found.meta == {"outlet": "The Echo"}
    assert found.url == "https://echo.example/comment/2016/dec/02/hall"


def test_contract(page):
    check_loader(HtmlLoader(), page)


def test_voices_of_a_page(page):
    from rhetoric.pipeline import analyse

    a = analyse(page, layers=())
    words = a.words_by_voice.set_index("voice")["words"]
    assert words["Ann Lee"] == 15
    assert words["Bob Hay"] > 40


def test_gzipped(page, tmp_path):
    packed = tmp_path / "hall.html.gz"
    packed.write_bytes(gzip.compress(page.read_bytes()))
    assert read(packed).text == read(page).text
    assert read(packed).id == "hall"


def test_what_is_no_article_is_an_error(tmp_path):
    bare = tmp_path / "bare.html"
    bare.write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>", encoding="utf-8")
    with pytest.raises(EmptyInput, match="no article was found"):
        read(bare)
    found = load([bare])
    assert [p.level for p in found.problems] == ["error"]


def test_page_larger_than_any_page(tmp_path, monkeypatch):
    monkeypatch.setattr("rhetoric.load.html.LARGEST", 100)
    packed = tmp_path / "bomb.html.gz"
    packed.write_bytes(gzip.compress(b"<p>" + b" " * 10_000))
    with pytest.raises(InputError, match="larger than"):
        read(packed)


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?>', "cp1252"),
    ],
)
def test_declared_encodings(head, codec):
    word = "Москва" if codec == "cp1251" else "“caf\u00e9”"
    assert decoded(head + word.encode(codec), "x").text.endswith(word)


@pytest.mark.parametrize("declared", [b"utf-8", b"no-such-codec"])
def test_a_wrong_declaration_is_not_believed(declared):
    raw = b'<meta charset="' + declared + b'">' + "caf\u00e9".encode("cp1252")
    found = decoded(raw, "x")
    assert found.text.endswith("caf\u00e9")
    assert found.repairs


@pytest.mark.parametrize(
    ("title", "outlet", "blocks", "expected"),
    [
        ("A night in the hall | The Echo", "The Echo", [], "A night in the hall"),
        ("A night in the hall - Echo", "", [], "A night in the hall - Echo"),
        (
            "Opinion | ‘A night’ in the hall",
            "",
            [Block("heading", "'A night' in the hall")],
            "'A night' in the hall",
        ),
        ("A night", "Echo", [Block("paragraph", "A night")], "A night"),
    ],
)
def test_headline(title, outlet, blocks, expected):
    assert headline(title, outlet, blocks) == expected


def test_names():
    assert names("Ann Lee; Bob Hay; The Echo", "The Echo") == "Ann Lee and Bob Hay"
    assert names("Ann Lee; Bob Hay; Carl Orr", "") == "Ann Lee, Bob Hay and Carl Orr"
    assert names("", "") == ""


@pytest.mark.shared
def test_body_of_real_pages():
    """Shingles of four words, as in the benchmark that the pages come from."""
    if not SHARED.exists():
        pytest.skip("the shared pages are not beside the checkout")
    import json

    gold = json.loads((SHARED / "ground-truth.json").read_text(encoding="utf-8"))
    precision, recall = [], []
    for name, truth in gold.items():
        found, wanted = shingles(read(SHARED / f"{name}.html.gz").text), shingles(truth["articleBody"])
        shared = sum((found & wanted).values())
        precision.append(shared / max(1, sum(found.values())))
        recall.append(shared / max(1, sum(wanted.values())))
    p, r = sum(precision) / len(gold), sum(recall) / len(gold)
    assert 2 * p * r / (p + r) >= 0.93


def shingles(text):
    words = re.findall(r"\w+", text)
    return Counter(zip(*(words[n:] for n in range(4)), strict=False))
