"""Which rows an open table has now: those that were added, and were not removed since."""

from typing import NamedTuple

from engine.fields import Json, OpenTable
from tests.fields.samples import FIELDS

table = FIELDS["open_table"]
assert isinstance(table, OpenTable)


class Kept(NamedTuple):
    """An answer, and when it was saved."""

    value: Json
    revision: int


def kept(*answers: tuple[str, Json]) -> dict[str, Kept]:
    """The last answer of each path, each with a revision of its own, in the order of first use."""
    return {path: Kept(value, revision) for revision, (path, value) in enumerate(answers, start=1)}


def rows(*answers: tuple[str, Json]) -> list[tuple[str, str]]:
    return [(row.path, row.label) for row in table.rows_now(kept(*answers))]


def test_rows_are_numbered_in_the_order_in_which_they_were_added() -> None:
    added = ("sample/z", True), ("sample/a", True), ("sample/b/status", "absent")
    assert rows(*added) == [("sample/z", "Step 1"), ("sample/a", "Step 2"), ("sample/b", "Step 3")]
    assert rows(*added, ("sample/z", False)) == [("sample/a", "Step 1"), ("sample/b", "Step 2")]


def test_a_row_is_removed_until_somebody_writes_in_it() -> None:
    assert rows(("sample/a/status", "absent"), ("sample/a", False)) == []
    assert rows(("sample/a", False), ("sample/a/status", "absent")) == [("sample/a", "Step 1")]


def test_the_rows_of_a_table_are_its_own() -> None:
    assert rows(("sample_more/r1", True), ("sampl/r2", True), ("sample", True), ("sample/r3/why", [1])) == [
        ("sample/r3", "Step 1")
    ]


def test_the_row_that_was_removed_last_with_something_in_it_can_be_put_back() -> None:
    assert table.removed_row({}) is None
    first = ("sample/a/status", "absent"), ("sample/b/status", "absent"), ("sample/c/status", None)
    answers = kept(*first, ("sample/b", False), ("sample/a", False), ("sample/c", False))
    assert table.removed_row(answers) == "sample/a", "the third had nothing in it"
    assert table.removed_row(answers | {"sample/a": Kept(True, 9)}) == "sample/b"
