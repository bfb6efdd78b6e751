"""What the facilitator does with the room: begin an activity, end it, show the plenary."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from engine.content import SHEET, Activity
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import BegunActivity, Workshop
from engine.store.news import tell
from engine.workshop.opening import hold_workshop
from engine.workshop.own_content import WorkshopContent, content_of
from engine.workshop.problem import WorkshopProblem
from engine.workshop.showing import stored_screen


@dataclass(frozen=True)
class Screen:
    """What the plenary shows."""

    activity_id: str
    sheet: str
    view: int = 0
    shown: bool = False
    """Whether the room sees it: on the projector and on the participants' laptops."""


def begin(server: Server, workshop_id: str, activity_id: str) -> None:
    """Begin an activity, or go back to it. The room moves there, and the plenary is hidden again.

    Raises:
        WorkshopProblem: the workshop is closed or has no such activity.
    """
    if activity_id not in content_of(server, workshop_id).activities:
        raise WorkshopProblem(_("This workshop has no such activity. Choose another one."))
    with server.database.write() as db:
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
        tell(db, topics.room(workshop_id), topics.progress(workshop_id))


def end(server: Server, workshop_id: str, activity_id: str) -> None:
    """From now on its sheets can be read but not changed, whether a group has handed in or not."""
    with server.database.write() as db:
        begun = db.get(BegunActivity, (workshop_id, activity_id))
        if begun is not None and begun.ended_at is None:
            begun.ended_at = datetime.now(UTC)
        tell(db, topics.room(workshop_id), topics.progress(workshop_id))


def begun_activities(server: Server, workshop_id: str) -> dict[str, BegunActivity]:
    """Activity id -> its row, in the order in which they began."""
    with server.database.read() as db:
        query = select(BegunActivity).where(BegunActivity.workshop_id == workshop_id)
        return {row.activity_id: row for row in db.scalars(query.order_by(BegunActivity.begun_at))}


def screen_of(server: Server, workshop: Workshop) -> Screen | None:
    """What the plenary shows: what was chosen, or the first view of the room's activity; None before any.

    A stored activity, sheet or view that does not exist is replaced by the first one that does.
    """
    content, stored = content_of(server, workshop.id), stored_screen(workshop)
    chosen = stored.get("activity_id"), workshop.activity_id
    activity = next((content.activities[i] for i in chosen if isinstance(i, str) and i in content.activities), None)
    if activity is None:
        return None
    return _sound(content, activity, stored.get("sheet"), stored.get("view"), bool(stored.get("shown")))


def _sound(content: WorkshopContent, activity: Activity, sheet: object, view: object, shown: bool) -> Screen:
    sheets, views = list(content.cases_of(activity)) or [SHEET], range(len(activity.plenary))
    found_sheet = sheet if isinstance(sheet, str) and sheet in sheets else sheets[0]
    found_view = view if isinstance(view, int) and not isinstance(view, bool) and view in views else 0
    return Screen(activity.id, found_sheet, found_view, shown)


def show(server: Server, workshop_id: str, screen: Screen) -> None:
    """Choose what the plenary shows, and whether the room sees it. Showing it ends what is shown instead of it.

    Raises:
        WorkshopProblem: there is no such workshop, or it has no such activity.
    """
    content = content_of(server, workshop_id)
    if screen.activity_id not in content.activities:
        raise WorkshopProblem(_("This workshop has no such activity. Choose another one."))
    sound = _sound(content, content.activities[screen.activity_id], screen.sheet, screen.view, screen.shown)
    with server.database.write() as db:
        workshop = hold_workshop(db, workshop_id)
        instead = None if sound.shown else stored_screen(workshop).get("instead")
        workshop.screen = asdict(sound) | ({"instead": instead} if instead else {})
        tell(db, topics.room(workshop_id))
