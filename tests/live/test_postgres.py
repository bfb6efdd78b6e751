"""News between processes that share one PostgreSQL."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import psycopg
import pytest

from engine.live import Bus
from engine.live.postgres import CHANNEL, PostgresRelay
from tests.databases import ready_database

TOPIC = "room:1"


class Process:
    """A bus with its relay, as each program has them; `heard` fills while it listens."""

    def __init__(self, url: str) -> None:
        self.bus = Bus()
        self.relay = PostgresRelay(url, self.bus)
        self.heard: list[str] = []
        tell = self.bus.tell
        self.bus.tell = lambda *topics: (self.heard.extend(topics), tell(*topics))
        self.relay.start()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return ready_database("postgresql", tmp_path)


@pytest.fixture
def two(url: str) -> Iterator[tuple[Process, Process]]:
    """Two programs on one database, with their lines up."""
    processes = Process(url), Process(url)
    for to, by in (processes, processes[::-1]):
        wait_until(lambda to=to, by=by: by.bus.publish("up") or "up" in to.heard, every=0.1)
    time.sleep(0.3)
    for process in processes:
        process.heard.clear()
    yield processes
    for process in processes:
        process.relay.stop()


def wait_until(is_so, every: float = 0.01, within: float = 15) -> None:
    end = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < end
        time.sleep(every)


def cut(url: str, only: str = "%") -> int:
    """Let PostgreSQL end the lines whose last statement is like `only`, as a restart does."""
    with psycopg.connect(url, autocommit=True) as line:
        found = line.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE %s",
            [only],
        )
        return found.fetchone()[0]


def test_news_reach_the_other_process_once(two: tuple[Process, Process]) -> None:
    one, other = two
    one.bus.publish(TOPIC, "people:1")
    one.bus.publish("room:Ünïcode 🌍")
    wait_until(lambda: len(other.heard) == 3)
    time.sleep(0.3)
    assert other.heard == [TOPIC, "people:1", "room:Ünïcode 🌍"]


def test_own_news_do_not_come_back(two: tuple[Process, Process]) -> None:
    one, other = two
    one.bus.publish(TOPIC)
    wait_until(lambda: other.heard == [TOPIC])
    time.sleep(0.3)
    assert one.heard == [TOPIC]


def test_a_listener_of_the_other_process_is_told(two: tuple[Process, Process]) -> None:
    one, other = two

    async def listen() -> set[str]:
        listener = other.bus.subscribe([TOPIC])
        one.bus.publish(TOPIC)
        return await asyncio.wait_for(anext(listener.news()), 10)

    assert asyncio.run(listen()) == {TOPIC}


def test_a_line_that_broke_is_put_up_again(
    two: tuple[Process, Process], url: str, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = two
    with caplog.at_level(logging.CRITICAL, "engine.live.postgres"):
        assert cut(url, "LISTEN%") == 2

        async def listen() -> set[str]:
            listener = other.bus.subscribe(["anything"])
            return await asyncio.wait_for(anext(listener.news()), 10)

        assert asyncio.run(listen()) == {"anything"}, "whoever listens must hear that something was missed"
        wait_until(lambda: one.bus.publish(TOPIC) or TOPIC in other.heard, every=0.2)


def test_the_first_news_after_an_idle_line_died_arrive(two: tuple[Process, Process], url: str) -> None:
    one, other = two
    assert cut(url, "%pg_notify%") == 2
    one.bus.publish(TOPIC)
    wait_until(lambda: TOPIC in other.heard)


def test_a_publisher_is_not_hurt_when_postgresql_is_away(caplog: pytest.LogCaptureFixture) -> None:
    relay = PostgresRelay("postgresql://127.0.0.1:1/none", Bus())
    relay.send([TOPIC])
    assert "could not tell the other processes" in caplog.text
    relay._stopped.set()


def test_what_others_say_on_the_channel_is_no_news(two: tuple[Process, Process], url: str) -> None:
    one, other = two
    with psycopg.connect(url, autocommit=True) as line:
        for said in ("", "hello", "{}", "[]", "7", "null", '["x"]', '["x", 5]', '["x", [["list"]]]', "[1, 2, 3]"):
            line.execute("SELECT pg_notify(%s, %s)", [CHANNEL, said])
    one.bus.publish(TOPIC)
    wait_until(lambda: TOPIC in other.heard)
    assert other.heard == [TOPIC]


def test_stopping_lets_go_of_every_line_even_while_others_publish(url: str) -> None:
    process = Process(url)
    publisher = Thread(target=lambda: [process.relay.send([TOPIC]) for _time in range(500)])
    publisher.start()
    process.relay.stop()
    publisher.join()
    process.bus.publish(TOPIC)
    with contextlib.closing(psycopg.connect(url, autocommit=True)) as line:
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        wait_until(lambda: line.execute(others).fetchone()[0] == 0)
