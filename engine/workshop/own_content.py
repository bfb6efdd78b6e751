"""A workshop's own copy of the content."""

import json
import logging
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.content import Activity, CaseStudy, Deck, Library, TrainingModule
from engine.fields import Choice, Model
from engine.language import _
from engine.server import Server
from engine.store import ContentCopy, Workshop
from engine.store.inserting import insert
from engine.workshop.copy_format import FORMAT, upgraded
from engine.workshop.problem import WorkshopProblem, gone

MOST_COPIES = 8
"""How many copies a server holds in memory, 1.3 MB each. Another one is read again when it is wanted."""
log = logging.getLogger(__name__)


class WorkshopContent(Model):
    """A workshop's own copy of what it runs on: a later edit of the content never changes it.

    It is stored: a change of its shape, at whatever depth, needs a new `FORMAT`, see CONTRIBUTING.
    """

    format: int = FORMAT
    module: TrainingModule
    activities: dict[str, Activity]
    case_studies: dict[str, CaseStudy]
    handbook: dict[str, Choice]
    decks: dict[str, Deck]

    def cases_of(self, activity: Activity) -> dict[str, CaseStudy]:
        """The case studies that an activity works on, in order; none where it has only one sheet."""
        wanted = activity.worksheet.case_studies
        ids = self.case_studies if wanted == "all" else wanted
        return {i: self.case_studies[i] for i in ids if i in self.case_studies}

    def as_stored(self) -> str:
        """The text that is stored; equal copies have equal texts."""
        return self.model_dump_json(by_alias=True)


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
        decks=library.decks,
    )


def keep_copy(db: Session, text: str) -> str:
    """Store a copy, unless an equal one is there. Returns its id."""
    copy_id = sha256(text.encode()).hexdigest()
    db.execute(insert(db, ContentCopy).values(id=copy_id, text=text).on_conflict_do_nothing())
    return copy_id


def content_of(server: Server, workshop_id: str) -> WorkshopContent:
    """A workshop's copy of the content. It is read once, then shared by all workshops that have the same.

    Raises:
        WorkshopProblem: there is no such workshop, or its copy cannot be read.
    """
    copy_id = server.copy_ids.get(workshop_id) or _copy_id(server, workshop_id)
    return server.copies.get(copy_id) or _load(server, copy_id)


def _copy_id(server: Server, workshop_id: str) -> str:
    with server.database.read() as db:
        copy_id = db.scalar(select(Workshop.copy_id).where(Workshop.id == workshop_id))
    if copy_id is None:
        raise gone()
    server.copy_ids[workshop_id] = copy_id
    return copy_id


def _load(server: Server, copy_id: str) -> WorkshopContent:
    """Read a copy and hold it in memory; when there are too many, drop the one that was read longest ago."""
    with server.database.read() as db:
        content = read_copy(db.get_one(ContentCopy, copy_id).text)
    server.copies[copy_id] = content
    for old in list(server.copies)[:-MOST_COPIES]:
        server.copies.pop(old, None)
    return content


def read_copy(text: str) -> WorkshopContent:
    """Read a copy as it was stored, by this program or by an earlier one.

    Raises:
        WorkshopProblem: a newer program stored it, or it is damaged.
    """
    try:
        return WorkshopContent.model_validate(_as_tuples(upgraded(json.loads(text))))
    except WorkshopProblem:
        raise
    except Exception as fault:  # a damaged text can be wrong in any way
        log.exception("a workshop's copy of the content cannot be read")
        raise WorkshopProblem(
            _(
                "The content of this workshop is damaged and cannot be read. "
                "Choose another workshop, or put back an earlier copy of the database."
            )
        ) from fault


def _as_tuples(data: Any) -> Any:
    """JSON with tuples for lists, as our YAML reader makes them: strict models take no lists."""
    if isinstance(data, dict):
        return {key: _as_tuples(value) for key, value in data.items()}
    return tuple(map(_as_tuples, data)) if isinstance(data, list) else data
