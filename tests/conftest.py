"""What all tests share: a real server on a real database, SQLite and PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import settings

from engine.access import keys
from engine.content import Library
from engine.server import Server
from engine.store import Database
from tests.databases import KINDS, Postgres, empty_sqlite, ready_sqlite
from tests.real_content import LIBRARY
from tests.sample_content import sample_library

pytest_plugins = ["tests.keeping"]
os.environ.pop("DATABASE_URL", None)
settings.register_profile("ours", deadline=None)  # a busy machine is no failure
settings.load_profile("ours")
keys._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # a password is set in hundreds of tests


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run the whole suite side by side, one process a core; a few files alone start faster without."""
    return min(os.cpu_count() or 1, 4) if config.args == config.getini("testpaths") else 0


@pytest.fixture(scope="session")
def library() -> Library:
    return LIBRARY


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the files of one test, with its media in it wherever the database is."""
    monkeypatch.setenv("MEDIA_DIR", str(tmp_path / "media"))
    return tmp_path


@pytest.fixture(scope="session")
def postgres(postgres_address: str) -> Iterator[Postgres]:
    """PostgreSQL, with new databases for whoever asks."""
    found = Postgres(postgres_address)
    yield found
    found.close()


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest, own_folder: Path) -> Iterator[str]:
    """A database of each kind that has nothing yet, as at the first start."""
    if request.param == "sqlite":
        yield empty_sqlite(own_folder)
    else:
        yield from request.getfixturevalue("postgres").empty()


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, own_folder: Path) -> Iterator[str]:
    """A database of each kind that has its tables, and nothing in them."""
    if request.param == "sqlite":
        yield ready_sqlite(own_folder)
    else:
        yield from request.getfixturevalue("postgres").ready()


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
