"""What the facilitator's screens read, in a database with few workshops and in one with the history of years."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Table

from engine.content import load_library
from engine.plenary import side_by_side
from engine.server import Server
from engine.store import Database, Place
from engine.store.answers import append_many
from engine.store.tables import Base
from engine.workshop import groups_of, progress_of
from tests.load.full_room.room import ACTIVITY, Question, Room, make_room

GROUPS, FEW, REVISIONS, MANY_REVISIONS = 12, 10, 5, 50
NUMBERED = ("answer.id", "current_answer.revision", "current_answer.first")
NAMED = ("workshop.id", "workshop_group.id", "workshop_id", "group_id", "join_code")
COPIED = ("workshop", "workshop_group", "answer", "current_answer")
"""What a workshop consists of here; what comes first is pointed to by what comes later."""
REPEATS = 40


@dataclass(frozen=True)
class Reads:
    """How long one look at a workshop takes, in seconds."""

    progress: float
    """How far its groups are."""
    plenary: float

    def __truediv__(self, other: "Reads") -> float:
        """The worse of the two ratios."""
        return max(self.progress / other.progress, self.plenary / other.plenary)


@dataclass(frozen=True)
class History:
    """The same workshop beside few others, beside many, and with many versions of each answer besides."""

    few: Reads
    many: Reads
    long: Reads
    answers: int
    """How many there were in all, beside many workshops."""


def history(folder: Path, workshops: int) -> History:
    """Fill a database with the copies of one workshop, and read that one."""
    file = folder / "history.db"
    room = make_room(f"sqlite:///{file}", 0, GROUPS)
    server = Server(Database(f"sqlite:///{file}"), load_library())
    _answer(server, room, range(REVISIONS))
    _copy(file, room.workshop, range(1, FEW))
    few = _reads(server, room)
    answers = _copy(file, room.workshop, range(FEW, workshops))
    many = _reads(server, room)
    _answer(server, room, range(REVISIONS, MANY_REVISIONS))
    found = History(few, many, _reads(server, room), answers)
    server.stop()
    return found


def _answer(server: Server, room: Room, rounds: range) -> None:
    """Let every group answer everything on its sheet, once a round."""
    groups = groups_of(server, room.workshop)
    with server.database.write() as db:
        for number in rounds:
            values = [(question.path, _value(question, number)) for question in room.questions]
            for group in groups:
                append_many(db, Place(room.workshop, ACTIVITY, group.id, room.case), values)


def _value(question: Question, number: int) -> object:
    option = question.options[number % len(question.options)] if question.options else f"Reason {number}"
    return [option] if question.kind == "evidence" else option


def _copy(file: Path, workshop: str, numbers: range) -> int:
    """Copy a workshop with all its answers under other names; give how many answers there are now."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        (apart,) = connection.execute("SELECT max(id) FROM answer WHERE workshop_id = ?", [workshop]).fetchone()
        connection.execute("BEGIN IMMEDIATE")
        for name in COPIED:
            connection.execute(_copying(Base.metadata.tables[name], apart), [numbers.start, numbers.stop, workshop])
        connection.execute("COMMIT")
        (count,) = connection.execute("SELECT count(*) FROM answer").fetchone()
    return int(count)


def _copying(table: Table, apart: int) -> str:
    """SQL that copies the rows of a workshop once for each number of a range."""
    said = {column.name: f't."{column.name}"' for column in table.columns}
    for name, column in said.items():
        if f"{table.name}.{name}" in NUMBERED:
            said[name] = f"{column} + n * {apart}"
        elif name in NAMED or f"{table.name}.{name}" in NAMED:
            said[name] = f"{column} || '-' || n"
    mine = "id" if table.name == "workshop" else "workshop_id"
    columns = ", ".join(f'"{name}"' for name in said)
    numbers = "WITH RECURSIVE numbers(n) AS (SELECT ? UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?)"
    into = f"INSERT INTO {table.name} ({columns}) SELECT {', '.join(said.values())}"
    return f"{numbers} {into} FROM numbers, {table.name} AS t WHERE t.{mine} = ?"


def _reads(server: Server, room: Room) -> Reads:
    return Reads(
        _shortest(lambda: progress_of(server, room.workshop, ACTIVITY)),
        _shortest(lambda: side_by_side(server, room.workshop, ACTIVITY, room.case)),
    )


def _shortest(read: Callable[[], object]) -> float:
    """How long it takes while nothing else is going on."""

    def timed() -> float:
        began = time.perf_counter()
        read()
        return time.perf_counter() - began

    return min(timed() for _turn in range(REPEATS))
