"""Makes a table from cells, and says of every cell that does not fit what to do with it."""

import re
import unicodedata
from collections.abc import Sequence

from engine.digits import plain
from engine.language import _, plural
from engine.statistics_file.decoding import decoded
from engine.statistics_file.numbers import LARGEST, Style, is_clear, is_missing, readings, style_of
from engine.statistics_file.problem import Fault, FileProblem, refused
from engine.statistics_file.splitting import Cells, split, width
from engine.statistics_file.table import (
    COLUMNS_LIMIT,
    HEADING_LIMIT,
    LABEL_LIMIT,
    ROWS_LIMIT,
    FigureTable,
    Row,
    letter,
)
from engine.statistics_file.wording import mixed, no_number, short, too_long, two_meanings

LIMIT = 2_000_000
"""In bytes; a table of 200 rows has a few thousand."""


def read_file(data: bytes) -> FigureTable:
    """Read a table from a CSV file.

    Raises:
        FileProblem: it is too large, no table, or has cells that do not fit; all of them are named.
    """
    if len(data) > LIMIT:
        size = _("{size} MB").format(size=f"{len(data) / 1_000_000:.1f}")
        raise refused(_("This file has {size}. Up to 2 MB fit; keep the rows that the room needs.").format(size=size))
    return read_cells(split(decoded(data)))


def read_cells(cells: Sequence[Sequence[str]], style: Style | None = None) -> FigureTable:
    """Read a table from rows of cells, the headings first.

    Args:
        cells: what stands in the table; empty rows and columns at the end do not count.
        style: how its numbers are written; found out from the numbers themselves when left out.

    Raises:
        FileProblem: cells do not fit; all of them are named.
    """
    return _Reading(cells, style).figures()


class _Reading:
    """One reading of a table; each method notes what does not fit in its part."""

    def __init__(self, cells: Sequence[Sequence[str]], style: Style | None) -> None:
        rows: Cells = [[_clean(cell) for cell in row] for row in cells]
        filled = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
        if len(filled) < 2:
            raise refused(_("There is no table in it. Write headings in the first row, and figures below them."))
        self.columns = width(rows)
        (self.top, heads), *self.body = [(n, [*row, *[""] * self.columns][: self.columns]) for n, row in filled]
        self.heads = heads
        self.faults: list[Fault] = []
        self.style = style

    def figures(self) -> FigureTable:
        self._size()
        self._headings()
        self._labels()
        self.style = self.style or self._found_style()
        values = [tuple(self._value(n, place, row[place]) for place in range(1, self.columns)) for n, row in self.body]
        if not self.faults:
            self._gaps(values)
        if self.faults:
            raise FileProblem(self.faults)
        rows = (Row(label=row[0], values=found) for (_n, row), found in zip(self.body, values, strict=True))
        return FigureTable(label=self.heads[0] or _("Name"), columns=tuple(self.heads[1:]), rows=tuple(rows))

    def _note(self, row: int, place: int | None, what: str) -> None:
        column = "" if place is None else self.heads[place] or letter(place)
        self.faults.append(Fault(row, short(column), what))

    def _size(self) -> None:
        """Refuse at once what is no small table: a list of its cells would help nobody."""
        if self.columns < 2:
            raise refused(
                _("There is only one column. Write a name in the first column, and its figure in the second.")
            )
        if self.columns > COLUMNS_LIMIT + 1:
            what = _("there are {count} columns of figures. Keep one to {limit}, and the names before them.")
            self._note(self.top, None, what.format(count=self.columns - 1, limit=COLUMNS_LIMIT))
            raise FileProblem(self.faults)
        if len(self.body) > ROWS_LIMIT:
            what = plural("There is {count} row of figures.", "There are {count} rows of figures.", len(self.body))
            more = _("Up to {limit} fit; keep the rows that the room needs.").format(limit=ROWS_LIMIT)
            raise refused(f"{what} {more}")

    def _headings(self) -> None:
        seen: dict[str, int] = {}
        for place, head in enumerate(self.heads):
            if place and not head:
                self._note(self.top, place, _("the heading is missing. Write what the figures count."))
            if place and readings(head) and not _is_year(head):
                what = _("“{text}” is a figure and not a heading. Write in the first row what the columns hold.")
                self._note(self.top, place, what.format(text=short(head)))
            if len(head) > HEADING_LIMIT:
                self._note(self.top, place, too_long(head, HEADING_LIMIT))
            if head and seen.setdefault(head.casefold(), place) != place:
                self._note(self.top, place, _("two columns have this heading. Give one of them another."))

    def _labels(self) -> None:
        seen: dict[str, int] = {}
        for number, row in self.body:
            label, key = row[0], " ".join(row[0].casefold().split())
            if not label:
                self._note(number, 0, _("the name is missing. Write what this row is about."))
            elif seen.setdefault(key, number) != number:
                what = _("“{text}” stands in row {row} already. Put the two together, or give one another name.")
                self._note(number, 0, what.format(text=short(label), row=seen[key]))
            if len(label) > LABEL_LIMIT:
                self._note(number, 0, too_long(label, LABEL_LIMIT))

    def _found_style(self) -> Style | None:
        """Find out whether a point or a comma stands before decimals; where both do, note the cells with the rarer."""
        cells = [(n, place, readings(row[place])) for n, row in self.body for place in range(1, self.columns)]
        shown = [(n, place, next(iter(found))) for n, place, found in cells if len(found) == 1]
        if not shown or (style := style_of(found for _n, _place, found in cells)):
            return style if shown else None
        points = sum(found is Style.POINT for _n, _place, found in shown)
        usual = Style.POINT if points * 2 >= len(shown) else Style.COMMA
        for number, place, found in shown:
            if found is not usual:
                self._note(number, place, mixed(found))
        return usual

    def _value(self, number: int, place: int, cell: str) -> float | None:
        if is_missing(cell):
            return None
        found = readings(cell)
        if not found:
            self._note(number, place, no_number(cell))
        elif is_clear(found):
            return self._not_too_large(number, place, next(iter(found.values())))
        elif self.style is None:
            self._note(number, place, two_meanings(cell, found))
        elif self.style in found:  # if not, the file has both styles, and the cell was noted
            return self._not_too_large(number, place, found[self.style])
        return None

    def _not_too_large(self, number: int, place: int, value: float) -> float:
        if value > LARGEST:
            self._note(number, place, _("this number is too large for a chart. Write it in thousands or millions."))
        return value

    def _gaps(self, values: list[tuple[float | None, ...]]) -> None:
        for (number, _row), found in zip(self.body, values, strict=True):
            if all(value is None for value in found):
                self._note(number, None, _("there is no figure. Write one, or remove the row."))
        for place in range(1, self.columns):
            if all(found[place - 1] is None for found in values):
                self._note(
                    self.top, place, _("there is no figure below this heading. Write one, or remove the column.")
                )


def _clean(cell: str) -> str:
    """A cell without invisible characters, and without the quote that keeps a spreadsheet from reading a formula."""
    shown = "".join(" " if c.isspace() else c for c in cell if c.isspace() or unicodedata.category(c)[0] != "C")
    text = unicodedata.normalize("NFC", " ".join(shown.split()))
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@" else text


def _is_year(text: str) -> bool:
    """Whether a heading is a year: a table may have one column for each year."""
    return re.fullmatch(r"(?:19|20)[0-9]{2}", plain(text)) is not None
