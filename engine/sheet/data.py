"""What a browser must know of one activity's worksheet: its content, what the group answered, and how things stand."""

from dataclasses import replace
from typing import Any

from engine.content import SHEET, Activity, CaseStudy
from engine.fields import Field
from engine.language import _, direction, language
from engine.live import topics
from engine.server import Server
from engine.sheet.words import words
from engine.store import Saved
from engine.workshop import Seat, WorkshopContent, WorkshopProblem, answers_on, content_of, participants_of
from engine.workshop.sheet_state import sheet_state

MOST_SHOWN = 64
"""Activities of copies of the content that stay in memory, ready for a browser."""
_shown: dict[tuple[str, str], dict[str, Any]] = {}
"""(copy id, activity id) -> the content of its worksheet. A copy never changes."""


def sheet_data(server: Server, seat: Seat, activity_id: str = "") -> dict[str, Any]:
    """Everything that a browser needs to draw the sheets of a group in an activity, and to go on from there, as JSON.

    Args:
        server: the running server.
        seat: who has the sheet on the screen.
        activity_id: the activity; empty for the one that the room is at.

    Raises:
        WorkshopProblem: they sit in no group, or there is no such activity, or it has not begun.
    """
    since = server.bus.mark()
    content = content_of(server, seat.workshop.id)
    activity = content.activities.get(activity_id or seat.workshop.activity_id or "")
    if seat.group is None:
        raise WorkshopProblem(_("Choose your group first."))
    if activity is None:
        raise WorkshopProblem(_("The facilitator begins the next activity. This page then opens it by itself."))
    state = sheet_state(server, seat, activity.id)
    if state["is"] == "not_begun":
        raise WorkshopProblem(_("The facilitator has not begun this activity yet."))
    people = [each for each in participants_of(server, seat.workshop.id) if each.group_id == seat.group.id]
    answers = _answers(server, seat, content, activity)
    return {
        "place": {"group": seat.group.id, "activity": activity.id},
        "group": seat.group.name,
        "me": seat.participant.name,
        "seat": seat.participant.id,
        "people": [each.name for each in people],
        **_content_part(server, seat.workshop.id, content, activity),
        "answers": {sheet: {path: _answer(saved) for path, saved in on.items()} for sheet, on in answers.items()},
        "revision": max((saved.revision for on in answers.values() for saved in on.values()), default=0),
        "state": state,
        "since": since,
        "topics": _topics(seat.workshop.id, seat.group.id, activity.id),
        "words": words(),
        "language": language(),
        "dir": direction(),
    }


def _answers(server: Server, seat: Seat, content: WorkshopContent, activity: Activity) -> dict[str, dict[str, Saved]]:
    sheets = list(content.cases_of(activity)) or [SHEET]
    place = seat.place(activity.id, SHEET)
    return {sheet: answers_on(server, replace(place, sheet=sheet)) for sheet in sheets}


def _answer(saved: Saved) -> dict[str, Any]:
    return {
        "value": saved.value,
        "revision": saved.revision,
        "saved_at": saved.saved_at.isoformat() if saved.saved_at else "",
        "author": saved.author,
    }


def _topics(workshop_id: str, group_id: str, activity_id: str) -> list[str]:
    return [
        topics.sheet(workshop_id, group_id, activity_id),
        topics.lock(workshop_id, group_id),
        topics.room(workshop_id),
        topics.people(workshop_id),
    ]


def _content_part(server: Server, workshop_id: str, content: WorkshopContent, activity: Activity) -> dict[str, Any]:
    key = (server.copy_ids[workshop_id], activity.id)
    if key not in _shown:
        _shown[key] = _content(content, activity)
        for old in list(_shown)[:-MOST_SHOWN]:
            _shown.pop(old, None)
    return _shown[key]


def _content(content: WorkshopContent, activity: Activity) -> dict[str, Any]:
    cases = content.cases_of(activity).values()
    return {
        "title": activity.title,
        "instruction": activity.instruction,
        "minutes": activity.minutes,
        "steps": [{"do": step.do, "minutes": step.minutes} for step in activity.steps],
        "sheets": [{"id": case.id, "case": _case(case)} for case in cases] or [{"id": SHEET, "case": None}],
        "fields": [_field(field) for field in activity.worksheet.fields],
    }


def _case(case: CaseStudy) -> dict[str, Any]:
    return case.model_dump(mode="json", include={"number", "country", "title", "source", "paragraphs"})


def _field(field: Field) -> dict[str, Any]:
    """A field, with what a screen asks of its class."""
    found = field.model_dump(mode="json")
    if field.is_typed:
        found["limit"] = field.limit
    if marks := field.marks():
        found["marks"] = marks
    if columns := field.within():
        found["columns"] = [_field(column) for column in columns]
    return found
