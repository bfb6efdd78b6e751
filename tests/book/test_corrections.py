"""Where the handbook slips, our text does not: corrections.csv says how each of the 36 slips is dealt with."""

import csv
import re
from pathlib import Path

import pytest

from engine.content import ROOT
from tests.book.texts import stands

TABLE = Path(__file__).parent / "corrections.csv"
"""Number of the correction, the ref of our text, a pattern that must stand there, and what it is about."""
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
MISPRINTS = (
    "Commuity", "statuatory", "issues to third", "no Brazil do", "may difficult", "such as person",
    "European Court for Human Rights", "United National Office", "International Trade Union Congress", "Ammam",
    "Committee of Experts on the Application of Standards", "Labour Conference, 96th",
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['number']} in {row['page']}")
def test_a_slip_of_the_handbook_is_dealt_with(row: dict[str, str]):
    assert stands(row["pattern"], row["page"]), row["about"]


def test_all_36_slips_are_looked_at():
    assert [int(row["number"]) for row in ROWS] == sorted(int(row["number"]) for row in ROWS)
    assert {int(row["number"]) for row in ROWS} == set(range(1, 37))


@pytest.mark.parametrize("misprint", MISPRINTS)
def test_no_misprint_of_the_handbook_stands_anywhere(misprint: str):
    folders = ("content", "activities", "case_studies", "modules")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in (".md", ".yaml")]
    assert len(files) > 100
    assert [path.name for path in files if re.search(misprint, path.read_text(encoding="utf-8"))] == []
