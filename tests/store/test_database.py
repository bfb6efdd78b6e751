"""Opening a database: how it is set up, and that its tables are those of the models."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError

from engine.store import ContentCopy, Database, Participant, Setting, Workshop
from engine.store.database import ROOT, database_url
from engine.store.migrating import migrations
from engine.store.tables import Answer, Base, CurrentAnswer

BEFORE_WORDS = """
INSERT INTO workshop
(id, title, country, starts_on, ends_on, module_id, join_code, content, is_open, is_rehearsal, screen)
VALUES ('w', 'Spring', 'Peru', '2030-05-06', '2030-05-06', 'm', 'J', '{}', true, false, '{}')
"""
SEAT_BEFORE_WORDS = """
INSERT INTO participant (id, workshop_id, name, name_key, rejoin_code, seat_version)
VALUES ('p', 'w', 'Ana', 'ana', 'R', 1)
"""
COPY = "INSERT INTO content_copy (id, text) VALUES ('{}', 'x')"
ANSWER_BEFORE_TABS = """
INSERT INTO answer (workshop_id, group_id, activity_id, sheet, field, value, base)
VALUES ('w', 'g', 'a', 's', :field, :value, 0)
"""
OPEN = """
import sys
from engine.store import Database
print("ready", flush=True)
sys.stdin.readline()
Database(sys.argv[1]).close()
"""
CUT_OFF = """
import os, sys
from sqlalchemy import Engine, event
from engine.store import Database

@event.listens_for(Engine, "before_cursor_execute")
def cut(connection, cursor, statement, *rest):
    if "CREATE TABLE answer" in statement:
        os._exit(9)

Database(sys.argv[1])
"""


@pytest.fixture
def database(empty_database_url: str):
    found = Database(empty_database_url)
    yield found
    found.close()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'new' / 'workshop.db'}"


def tables_of(database: Database) -> set[str]:
    return set(inspect(database.engine).get_table_names()) - {"alembic_version"}


def test_a_commit_on_sqlite_survives_a_power_cut(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    with database.read() as db:
        pragmas = {
            name: db.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "fullfsync", "busy_timeout")
        }
    database.close()
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "fullfsync": 1,
        "busy_timeout": 10000,
    }


def test_a_row_cannot_point_to_nothing(database: Database) -> None:
    stray = Answer(workshop_id="none", group_id="none", activity_id="a", sheet="s", field="f", value=1, base=0)
    with pytest.raises(IntegrityError), database.write() as db:
        db.add(stray)


def test_migrations_build_the_tables_of_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    assert tables_of(database) == set(Base.metadata.tables)


def test_migrations_go_down_to_nothing_and_up_again(database: Database) -> None:
    command.downgrade(migrations(database.engine), "base")
    assert tables_of(database) == set()
    command.upgrade(migrations(database.engine), "head")
    assert tables_of(database) == set(Base.metadata.tables)


def test_whoever_joined_before_seats_had_a_word_keeps_the_seat(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    command.downgrade(migrations(database.engine), "0004")
    with database.write() as db:
        db.execute(text(BEFORE_WORDS))
        db.execute(text(SEAT_BEFORE_WORDS))
    for version in ("head", "0004", "head"):
        move = command.upgrade if version == "head" else command.downgrade
        move(migrations(database.engine), version)
        with database.read() as db:
            assert db.execute(text("SELECT id, name, rejoin_code FROM participant")).all() == [("p", "Ana", "R")]
    with database.read() as db:
        assert (seat := db.get(Participant, "p")) and seat.join_word is None and seat.joined_at.tzinfo
    database.close()


@pytest.mark.parametrize(
    ("stored", "healed"),
    [('{"view": null, "shown": true}', {"view": 0, "shown": True}), ('{"view": 2}', {"view": 2}), ("{}", {})],
)
def test_a_plenary_of_no_view_becomes_that_of_the_first(empty_database_url: str, stored: str, healed: object) -> None:
    database = Database(empty_database_url)
    command.downgrade(migrations(database.engine), "0005")
    with database.write() as db:
        db.execute(text(BEFORE_WORDS))
        db.execute(text("UPDATE workshop SET screen = :stored"), {"stored": stored})
    command.upgrade(migrations(database.engine), "head")
    with database.read() as db:
        assert db.get_one(Workshop, "w").screen == healed
    database.close()


def test_equal_copies_are_moved_into_one_and_back_again(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    command.downgrade(migrations(database.engine), "0006")
    texts = {"a": '{"module": "ü"}', "b": '{"module": "ü"}', "c": "no JSON at all", "w": "{}"}
    with database.write() as db:
        for name, content in texts.items():
            db.execute(text(BEFORE_WORDS.replace("'w'", f"'{name}'").replace("'J'", f"'{name}'")))
            db.execute(text("UPDATE workshop SET content = :content WHERE id = :id"), {"content": content, "id": name})
        db.execute(text(SEAT_BEFORE_WORDS))
    command.upgrade(migrations(database.engine), "head")
    with database.read() as db:
        copies = {row.id: row.text for row in db.scalars(select(ContentCopy))}
        assert {row.id: copies[row.copy_id] for row in db.scalars(select(Workshop))} == texts
        assert set(copies) == {sha256(content.encode()).hexdigest() for content in texts.values()}
        assert db.get_one(Participant, "p").workshop_id == "w"
    with database.write() as db:
        db.execute(text("INSERT INTO content_copy (id, text) VALUES ('new', :text)"), {"text": '{"format":2,"x":1}'})
        db.execute(text("UPDATE workshop SET copy_id = 'new' WHERE id = 'w'"))
    command.downgrade(migrations(database.engine), "0006")
    with database.read() as db:
        found = dict(db.execute(text("SELECT id, content FROM workshop")).all())
    assert found == texts | {"w": '{"x":1}'}, "an earlier version knows no number"
    database.close()


def test_what_fields_hold_is_worked_out_from_their_history(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    command.downgrade(migrations(database.engine), "0008")
    with database.write() as db:
        db.execute(text(COPY))
        db.execute(text(BEFORE_WORDS.replace("content", "copy_id")))
        db.execute(text("INSERT INTO workshop_group (id, workshop_id, number, name) VALUES ('g', 'w', 1, 'One')"))
        for field, value in (("b", "1"), ("a", "null"), ("b", "[2]")):
            db.execute(text(ANSWER_BEFORE_TABS), {"field": field, "value": value})
    for version in ("head", "0008", "head"):
        move = command.downgrade if version == "0008" else command.upgrade
        move(migrations(database.engine), version)
    with database.read() as db:
        found = [(row.field, row.value, row.revision, row.first) for row in db.scalars(select(CurrentAnswer))]
        kept = [(row.field, row.value, row.tab, row.number) for row in db.scalars(select(Answer).order_by(Answer.id))]
        assert all(row.saved_at.tzinfo for row in db.scalars(select(CurrentAnswer)))
    assert sorted(found) == [("a", None, 2, 2), ("b", [2], 3, 1)]
    assert kept == [("b", 1, "", 0), ("a", None, "", 0), ("b", [2], "", 0)]
    database.close()


def test_a_workshop_has_a_copy_that_is_there(database: Database) -> None:
    with database.read() as db:
        keys = inspect(db.get_bind()).get_foreign_keys("workshop")
    assert [(key["constrained_columns"], key["referred_table"]) for key in keys] == [(["copy_id"], "content_copy")]


def test_foreign_keys_are_on_again_after_the_migrations(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("PostgreSQL never turns them off")
    with database.read() as one, database.read() as other:
        assert [db.scalar(text("PRAGMA foreign_keys")) for db in (one, other)] == [1, 1]


def test_opening_twice_keeps_what_was_written(empty_database_url: str) -> None:
    for expected in (None, "kept"):
        database = Database(empty_database_url)
        with database.write() as db:
            row = db.get(Setting, "x")
            assert (row.value if row else None) == expected
            db.merge(Setting(name="x", value="kept"))
        database.close()


def test_a_database_with_its_tables_is_opened_while_somebody_writes(database: Database) -> None:
    with database.write() as db:
        db.add(Setting(name="x", value="on its way"))
        db.flush()
        Database(database.url).close()


def test_threads_opening_a_new_database_at_once_all_succeed(empty_database_url: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        databases = list(pool.map(lambda _n: Database(empty_database_url), range(6)))
    assert tables_of(databases[0]) == set(Base.metadata.tables)
    for database in databases:
        database.close()


def test_processes_opening_a_new_database_at_once_all_succeed(empty_database_url: str) -> None:
    command_line = [sys.executable, "-W", "error", "-c", OPEN, empty_database_url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    programs = [subprocess.Popen(command_line, cwd=ROOT, text=True, **pipes) for _n in range(4)]
    for program in programs:
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        program.stdin.write("\n")
        program.stdin.flush()
    ends = [(program.communicate(timeout=60)[1], program.returncode) for program in programs]
    assert ends == [("", 0)] * 4


def test_a_migration_that_is_cut_off_leaves_nothing_behind(sqlite_url: str) -> None:
    assert subprocess.run([sys.executable, "-c", CUT_OFF, sqlite_url], cwd=ROOT).returncode == 9
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    database = Database(sqlite_url)
    assert tables_of(database) == set(Base.metadata.tables)
    database.close()


def test_a_database_of_an_older_program_is_brought_up_to_date(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    command.downgrade(migrations(database.engine), "0001")
    database.close()
    database = Database(empty_database_url)
    assert tables_of(database) == set(Base.metadata.tables)
    database.close()


def test_a_database_of_a_newer_program_is_left_as_it_is(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    with database.write() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        db.add(Setting(name="x", value="kept"))
    with pytest.raises(CommandError, match="9999"):
        Database(empty_database_url)
    with database.read() as db:
        assert db.get(Setting, "x").value == "kept"
    database.close()


def test_an_act_that_fails_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as db:
        db.add(Setting(name="x", value="half"))
        db.flush()
        raise ZeroDivisionError
    with database.write() as db:
        assert db.get(Setting, "x") is None


def test_readers_see_only_what_is_committed(database: Database) -> None:
    with database.write() as writer:
        writer.add(Setting(name="x", value="new"))
        writer.flush()
        with database.read() as reader:
            assert reader.get(Setting, "x") is None
    with database.read() as reader:
        assert reader.get(Setting, "x").value == "new"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_the_addresses_that_hosts_hand_out_are_understood(database: Database, scheme: str) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite has one form of address")
    other = Database(database.url.replace("postgresql+psycopg", scheme))
    assert other.engine.driver == "psycopg" and tables_of(other) == set(Base.metadata.tables)
    other.close()


def test_the_address_is_the_one_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert database_url() == f"sqlite:///{ROOT / 'data' / 'workshop.db'}"
    monkeypatch.setenv("DATABASE_URL", "postgres://host/name")
    assert database_url() == "postgres://host/name"
