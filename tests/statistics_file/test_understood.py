"""What office programs save is understood, whatever the country that they were made for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.statistics_file import FigureTable, FileProblem, Row, as_csv, read_file, template

WANTED = FigureTable(
    label="Région",
    columns=("Inspections", "Taux"),
    rows=(Row(label="Île-du-Nord", values=(1250, 2.5)), Row(label="Sud", values=(12300, None))),
)
COMMA = "Région;Inspections;Taux\nÎle-du-Nord;1.250;2,5\nSud;12.300;\n"
POINT = 'Région,Inspections,Taux\nÎle-du-Nord,"1,250",2.5\nSud,"12,300",..\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"])
@pytest.mark.parametrize("text", [COMMA, POINT, COMMA.replace(";", "\t"), COMMA.replace(";", "|")])
def test_encodings_and_what_stands_between_cells(text: str, encoding: str):
    assert read_file(text.encode(encoding)) == WANTED


@pytest.mark.parametrize(
    "text",
    [
        COMMA.replace("\n", "\r\n"),
        COMMA.replace("\n", "\r"),
        f"sep=;\n{COMMA}",
        f"\n\n{COMMA}\n;;\n",
        COMMA.replace("\n", ";;\n"),
        COMMA.replace("1.250", "1\u00a0250").replace("12.300", "12\u202f300"),
        COMMA.replace("1.250", "1'250").replace("12.300", "12’300"),
        COMMA.replace("1.250", "1250").replace("12.300", "12300 "),
        COMMA.replace("2,5", "2,5 %"),
        COMMA.replace("Île-du-Nord", '"Île-du-Nord"'),
        COMMA.replace("12.300;", "12.300;n/a"),
        COMMA.replace("Sud", "S\u200bud").replace("Île", "I\u0302le"),
    ],
)
def test_habits_of_offices(text: str):
    assert read_file(text.encode()) == WANTED


@pytest.mark.parametrize(
    "cell, value",
    [
        ("12,50,000", 1_250_000),
        ("1,250.5", 1250.5),
        ("1.250,5", 1250.5),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("٣٤٥", 345),
        ("٣٫٥", 3.5),
        ("１２", 12),
        ("1,250,000", 1_250_000),
        ("1.250.000", 1_250_000),
        ("007", 7),
        ("0", 0),
    ],
)
def test_a_number_that_can_mean_only_one_thing(cell: str, value: float):
    assert read_file(f"Region;Cases\nNorth;{cell}\n".encode()).rows == (Row(label="North", values=(value,)),)


def test_years_may_be_headings_and_names():
    found = read_file(b"Region,2019,2020\nNorth,3,4\nSouth,5,6\n")
    assert found.columns == ("2019", "2020")
    found = read_file(b"Year,Cases\n2019,3\n2020,4\n")
    assert [row.label for row in found.rows] == ["2019", "2020"]


def test_a_table_without_a_heading_above_the_names_gets_one():
    assert read_file(b",Cases\nNorth,3\n").label == "Name"


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30)
NUMBERS = st.one_of(st.none(), st.integers(0, 10**9), st.floats(0, 10**6, width=32).map(lambda x: round(x, 3)))


@given(st.dictionaries(NAMES.map(str.casefold), NUMBERS, min_size=1, max_size=8))
def test_what_we_write_we_understand(rows: dict[str, float | None]):
    table = FigureTable(
        label="Region",
        columns=("Cases", "Inspections"),
        rows=tuple(Row(label=f"x{name}", values=(value, 0.5)) for name, value in rows.items()),
    )
    try:
        found = read_file(as_csv(table))
    except FileProblem:  # signs that nobody sees, or names that differ in nothing that people see
        return
    assert [row.values for row in found.rows][: len(rows)] == [row.values for row in table.rows] or all(
        value is None for value in rows.values()
    )


@pytest.mark.parametrize("name", ["=1+1", "+x", "-x", "@x", "=HYPERLINK()"])
def test_no_text_becomes_a_formula_and_it_comes_back_as_it_was(name: str):
    table = FigureTable(label="Region", columns=("Cases",), rows=(Row(label=name, values=(3,)),))
    assert f"\n'{name}," in as_csv(table).decode("utf-8-sig")
    assert read_file(as_csv(table)) == table


def test_the_file_to_fill_in_is_understood():
    assert len(read_file(template()).columns) == 2
