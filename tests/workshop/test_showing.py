"""What the room looks at instead of the plenary."""

from dataclasses import replace

import pytest

from engine.server import Server
from engine.workshop import (
    Playing,
    Screen,
    WorkshopProblem,
    begin,
    instead_of,
    screen_of,
    show,
    show_instead,
    workshop_by_id,
)
from tests.sample_content import CAMPAIGN, CASES, HOTEL, open_sample

FILM = Playing("film:forced-labour", is_playing=True, at=12.5, turn=3)


def looks_at(server: Server, workshop_id: str) -> tuple[Playing | None, bool]:
    """What is shown instead, and whether the plenary is."""
    workshop = workshop_by_id(server, workshop_id)
    assert workshop
    screen = screen_of(server, workshop)
    return instead_of(workshop), bool(screen and screen.shown)


def test_a_film_goes_on_by_itself_and_stops_when_told() -> None:
    going = FILM.told(is_playing=True, at=20.0)
    assert (going.turn, going.at) == (4, 20.0)
    assert 20.0 <= going.at_now() < 25.0
    assert 80.0 <= replace(going, since=going.since - 60).at_now() < 85.0, "a projector that loads later begins later"
    assert replace(going, since=going.since + 60).at_now() == 20.0, "a clock that was set back takes nobody back"
    assert replace(going.told(is_playing=False, at=31.5), since=0).at_now() == 31.5


def test_a_medium_can_be_shown_before_any_activity(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    assert looks_at(workshop_server, workshop.id) == (None, False)
    show_instead(workshop_server, workshop.id, FILM)
    assert looks_at(workshop_server, workshop.id) == (FILM, False)
    show_instead(workshop_server, workshop.id, None)
    assert looks_at(workshop_server, workshop.id) == (None, False)


def test_the_room_looks_at_one_thing_at_a_time(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    begin(workshop_server, workshop.id, CASES)
    show(workshop_server, workshop.id, Screen(CASES, HOTEL, shown=True))
    show_instead(workshop_server, workshop.id, FILM)
    assert looks_at(workshop_server, workshop.id) == (FILM, False)
    show(workshop_server, workshop.id, Screen(CASES, HOTEL, shown=False))  # the facilitator only prepares it
    assert looks_at(workshop_server, workshop.id) == (FILM, False)
    show(workshop_server, workshop.id, Screen(CASES, HOTEL, shown=True))
    assert looks_at(workshop_server, workshop.id) == (None, True)


def test_the_plenary_is_found_again_as_it_was(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    begin(workshop_server, workshop.id, CASES)
    show(workshop_server, workshop.id, Screen(CASES, HOTEL, shown=True))
    show_instead(workshop_server, workshop.id, FILM)
    show_instead(workshop_server, workshop.id, None)
    found = workshop_by_id(workshop_server, workshop.id)
    assert found and screen_of(workshop_server, found) == Screen(CASES, HOTEL, shown=False)


def test_beginning_an_activity_takes_the_medium_away(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    show_instead(workshop_server, workshop.id, FILM)
    begin(workshop_server, workshop.id, CAMPAIGN)
    assert looks_at(workshop_server, workshop.id) == (None, False)


def test_a_workshop_that_is_not_there_shows_nothing(workshop_server: Server) -> None:
    with pytest.raises(WorkshopProblem, match="no longer there"):
        show_instead(workshop_server, "none", FILM)
