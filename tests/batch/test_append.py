"""New texts are added to results; what is there is not analysed again."""

import json

import pandas as pd
import pytest
from batchtexts import LIGHT, line, same

from rhetoric.batch.run import run
from rhetoric.batch.workplace import Workplace
from rhetoric.errors import MissingInput, SettingsError
from rhetoric.model.schema import TABLES


@pytest.fixture
def files(tmp_path):
    """Return a file of six texts, one of ten that begins with them, and one in which a text has changed."""
    out = []
    for name, lines in (
        ("old", [line(n) for n in range(6)] + ["{broken"]),
        ("new", [line(n) for n in range(10)]),
        ("changed", [line(n) if n != 2 else line(n).replace("Ann Lee", "Bo Fox") for n in range(6)]),
    ):
        file = tmp_path / f"{name}.jsonl"
        file.write_text("\n".join(lines), encoding="utf-8")
        out.append(file)
    return out


def frames(folder, names=tuple(TABLES)):
    return {n: pd.read_parquet(folder / f"{n}.parquet") for n in names}


def test_added_results_are_those_of_all_texts(files, tmp_path):
    old, new, _ = files
    run([old], tmp_path / "out", LIGHT, ("parquet", "csv"))
    summary = run([new], tmp_path / "out", LIGHT, append=True)
    assert (summary.documents, summary.skipped, summary.errors) == (10, 6, 1)
    run([new], tmp_path / "whole", LIGHT)
    both, whole = frames(tmp_path / "out"), frames(tmp_path / "whole")
    for name in set(TABLES) - {"errors", "documents"}:
        pd.testing.assert_frame_equal(both[name], whole[name])
    pd.testing.assert_frame_equal(
        both["documents"].drop(columns="source"), whole["documents"].drop(columns="source")
    )
    assert len(pd.read_csv(tmp_path / "out" / "documents.csv")) == 10
    manifest = json.loads((tmp_path / "out" / "run.json").read_text())
    assert manifest["command"] == "rhetoric batch old.jsonl -o out"
    assert [a["documents"] for a in manifest["appended"]] == [4]
    assert (
        manifest["inputs_sha256"]
        == json.loads((tmp_path / "whole" / "run.json").read_text())["inputs_sha256"]
    )


def test_only_what_is_new_is_analysed(files, tmp_path, monkeypatch):
    old, new, _ = files
    run([old], tmp_path / "out", LIGHT)
    seen = []
    run(
        [new],
        tmp_path / "out",
        LIGHT,
        append=True,
        advance=lambda documents, characters: seen.append(documents),
    )
    assert sum(seen) == 4
    run(
        [new],
        tmp_path / "out",
        LIGHT,
        append=True,
        advance=lambda documents, characters: seen.append(documents),
    )
    assert sum(seen) == 4


def test_a_changed_text_is_an_error_or_replaces_the_old(files, tmp_path):
    old, _, changed = files
    run([old], tmp_path / "out", LIGHT)
    summary = run([changed], tmp_path / "out", LIGHT, append=True)
    assert summary.kinds == {"InputError": 1, "changed": 1}
    assert not frames(tmp_path / "out")["documents"]["text"].str.contains("Bo Fox").any()
    summary = run([changed], tmp_path / "out", LIGHT, append=True, replace=True)
    assert (summary.documents, summary.replaced) == (6, 1)
    tables = frames(tmp_path / "out")
    assert tables["documents"]["text"].str.contains("Bo Fox").sum() == 1
    assert tables["documents"]["doc_id"].is_unique
    assert set(tables["exposure"]["doc_id"]) == set(tables["documents"]["doc_id"])
    assert summary.words == tables["exposure"]["words"].sum()


def test_a_broken_addition_leaves_the_results_and_goes_on(files, tmp_path, monkeypatch):
    old, new, _ = files
    for name in ("whole", "out"):
        run([old], tmp_path / name / "out", LIGHT)
    run([new], tmp_path / "whole" / "out", LIGHT, append=True)
    before = frames(tmp_path / "out" / "out")

    with monkeypatch.context() as patch:
        patch.setattr(Workplace, "seal", lambda self: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            run([new], tmp_path / "out" / "out", LIGHT, append=True)
    after = frames(tmp_path / "out" / "out")
    for name in TABLES:
        pd.testing.assert_frame_equal(before[name], after[name])
    run([new], tmp_path / "out" / "out", LIGHT, append=True, resume=True)
    same(tmp_path / "whole" / "out", tmp_path / "out" / "out")


def test_what_cannot_be_added_to(files, tmp_path):
    old, new, _ = files
    with pytest.raises(MissingInput, match="there are no results to add to"):
        run([new], tmp_path / "none", LIGHT, append=True)
    run([old], tmp_path / "csv", LIGHT, ("csv",))
    with pytest.raises(MissingInput, match="only results written as Parquet can be added to"):
        run([new], tmp_path / "csv", LIGHT, append=True)
    run([old], tmp_path / "out", LIGHT)
    other = LIGHT.of({**LIGHT.plain(), "draws": 7})
    with pytest.raises(SettingsError, match=r"made otherwise: settings\.draws was 0 and is 7"):
        run([new], tmp_path / "out", other, append=True)
    with pytest.raises(SettingsError, match="--replace goes with --append only"):
        run([new], tmp_path / "other", LIGHT, replace=True)
