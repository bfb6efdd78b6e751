"""The datasets have the handbook's own figures: typed anew here from its text, page by page."""

import pytest

from engine.charts import sources_of
from engine.content import Library

TABLES = {
    "forced-labour-by-region-2005": """
        industrialised              all 360000    trafficked 270000
        transition                  all 210000    trafficked 200000
        asia-pacific                all 9490000   trafficked 1360000
        latin-america               all 1320000   trafficked 250000
        sub-saharan-africa          all 660000    trafficked 130000
        middle-east-north-africa    all 260000    trafficked 230000
        world                       all 12300000  trafficked 2440000""",
    "law-enforcement-2003-2006": """
        2003  prosecutions 7992  convictions 2815
        2004  prosecutions 6885  convictions 3025
        2005  prosecutions 6618  convictions 4766
        2006  prosecutions 5808  convictions 3160""",
    "new-legislation-2003-2006": """
        2003  legislation 24
        2004  legislation 39
        2005  legislation 41
        2006  legislation 21""",
    "exploitation-of-trafficked-victims-2005": """
        sexual       share 43
        economic     share 32
        combination  share 25""",
    "children-2005": "children share 40",
    "profits-2005": """
        all          profit 44
        trafficking  profit 32""",
    "profits-where-2005": "industrialised share 50",
    "inspectors-shortfall": """
        lowest   missing 40000
        highest  missing 45000""",
    "action-plans-2007": "assessed plans 28",
    "italy-inspections-2005": """
        inspections  number 24500
        workers      number 128000""",
    "italy-denounced-2005": """
        denounced  number 10000
        arrested   number 188""",
    "jordan-2006": """
        penalties  number 114
        closures   number 2""",
    "france-years": """
        prison         years 3
        prison-minors  years 5
        ban            years 5""",
    "france-fine": "fine euros 45000",
}
"""What the handbook prints, dataset by dataset: label, then series and value."""
REVISED = {("2005-revised", "prosecutions"): 6178, ("2005-revised", "convictions"): 4379}
REVISED |= {("2005-revised", "legislation"): 40}
"""What the Department of State printed one year later; since the handbook."""


def typed(text: str) -> dict[tuple[str, str], int]:
    found = {}
    for line in text.strip().splitlines():
        label, *cells = line.split()
        found |= {(label, series): int(value) for series, value in zip(cells[::2], cells[1::2], strict=True)}
    return found


@pytest.mark.parametrize("name", TABLES)
def test_a_dataset_has_what_the_handbook_prints(library: Library, name: str):
    rows = library.datasets[name].rows
    assert {(r.label, r.series): r.value for r in rows if r.source == "handbook"} == typed(TABLES[name])
    others = {(r.label, r.series): r.value for r in rows if r.source != "handbook"}
    assert others.items() <= REVISED.items()
    assert all(row.is_later for row in rows if row.source != "handbook")


def test_every_dataset_of_the_handbook_is_compared(library: Library):
    assert {name for name, each in library.datasets.items() if each.source == "handbook"} == set(TABLES)


def test_the_revised_row_of_2005_stands_beside_the_printed_one(library: Library):
    rows = [row for name in TABLES for row in library.datasets[name].rows if row.source == "tip2008"]
    assert {(row.label, row.series): row.value for row in rows} == REVISED


def test_the_inspections_in_italy_are_told_by_those_who_published_them(library: Library):
    said = {sources_of(library, "italy-2005")}
    assert said == {"ILO and ICMPD, 2006, in the handbook (2008)"}
    assert {library.datasets[f"italy-{name}-2005"].covers for name in ("inspections", "denounced")} == {"2005"}


def test_the_words_before_a_number_are_those_of_the_handbook(library: Library):
    said = {(name, row.label): row.qualifier for name in TABLES for row in library.datasets[name].rows if row.qualifier}
    assert said == {
        ("children-2005", "children"): "at least",
        ("profits-2005", "trafficking"): "up to",
        ("profits-where-2005", "industrialised"): "about",
        ("italy-inspections-2005", "inspections"): "more than",
        ("italy-denounced-2005", "denounced"): "more than",
        ("france-years", "prison"): "up to",
        ("france-years", "prison-minors"): "up to",
        ("france-years", "ban"): "up to",
        ("france-fine", "fine"): "up to",
    }
