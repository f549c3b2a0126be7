"""Patterns that never count, and what a dictionary does to texts."""

import pytest

from rhetoric.encode import encode
from rhetoric.extract.impossible import impossible
from rhetoric.extract.themecheck import check_themes
from rhetoric.extract.themefile import parse_theme, shipped
from rhetoric.extract.themesource import themes_of
from rhetoric.match import Dictionary, Entry
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment


def corpus_of(*texts):
    return encode(segment(Corpus(tuple(Document(str(n), t) for n, t in enumerate(texts)))))


def theme(*patterns, nots=(), **more):
    entries = "".join(f"[[entry]]\npattern = '''{p}'''\n" for p in patterns)
    barred = "".join(f"[[not]]\npattern = '''{p}'''\n" for p in nots)
    return parse_theme(f'name = "x"\n{entries}{barred}', "x.toml")


@pytest.mark.parametrize(
    ("patterns", "nots", "expected"),
    [
        (["tax*", "taxes"], [], {"taxes": "'tax*' on line 3 fits all"}),
        (["taxes", "tax*"], [], {}),
        (["tax|levy rise", "Tax rise"], [], {"Tax rise": "fits all that it fits"}),
        (["tax rise", "tax|levy rise"], [], {}),
        (["tax* ...3 cut", "taxes ...2 cut"], [], {}),
        (["tax NEAR cut", "tax"], [], {}),
        (["tax", "tax NEAR cut"], [], {"tax NEAR cut": "fits all that it fits"}),
        (["a* b?", "ab bc"], [], {}),
        (["* tax", "new tax"], [], {"new tax": "fits all that it fits"}),
        (["* tax", ", tax"], [], {}),
        (
            ["council tax", "tax"],
            ["tax*"],
            {"council tax": "the exclusion 'tax*' on line", "tax": "the exclusion"},
        ),
        (["council ... tax"], ["tax"], {}),
        (["tax NEAR cut UNLESS NEAR cut WITHIN 5"], [], {}),
        (
            ["tax NEAR cut WITHIN 3 UNLESS NEAR cut WITHIN 5"],
            [],
            {"tax NEAR cut WITHIN 3 UNLESS NEAR cut WITHIN 5": "rules out"},
        ),
        (["tax BEFORE cut UNLESS NEAR cut"], [], {"tax BEFORE cut UNLESS NEAR cut": "rules out"}),
        ([r"/new\syork/"], [], {r"/new\syork/": "white space"}),
        (["-based", "*-based"], [], {"-based": "write *-based"}),
    ],
)
def test_patterns_that_never_count(patterns, nots, expected):
    found = {e.pattern: why for e, why in impossible(theme(*patterns, nots=nots))}
    assert found.keys() == expected.keys()
    assert all(part in found[p] for p, part in expected.items())


def test_higher_priority_may_count_though_it_comes_later():
    entries = (Entry("tax*", key="x"), Entry("taxes", key="x", priority=1))
    assert not list(impossible(themes_of(Dictionary("x", entries, ("x",)))[0]))


def test_every_pattern_that_ships_can_count():
    lists = (*shipped(), *shipped("lexicons/discourse", "discourse"))
    assert [(t.feature.name, e.pattern, why) for t in lists for e, why in impossible(t)] == []


def test_tables_by_hand():
    entries = (
        Entry("tax*", key="A"),
        Entry("cut", key="A"),
        Entry("low", key="A"),
        Entry("tax cut", key="B"),
    )
    themes = themes_of(Dictionary("d", entries, ("A", "B"), "d.csv"))
    result = check_themes(themes, corpus_of(), corpus_of("A tax cut, taxes.", "Cut taxes."))
    rows = result.patterns.set_index("pattern")
    assert rows["hits"].to_dict() == {"tax*": 3, "cut": 2, "low": 0, "tax cut": 1}
    assert rows.loc["cut", "share"] == pytest.approx(0.4)
    assert rows.loc["tax cut", "example"] == "…A tax cut, taxes.…"
    assert result.silent == ["low"]
    assert result.summary.to_dict("records") == [
        {"theme": "a", "patterns": 3, "silent": 1, "hits": 5, "most": "tax*", "share": 0.6},
        {"theme": "b", "patterns": 1, "silent": 0, "hits": 1, "most": "tax cut", "share": 1.0},
    ]
    shared = result.overlaps[result.overlaps["other"].isin(["a", "b"])]
    assert shared[["theme", "other", "hits"]].to_dict("records") == [
        {"theme": "a", "other": "b", "hits": 2},
        {"theme": "b", "other": "a", "hits": 1},
    ]


def test_tests_of_a_file_are_run():
    made = parse_theme(
        'name = "x"\n[[entry]]\npattern = "tax"\n[[test]]\ntext = "A tax"\nhits = 2\n', "x.toml"
    )
    result = check_themes([made], corpus_of("A tax"), corpus_of())
    assert not result.passed
    assert result.cases[["expected", "found"]].to_dict("records") == [{"expected": "2", "found": "1+"}]
