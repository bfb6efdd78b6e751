"""News between processes that share one PostgreSQL."""

import asyncio
import contextlib
import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from threading import Thread

import psycopg
import pytest

from engine.live import Bus
from engine.live.postgres import PostgresRelay
from engine.store import Database
from engine.store.database import ROOT
from engine.store.news import CHANNEL, tell
from engine.store.settings import setting
from tests.databases import Postgres

TOPIC = "room:1"
DIES = """
import os, sys
from engine.store import Database, Setting
from engine.store.news import tell

database = Database(sys.argv[1])
database.on_news = lambda *_topics: os._exit(9)
with database.write() as db:
    db.add(Setting(name="x", value="written"))
    tell(db, "room:1")
"""
"""A program that dies between its commit and the moment in which its own screens are told."""


class Process:
    """A database with its bus and relay, as each program has them; `heard` fills while it listens."""

    def __init__(self, url: str) -> None:
        self.database, self.bus = Database(url), Bus()
        self.heard: list[str] = []
        pass_on = self.bus.pass_on
        self.bus.pass_on = self.database.on_news = lambda news: (self.heard.extend(news), pass_on(news))
        self.relay = PostgresRelay(self.database, self.bus)
        self.relay.start()

    def tell(self, *topics: str) -> None:
        """Change something that these topics are about."""
        with self.database.write() as db:
            tell(db, *topics)

    def stop(self) -> None:
        self.relay.stop()
        self.database.close()


@pytest.fixture
def url(postgres: Postgres) -> Iterator[str]:
    yield from postgres.ready()


@pytest.fixture
def two(url: str) -> Iterator[tuple[Process, Process]]:
    """Two programs on one database, with their lines up."""
    processes = Process(url), Process(url)
    for to, by in (processes, processes[::-1]):
        wait_until(lambda to=to, by=by: by.tell("up") or "up" in to.heard, every=0.1)
    time.sleep(0.3)
    for process in processes:
        process.heard.clear()
    yield processes
    for process in processes:
        process.stop()


def wait_until(is_so, every: float = 0.01, within: float = 15) -> None:
    end = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < end
        time.sleep(every)


def cut(url: str, *, listening: bool) -> int:
    """Let PostgreSQL end the lines on which programs listen, or all their others, as a restart does."""
    with psycopg.connect(url, autocommit=True) as line:
        found = line.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() "
            "AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND (query LIKE 'LISTEN%%') = %s",
            [listening],
        )
        return found.fetchone()[0]


def test_news_reach_the_other_process_once(two: tuple[Process, Process]) -> None:
    one, other = two
    one.tell(TOPIC, "people:1")
    one.tell("room:Ünïcode 🌍")
    wait_until(lambda: len(other.heard) == 3)
    time.sleep(0.3)
    assert other.heard == [TOPIC, "people:1", "room:Ünïcode 🌍"]


def test_own_news_do_not_come_back(two: tuple[Process, Process]) -> None:
    one, other = two
    one.tell(TOPIC)
    wait_until(lambda: other.heard == [TOPIC])
    time.sleep(0.3)
    assert one.heard == [TOPIC]


def test_a_listener_of_the_other_process_is_told(two: tuple[Process, Process]) -> None:
    one, other = two

    async def listen() -> set[str]:
        listener = other.bus.subscribe([TOPIC])
        one.tell(TOPIC)
        return set(await asyncio.wait_for(anext(listener.news()), 10))

    assert asyncio.run(listen()) == {TOPIC}


def test_a_line_that_broke_is_put_up_again(
    two: tuple[Process, Process], url: str, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = two
    with caplog.at_level(logging.CRITICAL, "engine.live.postgres"):
        assert cut(url, listening=True) == 2

        async def listen() -> set[str]:
            listener = other.bus.subscribe(["anything"])
            return set(await asyncio.wait_for(anext(listener.news()), 10))

        assert asyncio.run(listen()) == {"anything"}, "whoever listens must hear that something was missed"
        wait_until(lambda: one.tell(TOPIC) or TOPIC in other.heard, every=0.2)


def test_the_first_news_after_an_idle_line_died_arrive(two: tuple[Process, Process], url: str) -> None:
    one, other = two
    assert cut(url, listening=False) == 2
    one.tell(TOPIC)
    wait_until(lambda: TOPIC in other.heard)


def test_what_others_say_on_the_channel_is_no_news(two: tuple[Process, Process], url: str) -> None:
    one, other = two
    with psycopg.connect(url, autocommit=True) as line:
        for said in ("", "hello", "{}", "[]", "7", "null", '["x"]', '["x", 5]', '["x", ["list"]]', "[1, 2, 3]"):
            line.execute("SELECT pg_notify(%s, %s)", [CHANNEL, said])
    one.tell(TOPIC)
    wait_until(lambda: TOPIC in other.heard)
    assert other.heard == [TOPIC]


def test_stopping_lets_go_of_every_line_even_while_others_write(url: str) -> None:
    process = Process(url)
    writer = Thread(target=lambda: [process.tell(TOPIC) for _time in range(100)])
    writer.start()
    process.relay.stop()
    writer.join()
    process.stop()
    with contextlib.closing(psycopg.connect(url, autocommit=True)) as line:
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        wait_until(lambda: line.execute(others).fetchone()[0] == 0)


def test_as_many_topics_as_one_act_has_reach_the_other_process(two: tuple[Process, Process]) -> None:
    one, other = two
    many = [f"people:{'w' * 60}{number}" for number in range(1000)]  # far more than the 7,999 bytes of one notice
    one.tell(*many)
    wait_until(lambda: len(other.heard) == len(many))
    assert other.heard == one.heard == many


def test_an_act_that_is_undone_tells_nobody(two: tuple[Process, Process]) -> None:
    one, other = two
    with pytest.raises(ZeroDivisionError), one.database.write() as db:
        tell(db, "undone")
        raise ZeroDivisionError
    one.tell(TOPIC)
    wait_until(lambda: TOPIC in other.heard)
    assert one.heard == other.heard == [TOPIC]


def test_the_other_process_hears_of_a_change_whose_author_died_right_after_the_commit(
    two: tuple[Process, Process], url: str
) -> None:
    _one, other = two
    seen: list[str | None] = []
    heard = other.bus.pass_on
    other.bus.pass_on = lambda news: (seen.append(stored(other.database)), heard(news))
    assert subprocess.run([sys.executable, "-c", DIES, url], cwd=ROOT).returncode == 9
    wait_until(lambda: TOPIC in other.heard)
    assert seen == ["written"], "whoever hears the news can read the change"


def stored(database: Database) -> str | None:
    with database.read() as db:
        return setting(db, "x")


def test_stopping_wakes_the_thread_that_waits_for_news(two: tuple[Process, Process]) -> None:
    for process in two:
        process.relay.stop()
        assert not process.relay._thread.is_alive()


def test_what_changed_reaches_the_other_process_as_long_as_it_fits_into_a_notice(two: tuple[Process, Process]) -> None:
    one, other = two
    news: list[dict] = []
    other.bus.pass_on = lambda told: news.append(dict(told))
    changes = ['{"value": "Ünïcode 🌍"}', f'{{"value": "{"🌍" * 1_950}"}}', f'{{"value": "{"🌍" * 2_000}"}}']
    with one.database.write() as db:
        for change in changes:
            tell(db, TOPIC, change=change)
    wait_until(lambda: len(news) == 3)
    assert news == [{TOPIC: [changes[0]]}, {TOPIC: [changes[1]]}, {TOPIC: None}]
