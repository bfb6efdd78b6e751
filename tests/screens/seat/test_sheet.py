"""A click that comes without its callback is saved all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from engine.server import Server, make_running, running
from engine.store import Database
from engine.workshop import answers_on, save_answer
from tests.sample_content import CAMPAIGN, room, sample_library
from tests.screens.seat.test_date import seat

FIELD = "reach"
SCRIPT = """
import streamlit as st
from engine.screens.frame.live import begin_page, part
from engine.screens.seat.sheet import Sheet
from engine.screens.seat.widgets import draw_field
from engine.server import running
from engine.store import Saved
from tests.screens.seat.test_sheet import CAMPAIGN, FIELD, seat

begin_page()
activity = running().library.activities[CAMPAIGN]
field = activity.worksheet.field_at(FIELD)
sheet = Sheet(seat(), activity, seat().place(CAMPAIGN, "sheet"), None, locked=False)
part(sheet.key(FIELD), lambda: draw_field(sheet, FIELD, field, sheet.answers(FIELD).get(FIELD, Saved())))
"""


def saved() -> object:
    found = answers_on(running(), seat().place(CAMPAIGN, "sheet")).get(FIELD)
    return found.value if found else "nothing yet"


@pytest.fixture
def script(tmp_path: Path) -> Iterator[Path]:
    server = make_running(Server(Database(f"sqlite:///{tmp_path / 'workshop.db'}"), sample_library()))
    room(server)
    (tmp_path / "main.py").write_text(SCRIPT, encoding="utf-8")
    yield tmp_path / "main.py"
    server.stop()


def test_a_click_on_a_page_whose_server_began_anew_is_saved(script: Path) -> None:
    before = AppTest.from_file(str(script)).run(timeout=30)
    before.button_group[0].set_value(7)
    anew = AppTest.from_file(str(script))
    anew._run(before._tree.get_widget_states(), timeout=30)  # the browser brings its clicks to the new server
    assert not anew.exception and saved() == 7


def test_a_page_that_comes_back_with_what_is_saved_saves_nothing(script: Path) -> None:
    save_answer(running(), seat(), seat().place(CAMPAIGN, "sheet"), FIELD, 3)
    before = AppTest.from_file(str(script)).run(timeout=30)
    save_answer(running(), seat(), seat().place(CAMPAIGN, "sheet"), FIELD, 5)
    anew = AppTest.from_file(str(script))
    anew._run(before._tree.get_widget_states(), timeout=30)
    assert not anew.exception and saved() == 5
    assert anew.button_group[0].value == 5
