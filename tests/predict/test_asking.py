"""The room guesses a figure, and then looks at it."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from engine.fields import AnswerProblem
from engine.live import topics
from engine.predict.asking import ask, asked_before, asked_now, guess, guesses_of, put_away, reveal, show_chart
from engine.server import Server
from engine.store import Guess, Workshop
from engine.workshop import (
    Asking,
    Playing,
    Screen,
    Seat,
    WorkshopProblem,
    begin,
    form_groups,
    instead_of,
    place,
    screen_of,
    seat_of,
    set_open,
    show,
    show_instead,
    workshop_by_id,
)
from tests.sample_content import CASES, FARM, open_sample, room, seated
from tests.sample_predictions import MANY, REGION, TEN, sample_predictions


@pytest.fixture
def server(workshop_server: Server) -> Server:
    workshop_server.library.predictions = sample_predictions()
    return workshop_server


@pytest.fixture
def seats(server: Server) -> tuple[Workshop, Seat, Seat]:
    return room(server)


def values(server: Server, asked_id: int) -> dict[str, Any]:
    return {group: guessed.value for group, guessed in guesses_of(server, asked_id).items()}


def test_the_last_guess_of_a_group_counts_whoever_made_it(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop, ana, ben = seats
    cleo = seated(server, workshop, "Cleo", ana.group)
    asked = ask(server, workshop.id, TEN)
    assert values(server, asked.id) == {}
    for seat, value in ((ana, 3), (ben, 7), (cleo, 4)):
        guess(server, seat, asked.id, value)
    assert values(server, asked.id) == {ana.group.id: 4, ben.group.id: 7}
    assert guesses_of(server, asked.id)[ana.group.id].author == "Cleo"
    with server.database.read() as db:
        assert db.query(Guess).count() == 3


def test_a_question_is_on_the_screen_until_another_thing_is(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop = seats[0]
    assert asked_now(server, workshop.id) is None
    asked = ask(server, workshop.id, TEN)
    assert asked_now(server, workshop.id).question_id == TEN
    assert instead_of(workshop_by_id(server, workshop.id)) == Asking(asked.id)
    assert not screen_of(server, workshop_by_id(server, workshop.id)).shown
    ask(server, workshop.id, MANY)
    assert asked_now(server, workshop.id).question_id == MANY
    put_away(server, workshop.id)
    assert asked_now(server, workshop.id) is None
    ask(server, workshop.id, MANY)
    show(server, workshop.id, Screen(CASES, FARM, shown=True))
    assert asked_now(server, workshop.id) is None
    put_away(server, workshop.id)
    assert screen_of(server, workshop_by_id(server, workshop.id)) == Screen(CASES, FARM, shown=True)
    film = Playing("film:x")
    for other in (lambda: begin(server, workshop.id, CASES), lambda: show_instead(server, workshop.id, film)):
        ask(server, workshop.id, MANY)
        other()
        assert asked_now(server, workshop.id) is None
    put_away(server, workshop.id)
    assert instead_of(workshop_by_id(server, workshop.id)) == film


def test_a_second_click_asks_nothing_twice(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop = seats[0]
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _n: ask(server, workshop.id, TEN).id, range(4)))
    assert len(found) == 1


def test_a_question_asked_again_begins_anew(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop, ana, _ben = seats
    first = ask(server, workshop.id, TEN)
    guess(server, ana, first.id, 2)
    reveal(server, workshop.id)
    assert asked_before(server, workshop.id) == {TEN}
    again = ask(server, workshop.id, TEN)
    assert again.id != first.id and asked_now(server, workshop.id).revealed_at is None
    assert values(server, again.id) == {} and values(server, first.id) == {ana.group.id: 2}


def test_nobody_guesses_once_the_figure_is_shown(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop, ana, ben = seats
    asked = ask(server, workshop.id, TEN)
    guess(server, ana, asked.id, 2)
    reveal(server, workshop.id)
    with pytest.raises(WorkshopProblem, match="figure is on the screen already"):
        guess(server, ben, asked.id, 4)
    revealed = asked_now(server, workshop.id).revealed_at
    reveal(server, workshop.id)
    assert asked_now(server, workshop.id).revealed_at == revealed
    assert values(server, asked.id) == {ana.group.id: 2}


def test_the_chart_waits_for_the_figure(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop = seats[0]
    asked = ask(server, workshop.id, TEN)
    for is_revealed in (False, True):
        show_chart(server, workshop.id, True)
        assert instead_of(workshop_by_id(server, workshop.id)) == Asking(asked.id, chart=is_revealed)
        reveal(server, workshop.id)
    show_chart(server, workshop.id, False)
    assert instead_of(workshop_by_id(server, workshop.id)) == Asking(asked.id)


def test_every_guess_that_was_taken_came_before_the_figure(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop, ana, ben = seats
    asked = ask(server, workshop.id, TEN)

    def try_it(seat: Seat, value: int) -> bool:
        try:
            guess(server, seat, asked.id, value)
        except WorkshopProblem:
            return False
        return True

    with ThreadPoolExecutor(5) as pool:
        tries = [pool.submit(try_it, seat, n) for n in range(8) for seat in (ana, ben)]
        pool.submit(reveal, server, workshop.id).result()
        taken = sum(each.result() for each in tries)
    with server.database.read() as db:
        kept = db.query(Guess).all()
    assert len(kept) == taken
    assert not try_it(ana, 1)


def test_who_cannot_guess_is_told_why(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop, ana, _ben = seats
    asked = ask(server, workshop.id, TEN)
    with pytest.raises(WorkshopProblem, match="Choose your group first"):
        guess(server, seated(server, workshop, "Dora"), asked.id, 3)
    put_away(server, workshop.id)
    with pytest.raises(WorkshopProblem, match="has gone on"):
        guess(server, ana, asked.id, 3)
    other = ask(server, workshop.id, MANY)
    with pytest.raises(WorkshopProblem, match="has gone on"):
        guess(server, ana, asked.id, 3)
    form_groups(server, (stranger := open_sample(server, "Another")).id, ["One"])
    elsewhere = ask(server, stranger.id, MANY)
    for unknown in (elsewhere.id, 10**6, 0, -1):
        with pytest.raises(WorkshopProblem, match="has gone on"):
            guess(server, ana, unknown, 3)
    place(server, ana.participant.id, None)
    with pytest.raises(WorkshopProblem, match="another group"):
        guess(server, ana, other.id, 3)
    assert values(server, other.id) == {} == values(server, asked.id)


def test_a_closed_workshop_asks_and_takes_nothing(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop, ana, _ben = seats
    asked = ask(server, workshop.id, TEN)
    set_open(server, workshop.id, False)
    with pytest.raises(WorkshopProblem, match="closed"):
        ask(server, workshop.id, MANY)
    with pytest.raises(WorkshopProblem, match="closed"):
        guess(server, ana, asked.id, 3)
    with pytest.raises(WorkshopProblem, match="no longer there"):
        ask(server, "none", TEN)


def test_a_question_that_left_the_content_is_no_longer_asked(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop, ana, _ben = seats
    asked = ask(server, workshop.id, TEN)
    del server.library.predictions[TEN]
    assert asked_now(server, workshop.id) is None
    for act in (lambda: ask(server, workshop.id, TEN), lambda: guess(server, ana, asked.id, 3)):
        with pytest.raises(WorkshopProblem, match="no longer there"):
            act()


@pytest.mark.parametrize(
    "question, good, bad",
    [
        (TEN, [0, 10], [-1, 11, 2.5, "3", None, True, [], {}]),
        (MANY, [0, 12.3, 50], [-0.1, 50.1, "12", None, True, float("nan"), float("inf")]),
        (REGION, ["north", "east"], ["west", "", None, 0, True, ["north"]]),
    ],
)
def test_a_guess_must_fit(
    server: Server, seats: tuple[Workshop, Seat, Seat], question: str, good: list[Any], bad: list[Any]
):
    workshop, ana, _ben = seats
    asked = ask(server, workshop.id, question)
    for value in bad:
        with pytest.raises(AnswerProblem):
            guess(server, ana, asked.id, value)
    assert values(server, asked.id) == {}
    for value in good:
        guess(server, ana, asked.id, value)
        assert values(server, asked.id) == {ana.group.id: value}


def test_laptops_are_not_drawn_anew_by_a_question_unless_they_showed_something_else(
    server: Server, seats: tuple[Workshop, Seat, Seat]
):
    workshop, ana, _ben = seats
    mark, heard = server.bus.mark(), [topics.room(workshop.id), topics.question(workshop.id)]
    asked = ask(server, workshop.id, TEN)
    guess(server, ana, asked.id, 3)
    reveal(server, workshop.id)
    assert server.bus.missed(heard, mark) == {topics.question(workshop.id)}
    show(server, workshop.id, Screen(CASES, FARM, shown=True))
    mark = server.bus.mark()
    ask(server, workshop.id, MANY)
    assert server.bus.missed(heard, mark) == set(heard)


def test_a_guess_is_told_to_its_group_and_to_who_looks_at_all(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop, ana, ben = seats
    asked = ask(server, workshop.id, TEN)
    mark = server.bus.mark()
    guess(server, ana, asked.id, 3)
    groups = [topics.guess(workshop.id, seat.group.id) for seat in (ana, ben)]
    assert server.bus.missed([topics.guesses(workshop.id), *groups], mark) == {
        topics.guesses(workshop.id),
        groups[0],
    }


def test_a_group_that_guessed_stays(server: Server, seats: tuple[Workshop, Seat, Seat]):
    workshop, _ana, ben = seats
    guess(server, ben, ask(server, workshop.id, TEN).id, 3)
    place(server, ben.participant.id, None)
    with pytest.raises(WorkshopProblem, match="stays"):
        form_groups(server, workshop.id, ["One"])
    assert seat_of(server, ben.participant.id).group is None
