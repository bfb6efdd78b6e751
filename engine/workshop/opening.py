"""Opening and closing workshops, and which of them is on the facilitator's screen."""

import secrets
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import Workshop
from engine.store.news import tell
from engine.store.settings import WORKSHOP, put_setting, setting
from engine.store.texts import can_be_kept
from engine.workshop.own_content import copy_of, keep_copy
from engine.workshop.problem import WorkshopProblem, gone
from engine.workshop.typed import clean_line

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""For codes that people read from a board: no signs that look alike."""


def new_code(length: int) -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _place in range(length))


def open_workshop(
    server: Server,
    *,
    title: str,
    country: str,
    starts_on: date,
    ends_on: date,
    module_id: str,
    is_rehearsal: bool = False,
    on_screen: bool = True,
) -> Workshop:
    """Open a workshop, and put it on the facilitator's screen if `on_screen`.

    Raises:
        WorkshopProblem: a value is missing or does not fit.
    """
    title = clean_line(title, _("Give the workshop a title."), limit=120)
    country = clean_line(country, _("Say in which country it takes place."), limit=80)
    if ends_on < starts_on:
        raise WorkshopProblem(_("The last day is before the first day. Change one of the two."))
    content = copy_of(server.library, module_id).as_stored()
    workshop = Workshop(
        id=secrets.token_hex(8),
        title=title,
        country=country,
        starts_on=starts_on,
        ends_on=ends_on,
        module_id=module_id,
        join_code=new_code(6),
        is_rehearsal=is_rehearsal,
        screen={},
    )
    with server.database.write() as db:
        workshop.copy_id = keep_copy(db, content)
        db.add(workshop)
        if on_screen:
            put_setting(db, WORKSHOP, workshop.id)
    return workshop


def all_workshops(server: Server) -> list[Workshop]:
    """The newest first."""
    with server.database.read() as db:
        return list(db.scalars(select(Workshop).order_by(Workshop.created_at.desc(), Workshop.id)))


def workshop_by_id(server: Server, workshop_id: str) -> Workshop | None:
    """As the database has it now; None for an id that does not exist."""
    if not can_be_kept(workshop_id):
        return None
    with server.database.read() as db:
        return db.get(Workshop, workshop_id)


def workshop_on_screen(server: Server) -> Workshop | None:
    """The workshop on the facilitator's screen; the newest one when that is gone.

    None before any was put there: a workshop that was opened for others does not come by itself.
    """
    with server.database.read() as db:
        if (chosen := setting(db, WORKSHOP)) is None:
            return None
        newest = select(Workshop).order_by(Workshop.created_at.desc()).limit(1)
        return db.get(Workshop, chosen) or db.scalar(newest)


def put_on_screen(server: Server, workshop_id: str) -> None:
    """Choose the workshop on the facilitator's screen, for all their windows."""
    with server.database.write() as db:
        put_setting(db, WORKSHOP, workshop_id)


def set_open(server: Server, workshop_id: str, is_open: bool) -> None:
    """In a closed workshop nobody joins, and nothing is changed any more."""
    with server.database.write() as db:
        hold_workshop(db, workshop_id).is_open = is_open
        tell(db, topics.room(workshop_id))


def hold_workshop(db: Session, workshop_id: str) -> Workshop:
    """Lock a workshop's row until the end of the transaction, so that acts of facilitators come one after another.

    Raises:
        WorkshopProblem: there is no such workshop.
    """
    workshop = db.get(Workshop, workshop_id, with_for_update={"key_share": True})
    if workshop is None:
        raise gone()
    return workshop
