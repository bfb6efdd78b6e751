"""How far groups are with their sheets."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.content import SHEET, Activity
from engine.fields import Field, Json, OpenTable
from engine.server import Server
from engine.store import Saved
from engine.store.answers import newest_of_all
from engine.workshop.own_content import content_of


@dataclass(frozen=True)
class Progress:
    """How far a group is in an activity: of the places that want an answer, how many have one."""

    filled: int
    wanted: int
    sheets_begun: int
    sheets: int
    last: Saved


def progress_of(server: Server, workshop_id: str, activity_id: str) -> dict[str, Progress]:
    """Give how far each group that wrote something is, by group id."""
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
    """Give the places of a sheet that still want an answer, as (field path, field).

    These are the required fields, those that are required because of what was answered beside them,
    and the required cells of the rows that the group added.
    """
    return [(p, field) for p, field in _wanted(activity, answers) if _is_missing(answers, p, field)]


def rows_of(table: OpenTable, answers: dict[str, Saved]) -> list[str]:
    """Give the ids of the rows that an open table has now, in the order in which they were added.

    A row that somebody wrote in after another removed it is there again: nobody knew of the other.
    """
    return [row for row, cells in _cells_of(table, answers).items() if not _is_removed(table, row, answers, cells)]


def removed_row(table: OpenTable, answers: dict[str, Saved]) -> str | None:
    """Give the row that was removed last of those that had something in them; None when there is none."""
    removed = {
        row: answers[f"{table.id}/{row}"].revision
        for row, cells in _cells_of(table, answers).items()
        if _is_removed(table, row, answers, cells) and any(cell.value not in (None, "", []) for cell in cells)
    }
    return max(removed, key=removed.__getitem__, default=None)


def _cells_of(table: OpenTable, answers: dict[str, Saved]) -> dict[str, list[Saved]]:
    """Give what stands in each row that the table ever had."""
    rows: dict[str, list[Saved]] = {}
    for path, saved in answers.items():
        head, _slash, below = path.partition("/")
        if head == table.id and below:
            row, slash, _cell = below.partition("/")
            rows.setdefault(row, []).extend([saved] if slash else [])
    return rows


def _is_removed(table: OpenTable, row: str, answers: dict[str, Saved], cells: list[Saved]) -> bool:
    mark = answers.get(f"{table.id}/{row}", Saved())
    return mark.value is False and all(cell.revision <= mark.revision for cell in cells)


def _wanted(activity: Activity, answers: dict[str, Saved]) -> list[tuple[str, Field]]:
    beside: dict[str, dict[str, Json]] = {}
    for path, saved in answers.items():
        row, _slash, cell = path.rpartition("/")
        beside.setdefault(row, {})[cell] = saved.value
    places = _places(activity, answers)
    return [(path, field) for path, field in places if field.is_required(beside.get(path.rpartition("/")[0], {}))]


def _places(activity: Activity, answers: dict[str, Saved]) -> Iterator[tuple[str, Field]]:
    """Give every place that can hold an answer now, as (field path, field), in the order of the sheet."""
    for field in activity.worksheet.fields:
        if isinstance(field, OpenTable):
            for row in rows_of(field, answers):
                yield from ((f"{field.id}/{row}/{column.id}", column) for column in field.columns)
        else:
            yield from field.leaves()


def _is_missing(answers: dict[str, Saved], path: str, field: Field) -> bool:
    return field.is_empty(answers.get(path, Saved()).value)
