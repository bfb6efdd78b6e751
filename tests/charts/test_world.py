"""The map: shapes that lie in the repository, and regions that have them."""

import pytest

from engine.charts.on_screen import figure
from engine.charts.series import panels_of
from engine.charts.world import EDGE, codes, laid_flat, outlines
from engine.content import Library
from tests.real_content import LIBRARY

maps = [chart.id for chart in LIBRARY.charts.values() if any(panel.kind == "map" for panel in chart.panels)]


TOO_SMALL = {"BHR"}
"""States that have no outline at this scale."""


def area(ring: list[tuple[float, float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def test_areas_keep_their_size():
    """Africa is fourteen times as large as Greenland; a map that says otherwise misleads a room."""
    brazil, greenland = (sum(map(area, outlines([code]))) for code in ("BRA", "GRL"))
    assert brazil / greenland == pytest.approx(8_516_000 / 2_166_000, rel=0.08)
    assert laid_flat(0, 0) == (0, 0)


def test_no_outline_crosses_the_whole_map():
    for ring in outlines():
        xs = [x for x, _y in ring]
        assert max(xs) - min(xs) < 3
        assert max(xs) < EDGE[1] * 1.1 and min(xs) > EDGE[0] * 1.1


@pytest.mark.parametrize("regions", LIBRARY.regions.values(), ids=lambda regions: regions.id)
def test_every_country_of_a_region_has_a_shape_and_every_region_a_number(regions):
    named = {country for countries in regions.countries.values() for country in countries}
    assert named - codes() <= TOO_SMALL
    assert set(regions.places) == set(regions.countries)


def test_there_are_maps_of_two_editions():
    assert {"map-2005", "map-2022"} <= set(maps)


@pytest.mark.parametrize("chart_id", maps)
def test_a_map_asks_nobody_for_shapes_and_is_darkest_where_the_number_is_highest(chart_id: str):
    found = figure(LIBRARY, chart_id, big=False)
    assert {trace.type for trace in found.data} <= {"scatter", "bar"}, "Plotly's own maps fetch shapes from outside"
    drawn = next(each for each in panels_of(LIBRARY, chart_id) if each.panel.kind == "map")
    shades = [trace.fillcolor for trace in found.data if trace.type == "scatter"][1:]
    by_value = dict(zip([figure.value for figure in drawn.figures.values()], shades, strict=True))
    lightness = [sum(int(by_value[v][n : n + 2], 16) for n in (1, 3, 5)) for v in sorted(by_value)]
    assert lightness == sorted(lightness, reverse=True) and lightness[0] > lightness[-1]


@pytest.mark.parametrize("chart_id", ["map-2005", "map-2022"])
def test_a_map_has_the_whole_width_also_of_a_phone(library: Library, chart_id: str):
    layout = figure(library, chart_id, big=False).layout
    assert layout.margin.l < 20 and tuple(layout.xaxis.domain) == (0, 1)
    assert layout.xaxis2.domain[0] * 358 > 130  # pixels of a phone for the words beside the bars
