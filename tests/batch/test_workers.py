"""Any number of workers gives the same bytes, and one that dies costs at most the text that killed it."""

import os
import signal
import time

import pandas as pd
import pytest
from batchtexts import LIGHT, line, same

from rhetoric.batch import crew as crews
from rhetoric.batch import plan
from rhetoric.batch.crew import DIED, Here, carried
from rhetoric.batch.part import Part
from rhetoric.batch.plan import shards
from rhetoric.batch.processes import Processes
from rhetoric.batch.run import run
from rhetoric.load import stream

LETHAL = "t007"


@pytest.fixture
def cut(monkeypatch):
    """Cut shards small."""
    monkeypatch.setitem(plan.SHARD, "full", (3000, 1000))


class Fragile(Here):
    """A crew that finishes shards in a strange order, and dies of one text; or of every shard, once."""

    room = 4

    def __init__(self, settings, lethal="", first_time=False):
        super().__init__(settings)
        self.lethal, self.first_time, self.met, self.most = lethal, first_time, set(), 0

    def dies(self, number, shard):
        once = self.first_time and number not in self.met
        self.met.add(number)
        return once or any(d.id == self.lethal for d in shard.documents)

    def give(self, number, shard):
        if self.dies(number, shard):
            self.done.appendleft((number, None))
        else:
            super().give(number, shard)
        self.most = max(self.most, len(self.done))

    def take(self):
        return self.done.pop()

    def alone(self, shard):
        return None if self.dies(-1, shard) else super().alone(shard)


def results(texts, folder, crew, monkeypatch):
    """Run with a crew of ours."""
    monkeypatch.setattr("rhetoric.batch.run.crew", lambda *rest: crew)
    return run([texts], folder, LIGHT, workers=2)


def test_order_and_deaths_change_no_byte(texts, tmp_path, cut, monkeypatch):
    run([texts], tmp_path / "whole" / "out", LIGHT, workers=1)
    for name, first_time in (("order", False), ("deaths", True)):
        crew = Fragile(LIGHT, first_time=first_time)
        results(texts, tmp_path / name / "out", crew, monkeypatch)
        same(tmp_path / "whole" / "out", tmp_path / name / "out")
        assert crew.most <= crew.room


def test_a_lethal_text_becomes_a_row_of_errors(texts, tmp_path, cut, monkeypatch):
    run([texts], tmp_path / "whole", LIGHT, workers=1)
    summary = results(texts, tmp_path / "out", Fragile(LIGHT, LETHAL), monkeypatch)
    assert summary.kinds[DIED] == 1
    errors = pd.read_parquet(tmp_path / "out" / "errors.parquet")
    assert errors.loc[errors["error"] == DIED, "line"].isna().all()
    for name in ("documents", "evidence", "scores"):
        whole, left = (pd.read_parquet(tmp_path / f / f"{name}.parquet") for f in ("whole", "out"))
        pd.testing.assert_frame_equal(whole[whole["doc_id"] != LETHAL].reset_index(drop=True), left)


def test_a_part_says_what_it_holds(texts, cut):
    [first, *_] = shards(stream([texts]), *plan.SHARD["full"])
    [(number, shard, raw)] = carried([(3, first)], Here(LIGHT), LIGHT)
    assert (number, shard) == (3, first)
    part = Part.unpacked(raw)
    assert part.packed() == raw
    assert part.tables["documents"]["doc_id"].to_pylist() == [d.id for d in first.documents]
    assert crews.apart(first, Here(LIGHT), LIGHT) == raw


@pytest.mark.slow
def test_processes_killed_at_work_change_no_byte(tmp_path, cut, monkeypatch):
    texts = tmp_path / "in.jsonl"
    texts.write_text("\n".join(line(n) for n in range(60)), encoding="utf-8")
    run([texts], tmp_path / "whole" / "out", LIGHT, workers=1)
    crew = Processes(2, LIGHT)
    real, calls = crew.give, []

    def give(number, shard):
        real(number, shard)
        calls.append(number)
        busy = [w for w in crew._workers if w.shard is not None]
        if len(calls) in (6, 9) and busy:
            os.kill(busy[0].process.pid, signal.SIGKILL)

    crew.give = give
    results(texts, tmp_path / "out", crew, monkeypatch)
    assert len(calls) > len(set(calls)), "no shard was tried again, so nothing was tested"
    same(tmp_path / "whole" / "out", tmp_path / "out")


@pytest.mark.slow
def test_old_workers_are_replaced(texts, tmp_path, cut, monkeypatch):
    monkeypatch.setattr("rhetoric.batch.processes.LIFE", {"full": 2})
    run([texts], tmp_path / "whole" / "out", LIGHT, workers=1)
    crew = Processes(2, LIGHT)
    first = {w.process.pid for w in crew._workers}
    results(texts, tmp_path / "out", crew, monkeypatch)
    assert not first & {w.process.pid for w in crew._workers}
    same(tmp_path / "whole" / "out", tmp_path / "out")


@pytest.mark.slow
def test_workers_end_with_the_process_that_started_them(texts, tmp_path, start):
    texts.write_text("\n".join(line(n) for n in range(400)), encoding="utf-8")
    process = start(texts, "-o", tmp_path / "out", "--workers", 2)
    while process.poll() is None and not list((tmp_path / "out" / ".parts").glob("*.part")):
        time.sleep(0.05)
    with open(f"/proc/{process.pid}/task/{process.pid}/children") as file:  # noqa: PTH123
        workers = [int(n) for n in file.read().split()]
    process.kill()
    process.wait()
    end = time.monotonic() + 60
    while any(os.path.exists(f"/proc/{n}") for n in workers) and time.monotonic() < end:  # noqa: PTH110
        time.sleep(0.1)
    assert len(workers) >= 2
    assert not any(os.path.exists(f"/proc/{n}") for n in workers)  # noqa: PTH110
