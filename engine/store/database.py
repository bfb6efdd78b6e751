"""The database: one SQLite file by default, PostgreSQL when `DATABASE_URL` says so."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

from engine.store.news import notify, told_by
from engine.store.shared_commit import SharedCommit

ROOT = Path(__file__).parent.parent.parent
_one_migration = Lock()


def database_url() -> str:
    """Give the address of the database: `DATABASE_URL`, or `data/workshop.db` beside app.py."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{ROOT / 'data' / 'workshop.db'}"


def _with_driver(url: str) -> str:
    """Name our driver in a PostgreSQL address, the way hosts hand them out."""
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            return "postgresql+psycopg://" + url.removeprefix(short)
    return url


class Database:
    """Where everything is kept. Opening it brings the tables up to date."""

    def __init__(self, url: str | None = None) -> None:
        self.url = _with_driver(url or database_url())
        self.name = secrets.token_hex(4)
        """What other processes know this one by."""
        self.on_news: Callable[..., None] = lambda *_topics: None
        """Takes the topics of a transaction once it is committed."""
        self.engine = _engine(self.url)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        self._shared_commit = SharedCommit(self.engine) if self.is_sqlite else None
        try:
            migrate(self.engine)
        except BaseException:
            self.close()
            raise

    @property
    def is_sqlite(self) -> bool:
        """Tell whether this is the SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session that writes nothing: no commit, no lock."""
        with self._sessions() as db:
            yield db

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a session whose end commits: what it wrote then survives a power cut.

        Then whoever listens is told the topics of `tell`. SQLite takes one writer at a time; ours queue here and
        not in its busy timeout.
        """
        with self._shared_commit.write() if self._shared_commit else self._sessions.begin() as db:
            yield db
            topics = told_by(db)
            if topics and not self.is_sqlite:
                notify(db, self.name, topics)
        if topics:
            self.on_news(*topics)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, pool_size=10)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"timeout": 10, "check_same_thread": False}, pool_size=20)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Make a commit safe against power loss, and leave BEGIN to us (the driver would defer it)."""
    connection.isolation_level = None
    for pragma in (
        "busy_timeout=10000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "fullfsync=ON",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def migrations(engine: Engine | None = None) -> Config:
    """Give Alembic's settings, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["engine"] = engine
    return config


def migrate(engine: Engine) -> None:
    """Bring the tables up to date; Alembic keeps its state for the whole process, so one at a time."""
    with _one_migration:
        if _version(engine) != _newest_version():
            command.upgrade(migrations(engine), "head")


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


@cache
def _newest_version() -> str | None:
    return ScriptDirectory.from_config(migrations()).get_current_head()
