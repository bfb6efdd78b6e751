"""The database: one SQLite file by default, PostgreSQL when `DATABASE_URL` says so."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

from engine.store.news import News, notify, told_by
from engine.store.schema_version import is_up_to_date
from engine.store.shared_commit import SharedCommit

ROOT = Path(__file__).parent.parent.parent


def database_url() -> str:
    """`DATABASE_URL`, or the SQLite file `data/workshop.db` beside app.py."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{ROOT / 'data' / 'workshop.db'}"


def _with_driver(url: str) -> str:
    """Add the name of our driver to a PostgreSQL address, since the addresses that hosts give out have none."""
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            return "postgresql+psycopg://" + url.removeprefix(short)
    return url


class Database:
    """The database in which everything is kept. Opening it brings the tables up to date."""

    def __init__(self, url: str | None = None) -> None:
        self.url = _with_driver(url or database_url())
        self.name = secrets.token_hex(4)
        """The name by which other processes know this one."""
        self.on_news: Callable[[News], None] = lambda _news: None
        """Called with what a transaction tells, once it is committed."""
        self.engine = _engine(self.url)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        self._shared_commit = SharedCommit(self.engine) if self.is_sqlite else None
        try:
            if not is_up_to_date(self.engine):
                from engine.store.migrating import migrate  # brings Alembic, for which nearly no start has use

                migrate(self.engine)
        except BaseException:
            self.close()
            raise

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that writes nothing: no commit, no lock."""
        with self._sessions() as db:
            yield db

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that is committed at the end of the block: what it wrote then survives a power cut.

        After the commit, those who listen to the topics given to `tell` are told. SQLite takes one writer at a
        time; ours wait in a queue of our own, and not in SQLite's busy timeout.
        """
        with self._shared_commit.write() if self._shared_commit else self._sessions.begin() as db:
            yield db
            news = told_by(db)
            if news and not self.is_sqlite:
                notify(db, self.name, news)
        if news:
            self.on_news(news)

    def close(self) -> None:
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
    """Make commits survive a power cut, and leave BEGIN to us, since the driver would send it later."""
    connection.isolation_level = None
    for pragma in (
        "busy_timeout=10000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "fullfsync=ON",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
