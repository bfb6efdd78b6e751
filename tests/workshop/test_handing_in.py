"""Handing in: a group closes its worksheet of an activity, and may take it back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from engine.server import Server
from engine.store import HandIn
from engine.workshop import (
    WorkshopProblem,
    begin,
    end,
    form_groups,
    hand_in,
    handed_in,
    place,
    save_answer,
    set_open,
    take_back,
)
from engine.workshop.state import GRACE
from tests.sample_content import CAMPAIGN, CASES, FARM, HOTEL, room, seated


@pytest.fixture
def no_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hand-in shuts the sheet at once."""
    monkeypatch.setattr("engine.workshop.state.GRACE", timedelta(0))


def handed_in_ago(server: Server, ago: timedelta) -> None:
    """Let the hand-in be so long ago, by the clock of the computer as it is now."""
    with server.database.write() as db:
        for row in db.scalars(select(HandIn)):
            row.handed_in_at -= ago


@pytest.mark.parametrize("ago", [timedelta(0), GRACE - timedelta(seconds=5), -timedelta(seconds=3)])
def test_what_somebody_was_in_the_middle_of_is_still_taken(workshop_server: Server, ago: timedelta) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    hand_in(workshop_server, ana, CASES)
    handed_in_ago(workshop_server, ago)
    for seat in (ana, cleo):
        save_answer(workshop_server, seat, seat.place(CASES, FARM), "reasons", f"{seat.participant.name} ends.")
    assert list(handed_in(workshop_server, workshop.id, CASES)) == [ana.group.id]


@pytest.mark.parametrize("ago", [GRACE, timedelta(days=1), -timedelta(days=1)])
def test_then_the_sheet_is_shut_also_when_the_clock_was_set_back(workshop_server: Server, ago: timedelta) -> None:
    _workshop, ana, _ben = room(workshop_server)
    hand_in(workshop_server, ana, CASES)
    handed_in_ago(workshop_server, ago)
    with pytest.raises(WorkshopProblem, match="handed in"):
        save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "Too late")


def test_handing_in_closes_the_sheets_of_one_group_in_one_activity(workshop_server: Server, no_grace: None) -> None:
    workshop, ana, ben = room(workshop_server)
    hand_in(workshop_server, ana, CASES)
    row = handed_in(workshop_server, workshop.id, CASES)[ana.group.id]
    assert row.participant_id == ana.participant.id and row.handed_in_at.tzinfo is not None
    assert handed_in(workshop_server, workshop.id, CAMPAIGN) == {}
    for sheet in (FARM, HOTEL):
        with pytest.raises(WorkshopProblem, match="handed in"):
            save_answer(workshop_server, ana, ana.place(CASES, sheet), "verdict", "poor")
    save_answer(workshop_server, ben, ben.place(CASES, FARM), "verdict", "poor")
    save_answer(workshop_server, ana, ana.place(CAMPAIGN, "sheet"), "slogan", "Words")


def test_taking_back_opens_it_again(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    take_back(workshop_server, ana, CASES)
    hand_in(workshop_server, ana, CASES)
    first = handed_in(workshop_server, workshop.id, CASES)[ana.group.id].handed_in_at
    hand_in(workshop_server, ana, CASES)
    assert handed_in(workshop_server, workshop.id, CASES)[ana.group.id].handed_in_at == first
    take_back(workshop_server, ana, CASES)
    assert handed_in(workshop_server, workshop.id, CASES) == {}
    save_answer(workshop_server, ana, ana.place(CASES, FARM), "verdict", "poor")


@pytest.mark.parametrize("act", [hand_in, take_back])
def test_what_is_over_stays_as_it_is(workshop_server: Server, act) -> None:
    workshop, ana, ben = room(workshop_server)
    hand_in(workshop_server, ana, CASES)
    end(workshop_server, workshop.id, CASES)
    with pytest.raises(WorkshopProblem, match="ended"):
        act(workshop_server, ana, CASES)
    begin(workshop_server, workshop.id, CASES)
    set_open(workshop_server, workshop.id, False)
    with pytest.raises(WorkshopProblem, match="closed"):
        act(workshop_server, ben, CASES)
    assert list(handed_in(workshop_server, workshop.id, CASES)) == [ana.group.id]


@pytest.mark.parametrize("act", [hand_in, take_back])
def test_who_cannot_hand_in_is_told_why(workshop_server: Server, act) -> None:
    workshop, ana, _ben = room(workshop_server)
    with pytest.raises(WorkshopProblem, match="Choose your group"):
        act(workshop_server, seated(workshop_server, workshop, "Cleo"), CASES)
    with pytest.raises(WorkshopProblem):
        act(workshop_server, ana, "no-such-activity")


def test_a_group_that_is_gone_cannot_hand_in(workshop_server: Server) -> None:
    workshop, _ana, ben = room(workshop_server)
    place(workshop_server, ben.participant.id, None)
    form_groups(workshop_server, workshop.id, ["One"])
    with pytest.raises(WorkshopProblem, match="no longer there"):
        hand_in(workshop_server, ben, CASES)


def test_two_laptops_may_hand_in_at_once(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda _n: hand_in(workshop_server, ana, CASES), range(6)))
    assert list(handed_in(workshop_server, workshop.id, CASES)) == [ana.group.id]


def test_nothing_is_saved_after_handing_in(workshop_server: Server, no_grace: None) -> None:
    """Whoever saves at the same moment is either part of what was handed in, or is refused."""
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)

    def save(number: int) -> int:
        try:
            return save_answer(workshop_server, cleo, cleo.place(CASES, FARM), f"steps/r{number}", True).mine
        except WorkshopProblem:
            return 0

    with ThreadPoolExecutor(4) as pool:
        saving = pool.map(save, range(20))
        hand_in(workshop_server, ana, CASES)
        after = save(99)
        assert after == 0 and len(list(saving)) == 20
