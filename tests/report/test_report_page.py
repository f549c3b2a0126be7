"""The page: honest, whole, and safe whatever the texts hold."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rhetoric.model.document import Document
from rhetoric.pipeline import analyse, analyse_documents
from rhetoric.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
QUICK = Settings(draws=50)
HOSTILE = (
    'The <img src=x onerror=alert(1)> spoke. "We must work together </script><script>alert(2)</script>," said Ann Lee. '
    "<!-- gone --> It was \u202edesrever\u202c, \u2028new \ufffd 🙂 & &amp; ]]> done. "
)


class Page(HTMLParser):
    """Elements, attributes, and the text of each article."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.articles, self.open, self.nested, self.ids = [], [], [], False, []
        self.rows, self.links = [], []
        self.kwic, self.feature, self.cells, self.voice = False, "", 0, ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        self.ids += [attrs["id"]] if "id" in attrs else []
        if tag == "article":
            self.articles.append("")
        if tag == "mark" and "mark" in self.open:
            self.nested = True
        if tag == "table":
            self.kwic = attrs.get("id") == "kwic"
        if tag == "tr" and self.kwic:
            self.feature = attrs.get("data-feature", self.feature)
            self.cells = 0
        if tag == "td" and self.kwic:
            self.cells += 1
            if self.cells == 1:
                self.voice = ""
            elif self.cells == 2:  # the page leaves the end tags of cells out
                self.rows.append((self.feature, self.voice))
        if tag not in ("meta", "br", "img", "link", "input", "use"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if self.kwic and self.cells == 1 and self.open[-1:] == ["td"]:
            self.voice += data
        if "article" in self.open:
            self.articles[-1] += data


def page_of(*documents, **choices):
    a = analyse_documents(documents, Settings(**{"draws": 50, **choices}))
    return a, a.report().html()


@pytest.fixture(scope="module")
def seed():
    return analyse(ROOT / "corpus", draws=200)


@pytest.fixture(scope="module")
def seed_page(seed):
    return Page(seed.report().html())


def test_hostile_text_stays_text():
    document = Document("h<b>", HOSTILE * 3, title="<script>alert(3)</script>", author='"><i>Eve')
    a, html = page_of(document)
    page = Page(html)
    names = [t for t, _ in page.tags]
    assert names.count("script") == 3  # notes, meta and the page's own
    assert "img" not in names
    assert not any(k.startswith("on") for _, attrs in page.tags for k in attrs)
    assert page.articles == [a.corpus.documents[0].text]
    assert "\u202e" not in re.sub(r"<article.*?</article>", "", html, flags=re.S)


def test_text_of_articles_is_the_text_to_the_character(seed, seed_page):
    assert seed_page.articles == [d.text for d in seed.corpus.documents]
    assert not seed_page.nested
    assert len(seed_page.ids) == len(set(seed_page.ids))


def test_one_file_and_one_hashed_script(seed):
    html = seed.report().html()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)[1]
    assert policy.startswith("default-src 'none'")
    script = re.findall(r"<script>(.*?)</script>", html, re.S)
    digest = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    assert len(script) == 1
    assert f"'sha256-{digest}'" in policy
    assert not re.search(r'(?:src|href)="https?:', html)
    assert len(html.encode()) <= 500_000


def test_links_lead_somewhere(seed_page):
    targets = {a["href"][1:] for t, a in seed_page.tags if t == "a" and a.get("href", "").startswith("#")}
    assert targets
    assert targets <= set(seed_page.ids)


def test_findings_keep_the_rules(seed, seed_page):
    facts = seed.report().facts["sections"]["summary"]
    assert 3 <= len(facts["findings"]) <= 5
    for f in facts["findings"]:
        rows = [r for r in seed_page.rows if r[0] == f["feature"] and r[1] in f["voices"]]
        assert len(rows) == f["passages"] >= 5
        assert f["strength"] in ("clear", "uncertain")
        assert re.search(r"\d+ of [\d,]+ words", f["numbers"])
        assert "range" in f["interval"]
    assert facts["measures"] == len(facts["table"]) == len(seed.compare().table)


def test_words_that_are_never_said(seed):
    html = seed.report().html()
    visible = re.sub(r"<(article|script|style).*?</\1>", "", html, flags=re.S)
    visible = re.sub(r"<section id=\"(concordance|texts)\".*?</section>", "", visible, flags=re.S)
    assert not re.search(r"\bsignifican", visible)
    assert not re.search(r"\bp\s*[=<]\s*0?\.", visible)


def test_a_short_voice_has_no_finding():
    short = Document("a", '"We must work together," said Ann Lee. ' * 10, author="Bob Hay")
    a, _ = page_of(short, Document("b", "We shall overcome. The economy grew. " * 60, author="Cy Ray"))
    summary = a.report().facts["sections"]["summary"]
    assert summary["findings"] == []
    assert all(r["strength"] == "too few to say" for r in summary["table"])


def test_every_chart_has_its_table(seed):
    page = seed.report()
    for name in ("voices", "themes", "metaphors", "stance", "arc", "words", "devices"):
        chart = page.facts["sections"][name]["chart"]
        assert chart["title"]
        assert chart["desc"]
        assert chart["rows"]
        assert {c["key"] for c in chart["columns"]} <= set(chart["rows"][0])


@pytest.mark.parametrize("mode", ["none", "excerpts"])
def test_texts_that_must_not_be_shown_are_not(mode):
    documents = [
        Document(f"d{n}", f'Number{n} walked along the winding road to market with seven geese. "We must work together for the '
                 f'common good of all people {n}," said Ann Lee. ' * 12, author="Bob Hay") for n in range(2)
    ]  # fmt: skip
    a = analyse_documents(documents, Settings(draws=50, text=mode))
    report = a.report()
    out = " ".join(re.sub(r"<[^>]+>", " ", report.html() + report.json() + report.markdown()).split())
    if mode == "none":
        words = a.corpus.documents[0].text.split()
        runs = {" ".join(words[n : n + 6]) for n in range(len(words) - 6)}
        assert not [r for r in runs if r in out]
    else:
        assert a.corpus.documents[0].text[:400] not in out


def test_same_input_same_bytes(seed):
    assert analyse(ROOT / "corpus", draws=200).report().html() == seed.report().html()


def test_any_number_of_texts():
    prose = 'We must work together. "It is a ray of light," said Ann Lee. Nobody left. ' * 15
    for n in (1, 3, 25):
        documents = [
            Document(f"d{k}", prose, author=f"Bob Hay{chr(97 + k)}", meta={"party": "AB"[k % 2]})
            for k in range(n)
        ]
        a = analyse_documents(documents, QUICK)
        page = Page(a.report().html())
        assert len(page.articles) == n
        if n > 1:
            by_party = a.report(by="party")
            assert by_party.title == "A compared with B"
            assert by_party.html()


def test_texts_with_nothing_to_count():
    a, html = page_of(Document("a", "..."), Document("b", "?"))
    assert a.report().title == "2 texts"
    assert "</html>" in html


def test_card_and_markdown(seed):
    report = seed.report()
    bundle = report._repr_mimebundle_()
    assert len(bundle["text/html"].encode()) < 60_000
    assert "<script" not in bundle["text/html"]
    assert bundle["text/markdown"].startswith("# Jon Cruddas compared with Neal Lawson")
    json.loads(report.json())


def test_save_by_suffix(seed, tmp_path):
    report = seed.report()
    assert report.save(tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert report.save(tmp_path / "r.md").read_text(encoding="utf-8").startswith("# ")
    assert json.loads(report.save(tmp_path / "r.json").read_text(encoding="utf-8"))["title"] == report.title
