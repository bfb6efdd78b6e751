"""What the facilitator does with the room."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from engine.server import Server
from engine.workshop import (
    Screen,
    WorkshopProblem,
    begin,
    begun_activities,
    end,
    screen_of,
    set_open,
    show,
    workshop_by_id,
)
from tests.sample_content import CAMPAIGN, CASES, FARM, HOTEL, open_sample


def screen(server: Server, workshop_id: str) -> Screen | None:
    return screen_of(server, workshop_by_id(server, workshop_id))


def test_the_room_is_where_the_facilitator_began_last(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    assert begun_activities(workshop_server, workshop.id) == {}
    for activity_id in (CAMPAIGN, CASES):
        begin(workshop_server, workshop.id, activity_id)
        assert workshop_by_id(workshop_server, workshop.id).activity_id == activity_id
    begun = begun_activities(workshop_server, workshop.id)
    assert list(begun) == [CAMPAIGN, CASES]
    assert all(row.begun_at.tzinfo and row.ended_at is None for row in begun.values())


def test_an_ended_activity_can_be_gone_back_to(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    begin(workshop_server, workshop.id, CASES)
    first = begun_activities(workshop_server, workshop.id)[CASES]
    end(workshop_server, workshop.id, CASES)
    ended = begun_activities(workshop_server, workshop.id)[CASES].ended_at
    assert ended >= first.begun_at
    end(workshop_server, workshop.id, CASES)
    assert begun_activities(workshop_server, workshop.id)[CASES].ended_at == ended
    begin(workshop_server, workshop.id, CASES)
    again = begun_activities(workshop_server, workshop.id)[CASES]
    assert again.ended_at is None and again.begun_at == first.begun_at


def test_what_never_began_cannot_be_ended(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    end(workshop_server, workshop.id, CASES)
    end(workshop_server, "none", CASES)
    assert begun_activities(workshop_server, workshop.id) == {}


def test_two_windows_may_begin_at_once(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda _n: begin(workshop_server, workshop.id, CASES), range(6)))
    assert list(begun_activities(workshop_server, workshop.id)) == [CASES]


def test_what_cannot_begin_is_refused(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    with pytest.raises(WorkshopProblem, match="no such activity"):
        begin(workshop_server, workshop.id, "no-such-activity")
    with pytest.raises(WorkshopProblem, match="no longer there"):
        begin(workshop_server, "none", CASES)
    set_open(workshop_server, workshop.id, False)
    with pytest.raises(WorkshopProblem, match="closed"):
        begin(workshop_server, workshop.id, CASES)
    assert begun_activities(workshop_server, workshop.id) == {}


def test_the_plenary_shows_the_first_view_until_another_is_chosen(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    assert screen(workshop_server, workshop.id) is None
    begin(workshop_server, workshop.id, CASES)
    assert screen(workshop_server, workshop.id) == Screen(CASES, FARM, view=0, shown=False)
    chosen = Screen(CASES, HOTEL, view=0, shown=True)
    show(workshop_server, workshop.id, chosen)
    assert screen(workshop_server, workshop.id) == chosen


def test_the_plenary_may_look_back_at_another_activity(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    begin(workshop_server, workshop.id, CASES)
    show(workshop_server, workshop.id, Screen(CAMPAIGN, "sheet", shown=True))
    assert screen(workshop_server, workshop.id) == Screen(CAMPAIGN, "sheet", shown=True)
    assert workshop_by_id(workshop_server, workshop.id).activity_id == CASES


def test_beginning_hides_the_plenary_again(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    begin(workshop_server, workshop.id, CASES)
    show(workshop_server, workshop.id, Screen(CASES, HOTEL, shown=True))
    begin(workshop_server, workshop.id, CAMPAIGN)
    assert screen(workshop_server, workshop.id) == Screen(CAMPAIGN, "sheet")


@pytest.mark.parametrize("view", [-1, 1, 99])
def test_a_screen_that_is_not_there_falls_back_to_one_that_is(workshop_server: Server, view: int) -> None:
    workshop = open_sample(workshop_server)
    show(workshop_server, workshop.id, Screen(CASES, "no-such-case", view, shown=True))
    assert screen(workshop_server, workshop.id) == Screen(CASES, FARM, 0, shown=True)
    with pytest.raises(WorkshopProblem, match="no such activity"):
        show(workshop_server, workshop.id, Screen("no-such-activity", FARM))
    assert screen(workshop_server, workshop.id) == Screen(CASES, FARM, 0, shown=True)
    with pytest.raises(WorkshopProblem, match="no longer there"):
        show(workshop_server, "none", Screen(CASES, FARM))


@pytest.mark.parametrize("view", [None, -1, 99, True, "0", 0.0])
def test_no_screen_is_stored_that_is_not_there(workshop_server: Server, view: Any) -> None:
    workshop = open_sample(workshop_server)
    show(workshop_server, workshop.id, Screen(CASES, "no-such-case", view, shown=True))
    assert workshop_by_id(workshop_server, workshop.id).screen == {
        "activity_id": CASES,
        "sheet": FARM,
        "view": 0,
        "shown": True,
    }
