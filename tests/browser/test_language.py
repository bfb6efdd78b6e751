"""On every screen, every text goes through translation: the pseudo-language marks those that do."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from engine.access.cookies import SEAT, WATCH
from engine.access.keys import set_password, setup_word
from engine.figures.country import Entered, put_figures
from engine.predict.asking import ask, put_away, reveal
from engine.rehearsal import rehearse
from engine.statistics_file import read_cells
from engine.store import Workshop
from engine.workshop import (
    Screen,
    Seat,
    begin,
    end,
    form_groups,
    groups_of,
    hand_in,
    join,
    place,
    put_on_screen,
    rejoin,
    seat_of,
    set_open,
    show,
)
from tests.browser.houses import House, pseudo_house
from tests.browser.people import PASSWORD
from tests.browser.pseudo import read_hints
from tests.browser.rooms import GROUPS, SITTERS, TITLE, opened
from tests.real_content import LIBRARY

ACTIVITIES = list(LIBRARY.activities)
CASES, CAMPAIGN, LAWS = "indicators-and-investigation", "prevention-campaign", "national-laws"


@pytest.fixture(scope="module")
def empty(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A program that nobody has set up."""
    with pseudo_house(browser, tmp_path_factory.mktemp("empty")) as house:
        yield house


@pytest.fixture(scope="module")
def house(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A program with a password."""
    with pseudo_house(browser, tmp_path_factory.mktemp("house")) as house:
        set_password(house.server, setup_word(house.server), PASSWORD)
        yield house


@pytest.fixture(scope="module")
def rehearsal(house: House) -> Workshop:
    """Every activity, begun and filled in by sample groups."""
    return rehearse(house.server, groups=3)


@pytest.fixture(scope="module")
def seat(house: House) -> Seat:
    """Somebody in the first of the groups of a workshop that nothing has happened in."""
    workshop = opened(house.server, TITLE)
    participant = join(house.server, workshop.join_code, SITTERS[0])
    form_groups(house.server, workshop.id, GROUPS)
    place(house.server, participant.id, groups_of(house.server, workshop.id)[0].id)
    seat = seat_of(house.server, participant.id)
    assert seat
    return seat


def test_the_plain_pages(empty: House):
    page = empty.page
    setup = f"/setup?word={setup_word(empty.server)}"
    for path in ("/join", "/join?code=ABCDEF", "/rejoin", "/sign-in", setup, "/watch"):
        empty.is_plainly_translated(path)
    for path, field, typed in (("/join?code=ABCDEF", "#name", SITTERS[0]), ("/rejoin", "#code", "ABCDEFGH")):
        empty.person.go(path)
        page.locator(field).fill(typed)
        page.locator("form button").click()
        expect(page.get_by_role("alert")).to_be_visible()
        empty.is_plainly_translated()


def test_the_facilitators_pages_before_the_first_workshop(empty: House):
    set_password(empty.server, setup_word(empty.server), PASSWORD)
    empty.person.go("/sign-in")
    empty.page.locator("#password").fill("not the password")
    empty.page.locator("form button").click()
    expect(empty.page.get_by_role("alert")).to_be_visible()
    empty.is_plainly_translated()
    empty.become_facilitator()
    for path in ("/", "/workshops", "/agenda", "/groups", "/plenary", "/projector"):
        empty.is_translated(path)


def test_predicting_and_the_countrys_figures(house: House, seat: Seat):
    workshop_id, table = seat.workshop.id, read_cells([["Kariba", "Luangwa"], ["Zambia", "3"]])
    put_figures(
        house.server, workshop_id, Entered(table, TITLE, GROUPS[0], GROUPS[1], "2024", beside="children-of-ten")
    )
    put_on_screen(house.server, workshop_id)
    for question_id in house.server.library.predictions:
        ask(house.server, workshop_id, question_id)
        house.become(SEAT, [seat.participant.id, seat.participant.seat_version])
        house.is_translated("/")
        reveal(house.server, workshop_id)
        house.is_translated("/")
        house.become_facilitator()
        house.is_translated("/predict")
    house.is_translated("/projector")
    put_away(house.server, workshop_id)
    for path in ("/predict", "/country-figures", "/statistics?chart=children-of-ten"):
        house.is_translated(path)


def test_the_facilitators_pages(house: House, seat: Seat, rehearsal: Workshop):
    house.become_facilitator()
    for path in ("/", "/workshops", "/agenda", "/groups", "/plenary", "/handbook", "/quizzes", "/content-check"):
        house.is_translated(path)
    show(house.server, rehearsal.id, Screen(CASES, "farm-portugal", shown=False))
    house.is_translated("/projector")
    set_open(house.server, rehearsal.id, False)
    house.is_translated("/")
    set_open(house.server, rehearsal.id, True)


@pytest.mark.parametrize("activity_id", [CASES, CAMPAIGN, LAWS])
def test_every_view_of_a_plenary_on_the_projector(house: House, rehearsal: Workshop, activity_id: str):
    house.become(WATCH, rehearsal.id)
    activity = house.server.library.activities[activity_id]
    sheet = next(iter(house.server.library.cases_of(activity)), "sheet")
    for number in range(len(activity.plenary)):
        show(house.server, rehearsal.id, Screen(activity_id, sheet, number, shown=True))
        house.is_translated("/")
        if house.page.locator("button.cell").count():
            house.page.locator("button.cell").first.click()
            house.is_plainly_translated()


@pytest.mark.parametrize("activity_id", ACTIVITIES)
def test_every_sheet(house: House, seat: Seat, activity_id: str):
    house.become(SEAT, [seat.participant.id, 1])
    begin(house.server, seat.workshop.id, activity_id)
    house.is_translated("/")
    for add in house.page.get_by_role("button", name="Add: ").all():
        add.click()
    house.is_translated()
    if activity_id in (CASES, CAMPAIGN):
        assert [hint for hint in read_hints(house.page) if not hint.startswith("⟦")] == []


def test_every_state_of_a_seat(house: House):
    server, workshop = house.server, opened(house.server, TITLE)
    someone = join(server, workshop.join_code, SITTERS[1])
    house.become(SEAT, [someone.id, 1])
    house.is_translated("/")
    form_groups(server, workshop.id, GROUPS)
    house.is_translated("/")
    place(server, someone.id, groups_of(server, workshop.id)[0].id)
    house.is_translated("/")
    house.page.get_by_test_id("stPopoverButton").first.click()
    house.is_translated()
    house.is_translated("/agenda")
    house.is_plainly_translated("/join")
    for activity_id in (CAMPAIGN, CASES):
        begin(server, workshop.id, activity_id)
    seat = seat_of(server, someone.id)
    assert seat
    hand_in(server, seat, CASES)
    house.is_translated("/")
    end(server, workshop.id, CASES)
    house.is_translated("/")
    show(server, workshop.id, Screen(CASES, "farm-portugal", shown=True))
    house.is_translated("/")
    set_open(server, workshop.id, False)
    house.is_translated("/")
    rejoin(server, someone.rejoin_code)
    house.is_translated("/")
    house.is_plainly_translated("/join")
