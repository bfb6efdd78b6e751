"""Where a workshop uses a medium: at items of its agenda, and in activities."""

from collections.abc import Collection

from sqlalchemy import delete, select

from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import MediaAttachment, Workshop
from engine.store.news import tell
from engine.store.texts import can_be_kept
from engine.workshop import Playing, agenda_of, content_of, instead_of
from engine.workshop.opening import hold_workshop


def place_of_item(item_id: str) -> str:
    return f"item:{item_id}"


def place_of_activity(activity_id: str) -> str:
    return f"activity:{activity_id}"


def places_in(server: Server, workshop_id: str) -> list[str]:
    """Every place of a workshop where a medium can be attached: its agenda in order, then its activities."""
    items = [place_of_item(item.id) for item in agenda_of(server, workshop_id).items() if item.kind != "break"]
    return items + [place_of_activity(activity_id) for activity_id in content_of(server, workshop_id).activities]


def place_name(server: Server, workshop_id: str, place: str) -> str:
    """A place as people call it; an item of the agenda is named with its day."""
    kind, _colon, name = place.partition(":")
    if kind == "activity":
        activity = content_of(server, workshop_id).activities.get(name)
        return _("Activity: {title}").format(title=activity.title if activity else name)
    for number, day in enumerate(agenda_of(server, workshop_id).days, start=1):
        for item in (item for session in day.sessions for item in session.items):
            if item.id == name:
                return _("Day {number}: {title}").format(number=number, title=item.title)
    return name


def attach(server: Server, workshop_id: str, ref: str, places: Collection[str]) -> None:
    """Attach a medium to these places of a workshop, and to no others.

    Raises:
        WorkshopProblem: there is no such workshop.
    """
    here = (MediaAttachment.workshop_id == workshop_id) & (MediaAttachment.ref == ref)
    with server.database.write() as db:
        hold_workshop(db, workshop_id)
        before = set(db.scalars(select(MediaAttachment.place).where(here)))
        for place in sorted(set(places) - before):
            db.add(MediaAttachment(workshop_id=workshop_id, place=place, ref=ref))
        if gone := before.difference(places):
            db.execute(delete(MediaAttachment).where(here, MediaAttachment.place.in_(gone)))
        tell(db, topics.room(workshop_id), topics.media())


def attached(server: Server, workshop_id: str) -> dict[str, list[str]]:
    """What a workshop uses where, in the order in which it was attached: place -> refs."""
    found: dict[str, list[str]] = {}
    mine = select(MediaAttachment).where(MediaAttachment.workshop_id == workshop_id)
    with server.database.read() as db:
        for row in db.scalars(mine.order_by(MediaAttachment.attached_at, MediaAttachment.ref)):
            found.setdefault(row.place, []).append(row.ref)
    return found


def uses(server: Server, workshop_id: str, ref: str) -> bool:
    """Whether a workshop has a medium attached, or shows it to the room."""
    if not can_be_kept(ref):
        return False
    with server.database.read() as db:
        here = (MediaAttachment.workshop_id == workshop_id) & (MediaAttachment.ref == ref)
        if db.scalar(select(MediaAttachment.ref).where(here).limit(1)):
            return True
        workshop = db.get(Workshop, workshop_id)
    playing = instead_of(workshop) if workshop else None
    return isinstance(playing, Playing) and playing.ref == ref


def titles_with(server: Server, ref: str) -> list[str]:
    """The titles of the workshops that have a medium attached, sorted."""
    with server.database.read() as db:
        wanted = select(Workshop.title).join(MediaAttachment).where(MediaAttachment.ref == ref)
        return sorted(set(db.scalars(wanted)))
