"""Splits the text of a file into cells, whatever sign separates them."""

import csv
import io
from collections.abc import Sequence

from engine.language import _
from engine.statistics_file.problem import Fault, FileProblem

_BETWEEN = "\t;|,"
"""The signs that may separate two cells. Of two that fit equally well the first is meant: numbers have commas too."""
_LOOK_AT = 50
"""So many rows are looked at to find the sign that separates cells."""

Cells = list[list[str]]


def split(text: str) -> Cells:
    """The rows of a file with their cells; an empty row stays, so that rows count as in a spreadsheet.

    Raises:
        FileProblem: a quotation mark is not closed, or stands where it cannot.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _end, rest = lines.partition("\n")
    if first.strip().strip('"').startswith("sep=") and len(first.strip().strip('"')) == 5:
        return [[], *_rows(rest, first.strip().strip('"')[-1], skipped=1)]
    return _rows(lines, max(_BETWEEN, key=lambda sign: _fits(lines, sign)))


def _fits(lines: str, sign: str) -> float:
    """How well a sign separates cells: the share of rows that have as many as the first, 0 if the first has one."""
    try:
        rows = csv.reader(io.StringIO(lines), delimiter=sign)
        widths = [len(row) for _number, row in zip(range(_LOOK_AT), rows, strict=False) if any(map(str.strip, row))]
    except csv.Error:
        return 0
    return widths.count(widths[0]) / len(widths) if widths and widths[0] > 1 else 0


def _rows(lines: str, sign: str, skipped: int = 0) -> Cells:
    found: Cells = []
    try:
        for row in csv.reader(io.StringIO(lines), delimiter=sign, strict=True):
            found.append([cell.strip() for cell in row])
    except csv.Error:
        what = _("a quotation mark opens a text here and nothing closes it. Remove it, or write it twice.")
        raise FileProblem([Fault(len(found) + 1 + skipped, "", what)]) from None
    return found


def width(rows: Sequence[Sequence[str]]) -> int:
    """The number of columns up to the last one that has something in it."""
    return max((place for row in rows for place, cell in enumerate(row, start=1) if cell), default=0)
