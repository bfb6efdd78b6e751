"""SQLite takes one writer at a time; writers that queue for it share a commit.

A commit waits for the disk, and the disk of a laptop is slow. So a writer that finishes while others wait
leaves the commit to them. Each act is a savepoint: one that fails undoes only itself.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session, sessionmaker

LONGEST = 0.02
"""Seconds from the first act of a batch, after which its commit is no longer left to the next writer."""


class CommitFailed(Exception):
    """What was written is not kept, although nothing was wrong with it: the disk is full, or broken."""


class _Batch:
    """Acts that are committed together."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.began = time.monotonic()
        self.is_over = Event()
        self.error: BaseException | None = None


class SharedCommit:
    """The queue of all writers of this process."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._sessions = sessionmaker(expire_on_commit=False, join_transaction_mode="create_savepoint")
        self._turn = Lock()
        self._count = Lock()
        self._waiting = 0
        self._batch: _Batch | None = None

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a session when it is this writer's turn; after the block, what it wrote is committed."""
        self._take_turn()
        try:
            batch = self._batch = self._batch or self._begun()
            try:
                with self._sessions(bind=batch.connection) as db, db.begin():
                    yield db
            finally:
                self._end_act(batch)
        finally:
            self._turn.release()
        self._wait_for(batch)

    def _take_turn(self) -> None:
        with self._count:
            self._waiting += 1
        try:
            self._turn.acquire()
        finally:
            with self._count:
                self._waiting -= 1

    def _begun(self) -> _Batch:
        connection = self._engine.connect()
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except BaseException:
            connection.close()
            raise
        return _Batch(connection)

    def _end_act(self, batch: _Batch) -> None:
        """Commit, unless a writer who waits will do so. After some errors SQLite itself has undone all acts."""
        driver: Any = batch.connection.connection.driver_connection
        if not driver.in_transaction:
            self._end(batch, CommitFailed("an error undid everything that was not committed"))
        elif not self._waiting or time.monotonic() - batch.began > LONGEST:
            self._end(batch)

    def _end(self, batch: _Batch, error: BaseException | None = None) -> None:
        try:
            if error is None:
                batch.connection.commit()
        except BaseException as problem:
            error = problem
        finally:
            self._batch, batch.error = None, error
            if error:
                batch.connection.invalidate()  # it may still be in its transaction
            batch.connection.close()
            batch.is_over.set()

    def _wait_for(self, batch: _Batch) -> None:
        while not batch.is_over.wait(1):  # the writer that was to commit was stopped in the queue
            with self._turn:
                if not batch.is_over.is_set():
                    self._end(batch)
        if batch.error:
            raise CommitFailed("what was written could not be committed") from batch.error
