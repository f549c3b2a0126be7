"""Who is for or against whom, from stances made by hand: chart, table, sentences, and what must not be shown."""

import json
import re
from html import unescape

import numpy as np
import pytest

from rhetoric.analysis import Analysis
from rhetoric.extract.sentiment import TONE, VADER
from rhetoric.extract.stance import ACTS, TOWARD
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence
from rhetoric.pipeline import analyse, read
from rhetoric.report.annotate import tone_of
from rhetoric.report.leanings import around, cut, leanings
from rhetoric.report.sections import arc, concordance, stance
from rhetoric.settings import Settings

FILLER = "The meeting began at noon and went on until the rain came down over the quiet harbour town. "
LONG = (
    "It was said that "
    + "on and on the slow road went over the hill and " * 8
    + "Morgan never once gave up hope at all"
)
HAY = (
    f"Attacking the Greens is a mistake. Morgan is a fine leader. Morgan did well again. Morgan keeps every word. Morgan won. {LONG}. "
    "Morgan spoke. Morgan listened. Morgan sang. "
    "Percy spoiled it. Percy spoiled it twice over. Percy lost it. Quentin waited. Bob Hay did right. "
    + FILLER
    * 20
)
QUOTED = '"Morgan ruined the country and ruined it thoroughly," said Ann Lee. "Morgan should go," she said. '
NEGATIVE, NEUTRAL, POSITIVE = -0.9, 0.0, 0.9


def mention(
    doc, words, weight, target="", label="", *, nth=0, why="read by the encoder", entry="encoder", act=False
):
    label = label or ("positive" if weight > 0.3 else "negative" if weight < -0.3 else "neutral")
    attrs = {"target": target or words, "kind": "person", "label": label, "sure": 0.9, "why": why}
    return doc, int(act), words, nth, entry, weight, attrs


WHY = {"why": "'attacking the greens' is called 'mistake'", "entry": "act judged"}
ROWS = [
    mention(0, "Attacking the Greens", -0.8, "acts against Greens", act=True, **WHY),
    mention(0, "Greens", 0.8, **WHY),
    *(mention(0, "Morgan", POSITIVE, nth=n) for n in range(8)),
    mention(0, "Percy", NEGATIVE),
    mention(0, "Percy", NEUTRAL, nth=1),
    mention(0, "Quentin", NEGATIVE),
    mention(0, "Bob Hay", POSITIVE),
    *(mention(0, "Morgan", NEGATIVE, nth=n) for n in (9, 10)),
]  # fmt: skip


def found(corpus, features, rows):
    entries = tuple(dict.fromkeys(r[4] for r in rows))
    starts = []
    for doc, _, words, nth, *_ in rows:
        starts.append([m.start() for m in re.finditer(re.escape(words), corpus.documents[doc].text)][nth])
    attrs = np.empty(len(rows), object)
    attrs[:] = [r[6] for r in rows]
    return Evidence.build(
        corpus,
        features,
        entries,
        doc=np.array([r[0] for r in rows], np.int32),
        feature=np.array([r[1] for r in rows], np.int32),
        entry=np.array([entries.index(r[4]) for r in rows], np.int32),
        start=np.array(starts, np.int32),
        end=np.array([s + len(r[2]) for s, r in zip(starts, rows, strict=True)], np.int32),
        weight=np.array([r[5] for r in rows], np.float64),
        attrs=attrs,
    )


def analysis(rows=ROWS, features=(TOWARD, ACTS), **choices):
    documents = [
        Document("a", HAY + "Morgan rested. " + QUOTED, title="On Morgan", author="Bob Hay"),
        Document("b", FILLER * 24, title="On nobody", author="Dee Fox"),
    ]
    settings = Settings(**{"layers": ("stance",), "draws": 20, **choices})
    corpus = read(documents, settings)
    return Analysis(corpus, found(corpus, features, rows), corpus.exposure, settings)


@pytest.fixture(scope="module")
def made():
    return analysis()


@pytest.fixture(scope="module")
def facts(made):
    return stance.facts(made.material())


@pytest.fixture(scope="module")
def html(made):
    return made.report().html()


def part(html, name="stance"):
    return re.search(rf'<section id="{name}".*?</section>', html, re.S)[0]


def test_rows_are_the_voices_shown_and_those_they_name_twice(facts):
    rows = facts["chart"]["rows"]
    assert [(r["voice"], r["target"]) for r in rows] == [("Bob Hay", "Morgan"), ("Bob Hay", "Percy")]
    morgan, percy = rows
    assert (morgan["lean"], morgan["mentions"], morgan["positive"]) == ("for", 8, 8)
    assert 0 < morgan["low"] < morgan["value"] < morgan["high"] <= 1
    assert (percy["lean"], percy["negative"], percy["neutral"]) == ("too few to say", 1, 1)
    assert facts["chart"]["title"] == "Bob Hay: for Morgan"


def test_the_table_holds_the_same_numbers(facts, html):
    chart = facts["chart"]
    table = re.search(r'<table class="data" data-name="stance">.*?</table>', html, re.S)[0]
    head, *rows = [
        [unescape(re.sub("<[^>]+>", "", c)) for c in re.findall(r"<t[hd]\b[^>]*>.*?(?=<t|</t|$)", row)]
        for row in re.findall(r"<tr>.*?(?=<tr>|</t)", table)
    ]
    assert head == [c["label"] for c in chart["columns"]]
    for cells, row in zip(rows, chart["rows"], strict=True):
        for cell, column in zip(cells, chart["columns"], strict=True):
            value = row[column["key"]]
            assert cell == (f"{value:.2f}" if isinstance(value, float) else str(value))


def test_the_picture_says_the_finding_and_draws_every_row(facts, html):
    picture = re.search(r"<svg.*?</svg>", part(html), re.S)[0]
    assert 'role="img"' in picture
    assert re.search(r"<title[^>]*>Bob Hay: for Morgan</title><desc[^>]*>.+</desc>", picture)
    for row in facts["chart"]["rows"]:
        assert f">{row['target']}</text>" in picture
        assert f">{row['lean']}</text>" in picture
        assert f">{row['mentions']}</text>" in picture


def test_nothing_of_a_voice_that_is_not_shown(facts, html):
    assert {v["voice"] for v in facts["voices"]} == {"Bob Hay", "Dee Fox"}
    assert "Ann Lee" not in part(html)
    assert "ruined" not in part(html)


def test_a_voice_that_names_nobody(facts, html):
    (fox,) = [v for v in facts["voices"] if v["voice"] == "Dee Fox"]
    assert (fox["names"], fox["once"], fox["sentences"]) == (0, [], [])
    assert "Names nobody else." in part(html)


def test_judged_acts_come_first_with_their_reason(facts, html):
    (hay,) = [v for v in facts["voices"] if v["voice"] == "Bob Hay"]
    first, *rest = hay["sentences"]
    assert first["said"] == "For Greens, against the act"
    assert first["why"] == WHY["why"]
    assert (first["left"], first["hit"], first["right"]) == ("", "Attacking the Greens", " is a mistake.")
    assert all("act" not in s["said"] and s["why"] == "read by the encoder, sure 0.90" for s in rest)
    assert all(s["target"] in ("Morgan", "Percy", "Quentin") for s in rest)  # nobody's stance toward himself
    assert hay["once"] == ["Greens", "Quentin", "acts against Greens"]
    links = re.findall(r'href="#(s\d+-\d+)"', part(html))
    assert len(links) == len(hay["sentences"]) <= stance.MOST_SENTENCES
    assert all(re.search(rf'id="?{link}["\s>]', html) for link in links)


def test_twelve_targets_and_six_sentences_at_most():
    words = [w for w in dict.fromkeys(re.findall(r"\w{3,}", HAY)) if HAY.count(w) >= 2][:15]
    rows = [mention(0, w, POSITIVE, nth=n) for w in words for n in (0, 1)]
    made = stance.facts(analysis(rows).material())
    assert len(words) == 15
    assert len(made["chart"]["rows"]) == 12
    hay = made["voices"][0]
    assert hay["more"] == 3
    assert len(hay["sentences"]) <= 6
    assert len({(s["doc"], s["sentence"]) for s in hay["sentences"]}) == len(hay["sentences"])


def test_acts_stand_behind_whom_they_are_about():
    rows = [
        {"holder": "A", "target": t, "mentions": n}
        for t, n in (("X", 5), ("Y", 4), ("acts against Y", 3), ("acts for X", 2))
    ]
    assert [r["target"] for r in stance.toward(rows, "A")] == ["X", "acts for X", "Y", "acts against Y"]


@pytest.mark.parametrize("mode", ["none", "excerpts"])
def test_no_sentence_where_none_may_be_shown(mode):
    asked = "The meeting began at noon and went on until the rain"
    report = analysis([*ROWS, *(mention(1, asked, POSITIVE, nth=n) for n in (0, 1))], text=mode).report()
    out = report.html() + report.json() + report.markdown()
    flat = " ".join(unescape(re.sub("<[^>]+>", " ", out)).split()) + " ".join(out.split())
    assert (WHY["why"] in flat) == (mode == "excerpts")
    if mode == "none":
        assert "Named as" not in flat
        for document in (HAY, QUOTED, FILLER):
            words = document.split()
            assert not [w for n in range(len(words) - 5) if (w := " ".join(words[n : n + 6])) in flat]
    else:
        assert "Attacking the Greens" in flat
        assert 'href="#s0' not in part(report.html())


def test_without_the_layer_and_without_a_mention():
    report = analysis([], layers=("actor",)).report()
    assert report.facts["sections"]["stance"]["chart"] is None
    assert "did not run" in part(report.html())
    report = analysis([]).report()
    assert report.facts["sections"]["stance"]["chart"]["title"] == "Nobody is named twice by one voice"
    assert "Nothing was found to draw." in part(report.html())


def test_facts_are_plain(facts):
    json.dumps(facts, allow_nan=False)


def test_a_long_sentence_is_cut_around_its_name(made):
    (long,) = [m for m in leanings(made.material()) if m["start"] == HAY.index("Morgan never")]
    left, hit, right = around(made.corpus, long, 120)
    assert hit == "Morgan"
    assert left.startswith("…")
    assert left.endswith(" hill and ")
    assert right == " never once gave up hope at all."
    assert len(left + hit + right) <= 122
    assert cut(" one two three", 8, 1) == " one two…"
    assert cut("one two three ", 9, -1) == "…three "


def test_the_concordance_holds_what_is_not_neutral(made):
    rows = concordance.facts(made.material())["rows"]
    assert {r["feature"] for r in rows} == {"stance.for", "stance.against"}
    assert [r["hit"] for r in rows if r["label"] == "For Greens, against the act"] == ["Attacking the Greens"]
    assert sum(r["voice"] == "Ann Lee" for r in rows) == 2
    assert (
        len(rows) == sum(r[1] == 0 and r[6]["label"] != "neutral" for r in ROWS) - 1
    )  # less what he says of himself


def test_tone_is_the_feature_of_that_name_alone():
    sentences = [s for s in HAY.split(". ")[:6] if HAY.count(s) == 1]
    rows = [(0, n, s, 0, "x", value, None) for s in sentences for n, value in ((0, 0.3), (1, -1.0))]
    made = analysis(rows, (TONE, VADER)).material()
    told = arc.facts(made)
    assert all(r["value"] == 0.3 for r in told["chart"]["rows"])
    assert len({t["value"] for t in told["tone"]}) <= 1
    assert set(tone_of(made, 0).values()) == {"pos"}


def test_the_page_counts_the_sentences_in_which_the_instruments_point_apart():
    analysis = analyse("corpus", layers=("sentiment",), tone="lexical")
    rows = {r["voice"]: r for r in arc.apart(analysis.material())}
    found = analysis.found[~analysis.found["repeat"]]
    scores = found.assign(name=found["feature"].str.split("@").str[0]).pivot_table(
        index=["doc_id", "voice", "sentence"], columns="name", values="weight"
    )
    tone, vader = scores["sentiment.tone"], scores["sentiment.vader"]
    other = (tone * vader < 0) & (tone.abs() > 0.05) & (vader.abs() > 0.05)
    for voice, row in rows.items():
        mine = scores.index.get_level_values("voice") == voice
        assert (row["apart"], row["sentences"]) == (int(other[mine].sum()), int(mine.sum()))
    assert any(row["apart"] for row in rows.values())
