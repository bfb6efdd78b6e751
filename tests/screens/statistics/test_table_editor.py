"""What is typed into a table is taken like a file: numbers as they are, empty cells as none, faults by row."""

import pytest

from engine.screens.statistics.table_editor import typed_table
from engine.statistics_file import FileProblem, as_csv, as_written, read_file

NONE = float("nan")


def test_numbers_stay_what_they_are():
    table = typed_table(
        ["Region", "Cases", "Rate"],
        [["North", 1250.0, 0.001], ["South", NONE, 1e15], [None, NONE, None], ["E", 3, 2.5]],
    )
    assert [row.values for row in table.rows] == [(1250, 0.001), (None, 1e15), (3, 2.5)]


@pytest.mark.parametrize("figure", [4.2e-07, 12.34567891, 1e15, 999999999999999.9, 0.1, 0.0, 1 / 3, 100.0, 5e-324])
def test_a_figure_that_is_only_looked_at_is_not_rounded(figure: float):
    table = typed_table(["Region", "Rate"], [["North", figure]])
    assert table.rows[0].values == (figure,)
    assert read_file(as_csv(table)).rows[0].values == (figure,)


@pytest.mark.parametrize(
    "figure, written",
    [
        (4.2e-07, "0.00000042"),
        (12.34567891, "12.34567891"),
        (1e15, "1000000000000000"),
        (0.1, "0.1"),
        (1e16, "1" + "0" * 16),
    ],
)
def test_a_figure_is_written_as_people_type_it(figure: float, written: str):
    assert as_written(figure) == written


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
