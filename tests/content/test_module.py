"""A training module: its agenda, its clock, and what can be wrong in it."""

from pathlib import Path

import pytest

from engine.content import TrainingModule, load_library
from tests.content.tree import MODULE, PICKING, SOUND, changed, line_of, write_tree


def read(tmp_path: Path) -> TrainingModule:
    return load_library(write_tree(tmp_path)).modules["one-day"]


def test_the_agenda_is_read_in_order(tmp_path: Path):
    module = read(tmp_path)
    assert [item.id for item in module.items()] == ["welcome", "picking", "plan"]
    assert module.activity_ids() == ["picking", "plan"]


def test_clock_times_are_computed(tmp_path: Path):
    morning, afternoon = read(tmp_path).days[0].sessions
    assert [clock for clock, _item in morning.timed()] == ["09:00", "09:30"]
    assert [clock for clock, _item in afternoon.timed()] == ["13:30"]


def test_an_item_with_an_activity_is_of_that_kind(tmp_path: Path):
    assert [item.kind for item in read(tmp_path).items()] == ["input", "activity", "activity"]


def test_an_activity_that_comes_twice_counts_once(tmp_path: Path):
    text = changed(MODULE, "activity: plan", "activity: picking")
    assert load_library(write_tree(tmp_path, {MODULE: text})).modules["one-day"].activity_ids() == ["picking"]


@pytest.mark.parametrize(
    "old, new, words",
    [
        ("id: one-day", "id: two-day", "the id is 'two-day' and the name 'one-day'"),
        ('starts: "09:00"', "starts: 9:00", "'days.0.sessions.0.starts' does not look right"),
        ('starts: "09:00"', "starts: 24:00", "does not look right"),
        ("starts: 13:30", "starts: 10:29", "the morning ends at 10:30, and the afternoon starts at 10:29"),
        ("id: morning", "id: evening", "must be 'morning' or 'afternoon'"),
        ("id: afternoon", "id: morning", "the day has two sessions 'morning'"),
        ("id: plan, title", "id: welcome, title", "two items have the id 'welcome'"),
        ("minutes: 30", "minutes: 0", "must be at least 1; the file has 0."),
        ("minutes: 30", "minutes: 481", "must be at most 480; the file has 481."),
        ("minutes: 30", "minutes: 30, kind: speech", "must be 'input', 'discussion',"),
        (
            "minutes: 30",
            "minutes: 30, kind: activity",
            "item 'welcome': items of the kind 'activity' name one",
        ),
        (
            "activity: picking",
            "kind: input, activity: picking",
            "item 'picking': items of the kind 'activity'",
        ),
        ("activity: picking", "activity: digging", "item 'picking': there is no activity 'digging'"),
        (
            "activity: picking",
            "activty: picking, activity: picking",
            "unknown key 'activty'. Did you mean 'activity'?",
        ),
        ("first-steps", "last-steps", "item 'welcome': content/handbook.yaml has no 'last-steps'"),
        ("handbook: [first-steps]", "handbook: first-steps", "must be a list"),
        ("minutes_note: Ours.\n", "", "'minutes_note' is missing. Add it."),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, words: str):
    text = changed(MODULE, old, new)
    problems = load_library(write_tree(tmp_path, {MODULE: text})).problems
    assert [words in problem.message for problem in problems] == [True]
    assert problems[0].file == MODULE
    session_begins = 1 if old.startswith("starts: 1") else 0  # the fault of a whole session is told there
    assert problems[0].line == (line_of(MODULE, old) - session_begins if new else 1)


@pytest.mark.parametrize("old, new", [("items:\n", "items: []\n        more:\n"), ("days:\n", "days: []\nmore:\n")])
def test_an_empty_agenda_is_refused(tmp_path: Path, old: str, new: str):
    text = SOUND[MODULE].replace(old, new, 1)
    problems = load_library(write_tree(tmp_path, {MODULE: text})).problems
    assert any("must have at least one entry" in problem.message for problem in problems)


def test_an_activity_that_is_there_but_not_sound_is_told_only_where_it_is_wrong(tmp_path: Path):
    library = load_library(write_tree(tmp_path, {PICKING: changed(PICKING, "aim: See", "aims: See")}))
    assert {problem.file for problem in library.problems} == {PICKING}
    assert "one-day" in library.modules


def test_without_a_sound_handbook_its_sections_are_not_missed(tmp_path: Path):
    library = load_library(write_tree(tmp_path, {"content/handbook.yaml": "id: handbook\n"}))
    assert {problem.file for problem in library.problems} == {"content/handbook.yaml"}
    assert "one-day" in library.modules
