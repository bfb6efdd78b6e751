"""The folder of the files: what is half comes to nothing, and what is whole stays."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from engine.media import folder as folders
from engine.media.folder import Incoming, clear, free_bytes, media_folder, put_in, take_out, throw_away
from engine.store import Database

HOLDER = """
import sys
from pathlib import Path
from engine.media.folder import Incoming
incoming = Incoming(Path(sys.argv[1]), "a.mp4")
incoming.write(b"half")
print("holds", flush=True)
sys.stdin.read()
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    with Incoming(tmp_path, "a.mp4") as incoming:
        incoming.write(b"one ")
        assert names(tmp_path) == ["a.mp4.part"]
        incoming.write(b"two")
        incoming.settle()
        incoming.keep()
    assert names(tmp_path) == ["a.mp4"] and (tmp_path / "a.mp4").read_bytes() == b"one two"
    assert incoming.bytes == 7


def test_what_is_not_kept_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ConnectionError), Incoming(tmp_path, "a.mp4") as incoming:
        incoming.write(b"half")
        raise ConnectionError
    assert names(tmp_path) == []


def test_after_a_kill_the_row_says_what_becomes_of_a_part(tmp_path: Path) -> None:
    (tmp_path / "whole.mp4.part").write_bytes(b"whole")
    (tmp_path / "half.mp4.part").write_bytes(b"half")
    (tmp_path / "old.mp4").write_bytes(b"old")
    clear(tmp_path, {"whole.mp4", "old.mp4"})
    assert names(tmp_path) == ["old.mp4", "whole.mp4"]
    clear(tmp_path / "no such folder", set())


def test_a_part_of_a_running_program_stays_and_that_of_a_killed_one_goes(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout and program.stdout.readline() == b"holds\n"
        clear(tmp_path, set())
        assert names(tmp_path) == ["a.mp4.part"]
        program.kill()
    clear(tmp_path, set())
    assert names(tmp_path) == []


def test_a_file_is_taken_out_before_its_row_goes(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"a")
    take_out(tmp_path, "a.mp4")
    assert names(tmp_path) == ["a.mp4.part"]
    put_in(tmp_path, "a.mp4")
    assert names(tmp_path) == ["a.mp4"]
    take_out(tmp_path, "a.mp4")
    throw_away(tmp_path, "a.mp4")
    assert names(tmp_path) == []
    take_out(tmp_path, "a.mp4")  # it was lost already
    throw_away(tmp_path, "a.mp4")


def test_the_room_for_answers_is_never_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert free_bytes(tmp_path) > 0
    monkeypatch.setattr(folders, "RESERVE", 10**18)
    assert free_bytes(tmp_path) == 0
    with pytest.raises(OSError) as fault, Incoming(tmp_path, "a.mp4") as incoming:
        incoming.write(b"x")
    assert fault.value.errno == errno.ENOSPC and names(tmp_path) == []


def test_the_folder_stands_beside_the_database(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(database_url)
    assert media_folder(database) == tmp_path / "media"
    monkeypatch.delenv("MEDIA_DIR")
    beside = tmp_path if database.is_sqlite else folders.ROOT / "data"
    assert media_folder(database) == beside / "media"
    database.close()
