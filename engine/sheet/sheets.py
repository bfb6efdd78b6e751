"""The sheets of a group in one activity, as whoever wants to show them finds them."""

from dataclasses import dataclass
from typing import Any

from engine.content import SHEET, Activity, CaseStudy
from engine.language import _
from engine.server import Server
from engine.store import Saved, WorkshopGroup
from engine.store.answers import newest_of_all
from engine.workshop import Seat, WorkshopProblem, content_of
from engine.workshop.sheet_state import sheet_state


@dataclass(frozen=True)
class Sheets:
    """The sheets of an activity that has begun, with what the group answered until now."""

    group: WorkshopGroup
    activity: Activity
    cases: dict[str, CaseStudy | None]
    """Sheet -> the case that it is about, in order; the one sheet of an activity without cases has none."""
    answers: dict[str, dict[str, Saved]]
    """Sheet -> field path -> answer."""
    state: dict[str, Any]
    """As `sheet_state` gives it."""


def sheets_of(server: Server, seat: Seat, activity_id: str = "") -> Sheets:
    """Find the sheets of somebody's group.

    Args:
        server: the running server.
        seat: who asks.
        activity_id: the activity; empty for the one that the room is at.

    Raises:
        WorkshopProblem: they sit in no group, or there is no such activity, or it has not begun.
    """
    content = content_of(server, seat.workshop.id)
    activity = content.activities.get(activity_id or seat.workshop.activity_id or "")
    if seat.group is None:
        raise WorkshopProblem(_("Choose your group first."))
    if activity is None:
        raise WorkshopProblem(_("The facilitator begins the next activity. This page then opens it by itself."))
    state = sheet_state(server, seat, activity.id)
    if state["is"] == "not_begun":
        raise WorkshopProblem(_("The facilitator has not begun this activity yet."))
    cases: dict[str, CaseStudy | None] = {**content.cases_of(activity)} or {SHEET: None}
    with server.database.read() as db:
        found = newest_of_all(db, seat.workshop.id, activity.id, group_id=seat.group.id)
    answers = {sheet: found.get((seat.group.id, sheet), {}) for sheet in cases}
    return Sheets(seat.group, activity, cases, answers, state)
