"""A workshop's own copy of the content."""

import json
from typing import Any

from pydantic import Field as PydanticField
from sqlalchemy import select

from engine.content import Activity, CaseStudy, Deck, Library, TrainingModule
from engine.fields import Choice, Model
from engine.language import _
from engine.server import Server
from engine.store import Workshop
from engine.workshop.problem import WorkshopProblem, gone


class WorkshopContent(Model):
    """A workshop's own copy of what it runs on: a later edit of the content never changes it."""

    module: TrainingModule
    activities: dict[str, Activity]
    case_studies: dict[str, CaseStudy]
    handbook: dict[str, Choice] = PydanticField(default_factory=dict)
    decks: dict[str, Deck] = PydanticField(default_factory=dict)

    def cases_of(self, activity: Activity) -> dict[str, CaseStudy]:
        """Give the case studies that an activity works on, in order; none where it has one sheet."""
        wanted = activity.worksheet.case_studies
        ids = self.case_studies if wanted == "all" else wanted
        return {i: self.case_studies[i] for i in ids if i in self.case_studies}


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
        WorkshopProblem: there is no such workshop.
    """
    if workshop_id not in server.copies:
        with server.database.read() as db:
            text = db.scalar(select(Workshop.content).where(Workshop.id == workshop_id))
        if text is None:
            raise gone()
        server.copies[workshop_id] = WorkshopContent.model_validate(_as_tuples(json.loads(text)))
    return server.copies[workshop_id]


def _as_tuples(data: Any) -> Any:
    """Give JSON as our YAML reader gives content: with tuples for lists, so that strict models take it."""
    if isinstance(data, dict):
        return {key: _as_tuples(value) for key, value in data.items()}
    return tuple(map(_as_tuples, data)) if isinstance(data, list) else data
