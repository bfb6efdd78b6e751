"""Workshops that were opened before their copies had a format: all that was done in them is there, and goes on."""

from collections.abc import Iterator

import pytest

from engine.content import SHEET, Activity, Library, context_of
from engine.figures.country import figures_of
from engine.plenary import side_by_side, views_of
from engine.predict.asking import asked_before, guesses_of
from engine.server import Server
from engine.slides.own_slides import slides_of
from engine.store import Database, Place, Workshop
from engine.workshop import (
    Screen,
    Seat,
    agenda_of,
    all_workshops,
    answers_on,
    content_of,
    groups_of,
    hand_in,
    handed_in,
    participants_of,
    planned,
    progress_of,
    rejoin,
    save_answer,
    screen_of,
    seat_of,
    take_back,
)
from tests.databases import KINDS, fill_as_stored, stored_sqlite

INDICATORS, CASE = "indicators-and-investigation", "garment-factory-viet-nam"
STEP = "investigation/r1/step"


@pytest.fixture(scope="module", params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of that database, on each kind."""
    folder = tmp_path_factory.mktemp("stored")
    if request.param == "sqlite":
        yield stored_sqlite(folder)
        return
    for url in request.getfixturevalue("postgres").empty():
        fill_as_stored(url, folder)
        yield url


@pytest.fixture(scope="module")
def server(url: str) -> Iterator[Server]:
    """A server of today on that database, with content that has nothing in common with it."""
    found = Server(Database(url), Library())
    yield found
    found.stop()


@pytest.fixture(scope="module")
def five_days(server: Server) -> Workshop:
    return next(workshop for workshop in all_workshops(server) if workshop.module_id == "five-day")


@pytest.fixture
def seat(server: Server, five_days: Workshop) -> Seat:
    amina = next(one for one in participants_of(server, five_days.id) if one.name == "Amina Sow")
    found = seat_of(server, rejoin(server, amina.rejoin_code).id)
    assert found
    return found


def sheets_of(server: Server, workshop: Workshop) -> Iterator[tuple[Activity, str]]:
    content = content_of(server, workshop.id)
    for activity in content.activities.values():
        yield from ((activity, sheet) for sheet in content.cases_of(activity) or [SHEET])


def test_every_workshop_has_its_agenda(server: Server) -> None:
    found = {workshop.module_id: workshop.id for workshop in all_workshops(server)}
    days = {"three-day": 3, "five-day": 5}
    assert {module: len(agenda_of(server, workshop).days) for module, workshop in found.items()} == days
    for workshop in found.values():
        assert set(agenda_of(server, workshop).activity_ids()) <= set(content_of(server, workshop).activities)
        assert set(planned(server, workshop)) <= set(content_of(server, workshop).decks)


def test_every_answer_has_its_field_and_fits_it(server: Server) -> None:
    for workshop in all_workshops(server):
        cases = content_of(server, workshop.id).case_studies
        for activity, sheet in sheets_of(server, workshop):
            context = context_of(cases.get(sheet))
            for group in side_by_side(server, workshop.id, activity.id, sheet):
                assert group.answers, f"{group.group.name} answered {activity.id}, {sheet}"
                for path, saved in group.answers.items():
                    field = activity.worksheet.field_at(path)
                    assert field and field.check(saved.value, context) == saved.value, path


def test_every_view_of_the_plenary_has_a_finding(server: Server) -> None:
    for workshop in all_workshops(server):
        for activity, sheet in sheets_of(server, workshop):
            groups = side_by_side(server, workshop.id, activity.id, sheet)
            case = content_of(server, workshop.id).case_studies.get(sheet)
            assert all(view.headline(groups) and view.data(groups, case) for view in views_of(activity))


def test_every_group_is_as_far_as_it_was(server: Server) -> None:
    for workshop in all_workshops(server):
        groups = {group.id for group in groups_of(server, workshop.id)}
        for activity_id in content_of(server, workshop.id).activities:
            progress = progress_of(server, workshop.id, activity_id)
            assert set(progress) == groups and all(one.filled for one in progress.values())
            assert groups.issuperset(handed_in(server, workshop.id, activity_id))


def test_the_plenary_that_had_lost_its_view_shows_the_first(server: Server) -> None:
    for workshop in all_workshops(server):
        assert screen_of(server, workshop) == Screen(INDICATORS, CASE, view=0, shown=True)


def test_changed_slides_are_as_they_were_changed(server: Server, five_days: Workshop) -> None:
    slides = slides_of(server, five_days.id, "welcome")
    assert [slide.title for slide in slides if slide.is_added] == ["What our law says"]
    assert [slide.id for slide in slides if slide.is_hidden] == ["left-out"]
    assert [slide.notes for slide in slides if slide.is_changed] == ["Greet the room first."]
    for workshop in all_workshops(server):
        assert all(slides_of(server, workshop.id, deck) for deck in content_of(server, workshop.id).decks)


def test_figures_and_guesses_are_there(server: Server, five_days: Workshop) -> None:
    assert [table.title for table in figures_of(server, five_days.id)] == ["Inspections by region"]
    assert asked_before(server, five_days.id) == {"children-of-ten"}
    assert [guess.value for guess in guesses_of(server, 1).values()] == [3]


def test_the_group_goes_on_answering_and_hands_in(server: Server, seat: Seat) -> None:
    assert seat.group is not None
    place = Place(seat.workshop.id, INDICATORS, seat.group.id, CASE)
    before = answers_on(server, place)[STEP]
    outcome = save_answer(server, seat, seat.place(INDICATORS, CASE), STEP, "Ask again", before.revision)
    assert outcome.mine > before.revision
    assert answers_on(server, place)[STEP].value == "Ask again"
    for act, is_in in ((hand_in, True), (take_back, False)):
        act(server, seat, INDICATORS)
        assert (seat.group.id in handed_in(server, seat.workshop.id, INDICATORS)) is is_in
