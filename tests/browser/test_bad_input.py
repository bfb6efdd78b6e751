"""What people type by mistake or out of mischief: it is refused in a clear sentence, or shown as it was typed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.access.cookies import FACILITATOR, SEAT, sealed
from engine.content import Library
from engine.store import Participant
from engine.workshop import join, participants_of, put_on_screen, set_open
from tests.browser.people import Person
from tests.browser.rooms import TITLE, Room, give_cookie, opened
from tests.browser.seen import nothing_wrong, shows

ODD_NAMES = (
    "<img src=x onerror=\"alert('name')\">",
    "**x** :red[y] $z$ ![](http://evil) `c`",
    "a -> b -- &lt;c&gt; :material/check: www.evil.com",
    "😀 Zoë 👩‍🌾",
    "عمر بن سعيد",
)


@pytest.fixture(scope="module")
def room(browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = Room(browser, library, tmp_path_factory.mktemp("room"), groups=("Zambezi",))
    yield room
    room.close()


@pytest.fixture
def newcomer(browser: Browser, room: Room) -> Iterator[Person]:
    person = Person(browser, room.running.origin)
    yield person
    person.context.close()


def _try_to_join(person: Person, code: str, name: str) -> Page:
    person.go(f"/join?code={code}")
    person.page.get_by_label("Join code").fill(code)
    person.page.get_by_label("Your name").evaluate("box => box.required = false")
    person.page.get_by_label("Your name").fill(name)
    person.press("Join")
    return person.page


def _people(room: Room) -> list[Participant]:
    return participants_of(room.server, room.workshop.id)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Type your name, so that your group can find you."),
        (" \u200b ", "Type your name, so that your group can find you."),
        ("x" * 500, "This is 500 characters long. Use at most 60."),
        ("  AMINA ", "already joined. If that is you, use your rejoin code."),
    ],
)
def test_a_name_that_does_not_do_is_refused_with_what_to_do(room: Room, newcomer: Person, name: str, said: str):
    before = len(_people(room))
    page = _try_to_join(newcomer, room.workshop.join_code, name)
    expect(page.get_by_role("alert")).to_contain_text(said)
    expect(page.get_by_label("Join code")).to_have_value(room.workshop.join_code)
    assert page.get_by_label("Your name").input_value() == name[:200]
    assert len(_people(room)) == before


def test_a_code_that_leads_nowhere_is_refused(room: Room, newcomer: Person):
    expect(_try_to_join(newcomer, "ZZZZZZ", "Dalitso").get_by_role("alert")).to_contain_text(
        "There is no workshop with this code. Check it on the board and type it again."
    )
    closed = opened(room.server, "Over")
    set_open(room.server, closed.id, False)
    put_on_screen(room.server, room.workshop.id)
    expect(_try_to_join(newcomer, closed.join_code, "Dalitso").get_by_role("alert")).to_contain_text(
        "This workshop is closed. Ask the facilitator to open it again."
    )
    newcomer.go("/")
    newcomer.sees("Join the workshop")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_is_shown_as_it_was_typed(room: Room, newcomer: Person, name: str):
    page = _try_to_join(newcomer, room.workshop.join_code, name)
    newcomer.sees("Choose your group")
    _shown_as_typed(page, name)
    card = page.locator('[data-testid="stLayoutWrapper"]', has_text="Zambezi").last
    card.get_by_role("button", name="Join this group").click()
    newcomer.sees(f"{TITLE}")
    _shown_as_typed(page, name)
    newcomer.go("/join")
    _shown_as_typed(page, name)
    if name == ODD_NAMES[-1]:
        expect(page.get_by_role("heading", name=name)).to_have_attribute("dir", "auto")
        assert page.get_by_role("heading", name=name).evaluate("h => getComputedStyle(h).direction") == "rtl"
    assert newcomer.outside() == []


def _shown_as_typed(page: Page, text: str) -> None:
    shows(page, text)
    assert page.locator('img[src="x"], a[href*="evil"], main script, [class*="katex"]').count() == 0
    nothing_wrong(page)


def test_the_people_page_shows_all_odd_names(room: Room):
    page = room.facilitator.page
    names = {person.name for person in _people(room)}
    for name in ODD_NAMES:
        if name not in names:
            join(room.server, room.workshop.join_code, name)
    room.facilitator.go("/groups")
    room.facilitator.sees("people have joined")
    for name in ODD_NAMES:
        _shown_as_typed(page, name)


def test_a_changed_cookie_gives_no_seat(room: Room, newcomer: Person):
    seat = room.seats[0]
    good = sealed(room.server, SEAT, [seat.id, seat.seat_version])
    for bad in (good[:-5] + ("A" if good[-5] != "A" else "B") + good[-4:], "x." + good, "", "\\u0000"):
        newcomer.context.clear_cookies()
        give_cookie(newcomer, SEAT, bad)
        give_cookie(newcomer, FACILITATOR, good)
        newcomer.go("/")
        newcomer.sees("This browser has no seat")
        newcomer.go("/join")
        if bad:
            expect(newcomer.page.get_by_role("alert")).to_contain_text("This browser has no seat any more.")
        newcomer.sees("Join the workshop")
        assert newcomer.page.request.post(f"{newcomer.origin}/answers", data={}).status == 409


def test_a_paste_that_is_far_too_long_stays_in_the_box_until_it_is_shortened(room: Room, library: Library):
    activity = library.activities["prevention-campaign"]
    room.begin(activity)
    page, sheet = room.laptops[0].page, room.filling(0, activity)
    box = page.get_by_label("Overall strategy *")
    box.focus()
    page.keyboard.insert_text("x" * 200_000)
    said = "This text has 200,000 characters and the box takes 20,000. Shorten it to save it."
    expect(sheet.at("strategy").locator(".note")).to_contain_text(said)
    sheet.fill_and_check({"message": "The rest of the sheet goes on"})
    expect(sheet.at("strategy").locator(".note")).to_contain_text(said)
    assert len(box.input_value()) == 200_000
    sheet.fill_and_check({"message": "The rest of the sheet goes on", "strategy": "x" * 20_000})
    expect(sheet.at("strategy").locator(".note")).not_to_contain_text(said)
    assert room.complaints == []
