"""Kills a program that saves answers, and looks for every answer that it acknowledged."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from threading import Thread

from sqlalchemy import select

from engine.server import Server
from engine.store import Answer, Database
from engine.store.database import ROOT
from tests.sample_content import room, sample_library, seated

Said = tuple[int, str, object]
"""An answer that was acknowledged: its revision, field path and value."""


def kill_again_and_again(folder: Path, rounds: int, chance: random.Random) -> int:
    """Kill the program `rounds` times on one database; give how many answers it acknowledged in all.

    Raises:
        AssertionError: an acknowledged answer is not there, or the database is damaged.
    """
    url = f"sqlite:///{folder / 'workshop.db'}"
    people = _prepared(url)
    acknowledged: list[Said] = []
    for number in range(rounds):
        acknowledged += _killed(url, number, people, chance.uniform(0.02, 0.6))
        _assert_sound(folder / "workshop.db")
        _assert_there(url, acknowledged)
    return len(acknowledged)


def _prepared(url: str) -> list[str]:
    """Fill a room, and give its people."""
    server = Server(Database(url), sample_library())
    workshop, ana, ben = room(server)
    people = [ana, ben, *(seated(server, workshop, name, ana.group) for name in ("Cleo", "Dan"))]
    server.stop()
    return [seat.participant.id for seat in people]


def _killed(url: str, number: int, people: list[str], after: float) -> list[Said]:
    """Let the program write, kill it some time after its first answer, and give what it said until then."""
    command = [sys.executable, "-m", "tests.crash.crash_writer", url, str(number), *people]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as program:
        lines = [program.stdout.readline()]
        reader = Thread(target=lambda: lines.extend(program.stdout))
        reader.start()
        time.sleep(after)
        assert program.poll() is None, "the program ended before it was killed"
        program.kill()
        reader.join()
    said = [json.loads(line) for line in lines if line.endswith(b"\n")]
    assert said, "the program saved nothing"
    return [(revision, path, value) for revision, path, value in said]


def _assert_sound(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def _assert_there(url: str, acknowledged: list[Said]) -> None:
    database = Database(url)
    with database.read() as db:
        found = {row.id: (row.field, row.value) for row in db.execute(select(Answer.id, Answer.field, Answer.value))}
    database.close()
    lost = [said for said in acknowledged if found.get(said[0]) != said[1:]]
    assert not lost, f"{len(lost)} acknowledged answers are not there: {lost}"
