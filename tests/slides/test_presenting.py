"""Showing slides to the room: where the presenter is, what the room sees, and who is told."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from engine.live import topics
from engine.server import Server
from engine.slides.own_slides import hide_slide, move_slide
from engine.slides.presenting import present, stand_of, start_clock, stop_presenting, turn
from engine.store import Workshop, WorkshopDeck
from engine.workshop import (
    Playing,
    Presenting,
    Screen,
    WorkshopProblem,
    begin,
    instead_of,
    set_open,
    show,
    show_instead,
    workshop_by_id,
)
from tests.sample_content import CAMPAIGN, STEPS, open_sample


@pytest.fixture
def workshop(workshop_server: Server) -> Workshop:
    return open_sample(workshop_server)


def now(server: Server, workshop: Workshop) -> str:
    slide = stand_of(server, workshop.id, STEPS).now
    return slide.id if slide else ""


def looks_at(server: Server, workshop: Workshop) -> object:
    found = workshop_by_id(server, workshop.id)
    assert found
    return instead_of(found)


def told(server: Server, workshop: Workshop, act: Callable[[], object]) -> set[str]:
    """Which of the room's and the slides' topics were told while `act` ran."""
    names = {topics.room(workshop.id): "room", topics.slides(workshop.id): "slides", "end": "end"}

    async def listen() -> set[str]:
        listener = server.bus.subscribe(names)
        await asyncio.to_thread(act)
        server.bus.tell("end")
        heard: set[str] = set()
        async for news in listener.news():
            heard |= news.keys()
            if "end" in heard:
                break
        server.bus.unsubscribe(listener)
        return {names[topic] for topic in heard} - {"end"}

    return asyncio.run(listen())


def test_the_presenter_turns_the_slides_and_stays_at_the_ends(workshop_server: Server, workshop: Workshop):
    steps = [(0, "one"), (-1, "one"), (+1, "two"), (+1, "three"), (+1, "three"), (-1, "two"), (-9, "one"), (9, "three")]
    for step, then in steps:
        turn(workshop_server, workshop.id, STEPS, step)
        assert now(workshop_server, workshop) == then
    turn(workshop_server, workshop.id, STEPS, -1)
    stand = stand_of(workshop_server, workshop.id, STEPS)
    assert (stand.place, stand.next.id if stand.next else "") == (1, "three")


def test_hidden_slides_are_passed_over(workshop_server: Server, workshop: Workshop):
    turn(workshop_server, workshop.id, STEPS, 1)
    hide_slide(workshop_server, workshop.id, STEPS, "two", True)
    assert now(workshop_server, workshop) == "three"
    turn(workshop_server, workshop.id, STEPS, -1)
    assert now(workshop_server, workshop) == "one"
    for slide_id in ("one", "three"):
        hide_slide(workshop_server, workshop.id, STEPS, slide_id, True)
    assert now(workshop_server, workshop) == ""
    assert turn(workshop_server, workshop.id, STEPS, +1) == 0


def test_the_last_slide_hidden_leaves_the_one_before(workshop_server: Server, workshop: Workshop):
    turn(workshop_server, workshop.id, STEPS, 2)
    hide_slide(workshop_server, workshop.id, STEPS, "three", True)
    assert now(workshop_server, workshop) == "two"


def test_the_place_moves_with_its_slide(workshop_server: Server, workshop: Workshop):
    turn(workshop_server, workshop.id, STEPS, 2)
    move_slide(workshop_server, workshop.id, STEPS, "three", -1)
    assert now(workshop_server, workshop) == "three"


def test_the_room_sees_one_thing_at_a_time(workshop_server: Server, workshop: Workshop):
    begin(workshop_server, workshop.id, CAMPAIGN)
    present(workshop_server, workshop.id, STEPS)
    assert looks_at(workshop_server, workshop) == Presenting(STEPS)
    show_instead(workshop_server, workshop.id, Playing("film:x"))
    stop_presenting(workshop_server, workshop.id)  # the film is not theirs to stop
    assert looks_at(workshop_server, workshop) == Playing("film:x")
    present(workshop_server, workshop.id, STEPS)
    show(workshop_server, workshop.id, Screen(CAMPAIGN, "sheet", shown=True))
    assert looks_at(workshop_server, workshop) is None
    present(workshop_server, workshop.id, STEPS)
    stop_presenting(workshop_server, workshop.id)
    assert looks_at(workshop_server, workshop) is None
    present(workshop_server, workshop.id, STEPS)
    begin(workshop_server, workshop.id, CAMPAIGN)
    assert looks_at(workshop_server, workshop) is None


def test_turning_a_slide_leaves_the_laptops_alone(workshop_server: Server, workshop: Workshop):
    server = workshop_server
    begin(server, workshop.id, CAMPAIGN)
    assert told(server, workshop, lambda: present(server, workshop.id, STEPS)) == {"slides"}
    assert told(server, workshop, lambda: turn(server, workshop.id, STEPS, 1)) == {"slides"}
    assert told(server, workshop, lambda: stop_presenting(server, workshop.id)) == {"slides"}
    show(server, workshop.id, Screen(CAMPAIGN, "sheet", shown=True))
    assert told(server, workshop, lambda: present(server, workshop.id, STEPS)) == {"slides", "room"}


def test_the_clock_begins_once_and_can_begin_again(workshop_server: Server, workshop: Workshop):
    assert stand_of(workshop_server, workshop.id, STEPS).elapsed() is None
    present(workshop_server, workshop.id, STEPS)
    first = stand_of(workshop_server, workshop.id, STEPS).started_at
    for act in (present, start_clock):
        act(workshop_server, workshop.id, STEPS)
        assert stand_of(workshop_server, workshop.id, STEPS).started_at == first
    _began(workshop_server, workshop, minutes=90)
    elapsed = stand_of(workshop_server, workshop.id, STEPS).elapsed()
    assert elapsed is not None and 5400 <= elapsed < 5430
    start_clock(workshop_server, workshop.id, STEPS, again=True)
    assert (stand_of(workshop_server, workshop.id, STEPS).elapsed() or 99) < 30


def test_the_clock_of_yesterday_is_not_todays(workshop_server: Server, workshop: Workshop):
    present(workshop_server, workshop.id, STEPS)
    _began(workshop_server, workshop, minutes=600)
    present(workshop_server, workshop.id, STEPS)
    assert (stand_of(workshop_server, workshop.id, STEPS).elapsed() or 99) < 30


def _began(server: Server, workshop: Workshop, minutes: int) -> None:
    """Let the clock have begun earlier."""
    with server.database.write() as db:
        db.get_one(WorkshopDeck, (workshop.id, STEPS)).started_at = datetime.now(UTC) - timedelta(minutes=minutes)


def test_a_closed_workshop_shows_nothing(workshop_server: Server, workshop: Workshop):
    set_open(workshop_server, workshop.id, False)
    for act in (
        lambda: present(workshop_server, workshop.id, STEPS),
        lambda: turn(workshop_server, workshop.id, STEPS, 1),
        lambda: start_clock(workshop_server, workshop.id, STEPS),
    ):
        with pytest.raises(WorkshopProblem, match="closed"):
            act()
