"""A workshop's own copy of the content."""

import json
import logging
from typing import Any

from sqlalchemy import select

from engine.content import Activity, CaseStudy, Deck, Library, TrainingModule
from engine.fields import Choice, Model
from engine.language import _
from engine.server import Server
from engine.store import Workshop
from engine.workshop.copy_format import FORMAT, upgraded
from engine.workshop.problem import WorkshopProblem, gone

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
        """Give the case studies that an activity works on, in order; none where it has one sheet."""
        wanted = activity.worksheet.case_studies
        ids = self.case_studies if wanted == "all" else wanted
        return {i: self.case_studies[i] for i in ids if i in self.case_studies}

    def as_stored(self) -> str:
        """Give the text that is stored; of equal copies it is the same."""
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


def content_of(server: Server, workshop_id: str) -> WorkshopContent:
    """Give a workshop's copy of the content; read once, then shared.

    Raises:
        WorkshopProblem: there is no such workshop, or its copy cannot be read.
    """
    if workshop_id not in server.copies:
        with server.database.read() as db:
            text = db.scalar(select(Workshop.content).where(Workshop.id == workshop_id))
        if text is None:
            raise gone()
        server.copies[workshop_id] = read_copy(text)
    return server.copies[workshop_id]


def read_copy(text: str) -> WorkshopContent:
    """Read a copy as it was stored, by this program or by an earlier one.

    Raises:
        WorkshopProblem: a newer program stored it, or it is damaged.
    """
    try:
        return WorkshopContent.model_validate(_as_tuples(upgraded(json.loads(text))))
    except WorkshopProblem:
        raise
    except Exception as fault:  # whatever can be wrong with a text that nobody should have touched
        log.exception("a workshop's copy of the content cannot be read")
        raise WorkshopProblem(
            _(
                "The content of this workshop is damaged and cannot be read. "
                "Choose another workshop, or put back an earlier copy of the database."
            )
        ) from fault


def _as_tuples(data: Any) -> Any:
    """Give JSON as our YAML reader gives content: with tuples for lists, so that strict models take it."""
    if isinstance(data, dict):
        return {key: _as_tuples(value) for key, value in data.items()}
    return tuple(map(_as_tuples, data)) if isinstance(data, list) else data
