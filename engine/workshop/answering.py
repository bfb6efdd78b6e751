"""Saving answers, and reading them back."""

from sqlalchemy.orm import Session

from engine.content import SHEET, Activity, context_of
from engine.fields import Field, Json
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import Place, Saved
from engine.store.answers import hold_group, newest
from engine.store.news import tell
from engine.workshop.own_content import WorkshopContent, content_of
from engine.workshop.people import Seat, refuse_lost_seat, refuse_stranger
from engine.workshop.problem import WorkshopProblem
from engine.workshop.state import State, state_of
from engine.workshop.writing import Outcome, SentAnswer, write


def save_answer(server: Server, seat: Seat, place: Place, path: str, value: Json, base: int = 0) -> Outcome:
    """Save what somebody answered in one field; when this returns, the answer survives a power cut.

    Args:
        server: the running server.
        seat: who answers.
        place: where the answer belongs; `refuse_stranger` decides whether they may write there.
        path: the field path, such as `indicators/violence/status`.
        value: the answer.
        base: the revision that the author saw. Two texts with the same base are merged; of two lists of picks with
            the same base, no pick is lost.

    Raises:
        WorkshopProblem: the sheet cannot be written now, or not by them.
        AnswerProblem: the value does not fit the field.
    """
    refuse_stranger(seat, place)
    content = content_of(server, place.workshop_id)
    activity, field = _find(content, place, path)
    value = field.check(value, context_of(content.case_studies.get(place.sheet)))
    with server.database.write() as db:
        if not hold_group(db, place.group_id):
            raise WorkshopProblem(_("Your group is no longer there. Choose another one. Your text is still here."))
        refuse_lost_seat(db, seat)
        _refuse_if_shut(db, place)
        outcome = write(db, SentAnswer(place, field, path, value, base, seat.participant))
        _tell(db, place, activity.worksheet.part_of(path))
    return outcome


def _find(content: WorkshopContent, place: Place, path: str) -> tuple[Activity, Field]:
    activity = content.activities.get(place.activity_id)
    field = activity.worksheet.field_at(path) if activity else None
    if activity is None or field is None or place.sheet not in (list(content.cases_of(activity)) or [SHEET]):
        raise WorkshopProblem(_("This field is not on the sheet. Reload the page; your text is still here."))
    return activity, field


def _refuse_if_shut(db: Session, place: Place) -> None:
    match state_of(db, place.workshop_id, place.activity_id, place.group_id):
        case State.CLOSED:
            problem = _("This workshop is closed, so this was not saved. Your text is still here.")
        case State.NOT_BEGUN:
            problem = _("The facilitator has not begun this activity, so this was not saved. Your text is still here.")
        case State.ENDED:
            problem = _("The facilitator has ended this activity, so this was not saved. Ask to go back to it.")
        case State.HANDED_IN:
            problem = _("Your group has handed in this sheet, so this was not saved. Take it back first.")
        case State.OPEN:
            return
    raise WorkshopProblem(problem)


def _tell(db: Session, place: Place, part: str) -> None:
    tell(
        db,
        topics.sheet(place.workshop_id, place.group_id, place.activity_id, place.sheet, part),
        topics.work(place.workshop_id, place.group_id, place.activity_id),
        topics.plenary(place.workshop_id, place.activity_id),
        topics.progress(place.workshop_id),
    )


def answers_on(server: Server, place: Place, under: str = "") -> dict[str, Saved]:
    """The current answers of a sheet, or of its part `under` a field path: field path -> answer."""
    with server.database.read() as db:
        return newest(db, place, under)
