"""A file that cannot be taken is refused by row and column, with what to do; nothing else ever goes wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.statistics_file import LIMIT, ROWS_LIMIT, Fault, FigureTable, FileProblem, read_cells, read_file
from engine.statistics_file.numbers import Style

GOOD = "Region,Cases\nNorth,3\n"


def refused(data: bytes | str) -> list[tuple[int, str, str]]:
    with pytest.raises(FileProblem) as problem:
        read_file(data.encode() if isinstance(data, str) else data)
    return [(fault.row, fault.column, fault.what) for fault in problem.value.faults]


@pytest.mark.parametrize(
    "text, row, column, said",
    [
        ("Region,Cases\nNorth,many\n", 2, "Cases", "“many” is no number. Write digits"),
        ("Region,Cases\nNorth,3\nSouth,-5\n", 3, "Cases", "“-5” is below zero"),
        ("Region,Cases\nNorth,3\nSouth,−5\n", 3, "Cases", "below zero"),
        ("Region,Cases\nNorth,(5)\n", 2, "Cases", "below zero"),
        ("Region,Cases\nNorth,3\nnorth ,5\n", 3, "Region", "stands in row 2 already"),
        ("Region,Cases\n,5\n", 2, "Region", "the name is missing"),
        ("Region,Cases\nNorth,1.250\n", 2, "Cases", "can mean 1250 or 1.25. Write it as 1250, or as 1.25"),
        ("Region;Cases\nNorth;1.5\nSouth;2.5\nEast;1,5\n", 4, "Cases", "has a decimal comma"),
        ("Region;Cases\nNorth;1,5\nSouth;2,5\nEast;1.5\n", 4, "Cases", "has a decimal point"),
        ("Region,Cases\nNorth,1e5\n", 2, "Cases", "no number"),
        ("Region,Cases\nNorth,inf\n", 2, "Cases", "no number"),
        ("Region,Cases\nNorth,nan\n", 2, "Cases", "no number"),
        ("Region,Cases\nNorth,1.2.3\n", 2, "Cases", "no number"),
        ("Region,Cases\nNorth,9999999999999999\n", 2, "Cases", "too large"),
        ("Region,Cases\nNorth,..\nSouth,3\n", 2, "", "there is no figure"),
        ("Region,Cases,Wages\nNorth,3,\n", 1, "Wages", "no figure below this heading"),
        ("Region,Cases,cases\nNorth,3,4\n", 1, "cases", "two columns"),
        ("Region,Cases,\nNorth,3,4\n", 1, "C", "the heading is missing"),
        ("North,3\nSouth,4\n", 1, "3", "is a figure and not a heading"),
        ("\n\nRegion,Cases\n\nNorth,x\n", 5, "Cases", "no number"),
        ("Region;Cases\nNorth;\"3\nSouth;4\n", 2, "", "quotation mark"),
        ("sep=;\nRegion;Cases\nNorth;\"3\n", 3, "", "quotation mark"),
        ("a,b,c,d,e\nNorth,1,2,3,4\n", 1, "", "there are 4 columns of figures"),
        ("Region,Cases\nNorth,3,4\n", 1, "C", "the heading is missing"),
        (f"Region,Cases\n{'x' * 90},3\n", 2, "Region", "90 characters. Use at most 80"),
        (f"Region,{'x' * 70}\nNorth,3\n", 1, f"{'x' * 40}…", "70 characters. Use at most 60"),
    ],
)  # fmt: skip
def test_a_cell_that_does_not_fit_is_named(text: str, row: int, column: str, said: str):
    found = refused(text)
    assert [(r, c) for r, c, _what in found] == [(row, column)]
    assert said in found[0][2]
    assert found[0][2].endswith(".")


@pytest.mark.parametrize(
    "data, said",
    [
        (b"", "There is no table in it"),
        (b"Region,Cases\n", "There is no table in it"),
        (b" \n\n", "There is no table in it"),
        (b"Region\nNorth\nSouth\n", "only one column"),
        (b"PK\x03\x04 and more", "workbook"),
        (b"\xd0\xcf\x11\xe0 and more", "workbook"),
        (b"%PDF\x01\x02\x00", "not a text table"),
        (bytes(range(256)), "not a text table"),
        (b"x" * (LIMIT + 1), "This file has 2.0 MB"),
        (b"a,b\n" * 12_500_000, "This file has 50.0 MB. Up to 2 MB fit"),
        (("Region,Cases\n" + "".join(f"r{n},1\n" for n in range(ROWS_LIMIT + 1))).encode(), "There are 201 rows"),
    ],
)
def test_what_is_no_small_table_is_refused_as_a_whole(data: bytes, said: str):
    found = refused(data)
    assert [(row, column) for row, column, _what in found] == [(0, "")]
    assert said in found[0][2]


def test_all_that_is_wrong_comes_at_once_and_in_order():
    found = refused("Region,Cases,Wages\nNorth,many,-1\nnorth,3,few\n,4,5\n")
    assert [(row, column) for row, column, _what in found] == [
        (2, "Cases"),
        (2, "Wages"),
        (3, "Region"),
        (3, "Wages"),
        (4, "Region"),
    ]


def test_a_message_names_row_and_column():
    assert str(Fault(7, "Cases", "“x” is no number.")) == "Row 7, column “Cases”: “x” is no number."
    assert str(Fault(7, "", "there is no figure.")) == "Row 7: there is no figure."
    assert str(Fault(0, "", "There is no table.")) == "There is no table."


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_problem_of_ours(data: bytes):
    try:
        assert isinstance(read_file(data), FigureTable)
    except FileProblem as problem:
        assert problem.faults and all(fault.what.endswith(".") for fault in problem.faults)


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=6), st.sampled_from([None, *Style]))
def test_any_cells_are_a_table_or_a_problem_of_ours(cells: list[list[str]], style: Style | None):
    try:
        found = read_cells(cells, style)
    except FileProblem:
        return
    assert all(len(row.values) == len(found.columns) for row in found.rows)
    assert all(value is None or value >= 0 for row in found.rows for value in row.values)


@given(st.text(alphabet='0123456789.,;"\n\t -%', max_size=80))
def test_any_digits_and_signs_are_a_table_or_a_problem_of_ours(text: str):
    try:
        read_file(f"{GOOD}{text}".encode())
    except FileProblem as problem:
        assert all(fault.row or not fault.column for fault in problem.faults)
