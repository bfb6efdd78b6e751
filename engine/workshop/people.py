"""Seats, and who is present."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import Participant, Place, Workshop, WorkshopGroup
from engine.store.news import tell
from engine.workshop.problem import WorkshopProblem

PRESENT_FOR = timedelta(seconds=45)
"""How long somebody counts as present after the last sign of life from their screen."""


@dataclass(frozen=True)
class Seat:
    """A participant and the group they sit in, as the database has them now."""

    participant: Participant
    group: WorkshopGroup | None
    workshop: Workshop

    def place(self, activity_id: str, sheet: str) -> Place:
        """Where the answers of their own group belong.

        Args:
            activity_id: the activity.
            sheet: the case study's id, or `sheet`.

        Raises:
            WorkshopProblem: they sit in no group.
        """
        if self.group is None:
            raise WorkshopProblem(_("Choose your group first. Your text is still here."))
        return Place(self.workshop.id, activity_id, self.group.id, sheet)


def refuse_lost_seat(db: Session, seat: Seat) -> None:
    """Refuse somebody whose seat has moved to another laptop or another group since their page was drawn.

    Raises:
        WorkshopProblem: the seat is not what it was.
    """
    columns = (Participant.group_id, Participant.seat_version)
    row = db.execute(select(*columns).where(Participant.id == seat.participant.id)).first()
    if row is None or row.seat_version != seat.participant.seat_version:
        raise WorkshopProblem(_("Your seat is on another laptop now. Your text is still here: rejoin to go on."))
    if row.group_id != (seat.group.id if seat.group else None):
        raise WorkshopProblem(_("You are in another group now. Your text is still here: reload the page."))


def seat_of(server: Server, participant_id: str) -> Seat | None:
    with server.database.read() as db:
        participant = db.get(Participant, participant_id)
        if participant is None:
            return None
        group = db.get(WorkshopGroup, participant.group_id) if participant.group_id else None
        workshop = db.get(Workshop, participant.workshop_id)
        assert workshop is not None  # a participant cannot be stored without one
        return Seat(participant, group, workshop)


def workshop_id_of(server: Server, participant_id: str) -> str | None:
    """The workshop in which somebody sits, which never changes; None for nobody."""
    if participant_id not in server.workshop_ids:
        with server.database.read() as db:
            found = db.scalar(select(Participant.workshop_id).where(Participant.id == participant_id))
        if found is None:
            return None
        server.workshop_ids[participant_id] = found
    return server.workshop_ids[participant_id]


def participants_of(server: Server, workshop_id: str) -> list[Participant]:
    """In the order of their names."""
    with server.database.read() as db:
        query = select(Participant).where(Participant.workshop_id == workshop_id)
        return list(db.scalars(query.order_by(Participant.name_key)))


def is_present(participant: Participant) -> bool:
    return participant.seen_at is not None and datetime.now(UTC) - participant.seen_at < PRESENT_FOR


def note_presence(server: Server, participant_ids: Iterable[str], present: bool = True) -> None:
    """Record who is present (or has left), all in one commit, and tell those who look."""
    ids = list(participant_ids)
    if not ids:
        return
    with server.database.write() as db:
        db.execute(
            update(Participant).where(Participant.id.in_(ids)).values(seen_at=datetime.now(UTC) if present else None)
        )
        workshops = db.scalars(select(Participant.workshop_id).where(Participant.id.in_(ids)).distinct())
        tell(db, *map(topics.people, workshops))
