"""Figures that the encoder judges beside their signs: what is found by default, how it is weighed, and how to do without."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.cli import app
from rhetoric.embed import Candidate, likely
from rhetoric.errors import SettingsError
from rhetoric.extract.devices import FIGURES, DeviceExtractor
from rhetoric.extract.devices.judged import JUDGED, Judged, Weighing, judged, weighings
from rhetoric.extract.prose import read
from rhetoric.model.document import Document
from rhetoric.model.feature import Measured
from rhetoric.pipeline import read as read_all
from rhetoric.settings import Settings

DEFAULT = DeviceExtractor.of(Settings())
LEXICAL = DeviceExtractor.of(Settings(device="lexical"))
ALL = DeviceExtractor.of(Settings(unmeasured=True))
ALL_LEXICAL = DeviceExtractor.of(Settings(unmeasured=True, device="lexical"))
TAUGHT = sorted(weighings())
ENCODED = [f for f in ALL.figures if isinstance(f, Judged)]
YES = [
    (
        "anaphora",
        "Where was reform? Where was democracy? It rained.",
        "Where was reform? Where was democracy?",
    ),
    (
        "anaphora",
        "How long must we wait for justice? How long must they be paid to fail us?",
        "How long must we wait for justice? How long must they be paid to fail us?",
    ),
    ("tricolon", "Let the law be prompt, plain and lasting.", "prompt, plain and lasting"),
    (
        "tricolon",
        "We want a government of the people, by the people, for the people.",
        "of the people, by the people, for the people",
    ),
    ("antithesis", "We want the future but not the past.", "the future but not the past"),
    ("antithesis", "It is not a sprint. It is a marathon.", "It is not a sprint. It is a marathon."),
    ("concession", "It is slow, but it is sincere.", "It is slow, but it is sincere"),
    (
        "parallelism",
        "The roofs were too low and the walls were too thin.",
        "The roofs were too low and the walls were too thin",
    ),
]
NO = [
    ("tricolon", "The council bought apples, pears and plums."),
    ("tricolon", "The grant pays for roads, buses and trams."),
    ("anaphora", "The vote was held. The count was slow."),
    ("concession", "The shop is shut, but the one in Leeds opens at ten."),
    ("antithesis", "He came, not surprisingly, late."),
]
CROWDED = [
    "We want work, we want bread, and we want peace, justice and freedom.",
    "It is not hope but fear, not peace but war.",
    "It is slow, but it is sincere, but it is late.",
    "We will defend our freedoms, protect our borders and honour our word, restore our hope, and mend our roads.",
    "They came home to misery, shame and despair, to hunger, cold and fear, to silence, grief and death.",
]
MARKED = 'Their "reform" has closed every library in the county. Nobody was asked.'
QUOTED = 'The Minister said that the plan was "reckless" and that she would vote against it.'
SIGNS_ALONE = "I am not sure of that from him, but I am sure that my friend knows. The room is on the left. The train to Leeds leaves at ten."
TEXTS = [text for _, text, _ in YES] + [text for _, text in NO]


def rows_of(corpus, extractor=ALL):
    """Return what is found of the figures that are judged, text by text."""
    evidence = extractor.extract(corpus)
    names = [f.name.removeprefix("device.") for f in evidence.features]
    found = [[] for _ in corpus.documents]
    for doc, feature, weight, attrs in zip(
        evidence.doc, evidence.feature, evidence.weight, evidence.attrs, strict=True
    ):
        if names[feature] in TAUGHT:
            found[doc].append((names[feature], attrs["parts"], float(weight)))
    return found


# -- what is found --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "text", "words"), YES)
def test_figures_are_found(name, text, words, corpus_of, found):
    assert words in found(ALL, corpus_of(text), f"device.{name}")


@pytest.mark.parametrize(("name", "text"), NO)
def test_what_only_looks_like_a_figure_is_left(name, text, corpus_of, found):
    assert found(ALL, corpus_of(text), f"device.{name}") == []


def test_marks_that_keep_a_word_at_a_distance_are_told_from_those_of_a_quotation(found):
    one, other = (read_all([Document(id="a", text=text)], Settings()) for text in (MARKED, QUOTED))
    assert found(ALL, one, "device.scare_quotes") == ["reform"]
    assert found(ALL, other, "device.scare_quotes") == []


def test_the_encoder_leaves_what_the_signs_take(corpus_of, found):
    corpus = corpus_of(SIGNS_ALONE)
    assert len(found(LEXICAL, corpus, "device.antithesis")) == 1
    assert found(DEFAULT, corpus, "device.antithesis") == []


def test_nothing_is_found_in_nothing(corpus_of):
    for corpus in (corpus_of(""), corpus_of("...", "The shop is shut.")):
        assert not any(rows_of(corpus))


# -- with the encoder and without -----------------------------------------------------------------------


def test_by_default_the_encoder_judges_the_figures_it_was_taught():
    assert sorted(f.figure.name for f in ENCODED) == TAUGHT
    assert TAUGHT and set(TAUGHT) <= {f.name for f in JUDGED}
    assert any(isinstance(f, Judged) for f in DEFAULT.figures)


def test_without_the_encoder_the_figures_are_the_plain_ones():
    assert ALL_LEXICAL.figures == FIGURES
    assert set(LEXICAL.figures) <= set(FIGURES)
    assert not any(isinstance(f, Judged) for f in LEXICAL.figures)


def test_a_figure_that_the_encoder_was_not_taught_stays_as_it_is():
    for figure in FIGURES:
        assert (judged(figure) is figure) == (figure.name not in TAUGHT)


def test_only_what_was_measured_differs():
    by_model = {f.name: f for f in ALL.features}
    plain = {f.name: f for f in ALL_LEXICAL.features}
    assert list(by_model) == list(plain)
    assert [replace(f, measured=None) for f in by_model.values()] == [
        replace(f, measured=None) for f in plain.values()
    ]
    differing = {n.removeprefix("device.") for n in plain if by_model[n].measured != plain[n].measured}
    assert differing == set(TAUGHT)


def test_what_was_measured_decides_what_is_looked_for_by_default():
    assert set(DEFAULT.features) == {f for f in ALL.features if f.measured and f.measured.sound}
    assert set(LEXICAL.features) == {f for f in ALL_LEXICAL.features if f.measured and f.measured.sound}


# -- how it is weighed ----------------------------------------------------------------------------------


def weighing(base=-1.0, signs=0.5, network=0.25):
    return Weighing(base, signs, network, gate=0.2, least=0.5, measured=Measured(1, 2))


@pytest.mark.parametrize(
    ("chance", "said", "score"),
    [
        (0.5, 4.0, 0.5),  # -1 + 0 + 1
        (0.5, 0.0, 0.269),  # -1
        (0.8, 2.0, 0.548),  # -1 + .5 log 4 + .5, so 1 / (1 + e^.5 / 2)
        (0.2, 2.0, 0.233),  # -1 - .5 log 4 + .5, so 1 / (1 + 2 e^.5)
        (1.0, 1000.0, 1.0),
        (0.0, -1000.0, 0.0),
    ],
)
def test_a_score_by_hand(chance, said, score):
    assert weighing().score(chance, said) == score


@given(
    st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted),
    st.tuples(st.floats(-12, 12), st.floats(-12, 12)).map(sorted),
)
def test_a_score_falls_with_neither(chances, said):
    for one in (weighing(), *weighings().values()):
        assert 0 <= one.score(chances[0], said[0]) <= one.score(chances[1], said[0]) <= 1
        assert one.score(chances[0], said[0]) <= one.score(chances[0], said[1])


@pytest.mark.parametrize("name", TAUGHT)
def test_a_score_rises_with_the_signs_and_with_the_encoder(name):
    one = weighings()[name]
    assert one.score(0.3, 0.0) < one.score(0.7, 0.0)
    assert one.score(0.5, -2.0) < one.score(0.5, 2.0)


def test_every_score_lies_between_the_least_that_counts_and_1(seed, corpus_of):
    marked = read_all([Document(id="a", text=MARKED)], Settings())
    rows = [row for corpus in (seed, corpus_of(*TEXTS), marked) for doc in rows_of(corpus) for row in doc]
    assert {name for name, _, _ in rows} == set(TAUGHT)
    for name, _, score in rows:
        assert weighings()[name].least <= score <= 1


# -- what is kept ---------------------------------------------------------------------------------------


def apart(one, other):
    """Return whether two figures of a text share nothing."""
    return one[-1][1] <= other[0][0] or other[-1][1] <= one[0][0]


def test_no_figure_overlaps_another_of_its_kind(seed, corpus_of):
    compared = 0
    for corpus in (seed, corpus_of(" ".join(TEXTS)), corpus_of(" ".join(CROWDED))):
        (rows,) = rows_of(corpus)
        for name in TAUGHT:
            parts = sorted(p for n, p, _ in rows if n == name)
            compared += len(parts) > 1
            assert all(apart(a, b) for a, b in pairwise(parts))
    assert compared > len(TAUGHT)


def test_of_candidates_that_overlap_the_likeliest_is_kept(corpus_of):
    """Candidates are weighed one by one; one that counts but is not kept overlaps a kept one that is as likely."""
    lost = set()
    for text in CROWDED:
        corpus = corpus_of(text)
        prose = read(corpus)
        for one in ENCODED:
            alone = {}
            for figure in one.figure.proposed(prose, one.weighing.gate):
                (odds,) = likely(corpus, [Candidate(one.figure.name, figure.doc, figure.parts)]).tolist()
                alone[tuple(figure.parts)] = one.weighing.score(figure.score, odds)
            kept = {tuple(f.parts): f.score for f in one.find(prose)}
            assert kept.items() <= alone.items()
            for parts in alone.keys() - kept.keys():
                if alone[parts] >= one.weighing.least:
                    lost.add(one.figure.name)
                    assert any(not apart(p, parts) and kept[p] >= alone[parts] for p in kept)
    assert {"tricolon", "concession"} <= lost


def test_the_members_lie_inside_the_figure_in_order(seed):
    evidence = ALL.extract(seed)
    for start, end, attrs in zip(evidence.start, evidence.end, evidence.attrs, strict=True):
        parts = attrs["parts"]
        assert (parts[0][0], parts[-1][1]) == (start, end)
        assert parts == sorted(parts) and all(a < b for a, b in parts)


# -- texts apart and together ---------------------------------------------------------------------------


def test_texts_apart_give_what_they_give_together(corpus_of):
    alone = {text: rows_of(corpus_of(text))[0] for text in TEXTS}
    assert sum(map(len, alone.values())) >= len(YES)
    for texts in (TEXTS, TEXTS[::-1], TEXTS[::2] + TEXTS[1::2]):
        assert rows_of(corpus_of(*texts)) == [alone[text] for text in texts]


def test_the_seed_page_gives_the_same_among_others(seed, corpus_of):
    page = seed.documents[0].text
    together = rows_of(corpus_of("Why must we wait? They must", page, "but not us, or them, or you."))
    assert together[1] == rows_of(seed)[0]


# -- the choice -----------------------------------------------------------------------------------------


def test_the_settings_name_the_choice():
    assert Settings().device == "model"
    assert Settings.of(Settings(device="lexical").plain()).device == "lexical"
    with pytest.raises(SettingsError, match="unknown device tier 'odd' - choose model or lexical"):
        Settings(device="odd")


def test_the_lexical_tier_does_without_the_encoder():
    assert Settings(tier="lexical").device == "lexical"
    figures = DeviceExtractor.of(Settings(tier="lexical")).figures
    assert figures and set(figures) <= set(FIGURES)


@pytest.fixture
def asked(tmp_path):
    """Return a text of which the signs alone take a sentence for an antithesis."""
    path = tmp_path / "asked.txt"
    path.write_text(SIGNS_ALONE, "utf-8")
    return path


def call(*args):
    return CliRunner().invoke(app, [str(a) for a in args])


@pytest.mark.parametrize(
    ("words", "hits"), [((), 0), (("--device", "model"), 0), (("--device", "lexical"), 1)]
)
def test_scores_follow_the_choice_on_the_command_line(words, hits, asked, tmp_path):
    out = tmp_path / "s.jsonl"
    wanted = ("--layers", "device", "--feature", "device.antithesis", "--voice", "all")
    done = call("score", asked, *wanted, "--draws", 0, "-o", out, *words)
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["hits"] for row in rows] == [hits]


def test_a_settings_file_names_the_choice_too(asked, tmp_path):
    file, out = tmp_path / "s.toml", tmp_path / "s.jsonl"
    file.write_text('device = "lexical"\nlayers = ["device"]\ndraws = 0\n', "utf-8")
    wanted = ("--feature", "device.antithesis", "--voice", "all")
    assert call("score", asked, "--settings", file, *wanted, "-o", out).exit_code == 0
    assert [json.loads(line)["hits"] for line in out.read_text("utf-8").splitlines()] == [1]


def test_a_report_says_how_to_repeat_the_choice(asked, tmp_path):
    pages = {}
    for device in ("model", "lexical"):
        page = tmp_path / f"{device}.json"
        done = call("report", asked, "--layers", "device", "--device", device, "--draws", 0, "-o", page)
        assert done.exit_code == 0, done.output
        pages[device] = json.loads(page.read_text("utf-8"))["sections"]["reproduce"]["command"]
    assert "--device lexical" in pages["lexical"]
    assert "--device" not in pages["model"]


@pytest.mark.parametrize("command", ["score", "report"])
def test_an_unknown_choice_ends_with_2(command, asked):
    done = call(command, asked, "--device", "odd")
    assert done.exit_code == 2
    assert "--device" in done.output
