"""Our reading of each case goes through the real screens, and the database then holds exactly the reading."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from engine.content import Activity, Library, flattened
from tests.browser.rooms import Room
from tests.browser.seen import ids_of, nothing_wrong
from tests.real_content import LIBRARY

CASES = "indicators-and-investigation"


@pytest.fixture(scope="module")
def room(browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = Room(browser, library, tmp_path_factory.mktemp("room"), groups=("Kariba",))
    room.begin(library.activities[CASES])
    room.turn_to("Agenda")
    yield room
    room.close()


@pytest.fixture(scope="module")
def activity(library: Library) -> Activity:
    return library.activities[CASES]


@pytest.mark.parametrize("case_id", list(LIBRARY.case_studies))
def test_a_reading_goes_through_the_screens(room: Room, library: Library, activity: Activity, case_id: str):
    page, case = room.laptops[0].page, library.case_studies[case_id]
    page.get_by_role("radio", name=re.compile(rf"^{case.number} · {case.country}\b")).check()
    expect(page.get_by_role("heading", name=case.title, exact=True)).to_be_visible()
    for sentence in case.sentences:
        expect(page.locator(".case")).to_contain_text(sentence.text)
    reading = flattened(activity, library.readings[CASES].sheets[case_id])
    room.filling(0, activity, case_id).fill_and_check(reading)
    nothing_wrong(page, ids_of(activity))
    assert room.complaints == []
