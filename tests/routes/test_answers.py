"""Where text boxes save: what is taken, what is refused, and what is said when the server fails."""

import json
import logging
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from engine.routes.typed import BODY_LIMIT
from engine.store import Place
from engine.workshop import answers_on, end, hand_in, place, rejoin, set_open
from tests.routes.conftest import House
from tests.sample_content import CAMPAIGN, CASES, FARM

NO_ANSWERS = [
    b"", b"group=1", b"null", b"[]", b"5", b'"text"', b"[1, 2]", b"{", b"\xff\xfe", b"\xed\xa0\x80", b"9" * 5_000,
    b"[" * 100_000, b'{"a":' * 100_000, b'{"group": 1}',
]  # fmt: skip
NOT_ON_THE_SHEET: list[dict[str, Any]] = [
    {"activity": "nowhere"},
    {"activity": CAMPAIGN},
    {"sheet": "sheet"},
    {"sheet": "\ud800"},
    {"field": ""},
    {"field": "reasons/x"},
    {"field": "signs"},
    {"field": "signs/violence"},
    {"field": "signs/\x00/status"},
    *({name: text} for name in ("group", "activity", "sheet", "field") for text in ("\0", "\ud800", "a\udfff")),
    {"field": "steps/" + "r" * 33 + "/what"},
    {"value": None},
    {"value": 5},
    {"value": ["Yes"]},
    {"value": {"a": 1}},
    {"value": "x" * 20_001},
    {"field": "verdict", "value": "no such option"},
    {"field": "signs/violence/evidence", "value": [99]},
    {"field": "signs/violence/evidence", "value": [True]},
]


def body(house: House, **changes: Any) -> dict[str, Any]:
    assert house.ana.group
    sent = {
        "group": house.ana.group.id,
        "activity": CASES,
        "sheet": FARM,
        "field": "reasons",
        "value": "Yes",
        "base": 0,
    }
    return sent | changes


def saved(house: House) -> dict[str, Any]:
    assert house.ana.group
    sheet = Place(house.workshop.id, CASES, house.ana.group.id, FARM)
    return {path: answer.value for path, answer in answers_on(house.server, sheet).items()}


def test_a_text_is_saved_and_the_reply_says_when(house: House) -> None:
    laptop = house.seated(house.ana)
    first = laptop.send(body(house, value="Her passport was kept."))
    assert first.status_code == 200 and first.headers["content-type"] == "application/json"
    said = first.json()
    assert said["value"] == "Her passport was kept." and said["revision"] == said["mine"] > 0
    assert said["saved_at"].endswith("+00:00")
    second = laptop.send(body(house, value="Her passport was kept. 😀", base=said["revision"])).json()
    assert second["revision"] > said["revision"]
    assert saved(house) == {"reasons": "Her passport was kept. 😀"}


def test_two_who_write_at_once_are_told_what_is_there_now(house: House) -> None:
    laptop = house.seated(house.ana)
    base = laptop.send(body(house, value="One.")).json()["revision"]
    laptop.send(body(house, value="Zero. One.", base=base))
    said = laptop.send(body(house, value="One. Two.", base=base)).json()
    assert said["value"] == saved(house)["reasons"]
    assert "Two." in said["value"] and said["mine"] <= said["revision"]


def test_what_is_no_answer_is_refused(house: House) -> None:
    laptop = house.seated(house.ana)
    for raw in NO_ANSWERS:
        response = laptop.send(raw)
        assert response.status_code == 409 and list(response.json()) == ["problem"], raw[:50]
        assert "Reload the page" in response.json()["problem"]


def test_an_answer_has_just_its_parts_and_each_of_its_kind(house: House) -> None:
    laptop, whole = house.seated(house.ana), body(house)
    wrong = [{key: value for key, value in whole.items() if key != left_out} for left_out in whole]
    wrong += [whole | {"extra": 1}, whole | {"__class__": 1}]
    wrong += [whole | {"base": base} for base in (True, False, -1, 2**53, 10**30, 1.0, "0", None, [])]
    wrong += [whole | {key: value} for key in ("group", "activity", "sheet", "field") for value in (None, 1, [], {})]
    assert [laptop.send(sent).status_code for sent in wrong] == [409] * len(wrong)
    assert saved(house) == {}
    assert laptop.send(whole | {"base": 2**53 - 1}).status_code == 200


def test_what_does_not_fit_the_sheet_is_refused_with_a_word_to_the_person(house: House) -> None:
    laptop = house.seated(house.ana)
    for changes in NOT_ON_THE_SHEET:
        response = laptop.send(body(house, **changes))
        assert response.status_code == 409 and list(response.json()) == ["problem"], changes
        assert response.json()["problem"].endswith((".", "?"))
    assert saved(house) == {}


def test_every_kind_of_value_comes_back_as_it_is_kept(house: House) -> None:
    laptop = house.seated(house.ana)
    for path, value in (
        ("verdict", "forced"), ("signs/debt/evidence", [4, 2, 2]), ("steps/r1", True), ("steps/r1/what", "Go\ud800"),
    ):  # fmt: skip
        assert laptop.send(body(house, field=path, value=value)).status_code == 200
    assert saved(house) == {
        "verdict": "forced", "signs/debt/evidence": [2, 4], "steps/r1": True, "steps/r1/what": "Go?",
    }  # fmt: skip


def test_a_body_of_three_megabytes_is_too_long(house: House) -> None:
    response = house.seated(house.ana).send(body(house, value="x" * 3_000_000))
    assert response.status_code == 409 and "too long" in response.json()["problem"]
    longest = body(house, value="\u0600" * (BODY_LIMIT // 6 - 100))  # six bytes each in JSON
    assert "characters" in house.seated(house.ana).send(longest).json()["problem"]


def test_without_a_seat_nothing_is_saved_and_the_text_is_said_to_be_kept(house: House) -> None:
    moved = house.seated(house.ana)
    rejoin(house.server, house.ana.participant.rejoin_code)
    tampered = house.laptop()
    tampered.cookies.set("seat", "x.y", domain="workshop.test")
    for laptop in (house.laptop(), house.watcher(), house.facilitator(), moved, tampered):
        response = laptop.send(body(house))
        assert response.status_code == 409 and "no seat any more" in response.json()["problem"]
    assert saved(house) == {}


def test_a_page_of_another_group_saves_nothing_into_this_one(house: House) -> None:
    assert house.ana.group and house.ben.group
    response = house.seated(house.ben).send(body(house))
    assert response.status_code == 409 and "You are in Two now" in response.json()["problem"]
    laptop = house.seated(house.ana)
    place(house.server, house.ana.participant.id, house.ben.group.id)
    assert "You are in Two now" in laptop.send(body(house)).json()["problem"]
    place(house.server, house.ana.participant.id, None)
    assert "no group" in laptop.send(body(house)).json()["problem"]
    assert saved(house) == {}


def test_a_sheet_that_is_shut_says_who_can_open_it(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.workshop.state.GRACE", timedelta(0))
    laptop = house.seated(house.ana)
    hand_in(house.server, house.ana, CASES)
    assert "handed in" in laptop.send(body(house)).json()["problem"]
    end(house.server, house.workshop.id, CASES)
    assert "facilitator has ended" in laptop.send(body(house)).json()["problem"]
    set_open(house.server, house.workshop.id, False)
    assert "closed" in laptop.send(body(house)).json()["problem"]
    assert saved(house) == {}


def test_when_the_server_fails_the_page_tries_again_and_learns_nothing_else(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = house.seated(house.ana)
    with house.server.database.write() as db:
        db.execute(text("ALTER TABLE answer RENAME TO answer_gone"))
    with caplog.at_level(logging.ERROR):
        response = laptop.send(body(house, value="secret words"))
    assert response.status_code == 503 and response.json()["retry"] is True
    assert (
        "answer_gone" not in response.text and "Traceback" not in response.text and "sql" not in response.text.lower()
    )
    assert "what was sent could not be saved" in caplog.text
    with house.server.database.write() as db:
        db.execute(text("ALTER TABLE answer_gone RENAME TO answer"))
    assert laptop.send(body(house, value="secret words")).status_code == 200


def test_the_kind_of_a_beacon_does_not_matter(house: House) -> None:
    laptop, sent = house.seated(house.ana), body(house)
    for kind in ("text/plain;charset=UTF-8", "application/json", ""):
        headers = {"content-type": kind}
        assert laptop.ask("POST", "/answers", content=json.dumps(sent), headers=headers).status_code == 200
