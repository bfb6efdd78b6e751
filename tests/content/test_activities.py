"""Activities: their cases, their numbers, their order, and all that is wrong in one told at once."""

from pathlib import Path

import pytest

from engine.content import load_library
from tests.content.tree import PICKING, PLAN, READING, SOUND, changed, write_tree


def test_everything_wrong_in_one_activity_is_told_at_once(tmp_path: Path):
    text = SOUND[PICKING].replace("minutes: 30", "minutes: 7").replace("show: verdict", "show: nothing")
    text = text.replace("as: heatmap", "as: texts").replace("{status: yes}", "{status: maybe}")
    text = text.replace("id: proof", "id: order")
    problems = load_library(write_tree(tmp_path, {PICKING: text})).problems
    lines = [problem.line for problem in problems if problem.file == PICKING]
    assert lines == [6, 19, 23, 32, 33]


def test_evidence_needs_a_case(tmp_path: Path):
    text = changed(PLAN, "type: long_text", "type: evidence").replace("as: texts", "as: evidence")
    problems = load_library(write_tree(tmp_path, {PLAN: text})).problems
    assert [(p.line, "give the worksheet 'case_studies'" in p.message) for p in problems if p.file == PLAN] == [
        (11, True)
    ]


def test_two_activities_cannot_have_one_handbook_number(tmp_path: Path):
    library = load_library(write_tree(tmp_path, {PLAN: changed(PLAN, "handbook_number: 2", "handbook_number: 1")}))
    assert [(p.file, p.line) for p in library.problems] == [(PLAN, 2)]
    assert list(library.activities) == ["picking"]


def test_an_activity_without_a_number_comes_last(tmp_path: Path):
    library = load_library(write_tree(tmp_path, {PICKING: changed(PICKING, "handbook_number: 1\n", "")}))
    assert list(library.activities) == ["plan", "picking"]


def test_an_activity_runs_on_the_cases_that_are_sound(tmp_path: Path):
    library = load_library(write_tree(tmp_path, {"case_studies/hotel.md": "broken"}))
    assert list(library.cases_of(library.activities["picking"])) == ["farm"]
    assert "picking" in library.readings
    library = load_library(write_tree(tmp_path, {"case_studies/hotel.md": "broken", "case_studies/farm.md": "broken"}))
    assert any("none of its case studies is sound" in p.message for p in library.problems)
    assert "picking" not in library.activities


@pytest.mark.parametrize("wanted, found", [("all", ["farm", "hotel"]), ("[hotel, farm]", ["hotel", "farm"])])
def test_the_cases_come_in_the_order_that_is_asked_for(tmp_path: Path, wanted: str, found: list[str]):
    text = changed(PICKING, "[farm, hotel]", wanted)
    library = load_library(write_tree(tmp_path, {PICKING: text}))
    assert library.problems == []
    assert list(library.cases_of(library.activities["picking"])) == found
    assert library.cases_of(library.activities["plan"]) == {}


def test_a_folder_without_an_activity_is_told_and_an_empty_one_is_not(tmp_path: Path):
    write_tree(tmp_path, {"activities/draft/activity.yml": "id: draft\n", READING: SOUND[READING]})
    (tmp_path / "activities" / "nothing").mkdir()
    assert [str(problem) for problem in load_library(tmp_path).problems] == [
        "activities/draft/activity.yaml:1: the file is missing. Write it.",
        "activities/draft/reading.yaml:1: the file is missing. Write it.",
    ]
