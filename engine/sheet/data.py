"""What a browser must know of one activity's worksheet: its content, what the group answered, and how things stand."""

from typing import Any

from engine.content import CaseStudy
from engine.fields import Field
from engine.language import direction, language
from engine.live import topics
from engine.server import Server
from engine.sheet.sheets import Sheets, sheets_of
from engine.sheet.words import words
from engine.store import Saved
from engine.workshop import Seat, participants_of
from engine.workshop.state import GRACE

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
    found = sheets_of(server, seat, activity_id)
    people = [each for each in participants_of(server, seat.workshop.id) if each.group_id == found.group.id]
    answers = found.answers
    return {
        "place": {"group": found.group.id, "activity": found.activity.id},
        "group": found.group.name,
        "me": seat.participant.name,
        "seat": seat.participant.id,
        "people": [each.name for each in people],
        **_content_part(server.copy_ids[seat.workshop.id], found),
        "answers": {sheet: {path: _answer(saved) for path, saved in on.items()} for sheet, on in answers.items()},
        "revision": max((saved.revision for on in answers.values() for saved in on.values()), default=0),
        "state": found.state,
        "grace": GRACE.seconds,
        "since": since,
        "topics": _topics(seat.workshop.id, found.group.id, found.activity.id),
        "words": words(),
        "language": language(),
        "dir": direction(),
    }


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
    ]


def _content_part(copy_id: str, found: Sheets) -> dict[str, Any]:
    key = (copy_id, found.activity.id)
    if key not in _shown:
        _shown[key] = _content(found)
        for old in list(_shown)[:-MOST_SHOWN]:
            _shown.pop(old, None)
    return _shown[key]


def _content(found: Sheets) -> dict[str, Any]:
    activity = found.activity
    return {
        "title": activity.title,
        "instruction": activity.instruction,
        "minutes": activity.minutes,
        "steps": [{"do": step.do, "minutes": step.minutes} for step in activity.steps],
        "sheets": [{"id": sheet, "case": _case(case) if case else None} for sheet, case in found.cases.items()],
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
