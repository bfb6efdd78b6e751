"""The plain page with a group's sheet: all in one answer, or a sentence with a way on."""

import html
import json
import re
from typing import Any

import httpx
import pytest

from engine.access.cookies import SEAT
from engine.workshop import Screen, place, rejoin, save_answer, show
from tests.routes.conftest import House
from tests.sample_content import CAMPAIGN, CASES, FARM, open_sample, seated

pytestmark = pytest.mark.usefixtures("small_parts")


def options(page: httpx.Response) -> dict[str, Any]:
    found = re.search(r"data-options='([^']*)'", page.text)
    assert found and page.status_code == 200
    return json.loads(html.unescape(found[1]))


def visible(page: httpx.Response, text: str) -> bool:
    """Whether a paragraph of the page is shown from the start."""
    found = re.search(rf"<p([^>]*)>{text}", page.text)
    return found is not None and "hidden" not in found[1]


def test_the_page_has_all_that_the_sheet_needs(house: House) -> None:
    laptop = house.seated(house.ana)
    page = laptop.get("/sheet", activity=CASES)
    given = options(page)
    assert given["data"]["place"] == {"group": house.ana.group.id, "activity": CASES}
    assert laptop.get(given["script"]).status_code == laptop.get(given["styles"]).status_code == 200
    assert (given["answers"], given["handIn"], given["live"]) == ("/answers", "/hand-in", "/live")
    assert "Ana" in page.text and "One" in page.text and 'href="/"' in page.text
    assert page.headers["cache-control"] == "no-store" and '<html lang="en" dir="ltr">' in page.text


def test_without_an_activity_it_is_the_one_of_the_room(house: House) -> None:
    page = house.seated(house.ana).get("/sheet")
    assert options(page)["data"]["place"]["activity"] == CAMPAIGN
    assert re.findall(r'<option value="([^"]+)"', page.text) == [CASES, CAMPAIGN]
    assert f'<option value="{CAMPAIGN}" selected>' in page.text


def test_what_people_typed_is_only_text(house: House) -> None:
    nasty = "</script><script>alert('1')</script>"
    eve = seated(house.server, house.workshop, nasty, house.ana.group)
    page = house.seated(eve).get("/sheet")
    assert options(page)["data"]["me"] == nasty and "<script>alert" not in page.text


def test_what_the_room_looks_at_is_said_with_the_way_to_it(house: House) -> None:
    laptop = house.seated(house.ana)
    assert not visible(laptop.get("/sheet"), "The facilitator shows")
    show(house.server, house.workshop.id, Screen(CASES, FARM, shown=True))
    assert visible(laptop.get("/sheet"), "The facilitator shows the plenary")


def test_on_paper_stand_all_cases_whole_and_what_was_answered(house: House) -> None:
    for path, value in (("signs/debt/evidence", [1, 3]), ("steps/r1", True), ("steps/r1/what", "<b>Call</b>")):
        save_answer(house.server, house.ana, house.ana.place(CASES, FARM), path, value)
    laptop = house.seated(house.ana)
    page = laptop.get(options(laptop.get("/sheet", activity=CASES))["print"])
    read = re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", page.text, flags=re.DOTALL))
    for case in house.server.library.case_studies.values():
        assert f"Case {case.number} · {case.title}" in read and all(s.text in read for s in case.sentences)
    assert "Debt 1, 3" in read and "Step 1 &lt;b&gt;Call&lt;/b&gt;" in read and "Sample workshop · One" in read
    assert page.text.count('class="answer"') == 2 * 2, "a verdict and reasons for each case, also the empty ones"


def test_what_cannot_be_printed_is_said(house: House) -> None:
    page = house.seated(house.ana).get("/sheet", activity="nowhere", print="")
    assert page.status_code == 409 and 'role="alert"' in page.text


def test_who_cannot_work_yet_gets_a_sentence_and_waits_for_the_room(house: House) -> None:
    early = seated(house.server, open_sample(house.server, "Later"), "Early")
    place(house.server, house.ben.participant.id, None)
    for seat, said in ((early, "Choose your group first."), (house.ben, "Choose your group first.")):
        page = house.seated(seat).get("/sheet")
        assert page.status_code == 200 and visible(page, said) and "data-options" not in page.text
        assert f"topic=room:{seat.workshop.id}" in html.unescape(page.text) and 'href="/"' in page.text
    page = house.seated(house.ana).get("/sheet", activity="nowhere")
    assert visible(page, "The facilitator begins the next activity.")


def test_who_has_no_seat_is_led_to_the_join_page(house: House) -> None:
    lost = house.seated(house.ana)
    rejoin(house.server, house.ana.participant.rejoin_code)
    for laptop in (house.laptop(), house.watcher(), lost):
        page = laptop.get("/sheet")
        assert (page.status_code, page.headers["location"]) == (303, "/join")
    assert SEAT in lost.cookies
