"""The worksheet: which field stands behind a path, and what a view shows."""

from pathlib import Path

import pytest

from engine.content import Worksheet, load_library
from engine.store import Saved
from tests.content.tree import write_tree


@pytest.fixture
def worksheet(tmp_path: Path) -> Worksheet:
    return load_library(write_tree(tmp_path)).activities["picking"].worksheet


def test_every_leaf_is_found_at_its_path(worksheet: Worksheet):
    leaves = dict(worksheet.leaves())
    assert len(leaves) == 9
    for path, field in leaves.items():
        assert worksheet.field_at(path) is field


@pytest.mark.parametrize(
    "path, kind",
    [
        ("verdict", "select_one"),
        ("signs/debt/words", "evidence"),
        ("steps/a1b2c3d4", "open_table"),
        ("steps/r1", "open_table"),
        ("steps/a1b2c3d4/what", "text"),
    ],
)
def test_a_path_leads_to_its_field(worksheet: Worksheet, path: str, kind: str):
    assert worksheet.field_at(path).type == kind


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "nothing",
        "verdict/",
        "verdict/forced",
        "signs",
        "signs/",
        "signs/debt",
        "signs/debt/",
        "signs/debt/status/",
        "signs/debt/status/more",
        "signs/theft/status",
        "signs/debt/nothing",
        "steps",
        "steps/",
        "steps//what",
        "steps/a b/what",
        "steps/../what",
        "steps/é/what",
        "steps/٣/what",
        "steps/" + "a" * 33,
        "steps/" + "a" * 33 + "/what",
        "steps/" + "a" * 100_000 + "/what",
        "steps/a/what/more",
        "steps/a/nothing",
        " verdict",
        "VERDICT",
        "\x00",
    ],
    ids=lambda path: repr(path)[:30],
)
def test_a_path_that_leads_nowhere_finds_nothing(worksheet: Worksheet, path: str):
    assert worksheet.field_at(path) is None


@pytest.mark.parametrize(
    "show, kind",
    [("signs", "table"), ("signs.status", "select_one"), ("steps", "open_table"), ("steps.who", "select_one")],
)
def test_a_view_shows_a_field_or_a_column(worksheet: Worksheet, show: str, kind: str):
    assert worksheet.shown_by(show).type == kind


@pytest.mark.parametrize(
    "show", ["", ".", "nothing", "signs.", "signs.nothing", "verdict.", "verdict.forced", "signs.debt.status"]
)
def test_a_view_of_nothing_shows_nothing(worksheet: Worksheet, show: str):
    assert worksheet.shown_by(show) is None


def test_the_places_of_a_sheet_come_in_its_order_with_the_rows_that_were_added(worksheet: Worksheet):
    added = {"steps/r1": Saved(True, 1), "verdict": Saved("forced", 2)}
    assert [path for path, _field in worksheet.places({})] == [path for path, _field in worksheet.leaves()]
    assert [path for path, _field in worksheet.places(added)][-2:] == ["steps/r1/what", "steps/r1/who"]
