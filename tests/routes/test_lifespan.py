"""What the terminal shows when the server starts, and that it starts and stops cleanly."""

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from sqlalchemy import text
from starlette.concurrency import run_in_threadpool

from engine.access.keys import set_password, setup_word
from engine.content import Problem
from engine.live import topics
from engine.routes import lifespan as lifespans
from engine.routes.addresses import room_addresses
from engine.routes.lifespan import RARELY, greeting, lifespan
from engine.routes.stream import lines
from engine.server import Server, running
from engine.sheet import scripts
from engine.store.settings import COOKIE_KEY, setting
from engine.workshop import is_present, seat_of
from tests.routes.conftest import House


@pytest.fixture
def signals_after() -> Iterator[None]:
    """Put the signals and the collector back as they were."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    threshold = gc.get_threshold()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_the_greeting_lists_every_address_and_the_link(workshop_server: Server) -> None:
    said = greeting(workshop_server, 8765)
    assert "http://localhost:8765\n" in said
    assert all(address in said for address in room_addresses(8765))
    assert f"http://localhost:8765/setup?word={setup_word(workshop_server)}" in said
    assert "problems" not in said
    with workshop_server.database.read() as db:
        assert setting(db, COOKIE_KEY)


def test_the_link_is_shown_only_before_a_password(workshop_server: Server) -> None:
    assert greeting(workshop_server, 8501) == greeting(workshop_server, 8501)
    set_password(workshop_server, setup_word(workshop_server), "a calm green field")
    assert "/setup" not in greeting(workshop_server, 8501)


def test_without_a_network_the_greeting_says_so(workshop_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifespans, "room_addresses", lambda _port: [])
    assert "no network found" in greeting(workshop_server, 8501)


def test_every_problem_of_the_content_is_shown(workshop_server: Server) -> None:
    problems = [
        Problem("activities/x/activity.yaml", 30, "unknown key 'a'."),
        Problem("modules/y/module.yaml", 1, "No."),
    ]
    workshop_server.library.problems.extend(problems)
    said = greeting(workshop_server, 8501)
    assert "2 problems in the content" in said
    assert all(f"    {problem}\n" in f"{said}\n" for problem in problems)


def test_the_server_starts_greets_and_stops(
    empty_database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], signals_after: None
) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_database_url)

    async def run() -> None:
        async with lifespan(port=lambda: 8765)(SimpleNamespace()):
            assert running().library.activities
            assert gc.get_threshold() == RARELY
            listener = running().bus.subscribe(["x"])
            signal.raise_signal(signal.SIGTERM)
            await asyncio.wait_for(_ended(listener), 5)

    signal.signal(signal.SIGTERM, lambda *_sent: heard.append("the web server"))
    heard: list[str] = []
    asyncio.run(run())
    assert heard == ["the web server"]
    assert "http://localhost:8765" in capsys.readouterr().out


def test_what_the_start_did_not_wait_for_is_imported_later(
    monkeypatch: pytest.MonkeyPatch, signals_after: None
) -> None:
    monkeypatch.setattr(lifespans, "FIRST_PAGES", 0)
    asyncio.run(lifespans._import_the_rest())
    assert set(lifespans.LATER) <= set(sys.modules)


async def _ended(listener) -> None:
    async for _heard in listener.news():
        pass


@pytest.fixture
def ana_has_a_line(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ana's screen is open, and who is here is noted often."""
    monkeypatch.setattr(lifespans, "EVERY", 0.01)
    lines[house.ana.participant.id] += 1
    yield
    lines.clear()


async def _noted(house: House) -> None:
    listener = house.server.bus.subscribe([topics.people(house.workshop.id)])
    await asyncio.wait_for(anext(listener.news()), 5)
    house.server.bus.unsubscribe(listener)


def test_whoever_has_a_line_is_noted_again_and_again(house: House, ana_has_a_line: None) -> None:
    async def run() -> None:
        noting = asyncio.create_task(lifespans._note_presence())
        await _noted(house)
        noting.cancel()

    asyncio.run(run())
    here = [seat_of(house.server, seat.participant.id) for seat in (house.ana, house.ben)]
    assert [is_present(seat.participant) for seat in here if seat] == [True, False]


def test_a_database_that_takes_no_notes_is_logged_once_until_it_takes_them_again(
    house: House, ana_has_a_line: None, caplog: pytest.LogCaptureFixture
) -> None:
    async def rename(table: str, to: str) -> None:
        def do() -> None:
            with house.server.database.write() as db:
                db.execute(text(f"ALTER TABLE {table} RENAME TO {to}"))

        await run_in_threadpool(do)

    def said() -> list[logging.LogRecord]:
        return [record for record in caplog.records if record.message == "could not note who is present"]

    async def run() -> None:
        noting = asyncio.create_task(lifespans._note_presence())
        for times in (1, 2):
            await rename("participant", "participant_gone")
            async with asyncio.timeout(10):
                while len(said()) < times:
                    await asyncio.sleep(0.01)
            await asyncio.sleep(0.3)  # many times EVERY
            assert len(said()) == times and said()[-1].exc_info
            await rename("participant_gone", "participant")
            await _noted(house)
        noting.cancel()

    asyncio.run(run())


def test_a_module_of_the_sheet_that_cannot_be_joined_is_told_at_the_start(small_parts: None) -> None:
    (scripts.BROWSER / "box.js").write_text("export default 1;\n", encoding="utf-8")

    async def run() -> None:
        async with lifespan(port=lambda: 8765)(SimpleNamespace()):
            raise AssertionError("it started")

    with pytest.raises(scripts.ScriptProblem, match=r"browser/box\.js:1: "):
        asyncio.run(run())
