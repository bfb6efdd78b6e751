"""Charts of PowerPoint's own: people can open and change their numbers."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from engine.charts import Drawn, panels_of, unit_of
from engine.content import Library

KINDS = {"stacked": XL_CHART_TYPE.BAR_STACKED, "lines": XL_CHART_TYPE.LINE_MARKERS}
"""Kind of panel -> kind of chart; any other, a map too, becomes rows of bars."""
COLOURS = ("0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00", "8A6D00", "5B6770")
TEXT, SMALL = Pt(18), Pt(14)
LEAST = 0.1
"""Part of the longest row: a shorter part of a stacked row has no room for its number."""
MANY = 8
"""With more bars than this, their names are smaller."""
FEW = 2
"""With no more rows than this, bars would be too thick without more space between them."""
ACROSS = 3
"""Panels side by side before a second row begins."""
GAP = Inches(0.1)


def add_chart(slide: Slide, library: Library, chart_id: str, left: int, top: int, width: int, height: int) -> None:
    """Add a chart; each of its panels has a scale of its own."""
    panels = panels_of(library, chart_id)
    across = (min(len(panels), ACROSS) or 1) if len(panels) <= ACROSS else 2
    down = -(-len(panels) // across) or 1
    wide, high = (width - GAP * (across - 1)) // across, (height - GAP * (down - 1)) // down
    for n, drawn in enumerate(panels):
        row, column = divmod(n, across)
        box = (Emu(left + column * (wide + GAP)), Emu(top + row * (high + GAP)), Emu(wide), Emu(high))
        _add_panel(
            slide, drawn, box, size=SMALL if len(panels) > 1 or len(drawn.labels) * len(drawn.series) > MANY else TEXT
        )


def _add_panel(slide: Slide, drawn: Drawn, box: tuple[Emu, Emu, Emu, Emu], size: Pt) -> None:
    data = CategoryChartData()
    data.categories = list(drawn.labels.values())
    for key, name in drawn.series.items():
        data.add_series(name, [drawn.value(label, key) for label in drawn.labels])
    kind = KINDS.get(drawn.panel.kind, XL_CHART_TYPE.BAR_CLUSTERED)
    chart = slide.shapes.add_chart(kind, *box, data).chart
    chart.font.size = size
    chart.has_title = True
    chart.chart_title.text_frame.text = _title(drawn)
    chart.chart_title.text_frame.paragraphs[0].font.size = size
    chart.has_legend = len(drawn.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _style_axes(chart, is_rows=kind != XL_CHART_TYPE.LINE_MARKERS)
    _style_series(chart, is_stacked=kind == XL_CHART_TYPE.BAR_STACKED, rows=len(drawn.labels), size=size)
    _label(chart, drawn, is_stacked=kind == XL_CHART_TYPE.BAR_STACKED)


def _title(drawn: Drawn) -> str:
    unit = unit_of(drawn)
    return drawn.title if unit.casefold() in drawn.title.casefold() else f"{drawn.title} ({unit})"


def _label(chart: Any, drawn: Drawn, *, is_stacked: bool) -> None:
    """Write "at least" where the source says so, and leave out a number that has no room."""
    most = max((sum(drawn.value(label, key) or 0 for key in drawn.series) for label in drawn.labels), default=0)
    for series, key in zip(chart.plots[0].series, drawn.series, strict=True):
        for n, label in enumerate(drawn.labels):
            figure = drawn.figures.get((label, key))
            if figure and figure.qualifier:
                frame = series.points[n].data_label.text_frame
                frame.text = drawn.text(label, key)
                frame.paragraphs[0].font.size = chart.font.size
            elif figure and is_stacked and figure.value < LEAST * most:
                for shown in series.points[n].data_label._get_or_add_dLbl().findall(qn("c:showVal")):
                    shown.set("val", "0")


def _style_axes(chart: Any, *, is_rows: bool) -> None:
    """Begin every scale at zero, without lines across; the label of the first row stands on top."""
    chart.value_axis.minimum_scale = 0
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible = not is_rows
    chart.value_axis.tick_labels.number_format, chart.value_axis.tick_labels.number_format_is_linked = "#,##0", False
    if is_rows:
        chart.category_axis.reverse_order = True
    skip = chart.category_axis._element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    chart.category_axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _style_series(chart: Any, *, is_stacked: bool, rows: int, size: Pt) -> None:
    plot = chart.plots[0]
    for colour, series in zip(COLOURS, plot.series, strict=False):
        is_line = not hasattr(series, "invert_if_negative")
        shape = series.format.line.color if is_line else None
        if shape is None:
            series.format.fill.solid()
            shape = series.format.fill.fore_color
        shape.rgb = RGBColor.from_string(colour)
        labels = series.data_labels
        labels.show_value = not is_line or rows <= MANY  # the numbers of many points would hide the line
        labels.number_format, labels.number_format_is_linked = "#,##0.###", False
        labels.font.size = size
        labels._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("wrap", "none")
        if not is_stacked:
            labels.position = XL_LABEL_POSITION.ABOVE if is_line else XL_LABEL_POSITION.OUTSIDE_END
    if hasattr(plot, "gap_width"):
        plot.gap_width = 50 if rows > FEW else 150
