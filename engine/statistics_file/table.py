"""The table that a file holds: a label and one to three figures a row."""

from decimal import Decimal
from math import isfinite

from pydantic import BaseModel, ConfigDict

COLUMNS_LIMIT = 3
ROWS_LIMIT = 200
LABEL_LIMIT = 80
HEADING_LIMIT = 60


class Row(BaseModel):
    """One row: what it is about, and a figure for each column; None where there is none."""

    model_config = ConfigDict(frozen=True)
    label: str
    values: tuple[float | None, ...]


class FigureTable(BaseModel):
    """A table without faults: every label once, every row and column with at least one figure."""

    model_config = ConfigDict(frozen=True)
    label: str
    """The heading of the labels."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def cells(self) -> list[list[str]]:
        """The table as text, the headings first, with a decimal point and nothing between thousands."""
        body = [[row.label, *map(as_written, row.values)] for row in self.rows]
        return [[self.label, *self.columns], *body]


def as_written(value: float | None) -> str:
    """A figure as people type it, with all its decimals and no power of ten: 1250, 12.5; empty for None."""
    if value is None:
        return ""
    if not isfinite(value):
        return str(value)
    whole, _point, decimals = format(Decimal(repr(value)), "f").partition(".")
    return f"{whole}.{decimals}".rstrip("0").rstrip(".")


def letter(column: int) -> str:
    """The letter that a spreadsheet has above a column; columns count from 0."""
    first, last = divmod(column, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)
