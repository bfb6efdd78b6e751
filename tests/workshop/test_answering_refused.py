"""What is not saved, and that the refusal says why."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from engine.fields import AnswerProblem
from engine.server import Server
from engine.store import Place
from engine.workshop import (
    Seat,
    WorkshopProblem,
    answers_on,
    end,
    form_groups,
    groups_of,
    hand_in,
    place,
    save_answer,
    set_open,
)
from tests.sample_content import CAMPAIGN, CASES, FARM, open_sample, room, seated


def answers(server: Server, seat: Seat) -> dict:
    return answers_on(server, Place(seat.workshop.id, CASES, seat.group.id, FARM))


@pytest.mark.parametrize(
    ("activity_id", "sheet", "path"),
    [
        ("no-such-activity", FARM, "verdict"),
        (CASES, "no-such-case", "verdict"),
        (CASES, "sheet", "verdict"),
        (CAMPAIGN, FARM, "slogan"),
        (CASES, FARM, ""),
        (CASES, FARM, "no_such_field"),
        (CASES, FARM, "signs"),
        (CASES, FARM, "signs/hunger/status"),
        (CASES, FARM, "signs/violence/no_such_column"),
        (CASES, FARM, "signs/violence/status/more"),
        (CASES, FARM, "verdict/more"),
        (CASES, FARM, "steps/../what"),
        (CASES, FARM, "steps/" + "x" * 33),
    ],
)
def test_what_is_not_on_the_sheet_is_refused(workshop_server: Server, activity_id: str, sheet: str, path: str) -> None:
    _workshop, ana, _ben = room(workshop_server)
    with pytest.raises(WorkshopProblem, match="not on the sheet"):
        save_answer(workshop_server, ana, ana.place(activity_id, sheet), path, "forced")


def test_a_value_that_does_not_fit_is_refused(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    for path, value in (
        ("verdict", "maybe"),
        ("signs/debt/evidence", [5]),
        ("reasons", "x" * 20_001),
        ("steps/r1", "yes"),
    ):
        with pytest.raises(AnswerProblem):
            save_answer(workshop_server, ana, ana.place(CASES, FARM), path, value)
    assert answers(workshop_server, ana) == {}
    save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "🌍" * 20_000)


REFUSALS: dict[str, tuple[Callable[[Server, Seat], object], str]] = {
    "closed": (lambda server, ana: set_open(server, ana.workshop.id, False), "closed"),
    "ended": (lambda server, ana: end(server, ana.workshop.id, CASES), "ended"),
    "handed in": (lambda server, ana: hand_in(server, ana, CASES), "handed in"),
}


@pytest.mark.parametrize("why", REFUSALS)
def test_a_sheet_that_is_shut_takes_nothing(workshop_server: Server, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.workshop.state.GRACE", timedelta(0))
    _workshop, ana, _ben = room(workshop_server)
    kept = save_answer(workshop_server, ana, ana.place(CASES, FARM), "verdict", "poor").saved
    shut, said = REFUSALS[why]
    shut(workshop_server, ana)
    with pytest.raises(WorkshopProblem, match=said):
        save_answer(workshop_server, ana, ana.place(CASES, FARM), "verdict", "forced")
    assert answers(workshop_server, ana) == {"verdict": kept}


def test_who_has_no_group_saves_nothing(workshop_server: Server) -> None:
    workshop, _ana, _ben = room(workshop_server)
    with pytest.raises(WorkshopProblem, match="Choose your group"):
        seated(workshop_server, workshop, "Cleo").place(CASES, FARM)


def test_nobody_writes_on_the_sheet_of_another_group_or_of_another_workshop(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    other, dora, _eve = room(workshop_server)
    for seat, place_of in ((ben, ana), (dora, ana), (seated(workshop_server, workshop, "Cleo"), ana), (ana, dora)):
        with pytest.raises(WorkshopProblem, match="the sheet of another group"):
            save_answer(workshop_server, seat, place_of.place(CASES, FARM), "verdict", "poor")
    of_both = Place(other.id, CASES, ana.group.id, FARM)
    with pytest.raises(WorkshopProblem, match="the sheet of another group"):
        save_answer(workshop_server, ana, of_both, "verdict", "poor")
    assert answers(workshop_server, ana) == answers(workshop_server, dora) == {}


def test_an_activity_that_has_not_begun_takes_nothing(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    form_groups(workshop_server, workshop.id, ["One"])
    ana = seated(workshop_server, workshop, "Ana", groups_of(workshop_server, workshop.id)[0])
    with pytest.raises(WorkshopProblem, match="not begun"):
        save_answer(workshop_server, ana, ana.place(CASES, FARM), "verdict", "poor")


def test_a_group_that_is_gone_takes_nothing(workshop_server: Server) -> None:
    workshop, _ana, _ben = room(workshop_server)
    form_groups(workshop_server, workshop.id, ["One", "Two", "Three"])
    cleo = seated(workshop_server, workshop, "Cleo", groups_of(workshop_server, workshop.id)[2])
    place(workshop_server, cleo.participant.id, None)
    form_groups(workshop_server, workshop.id, ["One", "Two"])
    with pytest.raises(WorkshopProblem, match="no longer there"):
        save_answer(workshop_server, cleo, cleo.place(CASES, FARM), "verdict", "poor")
