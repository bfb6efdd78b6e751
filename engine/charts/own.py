"""A table that somebody entered, as a chart: drawn like the others, but never in one drawing with their figures."""

from typing import Any

from engine.content import Chart, Dataset, Figure, Library, Panel
from engine.statistics_file import FigureTable, Row

OWN = "own"
"""The id of the chart, of its dataset and of its source."""
DRAWN_LIMIT = 40
"""The most rows that can be told apart in a drawing; the table has them all."""
TIMES = 8
"""Columns have a scale each when the highest figure of one is more than so many times that of another."""


def own_chart(table: FigureTable, *, title: str, unit: str, source: str, year: str, note: str = "") -> Library:
    """A library with one chart, that of the table. Nothing is checked here: that was done when it was entered."""
    labels = {f"r{n}": row.label for n, row in enumerate(table.rows)}
    series = {f"c{n}": name for n, name in enumerate(table.columns)}
    rows = tuple(figure for n, row in enumerate(table.rows) for figure in _figures(f"r{n}", row, year))
    dataset = Dataset.model_construct(
        id=OWN, title=title, publisher=source, source=OWN, published=year, covers=year, definition=unit, unit=unit,
        later=True, note=note or None, labels=labels, series=series, rows=rows,
    )  # fmt: skip
    # Such a chart has no topic: it stands beside the charts of the content, not among them.
    about: dict[str, Any] = {"id": OWN, "title": title, "headline": title, "says_not": "", "notes": ()}
    chart = Chart.model_construct(**about, panels=_panels(dataset, table))
    return Library(charts={OWN: chart}, datasets={OWN: dataset})


def _panels(dataset: Dataset, table: FigureTable) -> tuple[Panel, ...]:
    """One panel; or one for each column, where the bars of one would be too short beside those of another."""
    highest = [max(row.values[n] or 0 for row in table.rows) for n in range(len(table.columns))]
    labels = tuple(dataset.labels)[:DRAWN_LIMIT]
    if max(highest) <= TIMES * min(highest):
        return (Panel(kind="bars", data=OWN, title=f"{dataset.title} ({dataset.unit})", labels=labels),)
    return tuple(
        Panel(kind="bars", data=OWN, title=f"{dataset.title}: {name}", labels=labels, series=(key,))
        for key, name in dataset.series.items()
    )


def _figures(label: str, row: Row, year: str) -> list[Figure]:
    return [
        Figure.model_construct(
            label=label, series=f"c{n}", value=int(value) if value == int(value) else value,
            qualifier=None, source=OWN, year=year, note=None,
        )
        for n, value in enumerate(row.values) if value is not None
    ]  # fmt: skip
