"""The page against its own facts: escaping, charts and tables, thin data, words that must not be shown."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rhetoric.model.document import Document
from rhetoric.pipeline import analyse, analyse_documents
from rhetoric.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "</style></script><script>alert(1)</script><!-- --><img src=x onerror=alert(1)>\u2028\u202e]]>\"'\\\ufffd🙂"
VOID = ("meta", "br", "img", "link", "input", "use")
FAMILIES = ("theme.", "metaphor.", "device.", "discourse.")


class Tables(HTMLParser):
    """Every table: caption, head cells with their scope, rows; what each figure holds, in order."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tables, self.order, self.tags, self.into = {}, [], [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        if tag == "table":
            self.now = {"caption": "", "scopes": [], "head": [], "rows": []}
            self.tables[attrs.get("data-name") or attrs.get("id")] = self.now
            self.order.append(("table", attrs.get("data-name")))
        elif tag == "svg":
            self.order.append(("svg", attrs.get("role")))
        elif tag == "tr" and self.tables:
            self.now["rows"].append([])
        elif tag in ("th", "td"):
            self.now["rows"][-1].append("")
            self.now["scopes"] += [attrs["scope"]] if "scope" in attrs else []
        self.into = {"caption": "caption", "th": "cell", "td": "cell", "tr": None}.get(tag, self.into)

    def handle_endtag(self, tag):
        if tag in (
            "caption",
            "thead",
            "tbody",
            "table",
        ):  # the page leaves the end tags of cells and rows out
            self.into = None

    def handle_data(self, data):
        if self.into == "caption":
            self.now["caption"] += data
        elif self.into == "cell":
            self.now["rows"][-1][-1] += data


@pytest.fixture(scope="module")
def seed():
    return analyse(ROOT / "corpus", draws=100).report()


@pytest.fixture(scope="module")
def page(seed):
    return Tables(seed.html())


def report_of(*documents, **choices):
    return analyse_documents(documents, Settings(**{"draws": 50, **choices})).report()


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("text", ["full", "excerpts", "none"])
def test_hostile_everything(text):
    documents = [
        Document(f"d{n}", f"{HOSTILE} We must work together. " * 4, title=HOSTILE, author=HOSTILE + str(n))
        for n in range(2)
    ]
    report = report_of(*documents, text=text)
    html = report.html()
    names = [t for t, _ in Tables(html).tags]
    assert names.count("script") == 3
    drawn = html.count('<style type="text/css">')  # those of the charts
    assert names.count("style") == html.count("</style>") == 1 + drawn
    assert "img" not in names
    assert html.count("</script>") == 3
    assert "<!--" not in html
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.S)
    assert len(blocks) == 2
    for block in blocks:
        json.loads(block)
        assert not re.search("[<>\u2028\u2029]", block)
    assert "<script" not in report._repr_mimebundle_()["text/html"]
    assert "<img" not in report.markdown()


def test_a_chart_is_followed_by_the_same_numbers(seed, page):
    for name in ("voices", "themes", "metaphors", "stance", "arc", "words", "devices"):
        chart = seed.facts["sections"][name]["chart"]
        table = page.tables[chart["id"]]
        assert table["caption"] == chart["caption"]
        assert set(table["scopes"]) == {"col", "row"}
        head, *rows = table["rows"]
        assert head == [c["label"] for c in chart["columns"]]
        assert len(rows) == len(chart["rows"])
        for cells, facts in zip(rows, chart["rows"], strict=True):
            for cell, column in zip(cells, chart["columns"], strict=True):
                value = facts[column["key"]]
                if isinstance(value, float):
                    assert float(cell) == pytest.approx(value, abs=0.0051)
                else:
                    assert cell == ("–" if value is None else str(value))
    kinds = [k for k, _ in page.order]
    assert kinds.count("svg") == 8
    assert all(kinds[n + 1] == "table" for n, k in enumerate(kinds) if k == "svg")
    assert all(role == "img" for kind, role in page.order if kind == "svg")


def test_every_measure_is_in_the_table(seed, page):
    summary = seed.facts["sections"]["summary"]
    _, *rows = page.tables["measures"]["rows"]
    assert summary["measures"] == len(rows) == len(summary["table"])
    assert [r[0] for r in rows] == [r["label"] for r in summary["table"]]


def test_zero_hits_and_few_hits(seed):
    summary = seed.facts["sections"]["summary"]
    said = {f["feature"] for f in summary["findings"]}
    none = 0
    for r in summary["table"]:
        if not r["feature"].startswith(FAMILIES):
            continue
        for side in "ab":
            if r[f"hits_{side}"] == 0 and r[f"words_{side}"]:
                none += 1
                assert r[f"low_{side}"] == 0 < r[f"high_{side}"]
        if r["hits_a"] + r["hits_b"] < 5:
            assert r["strength"] == "too few to say"
            assert r["feature"].split("@")[0] not in said
    assert none
    for f in summary["findings"]:
        if "none in" in f["numbers"]:
            assert re.search(
                r"none in [\d,]+ words \(up to [\d.]+ per 1,000 would be compatible\)", f["numbers"]
            )
    assert " 0.0 per 1,000" not in " ".join(f["numbers"] for f in summary["findings"])


def test_the_share_removed_does_not_hang_on_what_is_shown():
    shares = []
    for text in ("full", "none"):
        facts = analyse(ROOT / "corpus", draws=50, text=text).report().facts
        shares.append([c["removed_share"] for c in facts["sections"]["summary"]["cards"]])
    assert shares[0] == shares[1]
    assert all(s > 0 for s in shares[0])


def test_no_run_of_six_words_leaks():
    a = analyse(ROOT / "corpus", draws=50, text="none")
    report = a.report()
    out = report.html() + report.json() + report.markdown() + report._repr_mimebundle_()["text/html"]
    for shown in (unescape(re.sub(r"<[^>]+>", " ", out)), unescape(out)):
        flat = " ".join(shown.split())
        for d in a.corpus.documents:
            words = d.text.split()
            assert not [r for n in range(len(words) - 5) if (r := " ".join(words[n : n + 6])) in flat]


def test_excerpts_hold_no_article():
    a = analyse(ROOT / "corpus", draws=50, text="excerpts")
    html = unescape(re.sub(r"<[^>]+>", "", a.report().html()))
    assert "<article" not in a.report().html()
    for d in a.corpus.documents:
        paragraphs = [p for p in d.text.split("\n") if len(p) > 400]
        assert paragraphs
        assert not [p for p in paragraphs if p in html]


def test_nothing_left_to_count():
    report = report_of(Document("a", "  "))
    assert report.facts["sections"]["summary"]["limits"][0].startswith("No words are left")
    assert report.facts["sections"]["summary"]["findings"] == []
    assert report.html().count("<section") == len(report.sections)


def test_facts_are_plain(seed):
    json.dumps(seed.facts, allow_nan=False)
    for documents in ([Document("a", "...")], [Document("a", "One two."), Document("b", "Three.")]):
        json.dumps(report_of(*documents).facts, allow_nan=False)


def test_budgets(seed):
    templates = ROOT / "src" / "rhetoric" / "report" / "templates"
    assert (templates / "page.css").stat().st_size <= 25_000
    assert (templates / "page.js").stat().st_size <= 40_000
    assert len(re.findall(r"<svg.*?</svg>", seed.html(), re.S)) == 8
    elements = sum(len(re.findall(r"<[a-z]", s)) for s in re.findall(r"<svg.*?</svg>", seed.html(), re.S))
    assert elements <= 2000
