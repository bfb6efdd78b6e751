"""Databases to test on: empty ones, and copies of one whose tables the migrations made once."""

import secrets
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import psycopg
from alembic import command
from sqlalchemy import MetaData, create_engine, func, make_url, select

from engine.store import Database
from engine.store.migrating import migrations
from tests.stored import unpacked

KINDS = ("sqlite", "postgresql")
KEPT = 3
"""Databases that stay a while after their test: to drop one, PostgreSQL waits long for a line that is just closing."""


def empty_sqlite(folder: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return f"sqlite:///{folder / 'workshop.db'}"


def ready_sqlite(folder: Path) -> str:
    """Put a SQLite file into a folder that has its tables, and nothing in them; give its address."""
    (folder / "workshop.db").write_bytes(_file_with_tables())
    return empty_sqlite(folder)


def stored_sqlite(folder: Path) -> str:
    """The address of a SQLite file as the program of format 1 left it."""
    return f"sqlite:///{unpacked(folder)}"


def fill_as_stored(url: str, folder: Path) -> None:
    """Fill an empty PostgreSQL with what the program of format 1 left."""
    database = Database(url)
    command.downgrade(migrations(database.engine), "0005")
    tables = MetaData()
    tables.reflect(database.engine)
    stored = create_engine(stored_sqlite(folder))
    with stored.connect() as there, database.write() as here:
        for table in (table for table in tables.sorted_tables if table.name != "alembic_version"):
            if rows := [row._asdict() for row in there.execute(select(table))]:
                here.execute(table.insert(), rows)
            if (number := table.autoincrement_column) is not None:
                sequence = func.pg_get_serial_sequence(table.name, number.name)
                here.execute(select(func.setval(sequence, max((row[number.name] for row in rows), default=1))))
    stored.dispose()
    database.close()


@cache
def _file_with_tables() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        Database(empty_sqlite(Path(folder))).close()
        return (Path(folder) / "workshop.db").read_bytes()


class Postgres:
    """The run's PostgreSQL, where each test has a database of its own."""

    def __init__(self, address: str) -> None:
        self._address = make_url(address)
        self._line = psycopg.connect(address, autocommit=True)
        self._returned: list[str] = []
        self._with_tables = self._new("template1")
        Database(self._address_of(self._with_tables)).close()

    def empty(self) -> Iterator[str]:
        """Lend a database that has nothing yet: a fixture gives its address by `yield from`."""
        return self._lent("template1")

    def ready(self) -> Iterator[str]:
        """Lend a database that has its tables, and nothing in them."""
        return self._lent(self._with_tables)

    def _lent(self, template: str) -> Iterator[str]:
        while len(self._returned) > KEPT:
            self._line.execute(f'DROP DATABASE "{self._returned.pop(0)}" WITH (FORCE)')
        name = self._new(template)
        yield self._address_of(name)
        self._returned.append(name)

    def _new(self, template: str) -> str:
        name = f"test_{secrets.token_hex(6)}"
        self._line.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        return name

    def _address_of(self, name: str) -> str:
        return self._address.set(database=name).render_as_string(hide_password=False)

    def close(self) -> None:
        """Let go of the line."""
        self._line.close()
