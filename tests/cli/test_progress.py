"""What a long job says of itself."""

import gzip
import logging

import pytest

from rhetoric.cli import progress
from rhetoric.cli.progress import bar, size, span


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 s"), (89, "89 s"), (90, "2 min"), (3000, "50 min"), (9000, "2.5 h")]
)
def test_stretches_of_time(seconds, said):
    assert span(seconds) == said


def test_the_size_of_text_in_files_folders_and_gzip(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.txt").write_bytes(b"x" * 10)
    (tmp_path / "deep" / "b.jsonl.gz").write_bytes(gzip.compress(b"y" * 5000))
    assert size([tmp_path]) == 5010
    assert size([tmp_path / "a.txt", tmp_path / "a.txt"]) == 20
    assert size(["-"]) is None
    assert size([tmp_path / "a.txt", "s3://bucket/x"]) is None
    assert size([]) is None


def test_where_nobody_watches_there_is_a_line_now_and_then(tmp_path, monkeypatch, caplog):
    (tmp_path / "a.txt").write_bytes(b"x" * 4_000_000)
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    with caplog.at_level(logging.INFO, logger="rhetoric.cli.progress"), bar([tmp_path]) as advance:
        for seconds, characters in ((1.0, 1_000_000), (31.0, 2_100_000), (40.0, 1)):
            now[0] = seconds
            advance(3, characters)
    assert [r.getMessage() for r in caplog.records] == ["6 texts, 0.10 MB/s, about 9 s left"]


def test_without_verbose_it_only_counts(caplog):
    shown = bar()
    with shown as advance:
        advance(3, 1000)
    assert (shown.documents, shown.characters) == (3, 1000)
    assert not caplog.records
