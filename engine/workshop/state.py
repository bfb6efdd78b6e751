"""Whether a group can write in an activity now, and who may."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from typing import Any, cast

from sqlalchemy import BindParameter, Table, and_, bindparam, select
from sqlalchemy.orm import Session

from engine.language import _
from engine.store import Author, BegunActivity, HandIn, Participant, Workshop, WorkshopGroup
from engine.store.answers import hold_group
from engine.workshop.problem import WorkshopProblem

GRACE = timedelta(seconds=15)
"""For so long after a hand-in everybody of the group can still save what they were in the middle of."""


class State(Enum):
    """Whether a group can write in an activity, and if not, why. The first one that is true counts."""

    CLOSED = auto()
    NOT_BEGUN = auto()
    ENDED = auto()
    HANDED_IN = auto()
    OPEN = auto()


class SheetProblem(WorkshopProblem):
    """Nothing can be saved on a sheet, or not by this person: it is no matter of one field."""


@dataclass(frozen=True)
class Writing:
    """Somebody who wants to write: the seat as their browser has it, and the group and activity of their page."""

    participant_id: str
    seat_version: int
    group_id: str
    activity_id: str


_PERSON, _GROUP, _WORKSHOP, _BEGUN, _HAND_IN = (
    cast(Table, model.__table__) for model in (Participant, WorkshopGroup, Workshop, BegunActivity, HandIn)
)
_THIS: BindParameter[str] = bindparam("activity_id")
_GROUP_ID: BindParameter[str] = bindparam("group_id")
_IS_BEGUN = and_(_BEGUN.c.workshop_id == _WORKSHOP.c.id, _BEGUN.c.activity_id == _THIS)
_IS_HANDED_IN = and_(
    _HAND_IN.c.workshop_id == _WORKSHOP.c.id, _HAND_IN.c.activity_id == _THIS, _HAND_IN.c.group_id == _GROUP_ID
)
_COLUMNS = (_WORKSHOP.c.is_open, _BEGUN.c.begun_at, _BEGUN.c.ended_at, _HAND_IN.c.handed_in_at)
_STATE = (
    select(*_COLUMNS)
    .select_from(_WORKSHOP.outerjoin(_BEGUN, _IS_BEGUN).outerjoin(_HAND_IN, _IS_HANDED_IN))
    .where(_WORKSHOP.c.id == bindparam("workshop_id"))
)
_SEATED = (
    select(_PERSON.c.name, _PERSON.c.seat_version, _PERSON.c.group_id, _GROUP.c.name.label("group"), *_COLUMNS)
    .select_from(
        _PERSON.join(_WORKSHOP, _WORKSHOP.c.id == _PERSON.c.workshop_id)
        .outerjoin(_GROUP, _GROUP.c.id == _PERSON.c.group_id)
        .outerjoin(_BEGUN, _IS_BEGUN)
        .outerjoin(_HAND_IN, _IS_HANDED_IN)
    )
    .where(_PERSON.c.id == bindparam("participant_id"))
)


def state_of(db: Session, workshop_id: str, activity_id: str, group_id: str) -> State:
    """Lock the group first (`hold_group`), so that the answer stays true until the end of the transaction."""
    keys = {"workshop_id": workshop_id, "activity_id": activity_id, "group_id": group_id}
    row = db.execute(_STATE, keys).first()
    return _state(row) if row else State.CLOSED


def author_of(db: Session, writing: Writing) -> Author:
    """Who it is that writes. Their group is locked, and the database is asked once in a transaction.

    Raises:
        SheetProblem: they cannot write there, or not now.
    """
    known: dict[Writing, Author | SheetProblem] = db.info.setdefault("authors", {})
    if writing not in known:
        known[writing] = _author_of(db, writing)
    found = known[writing]
    if isinstance(found, SheetProblem):
        raise found
    return found


def _author_of(db: Session, writing: Writing) -> Author | SheetProblem:
    is_there = hold_group(db, writing.group_id)
    keys = {"group_id": writing.group_id, "activity_id": writing.activity_id}
    row = db.execute(_SEATED, keys | {"participant_id": writing.participant_id}).first()
    if row is None or row.seat_version != writing.seat_version:
        return no_seat()
    if row.group_id is None and not is_there:
        return SheetProblem(_("Your group is no longer there. Choose another one. Your text is still here."))
    if row.group_id != writing.group_id:
        return of_another_group(row.group)
    problem = _why_shut(row)
    return SheetProblem(problem) if problem else Author(writing.participant_id, row.name)


def no_seat() -> SheetProblem:
    """For a browser whose seat is gone, or has moved to another one."""
    return SheetProblem(_("This browser has no seat any more. Your text is kept here: rejoin, and it is saved."))


def of_another_group(mine: str | None) -> SheetProblem:
    """For somebody on the sheet of another group; `mine` is the name of theirs."""
    said = _("You are in {group} now, and this is the sheet of another group. Reload the page.")
    return SheetProblem(said.format(group=mine or _("no group")))


def _state(row: Any) -> State:
    if not row.is_open:
        return State.CLOSED
    if row.begun_at is None:
        return State.NOT_BEGUN
    if row.ended_at:
        return State.ENDED
    return State.HANDED_IN if row.handed_in_at else State.OPEN


def _why_shut(row: Any) -> str:
    match _state(row):
        case State.CLOSED:
            return _("This workshop is closed, so this was not saved. Your text is still here.")
        case State.NOT_BEGUN:
            return _("The facilitator has not begun this activity, so this was not saved. Your text is still here.")
        case State.ENDED:
            return _("The facilitator has ended this activity, so this was not saved. Ask to go back to it.")
        case State.HANDED_IN if not _may_finish(row.handed_in_at):
            return _("Your group has handed in this sheet, so this was not saved. Take it back first.")
    return ""


def _may_finish(handed_in_at: datetime) -> bool:
    """Whether a hand-in is so recent that what somebody was in the middle of is still taken.

    The distance counts in both directions: a clock that is set back opens no sheet for longer than `GRACE`.
    """
    return abs(datetime.now(UTC) - handed_in_at) < GRACE
