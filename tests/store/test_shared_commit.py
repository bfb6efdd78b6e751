"""Writers that queue for SQLite share a commit, and none is told so before it is done."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from engine.store import Database, Setting, shared_commit
from engine.store.shared_commit import CommitFailed
from engine.store.tables import WorkshopGroup


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = Database(f"sqlite:///{tmp_path / 'x.db'}")
    yield found
    found.close()


@pytest.fixture
def commits(database: Database) -> list[int]:
    """Fills with one number a commit."""
    found: list[int] = []
    event.listen(database.engine, "commit", lambda _connection: found.append(1))
    return found


def put(database: Database, name: str) -> None:
    with database.write() as db:
        db.add(Setting(name=name, value=name))


def kept(database: Database) -> set[str]:
    """Read what another program would find in the file."""
    with closing(sqlite3.connect(database.engine.url.database)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM setting")}


def all_waiting(database: Database, number: int) -> None:
    while database._shared_commit._waiting < number:
        Event().wait(0.001)


@contextmanager
def queue(database: Database, *acts) -> Iterator[list[Future]]:
    """Let acts queue behind one that is still going on, and go on once all of them wait."""
    began, go_on = Event(), Event()

    def first() -> None:
        with database.write() as db:
            db.add(Setting(name="first", value=""))
            began.set()
            go_on.wait()

    with ThreadPoolExecutor(len(acts) + 1) as pool:
        jobs = [pool.submit(first)]
        began.wait()
        jobs += [pool.submit(act) for act in acts]
        all_waiting(database, len(acts))
        go_on.set()
        yield jobs


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine not end a batch early."""
    monkeypatch.setattr(shared_commit, "LONGEST", 60)


def test_one_writer_commits_at_once(database: Database, commits: list[int]) -> None:
    for number in range(3):
        put(database, str(number))
        assert kept(database) == {str(n) for n in range(number + 1)}
    assert len(commits) == 3


def test_writers_that_wait_share_a_commit(database: Database, commits: list[int]) -> None:
    names = {str(n) for n in range(12)}
    with queue(database, *(lambda name=name: put(database, name) for name in names)) as jobs:
        for job in jobs:
            job.result(10)
    assert kept(database) == {"first", *names}
    assert len(commits) == 1


def test_a_commit_is_not_put_off_for_ever(
    database: Database, commits: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_commit, "LONGEST", 0)
    with queue(database, *(lambda n=n: put(database, str(n)) for n in range(5))) as jobs:
        for job in jobs:
            job.result(10)
    assert len(commits) == 6


def test_nobody_is_told_before_the_commit(database: Database) -> None:
    def put_and_look(name: str) -> bool:
        put(database, name)
        return name in kept(database)

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(put_and_look, (str(n) for n in range(160))))


def test_an_act_that_fails_undoes_only_itself(database: Database, commits: list[int]) -> None:
    def twice() -> None:
        with database.write() as db:
            db.add(Setting(name="half", value=""))
            db.flush()
            db.add(WorkshopGroup(id="g", workshop_id="none", number=1, name="Points to nothing"))

    with queue(database, lambda: put(database, "a"), twice, lambda: put(database, "b"), twice) as jobs:
        ends = [type(job.exception(10)) for job in jobs]
    assert ends.count(IntegrityError) == 2 and ends.count(type(None)) == 3
    assert kept(database) == {"first", "a", "b"}
    assert len(commits) == 1


def test_when_the_commit_fails_everybody_is_told(database: Database) -> None:
    def full(_connection) -> None:
        raise OSError("no space left on device")

    event.listen(database.engine, "commit", full)
    with queue(database, lambda: put(database, "a"), lambda: put(database, "b")) as jobs:
        assert [type(job.exception(10)) for job in jobs] == [CommitFailed] * 3
    event.remove(database.engine, "commit", full)
    assert kept(database) == set()
    put(database, "c")
    assert kept(database) == {"c"}


def test_an_error_that_undoes_everything_is_told_to_everybody_before(database: Database) -> None:
    """SQLite does so by itself when the disk is full."""

    def undo_all() -> None:
        with database.write() as db:
            db.connection().exec_driver_sql("ROLLBACK")
            raise OSError("no space left on device")

    with queue(database, undo_all) as jobs:
        assert type(jobs[0].exception(10)) is CommitFailed
        assert jobs[1].exception(10) is not None
    assert kept(database) == set()
    put(database, "c")
    assert kept(database) == {"c"}


def test_a_writer_that_was_stopped_in_the_queue_holds_up_nobody(database: Database) -> None:
    database._shared_commit._waiting += 1
    put(database, "a")
    assert kept(database) == {"a"}


def test_another_program_may_write_in_between(database: Database) -> None:
    with (
        ThreadPoolExecutor(1) as pool,
        closing(sqlite3.connect(database.engine.url.database, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        job = pool.submit(put, database, "ours")
        other.execute("INSERT INTO setting VALUES ('theirs', '')")
        assert not job.done()
        other.execute("COMMIT")
        job.result(15)
    assert kept(database) == {"theirs", "ours"}
