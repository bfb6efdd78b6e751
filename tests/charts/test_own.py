"""A table of one's own is drawn like any other chart, and alone."""

import pytest

from engine.charts.on_screen import figure
from engine.charts.own import DRAWN_LIMIT, OWN, own_chart
from engine.charts.series import panels_of, said, sources_of
from engine.charts.tables import tables
from engine.content import Library
from engine.statistics_file import FigureTable, Row


def chart(*rows: tuple[float | None, ...], note: str = "") -> Library:
    columns = tuple(f"Column {n} <s>" for n in range(len(rows[0])))
    found = tuple(Row(label=f"Row {n} <b>", values=values) for n, values in enumerate(rows))
    table = FigureTable(label="Region", columns=columns, rows=found)
    about = {"title": "Visits <i>", "unit": "visits a year", "source": "Report & law", "year": "2019-2023"}
    return own_chart(table, **about, note=note)


def test_the_numbers_are_those_that_were_entered():
    library = chart((1250, 2.5), (None, 300))
    drawn = panels_of(library, OWN)
    assert sorted(figure.value for each in drawn for figure in each.figures.values()) == [2.5, 300, 1250]
    assert sources_of(library, OWN) == "Report & law, 2019-2023"
    assert "1,250" in said(drawn[0])


@pytest.mark.parametrize("row, panels", [((10, 20), 1), ((10, 2000), 2), ((0, 0), 1), ((0, 5), 2), ((5,), 1)])
def test_columns_of_very_different_size_have_scales_of_their_own(row: tuple[float, ...], panels: int):
    assert len(panels_of(chart(row), OWN)) == panels


def test_a_long_table_is_drawn_in_part_and_stays_whole():
    library = chart(*[(n,) for n in range(200)])
    assert len(panels_of(library, OWN)[0].labels) == DRAWN_LIMIT
    assert len(library.datasets[OWN].rows) == 200


@pytest.mark.parametrize("big", [False, True])
def test_typed_text_is_no_markup(big: bool):
    library = chart((1, 2), note="<u>n</u>")
    drawn = figure(library, OWN, big=big).to_json()
    assert not any(tag in drawn for tag in ("<i>", "<s>", "<b>:")) and "&lt;i&gt;" in drawn
    assert "<u>" not in tables(library, OWN) and "Row 0 &lt;b&gt;" in tables(library, OWN)
