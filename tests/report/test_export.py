"""A report as files for a paper: they open, they say what the report says, and the same report gives the same bytes."""

import dataclasses
import io
import json
import re
import zipfile
from functools import cache
from xml.etree import ElementTree

import matplotlib.pyplot as plt
import numpy as np
import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner
from matplotlib.text import Text
from pieces import analysed
from PIL import Image
from test_figures import ROWS

from rhetoric.cli import app
from rhetoric.errors import NotFound, SettingsError
from rhetoric.model.spreadsheet import DANGEROUS
from rhetoric.report.export import export, figure
from rhetoric.report.export.bibliography import bibliography, bibtex
from rhetoric.report.export.found import charts
from rhetoric.report.export.latex import escaped, prose, tabular
from rhetoric.report.export.methods import cited, paragraph
from rhetoric.report.export.reference import key, parsed
from rhetoric.report.export.table import Table, framed
from rhetoric.report.export.tables import tables
from rhetoric.report.export.workbook import workbook
from rhetoric.report.figures import KINDS, drawing
from rhetoric.report.figures.canvas import styled
from rhetoric.report.figures.print import plotted, printed, shrunk
from rhetoric.report.figures.sheet import ONE_COLUMN, TWO_COLUMNS


@cache
def report(text="full", by="party"):
    made = analysed()
    return dataclasses.replace(made, settings=dataclasses.replace(made.settings, text=text)).report(by=by)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("paper")
    paths = report().export(out)
    assert sorted(p for p in out.rglob("*") if p.is_file()) == sorted(paths)
    return out


def without_charts(facts, but=()):
    """Return facts whose charts have no rows: their files are the slow ones."""

    def cut(value):
        if isinstance(value, dict):
            if {"id", "kind", "rows", "columns"} <= value.keys() and value["id"] not in but:
                return {**value, "rows": []}
            return {k: cut(v) for k, v in value.items()}
        return [cut(v) for v in value] if isinstance(value, list) else value

    return cut(json.loads(json.dumps(facts)))


def some_chart(kind, rows):
    return {
        "id": kind,
        "kind": kind,
        "title": "A title < that is not drawn",
        "desc": "What it shows",
        "caption": "",
        "columns": [{"key": "value", "label": "Mean, -1 to 1"}],
        "rows": rows,
        "options": {"names": ["Ann $ Lee", "Bob Hay"]},
    }


# References


@pytest.mark.parametrize(
    ("text", "name", "fields"),
    [
        ("Billig, Michael (1995). Banal Nationalism. London: Sage.", "billig1995",
         {"type": "book", "author": ["Billig, Michael"], "year": 1995, "title": "Banal Nationalism", "address": "London", "publisher": "Sage"}),
        ("Canovan, Margaret (1999). Trust the People! Populism and the Two Faces of Democracy. Political Studies 47(1), 2-16.", "canovan1999",
         {"type": "article", "author": ["Canovan, Margaret"], "year": 1999, "title": "Trust the People! Populism and the Two Faces of Democracy",
          "journal": "Political Studies", "volume": "47", "number": "1", "pages": "2-16"}),
        ("Key, V. O., Jr. (1955). A Theory of Critical Elections. Journal of Politics 17(1), 3-18.", "key1955",
         {"type": "article", "author": ["Key, Jr., V. O."], "year": 1955, "title": "A Theory of Critical Elections",
          "journal": "Journal of Politics", "volume": "17", "number": "1", "pages": "3-18"}),
        ("Jo, Yohan, Jacky Visser, Chris Reed and Eduard Hovy (2020). Extracting. Proceedings of EMNLP, 24-38.", "jo2020",
         {"type": "inproceedings", "author": ["Jo, Yohan", "Visser, Jacky", "Reed, Chris", "Hovy, Eduard"], "year": 2020, "title": "Extracting",
          "booktitle": "Proceedings of EMNLP", "pages": "24-38"}),
        ("Palmer, F. R. (2001). Mood and Modality. 2nd edition. Cambridge: Cambridge University Press, chapters 2 and 4.", "palmer2001",
         {"type": "book", "author": ["Palmer, F. R."], "year": 2001, "title": "Mood and Modality", "edition": "2nd", "address": "Cambridge",
          "publisher": "Cambridge University Press"}),
        ("Dalton, Russell J., Flanagan, Scott C. and Beck, Paul Allen, eds. (1984). Electoral Change: Realignment or Dealignment? Princeton: Princeton University Press.",
         "dalton1984",
         {"type": "book", "editor": ["Dalton, Russell J.", "Flanagan, Scott C.", "Beck, Paul Allen"], "year": 1984,
          "title": "Electoral Change: Realignment or Dealignment?", "address": "Princeton", "publisher": "Princeton University Press"}),
        ("Weber, Max (1946 [1919]). Politics as a Vocation. In H. H. Gerth and C. Wright Mills, eds., From Max Weber. New York: Oxford University Press.", "weber1946",
         {"type": "incollection", "author": ["Weber, Max"], "year": 1946, "note": "First published 1919", "title": "Politics as a Vocation",
          "editor": ["Gerth, H. H.", "Mills, C. Wright"], "booktitle": "From Max Weber", "address": "New York", "publisher": "Oxford University Press"}),
        ("Müller, Jan-Werner (2016). What Is Populism? Philadelphia: University of Pennsylvania Press.", "muller2016",
         {"type": "book", "author": ["Müller, Jan-Werner"], "year": 2016, "title": "What Is Populism?", "address": "Philadelphia",
          "publisher": "University of Pennsylvania Press"}),
        ("Quintilian, Institutio Oratoria 9.3.28.", "quintilian", {"type": "misc", "author": ["Quintilian"], "title": "Institutio Oratoria"}),
        ("A manuscript without a form.", "amanuscriptwithoutaform", {"type": "misc", "title": "A manuscript without a form"}),
    ],
)  # fmt: skip
def test_a_printed_reference_is_taken_apart(text, name, fields):
    assert dict(parsed(text)) == fields
    assert key(parsed(text)) == name


def test_every_key_that_is_cited_is_in_the_bibliography_once():
    text = paragraph(report().facts)
    entries, families = bibliography(report().facts, cited(text))
    assert {*cited(text)} <= {*entries}
    assert {k for keys in families.values() for k in keys} <= {*entries}
    named = re.findall(r"^@\w+\{([^,]+),$", bibtex(entries), re.M)
    assert named == sorted({*named}) == list(entries)
    assert "rhetoric" in named and "kuensch1989" in named
    works = [(e.get("year"), str(e["title"]).lower()) for e in entries.values()]
    assert len(works) == len({*works})


def test_only_what_was_used_is_cited():
    facts = without_charts(report().facts)
    assert "monroe2008" in cited(paragraph(report().facts))
    assert "monroe2008" not in cited(paragraph(facts))
    assert "hayes2007" not in cited(paragraph(facts)), "the quick analysis did not read by meaning"


def test_the_methods_paragraph_says_what_was_done():
    facts = report().facts
    text, s = paragraph(facts), facts["sections"]["summary"]
    r = s["table"][0]
    for part in (
        f"{s['words']:,} words",
        f"{r['a']} ({r['words_a']:,} words)",
        f"on {len(s['table']):,} measures",
        "50 draws, seed 20101216",
        "95th percentile of same-author pairs",
        *s["limits"],
    ):
        assert part.rstrip(".") in text
    assert "\n" not in text
    assert " p = " not in text and "significan" not in text


# LaTeX


def test_latex_escapes_every_special_mark():
    assert escaped(r"50% of $5 & a_b #1 {x} ~^\ “q”") == (
        r"50\% of \$5 \& a\_b \#1 \{x\} \textasciitilde{}\textasciicircum{}\textbackslash{} ``q''"
    )
    assert prose("As shown [@a1; @b2], 5% [not a key].") == r"As shown \cite{a1,b2}, 5\% [not a key]."


def test_a_latex_table_by_hand():
    rows = [
        {"label": "A & B", "value": 12.04, "low": 3.0, "high": 20.96, "hits": 1200, "note": "x"},
        {"label": "C", "value": None, "low": None, "high": None, "hits": 0, "note": "y"},
        {"label": "D", "value": -0.26, "low": -1.0, "high": 0.0, "hits": None, "note": "z"},
    ]
    labels = {"label": "Measure", "value": "Rate", "low": "Low", "high": "High", "hits": "Hits"}
    lines = tabular(Table("t_1", "A title", "What it is", framed(rows), labels), 95).splitlines()
    assert lines[2:] == [
        r"\caption{A title. What it is. Brackets: 95\% interval.}",
        r"\label{tab:t_1}",
        r"\begin{tabular}{@{}lrr@{}}",
        r"\toprule",
        r"Measure & Rate [95\%] & Hits \\",
        r"\midrule",
        r"A \& B & 12.0 [3.0, 21.0] & 1,200 \\",
        r"C & -- & 0 \\",
        r"D & $-$0.3 [$-$1.0, 0.0] & -- \\",
        r"\bottomrule",
        r"\end{tabular}",
        r"\end{table}",
    ]


def test_every_latex_file_has_balanced_braces_environments_and_cells(folder):
    found = sorted(folder.rglob("*.tex"))
    assert len(found) > 10
    for path in found:
        text = path.read_text(encoding="utf-8")
        plain = re.sub(r"\\[{}%&#$_]", "", text)
        assert plain.count("{") == plain.count("}"), path
        assert plain.count("$") % 2 == 0, path
        assert sorted(re.findall(r"\\begin\{(\w+)", text)) == sorted(re.findall(r"\\end\{(\w+)", text)), path
        assert not re.search(r"[&#_^~]", "".join(re.findall(r"\\caption\{(.*)\}", plain))), path
        cells = {
            line.count("&") for line in plain.splitlines() if line.endswith(r"\\") and "caption" not in line
        }
        assert len(cells) <= 1, path


# Figures


@pytest.mark.parametrize("kind", [k for k in KINDS if k in ROWS])
def test_a_figure_brought_to_size_is_the_drawing_only_smaller(kind):
    """Drawn in units and saved with fewer dots an inch, or brought to size and saved with more: the same picture."""

    def pixels(fig, dpi):
        buffer = io.BytesIO()
        with styled():
            fig.savefig(buffer, format="png", dpi=dpi, facecolor="white")
        buffer.seek(0)
        return plt.imread(buffer)[..., :3]

    chart = some_chart(kind, ROWS[kind])
    with styled():
        large, small = (
            drawing(kind)(chart["rows"], {**chart["options"], "id": "x"}, TWO_COLUMNS) for _ in "ab"
        )
        small.draw_without_rendering()
    shrunk(small, 0.5)
    a, b = pixels(large, 100), pixels(small, 200)
    assert a.shape == b.shape
    ink = (1 - a).mean()
    assert ink > 0.001
    assert np.abs(a - b).mean() < 0.25 * ink


@pytest.mark.parametrize("sheet", [ONE_COLUMN, TWO_COLUMNS], ids=["89 mm", "183 mm"])
@pytest.mark.parametrize("by", ["voice", "party"])
def test_no_label_is_cut_and_all_are_seven_to_eight_points(sheet, by):
    drawn = charts(report(by=by).facts)
    assert len(drawn) > 5
    for chart in drawn:
        fig = plotted(chart, sheet)
        with styled():
            fig.draw_without_rendering()
            box, renderer = fig.bbox, fig._get_renderer()
            hidden = {id(t) for ax in fig.axes for t in off_the_axis(ax)}
            texts = [
                t
                for t in fig.findobj(Text)
                if id(t) not in hidden and t.get_visible() and t.get_text().strip()
            ]
            assert texts, chart["id"]
            for text in texts:
                at = text.get_window_extent(renderer)
                inside = at.x0 > -1 and at.y0 > -1 and at.x1 < box.width + 1 and at.y1 < box.height + 1
                assert inside, (chart["id"], text.get_text())
                assert 6.7 < text.get_fontsize() < 8.1, (chart["id"], text.get_text())


def off_the_axis(ax):
    """Give the texts that are not drawn: labels of ticks beyond the axis, and all of an axis that is off."""
    for axis in (ax.xaxis, ax.yaxis):
        low, high = sorted(axis.get_view_interval())
        for tick in axis.get_major_ticks():
            if not ax.axison or not low <= tick.get_loc() <= high:
                yield from (tick.label1, tick.label2)
        if not ax.axison:
            yield axis.label


def test_svg_has_text_as_text_real_inks_and_no_title_inside():
    chart = some_chart("themes", ROWS["themes"])
    text = printed(plotted(chart, ONE_COLUMN), "svg", chart["title"], chart["desc"]).decode()
    root = ElementTree.fromstring(text)
    drawn = ["".join(e.itertext()).strip() for e in root.iter() if e.tag.endswith("}text")]
    assert {"Pluralism", "Ann $ Lee", "per 1,000 words"} <= {*drawn}
    assert not any("title" in d for d in drawn)
    assert "currentColor" not in text and "#d55e00" in text
    assert "sans-serif" in text
    assert float(root.get("width").removesuffix("pt")) == pytest.approx(89 / 25.4 * 72, abs=0.1)
    assert root.find("{http://www.w3.org/2000/svg}title").text == chart["title"]


def test_png_and_pdf_have_the_printed_size():
    fig = plotted(some_chart("stance", ROWS["stance"]), TWO_COLUMNS)
    image = Image.open(io.BytesIO(printed(fig, "png")))
    assert image.width == round(183 / 25.4 * 300)
    assert image.info["dpi"][0] == pytest.approx(300, abs=0.1)
    assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    pdf = printed(fig, "pdf")
    assert pdf.startswith(b"%PDF") and b"CreationDate" not in pdf
    assert b"/Type3" not in pdf and b"/Type /Font" in pdf
    width = float(re.search(rb"/MediaBox \[ ?0 0 ([\d.]+)", pdf)[1])
    assert width == pytest.approx(183 / 25.4 * 72, abs=0.1)


def test_every_chart_is_written_in_two_widths_and_three_formats_with_a_caption(folder):
    names = {c["id"] for c in charts(report().facts)}
    assert len(names) > 5
    wanted = {f"{n}{w}.{s}" for n in names for w in ("", "-89mm") for s in ("svg", "png", "pdf")}
    assert {p.name for p in (folder / "figures").iterdir()} == wanted | {"captions.md", "captions.tex"}
    told = (folder / "figures" / "captions.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", told, re.M) == [c["id"] for c in charts(report().facts)]
    for chart in charts(report().facts):
        assert chart["title"] in told
    assert "95% intervals" in told and "n: " in told


def test_a_chart_that_is_new_is_found_by_its_shape():
    facts = without_charts(report().facts)
    facts["order"] = [*facts["order"], "novel"]
    facts["sections"]["novel"] = {
        "deep": [{"chart": some_chart("devices", ROWS["devices"]) | {"id": "novel"}}]
    }
    assert [c["id"] for c in charts(facts)] == ["novel"]
    held = {t.name: t for t in tables(facts)}
    assert len(held["novel"].frame) == len(ROWS["devices"])


def test_a_chart_as_a_figure():
    drawn = report().figure("themes", 89)
    assert drawn.get_size_inches()[0] * 25.4 == pytest.approx(89)
    with pytest.raises(NotFound, match=r"choose from .*themes"):
        figure(report().facts, "nothing", 89)


# Tables


def test_csv_files_read_back_with_their_intervals(folder):
    for path in sorted((folder / "tables").glob("*.csv")):
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), path
        assert data.endswith(b"\r\n"), path
        table = pd.read_csv(path, encoding="utf-8-sig", keep_default_na=False)
        assert len(table), path
        if path.stem in ("findings", "measures", "scores", "themes", "devices", "stance", "words", "texture"):
            assert {"low", "high"} <= {*table.columns}, path
    wanted = report().facts["sections"]["summary"]["table"]
    table = pd.read_csv(folder / "tables" / "measures.csv", encoding="utf-8-sig")
    assert len(table) == len(wanted)
    for column in ("effect", "low", "high", "low_a", "high_b"):
        held = np.array([np.nan if r[column] is None else r[column] for r in wanted], float)
        assert np.allclose(table[column].to_numpy(float), held, equal_nan=True)


def test_every_table_that_papers_ask_for_is_there(folder):
    wanted = "findings measures scores speakers voices themes metaphors devices discourse stance words concordance quotations"
    there = {p.stem for p in (folder / "tables").glob("*.csv")}
    assert {*wanted.split()} <= there
    assert there == {p.stem for p in (folder / "tables").glob("*.tex")}


def test_the_workbook_reads_back_as_the_csv_files_do(folder):
    sheets = pd.read_excel(folder / "tables.xlsx", sheet_name=None, keep_default_na=False, na_values=[""])
    assert list(sheets)[:2] == ["Read me", "Columns"]
    names = [p.stem for p in (folder / "tables").glob("*.csv")]
    assert {*list(sheets)[2:]} == {*names}
    for name in ("measures", "scores", "themes"):
        table = pd.read_csv(
            folder / "tables" / f"{name}.csv", encoding="utf-8-sig", keep_default_na=False, na_values=[""]
        )
        pd.testing.assert_frame_equal(sheets[name], table, check_dtype=False)
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert book.properties.modified.year == 1980
    first = " ".join(str(c.value) for c in book["Read me"]["A"])
    assert "per 1,000 words" in first
    for limit in report().facts["sections"]["summary"]["limits"]:
        assert limit in first


def test_every_passage_is_what_its_offsets_say(folder):
    texts = {d.id: d.text for d in analysed().corpus.documents}
    lines = (folder / "tables" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(pd.read_csv(folder / "tables" / "passages.csv", encoding="utf-8-sig")) > 50
    for row in map(json.loads, lines):
        assert texts[row["doc_id"]][row["start"] : row["end"]] == row["text"]


def test_nothing_in_a_table_runs_as_a_formula(tmp_path):
    risky = [f"{mark}cmd" for mark in DANGEROUS]
    table = Table("risky", "", "", framed([{"text": t, "value": -1.5} for t in risky]))
    facts = without_charts(report().facts)
    held = tables(facts, {"risky": table.frame})
    assert held[-1].name == "risky"
    export(facts, tmp_path, lambda: {"risky": table.frame})
    read = pd.read_csv(tmp_path / "tables" / "risky.csv", encoding="utf-8-sig")
    assert all(t.startswith("'") for t in read["text"])
    assert (read["value"] == -1.5).all()
    book = openpyxl.load_workbook(io.BytesIO(workbook([table], ["x"], [])))
    cells = [row[0] for row in book["risky"].iter_rows(min_row=2)]
    assert len(cells) == len(risky)
    assert {c.data_type for c in cells} == {"s"} and {c.number_format for c in cells} == {"@"}


# The whole


def test_the_same_report_gives_the_same_bytes(tmp_path):
    facts = without_charts(report().facts, but=("themes",))
    for name in "ab":
        export(facts, tmp_path / name)
    files = [p.relative_to(tmp_path / "a") for p in sorted((tmp_path / "a").rglob("*")) if p.is_file()]
    assert sum(f.parent.name == "figures" for f in files) == 8
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
    with zipfile.ZipFile(tmp_path / "a" / "tables.xlsx") as book:
        assert {i.date_time for i in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_results_are_the_facts(folder):
    assert json.loads((folder / "results.json").read_text(encoding="utf-8")) == json.loads(report().json())


def words_of(text):
    return re.findall(r"[^\W_]+", text.lower())


def test_no_six_words_of_a_text_leave_where_none_may_be_shown(tmp_path, monkeypatch):
    monkeypatch.setattr("rhetoric.report.export.FORMATS", ("svg",))  # the one whose words can be read
    made = report("none")
    made.export(tmp_path)
    runs = set()
    for document in analysed().corpus.documents:
        words = words_of(document.text)
        runs |= {tuple(words[n : n + 6]) for n in range(len(words) - 5)}
    read = 0
    for path in sorted(tmp_path.rglob("*")):
        if path.is_dir():
            continue
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                text = re.sub(r"<[^>]+>", " | ", " ".join(book.read(n).decode() for n in book.namelist()))
        else:
            text = re.sub(r"<[^>]+>", " | ", path.read_text(encoding="utf-8"))
        words = words_of(text)
        read += len(words)
        found = [w for n in range(len(words) - 5) if (w := tuple(words[n : n + 6])) in runs]
        assert not found, (path.name, found[:3])
    assert read > 5000
    assert not (tmp_path / "tables" / "words.csv").exists()
    assert "text" not in pd.read_csv(tmp_path / "tables" / "quotations.csv", encoding="utf-8-sig").columns


def test_facts_alone_can_be_exported_and_a_file_is_never_overwritten(tmp_path):
    facts = without_charts(json.loads(report().json()))
    paths = export(facts, tmp_path / "out")
    assert (tmp_path / "out" / "README.md") in paths
    assert not (tmp_path / "out" / "tables" / "scores.csv").exists(), "facts hold no scores"
    (tmp_path / "file").write_text("mine")
    with pytest.raises(SettingsError, match="name another folder"):
        export(facts, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def test_the_command_says_what_it_wrote(tmp_path):
    texts = []
    for name in "ab":
        texts.append(tmp_path / f"{name}.txt")
        texts[-1].write_text(
            "We must act now, and we must act together. It is right. " * 30, encoding="utf-8"
        )
    out = CliRunner().invoke(
        app,
        ["report", *map(str, texts), "--by", "doc_id", "--layers", "theme,device", "-o", str(tmp_path / "r.html"),
         "--export", str(tmp_path / "paper")],
    )  # fmt: skip
    assert out.exit_code == 0, out.output
    assert "README.md says what is what" in out.output
    assert (tmp_path / "paper" / "methods.tex").exists()
    assert (tmp_path / "r.html").exists()
