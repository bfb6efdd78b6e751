"""Pages of the program without a browser, each seen by whoever it is for."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from engine.access import Visitor
from engine.content import ROOT, Library
from engine.server import Server, make_running, running
from engine.store import Database, Workshop
from engine.workshop import (
    begin,
    form_groups,
    groups_of,
    join,
    open_workshop,
    participants_of,
    place,
    seat_of,
    workshop_on_screen,
)

FIRST, SECOND, CASE = "prevention-campaign", "indicators-and-investigation", "cattle-ranch-brazil"
SCRIPT = """
from pathlib import Path
import streamlit as st
from engine.screens.frame.acts import show_other_outcomes
from engine.screens.frame.live import begin_page
from tests.screens.pages import visitor_at

begin_page()
st.session_state["visitor"] = visitor_at("{page}")
files = sorted(Path(__file__).parent.rglob("*_page.py"))
pages = [st.Page(path, url_path=path.stem, default=path.stem == "{page}_page") for path in files]
st.navigation(pages, position="hidden").run()
show_other_outcomes()
"""


def visitor_at(page: str) -> Visitor:
    """Whoever sees a page: a participant at the seat, and the facilitator elsewhere."""
    workshop = workshop_on_screen(running())
    assert workshop
    if page != "seat":
        return Visitor(is_facilitator=True)
    return Visitor(seat=seat_of(running(), participants_of(running(), workshop.id)[0].id))


@contextmanager
def workshop_at_work(folder: Path, library: Library) -> Iterator[Workshop]:
    """Run a server whose workshop is at its second activity, with a group and somebody in it."""
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
    """Draw a page for the first time."""
    script = shutil.copytree(ROOT / "engine" / "screens", folder / "screens") / "main.py"
    script.write_text(SCRIPT.format(page=page), encoding="utf-8")
    return AppTest.from_file(str(script)).run(timeout=30)


def said(page: AppTest) -> str:
    """The words of a page, which must not have failed."""
    assert not page.exception
    return " ".join(element.value for kind in (page.title, page.subheader, page.markdown) for element in kind)
