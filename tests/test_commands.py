"""The commands of `python -m engine`: what they print and how they end."""

import re
from pathlib import Path

import pytest

from engine.__main__ import main
from engine.access.keys import password_fits, password_is_set, set_password, setup_word
from engine.server import Server
from engine.store import Database
from engine.workshop import WorkshopProblem
from tests.command import a_copy, run
from tests.content.tree import PICKING, READING, SOUND, changed, line_of
from tests.sample_content import sample_library


def test_check_counts_what_it_found_and_is_content() -> None:
    done = run("check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 modules, 11 activities, 7 case studies, " in done.stdout and " 11 readings" in done.stdout
    assert done.stdout.endswith("\n0 problems\n") and done.stderr == ""


def test_check_names_the_file_and_line_of_every_problem(tmp_path: Path) -> None:
    activity, reading = changed(PICKING, "rows_from", "row_from"), changed(READING, "beaten twice", "beaten once")
    done = run("check", root=a_copy(tmp_path, {PICKING: activity, READING: reading}))
    lines = done.stdout.splitlines()
    assert done.returncode == 1 and done.stderr == ""
    place = f"{PICKING}:{line_of(PICKING, 'rows_from')}: unknown key 'row_from'. Did you mean 'rows_from'?"
    assert place in lines
    assert lines[-1] == f"{len(lines) - 2} problems" and all(re.match(r"\S+:\d+: ", line) for line in lines[:-2])


def test_check_of_a_copy_reads_the_copy(tmp_path: Path) -> None:
    done = run("check", root=a_copy(tmp_path, {PICKING: SOUND[PICKING] + "extra: 1\n"}))
    assert done.returncode == 1 and done.stdout.endswith("\n1 problem\n")
    assert "1 modules, 1 activities, 2 case studies" in done.stdout


def test_check_opens_no_database(tmp_path: Path) -> None:
    file = tmp_path / "never.db"
    assert run("check", DATABASE_URL=f"sqlite:///{file}").returncode == 0
    assert not file.exists()


def test_new_password_voids_the_old_one_and_prints_a_link(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'workshop.db'}"
    server = Server(Database(url), sample_library())
    old = setup_word(server)
    set_password(server, old, "the first password")
    done = run("new-password", "--port", "9000", DATABASE_URL=url)
    link = re.search(r"http://localhost:9000/setup\?word=(\S+)", done.stdout)
    assert done.returncode == 0 and link and done.stderr == ""
    assert not password_is_set(server) and not password_fits(server, "the first password")
    with pytest.raises(WorkshopProblem):
        set_password(server, old, "with the old link")
    set_password(server, link[1], "the second password")
    assert password_fits(server, "the second password")
    server.stop()


def test_what_is_no_command_is_explained(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ((), ("dance",), ("rehearse", "--groups", "0"), ("rehearse", "--groups", "21"), ("check", "more")):
        monkeypatch.setattr("sys.argv", ["engine", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        assert ended.value.code == 2 and said.err.startswith("usage: python -m engine") and said.out == "", words
    explained = run("--help").stdout
    assert all(word in explained for word in ("check", "rehearse", "new-password", "messages"))


def test_a_module_that_is_not_there_is_named_beside_those_that_are(tmp_path: Path) -> None:
    done = run("rehearse", "--module", "ten-day", DATABASE_URL=f"sqlite:///{tmp_path / 'workshop.db'}")
    assert done.returncode == 1 and done.stderr == ""
    assert done.stdout == "There is no module 'ten-day'. Modules: five-day, three-day\n"
