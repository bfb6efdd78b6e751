"""Nobody writes on another group's sheet, reads it, or hears of it, whatever their browser sends."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from engine.content import SHEET, Activity, Library
from engine.live import topics
from engine.store import Place
from engine.workshop import answers_on, form_groups, groups_of
from tests.browser.rooms import Room, opened
from tests.browser.waiting import until

CAMPAIGN = "prevention-campaign"
SECRET = "Only Kariba may read this before the plenary."
LISTEN = """
(address) => {
  window.heard = "";
  fetch(address).then(async (reply) => {
    const reader = reply.body.getReader(), decoder = new TextDecoder();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      window.heard += decoder.decode(value);
    }
  });
}
"""


@pytest.fixture(scope="module")
def room(browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = Room(browser, library, tmp_path_factory.mktemp("room"), groups=("Kariba", "Luangwa"))
    yield room
    room.close()


@pytest.fixture(scope="module")
def campaign(room: Room, library: Library) -> Activity:
    """The activity, begun; the first group has written its message."""
    activity = library.activities[CAMPAIGN]
    room.begin(activity)
    room.filling(0, activity).fill_and_check({"message": SECRET})
    return activity


def _sheet(room: Room, group: int) -> dict[str, Any]:
    place = Place(room.workshop.id, CAMPAIGN, room.groups[group].id, SHEET)
    return {path: saved.value for path, saved in answers_on(room.server, place).items()}


def _post(room: Room, **changed: Any) -> tuple[int, str]:
    """Send an answer from the second group's laptop; give the status and what came back."""
    sent = {
        "group": room.groups[1].id,
        "activity": CAMPAIGN,
        "sheet": SHEET,
        "field": "message",
        "value": "Written by somebody else",
        "base": 0,
    }
    reply = room.laptops[1].context.request.post(f"{room.running.origin}/answers", data=sent | changed)
    return reply.status, reply.text()


def test_an_answer_for_another_group_is_refused(room: Room, campaign: Activity):
    other = opened(room.server, "Another workshop")
    form_groups(room.server, other.id, ["Elsewhere"])
    for group in (room.groups[0].id, groups_of(room.server, other.id)[0].id, "0123456789abcdef", "", "x' OR 1=1"):
        status, said = _post(room, group=group)
        assert status == 409
        assert "You are in Luangwa now, and this is the sheet of another group. Reload the page." in said
        assert SECRET not in said
    assert _sheet(room, 0) == {"message": SECRET}
    assert _sheet(room, 1) == {}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"activity": "no-such-activity"}, "This field is not on the sheet."),
        ({"activity": "action-plan", "field": "first_step"}, "The facilitator has not begun this activity"),
        ({"sheet": "farm-portugal"}, "This field is not on the sheet."),
        ({"field": "no_such_field"}, "This field is not on the sheet."),
        ({"field": "actions/r1/nothing"}, "This field is not on the sheet."),
        ({"field": "partners"}, "This field is not on the sheet."),
        ({"field": "audiences", "value": ["everybody"]}, "Choose among the answers on the sheet."),
        ({"field": "audiences", "value": "women"}, "Choose among the answers on the sheet."),
        ({"value": {"a": 1}}, "This box takes text."),
        ({"value": None}, "This box takes text."),
        ({"value": "x" * 301}, "This text has 301 characters and the box takes 300."),
        ({"value": "x" * 3_000_000}, "This text is far too long to save. Shorten it."),
        ({"base": "1"}, "The page sent something that the server does not know."),
        ({"more": 1}, "The page sent something that the server does not know."),
    ],
)
def test_what_no_screen_sends_is_refused(room: Room, campaign: Activity, changed: dict[str, Any], said: str):
    status, answer = _post(room, **changed)
    assert (status, said in answer) == (409, True), answer
    assert _sheet(room, 1) == {}


def test_without_a_seat_nothing_is_saved(room: Room, campaign: Activity, browser: Browser):
    stranger = browser.new_context()
    reply = stranger.request.post(f"{room.running.origin}/answers", data={
        "group": room.groups[0].id, "activity": CAMPAIGN, "sheet": SHEET,
        "field": "message", "value": "Mine", "base": 0,
    })  # fmt: skip
    assert reply.status == 409
    assert "This browser has no seat any more." in reply.text()
    assert stranger.request.get(f"{room.running.origin}/live?topic={topics.room(room.workshop.id)}").status == 403
    stranger.close()
    assert _sheet(room, 0) == {"message": SECRET}


def test_another_sites_page_can_send_nothing(room: Room, campaign: Activity):
    for path in ("/answers", "/join", "/leave", "/sign-in"):
        reply = room.laptops[0].context.request.post(
            f"{room.running.origin}{path}", data={}, headers={"Origin": "http://evil.example"}
        )
        assert reply.status == 403


def test_nobody_hears_of_another_groups_sheet(room: Room, campaign: Activity):
    theirs = topics.sheet(room.workshop.id, room.groups[0].id, CAMPAIGN)
    reply = room.laptops[1].context.request.get(f"{room.running.origin}/live?topic={theirs}")
    assert (reply.status, reply.text()) == (403, "")
    page = room.laptops[1].page
    page.evaluate(LISTEN, f"/live?topic={theirs}&topic={topics.plenary(room.workshop.id, CAMPAIGN)}")
    until(page, lambda: "event: up" in page.evaluate("heard"), lambda: "the line never opened")
    room.filling(0, campaign).fill_and_check({"message": SECRET + " Still."})
    until(page, lambda: "plenary:" in page.evaluate("heard"), lambda: page.evaluate("heard"))
    assert "sheet:" not in page.evaluate("heard")
    expect(page.get_by_label("The message in one sentence *")).to_have_value("")
