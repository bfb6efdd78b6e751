"""What a chart draws are the numbers of its files, and nothing else."""

import pytest

from engine.charts import panels_of, said, share_later, shown, sources_of
from engine.charts.downloading import as_csv
from engine.charts.on_screen import figure
from engine.charts.tables import tables
from engine.content import Library, load_library

LIBRARY = load_library()
every_chart = pytest.mark.parametrize("chart_id", LIBRARY.charts)


def numbers(library: Library, chart_id: str) -> list[float]:
    """Every number of the chart's panels."""
    return [each.value for drawn in panels_of(library, chart_id) for each in drawn.figures.values()]


@every_chart
def test_a_panel_has_the_figures_of_its_dataset_or_what_follows_from_them(library: Library, chart_id: str):
    for drawn in panels_of(library, chart_id):
        file = {row.value for row in drawn.dataset.rows}
        assert drawn.figures
        for key, each in drawn.figures.items():
            if drawn.panel.work_out and key[1] in ("share", "rest"):
                part, whole = (drawn.dataset.at(key[0], getattr(drawn.panel.work_out, k)) for k in ("part", "whole"))
                assert part and whole
                rest, share = whole.value - part.value, round(100 * part.value / whole.value, 1)
                assert each.value == (share if drawn.panel.work_out.what == "share" else rest)
            else:
                assert each.value in file


@every_chart
def test_the_drawing_has_every_number_once(library: Library, chart_id: str):
    traces = [trace for trace in figure(library, chart_id, big=False).data if trace.type == "bar"]
    bars = [value for trace in traces for value in trace.x if value is not None]
    wanted = [
        each.value
        for drawn in panels_of(library, chart_id)
        if drawn.panel.kind in ("bars", "stacked")
        for each in drawn.figures.values()
    ]
    assert sorted(bars) == sorted(wanted)


@every_chart
def test_a_short_bar_has_its_number_beside_it(library: Library, chart_id: str):
    for trace in figure(library, chart_id, big=False).data:
        if trace.type == "bar" and trace.text:
            longest = max(value or 0 for value in trace.x)
            for value, place in zip(trace.x, trace.textposition, strict=True):
                assert place == "outside" or value is None or value >= longest / 2


@every_chart
def test_a_room_reads_nothing_below_24_pixels(library: Library, chart_id: str):
    layout = figure(library, chart_id, big=True).layout.to_plotly_json()

    def sizes(part: object) -> list[float]:
        if isinstance(part, dict):
            own = [part["size"]] if "size" in part else []
            return own + [size for inner in part.values() for size in sizes(inner)]
        return [size for inner in part for size in sizes(inner)] if isinstance(part, list | tuple) else []

    assert sizes(layout) and min(sizes(layout)) >= 24


@every_chart
def test_every_chart_names_its_sources_with_their_years(library: Library, chart_id: str):
    lines = sources_of(library, chart_id).splitlines()
    assert lines and all(any(str(year) in line for year in range(2003, 2026)) for line in lines)
    assert all(line.count("(") == line.count(")") for line in lines)
    file = as_csv(library, chart_id).decode("utf-8-sig").splitlines()
    assert {"source", "published", "definition", "unit"} <= set(file[0].split(","))
    assert len(file) - 1 >= len(numbers(library, chart_id))


@every_chart
def test_words_for_those_who_cannot_see_it_have_every_number(library: Library, chart_id: str):
    html = tables(library, chart_id)
    assert html.count('<th scope="row">') == sum(len(drawn.labels) for drawn in panels_of(library, chart_id))
    for drawn in panels_of(library, chart_id):
        for each in drawn.figures.values():
            assert shown(each.value) in said(drawn)
            assert shown(each.value) in html


@every_chart
def test_what_is_later_than_the_handbook_is_marked(library: Library, chart_id: str):
    rows = [each for drawn in panels_of(library, chart_id) for each in drawn.figures.values()]
    assert share_later(library, chart_id) == sum(row.is_later for row in rows) / len(rows)
    for drawn in panels_of(library, chart_id):
        if drawn.dataset.later:
            assert all(row.is_later for row in drawn.figures.values())


def test_a_number_is_written_as_people_read_it():
    assert shown(1400000, "at least") == "at least 1,400,000"
    assert shown(3.5) == "3.5"


def test_the_headlines_about_the_handbooks_table_are_true(library: Library):
    table = library.datasets["forced-labour-by-region-2005"]
    world, asia = table.at("world", "all"), table.at("asia-pacific", "all")
    assert world and asia and 0.75 < asia.value / world.value < 0.8  # "more than three of four"
    [drawn] = panels_of(library, "share-trafficked-2005")
    shares = {drawn.labels[label]: figure.value for (label, _series), figure in drawn.figures.items()}
    assert max(shares, key=shares.__getitem__) == "Transition economies" and max(shares.values()) > 95
    assert shares["Asia and the Pacific"] == min(shares.values()) == 14.3  # "about one in seven"
    rows = library.datasets["law-enforcement-2003-2006"].rows
    assert max(row.value for row in rows if row.series == "prosecutions") < 8000
    assert max(row.value for row in rows if row.series == "convictions") < 5000


def test_regions_add_up_to_the_world_as_the_handbook_prints_it(library: Library):
    table = library.datasets["forced-labour-by-region-2005"]
    for series in table.series:
        parts = [row.value for row in table.rows if row.series == series and row.label != "world"]
        world = table.at("world", series)
        assert world and sum(parts) == world.value


def test_estimates_and_convictions_have_scales_of_their_own(library: Library):
    drawn = panels_of(library, "victims-beside-convictions")
    assert [len({row.source for row in each.figures.values()}) for each in drawn] == [1] * len(drawn)
    people = [each for each in drawn if each.dataset.publisher == "ILO"]
    assert len(people) == 1 and len(drawn) > 1
