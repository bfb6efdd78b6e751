"""The one writer: what waits is committed together, each is told after the commit, and a fault stops nothing."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from threading import Event, Thread

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from engine.store import Database, Setting
from engine.store.settings import setting
from engine.store.writer import Writer


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    found = Database(database_url)
    yield found
    found.close()


@pytest.fixture
def writer(database: Database) -> Iterator[Writer]:
    found = Writer(database)
    yield found
    found.stop()


@pytest.fixture
def commits(database: Database) -> list[int]:
    """Fills with one number a commit."""
    found: list[int] = []
    event.listen(database.engine, "commit", lambda _connection: found.append(1))
    return found


def putting(name: str) -> Callable[[Session], str]:
    """An act that keeps a setting, and gives its name."""

    def put(db: Session) -> str:
        db.add(Setting(name=name, value=""))
        db.flush()
        return name

    return put


def together(writer: Writer, *acts: Callable[[Session], object]) -> list[Future]:
    """Let acts queue behind one that goes on until all of them wait."""
    began, go_on = Event(), Event()

    def first(_db: Session) -> None:
        began.set()
        go_on.wait()

    writer.submit(first)
    began.wait()
    waiting = [writer.submit(act) for act in acts]
    go_on.set()
    return waiting


def kept(database: Database) -> set[str]:
    with database.read() as db:
        return {name for (name,) in db.execute(text("SELECT name FROM setting"))}


def test_what_waits_shares_a_commit(database: Database, writer: Writer, commits: list[int]) -> None:
    names = [str(number) for number in range(50)]
    assert [job.result(10) for job in together(writer, *map(putting, names))] == names
    assert kept(database) == set(names)
    assert len(commits) == 1 + database.is_sqlite, "PostgreSQL commits nothing for the act that only waited"


def test_nobody_is_told_before_the_commit(database: Database, writer: Writer) -> None:
    def is_kept(done: Future) -> None:
        with database.read() as db:
            seen.append(setting(db, done.result()))

    seen: list[str | None] = []
    for number in range(20):
        job = writer.submit(putting(str(number)))
        job.add_done_callback(is_kept)
        job.result(10)
    writer.stop()
    assert seen == [""] * 20


def test_an_act_that_fails_undoes_only_itself(database: Database, writer: Writer) -> None:
    def wrong(db: Session) -> None:
        putting("half")(db)
        db.execute(text("INSERT INTO setting (name, value) VALUES ('half', '')"))

    jobs = together(writer, putting("a"), wrong, putting("b"), lambda _db: 1 / 0, putting("c"))
    assert [job.exception(10) is None for job in jobs] == [True, False, True, False, True]
    assert kept(database) == {"a", "b", "c"}


def test_when_the_database_fails_everybody_is_told_and_the_writer_lives_on(database: Database, writer: Writer) -> None:
    def broken(_connection) -> None:
        raise OperationalError("COMMIT", {}, Exception("disk I/O error"))

    event.listen(database.engine, "commit", broken)
    jobs = together(writer, putting("a"), putting("b"))
    assert all(job.exception(10) for job in jobs)
    event.remove(database.engine, "commit", broken)
    assert kept(database) == set()
    assert writer.submit(putting("c")).result(10) == "c"
    assert kept(database) == {"c"}


def test_acts_of_one_commit_are_done_in_their_turn(writer: Writer) -> None:
    done: list[str] = []
    began, go_on = Event(), Event()
    writer.submit(lambda _db: (began.set(), go_on.wait()))
    began.wait()
    jobs = [writer.submit(lambda _db, n=n, g=g: done.append(f"{g}{n}"), turn=g) for n, g in enumerate("cabcab")]
    go_on.set()
    for job in jobs:
        job.result(10)
    assert done == ["a1", "a4", "b2", "b5", "c0", "c3"]


def test_who_no_longer_waits_before_their_turn_writes_nothing(database: Database, writer: Writer) -> None:
    jobs = []
    began, go_on = Event(), Event()
    writer.submit(lambda _db: (began.set(), go_on.wait()))
    began.wait()
    jobs = [writer.submit(putting("given up")), writer.submit(putting("kept"))]
    assert jobs[0].cancel()
    go_on.set()
    jobs[1].result(10)
    assert kept(database) == {"kept"}


def test_stopping_writes_what_is_queued(database: Database, writer: Writer) -> None:
    jobs = together(writer, *(putting(str(number)) for number in range(30)))
    stopping = Thread(target=writer.stop)
    stopping.start()
    stopping.join(10)
    assert all(job.done() for job in jobs) and len(kept(database)) == 30
    writer.stop()


def test_tasks_wait_without_a_thread(database: Database, writer: Writer) -> None:
    async def run() -> list[object]:
        acts = [putting("a"), lambda _db: 1 / 0, putting("b")]
        return await asyncio.gather(*map(writer.written, acts), return_exceptions=True)

    first, fault, last = asyncio.run(run())
    assert (first, last) == ("a", "b") and isinstance(fault, ZeroDivisionError)
    assert kept(database) == {"a", "b"}


def test_a_task_that_gave_up_and_a_loop_that_is_gone_harm_nobody(database: Database, writer: Writer) -> None:
    began, go_on = Event(), Event()
    writer.submit(lambda _db: (began.set(), go_on.wait()))
    began.wait()

    async def leave() -> None:
        task = asyncio.create_task(writer.written(putting("given up")))
        await asyncio.sleep(0)
        task.cancel()

    asyncio.run(leave())
    go_on.set()
    assert writer.submit(putting("kept")).result(10) == "kept"
    assert kept(database) == {"kept"}
