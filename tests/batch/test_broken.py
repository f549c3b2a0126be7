"""Every good file of a folder is analysed, and every broken one is a row that says why: benchmarks/broken.py, small."""

from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def broken(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import broken

    return broken


@pytest.mark.parametrize("seed", [3, 4])
def test_fifty_good_files_and_ten_broken_ones(broken, tmp_path, seed):
    mixed, alone = tmp_path / "mixed", tmp_path / "alone"
    made = broken.make(mixed / "texts", 50, 10, seed)
    for path in made.good:
        broken.put(alone / "texts" / path, (mixed / "texts" / path).read_bytes())
    code, _, said = broken.batch(mixed, ("--workers", "1"))
    assert (code, broken.batch(alone, ("--workers", "1"))[0]) == (3, 0), said
    assert len(broken.table(mixed, "documents")) == 50
    assert len(broken.table(mixed, "errors")) == 10
    assert broken.faults(mixed, made) == []
    assert broken.compared(mixed, alone) == []


def test_every_way_to_break_a_file_gives_its_error(broken, tmp_path):
    ways = len(broken.brokenfiles.every())
    made = broken.make(tmp_path / "texts", 1, ways)
    code, _, said = broken.batch(tmp_path, ("--workers", "1"))
    assert code == 3, said
    assert broken.faults(tmp_path, made) == []


def test_what_is_wrong_is_noticed(broken, tmp_path):
    made = broken.make(tmp_path / "texts", 40, 10)
    assert broken.batch(tmp_path, ("--workers", "1"))[0] == 3
    lost = next(iter(made.good))
    spoilt = next(iter(made.broken))
    other = broken.Made(
        {**{k: v for k, v in made.good.items() if k != lost}, "gone.txt": ["Gone."]},
        {**made.broken, spoilt: broken.brokenfiles.every()[-1]},
    )
    assert len(broken.faults(tmp_path, other)) == 3
