"""What a browser is told of a sheet."""

import json
from datetime import date, datetime, timedelta

import pytest

from engine.content import SHEET
from engine.language import direction
from engine.server import Server
from engine.sheet.data import sheet_data
from engine.workshop import (
    Screen,
    WorkshopProblem,
    begin,
    end,
    form_groups,
    groups_of,
    hand_in,
    open_workshop,
    place,
    save_answer,
    seat_of,
    set_open,
    show,
)
from tests.sample_content import CAMPAIGN, CASES, FARM, HOTEL, open_sample, room, seated

DAY = date(2030, 5, 6)


def test_everything_about_the_sheet_and_its_answers_is_there(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "Ana's")
    saved = save_answer(workshop_server, cleo, cleo.place(CASES, HOTEL), "signs/debt/evidence", [2, 1]).saved
    save_answer(workshop_server, ben, ben.place(CASES, HOTEL), "reasons", "Ben's")
    data = sheet_data(workshop_server, ana, CASES)
    assert json.loads(json.dumps(data)) == data
    assert data["place"] == {"group": ana.group.id, "activity": CASES}
    assert (data["me"], data["group"], data["people"]) == ("Ana", "One", ["Ana", "Cleo"])
    assert (data["seat"], data["title"], data["minutes"]) == (ana.participant.id, "Sample", 10)
    assert data["grace"] == 15
    assert data["steps"] == [{"do": "Fill it in", "minutes": 10}]
    assert [sheet["id"] for sheet in data["sheets"]] == [FARM, HOTEL]
    assert data["sheets"][0]["case"]["paragraphs"][0][1] == {"number": 2, "text": "Her passport was kept."}
    assert data["answers"][FARM]["reasons"]["value"] == "Ana's"
    assert data["answers"][HOTEL] == {
        "signs/debt/evidence": {
            "value": [1, 2], "revision": saved.revision, "saved_at": saved.saved_at.isoformat(), "author": "Cleo",
        }
    }  # fmt: skip
    assert data["revision"] == saved.revision
    assert (data["language"], data["dir"]) == ("en", "ltr")


def test_fields_say_what_a_browser_cannot_know(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    signs, steps, _verdict, reasons = sheet_data(workshop_server, ana, CASES)["fields"]
    slogan, _channels, reach = sheet_data(workshop_server, ana, CAMPAIGN)["fields"]
    assert (slogan["limit"], reasons["limit"], steps["columns"][0]["limit"]) == (300, 20_000, 300)
    assert reach["marks"] == list(range(11)) and (reach["low"], reach["high"]) == ("Nobody", "Everybody")
    assert [option["id"] for option in signs["columns"][0]["options"]] == ["present", "absent", "unclear"]
    assert signs["columns"][1]["required_if"] == {"status": "present"}
    assert [row["label"] for row in signs["rows"]] == ["Violence", "Debt"] and steps["row_label"] == "Step"


def test_a_sheet_without_cases_is_one_sheet(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    data = sheet_data(workshop_server, ana, CAMPAIGN)
    assert data["sheets"] == [{"id": SHEET, "case": None}] and data["answers"] == {SHEET: {}} and data["revision"] == 0


def test_without_an_activity_it_is_that_of_the_room(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    assert sheet_data(workshop_server, seat_of(workshop_server, ana.participant.id))["place"]["activity"] == CAMPAIGN


def test_news_after_the_data_is_missed_by_nobody(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    data = sheet_data(workshop_server, ana, CASES)
    save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "Text")
    assert workshop_server.bus.missed(data["topics"], data["since"]) == {data["topics"][0]}
    hand_in(workshop_server, ana, CASES)
    begin(workshop_server, ana.workshop.id, CASES)
    place(workshop_server, ana.participant.id, None)
    assert workshop_server.bus.missed(data["topics"], data["since"]) == set(data["topics"])


def test_the_state_says_who_handed_in_and_where_the_room_is(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    state = sheet_data(workshop_server, ana, CASES)["state"]
    assert (state["is"], state["by"], state["at"], state["until"]) == ("open", "", "", "")
    assert state["room"] == {"activity": CAMPAIGN, "shown": False} and datetime.fromisoformat(state["now"]).tzinfo
    hand_in(workshop_server, ana, CASES)
    show(workshop_server, workshop.id, Screen(CASES, FARM, shown=True))
    state = sheet_data(workshop_server, ana, CASES)["state"]
    assert (state["is"], state["by"], state["room"]["shown"]) == ("handed_in", "Ana", True)
    assert datetime.fromisoformat(state["until"]) - datetime.fromisoformat(state["at"]) == timedelta(seconds=15)
    end(workshop_server, workshop.id, CASES)
    assert sheet_data(workshop_server, ana, CASES)["state"]["is"] == "ended"
    set_open(workshop_server, workshop.id, False)
    assert sheet_data(workshop_server, ana, CASES)["state"]["is"] == "closed"


def test_what_is_missing_is_said(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    dan = seated(workshop_server, workshop, "Dan")
    for activity in ("", CASES):
        with pytest.raises(WorkshopProblem, match="Choose your group"):
            sheet_data(workshop_server, dan, activity)
    workshop, ana, _ben = room(workshop_server)
    with pytest.raises(WorkshopProblem, match="begins the next activity"):
        sheet_data(workshop_server, ana, "nowhere")


def test_every_activity_is_shown_once_it_has_begun_and_is_small(server: Server) -> None:
    workshop = open_workshop(server, title="A", country="B", starts_on=DAY, ends_on=DAY, module_id="five-day")
    form_groups(server, workshop.id, ["One"])
    ana = seated(server, workshop, "Ana", groups_of(server, workshop.id)[0])
    for activity in server.library.activities:
        with pytest.raises(WorkshopProblem, match="not begun"):
            sheet_data(server, ana, activity)
        begin(server, workshop.id, activity)
        assert len(json.dumps(sheet_data(server, ana, activity))) < 60_000


@pytest.mark.parametrize(("language", "runs"), [("ar", "rtl"), ("fa_IR", "rtl"), ("en-XA", "ltr"), ("fr", "ltr")])
def test_a_page_runs_as_its_language_does(monkeypatch: pytest.MonkeyPatch, language: str, runs: str) -> None:
    monkeypatch.setenv("WORKSHOP_LANGUAGE", language)
    assert direction() == runs
