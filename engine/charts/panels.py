"""How Plotly draws each kind of panel, in the place that it is given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go

from engine.charts.looks import BLANK, COLOURS, GREY, PATTERNS, SYMBOLS, ChartSize, in_lines, steps_of
from engine.charts.series import Drawn, shown
from engine.charts.world import EDGE, laid_flat, outlines
from engine.language import _

LAND = "#d5dadd"
"""The colour of countries that are in no region."""
ROOM_FOR_TEXT = 1.4
"""An axis is so many times as long as its longest bar, where numbers stand beside the bars."""


@dataclass(frozen=True)
class PanelPlace:
    """Where a panel stands: its number from 1, and its bottom and top as parts of the whole height, from 0 below."""

    number: int
    bottom: float
    top: float

    @property
    def name(self) -> str:
        """What Plotly adds to `x` and `y` in the names of this panel's axes."""
        return "" if self.number == 1 else str(self.number)

    def on(self) -> dict[str, str]:
        """The axes of a trace that is drawn in this panel."""
        return {"xaxis": f"x{self.name}", "yaxis": f"y{self.name}"}

    def axes(self) -> dict[str, Any]:
        """The layout of both axes, without lines and without zoom."""
        plain = {
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "showline": False,
            "ticks": "outside",
            "tickcolor": BLANK,
        }
        return {
            f"xaxis{self.name}": {**plain, "anchor": f"y{self.name}", "domain": [0, 1]},
            f"yaxis{self.name}": {
                **plain,
                "anchor": f"x{self.name}",
                "domain": [max(self.bottom, 0), min(self.top, 1)],
            },
        }

    def shape(self, found: go.Figure, x: dict[str, Any], y: dict[str, Any]) -> None:
        """Add settings to the layout of the x axis and of the y axis."""
        found.update_layout({f"xaxis{self.name}": x, f"yaxis{self.name}": y})


def row_labels(drawn: Drawn, size: ChartSize) -> list[str]:
    """The labels of bars; those of stacked bars have the numbers too, because thin parts have no room for them."""
    found = []
    numbers = drawn.regions.numbers() if drawn.regions else {}
    for key, words in drawn.labels.items():
        label = in_lines(f"{numbers[key]} {words}" if key in numbers else words, size.letters)
        if drawn.panel.kind == "stacked":
            values = [drawn.value(key, series) or 0 for series in drawn.series]
            label += "<br>" + escape(_("{part} of {whole}").format(part=shown(values[0]), whole=shown(sum(values))))
        found.append(label)
    return found


def _bars(found: go.Figure, place: PanelPlace, drawn: Drawn, size: ChartSize) -> None:
    """Draw rows of bars.

    Several bars to a row have their numbers beside them, because a pattern would hide them. So has a bar shorter than
    half of the longest: inside it, a number that only just fits would be cut at the end of the bar.
    """
    several, is_stacked = len(drawn.series) > 1, drawn.panel.kind == "stacked"
    half = drawn.largest() / 2
    for n, (key, name) in enumerate(drawn.series.items()):
        values = [drawn.value(label, key) or 0 for label in drawn.labels]
        found.add_bar(
            x=[drawn.value(label, key) for label in drawn.labels],
            y=row_labels(drawn, size),
            text=None if is_stacked else [escape(drawn.text(label, key)) for label in drawn.labels],
            textposition=["outside" if several or value < half else "auto" for value in values],
            insidetextanchor="start",
            constraintext="none",
            textangle=0,
            cliponaxis=False,
            orientation="h",
            meta=drawn.panel.kind,
            **_dress(found, n, name, drawn),
            **place.on(),
        )
    longest = drawn.largest() * (ROOM_FOR_TEXT if several else 1.1)
    if is_stacked:
        longest = max(sum(drawn.value(label, key) or 0 for key in drawn.series) for label in drawn.labels)
    place.shape(found, {"range": [0, max(longest, 1)], "visible": False}, {"autorange": "reversed", "type": "category"})


def _lines(found: go.Figure, place: PanelPlace, drawn: Drawn, size: ChartSize) -> None:
    """Draw years as points; a line joins only the numbers of one edition of the source."""
    for n, (key, name) in enumerate(drawn.series.items()):
        points = list(_points(drawn, key))
        found.add_scatter(
            x=[x for x, _y in points],
            y=[y for _x, y in points],
            mode="lines+markers",
            marker={"symbol": SYMBOLS[n], "size": size.font * 0.7, "color": COLOURS[n]},
            line={"color": COLOURS[n], "width": 3},
            cliponaxis=False,
            name=escape(name),
            showlegend=len(drawn.series) > 1,
            **place.on(),
        )
    numbers = {"showgrid": True, "gridcolor": GREY, "rangemode": "tozero", "tickformat": ",", "nticks": 5}
    place.shape(found, {"tickformat": "d", "type": "linear"}, numbers)


def _points(drawn: Drawn, series: str) -> Iterator[tuple[int, float | None]]:
    """Years and numbers, with None wherever the next number is of another edition."""
    before = None
    for label in drawn.labels:
        if not (figure := drawn.figures.get((label, series))):
            continue
        if before not in (None, figure.year):
            yield int(label), None
        before = figure.year
        yield int(label), figure.value


def _tens(found: go.Figure, place: PanelPlace, drawn: Drawn, size: ChartSize) -> None:
    """Draw ten squares, and fill as many of them as the share has tens."""
    (at, figure), *_rest = drawn.figures.items()
    filled = [n < round(figure.value / 10) for n in range(10)]
    found.add_scatter(
        x=list(range(10)),
        y=[0] * 10,
        mode="markers",
        marker={
            "symbol": ["square" if is_filled else "square-open" for is_filled in filled],
            "size": size.bar * 0.7,
            "color": [COLOURS[0] if is_filled else GREY for is_filled in filled],
            "line_width": 2,
        },
        cliponaxis=False,
        showlegend=False,
        **place.on(),
    )
    found.add_annotation(
        text=in_lines(f"{drawn.text(*at)} {drawn.dataset.unit}", size.heading), x=-0.6, y=-0.75, xanchor="left",
        yanchor="top", align="left", xref=place.on()["xaxis"], yref=place.on()["yaxis"], showarrow=False,
    )  # fmt: skip
    place.shape(found, {"range": [-0.6, 9.6], "visible": False}, {"range": [-2.5, 0.8], "visible": False})


def _map(found: go.Figure, place: PanelPlace, drawn: Drawn, size: ChartSize) -> None:
    """Draw a map of the world: the higher its figure, the darker a region; its number leads to its name in the bars."""
    assert drawn.regions
    _land(found, place, outlines(), LAND)
    for region, shade in steps_of(drawn).items():
        _land(found, place, outlines(drawn.regions.countries.get(region, ())), shade)
    for region, number in drawn.regions.numbers().items():
        if region in drawn.labels:
            x, y = laid_flat(*drawn.regions.places[region])
            found.add_annotation(
                text=f"<b>{number}</b>", x=x, y=y, xref=place.on()["xaxis"], yref=place.on()["yaxis"],
                showarrow=False, font={"color": "#1b2733"}, bgcolor="#ffffff", bordercolor="#1b2733",
                borderpad=size.font * 0.15,
            )  # fmt: skip
    left, right, bottom, top = EDGE
    square = {"scaleanchor": place.on()["xaxis"], "scaleratio": 1}
    place.shape(found, {"range": [left, right], "visible": False}, {"range": [bottom, top], "visible": False, **square})


def _land(found: go.Figure, place: PanelPlace, rings: list[list[tuple[float, float]]], shade: str) -> None:
    points = [point for ring in rings for point in (*ring, (None, None))]
    found.add_scatter(
        x=[x for x, _y in points], y=[y for _x, y in points], mode="lines", fill="toself", fillcolor=shade,
        line={"color": "#ffffff", "width": 0.6}, showlegend=False, **place.on(),
    )  # fmt: skip


def _dress(found: go.Figure, n: int, name: str, drawn: Drawn) -> dict[str, object]:
    """What makes a series of bars look different from the others; a name stands in the legend once."""
    is_named = any(trace.name == escape(name) for trace in found.data)
    return {
        "name": escape(name),
        "legendgroup": name,
        "showlegend": len(drawn.series) > 1 and not is_named,
        "marker": {"color": COLOURS[n], "pattern": {"shape": PATTERNS[n], "fgcolor": "#1b2733", "fillmode": "overlay"}},
    }


DRAW: dict[str, Callable[[go.Figure, PanelPlace, Drawn, ChartSize], None]] = {
    "bars": _bars,
    "stacked": _bars,
    "lines": _lines,
    "tens": _tens,
    "map": _map,
}
"""Kind of panel -> what draws it."""
