"""Opening and closing workshops, and the copy of the content that each runs on."""

import json
import secrets
from datetime import date
from typing import Any

from pydantic import Field as PydanticField
from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.content import Activity, CaseStudy, Library, TrainingModule
from engine.fields import Choice, Model
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import Workshop
from engine.store.answers import HOLD
from engine.store.settings import WORKSHOP, put_setting, setting
from engine.workshop.problem import WorkshopProblem
from engine.workshop.typed import clean_line

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""For codes that are read from a board: nothing that looks like something else."""


class WorkshopContent(Model):
    """A workshop's own copy of what it runs on: a later edit of the content never changes it."""

    module: TrainingModule
    activities: dict[str, Activity]
    case_studies: dict[str, CaseStudy]
    handbook: dict[str, Choice] = PydanticField(default_factory=dict)

    def cases_of(self, activity: Activity) -> dict[str, CaseStudy]:
        """Give the case studies that an activity works on, in order; none where it has one sheet."""
        wanted = activity.worksheet.case_studies
        ids = self.case_studies if wanted == "all" else wanted
        return {i: self.case_studies[i] for i in ids if i in self.case_studies}


def new_code(length: int) -> str:
    """Make a code that can be read aloud."""
    return "".join(secrets.choice(CODE_LETTERS) for _place in range(length))


def copy_of(library: Library, module_id: str) -> WorkshopContent:
    """Copy what a workshop with this module needs: every sound activity and case.

    Raises:
        WorkshopProblem: there is no such module.
    """
    if module_id not in library.modules:
        raise WorkshopProblem(_("Choose a module."))
    return WorkshopContent(
        module=library.modules[module_id],
        activities=library.activities,
        case_studies=library.case_studies,
        handbook={item.id: item for item in library.handbook.items} if library.handbook else {},
    )


def open_workshop(
    server: Server,
    *,
    title: str,
    country: str,
    starts_on: date,
    ends_on: date,
    module_id: str,
    is_rehearsal: bool = False,
) -> Workshop:
    """Open a workshop and put it on the facilitator's screen.

    Raises:
        WorkshopProblem: a value is missing or does not fit.
    """
    title = clean_line(title, _("Give the workshop a title."), limit=120)
    country = clean_line(country, _("Say in which country it takes place."), limit=80)
    if ends_on < starts_on:
        raise WorkshopProblem(_("The last day is before the first day. Change one of the two."))
    workshop = Workshop(
        id=secrets.token_hex(8),
        title=title,
        country=country,
        starts_on=starts_on,
        ends_on=ends_on,
        module_id=module_id,
        join_code=new_code(6),
        content=copy_of(server.library, module_id).model_dump_json(by_alias=True),
        is_rehearsal=is_rehearsal,
        screen={},
    )
    with server.database.writing() as db:
        db.add(workshop)
        put_setting(db, WORKSHOP, workshop.id)
    return workshop


def content_of(server: Server, workshop_id: str) -> WorkshopContent:
    """Give a workshop's copy of the content; read once, then shared.

    Raises:
        WorkshopProblem: there is no such workshop.
    """
    if workshop_id not in server.copies:
        with server.database.reading() as db:
            text = db.scalar(select(Workshop.content).where(Workshop.id == workshop_id))
        if text is None:
            raise WorkshopProblem(gone())
        server.copies[workshop_id] = WorkshopContent.model_validate(_as_tuples(json.loads(text)))
    return server.copies[workshop_id]


def _as_tuples(data: Any) -> Any:
    """Give JSON as our YAML reader gives content: with tuples for lists, so that strict models take it."""
    if isinstance(data, dict):
        return {key: _as_tuples(value) for key, value in data.items()}
    return tuple(map(_as_tuples, data)) if isinstance(data, list) else data


def all_workshops(server: Server) -> list[Workshop]:
    """Give all workshops, the newest first."""
    with server.database.reading() as db:
        return list(db.scalars(select(Workshop).order_by(Workshop.created_at.desc(), Workshop.id)))


def workshop_by_id(server: Server, workshop_id: str) -> Workshop | None:
    """Give a workshop as the database has it now."""
    with server.database.reading() as db:
        return db.get(Workshop, workshop_id)


def workshop_on_screen(server: Server) -> Workshop | None:
    """Give the workshop that the facilitator has on the screen, or the newest."""
    with server.database.reading() as db:
        chosen = setting(db, WORKSHOP)
        newest = select(Workshop).order_by(Workshop.created_at.desc()).limit(1)
        return (db.get(Workshop, chosen) if chosen else None) or db.scalar(newest)


def put_on_screen(server: Server, workshop_id: str) -> None:
    """Choose the workshop that the facilitator has on the screen, on all their windows."""
    with server.database.writing() as db:
        put_setting(db, WORKSHOP, workshop_id)


def set_open(server: Server, workshop_id: str, is_open: bool) -> None:
    """Close a workshop (nobody joins, nothing is changed any more), or open it again."""
    with server.database.writing() as db:
        hold_workshop(db, workshop_id).is_open = is_open
    server.bus.publish(topics.room(workshop_id))


def hold_workshop(db: Session, workshop_id: str) -> Workshop:
    """Lock a workshop's row until the end of the transaction, so that facilitators act one after another.

    Raises:
        WorkshopProblem: there is no such workshop.
    """
    workshop = db.get(Workshop, workshop_id, with_for_update=HOLD)
    if workshop is None:
        raise WorkshopProblem(gone())
    return workshop


def gone() -> str:
    """Say that a workshop is not there."""
    return _("This workshop is no longer there. Choose another one.")
