"""The worksheet that groups fill in, and what the plenary looks at."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Discriminator, Tag
from pydantic import Field as PydanticField

from engine.content.base import FileId
from engine.fields import Answers, AnyField, Field, Model, Words

ViewName = Literal["heatmap", "bars", "evidence", "spread", "ranking", "texts", "rows"]
SHEET = "sheet"
"""The id of the one sheet of an activity without case studies."""
Cases = Annotated[
    Annotated[Literal["all"], Tag("all")] | Annotated[tuple[FileId, ...], Tag("ids")],
    Discriminator(lambda value: "all" if isinstance(value, str) else "ids"),
]


class View(Model):
    """One way in which the plenary looks at all groups' answers."""

    show: str
    kind: ViewName = PydanticField(alias="as")
    ask: Words


class Worksheet(Model):
    """What a group fills in."""

    case_studies: Cases = ()
    fields: tuple[AnyField, ...] = PydanticField(min_length=1)

    def leaves(self) -> Iterator[tuple[str, Field]]:
        """Every place that holds a value and exists from the start, as (path, field)."""
        for field in self.fields:
            yield from field.leaves()

    def places(self, answers: Answers) -> Iterator[tuple[str, Field]]:
        """Every place that can hold an answer now, as (field path, field), in the order of the sheet."""
        for field in self.fields:
            yield from field.places(answers)

    def field_at(self, path: str) -> Field | None:
        """Find the field behind a field path, also behind one in an open table; None if there is none."""
        head, *below = path.split("/")
        field = self._field(head)
        return field.at(below) if field else None

    def shown_by(self, show: str) -> Field | None:
        """Find what a plenary view shows: `verdict`, or `indicators.status` for a column."""
        head, dot, column = show.partition(".")
        field = self._field(head)
        if field is None or not dot:
            return field
        return next((c for c in field.within() if c.id == column), None)

    def _field(self, field_id: str) -> Field | None:
        return next((field for field in self.fields if field.id == field_id), None)
