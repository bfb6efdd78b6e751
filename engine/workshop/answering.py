"""Saving answers, and reading them back."""

import asyncio
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from engine.content import SHEET, context_of
from engine.fields import Field, Json
from engine.language import _
from engine.server import Server
from engine.store import Place, Saved
from engine.store.answers import newest
from engine.workshop.own_content import WorkshopContent, content_of
from engine.workshop.people import Seat
from engine.workshop.problem import WorkshopProblem
from engine.workshop.state import Writing, author_of, of_another_group
from engine.workshop.writing import Clash, Merged, Outcome, SentAnswer, merge, write

TRIES = 3
"""How often a text is merged while others go on saving in its field. After that they wait."""


@dataclass
class Change:
    """A value for one field on its way into the database."""

    sent: SentAnswer
    writing: Writing
    merged: Merged | None = None
    tries: int = field(default=0)

    def write(self, db: Session) -> Outcome | Clash | WorkshopProblem:
        """Write it in the writer's turn. A problem is returned, since it concerns no other act of the transaction."""
        try:
            found = write(db, self.sent, author_of(db, self.writing), self.merged)
            if isinstance(found, Clash) and self.tries >= TRIES:
                self.settle(found)
                found = write(db, self.sent, author_of(db, self.writing), self.merged)
        except WorkshopProblem as problem:
            return problem
        return found

    def settle(self, clash: Clash) -> None:
        """Merge two texts, outside the writer's turn.

        Raises:
            WorkshopProblem: together they are longer than the field takes.
        """
        self.tries += 1
        self.merged = merge(self.sent, clash)


def save_answer(
    server: Server, seat: Seat, place: Place, path: str, value: Json, base: int = 0, tab: str = "", number: int = 0
) -> Outcome:
    """Save what somebody answered in one field; when this returns, the answer survives a power cut.

    Args:
        server: the running server.
        seat: who answers.
        place: where the answer belongs.
        path: the field path, such as `indicators/violence/status`.
        value: the answer.
        base: the revision that the author saw. Two texts with the same base are merged; of two lists of picks with
            the same base, no pick is lost.
        tab: the page that sent it, by a random name of its own; empty where none did.
        number: how many changes this page has made; what it sends twice counts once.

    Raises:
        WorkshopProblem: the sheet cannot be written now, or not by them.
        AnswerProblem: the value does not fit the field.
    """
    if seat.workshop.id != place.workshop_id:
        raise of_another_group(seat.group.name if seat.group else None)
    writing = Writing(seat.participant.id, seat.participant.seat_version, place.group_id, place.activity_id)
    change = change_of(server, writing, place, path, value, base, tab, number)
    while True:
        found = server.writer.submit(change.write, turn=place.group_id).result()
        if not isinstance(found, Clash):
            return _done(found)
        change.settle(found)


async def save_change(server: Server, change: Change) -> Outcome:
    """Save a change as `save_answer` does, without a thread that waits.

    Raises:
        WorkshopProblem: the sheet cannot be written now, or not by them.
    """
    while True:
        found = await server.writer.written(change.write, turn=change.writing.group_id)
        if not isinstance(found, Clash):
            return _done(found)
        await asyncio.to_thread(change.settle, found)


def _done(found: Outcome | WorkshopProblem) -> Outcome:
    if isinstance(found, WorkshopProblem):
        raise found
    return found


def change_of(
    server: Server, writing: Writing, place: Place, path: str, value: Json, base: int, tab: str = "", number: int = 0
) -> Change:
    """A change as it came from a screen, with its value as it is to be stored.

    Raises:
        WorkshopProblem: there is no such field on the sheet.
        AnswerProblem: the value does not fit the field.
    """
    content = content_of(server, place.workshop_id)
    found = _find(content, place, path)
    value = found.check(value, context_of(content.case_studies.get(place.sheet)))
    sent = SentAnswer(place, found, path, value, base, tab, number)
    return Change(sent, writing)


def _find(content: WorkshopContent, place: Place, path: str) -> Field:
    activity = content.activities.get(place.activity_id)
    found = activity.worksheet.field_at(path) if activity else None
    if activity is None or found is None or place.sheet not in (list(content.cases_of(activity)) or [SHEET]):
        raise WorkshopProblem(_("This field is not on the sheet. Reload the page; your text is still here."))
    return found


def answers_on(server: Server, place: Place, under: str = "") -> dict[str, Saved]:
    """The current answers of a sheet, or of its part `under` a field path: field path -> answer."""
    with server.database.read() as db:
        return newest(db, place, under)
