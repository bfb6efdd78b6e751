"""Workshops that were opened before their copies had a format: every page of today shows them, every view is drawn."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from engine.content import SHEET, Library
from engine.plenary import side_by_side, views_of
from engine.screens.plenary.views import draw_view
from engine.server import Server, make_running
from engine.store import Database, Place, Workshop
from engine.workshop import all_workshops, answers_on, begin, content_of, participants_of, put_on_screen, seat_of
from tests.databases import stored_sqlite
from tests.screens.pages import at, said

PAGES = ("agenda", "activities", "country_figures", "groups", "media_library", "plenary", "projector", "slides")
TEXTS = ("text", "long_text")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Server]:
    """The running server of today on that database."""
    folder = tmp_path_factory.mktemp("stored")
    found = make_running(Server(Database(stored_sqlite(folder)), library))
    yield found
    found.stop()


def stored(server: Server, module: str) -> Workshop:
    """The workshop of a module that was stored then."""
    return next(workshop for workshop in all_workshops(server)[::-1] if workshop.module_id == module)


@pytest.mark.parametrize("module", ["five-day", "three-day"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_facilitator_shows_them(server: Server, tmp_path: Path, module: str, page: str) -> None:
    put_on_screen(server, stored(server, module).id)
    assert said(at(page, tmp_path))


@pytest.mark.parametrize("module", ["five-day", "three-day"])
def test_every_view_of_the_plenary_is_drawn(server: Server, module: str) -> None:
    workshop = stored(server, module)
    content = content_of(server, workshop.id)
    for activity in content.activities.values():
        for sheet in content.cases_of(activity) or [SHEET]:
            groups = side_by_side(server, workshop.id, activity.id, sheet)
            for view in views_of(activity):
                draw_view(activity, view, content.case_studies.get(sheet), groups)


def texts_in(page: AppTest) -> list[str]:
    boxes = [element.proto for element in page if element.type == "bidi_component"]
    return [json.loads(box.json)["value"] for box in boxes if box.component_name == "text_box"]


def test_every_worksheet_is_drawn_with_its_answers(server: Server, tmp_path: Path) -> None:
    workshop = stored(server, "five-day")
    put_on_screen(server, workshop.id)
    content = content_of(server, workshop.id)
    seat = seat_of(server, participants_of(server, workshop.id)[0].id)
    assert seat and seat.group
    for activity in content.activities.values():
        begin(server, workshop.id, activity.id)
        page = at("seat", tmp_path / activity.id)
        for sheet in content.cases_of(activity) or [SHEET]:
            if sheet != SHEET:
                (cases,) = [group for group in page.button_group if group.label == "Case"]
                cases.set_value(sheet).run(timeout=30)
            assert activity.title in said(page)
            answers = answers_on(server, Place(workshop.id, activity.id, seat.group.id, sheet))
            fields = [field.id for field in activity.worksheet.fields if field.type in TEXTS]
            assert {answers[field].value for field in fields if field in answers} <= set(texts_in(page))
