"""A big file fills no memory; the long form is `python -m tests.load.big_upload`."""

from pathlib import Path

from tests.load.big_upload import sent_and_read


def test_300_megabytes_come_in_and_go_out_in_little_memory(tmp_path: Path) -> None:
    assert sent_and_read(tmp_path, 300) < 60
