"""Charts for a screen, with Plotly: panels one below the other, each with its own heading and scale."""

from dataclasses import dataclass, replace

import plotly.graph_objects as go

from engine.charts.looks import BLANK, INK, LAPTOP, ROOM, ChartSize, in_lines, wrapped
from engine.charts.panels import DRAW, PanelPlace, row_labels
from engine.charts.series import Drawn, panels_of
from engine.content import Library

FONT = "'Source Sans', sans-serif"
FULL = 480
"""Pixels of height to which a chart for a room is enlarged; a title and a few words stand above it."""
LETTER = 0.56
"""The width of a letter, as a part of the size of the font."""


@dataclass(frozen=True)
class _Laid:
    """A panel, the lines of its heading, and the pixels that the heading (`above`) and the drawing take."""

    drawn: Drawn
    heading: list[str]
    above: float
    height: float


def figure(library: Library, chart_id: str, *, big: bool, dark: bool = False) -> go.Figure:
    """Draw a chart.

    Args:
        big: for the far end of a room, with nothing below 24 pixels.
        dark: for a dark page; the background of the drawing is transparent.
    """
    panels, found = panels_of(library, chart_id), go.Figure()
    size = _for_room(panels) if big else LAPTOP
    laid = [_laid(each, size) for each in panels]
    has_map = any(each.drawn.panel.kind == "map" for each in laid)
    left = size.font * 0.6 if has_map else max((_left(each.drawn, size) for each in laid), default=0)
    total = top = max(sum(each.above + each.height for each in laid), 1)
    for number, each in enumerate(laid, start=1):
        top -= each.above
        _head(found, each.heading, top / total, left, size)
        place = PanelPlace(number, (top - each.height + _foot(each.drawn, size)) / total, top / total)
        found.update_layout(place.axes())
        DRAW[each.drawn.panel.kind](found, place, each.drawn, size)
        if has_map and each.drawn.panel.kind != "map":
            place.shape(found, {"domain": [size.words, 1]}, {})
        top -= each.height
    _finish(found, size, total, left, INK[dark])
    return found


def _for_room(panels: list[Drawn]) -> ChartSize:
    """The measures for a room; a chart with few rows is drawn larger, so that it fills its place."""
    laid = [_laid(each, ROOM) for each in panels]
    larger = min(FULL / max(sum(each.above + each.height for each in laid), 1), 1.8)
    if larger <= 1:
        return ROOM
    return replace(ROOM, bar=round(ROOM.bar * larger), font=round(ROOM.font * min(larger, 1.25)), heading=80)


def _finish(found: go.Figure, size: ChartSize, height: float, left: float, ink: str) -> None:
    names = [trace.name for trace in found.data if trace.showlegend]
    legend = (len(names) * 1.7 + 0.6) * size.font if names else 0
    found.update_layout(
        template="none",
        height=height + legend + size.font,
        margin={"l": left, "r": 16, "t": legend, "b": size.font, "autoexpand": False},
        font={"size": size.font, "color": ink, "family": FONT},
        paper_bgcolor=BLANK,
        plot_bgcolor=BLANK,
        barmode="stack" if any(trace.meta == "stacked" for trace in found.data) else "group",
        bargap=0.3,
        dragmode=False,
        hovermode=False,
        showlegend=bool(names),
        legend={"orientation": "h", "xref": "container", "x": 0, "y": 1, "yanchor": "bottom", "bgcolor": BLANK},
    )


def _laid(drawn: Drawn, size: ChartSize) -> _Laid:
    heading = wrapped(drawn.title, size.heading)
    return _Laid(drawn, heading, (len(heading) * 1.35 + 0.7) * size.font, _height(drawn, size))


def _height(drawn: Drawn, size: ChartSize) -> float:
    """In pixels."""
    fixed = {"map": size.world, "lines": size.upright + _foot(drawn, size), "tens": size.bar * 3}
    if drawn.panel.kind in fixed:
        return fixed[drawn.panel.kind]
    bars = 1 if drawn.panel.kind == "stacked" else len(drawn.series)
    lines = max(len(label.split("<br>")) for label in row_labels(drawn, size))
    return len(drawn.labels) * max(size.bar * (1 + 0.7 * (bars - 1)), lines * size.font * 1.3 + 8)


def _foot(drawn: Drawn, size: ChartSize) -> float:
    """The pixels that the years below a drawing need."""
    return size.font * 2.2 if drawn.panel.kind == "lines" else 0


def _left(drawn: Drawn, size: ChartSize) -> float:
    """The pixels that the words left of a panel need."""
    if drawn.panel.kind in ("bars", "stacked"):
        longest = max(len(line) for label in row_labels(drawn, size) for line in label.split("<br>"))
    else:
        longest = len(f"{drawn.largest():,.0f}") if drawn.panel.kind == "lines" else 0
    return longest * size.font * LETTER + size.font * 0.6


def _head(found: go.Figure, lines: list[str], y: float, left: float, size: ChartSize) -> None:
    """Write a heading at the left edge of the whole drawing."""
    found.add_annotation(
        text=f"<b>{in_lines(' '.join(lines), size.heading)}</b>", x=0, y=y, xref="paper", yref="paper",
        xanchor="left", yanchor="bottom", xshift=-left, align="left", showarrow=False,
    )  # fmt: skip
