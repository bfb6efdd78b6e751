"""The country's own figures are kept as they were entered, and nobody's change is lost in silence."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from engine.figures.country import TABLES_LIMIT, Entered, figures_of, put_figures, remove_figures
from engine.live import topics
from engine.server import Server
from engine.statistics_file import FigureTable, Row
from engine.workshop import WorkshopProblem, set_open
from tests.sample_content import open_sample

TABLE = FigureTable(
    label="Region",
    columns=("Inspections", "Rate"),
    rows=(Row(label="North", values=(1250, 2.5)), Row(label="Süd", values=(None, 0))),
)
OURS = Entered(TABLE, "Inspections by region", "inspections a year", "Annual report of the inspectorate", "2024")


def test_a_table_comes_back_as_it_was_entered(workshop_server: Server):
    workshop = open_sample(workshop_server)
    mark = workshop_server.bus.mark()
    entered = replace(
        OURS, title="  Inspections   by region ", note="Without mines", beside="a-chart", entered_by="Ana"
    )
    kept = put_figures(workshop_server, workshop.id, entered)
    (found,) = figures_of(workshop_server, workshop.id)
    assert found.id == kept.id and FigureTable.model_validate(found.content) == TABLE
    assert (found.title, found.unit, found.source, found.year, found.note, found.beside, found.entered_by) == (
        "Inspections by region",
        "inspections a year",
        "Annual report of the inspectorate",
        "2024",
        "Without mines",
        "a-chart",
        "Ana",
    )
    assert found.entered_at.tzinfo and found.revision == 1
    topic = topics.figures(workshop.id)
    assert workshop_server.bus.missed([topic], mark) == {topic}


def test_tables_keep_their_order_and_stay_in_their_workshop(workshop_server: Server):
    workshop, other = open_sample(workshop_server), open_sample(workshop_server, "Another")
    ids = [put_figures(workshop_server, workshop.id, replace(OURS, title=t)).id for t in ("B", "A", "C")]
    assert [found.title for found in figures_of(workshop_server, workshop.id)] == ["B", "A", "C"]
    assert figures_of(workshop_server, other.id) == []
    remove_figures(workshop_server, other.id, ids[0])
    remove_figures(workshop_server, workshop.id, ids[1])
    remove_figures(workshop_server, workshop.id, ids[1])
    assert [found.title for found in figures_of(workshop_server, workshop.id)] == ["B", "C"]
    with pytest.raises(WorkshopProblem, match="removed meanwhile"):
        put_figures(workshop_server, other.id, OURS, ids[0], 1)


def test_a_change_is_kept_unless_another_window_was_faster(workshop_server: Server):
    workshop = open_sample(workshop_server)
    kept = put_figures(workshop_server, workshop.id, OURS)
    changed = put_figures(workshop_server, workshop.id, replace(OURS, year="2019-2023"), kept.id, 1)
    assert (changed.revision, changed.year) == (2, "2019-2023")
    assert changed.changed_at > changed.entered_at
    with pytest.raises(WorkshopProblem, match="Another window changed this table"):
        put_figures(workshop_server, workshop.id, OURS, kept.id, 1)
    remove_figures(workshop_server, workshop.id, kept.id)
    with pytest.raises(WorkshopProblem, match="removed meanwhile"):
        put_figures(workshop_server, workshop.id, OURS, kept.id, 2)


def test_of_windows_that_save_at_once_one_wins_and_the_others_are_told(workshop_server: Server):
    workshop = open_sample(workshop_server)
    kept = put_figures(workshop_server, workshop.id, OURS)

    def try_it(number: int) -> bool:
        try:
            put_figures(workshop_server, workshop.id, replace(OURS, title=f"Title {number}"), kept.id, 1)
        except WorkshopProblem:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(try_it, range(4))) == 1


@pytest.mark.parametrize(
    "change, said",
    [
        ({"title": " "}, "title"),
        ({"unit": ""}, "what is counted"),
        ({"source": "\u200b"}, "source"),
        ({"year": ""}, "year"),
        ({"year": "24"}, "year"),
        ({"year": "1066"}, "year"),
        ({"year": "last year"}, "year"),
        ({"title": "x" * 121}, "121 characters"),
        ({"note": "x" * 301}, "301 characters"),
    ],
)
def test_what_is_missing_is_said(workshop_server: Server, change: dict[str, str], said: str):
    workshop = open_sample(workshop_server)
    with pytest.raises(WorkshopProblem, match=said):
        put_figures(workshop_server, workshop.id, replace(OURS, **change))
    assert figures_of(workshop_server, workshop.id) == []


def test_a_closed_workshop_keeps_its_tables_as_they_are(workshop_server: Server):
    workshop = open_sample(workshop_server)
    kept = put_figures(workshop_server, workshop.id, OURS)
    set_open(workshop_server, workshop.id, False)
    for act in (
        lambda: put_figures(workshop_server, workshop.id, OURS),
        lambda: put_figures(workshop_server, workshop.id, replace(OURS, year="2020"), kept.id, 1),
        lambda: remove_figures(workshop_server, workshop.id, kept.id),
    ):
        with pytest.raises(WorkshopProblem, match="closed"):
            act()
    assert [found.year for found in figures_of(workshop_server, workshop.id)] == ["2024"]
    with pytest.raises(WorkshopProblem, match="no longer there"):
        put_figures(workshop_server, "none", OURS)


def test_there_is_room_for_a_dozen(workshop_server: Server):
    workshop = open_sample(workshop_server)
    for _n in range(TABLES_LIMIT):
        put_figures(workshop_server, workshop.id, OURS)
    with pytest.raises(WorkshopProblem, match="Remove one first"):
        put_figures(workshop_server, workshop.id, OURS)
