"""The whole way through, as a notebook uses it."""

import pickle
from pathlib import Path

import pytest

import rhetoric as rh
from rhetoric.errors import EmptyInput, NotFound, SettingsError, TooFewTexts

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@pytest.fixture(scope="module")
def seed():
    return rh.analyse(CORPUS, draws=100)


def test_one_voice_in_two_texts(seed):
    lawson = seed.voices.query("voice == 'Neal Lawson'").set_index("doc_id")["role"].to_dict()
    assert lawson == {"cruddas-interview": "quoted", "lawson-progressive-alliance": "author"}
    assert set(seed.voices["voice"]) >= {"Jon Cruddas", "Neal Lawson", "Maurice Glasman", "Jason Cowley"}


def test_attacking_the_liberals_is_wrong_is_kind_to_them(seed):
    found = seed.found.set_index("text")
    row = found.loc["Attacking the Liberals is wrong"]
    assert (row["feature"].split("@")[0], row["voice"]) == ("theme.pluralism", "Jon Cruddas")
    assert row["weight"] > 0


def test_reported_words_belong_to_the_person_reported(seed):
    found = seed.found.query("feature.str.startswith('theme.pluralism@')").set_index("text")
    assert found.loc["would not work with", "voice"] == "Ed Miliband"
    assert found.loc["would not work with", "weight"] < 0


def test_repeats_are_marked_and_not_counted(seed):
    name = next(f for f in seed.scores["feature"] if f.startswith("theme.reckoning@"))
    found = seed.found[seed.found["feature"] == name]
    assert found.loc[found["text"] == "running from the record", "repeat"].tolist() == [False, True]
    scores = seed.scores.query(f"voice == 'Jon Cruddas' and feature == '{name}'")
    counted = found.query("voice == 'Jon Cruddas' and not `repeat`")
    assert scores["hits"].tolist() == [len(counted)]


def test_both_ways_of_loading_give_the_same_numbers(seed):
    page = rh.analyse(CORPUS / "raw" / "new-statesman-page.txt", draws=100)
    ours = seed.scores.query("doc_id == 'lawson-progressive-alliance' and voice == 'Neal Lawson'")
    theirs = page.scores.query("doc_id == 'new-statesman-page-2' and voice == 'Neal Lawson'")
    assert ours["hits"].tolist() == theirs["hits"].tolist()


def test_compare_by_voice_text_and_field(seed):
    by_voice = seed.compare("voice")
    assert (by_voice.a, by_voice.b) == ("Jon Cruddas", "Neal Lawson")
    assert len(by_voice.table) == len(seed.evidence.features)
    assert any("two texts" in w for w in by_voice.warnings)
    assert any("kinds of text differ" in w for w in by_voice.warnings)
    assert {seed.compare("doc_id").a, seed.compare("doc_id").b} == set(seed.corpus.ids)
    assert {seed.compare("kind").a, seed.compare("kind").b} == {"interview", "op-ed"}
    named = seed.compare("voice", a="Neal Lawson", b="Jason Cowley")
    assert {named.a, named.b} == {"Neal Lawson", "Jason Cowley"}


def test_what_cannot_be_compared_says_why(seed):
    with pytest.raises(NotFound, match="choose from"):
        seed.compare("voice", a="Tony Blair")
    with pytest.raises(TooFewTexts, match="one side only"):
        seed.compare("outlet")


def test_nothing_readable_and_unknown_choices(tmp_path):
    with pytest.raises(EmptyInput, match="missing"):
        rh.analyse(tmp_path / "missing.txt")
    with pytest.raises(SettingsError, match="did you mean 'seed'"):
        rh.analyse(CORPUS, sed=1)


def test_everything_has_a_good_display(seed):
    for shown in (seed, seed.corpus, seed.evidence, seed.exposure, seed.compare()):
        assert "<table" in shown._repr_html_()
    assert "pieces of evidence" in repr(seed)
    assert len(repr(seed.evidence)) < 200
    bundle = seed.report()._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", "text/markdown"}
    assert "<script" not in bundle["text/html"]


def test_an_own_extractor_joins_in():
    class Shouting:
        features = (rh.Feature("discourse.shouting", label="Exclamation marks"),)

        def extract(self, corpus):
            tokens = corpus.tokens
            rows = [n for n in range(len(tokens)) if tokens.text(n) == "!"]
            found = [
                rh.Finding(int(tokens.doc[n]), 0, "!", int(tokens.start[n]), int(tokens.end[n])) for n in rows
            ]
            return rh.Evidence.gather(corpus, self.features, found)

    a = rh.analyse_documents(
        [rh.Document("d", "No! Never! Yes.")], rh.Settings(layers=(), draws=0), extra=[Shouting()]
    )
    assert a.scores.query("voice == 'all'")["hits"].tolist() == [2]


def test_results_survive_pickling(seed):
    again = pickle.loads(pickle.dumps(seed.corpus))
    assert again.ids == seed.corpus.ids
    assert len(pickle.loads(pickle.dumps(seed.evidence))) == len(seed.evidence)


def test_a_field_that_no_text_has_is_named(seed):
    with pytest.raises(NotFound, match=r"no text has a field 'partei' - choose from .*kind.*outlet"):
        seed.compare("partei")
