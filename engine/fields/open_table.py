"""Tables with rows that a group adds."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar, Literal

from engine.fields.base import AnswerProblem, Json, Words
from engine.fields.beside import said_beside
from engine.fields.context import NO_CASE, Answers, CheckContext, Written
from engine.fields.faults import Fault
from engine.fields.field import Field, TableRow
from engine.fields.table import Columns, TableField
from engine.language import _

ROW_ID_LIMIT = 32
"""Characters of a row's id."""


class OpenTable(TableField):
    """Rows that the group adds, typed columns.

    A row has a random id of its own, made where it is added: two laptops adding rows never
    collide. The path `table/row` holds True while the row is there and False once it is removed.
    """

    type: Literal["open_table"]
    row_label: Words
    columns: Columns

    views: ClassVar[tuple[str, ...]] = ("rows",)
    is_mark: ClassVar[bool] = True

    def check(self, value: Json, context: CheckContext = NO_CASE) -> bool:
        """Take the presence of one row."""
        if not isinstance(value, bool):
            raise AnswerProblem(_("Add or remove the row with its button."))
        return value

    def within(self) -> tuple[Field, ...]:
        """The columns."""
        return self.columns

    def has_row(self, row_id: str) -> bool:
        """Whether the id is plain: what it names need not be there."""
        return row_id.isascii() and row_id.isalnum() and len(row_id) <= ROW_ID_LIMIT

    def at(self, below: Sequence[str]) -> Field | None:
        """Find the column at `row/column`; the table itself takes the mark at `row`."""
        if len(below) == 1:
            return self if self.has_row(below[0]) else None
        return super().at(below)

    def rows_now(self, answers: Answers) -> list[TableRow]:
        """The rows that are there now, in the order in which they were added.

        A row that somebody wrote in after another removed it is there again: nobody knew of the other.
        """
        cells = self._cells(answers)
        ids = [row for row in cells if not self._is_removed(row, answers, cells[row])]
        return [self._row(row, f"{self.row_label} {number}") for number, row in enumerate(ids, start=1)]

    def removed_row(self, answers: Answers) -> str | None:
        """The path of the row that was removed last of those with something in them; None if there is none."""
        removed = {
            path: answers[path].revision
            for row, cells in self._cells(answers).items()
            if self._is_removed(row, answers, cells) and any(cell.value not in (None, "", []) for cell in cells)
            for path in [f"{self.id}/{row}"]
        }
        return max(removed, key=removed.__getitem__, default=None)

    def suitable(self, column: Field | None = None) -> list[str]:
        """What suits a column: the rows of two groups are not the same, so cells can only be counted."""
        return [kind for kind in column.views if kind == "bars"] if column else super().suitable()

    def flattened(self, read: Any) -> dict[str, Json]:
        """The rows of a sound reading as r1, r2 ... and their cells."""
        return {f"{self.id}/{row}": True for row in self._read_rows(read)} | super().flattened(read)

    def said(self, read: Any, say: Callable[[str], str]) -> Any:
        """Translate the texts, row by row."""
        return tuple(said_beside(self.columns, cells or {}, say) for cells in read or ())

    def reading_faults(self, read: Any, beside: dict[str, Json], context: CheckContext) -> Iterator[Fault]:
        """Find what is wrong with a list of `{column: value}`."""
        rows = () if read is None else read
        if not isinstance(rows, tuple):
            yield (), f"'{self.id}' is an open table. Answer it as a list of '- {{column: value}}'"
            return
        for place, cells in enumerate(rows):
            yield from self._row_faults(place, cells, context)

    def _read_rows(self, read: Any) -> dict[str, Any]:
        return {f"r{number}": cells for number, cells in enumerate(read or (), start=1)}

    def _cells(self, answers: Answers) -> dict[str, list[Written]]:
        """What stands in each row that the table ever had."""
        rows: dict[str, list[Written]] = {}
        for path, written in answers.items():
            head, _slash, below = path.partition("/")
            if head == self.id and below:
                row, slash, _cell = below.partition("/")
                rows.setdefault(row, []).extend([written] if slash else [])
        return rows

    def _is_removed(self, row: str, answers: Answers, cells: list[Written]) -> bool:
        mark = answers.get(f"{self.id}/{row}")
        return mark is not None and mark.value is False and all(cell.revision <= mark.revision for cell in cells)
