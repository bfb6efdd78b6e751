"""Whatever stands in a workshop's `screen`, and whatever a choice sends, the pages show something sensible."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from engine.access import Visitor
from engine.content import ROOT, Library
from engine.server import Server, make_running, running
from engine.store import Database, Workshop
from engine.workshop import (
    Screen,
    begin,
    form_groups,
    groups_of,
    join,
    open_workshop,
    participants_of,
    place,
    screen_of,
    seat_of,
    show,
    workshop_on_screen,
)
from engine.workshop.opening import hold_workshop

FIRST, SECOND, CASE = "prevention-campaign", "indicators-and-investigation", "cattle-ranch-brazil"
PAGES = ("activities", "plenary", "projector", "seat", "slides", "predict")
SHOWN = {"activity_id": SECOND, "sheet": CASE, "view": 0, "shown": True}
SCREENS: tuple[Any, ...] = (
    SHOWN | {"view": None},
    SHOWN | {"view": 99, "sheet": None},
    SHOWN | {"activity_id": "gone"},
    SHOWN | {"activity_id": None, "shown": "yes"},
    SHOWN | {"instead": {"kind": "slides", "deck_id": "gone"}},
    SHOWN | {"instead": {"kind": "media", "ref": "media:gone"}},
    SHOWN | {"instead": {"kind": "question", "asked": 99}},
    SHOWN | {"instead": {"kind": "of another version", "what": 1}},
    [],
)
SCRIPT = """
from pathlib import Path
import streamlit as st
from engine.screens.frame.live import begin_page
from tests.screens.test_stored_screens import visitor_at

begin_page()
st.session_state["visitor"] = visitor_at("{page}")
files = sorted(Path(__file__).parent.rglob("*_page.py"))
pages = [st.Page(path, url_path=path.stem, default=path.stem == "{page}_page") for path in files]
st.navigation(pages, position="hidden").run()
"""


def visitor_at(page: str) -> Visitor:
    """Give whoever sees a page: a participant at the seat, and the facilitator elsewhere."""
    workshop = workshop_on_screen(running())
    assert workshop
    (participant,) = participants_of(running(), workshop.id)
    return Visitor(seat=seat_of(running(), participant.id)) if page == "seat" else Visitor(is_facilitator=True)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Workshop]:
    """A workshop at its second activity, with a group and somebody in it."""
    folder = tmp_path_factory.mktemp("screens")
    server = make_running(Server(Database(f"sqlite:///{folder / 'workshop.db'}"), library))
    today = date.today()
    opened = open_workshop(server, title="T", country="C", starts_on=today, ends_on=today, module_id="five-day")
    form_groups(server, opened.id, ["Kariba"])
    place(server, join(server, opened.join_code, "Amina").id, groups_of(server, opened.id)[0].id)
    begin(server, opened.id, FIRST)
    begin(server, opened.id, SECOND)
    yield opened
    server.stop()


def at(page: str, folder: Path) -> AppTest:
    script = shutil.copytree(ROOT / "engine" / "screens", folder / "screens") / "main.py"
    script.write_text(SCRIPT.format(page=page), encoding="utf-8")
    return AppTest.from_file(str(script)).run(timeout=30)


def said(page: AppTest) -> str:
    assert not page.exception
    return " ".join(element.value for kind in (page.title, page.subheader, page.markdown) for element in kind)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("screen", SCREENS, ids=repr)
def test_a_page_shows_something_whatever_is_stored(workshop: Workshop, tmp_path: Path, page: str, screen: Any) -> None:
    with running().database.write() as db:
        hold_workshop(db, workshop.id).screen = screen
    assert said(at(page, tmp_path))


def now(workshop: Workshop) -> Screen | None:
    with running().database.read() as db:
        return screen_of(running(), db.get_one(Workshop, workshop.id))


@pytest.mark.parametrize("label", ["Case", "View"])
def test_a_choice_that_comes_empty_changes_nothing(workshop: Workshop, tmp_path: Path, label: str) -> None:
    chosen = Screen(SECOND, CASE, view=1, shown=True)
    show(running(), workshop.id, chosen)
    page = at("plenary", tmp_path)
    (choice,) = [group for group in page.button_group if group.label == label]
    choice.set_value(None).run(timeout=30)
    assert said(page)
    assert now(workshop) == chosen


def test_an_activity_that_is_chosen_in_the_list_stays_chosen(workshop: Workshop, tmp_path: Path) -> None:
    page = at("plenary", tmp_path)
    (activities,) = page.selectbox
    activities.set_value(FIRST).run(timeout=30)
    assert said(page)
    assert now(workshop) == Screen(FIRST, "sheet")
