"""Tables: with the same rows for every group, or with rows that a group adds.

Every cell is a value of its own, saved under `table/row/column`, so that two laptops filling
two cells of one row never touch each other.
"""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field as PydanticField
from pydantic import ValidationInfo, model_validator

from engine.fields.base import AnswerProblem, Choices, Field, Json, Words
from engine.fields.choice import SelectMultiple, SelectOne, with_choices
from engine.fields.evidence import Evidence
from engine.fields.number import Integer, Range
from engine.fields.text import LongText, Text
from engine.language import _

Column = Annotated[
    Text | LongText | Integer | Range | SelectOne | SelectMultiple | Evidence,
    PydanticField(discriminator="type"),
]
Columns = Annotated[tuple[Column, ...], PydanticField(min_length=1)]


class Table(Field):
    """Fixed rows from the content, typed columns."""

    type: Literal["table"]
    rows: Choices
    columns: Columns

    @model_validator(mode="before")
    @classmethod
    def _rows(cls, data: Any, info: ValidationInfo) -> Any:
        return with_choices(data, info, "rows")

    def check(self, value: Json, *, sentences: int = 0) -> Json:
        """Refuse: a table is answered cell by cell."""
        raise AnswerProblem(_("Fill in the table cell by cell."))

    def leaves(self) -> Iterator[tuple[str, Field]]:
        """Give every cell."""
        for row in self.rows:
            for column in self.columns:
                yield f"{self.id}/{row.id}/{column.id}", column


class OpenTable(Field):
    """Rows that the group adds, typed columns.

    A row has a random id of its own, made where it is added: two laptops adding rows never
    collide. The path `table/row` holds True while the row is there and False once it is removed.
    """

    type: Literal["open_table"]
    row_label: Words
    columns: Columns

    views: ClassVar[tuple[str, ...]] = ("rows",)

    def check(self, value: Json, *, sentences: int = 0) -> bool:
        """Take the presence of one row."""
        if not isinstance(value, bool):
            raise AnswerProblem(_("Add or remove the row with its button."))
        return value

    def leaves(self) -> Iterator[tuple[str, Field]]:
        """Give none: the rows are not known beforehand."""
        return iter(())
