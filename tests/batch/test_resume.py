"""A run that is killed at any moment goes on, and ends in the same bytes as one that was not."""

import json
import os
import random
import signal
import time

import pytest
from batchtexts import LIGHT, line, same

from rhetoric.batch import plan, workplace
from rhetoric.batch.run import run as any_run
from rhetoric.batch.workplace import MANIFEST, PARTS, Workplace, durable
from rhetoric.errors import InputError, SettingsError


def run(*given, **how):
    """Run in this process: no worker has to come up."""
    return any_run(*given, workers=1, **how)


@pytest.fixture
def cut(monkeypatch):
    """Cut shards small, so that seven stand in twenty texts."""
    monkeypatch.setitem(plan.SHARD, "full", (3000, 1000))


class Crash(BaseException):
    """Stands for the end of the process."""


def crashing(monkeypatch, step, nth, before):
    """Make the nth call of a step of the workplace end the run, before or after it has done its work."""
    real = getattr(Workplace, step)
    calls = 0

    def once(self, *rest):
        nonlocal calls
        calls += 1
        if calls == nth and before:
            raise Crash
        real(self, *rest)
        if calls == nth:
            raise Crash

    monkeypatch.setattr(Workplace, step, once)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    ("step", "nth"), [("keep", 1), ("keep", 4), ("seal", 1), ("publish", 1), ("clear", 1)]
)
def test_a_crash_around_every_step_ends_in_the_same_bytes(
    texts, tmp_path, cut, monkeypatch, step, nth, before
):
    run([texts], tmp_path / "whole" / "out", LIGHT, ("parquet", "csv"))
    with monkeypatch.context() as patch:
        crashing(patch, step, nth, before)
        with pytest.raises(Crash):
            run([texts], tmp_path / "out", LIGHT, ("parquet", "csv"))
    run([texts], tmp_path / "out", LIGHT, ("parquet", "csv"), resume=True)
    same(tmp_path / "whole" / "out", tmp_path / "out")


def test_a_crash_between_the_moves_of_tables_is_mended(texts, tmp_path, cut, monkeypatch):
    run([texts], tmp_path / "whole" / "out", LIGHT)
    for nth in (1, 2, 6):
        calls = iter(range(1, 100))
        real = workplace.settle

        def settle(folder, calls=calls, real=real, nth=nth):
            if folder.name == "out" and next(calls) == nth:
                raise Crash
            real(folder)

        with monkeypatch.context() as patch:
            patch.setattr("rhetoric.batch.workplace.settle", settle)
            with pytest.raises(Crash):
                run([texts], tmp_path / "out", LIGHT, force=True)
        assert not (tmp_path / "out" / MANIFEST).exists()
        run([texts], tmp_path / "out", LIGHT, resume=True)
        same(tmp_path / "whole" / "out", tmp_path / "out")


def test_only_missing_shards_are_analysed(texts, tmp_path, cut, monkeypatch):
    with monkeypatch.context() as patch:
        crashing(patch, "keep", 4, False)
        with pytest.raises(Crash):
            run([texts], tmp_path / "out", LIGHT)
    done = len(list((tmp_path / "out" / PARTS).glob("*.part")))
    assert done == 4
    kept = []
    real = Workplace.keep
    monkeypatch.setattr(Workplace, "keep", lambda self, n, raw: (kept.append(n), real(self, n, raw)))
    run([texts], tmp_path / "out", LIGHT, resume=True)
    assert min(kept) == 4


def test_a_damaged_part_is_made_again(texts, tmp_path, cut, monkeypatch):
    run([texts], tmp_path / "whole" / "out", LIGHT)
    with monkeypatch.context() as patch:
        crashing(patch, "seal", 1, True)
        with pytest.raises(Crash):
            run([texts], tmp_path / "out", LIGHT)
    part = tmp_path / "out" / PARTS / "000002.part"
    part.write_bytes(part.read_bytes()[:-100])
    run([texts], tmp_path / "out", LIGHT, resume=True)
    same(tmp_path / "whole" / "out", tmp_path / "out")


@pytest.fixture
def broken_off(texts, tmp_path, cut, monkeypatch):
    """Return the folder of a run that was broken off after three shards."""
    with monkeypatch.context() as patch:
        crashing(patch, "keep", 3, False)
        with pytest.raises(Crash):
            run([texts], tmp_path / "out", LIGHT)
    return tmp_path / "out"


def test_without_resume_it_says_what_to_do(texts, broken_off):
    with pytest.raises(
        SettingsError, match="a run was broken off here - add --resume to continue it, or --force"
    ):
        run([texts], broken_off, LIGHT)
    run([texts], broken_off, LIGHT, force=True)
    assert not (broken_off / PARTS).exists()


def test_another_plan_is_refused_by_name(texts, broken_off):
    other = LIGHT.of({**LIGHT.plain(), "draws": 7})
    with pytest.raises(SettingsError, match=r"was another: settings\.draws was 0 and is 7"):
        run([texts], broken_off, other, resume=True)
    with pytest.raises(SettingsError, match=r"formats was \['parquet'\] and is \['csv'\]"):
        run([texts], broken_off, LIGHT, ("csv",), resume=True)
    with pytest.raises(SettingsError, match="the inputs are others"):
        run([texts, texts], broken_off, LIGHT, resume=True)


def test_another_plan_is_refused_when_all_is_done_but_the_moves(texts, tmp_path, cut, monkeypatch):
    with monkeypatch.context() as patch:
        crashing(patch, "publish", 1, True)
        with pytest.raises(Crash):
            run([texts], tmp_path / "out", LIGHT)
    with pytest.raises(SettingsError, match="draws was 0 and is 7"):
        run([texts], tmp_path / "out", LIGHT.of({**LIGHT.plain(), "draws": 7}), resume=True)
    run([texts], tmp_path / "out", LIGHT, resume=True)
    assert not (tmp_path / "out" / PARTS).exists()


def test_changed_inputs_are_refused(texts, broken_off):
    texts.write_text(texts.read_text().replace("day 7", "day 8"), encoding="utf-8")
    with pytest.raises(InputError, match=r"the inputs have changed since the run was broken off \(shard 0\)"):
        run([texts], broken_off, LIGHT, resume=True)


def test_metadata_count_as_inputs(texts, broken_off):
    texts.write_text(texts.read_text().replace('"party": "B"', '"party": "C"', 1), encoding="utf-8")
    with pytest.raises(InputError, match="the inputs have changed"):
        run([texts], broken_off, LIGHT, resume=True)


def test_resume_of_a_finished_run_changes_nothing(texts, tmp_path, cut):
    first = run([texts], tmp_path / "out", LIGHT)
    before = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir()}
    assert run([texts], tmp_path / "out", LIGHT, resume=True) == first
    assert before == {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir()}


def test_old_results_stay_until_new_ones_are_whole(texts, tmp_path, cut, monkeypatch):
    run([texts], tmp_path / "out", LIGHT, ("parquet", "csv"))
    held = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    with monkeypatch.context() as patch:
        crashing(patch, "keep", 2, False)
        with pytest.raises(Crash):
            run([texts], tmp_path / "out", LIGHT, force=True)
    assert held == {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir() if p.is_file()}
    run([texts], tmp_path / "out", LIGHT, resume=True, force=False)
    assert not list((tmp_path / "out").glob("*.csv")), "tables of another run would be left"


def test_two_runs_never_share_a_folder(texts, tmp_path):
    with Workplace(tmp_path / "out"), pytest.raises(SettingsError, match="another run is at work in it"):
        run([texts], tmp_path / "out", LIGHT)
    run([texts], tmp_path / "out", LIGHT)


def test_a_file_is_whole_or_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(Crash))
    with pytest.raises(Crash):
        durable(tmp_path / "x", b"half")
    assert not (tmp_path / "x").exists()


@pytest.mark.slow
def test_kill_at_random_moments(texts, tmp_path, start):
    began = time.monotonic()
    assert start(texts, "-o", tmp_path / "whole" / "out", "--workers", 2).wait() == 3
    length = time.monotonic() - began
    moments = random.Random(20101216)
    kills = 0
    process = start(texts, "-o", tmp_path / "out", "--workers", 2)
    for _ in range(6):
        time.sleep(moments.uniform(0.3, 1) * length)
        if process.poll() is not None:
            break
        process.kill()
        process.wait()
        kills += 1
        process = start(texts, "-o", tmp_path / "out", "--workers", 2, "--resume")
    process.wait()
    assert kills
    assert process.returncode == 3, process.stderr.read()
    same(tmp_path / "whole" / "out", tmp_path / "out")


@pytest.mark.slow
def test_control_c_says_how_to_go_on(texts, tmp_path, start):
    texts.write_text("\n".join(line(n) for n in range(120)), encoding="utf-8")
    heeded = {
        "preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
    }  # a shell's background jobs ignore it
    process = start(texts, "-o", tmp_path / "out", "--workers", 2, start_new_session=True, **heeded)
    parts = tmp_path / "out" / PARTS
    while process.poll() is None and len(list(parts.glob("*.part"))) < 3:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)  # as the terminal does, to the workers too
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130, said
    assert "repeat the command with --resume to go on" in said
    assert "Traceback" not in said
    assert not (tmp_path / "out" / MANIFEST).exists()
    assert start(texts, "-o", tmp_path / "out", "--resume").wait() == 0
    assert json.loads((tmp_path / "out" / MANIFEST).read_text())["counts"]["documents"] == 120
