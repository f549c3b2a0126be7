"""What a measure says of its own precision is what readers said of the places it found, and it still finds them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from rhetoric.extract.devices import DeviceExtractor
from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.model.document import Document
from rhetoric.pipeline import read
from rhetoric.settings import Settings

DATA = Path(__file__).parents[1] / "data"
MEASURES = [
    json.loads(line)
    for line in (DATA / "devices" / "measures.jsonl").read_text(encoding="utf-8").splitlines()
]
FINDS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "finds.jsonl").read_text(encoding="utf-8").splitlines()
]
EVERY = Settings(unmeasured=True)
EXTRACTORS = (DeviceExtractor.of(EVERY), DiscourseExtractor.of(EVERY))
FEATURES = {str(f): f for e in EXTRACTORS for f in e.features}
WINDOWS = {
    "anaphora", "tricolon", "antithesis", "correction", "rhetorical_question", "parallelism", "concession", "scare_quotes",
}  # fmt: skip

NEEDS_NEIGHBOURS = {"device.minor_sentence@1"}  # the first sentence of a text is never one


def test_the_counts_are_those_of_the_judged_places():
    right, judged = Counter(), Counter()
    for row in FINDS:
        right[row["feature"]] += row["right"]
        judged[row["feature"]] += 1
    said = {
        name: (f.measured.right, f.measured.judged)
        for name, f in FEATURES.items()
        if f.measured and name.split(".")[1].split("@")[0] not in WINDOWS
    }
    own = [name for name in judged if name.split(".")[1].split("@")[0] not in WINDOWS]
    assert said == {name: (right[name], judged[name]) for name in own}


def test_what_is_on_by_default_was_measured_and_is_sound():
    for extractor in (DeviceExtractor, DiscourseExtractor):
        on = {str(f) for f in extractor.of(Settings()).features}
        every = {str(f): f for f in extractor.of(EVERY).features}
        assert on == {name for name, f in every.items() if f.measured and f.measured.precision > 0.5}


@pytest.mark.parametrize(("device", "tier"), sorted({(r["device"], r["tier"]) for r in MEASURES}))
def test_the_eight_figures_of_the_windows_say_what_was_measured(device, tier):
    rows = [r for r in MEASURES if (r["device"], r["tier"]) == (device, tier)]
    settings = Settings(device="model" if tier == "network" else "lexical", unmeasured=True)
    said = next(f.measured for f in DeviceExtractor.of(settings).features if f.name == f"device.{device}")
    keys = ("right", "judged", "found", "marked")
    assert [getattr(said, k) for k in keys] == [sum(r[k] for r in rows) for k in keys]


@pytest.fixture
def shared(monkeypatch):
    """Return the folder that the texts stand in; the tools that look there can be imported."""
    folder = Path(__file__).parents[3] / "shared"
    if not folder.exists():
        pytest.skip("the shared folder is absent: the texts stand there")
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    return folder


@pytest.mark.shared
def test_the_finds_in_running_text_give_what_is_kept(shared):
    from measure_devices import judged_finds

    kept = {r["device"]: (r["right"], r["judged"]) for r in MEASURES if r["how"] == "finds in running text"}
    assert judged_finds(shared) == kept


def test_every_figure_of_the_windows_was_measured():
    assert {r["device"] for r in MEASURES} == WINDOWS


@pytest.mark.parametrize(
    ("device", "recall"),
    [
        *((d, 0.6) for d in ("anaphora", "concession", "correction", "rhetorical_question")),
        *(("tricolon", 0.55), ("parallelism", 0.4)),
    ],
)
def test_most_of_the_commonest_figures_are_right_three_times_of_four_and_so_many_are_found(device, recall):
    said = next(f.measured for f in DeviceExtractor.of(Settings()).features if f.name == f"device.{device}")
    assert said.precision >= 0.75 and said.recall >= recall


@pytest.mark.shared
def test_the_windows_for_measuring_give_what_is_kept(shared):
    from measure_devices import measured, windows

    some = [w for w in windows(shared) if w.part == "test"]
    tallies = {tier: measured(some, tier) for tier in ("signs", "network")}
    for row in (r for r in MEASURES if r["how"] == "test"):
        t = tallies[row["tier"]][row["device"]]
        assert (t.right, t.right + t.wrong, t.found, t.found + t.missed) == tuple(
            row[k] for k in ("right", "judged", "found", "marked")
        )


@pytest.fixture(scope="module")
def found_again():
    rows = [r for r in FINDS if "text" in r]
    texts = sorted({r["text"] for r in rows})
    corpus = read([Document(str(n), text) for n, text in enumerate(texts)], EVERY)
    spans = {}
    for extractor in EXTRACTORS:
        e = extractor.extract(corpus)
        for n in range(len(e)):
            key = texts[e.doc[n]], str(e.features[e.feature[n]])
            spans.setdefault(key, []).append((e.start[n], e.end[n]))
    hits = Counter()
    for r in rows:
        start, end = r["start"] - r["at"], r["end"] - r["at"]
        hits[
            r["feature"], any(a < end and start < b for a, b in spans.get((r["text"], r["feature"]), []))
        ] += 1
    return hits


@pytest.mark.parametrize("feature", sorted({r["feature"] for r in FINDS} - NEEDS_NEIGHBOURS))
def test_judged_places_are_found_again(feature, found_again):
    """Those of Hansard, whose sentences are kept; a few need the sentences around them."""
    again, gone = found_again[feature, True], found_again[feature, False]
    assert again >= 0.75 * (again + gone), (
        f"{gone} of {again + gone} judged places are not found any more: judge the feature again"
    )
