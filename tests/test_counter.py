"""Counts of themes as a matrix: by hand, beside the analysis, and in scikit-learn."""

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union
from sklearn.utils.estimator_checks import check_estimator

from rhetoric import Document, ThemeCounter, analyse_documents
from rhetoric.counting import Counting
from rhetoric.errors import DictionaryError
from rhetoric.extract.themefile import parse_theme, shipped
from rhetoric.extract.themesource import themes_of
from rhetoric.match import Dictionary, Entry

LISTS = {"economy": ["tax*", "interest rate*"], "war": ["war|wars", "battle*"]}
TEXTS = ["Taxes and interest rates rise.", "War! A tax war.", ""]


def test_counts_by_hand():
    counter = ThemeCounter(LISTS)
    found = counter.fit_transform(TEXTS)
    assert found.toarray().tolist() == [[2, 0], [1, 2], [0, 0]]
    assert found.dtype == np.int64
    assert list(counter.get_feature_names_out()) == ["economy", "war"]


def test_rates_and_weights():
    assert ThemeCounter(LISTS, value="rate").fit_transform(TEXTS).toarray()[1].tolist() == [250, 500]
    theme = parse_theme(
        'name = "x"\n[[entry]]\npattern = "bad"\npole = "-"\nflip = true\n[[entry]]\npattern = "good"\nweight = 2',
        "x",
    )
    counter = ThemeCounter(theme, value="weight")
    assert counter.fit_transform(["good, bad", "not bad", "bad"]).toarray().ravel().tolist() == [1, 1, -1]


@pytest.mark.parametrize("scope", ["key", "dictionary"])
def test_counts_are_those_of_the_analysis(seed_texts, scope):
    documents = [Document(str(n), t) for n, t in enumerate(seed_texts)]
    found = analyse_documents(documents, None).found
    theirs = found[found["feature"].str.startswith("theme.")].groupby(["doc_id", "feature"]).size()
    counter = ThemeCounter().fit(seed_texts)
    ours = counter.transform(seed_texts).toarray()
    names = [str(t.feature) for t in counter.themes_]
    for n in range(len(seed_texts)):
        assert ours[n].tolist() == [theirs.get((str(n), name), 0) for name in names]
    other = ThemeCounter(nested_scope=scope).fit_transform(seed_texts).toarray()
    assert (other <= ours).all()


@pytest.fixture(name="seed_texts")
def seed_texts_fixture():
    from pathlib import Path

    return [
        p.read_text(encoding="utf-8") for p in sorted((Path(__file__).parents[1] / "corpus").glob("*.md"))
    ]


def test_across_sentences_finds_what_lines_part():
    texts = ["Interest\n\nrate", "interest rate"]
    lists = {"x": ["interest rate"]}
    assert ThemeCounter(lists).fit_transform(texts).toarray().ravel().tolist() == [0, 1]
    assert ThemeCounter(lists, sentences=False).fit_transform(texts).toarray().ravel().tolist() == [1, 1]


def test_batches_do_not_change_counts(monkeypatch):
    texts = ["tax war " * n for n in range(30)]
    whole = ThemeCounter(LISTS, sentences=False).fit_transform(texts).toarray()
    monkeypatch.setattr("rhetoric.counting.BLOCK", 100)
    monkeypatch.setattr("rhetoric.counting.MOST_TYPES", 1)
    assert (ThemeCounter(LISTS, sentences=False).fit_transform(texts).toarray() == whole).all()


def test_every_way_to_name_themes(tmp_path):
    theme = shipped()[0]
    file = tmp_path / "mine.toml"
    file.write_text('name = "mine"\n[[entry]]\npattern = "tax"', encoding="utf-8")
    both = ThemeCounter([theme, file, LISTS]).fit([])
    assert list(both.get_feature_names_out()) == [theme.feature.name.split(".")[1], "mine", "economy", "war"]
    assert len(ThemeCounter().fit([]).themes_) == 12


def test_faults_are_clear():
    with pytest.raises(ValueError, match="put it into a list"):
        ThemeCounter().fit("one text")
    with pytest.raises(TypeError, match="text 1 is a missing value"):
        ThemeCounter(LISTS).fit(["a", float("nan")])
    with pytest.raises(TypeError, match="text 0 is a int"):
        ThemeCounter(LISTS).fit([3])
    with pytest.raises(ValueError, match="value='x'"):
        ThemeCounter(LISTS, value="x").fit([])
    with pytest.raises(ValueError, match="nested_scope='x'"):
        ThemeCounter(LISTS, nested_scope="x").fit([])
    with pytest.raises(DictionaryError, match="gap"):
        ThemeCounter({"a": ["... b"]}).fit([])


def test_scikit_learn_contract():
    with pytest.warns(UserWarning, match="Can't test estimator"):
        check_estimator(ThemeCounter(LISTS))
    counter = clone(ThemeCounter(LISTS, value="rate"))
    assert counter.get_params()["themes"] == LISTS
    with pytest.raises(Exception, match="not fitted"):
        counter.transform(TEXTS)
    first = counter.fit(TEXTS).transform(TEXTS).toarray()
    assert (first == counter.transform(iter(TEXTS)).toarray()).all()
    assert (first[1:2] == counter.transform(TEXTS[1:2]).toarray()).all()
    assert counter.transform([]).shape == (0, 2)
    frame = ThemeCounter(LISTS, sparse_output=False).set_output(transform="pandas").fit_transform(TEXTS)
    assert list(frame.columns) == ["economy", "war"]


def test_in_a_pipeline_beside_tf_idf():
    texts = ["tax the rich", "tax cuts now", "war in the east", "the battle of the west"]
    model = make_pipeline(make_union(ThemeCounter(LISTS), TfidfVectorizer()), LogisticRegression())
    assert list(model.fit(texts, [0, 0, 1, 1]).predict(["taxes", "battles"])) == [0, 1]


def test_words_are_counted_without_marks():
    assert Counting(ThemeCounter(LISTS).fit([]).themes_).counts(TEXTS).words.tolist() == [5, 4, 0]


def test_lists_of_both_kinds_of_words_keep_their_columns():
    """A key with a condition needs sentences, and words as quanteda cuts them: it is counted beside the others."""
    theirs = themes_of(Dictionary("a", (Entry("alpha NEAR one", key="a"),), ("a",), joined=True))
    ours = themes_of(Dictionary("b", (Entry("beta", key="b"), Entry("gamma NEAR one", key="c")), ("b", "c")))
    for sentences in (True, False):
        counter = ThemeCounter([*theirs, *ours], sentences=sentences)
        found = counter.fit_transform(["alpha one", "beta beta", "gamma one—alpha"]).toarray()
        assert found.tolist() == [[1, 0, 0], [0, 2, 0], [0, 0, 1]]
        assert list(counter.get_feature_names_out()) == ["a", "b", "c"]


def test_no_theme_is_an_error():
    with pytest.raises(DictionaryError, match="no theme to count"):
        ThemeCounter({}).fit(["a"])
