"""A day is drawn as a calendar, saved as text, shown again to who comes back, and taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from engine.content import Library
from engine.server import Server, make_running, running
from engine.store import Database
from engine.workshop import Seat, answers_on, participants_of, save_answer, seat_of, workshop_on_screen
from tests.fields.samples import make
from tests.sample_content import CAMPAIGN, room, sample_library

DAY = make(type="date", earliest="1950-01-01", latest="2090-12-31", label="Until when?", hint="A day", required=True)
SCRIPT = """
import streamlit as st
from engine.screens.frame.live import begin_page, part
from engine.screens.seat.sheet import Sheet
from engine.screens.seat.widgets import draw_field
from engine.store import Saved
from tests.screens.seat.test_date import CAMPAIGN, DAY, seat

begin_page()
sheet = Sheet(
    seat(), st.session_state["activity"], seat().place(CAMPAIGN, "sheet"), None, locked=st.session_state["locked"]
)
part(sheet.key(DAY.id), lambda: draw_field(sheet, DAY.id, DAY, sheet.answers(DAY.id).get(DAY.id, Saved())))
"""


def seat() -> Seat:
    workshop = workshop_on_screen(running())
    assert workshop
    found = seat_of(running(), participants_of(running(), workshop.id)[0].id)
    assert found
    return found


def saved() -> object:
    found = answers_on(running(), seat().place(CAMPAIGN, "sheet")).get(DAY.id)
    return found.value if found else "nothing yet"


def save(day: str) -> None:
    save_answer(running(), seat(), seat().place(CAMPAIGN, "sheet"), DAY.id, day)


@pytest.fixture
def with_day() -> Library:
    """The sample content with a field for a day."""
    found = sample_library()
    activity = found.activities[CAMPAIGN]
    sheet = activity.worksheet.model_copy(update={"fields": (*activity.worksheet.fields, DAY)})
    changed = activity.model_copy(update={"worksheet": sheet})
    return replace(found, activities=found.activities | {CAMPAIGN: changed})


@pytest.fixture
def script(tmp_path: Path, with_day: Library) -> Iterator[Path]:
    server = make_running(Server(Database(f"sqlite:///{tmp_path / 'workshop.db'}"), with_day))
    room(server)
    (tmp_path / "main.py").write_text(SCRIPT, encoding="utf-8")
    yield tmp_path / "main.py"
    server.stop()


@pytest.fixture
def page(script: Path) -> AppTest:
    return opened(script)


def opened(script: Path, locked: bool = False) -> AppTest:
    page = AppTest.from_file(str(script))
    page.session_state["activity"] = running().library.activities[CAMPAIGN]
    page.session_state["locked"] = locked
    return page.run()


def test_a_day_is_saved_and_comes_back(page: AppTest, script: Path) -> None:
    assert not page.exception
    (calendar,) = page.date_input
    assert (calendar.label, calendar.value) == ("Until when? *", None)
    assert (calendar.min, calendar.max) == (date(1950, 1, 1), date(2090, 12, 31))
    calendar.set_value(date(2030, 5, 6)).run()
    assert not page.exception and saved() == "2030-05-06"
    assert (page.date_input[0].value, page.caption[0].value) == (date(2030, 5, 6), "6 May 2030")
    again = opened(script)
    assert (again.date_input[0].value, again.caption[0].value) == (date(2030, 5, 6), "6 May 2030")
    again.date_input[0].set_value(date(2044, 12, 31)).run()
    assert not again.exception and saved() == "2044-12-31"


def test_a_day_is_taken_back_after_the_page_was_opened_again(page: AppTest, script: Path) -> None:
    save("2030-05-06")
    again = opened(script)
    again.date_input[0].set_value(None).run()
    assert not again.exception and saved() is None
    assert opened(script).date_input[0].value is None


def test_what_another_laptop_saved_is_shown(page: AppTest, script: Path) -> None:
    save("2031-01-31")
    assert page.run().date_input[0].value == date(2031, 1, 31)


def test_a_sheet_that_is_shut_shows_the_day_and_takes_none(page: AppTest, script: Path) -> None:
    save("2030-05-06")
    shut = opened(script, locked=True)
    assert shut.date_input[0].disabled and shut.date_input[0].value == date(2030, 5, 6)
