"""The plenary views that are a grid: rows by groups, each cell shaded by a level."""

from collections.abc import Sequence

from engine.content import Activity, CaseStudy, View
from engine.fields import Field, Range, Rank, SelectOne, Table
from engine.language import _
from engine.plenary import GroupAnswers, lines_of, notes_beside
from engine.screens.frame.components import component

_grid = component("grid", '<div class="grid"></div>')
LEVELS = 4
"""The darkest shade; 0 is none."""


def _names(groups: Sequence[GroupAnswers]) -> list[str]:
    return [group.group.name for group in groups]


def _draw_grid(key: str, caption: str, columns: list[str], rows: list[dict], legend: list[dict]) -> None:
    words = {
        "open": _("Open the notes"),
        "hint": _("A marked corner has notes: click it."),
        "close": _("Close"),
    }
    data = {"caption": caption, "columns": columns, "rows": rows, "legend": legend, "words": words}
    _grid(key=f"grid:{key}", data=data, height="content")


def draw_heatmap(activity: Activity, view: View, case: CaseStudy | None, groups: Sequence[GroupAnswers]) -> None:
    """Draw a choice in every row: the first option darkest, with what a group noted behind its cell."""
    table, field = _column(activity, view)
    assert isinstance(field, SelectOne)
    levels = {option.id: _level(place, len(field.options)) for place, option in enumerate(field.options)}
    rows = []
    for line in lines_of(table, field, groups):
        cells = [
            {
                "text": field.as_text(value) or "–",
                "level": levels.get(value, 0),
                "notes": _notes(activity, view, line.path, group),
            }
            for value, group in zip(line.values, groups, strict=True)
        ]
        rows.append({"label": line.label, "cells": cells})
    legend = [{"level": levels[option.id], "text": option.label} for option in field.options]
    _draw_grid(view.show, field.label, _names(groups), rows, legend)


def _level(place: int, count: int) -> int:
    """Give the shade of an option by its place: the first the darkest, the last the palest."""
    return LEVELS - round(place * (LEVELS - 1) / max(count - 1, 1))


def _notes(activity: Activity, view: View, path: str, group: GroupAnswers) -> list[dict[str, str]]:
    return [{"label": label, "text": text} for label, text in notes_beside(activity, view, path, group)]


def draw_spread(activity: Activity, view: View, case: CaseStudy | None, groups: Sequence[GroupAnswers]) -> None:
    """Draw the groups' numbers beside each other, the highest darkest."""
    field = activity.worksheet.shown_by(view.show)
    assert field is not None
    if "." in view.show:
        table, column = _column(activity, view)
        lines = [(line.label, line.values) for line in lines_of(table, column, groups)]
    else:
        lines = [(field.label, tuple(group.value(view.show) for group in groups))]
    numbers = [v for _label, values in lines for v in values if isinstance(v, int)]
    low, high = (field.start, field.end) if isinstance(field, Range) else (0, max(numbers, default=1))
    rows = [{"label": label, "cells": [_number(field, v, low, high) for v in values]} for label, values in lines]
    _draw_grid(view.show, field.label, _names(groups), rows, _ends(field) if isinstance(field, Range) else [])


def _ends(field: Range) -> list[dict]:
    return [
        {"level": 1, "text": f"{field.start} {field.low}"},
        {"level": LEVELS, "text": f"{field.end} {field.high}"},
    ]


def _number(field: Field, value: int | None, low: int, high: int) -> dict:
    level = 0 if value is None else 1 + round((value - low) / max(high - low, 1) * (LEVELS - 1))
    return {"text": field.as_text(value) or "–", "level": level, "notes": []}


def draw_ranking(activity: Activity, view: View, case: CaseStudy | None, groups: Sequence[GroupAnswers]) -> None:
    """Draw the place that each group gave each option, the best mean first."""
    field = activity.worksheet.shown_by(view.show)
    assert isinstance(field, Rank)
    orders = [group.value(view.show) or [] for group in groups]
    means, count = field.tally(orders), len(field.options)
    rows = []
    for option in sorted(field.options, key=lambda option: means.get(option.id, count + 1)):
        places = [order.index(option.id) + 1 if option.id in order else None for order in orders]
        cells = [{"text": str(p or "–"), "level": _level(p - 1, count) if p else 0, "notes": []} for p in places]
        mean = f"{means[option.id]:.1f}" if option.id in means else "–"
        rows.append({"label": option.label, "cells": [{"text": mean, "level": 0, "notes": []}, *cells]})
    _draw_grid(view.show, field.label, [_("Mean place"), *_names(groups)], rows, [])


def _column(activity: Activity, view: View) -> tuple[Table, Field]:
    table, field = (
        activity.worksheet.shown_by(view.show.partition(".")[0]),
        activity.worksheet.shown_by(view.show),
    )
    assert isinstance(table, Table) and field is not None  # the content was checked
    return table, field
