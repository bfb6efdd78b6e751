"""Saved answers: appended, never changed; the newest row of a field counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, Table, bindparam, func, insert, select
from sqlalchemy.orm import Session

from engine.store.tables import Answer, Participant, WorkshopGroup


@dataclass(frozen=True)
class Place:
    """One sheet of one group: where an answer belongs."""

    workshop_id: str
    activity_id: str
    group_id: str
    sheet: str
    """A case study's id, or `sheet` where the activity has only one."""


@dataclass(frozen=True)
class Saved:
    """An answer as the database has it. Where there is none, `revision` is 0 and the rest is empty."""

    value: Any = None
    revision: int = 0
    saved_at: datetime | None = None
    author: str = ""


_SAVED = (Answer.value, Answer.id, Answer.saved_at, func.coalesce(Participant.name, ""))
"""The columns of a `Saved`, in its order."""
_HERE = (
    Answer.workshop_id == bindparam("workshop_id"),
    Answer.activity_id == bindparam("activity_id"),
    Answer.group_id == bindparam("group_id"),
    Answer.sheet == bindparam("sheet"),
    Answer.field == bindparam("field"),
)
_LAST = (
    select(*_SAVED)
    .outerjoin(Participant, Participant.id == Answer.participant_id)
    .where(*_HERE)
    .order_by(Answer.id.desc())
    .limit(1)
)
_TABLE = cast(Table, Answer.__table__)
_APPEND = insert(_TABLE).returning(Answer.value, Answer.id, Answer.saved_at)
_HOLD_GROUP = select(WorkshopGroup.id).where(WorkshopGroup.id == bindparam("id")).with_for_update(key_share=True)


def newest(db: Session, place: Place, under: str = "") -> dict[str, Saved]:
    """The current answers of a sheet: field path -> answer, in the order in which the fields were first used.

    Args:
        under: only this field path and those below it; all when empty.
    """
    query = _newest_of(*on_sheet(place), *([_is_under(under)] if under else []))
    return {field: Saved(*saved) for _group, _sheet, field, *saved in db.execute(query)}


def newest_of_all(
    db: Session, workshop_id: str, activity_id: str, sheet: str | None = None
) -> dict[tuple[str, str], dict[str, Saved]]:
    """All groups' current answers: (group id, sheet) -> field path -> answer."""
    query = _newest_of(
        Answer.workshop_id == workshop_id,
        Answer.activity_id == activity_id,
        *([Answer.sheet == sheet] if sheet else []),
    )
    found: dict[tuple[str, str], dict[str, Saved]] = {}
    for group, sheet_id, field, *saved in db.execute(query):
        found.setdefault((group, sheet_id), {})[field] = Saved(*saved)
    return found


def current(db: Session, place: Place, field: str) -> Saved:
    found = db.execute(_LAST, _columns(place) | {"field": field}).first()
    return Saved(*found) if found else Saved()


def append(
    db: Session, place: Place, field: str, value: Any, *, author: Participant | None = None, base: int = 0
) -> Saved:
    """Write an answer; it is safe once the session's `write()` block has ended."""
    row = _columns(place) | {"field": field, "value": value, "base": base}
    saved = db.execute(_APPEND, row | {"participant_id": author.id if author else None}).one()
    return Saved(saved.value, saved.id, saved.saved_at, author.name if author else "")


def append_many(db: Session, place: Place, values: Iterable[tuple[str, Any]]) -> None:
    """Write many answers without an author, for a rehearsal."""
    rows = [_columns(place) | {"field": field, "value": value, "base": 0} for field, value in values]
    if rows:
        db.execute(insert(_TABLE), rows)


def hold_group(db: Session, group_id: str) -> bool:
    """Lock a group until the end of the transaction, so that those who write in it come one after another.

    Returns:
        Whether the group is there.
    """
    return db.scalar(_HOLD_GROUP, {"id": group_id}) is not None


def on_sheet(place: Place) -> list[ColumnElement[bool]]:
    """The conditions that select the answers of one sheet."""
    return [getattr(Answer, name) == value for name, value in _columns(place).items()]


def _columns(place: Place) -> dict[str, Any]:
    return {
        "workshop_id": place.workshop_id,
        "activity_id": place.activity_id,
        "group_id": place.group_id,
        "sheet": place.sheet,
    }


def _is_under(path: str) -> ColumnElement[bool]:
    """The field itself and those below it. Compared exactly: to SQLite's LIKE the rows `ab1` and `AB1` are the same."""
    below = f"{path}/"
    return (Answer.field == path) | (func.substr(Answer.field, 1, len(below)) == below)


def _newest_of(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Select the newest row of each field, in the order in which the fields were first filled in."""
    ends = (
        select(func.max(Answer.id).label("last"), func.min(Answer.id).label("first"))
        .where(*conditions)
        .group_by(Answer.group_id, Answer.sheet, Answer.field)
        .subquery()
    )
    return (
        select(Answer.group_id, Answer.sheet, Answer.field, *_SAVED)
        .join(ends, Answer.id == ends.c.last)
        .outerjoin(Participant, Participant.id == Answer.participant_id)
        .order_by(ends.c.first)
    )
