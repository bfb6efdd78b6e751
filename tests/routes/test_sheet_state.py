"""What a sheet saves, asks for and hands in by the plain routes: several changes at once, each with its own reply."""

import asyncio
import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from engine.live import topics
from engine.routes.answers import MOST
from engine.store import Place
from engine.workshop import Screen, answers_on, end, handed_in, place, rejoin, save_answer, set_open, show
from tests.routes.asking import Laptop, Line
from tests.routes.conftest import House
from tests.sample_content import CAMPAIGN, CASES, FARM, HOTEL, seated

TAB = "abcdefgh"


def change(number: int = 1, **other: Any) -> dict[str, Any]:
    return {"sheet": FARM, "field": "reasons", "value": "Yes", "base": 0, "tab": TAB, "number": number} | other


def posted(house: House, *changes: dict[str, Any], **other: Any) -> dict[str, Any]:
    assert house.ana.group
    return {"group": house.ana.group.id, "activity": CASES, "changes": list(changes)} | other


def saved(house: House, sheet: str = FARM) -> dict[str, Any]:
    assert house.ana.group
    where = Place(house.workshop.id, CASES, house.ana.group.id, sheet)
    return {path: answer.value for path, answer in answers_on(house.server, where).items()}


def news(house: House, laptop: Laptop, since: int | str = 0, activity: str = CASES) -> Any:
    response = laptop.ask("GET", "/answers", params={"activity": activity, "since": str(since)})
    return response.json() | {"status": response.status_code}


def test_each_change_has_its_reply(house: House) -> None:
    said = house.seated(house.ana).send(
        posted(
            house,
            change(1, value="One."),
            change(2, sheet=HOTEL, field="verdict", value="poor"),
            change(3, field="verdict", value="no such option"),
            change(4, field="nowhere"),
            change(5, field="steps/r1", value=True),
        )
    )
    assert said.status_code == 200
    replies = said.json()["changes"]
    assert [reply["number"] for reply in replies] == [1, 2, 3, 4, 5]
    assert ["problem" in reply for reply in replies] == [False, False, True, True, False]
    assert [(r["sheet"], r["field"], r["retry"]) for r in replies if "problem" in r] == [
        (FARM, "verdict", False), (FARM, "nowhere", False)
    ]  # fmt: skip
    assert set(replies[0]) == {
        "sheet", "field", "number", "value", "revision", "mine", "saved_at", "author", "tab"
    }  # fmt: skip
    assert (replies[0]["value"], replies[0]["author"]) == ("One.", "Ana")
    assert datetime.fromisoformat(said.json()["now"]).tzinfo and replies[0]["saved_at"].endswith("+00:00")
    assert saved(house) == {"reasons": "One.", "steps/r1": True} and saved(house, HOTEL) == {"verdict": "poor"}


def test_what_is_sent_again_has_the_same_reply_and_is_there_once(house: House) -> None:
    laptop, body = house.seated(house.ana), posted(house, change(1), change(2, field="verdict", value="poor"))
    first = laptop.send(body).json()["changes"]
    assert laptop.send(body).json()["changes"] == first


def test_as_many_as_a_laptop_has_waiting_are_saved_together(house: House) -> None:
    many = [change(n, field=f"steps/r{n}", value=True) for n in range(1, MOST + 1)]
    assert len(house.seated(house.ana).send(posted(house, *many)).json()["changes"]) == MOST
    assert len(saved(house)) == MOST
    assert house.seated(house.ana).send(posted(house, *many, change(MOST + 1))).status_code == 409


WRONG: list[dict[str, Any]] = [
    {"base": -1}, {"base": True}, {"base": "0"}, {"number": 0}, {"number": -1}, {"number": 2**53}, {"number": "1"},
    {"tab": ""}, {"tab": "short"}, {"tab": "a" * 17}, {"tab": "abc-defgh"}, {"tab": 5}, {"sheet": None},
    {"field": "\0"}, {"extra": 1},
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_what_no_page_sends_is_refused_whole(house: House, wrong: dict[str, Any]) -> None:
    response = house.seated(house.ana).send(posted(house, change(1), change(2) | wrong))
    assert response.status_code == 409 and "Reload the page" in response.json()["problem"]
    assert saved(house) == {}


def test_what_is_no_list_of_changes_is_refused(house: House) -> None:
    laptop = house.seated(house.ana)
    for changes in ([], {}, None, "text", [1], [None], [[]], [{}]):
        assert laptop.send(posted(house) | {"changes": changes}).status_code == 409


def test_who_has_no_seat_or_another_group_is_told_once(house: House) -> None:
    assert house.ana.group and house.ben.group
    body = posted(house, change(1), change(2, field="verdict", value="poor"))
    assert "You are in Two now" in house.seated(house.ben).send(body).json()["problem"]
    assert "no seat any more" in house.laptop().send(body).json()["problem"]
    laptop = house.seated(house.ana)
    place(house.server, house.ana.participant.id, None)
    assert "no group" in laptop.send(body).json()["problem"]
    rejoin(house.server, house.ana.participant.rejoin_code)
    assert "no seat any more" in laptop.send(body).json()["problem"]
    assert saved(house) == {}


def test_a_sheet_that_is_shut_says_why_once(house: House) -> None:
    laptop, body = house.seated(house.ana), posted(house, change(1), change(2, field="verdict", value="poor"))
    end(house.server, house.workshop.id, CASES)
    assert "facilitator has ended" in laptop.send(body).json()["problem"]
    set_open(house.server, house.workshop.id, False)
    assert "closed" in laptop.send(body).json()["problem"]


def test_when_the_server_fails_the_page_tries_again(house: House, caplog: pytest.LogCaptureFixture) -> None:
    laptop, body = house.seated(house.ana), posted(house, change(1), change(2, field="verdict", value="poor"))
    with house.server.database.write() as db:
        db.execute(text("ALTER TABLE current_answer RENAME TO gone"))
    with caplog.at_level(logging.ERROR):
        response = laptop.send(body)
    assert response.status_code == 503 and response.json()["retry"] is True
    with house.server.database.write() as db:
        db.execute(text("ALTER TABLE gone RENAME TO current_answer"))
    assert laptop.send(body).status_code == 200


def test_the_others_of_the_group_hear_what_was_saved_and_nobody_else(house: House) -> None:
    assert house.ana.group
    cleo = seated(house.server, house.workshop, "Cleo", house.ana.group)
    topic = topics.sheet(house.workshop.id, house.ana.group.id, CASES)

    async def run() -> str:
        async with Line(house.seated(cleo), topic) as line, Line(house.seated(house.ben), topic) as refused:
            await line.text()
            assert refused.status == 403
            await asyncio.to_thread(house.seated(house.ana).send, posted(house, change(1, value="é\n")))
            return await line.text()

    head, _colon, data = asyncio.run(run()).partition("data: ")
    assert head == "event: changes\n"
    (told,) = json.loads(data)[topic]
    assert told == news(house, house.seated(cleo))["changes"][0]
    assert (told["value"], told["author"], told["tab"], told["sheet"]) == ("é\n", "Ana", TAB, FARM)


def test_after_a_gap_a_page_asks_for_what_it_missed(house: House) -> None:
    assert house.ana.group
    seated(house.server, house.workshop, "Cleo", house.ana.group)
    laptop = house.seated(house.ana)
    empty = news(house, laptop)
    assert (empty["changes"], empty["revision"], empty["people"]) == ([], 0, ["Ana", "Cleo"])
    laptop.send(posted(house, change(1, value="One."), change(2, sheet=HOTEL, field="verdict", value="poor")))
    save_answer(house.server, house.ben, house.ben.place(CASES, FARM), "reasons", "Theirs")
    save_answer(house.server, house.ana, house.ana.place(CAMPAIGN, "sheet"), "slogan", "Elsewhere")
    found = news(house, laptop)
    assert [(c["sheet"], c["value"], c["tab"]) for c in found["changes"]] == [(FARM, "One.", TAB), (HOTEL, "poor", TAB)]
    assert found["revision"] == found["changes"][-1]["revision"]
    assert news(house, laptop, found["revision"])["changes"] == []
    assert news(house, laptop, found["revision"])["revision"] == found["revision"]
    assert [c["value"] for c in news(house, laptop, found["changes"][0]["revision"])["changes"]] == ["poor"]


def test_who_may_not_ask_gets_a_word(house: House) -> None:
    dan = seated(house.server, house.workshop, "Dan")
    laptop = house.seated(house.ana)
    for response in (
        news(house, house.laptop()),
        news(house, house.seated(dan)),
        news(house, laptop, activity="nowhere"),
        *(news(house, laptop, since) for since in ("x", "-1", "9" * 20, "")),
    ):
        assert response["status"] == 409 and response["problem"].endswith(".")


def hand(house: House, laptop: Laptop, is_in: bool, **other: Any) -> Any:
    assert house.ana.group
    body = {"group": house.ana.group.id, "activity": CASES, "handed_in": is_in} | other
    response = laptop.send(body, "/hand-in")
    return response.json() | {"status": response.status_code}


def test_a_group_hands_in_and_takes_back(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert house.ana.group
    laptop = house.seated(house.ana)
    state = hand(house, laptop, True)["state"]
    assert (state["is"], state["by"], state["room"]) == ("handed_in", "Ana", {"activity": CAMPAIGN, "shown": False})
    at, until, now = (datetime.fromisoformat(state[name]) for name in ("at", "until", "now"))
    assert until - at == timedelta(seconds=15) and abs(now - datetime.now(UTC)) < timedelta(minutes=1)
    assert laptop.send(posted(house, change(1, value="The end of a sentence."))).status_code == 200
    monkeypatch.setattr("engine.workshop.state.GRACE", timedelta(0))
    assert "handed in" in laptop.send(posted(house, change(2))).json()["problem"]
    assert hand(house, laptop, False)["state"]["is"] == "open"
    assert handed_in(house.server, house.workshop.id, CASES) == {}
    assert laptop.send(posted(house, change(2))).status_code == 200


def test_who_cannot_hand_in_is_told_why(house: House) -> None:
    laptop = house.seated(house.ana)
    dan = seated(house.server, house.workshop, "Dan")
    assert "Two now" in hand(house, house.seated(house.ben), True)["problem"]
    assert "Choose your group" in hand(house, house.seated(dan), True)["problem"]
    assert "no seat" in hand(house, house.laptop(), True)["problem"]
    for wrong in ({"handed_in": "yes"}, {"handed_in": 1}, {"group": 5}, {"extra": 1}, {"activity": "nowhere"}):
        assert hand(house, laptop, True, **wrong)["status"] == 409
    assert handed_in(house.server, house.workshop.id, CASES) == {}


def test_the_state_says_what_the_room_does(house: House) -> None:
    laptop = house.seated(house.ana)
    show(house.server, house.workshop.id, Screen(CASES, FARM, shown=True))
    state = news(house, laptop)["state"]
    assert (state["is"], state["by"], state["at"], state["until"]) == ("open", "", "", "")
    assert state["room"] == {"activity": CAMPAIGN, "shown": True}
    end(house.server, house.workshop.id, CASES)
    assert news(house, laptop)["state"]["is"] == "ended"
    set_open(house.server, house.workshop.id, False)
    assert news(house, laptop)["state"]["is"] == "closed"
