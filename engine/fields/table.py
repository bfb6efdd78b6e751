"""What all tables have in common, and the table with the same rows for every group.

Every cell is a value of its own, saved under `table/row/column`, so that two laptops filling
two cells of one row never touch each other.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field as PydanticField
from pydantic import ValidationInfo, model_validator

from engine.fields.base import AnswerProblem, Choices, Json
from engine.fields.beside import faults_beside, read_beside, reading_faults_beside, said_beside
from engine.fields.choice import SelectMultiple, SelectOne, with_choices
from engine.fields.context import NO_CASE, Answers, CheckContext
from engine.fields.date import Date
from engine.fields.evidence import Evidence
from engine.fields.faults import Fault, suggestion
from engine.fields.field import Field, TableRow
from engine.fields.number import Integer, Range
from engine.fields.text import LongText, Text
from engine.language import _

Column = Annotated[
    Text | LongText | Integer | Date | Range | SelectOne | SelectMultiple | Evidence,
    PydanticField(discriminator="type"),
]
Columns = Annotated[tuple[Column, ...], PydanticField(min_length=1)]


class TableField(Field):
    """What both kinds of tables have in common: typed columns, and a path for every cell."""

    def has_row(self, row_id: str) -> bool:
        """Whether a row can have this id."""
        raise NotImplementedError

    def places(self, answers: Answers) -> Iterator[tuple[str, Field]]:
        """Every cell of the rows that are there now."""
        return (cell for row in self.rows_now(answers) for cell in row.cells.items())

    def leaves(self) -> Iterator[tuple[str, Field]]:
        """Every cell of the rows that are there from the start."""
        return self.places({})

    def at(self, below: Sequence[str]) -> Field | None:
        """Find the column at `row/column`."""
        if len(below) != 2 or not self.has_row(below[0]):
            return None
        return next((column for column in self.within() if column.id == below[1]), None)

    def faults(self, beside: Sequence[Field], has_cases: bool) -> Iterator[Fault]:
        """Find what is wrong with the table, and between its columns."""
        yield from super().faults(beside, has_cases)
        yield from ((("columns", *where), what) for where, what in faults_beside(self.within(), has_cases))

    def flattened(self, read: Any) -> dict[str, Json]:
        """The cells of a sound reading."""
        rows = self._read_rows(read).items()
        return {
            f"{self.id}/{row}/{below}": value
            for row, cells in rows
            for below, value in read_beside(self.within(), cells or {}).items()
        }

    def _read_rows(self, read: Any) -> dict[str, Any]:
        """The rows of a sound reading: row id -> cells."""
        raise NotImplementedError

    def _row(self, row_id: str, label: str) -> TableRow:
        path = f"{self.id}/{row_id}"
        return TableRow(path, label, {f"{path}/{column.id}": column for column in self.within()})

    def _row_faults(self, where: int | str, cells: Any, context: CheckContext) -> Iterator[Fault]:
        if not isinstance(cells, dict):
            yield (where,), f"a row of '{self.id}' is written as '{{column: value}}'"
            return
        for below, what in reading_faults_beside(self.within(), cells, context):
            yield (where, *below), what


class Table(TableField):
    """Fixed rows from the content, typed columns."""

    type: Literal["table"]
    rows: Choices
    columns: Columns

    @model_validator(mode="before")
    @classmethod
    def _rows_written_out(cls, data: Any, info: ValidationInfo) -> Any:
        return with_choices(data, info, "rows")

    def check(self, value: Json, context: CheckContext = NO_CASE) -> Json:
        """Refuse: a table is answered cell by cell."""
        raise AnswerProblem(_("Fill in the table cell by cell."))

    def within(self) -> tuple[Field, ...]:
        """The columns."""
        return self.columns

    def has_row(self, row_id: str) -> bool:
        """Whether it is one of the rows."""
        return any(row.id == row_id for row in self.rows)

    def rows_now(self, answers: Answers) -> list[TableRow]:
        """All rows, whatever was answered."""
        return [self._row(row.id, row.label) for row in self.rows]

    def suitable(self, column: Field | None = None) -> list[str]:
        """What suits a column: all groups have the same rows."""
        return list(column.views) if column else super().suitable()

    def said(self, read: Any, say: Callable[[str], str]) -> Any:
        """Translate the texts, row by row."""
        return {row: said_beside(self.columns, cells or {}, say) for row, cells in (read or {}).items()}

    def reading_faults(self, read: Any, beside: dict[str, Json], context: CheckContext) -> Iterator[Fault]:
        """Find what is wrong with `row: {column: value}`."""
        rows, known = {} if read is None else read, [row.id for row in self.rows]
        if not isinstance(rows, dict):
            yield (), f"'{self.id}' is a table. Answer it as 'row: {{column: value}}'"
            return
        for row_id in rows:
            if row_id not in known:
                yield (row_id,), f"'{self.id}' has no row '{row_id}'{suggestion(str(row_id), known)}"
        for row_id in known:
            cells = rows.get(row_id)
            yield from self._row_faults(row_id, {} if cells is None else cells, context)

    def _read_rows(self, read: Any) -> dict[str, Any]:
        return dict(read or {})
