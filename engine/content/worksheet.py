"""The sheet that groups fill in, and what the plenary looks at."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Discriminator, Tag
from pydantic import Field as PydanticField

from engine.content.base import FileId
from engine.fields import AnyField, Field, Model, OpenTable, Table, Words

ViewName = Literal["heatmap", "bars", "evidence", "spread", "ranking", "texts", "rows"]
SHEET = "sheet"
"""The id of the one sheet of an activity without case studies."""
Cases = Annotated[
    Annotated[Literal["all"], Tag("all")] | Annotated[tuple[FileId, ...], Tag("ids")],
    Discriminator(lambda value: "all" if isinstance(value, str) else "ids"),
]


class View(Model):
    """One look at all groups' answers."""

    show: str
    kind: ViewName = PydanticField(alias="as")
    ask: Words


class Worksheet(Model):
    """What a group fills in."""

    case_studies: Cases = ()
    fields: tuple[AnyField, ...] = PydanticField(min_length=1)

    def leaves(self) -> Iterator[tuple[str, Field]]:
        """Give every place that holds a value and exists from the start, as (path, field)."""
        for field in self.fields:
            yield from field.leaves()

    def field_at(self, path: str) -> Field | None:
        """Find the field behind a field path, cells of open tables included; None if there is none."""
        head, *rest = path.split("/")
        field = next((f for f in self.fields if f.id == head), None)
        if not isinstance(field, Table | OpenTable):
            return None if rest else field
        if not rest or not _is_row(field, rest[0]):
            return None
        if len(rest) == 1:
            return field if isinstance(field, OpenTable) else None
        return next((c for c in field.columns if [c.id] == rest[1:]), None)

    def shown_by(self, show: str) -> Field | None:
        """Find what a plenary view shows: `verdict`, or `indicators.status` for a column."""
        head, dot, column = show.partition(".")
        field = next((f for f in self.fields if f.id == head), None)
        if not dot:
            return field
        columns = field.columns if isinstance(field, Table | OpenTable) else ()
        return next((c for c in columns if c.id == column), None)


def _is_row(table: Table | OpenTable, row_id: str) -> bool:
    if isinstance(table, Table):
        return row_id in {row.id for row in table.rows}
    return row_id.isascii() and row_id.isalnum() and len(row_id) <= 32
