"""Workshops that were opened before their copies had a format: every page of today shows them, every view is drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.content import SHEET, Library
from engine.plenary import side_by_side, views_of
from engine.screens.plenary.views import draw_view
from engine.server import Server, make_running
from engine.sheet.data import sheet_data
from engine.store import Database, Place, Workshop
from engine.workshop import all_workshops, answers_on, begin, content_of, participants_of, put_on_screen, seat_of
from tests.databases import stored_sqlite
from tests.screens.pages import at, said

PAGES = ("agenda", "activities", "country_figures", "groups", "media_library", "plenary", "projector", "slides")


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


def test_every_worksheet_has_its_answers(server: Server, tmp_path: Path) -> None:
    workshop = stored(server, "five-day")
    put_on_screen(server, workshop.id)
    content = content_of(server, workshop.id)
    for activity in content.activities.values():
        begin(server, workshop.id, activity.id)
        seat = seat_of(server, participants_of(server, workshop.id)[0].id)
        assert seat and seat.group
        assert seat.participant.name in said(at("seat", tmp_path / activity.id))
        data = sheet_data(server, seat)
        assert [field["id"] for field in data["fields"]] == [field.id for field in activity.worksheet.fields]
        for sheet in content.cases_of(activity) or [SHEET]:
            answers = answers_on(server, Place(workshop.id, activity.id, seat.group.id, sheet))
            assert {path: saved["value"] for path, saved in data["answers"][sheet].items()} == {
                path: saved.value for path, saved in answers.items()
            }
