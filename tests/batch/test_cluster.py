"""The same plan on a real Dask scheduler with two workers, one of them killed at work: the same bytes."""

import signal
import socket
import subprocess
import sys

import pytest
from batchtexts import LIGHT, line, same

from rhetoric.batch import plan
from rhetoric.batch.run import run
from rhetoric.errors import SettingsError
from rhetoric.settings import Settings


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@pytest.fixture
def cluster(tmp_path):
    """Start a scheduler and two workers on this machine; return its address and the workers."""
    pytest.importorskip("distributed", reason="Dask is not installed: pip install 'rhetoric[cluster]'")
    address = f"tcp://127.0.0.1:{free_port()}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    dask = [sys.executable, "-m", "dask"]
    scheduler = [
        *dask,
        "scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        address.rsplit(":", 1)[1],
        "--no-dashboard",
    ]
    worker = [*dask, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    started = [subprocess.Popen(scheduler, **quiet)]
    started += [subprocess.Popen([*worker, "--name", f"w{n}"], **quiet) for n in range(2)]
    yield address, started[1:]
    for process in started:
        process.kill()
        process.wait()


@pytest.mark.slow
def test_a_killed_worker_changes_no_byte(cluster, tmp_path, monkeypatch):
    from distributed import Client

    address, workers = cluster
    monkeypatch.setitem(plan.SHARD, "full", (3000, 1000))
    texts = tmp_path / "in.jsonl"
    texts.write_text("\n".join([*(line(n) for n in range(60)), "{broken"]), encoding="utf-8")
    run([texts], tmp_path / "whole" / "out", LIGHT, workers=1)
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
    shards = []

    def advance(documents, characters):
        shards.append(documents)
        if len(shards) == 4:
            workers[0].send_signal(signal.SIGKILL)
            workers[0].wait()

    run([texts], tmp_path / "out", LIGHT, scheduler=address, advance=advance)
    assert workers[0].returncode == -signal.SIGKILL
    assert len(shards) > 10
    same(tmp_path / "whole" / "out", tmp_path / "out")


@pytest.mark.slow
def test_the_lexical_tier_gives_the_same_on_a_cluster(cluster, tmp_path, monkeypatch):
    address, _ = cluster
    monkeypatch.setitem(plan.SHARD, "lexical", (3000, 1000))
    texts = tmp_path / "in.jsonl"
    texts.write_text("\n".join(line(n) for n in range(60)), encoding="utf-8")
    tier = Settings(tier="lexical")
    run([texts], tmp_path / "whole" / "out", tier, workers=1)
    shards = []
    run([texts], tmp_path / "out", tier, scheduler=address, advance=lambda texts, size: shards.append(texts))
    assert len(shards) > 10
    same(tmp_path / "whole" / "out", tmp_path / "out")


def test_nobody_there(tmp_path, monkeypatch):
    pytest.importorskip("distributed", reason="Dask is not installed: pip install 'rhetoric[cluster]'")
    monkeypatch.setattr("rhetoric.batch.cluster.WAIT", 1)
    texts = tmp_path / "in.jsonl"
    texts.write_text(line(1), encoding="utf-8")
    with pytest.raises(SettingsError, match="no scheduler with workers answers"):
        run([texts], tmp_path / "out", LIGHT, scheduler=f"tcp://127.0.0.1:{free_port()}")
