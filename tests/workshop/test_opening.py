"""Opening and closing workshops, and which of them is on the screen."""

from datetime import date, timedelta

import pytest

from engine.server import Server
from engine.workshop import (
    WorkshopProblem,
    all_workshops,
    join,
    open_workshop,
    put_on_screen,
    set_open,
    workshop_by_id,
    workshop_on_screen,
)
from engine.workshop.opening import CODE_LETTERS
from tests.sample_content import open_sample

DAY = date(2030, 5, 6)
GOOD = {"title": "Spring", "country": "Peru", "starts_on": DAY, "ends_on": DAY, "module_id": "sample"}


def test_a_workshop_is_stored_as_it_was_opened(workshop_server: Server) -> None:
    opened = open_workshop(
        workshop_server, **GOOD | {"title": "  Spring \u202e 2030 ", "ends_on": DAY + timedelta(days=4)}
    )
    stored = workshop_by_id(workshop_server, opened.id)
    for workshop in (opened, stored):
        assert (workshop.title, workshop.country, workshop.module_id) == ("Spring 2030", "Peru", "sample")
        assert (workshop.starts_on, workshop.ends_on) == (DAY, DAY + timedelta(days=4))
        assert workshop.is_open and not workshop.is_rehearsal
        assert workshop.activity_id is None and workshop.screen == {}
        assert workshop.created_at.tzinfo is not None
    assert len(opened.join_code) == 6 and set(opened.join_code) <= set(CODE_LETTERS)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " \u200b"}, "title"),
        ({"title": "x" * 121}, "121"),
        ({"country": ""}, "country"),
        ({"country": "x" * 500}, "500"),
        ({"ends_on": DAY - timedelta(days=1)}, "last day"),
        ({"module_id": "no-such-module"}, "module"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_opened(workshop_server: Server, wrong: dict, said: str) -> None:
    with pytest.raises(WorkshopProblem, match=said):
        open_workshop(workshop_server, **GOOD | wrong)
    assert all_workshops(workshop_server) == [] and workshop_on_screen(workshop_server) is None


def test_html_in_a_title_stays_data(workshop_server: Server) -> None:
    title = "<script>alert('x')</script> & {country} %s"
    opened = open_workshop(workshop_server, **GOOD | {"title": title})
    assert workshop_by_id(workshop_server, opened.id).title == title


def test_the_newest_workshop_comes_first(workshop_server: Server) -> None:
    opened = [open_sample(workshop_server, f"Number {n}").id for n in range(5)]
    assert [workshop.id for workshop in all_workshops(workshop_server)] == opened[::-1]
    assert len({workshop.join_code for workshop in all_workshops(workshop_server)}) == 5


def test_the_screen_shows_the_workshop_that_was_chosen_last(workshop_server: Server) -> None:
    first, second = open_sample(workshop_server), open_sample(workshop_server)
    assert workshop_on_screen(workshop_server).id == second.id
    put_on_screen(workshop_server, first.id)
    assert workshop_on_screen(workshop_server).id == first.id
    put_on_screen(workshop_server, "gone")
    assert workshop_on_screen(workshop_server).id == second.id


def test_a_workshop_for_others_leaves_the_facilitators_screen_as_it_is(workshop_server: Server) -> None:
    open_workshop(workshop_server, **GOOD, on_screen=False)
    assert workshop_on_screen(workshop_server) is None
    mine = open_sample(workshop_server)
    others = open_workshop(workshop_server, **GOOD, on_screen=False)
    assert workshop_on_screen(workshop_server).id == mine.id
    put_on_screen(workshop_server, others.id)
    assert workshop_on_screen(workshop_server).id == others.id


def test_a_closed_workshop_takes_nobody_in_until_it_is_opened_again(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    set_open(workshop_server, workshop.id, False)
    with pytest.raises(WorkshopProblem, match="closed"):
        join(workshop_server, workshop.join_code, "Ana")
    set_open(workshop_server, workshop.id, True)
    assert join(workshop_server, workshop.join_code, "Ana").name == "Ana"


@pytest.mark.parametrize("none", ["", "none", "\0", "\ud800"])
def test_an_id_that_there_cannot_be_is_no_workshop(workshop_server: Server, none: str) -> None:
    assert workshop_by_id(workshop_server, none) is None


def test_a_workshop_that_is_not_there_is_a_problem_that_says_so(workshop_server: Server) -> None:
    assert workshop_by_id(workshop_server, "none") is None
    with pytest.raises(WorkshopProblem, match="no longer there"):
        set_open(workshop_server, "none", False)
