"""A rehearsal: sample groups that answer everything, soundly, and each time the same."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from engine.access import visitor_of
from engine.content import SHEET, Library, context_of
from engine.fields import OpenTable
from engine.plenary import side_by_side, views_of
from engine.rehearsal import rehearse
from engine.server import Server, make_running
from engine.store import Database, Workshop
from engine.workshop import content_of, groups_of, handed_in, progress_of, screen_of, workshop_by_id, workshop_on_screen
from tests.command import a_copy, run
from tests.routes.asking import Laptop, make_app
from tests.sample_content import sample_library

SECONDS = 10.0
"""Of the processor, so that a busy machine is no failure."""
Answers = dict[tuple[str, str, int, str], object]


@pytest.fixture
def on_sqlite(tmp_path: Path, library: Library) -> Iterator[Server]:
    found = Server(Database(f"sqlite:///{tmp_path / 'workshop.db'}"), library)
    yield found
    found.stop()


def sheets_of(server: Server, workshop: Workshop) -> list[tuple[str, str]]:
    content = content_of(server, workshop.id)
    return [(a.id, sheet) for a in content.activities.values() for sheet in content.cases_of(a) or [SHEET]]


def answers_of(server: Server, workshop: Workshop) -> Answers:
    return {
        (activity_id, sheet, group.group.number, path): saved.value
        for activity_id, sheet in sheets_of(server, workshop)
        for group in side_by_side(server, workshop.id, activity_id, sheet)
        for path, saved in group.answers.items()
    }


def test_every_group_answers_every_sheet_with_what_its_fields_take(server: Server) -> None:
    workshop = rehearse(server, groups=3)
    content = content_of(server, workshop.id)
    assert workshop.is_rehearsal and len(content.activities) == 11
    for activity_id, sheet in sheets_of(server, workshop):
        activity, case = content.activities[activity_id], content.case_studies.get(sheet)
        groups = side_by_side(server, workshop.id, activity_id, sheet)
        assert len(groups) == 3 and all(len(group.answers) > 3 for group in groups)
        for group in groups:
            for path, saved in group.answers.items():
                field = activity.worksheet.field_at(path)
                assert field is not None, path
                assert field.check(saved.value, context_of(case)) == saved.value, path
                if "/" in path and isinstance(activity.worksheet.shown_by(path.split("/")[0]), OpenTable):
                    assert group.value("/".join(path.split("/")[:2])) is True


def test_every_view_of_every_activity_has_a_finding(on_sqlite: Server) -> None:
    workshop = rehearse(on_sqlite, groups=4)
    content = content_of(on_sqlite, workshop.id)
    for activity_id, sheet in sheets_of(on_sqlite, workshop):
        activity = content.activities[activity_id]
        groups = side_by_side(on_sqlite, workshop.id, activity_id, sheet)
        for view in views_of(activity):
            assert not view.headline(groups).startswith("No group"), (activity_id, view.show)


def test_the_room_is_at_the_indicators_and_sees_the_plenary(on_sqlite: Server) -> None:
    workshop = workshop_by_id(on_sqlite, rehearse(on_sqlite, groups=2).id)
    assert workshop and (on_screen := workshop_on_screen(on_sqlite)) and on_screen.id == workshop.id
    screen = screen_of(on_sqlite, workshop)
    assert screen and screen.activity_id == "indicators-and-investigation" and screen.shown and screen.view == 0
    assert screen.sheet in content_of(on_sqlite, workshop.id).case_studies


def test_all_groups_but_the_last_have_handed_in(on_sqlite: Server) -> None:
    workshop = rehearse(on_sqlite, groups=3)
    numbers = {group.id: group.number for group in groups_of(on_sqlite, workshop.id)}
    for activity_id in content_of(on_sqlite, workshop.id).activities:
        assert {numbers[group] for group in handed_in(on_sqlite, workshop.id, activity_id)} == {1, 2}
        found = progress_of(on_sqlite, workshop.id, activity_id)
        assert len(found) == 3 and all(0 < progress.filled <= progress.wanted for progress in found.values())


def test_the_same_seed_gives_the_same_answers_and_another_seed_others(on_sqlite: Server) -> None:
    first, again, other = (answers_of(on_sqlite, rehearse(on_sqlite, groups=2, seed=seed)) for seed in (7, 7, 8))
    assert first == again
    same = sum(first[place] == other.get(place) for place in first)
    assert 0.3 < same / len(first) < 0.95


def test_no_two_groups_answer_alike(on_sqlite: Server) -> None:
    workshop = rehearse(on_sqlite, groups=6)
    for activity_id, sheet in sheets_of(on_sqlite, workshop):
        groups = side_by_side(on_sqlite, workshop.id, activity_id, sheet)
        given = [str({path: saved.value for path, saved in group.answers.items()}) for group in groups]
        assert len(set(given)) == 6, (activity_id, sheet)


def test_a_module_with_activities_that_have_no_reading_is_opened_all_the_same(tmp_path: Path) -> None:
    small = Server(Database(f"sqlite:///{tmp_path / 'small.db'}"), sample_library())
    workshop = rehearse(small, groups=1, module_id="sample")
    assert answers_of(small, workshop) == {}
    small.library.activities.clear()
    assert rehearse(small, groups=1, module_id="sample").activity_id is None
    small.stop()


def test_the_command_prints_a_link_to_the_filled_plenary(tmp_path: Path, library: Library) -> None:
    url, before = f"sqlite:///{tmp_path / 'workshop.db'}", os.times()
    done = run("rehearse", "--port", "9000", DATABASE_URL=url)
    after = os.times()
    assert done.returncode == 0 and done.stderr == "", done.stderr
    assert after.children_user - before.children_user < SECONDS
    watch, setup = re.findall(r"http://localhost:9000(/\S+)", done.stdout)
    server = make_running(Server(Database(url), library))
    laptop = Laptop(make_app())
    opened = laptop.ask("GET", watch)
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    watched = visitor_of(server, dict(laptop.cookies)).watches
    assert watched and (workshop := workshop_by_id(server, watched)) and workshop.is_rehearsal
    assert f"'{workshop.title}' has 6 sample groups" in done.stdout and len(groups_of(server, watched)) == 6
    assert urlsplit(setup).path == "/setup" and laptop.ask("GET", setup).status_code == 200
    server.stop()


def test_the_command_rehearses_any_module_with_any_number_of_groups(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'workshop.db'}"
    root = a_copy(tmp_path)
    done = run("rehearse", "--module", "one-day", "--groups", "20", "--seed", "-3", root=root, DATABASE_URL=url)
    assert done.returncode == 0, done.stderr
    assert "has 20 sample groups" in done.stdout
