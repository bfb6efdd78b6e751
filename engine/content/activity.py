"""An activity: what groups do, the sheet they fill, and what the plenary looks at."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field as PydanticField
from pydantic import model_validator

from engine.content.base import FileId, Markdown
from engine.fields import AnyField, Evidence, Field, Model, OpenTable, Table, Words

ViewName = Literal["heatmap", "bars", "evidence", "spread", "ranking", "texts", "rows"]
SHEET = "sheet"
"""The id of the one sheet of an activity without case studies."""


class Step(Model):
    """One step of the group work."""

    do: Words
    minutes: int = PydanticField(ge=1)


class View(Model):
    """One look at all groups' answers."""

    show: str
    kind: ViewName = PydanticField(alias="as")
    ask: Words


class Worksheet(Model):
    """The form of an activity."""

    case_studies: Literal["all"] | tuple[FileId, ...] = ()
    fields: tuple[AnyField, ...]

    def leaves(self) -> Iterator[tuple[str, Field]]:
        """Give every place that holds a value and exists from the start, as (path, field)."""
        for field in self.fields:
            yield from field.leaves()

    def field_at(self, path: str) -> Field | None:
        """Find the field behind a field path, cells of open tables included; None if there is none."""
        head, *rest = path.split("/")
        field = next((f for f in self.fields if f.id == head), None)
        if not rest:
            return None if isinstance(field, Table | OpenTable) else field
        if isinstance(field, OpenTable) and len(rest) == 1:
            return field if rest[0].isalnum() and len(rest[0]) <= 32 else None
        if not isinstance(field, Table | OpenTable) or len(rest) != 2:
            return None
        if isinstance(field, Table) and rest[0] not in {row.id for row in field.rows}:
            return None
        return next((column for column in field.columns if column.id == rest[1]), None)

    def shown_by(self, show: str) -> Field | None:
        """Find what a plenary view shows: `verdict`, or `indicators.status` for a column."""
        head, _, column = show.partition(".")
        field = next((f for f in self.fields if f.id == head), None)
        if not column:
            return field
        columns = field.columns if isinstance(field, Table | OpenTable) else ()
        return next((c for c in columns if c.id == column), None)


class Activity(Model):
    """One of the handbook's group activities, or one that somebody added."""

    id: FileId
    handbook_number: int | None = None
    title: Words
    aim: Words
    task: Words
    minutes: int
    steps: tuple[Step, ...]
    worksheet: Worksheet
    plenary: tuple[View, ...] = PydanticField(min_length=1)
    debrief: tuple[Words, ...]
    facilitator: Markdown = ""

    @model_validator(mode="after")
    def _minutes_add_up(self) -> "Activity":
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            raise ValueError(
                f"the steps take {total} minutes and the activity {self.minutes}. Make them agree"
            )
        return self

    @model_validator(mode="after")
    def _evidence_has_a_case(self) -> "Activity":
        fields = [f for field in self.worksheet.fields for f in (field, *getattr(field, "columns", ()))]
        if not self.worksheet.case_studies and any(isinstance(f, Evidence) for f in fields):
            raise ValueError("evidence is words of a case: give the worksheet 'case_studies'")
        return self

    @model_validator(mode="after")
    def _views_suit(self) -> "Activity":
        for view in self.plenary:
            field = self.worksheet.shown_by(view.show)
            if field is None:
                raise ValueError(f"the plenary shows '{view.show}', which the worksheet does not have")
            if view.kind not in field.views:
                raise ValueError(
                    f"'{view.show}' cannot be shown as {view.kind}. It can be: {', '.join(field.views)}"
                )
            if view.kind == "heatmap" and "." not in view.show:
                raise ValueError(f"a heatmap shows a column of a table, and '{view.show}' is none")
        return self

    @model_validator(mode="after")
    def _ids_differ(self) -> "Activity":
        for fields in (self.worksheet.fields, *(getattr(f, "columns", ()) for f in self.worksheet.fields)):
            ids = [field.id for field in fields]
            for twice in {i for i in ids if ids.count(i) > 1}:
                raise ValueError(f"two fields have the id '{twice}'. Give one of them another")
        return self
