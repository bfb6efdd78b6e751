"""A smaller sheet than our reading, that differs from group to group and still touches every field type."""

from collections.abc import Iterator, Sequence

from engine.content import Activity
from engine.fields import (
    Evidence,
    Field,
    Integer,
    Json,
    OpenTable,
    Range,
    Rank,
    SelectMultiple,
    SelectOne,
    Table,
    TextField,
)


def smaller(activity: Activity, ours: dict[str, Json], number: int, sentences: int = 0) -> dict[str, Json]:
    """The answers of group `number`, from 2: one row of each table, and one field of each type beside them."""
    found: dict[str, Json] = {}
    for field in activity.worksheet.fields:
        if isinstance(field, Table | OpenTable):
            found |= _one_row(field, ours, number)
        elif field.id in ours:
            found[field.id] = ours[field.id]
    return {path: _other(activity.worksheet.field_at(path), found[path], number, sentences) for path in found}


def in_turn(answers: Sequence[dict[str, Json]]) -> list[dict[str, Json]]:
    """Leave each group every so many fields of its sheet, so that together they fill in all of them."""
    fields = list(dict.fromkeys(path.partition("/")[0] for filled in answers for path in filled))
    turns = {field: place % len(answers) for place, field in enumerate(fields)}
    return [
        {path: filled[path] for path in filled if turns[path.partition("/")[0]] == n}
        for n, filled in enumerate(answers)
    ]


def _one_row(table: Table | OpenTable, ours: dict[str, Json], number: int) -> Iterator[tuple[str, Json]]:
    """One row with every column that our reading fills in somewhere, from the row of that number on."""
    rows = list(dict.fromkeys(path.split("/")[1] for path in ours if path.startswith(f"{table.id}/")))
    rows = rows[number - 1 :] + rows[: number - 1]
    if not rows:
        return
    row = "r1" if isinstance(table, OpenTable) else rows[0]
    if isinstance(table, OpenTable):
        yield f"{table.id}/{row}", True
    for column in table.columns:
        values = [ours[path] for r in rows if (path := f"{table.id}/{r}/{column.id}") in ours]
        if values:
            yield f"{table.id}/{row}/{column.id}", values[0]


def _other(field: Field | None, value: Json, number: int, sentences: int) -> Json:
    """Another value that the field takes."""
    if isinstance(field, TextField):
        return f"{number}: {value[:50]}".strip()
    if isinstance(field, Rank):
        return list(dict.fromkeys([value[-number % len(value)], value[0]]))
    if isinstance(field, SelectMultiple):
        options = list(field.labels())
        wanted = {options[-number % len(options)], *value[: number - 1]}
        return [option for option in options if option in wanted]
    if isinstance(field, SelectOne):
        options = list(field.labels())
        return options[(options.index(value) + number) % len(options)]
    if isinstance(field, Range):
        marks = field.marks()
        return marks[(marks.index(value) + number) % len(marks)]
    if isinstance(field, Integer):
        return min(value + number, field.max)
    if isinstance(field, Evidence):
        return sorted({*value[:1], sentences - number})
    return value
