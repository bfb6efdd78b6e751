"""Writes a table as a CSV file that every office program opens."""

import csv
import io
from collections.abc import Sequence

from engine.language import _
from engine.statistics_file.table import FigureTable

_RECKONED = ("=", "+", "-", "@")
"""A spreadsheet takes a text that begins like this for a formula."""


def as_csv(figures: FigureTable) -> bytes:
    """UTF-8 with a byte order mark, so that Excel shows every letter; no text in it becomes a formula."""
    return _written(figures.cells())


def template() -> bytes:
    """A file to fill in: headings, and rows that show what belongs where."""
    heads = [_("Region"), _("Inspections"), _("Cases found")]
    return _written([heads, [_("First region"), "0", "0"], [_("Second region"), "0", "0"]])


def _written(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RECKONED) else cell
