"""The lexical tier: what it finds is what the full tier finds by the same lists, however shards are cut."""

import json

import pandas as pd
import pytest
from batchtexts import same

from rhetoric.batch import plan
from rhetoric.batch.run import run
from rhetoric.batch.shard import Desk
from rhetoric.cli.options import settings_of
from rhetoric.errors import SettingsError
from rhetoric.load import stream
from rhetoric.pipeline import analyse, reopen
from rhetoric.settings import LEXICAL, Settings

TIER = Settings(tier="lexical")


def test_what_it_sets_and_what_it_refuses():
    assert (TIER.layers, TIER.metaphor, TIER.tone, TIER.draws) == (LEXICAL, "plain", "vader", 0)
    assert Settings(tier="lexical", layers=("theme",), draws=50).layers == ("theme",)
    assert Settings.of(TIER.plain()) == TIER
    with pytest.raises(SettingsError, match="has no layer 'discourse'"):
        Settings(tier="lexical", layers=("discourse",))
    with pytest.raises(SettingsError, match="corrections"):
        Settings(tier="lexical", overrides="mine.csv")
    with pytest.raises(SettingsError, match="unknown tier"):
        Settings(tier="quick")


def test_the_encoder_is_refused_by_name():
    with pytest.raises(SettingsError, match="does not use the encoder"):
        settings_of(None, tier="lexical", tone="model")


@pytest.mark.parametrize("layer", ["theme", "device", "metaphor", "sentiment"])
def test_evidence_is_that_of_the_full_tier(layer, texts):
    settings = {"layers": (layer,), "draws": 0}
    with texts.open("a", encoding="utf-8") as more:
        said = "It is not a party but a movement. Is this the way? It is not! No, no, it was no small matter. Never again."
        more.write(json.dumps({"id": "more", "text": said}) + "\n")
    quick = analyse(texts, Settings(tier="lexical", **settings))
    whole = analyse(texts, Settings(metaphor="list", tone="lexical", device="lexical", **settings))
    assert len(quick.found)
    columns = ["doc_id", "feature", "entry", "start", "end", "text", "sentence", "weight"]
    measured = {f.name for f in quick.evidence.features}
    names = whole.found["feature"].str.partition("@")[0].isin(measured)
    pd.testing.assert_frame_equal(
        quick.found[columns].reset_index(drop=True), whole.found[names][columns].reset_index(drop=True)
    )


def test_a_desk_that_lives_on_changes_no_byte(texts, monkeypatch):
    desk = Desk(TIER)
    count = 0
    for shard in plan.shards(stream([texts]), 2000, 1000):
        assert desk.work(shard) == Desk(TIER).work(shard)
        count += 1
    assert count > 3


def test_workers_change_no_byte(texts, tmp_path, monkeypatch):
    monkeypatch.setitem(plan.SHARD, "lexical", (3000, 1000))
    for workers in (1, 2):
        run([texts], tmp_path / str(workers) / "out", TIER, workers=workers)
    same(tmp_path / "1" / "out", tmp_path / "2" / "out")


def test_scores_have_intervals_and_results_are_read_back(texts, tmp_path):
    run([texts], tmp_path / "out", TIER, workers=1)
    scores = pd.read_parquet(tmp_path / "out" / "scores.parquet")
    found = scores[scores["hits"] > 2]
    assert len(found) and found["low"].notna().all() and (found["low"] <= found["value"]).all()
    again = reopen(tmp_path / "out")
    assert again.settings == TIER
    assert set(again.words_by_voice["voice"]) >= {"unattributed"}
    run_json = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert run_json["settings"]["tier"] == "lexical"


def test_a_passage_printed_twice_counts_once(tmp_path):
    text = (
        "Our sick economy needs hope, and we promised change to all who work in mills, ports, farms, schools and shops, "
        "not for the few but for the many, on a journey that begins with one step!"
    )
    file = tmp_path / "twice.jsonl"
    file.write_text(json.dumps({"id": "a", "text": f"{text}\n{text}"}), encoding="utf-8")
    found = analyse(file, TIER).found
    assert set(found["feature"].str.partition(".")[0]) == set(LEXICAL)
    assert 2 * found["repeat"].sum() == len(found)
