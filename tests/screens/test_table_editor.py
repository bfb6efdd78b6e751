"""What is typed into a table is taken like a file: numbers as they are, empty cells as none, faults by row."""

import pytest

from engine.screens.table_editor import typed_table
from engine.statistics_file import FileProblem

NONE = float("nan")


def test_numbers_stay_what_they_are():
    table = typed_table(
        ["Region", "Cases", "Rate"],
        [["North", 1250.0, 0.001], ["South", NONE, 1e15], [None, NONE, None], ["E", 3, 2.5]],
    )
    assert [row.values for row in table.rows] == [(1250, 0.001), (None, 1e15), (3, 2.5)]


@pytest.mark.parametrize(
    "heads, rows, said",
    [
        (["Region", ""], [["North", 1.0]], "Row 1, column “B”: the heading is missing"),
        (["Region", "Cases"], [["North", -1.0]], "Row 2, column “Cases”: “-1” is below zero"),
        (["Region", "Cases"], [["North", 1.0], ["", 2.0]], "Row 3, column “Region”: the name is missing"),
        (["Region", "Cases"], [["", NONE]], "There is no table in it"),
        (["Region", "Cases"], [["North", float("inf")]], "“inf” is no number"),
    ],
)
def test_what_does_not_fit_is_told(heads: list[str], rows: list[list], said: str):
    with pytest.raises(FileProblem) as problem:
        typed_table(heads, rows)
    assert said in str(problem.value)
