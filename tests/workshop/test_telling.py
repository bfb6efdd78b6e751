"""Every act tells those who look at what it changed, and nobody else."""

import asyncio
from collections.abc import Callable
from functools import partial

import pytest

from engine.live import topics
from engine.server import Server
from engine.store import Place
from engine.workshop import (
    Screen,
    Seat,
    WorkshopProblem,
    answers_on,
    begin,
    end,
    form_groups,
    hand_in,
    join,
    note_presence,
    place,
    place_everybody,
    rejoin,
    save_answer,
    set_open,
    show,
    take_back,
)
from tests.sample_content import CAMPAIGN, CASES, FARM, HOTEL, room

ROOM, PEOPLE, PROGRESS, PLENARY = "the room", "the people", "the progress", "the plenary"
SHEETS, LOCK = "the group's sheets", "the group's lock"


def everything(seat: Seat) -> dict[str, str]:
    """What there is to listen to, for the first group, as topic -> name."""
    workshop, group = seat.workshop.id, seat.group.id
    return {
        topics.room(workshop): ROOM,
        topics.people(workshop): PEOPLE,
        topics.progress(workshop): PROGRESS,
        topics.plenary(workshop, CASES): PLENARY,
        topics.lock(workshop, group): LOCK,
        topics.sheet(workshop, group, CASES): SHEETS,
    }


def told(server: Server, seat: Seat, act: Callable[[], object]) -> set[str]:
    """The names of all topics that were told while `act` ran in another thread."""
    names = everything(seat) | {"the end": "the end"}

    async def listen() -> set[str]:
        listener = server.bus.subscribe(names)
        await asyncio.to_thread(act)
        server.bus.tell("the end")
        try:
            return await anext(listener.news())
        finally:
            server.bus.unsubscribe(listener)

    return {names[topic] for topic in asyncio.run(listen())} - {"the end"}


SAVES = [
    ("reasons", "Text"),
    ("signs/debt/status", "absent"),
    ("signs/debt/evidence", [1]),
    ("steps/r1", True),
    ("steps/r1/what", "Interview"),
]


@pytest.mark.parametrize(("path", "value"), SAVES)
def test_an_answer_is_told_to_its_group_and_to_the_facilitator(
    workshop_server: Server, path: str, value: object
) -> None:
    _workshop, ana, ben = room(workshop_server)
    saving = [
        (ana, ana.place(CASES, FARM), path, value, {SHEETS, PLENARY, PROGRESS}),
        (ana, ana.place(CASES, HOTEL), path, value, {SHEETS, PLENARY, PROGRESS}),
        (ben, ben.place(CASES, FARM), path, value, {PLENARY, PROGRESS}),
        (ana, ana.place(CAMPAIGN, "sheet"), "slogan", "Words", {PROGRESS}),
    ]
    for *answer, expected in saving:
        assert told(workshop_server, ana, partial(save_answer, workshop_server, *answer)) == expected


def test_an_answer_that_is_refused_is_not_told(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    set_open(workshop_server, workshop.id, False)

    def refused() -> None:
        with pytest.raises(WorkshopProblem):
            save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "Text")

    assert told(workshop_server, ana, refused) == set()


def test_what_the_facilitator_does_is_told_to_the_room(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    hear = partial(told, workshop_server, ana)
    assert hear(lambda: end(workshop_server, workshop.id, CASES)) == {ROOM, PROGRESS}
    assert hear(lambda: begin(workshop_server, workshop.id, CASES)) == {ROOM, PROGRESS}
    assert hear(lambda: show(workshop_server, workshop.id, Screen(CASES, FARM, shown=True))) == {ROOM}
    assert hear(lambda: hand_in(workshop_server, ana, CASES)) == {LOCK, PROGRESS}
    assert hear(lambda: take_back(workshop_server, ana, CASES)) == {LOCK, PROGRESS}
    assert hear(lambda: set_open(workshop_server, workshop.id, False)) == {ROOM}


def test_who_comes_goes_or_moves_is_told(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    code, person = ana.participant.rejoin_code, ana.participant.id
    hear = partial(told, workshop_server, ana)
    assert hear(lambda: join(workshop_server, workshop.join_code, "Cleo")) == {PEOPLE}
    assert hear(lambda: note_presence(workshop_server, [person])) == {PEOPLE}
    assert hear(lambda: rejoin(workshop_server, code)) == {ROOM, PEOPLE}
    assert hear(lambda: place(workshop_server, person, None)) == {ROOM, PEOPLE}
    assert hear(lambda: place_everybody(workshop_server, workshop.id)) == {ROOM, PEOPLE}
    assert hear(lambda: form_groups(workshop_server, workshop.id, ["A", "B"])) == {ROOM, PEOPLE}


def test_other_workshops_hear_nothing(workshop_server: Server) -> None:
    (_w, ana, _b), (other, eve, _f) = room(workshop_server), room(workshop_server)
    hear = partial(told, workshop_server, ana)
    assert hear(lambda: save_answer(workshop_server, eve, eve.place(CASES, FARM), "reasons", "Text")) == set()
    assert hear(lambda: end(workshop_server, other.id, CASES)) == set()
    assert hear(lambda: note_presence(workshop_server, [eve.participant.id])) == set()


def test_news_come_after_the_commit(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    place_of, seen = Place(ana.workshop.id, CASES, ana.group.id, FARM), []
    workshop_server.database.on_news = lambda *_names: seen.append(answers_on(workshop_server, place_of))
    save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "Text")
    assert [answers["reasons"].value for answers in seen] == ["Text"]
