"""A whole content tree: every problem at once, with its place, and the sound rest loaded."""

from pathlib import Path

import pytest

from engine.content import Problem, load_library
from tests.content.tree import (
    FARM,
    HANDBOOK,
    HOTEL,
    MODULE,
    NOTES,
    PICKING,
    PLAN,
    PLAN_READING,
    READING,
    SIGNS,
    SOUND,
    changed,
    write_tree,
)


def told(root: Path) -> list[str]:
    return [str(problem) for problem in load_library(root).problems]


def test_a_sound_tree_has_no_problem_and_is_loaded_whole(tmp_path: Path):
    library = load_library(write_tree(tmp_path))
    assert told(tmp_path) == []
    assert list(library.lists) == ["signs"]
    assert list(library.case_studies) == ["farm", "hotel"]
    assert list(library.activities) == list(library.readings) == ["picking", "plan"]
    assert list(library.modules) == ["one-day"]
    assert library.handbook and library.handbook.items[0].id == "first-steps"
    assert library.activities["picking"].facilitator.startswith("## Before")


def test_all_problems_come_at_once_and_the_rest_is_loaded(tmp_path: Path):
    changes = {
        SIGNS: SOUND[SIGNS] + "extra: 1\n",
        HOTEL: changed(HOTEL, "2. He", "3. He"),
        PICKING: changed(PICKING, "rows_from", "row_from").replace("minutes: 20", "minutes: two"),
        READING: changed(READING, "ours:", "our:"),
        MODULE: changed(MODULE, "minutes: 30", "minutes: 0"),
    }
    write_tree(tmp_path, changes)
    assert told(tmp_path) == [
        "activities/picking/activity.yaml:9: 'steps.1.minutes' must be a whole number, without quotes; "
        "the file has 'two'.",
        "activities/picking/activity.yaml:13: 'rows' is missing. Add it, or 'rows_from'.",
        "activities/picking/activity.yaml:16: unknown key 'row_from'. Did you mean 'rows_from'?",
        "activities/picking/activity.yaml:23: there is no sound list 'signs' in content/lists. Sound lists: none.",
        "activities/picking/reading.yaml:1: 'ours' is missing. Add it.",
        "activities/picking/reading.yaml:1: unknown key 'our'. Did you mean 'ours'?",
        "case_studies/hotel.md:9: sentence 3 stands where 2 is due. Number them 1, 2, 3 ...",
        "content/lists/signs.yaml:7: unknown key 'extra'. Remove it.",
        "modules/one-day/module.yaml:11: 'days.0.sessions.0.items.0.minutes' must be at least 1; the file has 0.",
    ]
    library = load_library(tmp_path)
    assert list(library.case_studies) == ["farm"]
    assert list(library.activities) == list(library.readings) == ["plan"]
    assert not library.modules and not library.lists


def test_an_unknown_key_hides_no_other_problem_of_its_file(tmp_path: Path):
    text = changed(PICKING, "minutes: 30", "minutes: 31\nauthor: me").replace("heatmap", "texts")
    write_tree(tmp_path, {PICKING: text, READING: changed(READING, "beaten twice", "beaten once")})
    files = [(problem.file, problem.line) for problem in load_library(tmp_path).problems]
    assert files == [(PICKING, 6), (PICKING, 7), (PICKING, 33), (READING, 20)]


@pytest.mark.parametrize("file", [file for file in SOUND if file != NOTES])
def test_one_broken_file_never_takes_a_stranger_with_it(tmp_path: Path, file: str):
    library = load_library(write_tree(tmp_path, {file: "a: [1\n"}))
    assert library.problems
    assert {problem.file for problem in library.problems} <= {file, *_who_needs(file)}
    assert ("plan" in library.activities) == (file != PLAN)
    assert ("farm" in library.case_studies) == (file != FARM)


def _who_needs(file: str) -> tuple[str, ...]:
    return (PICKING,) if file == SIGNS else ()


@pytest.mark.parametrize("file", SOUND)
@pytest.mark.parametrize(
    "text, line, words",
    [
        (b"", 1, "empty"),
        (b"\xff\xfei\x00d\x00", 1, "UTF-8"),
        (b"id: x\ntitle: caf\xe9\n", 2, "UTF-8"),
    ],
    ids=["empty", "utf-16", "latin-1"],
)
def test_a_file_that_is_no_text_is_named_itself(tmp_path: Path, file: str, text: bytes, line: int, words: str):
    problems = load_library(write_tree(tmp_path, {file: text})).problems
    if file == NOTES and not text:
        assert problems == []
        return
    mine = [problem for problem in problems if problem.file == file]
    assert [problem.line for problem in mine] == [line]
    assert words in mine[0].message or file in (FARM, HOTEL)


@pytest.mark.parametrize("file", SOUND)
@pytest.mark.parametrize("style", ["crlf", "bom", "both"])
def test_line_ends_and_byte_order_marks_of_other_systems_do_no_harm(tmp_path: Path, file: str, style: str):
    text = SOUND[file].replace("\n", "\r\n") if style != "bom" else SOUND[file]
    mark = "" if style == "crlf" else "\ufeff"
    library = load_library(write_tree(tmp_path / "other", {file: mark + text}))
    assert library == load_library(write_tree(tmp_path / "sound"))


@pytest.mark.parametrize("file", [f for f in SOUND if f not in (NOTES, HOTEL)])
def test_a_missing_file_is_missed_where_it_is_needed(tmp_path: Path, file: str):
    problems = load_library(write_tree(tmp_path, {file: None})).problems
    if file == MODULE:
        assert problems == []
        return
    assert problems
    if file in (PICKING, PLAN, READING, PLAN_READING, HANDBOOK):
        assert Problem(file, 1, "the file is missing. Write it.") in problems


def test_missing_folders_leave_an_empty_library(tmp_path: Path):
    for root in (tmp_path, tmp_path / "not_there"):
        library = load_library(root)
        assert [problem.file for problem in library.problems] == [HANDBOOK]
        assert not (library.activities or library.modules or library.case_studies or library.lists)
