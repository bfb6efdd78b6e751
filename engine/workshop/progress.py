"""How far groups are with their sheets."""

from dataclasses import dataclass

from engine.content import SHEET, Activity
from engine.fields import Field, Json
from engine.server import Server
from engine.store import Saved
from engine.store.answers import newest_of_all
from engine.workshop.own_content import content_of


@dataclass(frozen=True)
class Progress:
    """How far a group is in an activity: how many answers are wanted, and how many of them are there."""

    filled: int
    wanted: int
    sheets_begun: int
    sheets: int
    last: Saved


def progress_of(server: Server, workshop_id: str, activity_id: str) -> dict[str, Progress]:
    """Group id -> how far it is, for the groups that have written something."""
    content = content_of(server, workshop_id)
    activity = content.activities[activity_id]
    sheets = list(content.cases_of(activity)) or [SHEET]
    with server.database.read() as db:
        everything = newest_of_all(db, workshop_id, activity_id)
    groups = {group for group, _sheet in everything}
    return {g: _progress(activity, [everything.get((g, sheet), {}) for sheet in sheets]) for g in groups}


def _progress(activity: Activity, sheets: list[dict[str, Saved]]) -> Progress:
    wanted = missing = 0
    for answers in sheets:
        places = _wanted(activity, answers)
        wanted += len(places)
        missing += sum(_is_missing(answers, path, field) for path, field in places)
    everything = (saved for answers in sheets for saved in answers.values())
    last = max(everything, key=lambda saved: saved.revision, default=Saved())
    return Progress(wanted - missing, wanted, sum(map(bool, sheets)), len(sheets), last)


def unanswered(activity: Activity, answers: dict[str, Saved]) -> list[tuple[str, Field]]:
    """The places of a sheet that still want an answer, as (field path, field).

    These are the required fields, those that are required because of what was answered beside them,
    and the required cells of the rows that the group added.
    """
    return [(p, field) for p, field in _wanted(activity, answers) if _is_missing(answers, p, field)]


def _wanted(activity: Activity, answers: dict[str, Saved]) -> list[tuple[str, Field]]:
    beside: dict[str, dict[str, Json]] = {}
    for path, saved in answers.items():
        row, _slash, cell = path.rpartition("/")
        beside.setdefault(row, {})[cell] = saved.value
    places = activity.worksheet.places(answers)
    return [(path, field) for path, field in places if field.is_required(beside.get(path.rpartition("/")[0], {}))]


def _is_missing(answers: dict[str, Saved], path: str, field: Field) -> bool:
    return field.is_empty(answers.get(path, Saved()).value)
