"""Every number of the handbook stands in our content: numbers.csv says which, and where."""

import csv
from pathlib import Path

import pytest

from engine.content import Library
from tests.book.texts import FILES, stands

TABLE = Path(__file__).parent / "numbers.csv"
"""Line and number in the handbook's text, what it is, the ref of our text, and a pattern that must stand there."""
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['line']}: {row['number']}")
def test_a_number_of_the_handbook_stands_where_it_belongs(row: dict[str, str]):
    assert stands(row["pattern"], row["page"]), f"{row['page']}: {row['context']} ({row['number']})"


def test_a_piece_of_a_longer_number_is_not_the_number():
    page = "handbook:facts-and-figures"
    assert stands("12,300,000", page)
    assert not any(stands(piece, page) for piece in ("12,300", "300,000", "2,300,000", "12,300,001"))


def test_the_table_is_whole_and_in_the_order_of_the_handbook():
    assert len(ROWS) >= 350
    lines = [int(row["line"]) for row in ROWS]
    assert lines == sorted(lines)
    assert all(all(row.values()) for row in ROWS)


def test_every_case_and_every_part_of_the_handbook_with_numbers_is_looked_at(library: Library):
    looked_at = {row["page"] for row in ROWS}
    assert {f"case:{name}" for name in library.case_studies} <= looked_at
    assert {f"activity:{name}" for name in library.activities} <= looked_at
    assert {f"reference:{name}" for name in library.references} <= looked_at
    assert {page.partition(":")[0] for page in looked_at} <= {*FILES, "reference"}
