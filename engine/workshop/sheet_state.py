"""Whether a group can write in an activity, as the screens of the sheet are told."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from engine.server import Server
from engine.store import BegunActivity, HandIn, Participant, Workshop
from engine.workshop.people import Seat
from engine.workshop.showing import stored_screen

GRACE = timedelta(seconds=15)
"""For so long after a hand-in everybody of the group can still save what they were in the middle of."""


def sheet_state(server: Server, seat: Seat, activity_id: str) -> dict[str, Any]:
    """The state of a group's sheet, and where the room is.

    Returns:
        `is`: `open`, `handed_in`, `ended`, `closed` or `not_begun`; `by` and `at`: who handed in, and when; `until`:
        the end of the time to finish a sentence after that; `now`: the server's clock; `room`: the `activity` that
        the room is at, and whether the plenary is `shown`. Moments are ISO 8601 in UTC, empty where there is none.
    """
    group_id = seat.group.id if seat.group else ""
    with server.database.read() as db:
        workshop = db.get_one(Workshop, seat.workshop.id)
        begun = db.get(BegunActivity, (workshop.id, activity_id))
        mine = (HandIn.workshop_id == workshop.id, HandIn.activity_id == activity_id, HandIn.group_id == group_id)
        by = select(HandIn.handed_in_at, Participant.name).outerjoin(
            Participant, Participant.id == HandIn.participant_id
        )
        at, name = db.execute(by.where(*mine)).first() or (None, "")
    return {
        "is": _state(workshop, begun, at),
        "by": name or "",
        "at": at.isoformat() if at else "",
        "until": (at + GRACE).isoformat() if at else "",
        "now": datetime.now(UTC).isoformat(),
        "room": {"activity": workshop.activity_id, "shown": bool(stored_screen(workshop).get("shown"))},
    }


def _state(workshop: Workshop, begun: BegunActivity | None, handed_in_at: datetime | None) -> str:
    if not workshop.is_open:
        return "closed"
    if begun is None:
        return "not_begun"
    if begun.ended_at:
        return "ended"
    return "handed_in" if handed_in_at else "open"
