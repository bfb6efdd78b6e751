"""The acts of "predict, then see": ask the room, keep its guesses, show the figure."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.content import Prediction
from engine.fields import Json
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import AskedQuestion, Guess, Participant, Workshop
from engine.store.answers import hold_group
from engine.store.news import tell
from engine.workshop.opening import hold_workshop
from engine.workshop.people import Seat, refuse_lost_seat
from engine.workshop.problem import WorkshopProblem
from engine.workshop.showing import Asking, instead_of, put_instead, stored_screen


@dataclass(frozen=True)
class Guessed:
    """The newest guess of a group, which is the one that counts."""

    value: Json
    guessed_at: datetime
    author: str


def ask(server: Server, workshop_id: str, question_id: str) -> AskedQuestion:
    """Ask the room a question, instead of whatever the room looked at.

    Asked again after its figure was shown, it begins anew, without the guesses of the first time.

    Raises:
        WorkshopProblem: the workshop is closed, or there is no such question.
    """
    _question(server, question_id)
    with server.database.write() as db:
        workshop = hold_workshop(db, workshop_id)
        _refuse_if_closed(workshop)
        now = _asked_now(db, workshop)
        if now is not None and now.question_id == question_id and now.revealed_at is None:
            return now  # a second click
        asked = AskedQuestion(workshop_id=workshop_id, question_id=question_id)
        db.add(asked)
        db.flush()
        hid_something = bool(stored_screen(workshop).get("shown")) or (now is None and instead_of(workshop) is not None)
        put_instead(workshop, Asking(asked.id))
        # Laptops draw only the question, so that their sheets stay as they are, unless they showed something else.
        tell(db, topics.question(workshop_id), *([topics.room(workshop_id)] if hid_something else []))
    return asked


def reveal(server: Server, workshop_id: str) -> None:
    """Show the figure of the question on the screens; no guess counts from now on."""
    with server.database.write() as db:
        asked = _asked_now(db, hold_workshop(db, workshop_id), hold=True)
        if asked is not None and asked.revealed_at is None:
            asked.revealed_at = datetime.now(UTC)
        tell(db, topics.question(workshop_id))


def show_chart(server: Server, workshop_id: str, is_shown: bool) -> None:
    """Show the chart behind the question, or the guesses again; before the figure is shown, nothing changes."""
    with server.database.write() as db:
        workshop = hold_workshop(db, workshop_id)
        asked = _asked_now(db, workshop)
        if asked is not None and asked.revealed_at is not None:
            put_instead(workshop, Asking(asked.id, is_shown))
        tell(db, topics.question(workshop_id))


def put_away(server: Server, workshop_id: str) -> None:
    """Take the question from all screens; its guesses are kept."""
    with server.database.write() as db:
        workshop = hold_workshop(db, workshop_id)
        if isinstance(instead_of(workshop), Asking):
            put_instead(workshop, None)
        tell(db, topics.question(workshop_id))


def asked_now(server: Server, workshop_id: str) -> AskedQuestion | None:
    """The question on the screens; None when there is none."""
    with server.database.read() as db:
        workshop = db.get(Workshop, workshop_id)
        asked = _asked_now(db, workshop) if workshop else None
    return asked if asked is not None and asked.question_id in server.library.predictions else None


def asked_before(server: Server, workshop_id: str) -> set[str]:
    """The ids of the questions whose figure this workshop has seen."""
    seen = select(AskedQuestion.question_id).where(
        AskedQuestion.workshop_id == workshop_id, AskedQuestion.revealed_at.is_not(None)
    )
    with server.database.read() as db:
        return set(db.scalars(seen))


def guess(server: Server, seat: Seat, asked_id: int, value: Json) -> None:
    """Keep a group's guess, whoever of the group made it; of several the last one counts.

    Raises:
        WorkshopProblem: nobody can guess at this question now; says why.
        AnswerProblem: the value does not fit the question.
    """
    if seat.group is None:
        raise WorkshopProblem(_("Choose your group first, then guess."))
    with server.database.write() as db:
        if not hold_group(db, seat.group.id):
            raise WorkshopProblem(_("Your group is no longer there. Choose another one."))
        refuse_lost_seat(db, seat)
        asked = _open_question(db, seat.workshop.id, asked_id)
        value = _question(server, asked.question_id).check(value)
        db.add(
            Guess(asked_id=asked_id, group_id=seat.group.id, value=value, participant_id=seat.participant.id),
        )
        tell(db, topics.guesses(seat.workshop.id), topics.guess(seat.workshop.id, seat.group.id))


def guesses_of(server: Server, asked_id: int) -> dict[str, Guessed]:
    """The guesses that count, by group id."""
    last = select(func.max(Guess.id)).where(Guess.asked_id == asked_id).group_by(Guess.group_id)
    columns = (Guess.group_id, Guess.value, Guess.guessed_at, func.coalesce(Participant.name, ""))
    query = select(*columns).outerjoin(Participant, Participant.id == Guess.participant_id).where(Guess.id.in_(last))
    with server.database.read() as db:
        return {group_id: Guessed(*rest) for group_id, *rest in db.execute(query)}


def _question(server: Server, question_id: str) -> Prediction:
    found = server.library.predictions.get(question_id)
    if found is None:
        raise WorkshopProblem(_("This question is no longer there. Choose another one."))
    return found


def _refuse_if_closed(workshop: Workshop) -> None:
    if not workshop.is_open:
        raise WorkshopProblem(_("This workshop is closed. Open it again first."))


def _asked_now(db: Session, workshop: Workshop, *, hold: bool = False) -> AskedQuestion | None:
    shown = instead_of(workshop)
    if not isinstance(shown, Asking):
        return None
    return db.get(AskedQuestion, shown.asked, with_for_update={"key_share": True} if hold else None)


def _open_question(db: Session, workshop_id: str, asked_id: int) -> AskedQuestion:
    """A question that takes guesses, locked so that its figure is not shown before the guess is kept."""
    workshop = db.get(Workshop, workshop_id)
    asked = db.get(AskedQuestion, asked_id, with_for_update={"read": True})
    if workshop is None or not workshop.is_open:
        raise WorkshopProblem(_("This workshop is closed, so your guess was not kept."))
    if asked is not None and asked.workshop_id == workshop_id and asked.revealed_at is not None:
        raise WorkshopProblem(_("The figure is on the screen already, so your guess was not kept."))
    if asked is None or instead_of(workshop) != Asking(asked_id):
        raise WorkshopProblem(_("The facilitator has gone on, so your guess was not kept."))
    return asked
