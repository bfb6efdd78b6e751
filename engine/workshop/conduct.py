"""What the facilitator does with the room: begin an activity, end it, show the plenary."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from engine.content import SHEET
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import BegunActivity, Workshop
from engine.workshop.opening import hold_workshop
from engine.workshop.own_content import content_of
from engine.workshop.problem import WorkshopProblem


@dataclass(frozen=True)
class Screen:
    """What the plenary shows."""

    activity_id: str
    sheet: str
    view: int = 0
    shown: bool = False
    """Whether the room sees it: on the projector and on the participants' laptops."""


def begin(server: Server, workshop_id: str, activity_id: str) -> None:
    """Begin an activity, or go back to it: the room moves there, and the plenary is hidden again.

    Raises:
        WorkshopProblem: the workshop is closed or has no such activity.
    """
    if activity_id not in content_of(server, workshop_id).activities:
        raise WorkshopProblem(_("This workshop has no such activity. Choose another one."))
    with server.database.writing() as db:
        workshop = hold_workshop(db, workshop_id)
        if not workshop.is_open:
            raise WorkshopProblem(_("This workshop is closed. Open it again first."))
        begun = db.get(BegunActivity, (workshop_id, activity_id))
        if begun is None:
            db.add(BegunActivity(workshop_id=workshop_id, activity_id=activity_id))
        else:
            begun.ended_at = None
        workshop.activity_id = activity_id
        workshop.screen = {}
    server.bus.publish(topics.room(workshop_id), topics.progress(workshop_id))


def end(server: Server, workshop_id: str, activity_id: str) -> None:
    """End an activity: its sheets can be read and no longer changed; nobody needs to have handed in."""
    with server.database.writing() as db:
        begun = db.get(BegunActivity, (workshop_id, activity_id))
        if begun is not None and begun.ended_at is None:
            begun.ended_at = datetime.now(UTC)
    server.bus.publish(topics.room(workshop_id), topics.progress(workshop_id))


def begun_activities(server: Server, workshop_id: str) -> dict[str, BegunActivity]:
    """Give the activities that were begun, by id, in the order in which they began."""
    with server.database.reading() as db:
        query = select(BegunActivity).where(BegunActivity.workshop_id == workshop_id)
        return {row.activity_id: row for row in db.scalars(query.order_by(BegunActivity.begun_at))}


def screen_of(server: Server, workshop: Workshop) -> Screen | None:
    """Give what the plenary shows: as chosen, or the first view of the room's activity; None before any."""
    stored = workshop.screen or {}
    activity_id = stored.get("activity_id") or workshop.activity_id
    activity = content_of(server, workshop.id).activities.get(activity_id or "")
    if activity is None:
        return None
    sheets = list(content_of(server, workshop.id).cases_of(activity)) or [SHEET]
    sheet = stored["sheet"] if stored.get("sheet") in sheets else sheets[0]
    view = stored.get("view", 0)
    return Screen(activity.id, sheet, view if 0 <= view < len(activity.plenary) else 0, bool(stored.get("shown")))


def show(server: Server, workshop_id: str, screen: Screen) -> None:
    """Choose what the plenary shows, and whether the room sees it; it then sees nothing instead."""
    with server.database.writing() as db:
        workshop = hold_workshop(db, workshop_id)
        instead = None if screen.shown else (workshop.screen or {}).get("instead")
        workshop.screen = asdict(screen) | ({"instead": instead} if instead else {})
    server.bus.publish(topics.room(workshop_id))
