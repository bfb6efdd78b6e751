"""Fields that stand beside each other: on a sheet, or in a row of a table."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from engine.fields.base import Json
from engine.fields.context import CheckContext
from engine.fields.faults import Fault, suggestion, twice
from engine.fields.field import Field


def faults_beside(fields: Sequence[Field], has_cases: bool) -> Iterator[Fault]:
    """Find what does not go together in what an author wrote."""
    for place, name in twice([field.id for field in fields]).items():
        yield (place, "id"), f"two fields have the id '{name}'. Give one of them another"
    for place, field in enumerate(fields):
        yield from (((place, *where), what) for where, what in field.faults(fields, has_cases))


def read_beside(fields: Sequence[Field], read: dict[str, Any]) -> dict[str, Json]:
    """The sound answers of a reading as a group's are stored: field path -> value."""
    return {path: value for field in fields for path, value in field.flattened(read.get(field.id)).items()}


def said_beside(fields: Sequence[Field], read: dict[str, Any], say: Callable[[str], str]) -> dict[str, Any]:
    """Translate the texts in the sound answers of a reading."""
    known = {field.id: field for field in fields}
    return {key: known[key].said(value, say) for key, value in read.items()}


def reading_faults_beside(fields: Sequence[Field], read: dict[Any, Any], context: CheckContext) -> Iterator[Fault]:
    """Find what is wrong with the answers of a reading."""
    known = {field.id: field for field in fields}
    stored = {key: known[key].stored(value) for key, value in read.items() if key in known}
    for key in read:
        if key not in known:
            yield (key,), f"the worksheet has no field '{key}' here{suggestion(str(key), list(known))}"
    for field in fields:
        found = field.reading_faults(read.get(field.id), stored, context)
        yield from (((field.id, *where), what) for where, what in found)
