"""A reading: our own reasoned answers to an activity, in the shape of a group's answers."""

from typing import Any

from engine.content.activity import Activity
from engine.content.base import Content, FileId
from engine.fields import Evidence, Field, Json, Model, OpenTable, SelectMultiple, Table, TextField, Words
from engine.language import translated


class ReadSheet(Model):
    """Our answers on one sheet."""

    debatable: Words | None = None
    answers: dict[str, Any]


class Reading(Content):
    """Our answers to one activity; `ours` says that they are ours and not the handbook's."""

    activity: FileId
    ours: Words
    sheets: dict[str, ReadSheet]


def flattened(activity: Activity, sheet: ReadSheet) -> dict[str, Json]:
    """Give a sheet's answers the way a group's are stored: field path -> value.

    Evidence loses its quotations; rows of open tables get the ids r1, r2 ...
    """
    flat: dict[str, Json] = {}
    for field in activity.worksheet.fields:
        value = sheet.answers.get(field.id)
        if isinstance(field, OpenTable):
            flat |= {f"{field.id}/r{n}": True for n, _row in enumerate(value or (), start=1)}
        if isinstance(field, Table | OpenTable):
            for row_id, cells in _rows(field, value):
                flat |= {
                    f"{field.id}/{row_id}/{column.id}": stored(column, cells[column.id])
                    for column in field.columns
                    if cells.get(column.id) is not None
                }
        elif value is not None:
            flat[field.id] = stored(field, value)
    return flat


def _rows(table: Table | OpenTable, value: Any) -> list[tuple[str, dict[str, Any]]]:
    if isinstance(table, Table):
        return [(row_id, cells or {}) for row_id, cells in (value or {}).items()]
    return [(f"r{n}", row) for n, row in enumerate(value or (), start=1)]


def stored(field: Field, value: Any) -> Json:
    """Give one answer the way it is stored."""
    if isinstance(field, Evidence) and isinstance(value, dict):
        return sorted(value) if all(isinstance(number, int) for number in value) else list(value)
    if isinstance(field, SelectMultiple) and isinstance(value, tuple):
        known = list(field.labels())
        return [option for option in known if option in value] + [v for v in value if v not in known]
    return list(value) if isinstance(value, tuple) else value


def in_language(activity: Activity, reading: Reading, file: str) -> Reading:
    """Translate the texts that a sound reading answers with; ids and quotations stay what they are."""
    fields = {field.id: field for field in activity.worksheet.fields}
    sheets = {
        name: sheet.model_copy(
            update={"answers": {key: _said(fields[key], value, file) for key, value in sheet.answers.items()}}
        )
        for name, sheet in reading.sheets.items()
    }
    return reading.model_copy(update={"sheets": sheets})


def _said(field: Field, value: Any, file: str) -> Any:
    if isinstance(field, TextField) and isinstance(value, str) and value.strip():
        return translated(value, file)
    if isinstance(field, Table) and isinstance(value, dict):
        return {row_id: _cells_said(field, cells, file) for row_id, cells in value.items()}
    if isinstance(field, OpenTable) and isinstance(value, tuple):
        return tuple(_cells_said(field, cells, file) for cells in value)
    return value


def _cells_said(table: Table | OpenTable, cells: dict[str, Any] | None, file: str) -> dict[str, Any]:
    columns = {column.id: column for column in table.columns}
    return {key: _said(columns[key], value, file) for key, value in (cells or {}).items()}
