"""Charts for paper, with matplotlib: the same panels and numbers as on a screen."""

import io
from collections.abc import Callable
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.patches import Polygon

from engine.charts.looks import COLOURS, GREY, INK, steps_of, wrapped
from engine.charts.panels import LAND
from engine.charts.series import Drawn, panels_of, shown
from engine.charts.world import EDGE, laid_flat, outlines
from engine.content import Library
from engine.language import _

HATCHES = ("", "//", "..", "xx")
MARKERS = ("o", "s", "D", "X")
FONT = 11
"""In points."""


def still(library: Library, chart_id: str, *, width: float, height: float, kind: Literal["png", "svg"]) -> bytes:
    """Draw a chart as a picture; `width` and `height` are in inches."""
    panels = panels_of(library, chart_id)
    found = Drawing(figsize=(width, height), layout="constrained")
    places = found.subplots(len(panels), 1, squeeze=False, height_ratios=[_rows(each) for each in panels])
    for axes, drawn in zip(places[:, 0], panels, strict=True):
        axes.set_title("\n".join(wrapped(drawn.title, round(width * 11))), loc="left", fontsize=FONT, fontweight="bold")
        axes.spines[:].set_visible(False)
        DRAW[drawn.panel.kind](axes, drawn)
    page = io.BytesIO()
    found.savefig(page, format=kind, dpi=160, metadata={"Date": None} if kind == "svg" else None)
    return page.getvalue()


def _rows(drawn: Drawn) -> float:
    fixed = {"map": 7.0, "lines": 5.0, "tens": 2.0}
    several = len(drawn.series) if drawn.panel.kind == "bars" else 1
    return fixed.get(drawn.panel.kind, len(drawn.labels) * (1 + 0.6 * (several - 1)) + 1)


def _labels(drawn: Drawn) -> list[str]:
    numbers = drawn.regions.numbers() if drawn.regions else {}
    words = {key: f"{numbers[key]} {name}" if key in numbers else name for key, name in drawn.labels.items()}
    return ["\n".join(wrapped(name, 48)) for name in words.values()]


def _bars(axes: Axes, drawn: Drawn) -> None:
    several = len(drawn.series)
    thick = 0.72 / several
    for n, (key, name) in enumerate(drawn.series.items()):
        places = [row + (n - (several - 1) / 2) * thick for row in range(len(drawn.labels))]
        values = [drawn.value(label, key) or 0 for label in drawn.labels]
        bars = axes.barh(places, values, thick, color=COLOURS[n], hatch=HATCHES[n], edgecolor="white", label=name)
        axes.bar_label(bars, [drawn.text(label, key) for label in drawn.labels], padding=3, fontsize=FONT)
    _finish_rows(axes, drawn, drawn.largest() * 1.25)


def _stacked(axes: Axes, drawn: Drawn) -> None:
    before = [0.0] * len(drawn.labels)
    for n, (key, name) in enumerate(drawn.series.items()):
        values = [drawn.value(label, key) or 0 for label in drawn.labels]
        axes.barh(
            range(len(values)), values, 0.7, before, color=COLOURS[n], hatch=HATCHES[n], edgecolor="white", label=name
        )
        before = [b + v for b, v in zip(before, values, strict=True)]
    first = next(iter(drawn.series))
    for row, (label, whole) in enumerate(zip(drawn.labels, before, strict=True)):
        said = _("{part} of {whole}").format(part=drawn.text(label, first), whole=shown(round(whole)))
        axes.text(whole + max(before) * 0.01, row, said, va="center", fontsize=FONT)
    _finish_rows(axes, drawn, max(before) * 1.4)


def _finish_rows(axes: Axes, drawn: Drawn, longest: float) -> None:
    axes.set_yticks(range(len(drawn.labels)), _labels(drawn), fontsize=FONT, color=INK[False])
    axes.tick_params(length=0)
    axes.set_xlim(0, max(longest, 1))
    axes.xaxis.set_visible(False)
    axes.invert_yaxis()
    if len(drawn.series) > 1:
        axes.legend(loc="lower right", frameon=False, fontsize=FONT)


def _lines(axes: Axes, drawn: Drawn) -> None:
    """Draw years as points; a line joins only the numbers of one edition of the source."""
    for n, (key, name) in enumerate(drawn.series.items()):
        found = {label: drawn.figures[label, key] for label in drawn.labels if (label, key) in drawn.figures}
        years = list(dict.fromkeys(figure.year for figure in found.values()))
        for e, year in enumerate(years):
            points = {int(label): figure.value for label, figure in found.items() if figure.year == year}
            label = None if e else name
            axes.plot(list(points), list(points.values()), color=COLOURS[n], marker=MARKERS[n], label=label)
    axes.set_ylim(bottom=0)
    axes.locator_params(axis="x", integer=True)
    axes.grid(axis="y", color=GREY, linewidth=0.4)
    axes.yaxis.set_major_formatter(lambda value, _place: f"{value:,.0f}")
    axes.tick_params(labelsize=FONT, length=0)
    if len(drawn.series) > 1:
        axes.legend(loc="best", frameon=False, fontsize=FONT)


def _tens(axes: Axes, drawn: Drawn) -> None:
    (at, figure), *_rest = drawn.figures.items()
    colours = [COLOURS[0] if n < round(figure.value / 10) else "#ffffff" for n in range(10)]
    axes.scatter(range(10), [0] * 10, s=420, c=colours, marker="s", edgecolors=GREY)
    axes.set_xlabel(f"{drawn.text(*at)} {drawn.dataset.unit}", fontsize=FONT, loc="left")
    axes.set_xlim(-0.6, 9.6)
    axes.set_xticks([])
    axes.set_yticks([])


def _map(axes: Axes, drawn: Drawn) -> None:
    assert drawn.regions
    shades = steps_of(drawn)
    layers = [(outlines(), LAND)] + [(outlines(drawn.regions.countries.get(r, ())), s) for r, s in shades.items()]
    for rings, shade in layers:
        for ring in rings:
            axes.add_patch(Polygon(ring, facecolor=shade, edgecolor="#ffffff", linewidth=0.3))
    for region, number in drawn.regions.numbers().items():
        if region in drawn.labels:
            box = {"boxstyle": "round", "facecolor": "#ffffff"}
            axes.text(*laid_flat(*drawn.regions.places[region]), str(number), ha="center", fontsize=FONT, bbox=box)
    axes.set_xlim(*EDGE[:2])
    axes.set_ylim(*EDGE[2:])
    axes.set_aspect("equal")
    axes.set_axis_off()


DRAW: dict[str, Callable[[Axes, Drawn], None]] = {
    "bars": _bars, "stacked": _stacked, "lines": _lines, "tens": _tens, "map": _map,
}  # fmt: skip
"""Kind of panel -> what draws it."""
