"""Saved answers: appended, never changed; the newest row of a field counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from engine.store.tables import Answer, Participant, WorkshopGroup

HOLD = {"key_share": True}
"""How a row is locked: against other holders, and not against rows that only point to it."""


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
    """An answer as the database has it. `revision` is 0 and the rest empty where there is none."""

    value: Any = None
    revision: int = 0
    saved_at: datetime | None = None
    author: str = ""


def newest(db: Session, place: Place, under: str = "") -> dict[str, Saved]:
    """Give the current answers of a sheet, field path -> answer, oldest first use first.

    Args:
        under: only this field path and those below it; all when empty.
    """
    query = _newest_of(*on_sheet(place), *([_is_under(under)] if under else []))
    return {answer.field: _saved(answer, author) for answer, author in db.execute(query)}


def newest_of_all(
    db: Session, workshop_id: str, activity_id: str, sheet: str | None = None
) -> dict[tuple[str, str], dict[str, Saved]]:
    """Give all groups' current answers: (group id, sheet) -> field path -> answer."""
    query = _newest_of(
        Answer.workshop_id == workshop_id,
        Answer.activity_id == activity_id,
        *([Answer.case_study_id == sheet] if sheet else []),
    )
    found: dict[tuple[str, str], dict[str, Saved]] = {}
    for answer, author in db.execute(query):
        found.setdefault((answer.group_id, answer.case_study_id), {})[answer.field] = _saved(answer, author)
    return found


def history(db: Session, place: Place, field: str) -> list[Saved]:
    """Give everything that was ever saved in a field, oldest first."""
    query = (
        select(Answer, Participant.name)
        .outerjoin(Participant, Participant.id == Answer.participant_id)
        .where(*on_sheet(place), Answer.field == field)
        .order_by(Answer.id)
    )
    return [_saved(answer, author) for answer, author in db.execute(query)]


def append(
    db: Session, place: Place, field: str, value: Any, *, participant_id: str | None = None, base: int = 0
) -> Saved:
    """Write an answer; it is safe once the session's `writing()` block has ended."""
    answer = Answer(**_columns(place), field=field, value=value, participant_id=participant_id, base=base)
    db.add(answer)
    db.flush()
    db.refresh(answer)
    name = db.get(Participant, participant_id).name if participant_id else ""
    return _saved(answer, name)


def append_many(db: Session, place: Place, values: Iterable[tuple[str, Any]]) -> None:
    """Write many answers of nobody in particular, for a rehearsal."""
    db.add_all(Answer(**_columns(place), field=field, value=value, base=0) for field, value in values)


def hold_group(db: Session, group_id: str) -> WorkshopGroup | None:
    """Lock a group's row until the end of the transaction, so that its writers come one after another."""
    return db.get(WorkshopGroup, group_id, with_for_update=HOLD)


def _is_under(path: str) -> ColumnElement[bool]:
    """Compare exactly: SQLite's LIKE would take the rows `ab1` and `AB1` of an open table for one."""
    below = f"{path}/"
    return (Answer.field == path) | (func.substr(Answer.field, 1, len(below)) == below)


def on_sheet(place: Place) -> list[ColumnElement[bool]]:
    """Give the conditions for the answers of one sheet."""
    return [getattr(Answer, name) == value for name, value in _columns(place).items()]


def _columns(place: Place) -> dict[str, str]:
    return {
        "workshop_id": place.workshop_id,
        "activity_id": place.activity_id,
        "group_id": place.group_id,
        "case_study_id": place.sheet,
    }


def _newest_of(*conditions: Any) -> Any:
    """Select the newest row of each field, in the order in which the fields were first filled in."""
    ends = (
        select(func.max(Answer.id).label("last"), func.min(Answer.id).label("first"))
        .where(*conditions)
        .group_by(Answer.group_id, Answer.case_study_id, Answer.field)
        .subquery()
    )
    return (
        select(Answer, Participant.name)
        .join(ends, Answer.id == ends.c.last)
        .outerjoin(Participant, Participant.id == Answer.participant_id)
        .order_by(ends.c.first)
    )


def _saved(answer: Answer, author: str | None) -> Saved:
    return Saved(answer.value, answer.id, answer.saved_at, author or "")
