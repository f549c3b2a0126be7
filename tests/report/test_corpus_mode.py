"""Many texts on one page: which stand on it, what is said of the others, and that nothing promised is missing."""

import dataclasses
import json
import re
from functools import cache

import numpy as np
import pandas as pd
import pytest
from pieces import QUICK, analysed, pieces

from rhetoric import report
from rhetoric.errors import SettingsError
from rhetoric.model import report as model
from rhetoric.model.limits import Limits
from rhetoric.pipeline import analyse_documents
from rhetoric.report.chosen import behind_findings, chosen, spread
from rhetoric.report.lines import fair, lines
from rhetoric.report.sided import sided
from rhetoric.report.textlist import text_table

SMALL = Limits(
    cards=3,
    speakers=4,
    arcs=4,
    full=6,
    texts=3,
    lines=30,
    corpus_lines=20,
    notes=10,
    rows=5,
    voices=3,
    removed=2,
)


@cache
def material(by="party", limits=SMALL):
    return dataclasses.replace(analysed().material(by), limits=limits)


@cache
def page_of(held):
    page = report.build(held)
    return page, page.html()


@pytest.fixture(scope="module", params=["party", "voice"])
def made(request):
    held = material(request.param)
    return held, *page_of(held)


def test_a_small_corpus_is_whole():
    held = material(limits=Limits())
    page, html = page_of(held)
    assert page.facts["data"] is None
    assert page.aside is None
    assert page.facts["linked"] == list(range(len(held.corpus)))
    assert html.count("<article") == len(held.corpus)
    assert lines(held).passages == len(lines(held).rows)


def test_texts_chosen_by_their_passages(made):
    held, _page, html = made
    shown = chosen(held)
    assert len(shown) == SMALL.texts
    assert html.count("<article") == SMALL.texts
    count = np.bincount(held.evidence.doc[behind_findings(held)], minlength=len(held.corpus))
    on = sided(held).on
    for side in range(len(held.sides)):
        mine = np.bincount(
            held.evidence.doc[behind_findings(held) & (on == side)], minlength=len(held.corpus)
        )
        best = max(range(len(mine)), key=lambda d: (mine[d], [-ord(c) for c in held.corpus.ids[d]]))
        assert best in shown or not mine[best]
    assert count[list(shown)].min() > 0
    assert f"{SMALL.texts} of {len(held.corpus)} texts stand here" in html


def test_every_link_leads_somewhere(made):
    _, _page, html = made
    ids = set(re.findall(r'\bid="?([^"\s>]+)', html))
    assert {h for h in re.findall(r'href="#([^"]+)"', html) if h not in ids} == set()


def test_a_finding_shows_as_many_passages_as_it_says(made):
    held, page, html = made
    facts = page.facts["sections"]
    for f in facts["summary"]["findings"]:
        rows = [r for r in facts["concordance"]["rows"] if r["feature"] == f["feature"] and r["side"] >= 0]
        assert len(rows) == f["shown"] <= f["passages"]
        assert lines(held).total[f["feature"]] == f["passages"]
        said = (
            f"Show {f['shown']} of the {f['passages']} passages"
            if f["shown"] < f["passages"]
            else f"Show the {f['passages']} passages"
        )
        assert said in html


def test_rows_of_a_side_are_marked_where_a_field_is_compared():
    held = material("party")
    _, html = page_of(held)
    table = html[html.index('id="kwic"') : html.index('id="methods"')]
    assert len(re.findall(r'<tr[^>]* data-side="[01]"', table)) == sum(
        r["side"] >= 0 for r in lines(held).rows
    )


def test_the_lines_fit(made):
    held, page, _html = made
    facts = page.facts["sections"]["concordance"]
    assert len(facts["rows"]) <= SMALL.corpus_lines
    assert facts["total"] == lines(dataclasses.replace(held, limits=Limits())).passages
    full = lines(dataclasses.replace(held, limits=dataclasses.replace(SMALL, full=1000)))
    assert len(full.rows) <= SMALL.lines


@pytest.mark.parametrize(
    ("needs", "room", "out"),
    [([2, 9, 30], 20, [2, 9, 9]), ([5, 5], 20, [5, 5]), ([], 5, []), ([7, 1], 4, [3, 1]), ([3], 0, [0])],
)
def test_room_is_shared(needs, room, out):
    assert fair(needs, room) == out


def test_spread_keeps_the_order_and_both_halves():
    rows = np.arange(100, dtype=np.int32)
    assert spread(rows, 4).tolist() == [12, 37, 62, 87]
    assert spread(rows, 100) is rows


def test_the_corpus_has_a_card_and_each_side(made):
    held, page, _html = made
    view = page.facts["sections"]["summary"]["overview"]
    assert view["whole"]["texts"] == len(held.corpus)
    assert view["whole"]["words"] == int(held.exposure.words.sum())
    assert [s["name"] for s in view["sides"]] == list(held.sides)
    dates = sorted(d.date for d in held.corpus.documents if d.date)
    assert (view["whole"]["first"], view["whole"]["last"]) == (dates[0], dates[-1])
    assert view["whole"]["undated"] == len(held.corpus) - len(dates)
    if held.comparison is not None:
        words = held.comparison.table.iloc[0]
        assert [s["words"] for s in view["sides"]] == [words["words_a"], words["words_b"]]
        assert sum(s["texts"] for s in view["sides"]) == len(held.corpus)


def test_the_table_of_texts():
    held = material("party")
    table = text_table(held)
    assert sorted(table["doc_id"]) == sorted(held.corpus.ids)
    assert list(dict.fromkeys(table["group"])) == [held.comparison.a, held.comparison.b]
    for _, mine in table.groupby("group"):
        dates = mine["date"].dropna().tolist()
        assert dates == sorted(dates)
        assert mine["date"].isna().tolist() == [False] * len(dates) + [True] * (len(mine) - len(dates))
    words = dict.fromkeys(held.corpus.ids, 0)
    for d, w in zip(held.exposure.doc, held.exposure.words, strict=True):
        words[held.corpus.ids[d]] += int(w)
    assert dict(zip(table["doc_id"], table["words"], strict=True)) == words
    scores = held.scores.set_index(["doc_id", "voice", "feature"])["value"]
    for feature in [c for c in table.columns if "@" in c]:
        assert [scores[d, "all", feature] for d in table["doc_id"]] == table[feature].tolist()
    shown = page_of(held)[0].facts["sections"]["voices"]["texts"]
    assert len(shown["rows"]) == SMALL.rows
    most = sorted(words.values(), reverse=True)[: SMALL.rows]
    assert sorted((r["words"] for r in shown["rows"]), reverse=True) == most


def test_the_arc_is_an_average_by_tenth():
    held = dataclasses.replace(analysed(400).material("party"), limits=SMALL)
    chart = page_of(held)[0].facts["sections"]["arc"]["chart"]
    assert chart["kind"] == "tenths"
    assert [r["tenth"] for r in chart["rows"]] == [*range(1, 11)] * 2
    row = chart["rows"][0]
    e, docs = held.evidence.of("sentiment.tone"), held.corpus.documents
    means = []
    for n, d in enumerate(docs):
        if d.meta["party"] != row["side"]:
            continue
        mine = [
            w
            for doc, s, t, w, r, v in zip(e.doc, e.start, e.end, e.weight, e.repeat, e.voice, strict=True)
            if doc == n
            and not r
            and (s + t) / 2 < len(d.text) / 10
            and e.voices[v] not in ("headings", "unattributed")
        ]
        means += [np.mean(mine)] if mine else []
    assert row["texts"] == len(means) >= 5
    assert row["value"] == pytest.approx(np.mean(means), abs=1e-4)


def test_what_has_no_room_lies_beside_the_page(made, tmp_path):
    held, page, _html = made
    saved = page.save(tmp_path / "many.html")
    folder = tmp_path / "many_data"
    assert "many_data/passages.csv" in saved.read_text(encoding="utf-8")
    texts = pd.read_parquet(folder / "texts.parquet")
    assert len(texts) == len(held.corpus)
    passages = pd.read_parquet(folder / "passages.parquet")
    stance = [r for r in lines(dataclasses.replace(held, limits=Limits())).rows if r["layer"] == "w"]
    assert len(passages) == lines(held).passages - len(stance)
    whole = {d.id: d.text for d in held.corpus.documents}
    assert all(
        whole[d][s:e] == t
        for d, s, e, t in passages[["doc_id", "start", "end", "text"]].itertuples(index=False)
    )
    csv = pd.read_csv(folder / "passages.csv", encoding="utf-8-sig", keep_default_na=False)
    assert len(csv) == len(passages)
    assert sorted(p.name for p in folder.iterdir()) == [
        "passages.csv",
        "passages.parquet",
        "texts.csv",
        "texts.parquet",
    ]


def test_the_same_bytes_again(tmp_path):
    for name in ("a", "b"):
        report.build(material()).save(tmp_path / name / "r.html")
    for path in ("r.html", "r_data/texts.parquet", "r_data/passages.parquet", "r_data/passages.csv"):
        assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()


def test_no_words_beside_a_page_without_words(tmp_path):
    settings = dataclasses.replace(QUICK, text="none")
    held = dataclasses.replace(analyse_documents(pieces(), settings).material("party"), limits=SMALL)
    report.build(held).save(tmp_path / "r.html")
    out = "".join(
        p.read_text(encoding="utf-8") for p in (tmp_path / "r.html", *tmp_path.glob("r_data/*.csv"))
    )
    out = " ".join(re.sub(r"<[^>]+>", " ", out).split())
    words = " ".join(d.text for d in held.corpus.documents).split()
    assert not [n for n in range(len(words) - 6) if " ".join(words[n : n + 6]) in out]
    assert "<article" not in out


def test_a_text_in_another_language_says_so():
    _, html = page_of(material(limits=Limits()))
    assert re.findall(r'<article[^>]* lang="([^"]+)"', html) == ["en-GB"]


def test_facts_are_plain_and_print_as_prose(made):
    _, page, _html = made
    json.loads(page.json())
    assert "## Every measure" in page.markdown()


def test_a_page_beyond_all_measure_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(model, "TOO_LARGE", 1000)
    page = report.build(material())
    with pytest.raises(SettingsError, match="large=True"):
        page.save(tmp_path / "r.html")
    assert not (tmp_path / "r.html").exists()
    assert page.save(tmp_path / "r.html", large=True).exists()
