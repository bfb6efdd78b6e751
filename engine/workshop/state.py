"""Whether a group can write in an activity now."""

from enum import Enum, auto

from sqlalchemy import BindParameter, and_, bindparam, select
from sqlalchemy.orm import Session

from engine.store import BegunActivity, HandIn, Workshop


class State(Enum):
    """Whether a group can write in an activity, and if not, why. The first one that is true counts."""

    CLOSED = auto()
    NOT_BEGUN = auto()
    ENDED = auto()
    HANDED_IN = auto()
    OPEN = auto()


_THIS: BindParameter[str] = bindparam("activity_id")
_BEGUN = and_(BegunActivity.workshop_id == Workshop.id, BegunActivity.activity_id == _THIS)
_HANDED_IN = and_(
    HandIn.workshop_id == Workshop.id, HandIn.activity_id == _THIS, HandIn.group_id == bindparam("group_id")
)
_STATE = (
    select(Workshop.is_open, BegunActivity.begun_at, BegunActivity.ended_at, HandIn.handed_in_at)
    .outerjoin(BegunActivity, _BEGUN)
    .outerjoin(HandIn, _HANDED_IN)
    .where(Workshop.id == bindparam("workshop_id"))
)


def state_of(db: Session, workshop_id: str, activity_id: str, group_id: str) -> State:
    """Lock the group first (`hold_group`), so that the answer stays true until the end of the transaction."""
    keys = {"workshop_id": workshop_id, "activity_id": activity_id, "group_id": group_id}
    row = db.execute(_STATE, keys).first()
    if row is None or not row.is_open:
        return State.CLOSED
    if row.begun_at is None:
        return State.NOT_BEGUN
    if row.ended_at:
        return State.ENDED
    return State.HANDED_IN if row.handed_in_at else State.OPEN
