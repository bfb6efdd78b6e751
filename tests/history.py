"""Everything that was ever saved in a field, as the database keeps it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.store import Answer, Participant, Place, Saved
from engine.store.answers import on_sheet


def history(db: Session, place: Place, field: str) -> list[Saved]:
    """The revisions of a field, oldest first."""
    query = select(Answer.value, Answer.id, Answer.saved_at, Participant.name).outerjoin(
        Participant, Participant.id == Answer.participant_id
    )
    rows = db.execute(query.where(*on_sheet(place), Answer.field == field).order_by(Answer.id))
    return [Saved(value, revision, saved_at, author or "") for value, revision, saved_at, author in rows]
