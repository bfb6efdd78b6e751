"""The real content is whole: what the handbook has, and what we promise beside it."""

import re
from datetime import date

import pytest

from engine.content import ROOT, SHEET, Activity, Library
from engine.content.strict_yaml import load
from engine.fields import Note, OpenTable, Table
from engine.server import Server
from engine.workshop import content_of, open_workshop
from tests.real_content import LIBRARY

activities = pytest.mark.parametrize("activity", LIBRARY.activities.values(), ids=lambda a: a.id)
cases = pytest.mark.parametrize("case", LIBRARY.case_studies.values(), ids=lambda c: c.id)
modules = pytest.mark.parametrize("module", LIBRARY.modules.values(), ids=lambda m: m.id)
HEADINGS = ["## Before", "## While groups work", "## In plenary", "## Watch out"]


def test_nothing_is_wrong_in_any_file(library: Library):
    assert [str(problem) for problem in library.problems] == []


def test_the_eleven_activities_of_the_handbook_are_there_in_its_order(library: Library):
    assert [activity.handbook_number for activity in library.activities.values()] == list(range(1, 12))


def test_the_seven_case_studies_are_there_in_their_order(library: Library):
    assert [case.number for case in library.case_studies.values()] == list(range(1, 8))


def test_the_six_indicators_have_their_28_questions(library: Library):
    items = library.lists["indicators"].items
    assert len(items) == 6
    assert all(item.questions for item in items)
    assert sum(len(item.questions) for item in items) == 28


@pytest.mark.parametrize(
    "name, days, numbers",
    [("five-day", 5, list(range(1, 12))), ("three-day", 3, [3, 6, 9, 10, 11])],
)
def test_a_module_has_the_days_and_activities_of_the_handbook(
    library: Library, name: str, days: int, numbers: list[int]
):
    module = library.modules[name]
    assert len(module.days) == days
    found = [library.activities[activity].handbook_number for activity in module.activity_ids()]
    assert found == numbers


def test_there_is_no_other_module(library: Library):
    assert list(library.modules) == ["five-day", "three-day"]


@modules
def test_a_module_gives_an_activity_the_time_that_it_takes(module, library: Library):
    for item in module.items():
        if item.activity:
            assert item.minutes >= library.activities[item.activity].minutes, item.id


@modules
def test_a_module_uses_whole_days(module):
    for day in module.days:
        assert [session.id for session in day.sessions] == ["morning", "afternoon"]
        assert day.sessions[-1].last_minute() <= 18 * 60


@activities
def test_an_activity_has_all_that_a_room_needs(activity: Activity):
    assert activity.aim and activity.instruction
    assert len(activity.steps) > 1
    assert activity.plenary
    assert len(activity.debrief) > 1
    assert all(line.endswith("?") for line in (*activity.debrief, *(view.ask for view in activity.plenary)))


@activities
def test_an_activity_has_notes_for_its_facilitator(activity: Activity):
    found = [line for line in activity.facilitator.splitlines() if line.startswith("#")]
    assert found == HEADINGS
    assert 150 <= len(activity.facilitator.split()) <= 350


@activities
def test_the_plenary_looks_at_every_field(activity: Activity):
    shown = {view.show.partition(".")[0] for view in activity.plenary}
    fields = {field.id for field in activity.worksheet.fields if not isinstance(field, Note)}
    assert shown == fields


@activities
def test_our_reading_covers_every_sheet(activity: Activity, library: Library):
    reading = library.readings[activity.id]
    assert set(reading.sheets) == (set(library.cases_of(activity)) or {SHEET})
    assert "our own" in reading.ours and "handbook" in reading.ours.lower()
    for sheet in reading.sheets.values():
        for field in activity.worksheet.fields:
            if isinstance(field, Table | OpenTable) or field.required:
                assert sheet.answers.get(field.id), field.id


@activities
def test_an_activity_works_on_the_cases_that_the_handbook_names(activity: Activity, library: Library):
    wanted = {1: 4, 6: 7}.get(activity.handbook_number, 0)
    assert len(library.cases_of(activity)) == wanted


@cases
def test_a_case_has_facts_and_gives_no_answer_away(case):
    assert len(case.sentences) > 2
    assert re.match(rf"Handbook \(2008\), Annex 2, case {case.number}\b", case.source)
    assert not re.search(r"forced labour|traffick|smuggl|slave|exploit", case.title, re.IGNORECASE)


@modules
def test_a_workshops_copy_is_the_content(module, server: Server):
    """What a workshop keeps in its database comes back as it was."""
    day = date(2030, 5, 6)
    workshop = open_workshop(server, title="Copy", country="Nowhere", starts_on=day, ends_on=day, module_id=module.id)
    found, library = content_of(server, workshop.id), server.library
    assert found.module == module
    assert found.activities == library.activities
    assert [case.model_dump() for case in found.case_studies.values()] == [
        case.model_dump() for case in library.case_studies.values()
    ]


def test_every_picture_and_film_has_its_credits():
    media = ROOT / "media"
    credits, _lines = load((media / "credits.yaml").read_text(encoding="utf-8"))
    files = [path for path in media.rglob("*") if path.is_file() and path.suffix not in (".md", ".vtt", ".yaml")]
    assert sorted(entry["file"] for entry in credits) == sorted(p.relative_to(media).as_posix() for p in files)
    for entry in credits:
        assert set(entry) == {"file", "source", "licence", "alt"}
        assert all(entry.values())


@pytest.mark.parametrize("topic", sorted({chart.topic for chart in LIBRARY.charts.values()}))
def test_the_charts_of_the_handbook_come_first(topic: str):
    found = [LIBRARY.datasets[LIBRARY.charts[name].panels[0].data] for name in LIBRARY.charts_on(topic)]
    assert len(found) == sum(chart.topic == topic for chart in LIBRARY.charts.values())
    assert [data.later for data in found] == sorted(data.later for data in found)
    years = [data.published for data in found if data.later]
    assert years == sorted(years)
