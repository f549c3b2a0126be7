"""Inputs to documents and problems."""

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhetoric import registry
from rhetoric.load import load, stream
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
ENGLISH = "The party has to decide what it is for, and it has to do so in the open, with all of its members. "
LONG = ENGLISH * 6
GERMAN = (
    "Die Regierung hat gestern beschlossen, dass die Steuern im nächsten Jahr nicht erhöht werden. Der Minister sagte, "
    "es sei ein guter Tag für das Land und für alle, die hier leben und arbeiten. "
) * 5
SLOW = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}


def write(folder, **texts):
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(loaded):
    return [(Path(p.source).name, p.line, p.error, p.level) for p in loaded.problems]


def test_the_corpus_is_two_texts_without_problems():
    loaded = load([CORPUS])
    assert [d.id for d in loaded.documents] == ["cruddas-interview", "lawson-progressive-alliance"]
    assert [d.date for d in loaded.documents] == ["2010", "2016"]
    assert loaded.problems == ()
    page = load([CORPUS / "raw" / "new-statesman-page.txt"])
    assert [d.text for d in page.documents] == [d.text for d in loaded.documents]
    assert page.problems == ()


@pytest.mark.parametrize(("mark", "end"), [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n")])
def test_the_page_is_the_same_however_it_was_saved(tmp_path, mark, end):
    page = CORPUS / "raw" / "new-statesman-page.txt"
    (tmp_path / page.name).write_bytes(mark + page.read_bytes().replace(b"\n", end))
    one, other = load([page]).documents, load([tmp_path]).documents
    assert [(d.text, d.layout, d.author) for d in one] == [(d.text, d.layout, d.author) for d in other]


def test_inputs_come_in_the_order_given_and_folders_by_name(tmp_path):
    write(tmp_path / "f", b=f"B {LONG}", a=f"A {LONG}")
    write(tmp_path / "f" / "aa", c=f"C {LONG}")
    write(tmp_path / "f" / "raw", d=f"D {LONG}")
    write(tmp_path / "f" / ".hidden", e=f"E {LONG}")
    write(tmp_path, z=f"Z {LONG}")
    (tmp_path / "f" / ".notes.txt").write_text(LONG)
    (tmp_path / "f" / "picture.png").write_bytes(b"\x89PNG\x00")
    loaded = load([tmp_path / "z.txt", tmp_path / "f"])
    assert [d.id for d in loaded.documents] == ["z", "a", "c", "b"]
    assert told(loaded) == [("picture.png", None, "skipped", "warning")]
    assert [d.id for d in load([tmp_path / "f" / "raw"]).documents] == ["d"]
    assert [d.id for d in load(tmp_path / "z.txt").documents] == ["z"]


def test_every_fault_is_a_problem_and_the_rest_goes_on(tmp_path):
    write(tmp_path, empty="", blank=" \n\n", german=GERMAN, good=LONG, broken="---\nno colon\ntitle: x\n")
    (tmp_path / "broken.txt").write_text("---\ntitle: x\nno colon\n---\nText", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "slides.pptx").write_bytes(b"PK")
    (tmp_path / "bare").write_text(LONG)
    (tmp_path / "blank.jsonl").write_text("\n\n")
    (tmp_path / "head.csv").write_text("id,text\n")
    (tmp_path / "nothing").mkdir()
    names = (
        "empty.txt blank.txt german.txt broken.txt binary.txt slides.pptx bare blank.jsonl head.csv nothing goood.txt good.txt"
    ).split()
    loaded = load([tmp_path / name for name in names])
    assert [d.id for d in loaded.documents] == ["good"]
    assert told(loaded) == [
        ("empty.txt", None, "EmptyInput", "error"),
        ("blank.txt", None, "EmptyInput", "error"),
        ("german.txt", None, "NotEnglish", "error"),
        ("broken.txt", 3, "InputError", "error"),
        ("binary.txt", None, "BinaryInput", "error"),
        ("slides.pptx", None, "UnknownFormat", "error"),
        ("bare", None, "UnknownFormat", "error"),
        ("blank.jsonl", None, "EmptyInput", "error"),
        ("head.csv", None, "EmptyInput", "error"),
        ("nothing", None, "EmptyInput", "error"),
        ("goood.txt", None, "MissingInput", "error"),
    ]
    message = {Path(p.source).name: p.message for p in loaded.problems}
    assert "German" in message["german.txt"]
    assert "--any-language" in message["german.txt"]
    assert ".pptx" in message["slides.pptx"]
    assert ".jsonl" in message["slides.pptx"]
    assert "did you mean 'good.txt'?" in message["goood.txt"]
    assert not any(str(tmp_path) in p.message for p in loaded.problems)


def test_a_folder_with_nothing_but_raw_says_so(tmp_path):
    write(tmp_path / "raw", a=LONG)
    (problem,) = load([tmp_path]).problems
    assert problem.error == "EmptyInput"
    assert "'raw'" in problem.message


def test_a_file_that_the_system_refuses(tmp_path, monkeypatch):
    write(tmp_path, a=LONG, b=f"B {LONG}")
    read = Path.read_bytes

    def refuse(path):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    loaded = load([tmp_path])
    assert [d.id for d in loaded.documents] == ["b"]
    assert told(loaded) == [("a.txt", None, "InputError", "error")]
    assert loaded.problems[0].message.startswith("it cannot be read (Permission denied)")


def test_any_language(tmp_path):
    write(tmp_path, german=GERMAN)
    loaded = load([tmp_path], Settings(any_language=True))
    assert [d.id for d in loaded.documents] == ["german"]
    assert [(p.error, p.level, p.doc_id) for p in loaded.problems] == [("NotEnglish", "warning", "german")]


def test_warnings(tmp_path):
    write(tmp_path, twenty=ENGLISH[:-1], moji=f"itâ€™s {LONG}", lost=f"\ufffd {LONG}")
    (tmp_path / "old.txt").write_bytes(f"it’s old {LONG}".encode("cp1252"))
    (tmp_path / "bom.txt").write_bytes(f"bom {LONG}".encode("utf-8-sig"))
    loaded = load([tmp_path])
    assert len(loaded.documents) == 5
    assert told(loaded) == [
        ("bom.txt", None, "encoding", "warning"),
        ("lost.txt", None, "encoding", "warning"),
        ("moji.txt", None, "encoding", "warning"),
        ("old.txt", None, "encoding", "warning"),
        ("twenty.txt", None, "short", "warning"),
    ]
    assert "only 23 words" in loaded.problems[-1].message
    assert "intervals will be wide" in loaded.problems[-1].message


def test_names_are_told_apart_and_texts_that_come_twice_are_named(tmp_path):
    for folder, text in (("one", LONG), ("two", f"B {LONG}"), ("three", LONG)):
        write(tmp_path / folder, a=text)
    write(tmp_path / "two", **{"a-2": f"C {LONG}"})
    loaded = load([tmp_path / f for f in ("one", "two", "three")])
    assert [d.id for d in loaded.documents] == ["a", "a-2", "a-3", "a-4"]
    assert [(p.error, p.doc_id) for p in loaded.problems] == [
        ("name", "a-3"),
        ("name", "a-4"),
        ("duplicate", "a-4"),
    ]
    assert "'a'" in loaded.problems[-1].message


def test_rows_are_not_called_short_and_repeats_are_told_once(tmp_path):
    rows = [
        {"id": "a", "text": "Yes."},
        {"id": "b", "text": "Yes."},
        {"id": "a", "text": "Yes."},
        {"id": "d", "text": "No."},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, rows)))
    loaded = load([tmp_path])
    assert [d.id for d in loaded.documents] == ["a", "b", "a-2", "d"]
    assert [(p.line, p.error) for p in loaded.problems] == [(3, "name"), (2, "duplicate")]
    assert loaded.problems[1].message.startswith("2 rows")


def test_foreign_rows_are_refused_from_fifty_words_on(tmp_path):
    rows = [{"text": GERMAN}, {"text": " ".join(GERMAN.split()[:40])}, {"text": LONG}]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, rows)))
    loaded = load([tmp_path])
    assert [d.id for d in loaded.documents] == ["in-2", "in-3"]
    assert told(loaded) == [("in.jsonl", 1, "NotEnglish", "error")]


def test_rows_are_streamed(tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_text('{"text": "One."}\n{"text": "Two."}\n{broken\n')
    items = stream([file])
    assert next(items).text == "One."
    file.unlink()
    assert next(items).text == "Two."
    assert isinstance(next(items), Problem)


class Shouting:
    """A loader of another package."""

    suffixes = (".shout", ".loud.txt")

    def read(self, path, settings):
        """Yield one text in capitals, or fail."""
        text = path.read_text()
        if "fail" in text:
            raise ZeroDivisionError("by design")
        yield Document(path.stem, text.upper())


def test_plug_ins(tmp_path, monkeypatch):
    class Entry:
        def __init__(self, name):
            self.name = name

        def load(self):
            if self.name == "bad":
                raise ImportError("gone")
            return Shouting if self.name == "shout" else object()

    def entries(group):
        return tuple(Entry(n) for n in ("shout", "bad", "wrong") if group == registry.LOADERS)

    monkeypatch.setattr(registry, "plug_ins", entries)
    for name, text in (("a.shout", LONG), ("b.loud.txt", f"B {LONG}"), ("c.shout", "fail")):
        (tmp_path / name).write_text(text)
    loaded = load([tmp_path])
    assert [d.text for d in loaded.documents] == [LONG.upper(), f"B {LONG}".upper()]
    assert told(loaded) == [
        ("bad", None, "plug-in", "warning"),
        ("wrong", None, "plug-in", "warning"),
        ("c.shout", None, "InputError", "error"),
    ]
    assert "ZeroDivisionError" in loaded.problems[-1].message


NAMES = ("a.txt", "a.md", "a.text", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.jsonl.gz", "a.csv.gz")
PIECES = st.sampled_from(
    b'---\n|+++\n|title: x\n|- y\n|{"id": 1, "text": "a"}|text,id\n|"|\n|\xff\xfe|\xef\xbb\xbf|\x00|Getty\n|By Ann Lee\n|# A\n|'
    b"\xe2\x80\x99|\x93|Ann Lee is an editor.\n|We won. |[|\r".split(b"|")
)
HOSTILE = st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=25).map(b"".join))


@settings(max_examples=400, **SLOW)
@given(st.sampled_from(NAMES), HOSTILE, st.booleans())
def test_no_bytes_raise_anything(tmp_path, name, raw, packed):
    (tmp_path / name).write_bytes(gzip.compress(raw) if packed and name.endswith(".gz") else raw)
    loaded = load([tmp_path / name])
    assert loaded.documents or loaded.problems
    assert not any("its loader failed" in p.message for p in loaded.problems), loaded.problems
    for document in loaded.documents:
        assert document.text.strip()
        document.text.encode("utf-8")
        spans = sorted((m.start, m.end) for m in document.layout)
        assert all(0 <= start < end <= len(document.text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


@settings(max_examples=100, **SLOW)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_rows_come_back_to_the_character(tmp_path, text):
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": text}, ensure_ascii=False), encoding="utf-8")
    loaded = load([tmp_path / "in.jsonl"], Settings(any_language=True))
    assert [d.text for d in loaded.documents] == [text]


@pytest.mark.parametrize("given", ["\x00", "a" * 5000, "", "no/such/folder/a.txt"])
def test_paths_that_are_none(given, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (problem,) = load([given]).problems
    assert problem.level == "error"
