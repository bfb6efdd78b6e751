"""What a sheet must know of the room: whether it takes answers, and where the facilitator is."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.fields import Json
from engine.language import _
from engine.server import Server
from engine.store import HandIn, Participant, Workshop
from engine.store.answers import newer_than
from engine.workshop.own_content import content_of
from engine.workshop.people import Seat
from engine.workshop.problem import WorkshopProblem
from engine.workshop.showing import stored_screen
from engine.workshop.state import GRACE, state_of
from engine.workshop.writing import as_change


def sheet_state(server: Server, seat: Seat, activity_id: str) -> dict[str, Json]:
    """The state of the group's sheets of an activity, as JSON.

    Returns:
        `is`: open, handed_in, ended, closed or not_begun. `by` and `at`: who handed in, and when. `until`: up to
        when what somebody was in the middle of is still taken. `now`: the server's clock. `room`: the `activity`
        that the facilitator has begun, and whether the plenary is `shown`. Times are in ISO format, in UTC.
    """
    with server.database.read() as db:
        return state_in(db, seat, activity_id)


def changes_since(server: Server, seat: Seat, activity_id: str, revision: int) -> dict[str, Json]:
    """What a sheet must know after a while in which it heard nothing, as JSON.

    Returns:
        `changes`: what was saved on the sheets of the group later than `revision`, where it still holds.
        `revision`: the newest. `state`: see `sheet_state`. `people`: the names of the group.

    Raises:
        WorkshopProblem: the workshop has no such activity.
    """
    assert seat.group is not None, "whoever asks has chosen a group"
    if activity_id not in content_of(server, seat.workshop.id).activities:
        raise WorkshopProblem(_("This workshop has no such activity. Choose another one."))
    with server.database.read() as db:
        found = newer_than(db, revision, seat.workshop.id, activity_id, seat.group.id)
        return {
            "changes": [as_change(*each) for each in found],
            "revision": found[-1][2].revision if found else revision,
            "state": state_in(db, seat, activity_id),
            "people": people_of(db, seat.group.id),
        }


def people_of(db: Session, group_id: str) -> list[str]:
    """The names of those who sit in a group, in their order."""
    query = select(Participant.name).where(Participant.group_id == group_id).order_by(Participant.name_key)
    return list(db.scalars(query))


def state_in(db: Session, seat: Seat, activity_id: str) -> dict[str, Json]:
    """The same, as this session reads it."""
    group_id = seat.group.id if seat.group else ""
    workshop = db.get_one(Workshop, seat.workshop.id)
    return {
        "is": state_of(db, workshop.id, activity_id, group_id).name.lower(),
        **_handed_in(db, workshop.id, activity_id, group_id),
        "now": datetime.now(UTC).isoformat(),
        "room": {"activity": workshop.activity_id, "shown": bool(stored_screen(workshop).get("shown"))},
    }


def _handed_in(db: Session, workshop_id: str, activity_id: str, group_id: str) -> dict[str, Any]:
    query = (
        select(HandIn.handed_in_at, Participant.name)
        .outerjoin(Participant, Participant.id == HandIn.participant_id)
        .where(HandIn.workshop_id == workshop_id, HandIn.activity_id == activity_id, HandIn.group_id == group_id)
    )
    row = db.execute(query).first()
    if row is None:
        return {"by": "", "at": "", "until": ""}
    at = row.handed_in_at
    return {"by": row.name or "", "at": at.isoformat(), "until": (at + GRACE).isoformat()}
