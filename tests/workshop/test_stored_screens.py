"""Whatever stands in a workshop's `screen`, what is read from it is there."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from engine.content import SHEET
from engine.predict.asking import asked_now
from engine.server import Server
from engine.store import Database, Workshop
from engine.workshop import (
    Asking,
    Playing,
    Presenting,
    Screen,
    begin,
    content_of,
    instead_of,
    screen_of,
    show,
    show_instead,
    workshop_by_id,
)
from engine.workshop.opening import hold_workshop
from tests.databases import KINDS, ready_sqlite
from tests.sample_content import CAMPAIGN, CASES, FARM, open_sample, sample_library
from tests.stored_screens import any_screen, some_screens

Room = tuple[Server, Workshop]


@pytest.fixture(scope="module", params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of each kind for all examples, with its tables."""
    if request.param == "sqlite":
        yield ready_sqlite(tmp_path_factory.mktemp("screens"))
    else:
        yield from request.getfixturevalue("postgres").ready()


@pytest.fixture(scope="module")
def room(url: str) -> Iterator[Room]:
    """A workshop that is at an activity, one for all examples."""
    server = Server(Database(url), sample_library())
    workshop = open_sample(server)
    begin(server, workshop.id, CAMPAIGN)
    yield server, workshop
    server.stop()


def store(room: Room, screen: Any) -> Workshop:
    server, workshop = room
    with server.database.write() as db:
        held = hold_workshop(db, workshop.id)
        held.screen = screen
    return held


def check(room: Room, screen: Any) -> None:
    server, workshop = room[0], store(room, screen)
    found, content = screen_of(server, workshop), content_of(server, workshop.id)
    assert found is not None, "the room is at an activity"
    activity = content.activities[found.activity_id]
    assert found.sheet in (list(content.cases_of(activity)) or [SHEET])
    assert type(found.view) is int and 0 <= found.view < len(activity.plenary)
    assert isinstance(instead_of(workshop), Playing | Asking | Presenting | None)
    asked = asked_now(server, workshop.id)
    assert asked is None or asked.question_id in server.library.predictions
    show_instead(server, workshop.id, Presenting("deck"))
    assert instead_of(workshop_by_id(server, workshop.id)) == Presenting("deck")
    store(room, screen)
    show(server, workshop.id, found)
    assert screen_of(server, workshop_by_id(server, workshop.id)) == found


def test_every_odd_value_in_every_key_gives_a_screen_that_is_there(room: Room) -> None:
    for screen in some_screens(CASES):
        check(room, screen)


@given(screen=any_screen(CASES, CAMPAIGN, FARM))
@settings(max_examples=50)
def test_anything_at_all_gives_a_screen_that_is_there(room: Room, screen: Any) -> None:
    check(room, screen)


def test_what_is_sound_is_read_as_it_was_stored(room: Room) -> None:
    server, workshop = room
    for screen in (Screen(CASES, FARM, shown=True), Screen(CAMPAIGN, SHEET)):
        show(server, workshop.id, screen)
        assert screen_of(server, workshop_by_id(server, workshop.id)) == screen
