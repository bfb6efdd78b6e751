"""Handing in: a group closes its worksheet of an activity, and may take it back."""

from sqlalchemy import select

from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import HandIn
from engine.store.answers import hold_group
from engine.store.news import tell
from engine.workshop.people import Seat, refuse_lost_seat
from engine.workshop.problem import WorkshopProblem
from engine.workshop.state import State, state_of


def hand_in(server: Server, seat: Seat, activity_id: str) -> None:
    """All its sheets of this activity at once."""
    _set_hand_in(server, seat, activity_id, handed_in=True)


def take_back(server: Server, seat: Seat, activity_id: str) -> None:
    _set_hand_in(server, seat, activity_id, handed_in=False)


def handed_in(server: Server, workshop_id: str, activity_id: str) -> dict[str, HandIn]:
    """Group id -> its row, for the groups that have handed in."""
    with server.database.read() as db:
        query = select(HandIn).where(HandIn.workshop_id == workshop_id, HandIn.activity_id == activity_id)
        return {row.group_id: row for row in db.scalars(query)}


def _set_hand_in(server: Server, seat: Seat, activity_id: str, *, handed_in: bool) -> None:
    if seat.group is None:
        raise WorkshopProblem(_("Choose your group first."))
    key = {"workshop_id": seat.workshop.id, "activity_id": activity_id, "group_id": seat.group.id}
    with server.database.write() as db:
        if not hold_group(db, seat.group.id):
            raise WorkshopProblem(_("Your group is no longer there. Choose another one."))
        refuse_lost_seat(db, seat)
        state = state_of(db, **key)
        if state is State.CLOSED:
            raise WorkshopProblem(_("This workshop is closed. Ask the facilitator to open it again."))
        if state in (State.NOT_BEGUN, State.ENDED):
            raise WorkshopProblem(_("The facilitator has ended this activity. Ask to go back to it."))
        row = db.get(HandIn, key)
        if handed_in and row is None:
            db.add(HandIn(**key, participant_id=seat.participant.id))
        if not handed_in and row is not None:
            db.delete(row)
        tell(db, topics.lock(seat.workshop.id, seat.group.id), topics.progress(seat.workshop.id))
