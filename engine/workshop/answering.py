"""Saving answers, and handing in."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from engine.content import SHEET, Activity
from engine.fields import Field, Json, OpenTable, Text
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import Answer, BegunActivity, HandIn, Place, Saved, Workshop
from engine.store.answers import append, hold_group, newest, newest_of_all
from engine.workshop.merging import merged
from engine.workshop.opening import WorkshopContent, content_of
from engine.workshop.people import Seat
from engine.workshop.problem import WorkshopProblem


@dataclass(frozen=True)
class Outcome:
    """What became of an answer."""

    saved: Saved
    """What the field holds now."""
    mine: int
    """The revision of what this author sent; differs from `saved` where two texts were merged."""


def part_of(activity: Activity, path: str) -> str:
    """Give the part of a sheet that is drawn together: a field, an open table, a row of a fixed table."""
    head = path.partition("/")[0]
    is_open = any(f.id == head and isinstance(f, OpenTable) for f in activity.worksheet.fields)
    return head if is_open else "/".join(path.split("/")[:2])


def save_answer(
    server: Server, seat: Seat, activity_id: str, sheet: str, path: str, value: Json, base: int = 0
) -> Outcome:
    """Save what somebody answered in one field; on return it survives a power cut.

    Args:
        server: the running server.
        seat: who answers; the answer is their group's.
        activity_id: the activity.
        sheet: the case study's id, or `sheet`.
        path: the field path, such as `indicators/violence/status`.
        value: the answer.
        base: the revision that the author had before them. Two texts with one base are merged.

    Raises:
        WorkshopProblem: the sheet cannot be written now.
        AnswerProblem: the value does not fit the field.
    """
    content = content_of(server, seat.workshop.id)
    activity, field = _find(content, activity_id, sheet, path)
    case = content.case_studies.get(sheet)
    value = field.check(value, sentences=len(case.sentences) if case else 0)
    if seat.group is None:
        raise WorkshopProblem(_("Choose your group first. Your text is still here."))
    place = Place(seat.workshop.id, activity_id, seat.group.id, sheet)
    with server.database.writing() as db:
        hold_group(db, seat.group.id)
        _refuse_if_shut(db, place)
        outcome = _write(db, place, field, path, value, base, seat.participant.id)
    _tell(server, place, part_of(activity, path))
    return outcome


def _find(content: WorkshopContent, activity_id: str, sheet: str, path: str) -> tuple[Activity, Field]:
    activity = content.activities.get(activity_id)
    field = activity.worksheet.field_at(path) if activity else None
    if activity is None or field is None or sheet not in (list(content.cases_of(activity)) or [SHEET]):
        raise WorkshopProblem(_("This field is not on the sheet. Reload the page; your text is still here."))
    return activity, field


def _refuse_if_shut(db: Session, place: Place) -> None:
    workshop = db.get(Workshop, place.workshop_id)
    begun = db.get(BegunActivity, (place.workshop_id, place.activity_id))
    if workshop is None or not workshop.is_open:
        raise WorkshopProblem(_("This workshop is closed, so this was not saved. Your text is still here."))
    if begun is None or begun.ended_at:
        raise WorkshopProblem(_("The facilitator has ended this activity, so this was not saved. Ask to go back to it."))
    if db.get(HandIn, (place.workshop_id, place.activity_id, place.group_id)):
        raise WorkshopProblem(_("Your group has handed in this sheet, so this was not saved. Take it back first."))


def _write(
    db: Session, place: Place, field: Field, path: str, value: Json, base: int, author: str
) -> Outcome:
    now = newest(db, place, path).get(path, Saved())
    if now.revision and now.value == value:
        return Outcome(now, now.revision)
    mine = append(db, place, path, value, participant_id=author, base=base)
    if not isinstance(field, Text) or now.revision in (0, base):
        return Outcome(mine, mine.revision)
    seen = db.get(Answer, base) if base else None
    before = seen.value if seen is not None and seen.field == path and seen.group_id == place.group_id else ""
    both = merged(before, now.value, value)
    if both == value:
        return Outcome(mine, mine.revision)
    return Outcome(append(db, place, path, both, participant_id=author, base=mine.revision), mine.revision)


def _tell(server: Server, place: Place, part: str) -> None:
    server.bus.publish(
        topics.sheet(place.workshop_id, place.group_id, place.activity_id, place.sheet, part),
        topics.plenary(place.workshop_id, place.activity_id),
        topics.progress(place.workshop_id),
    )


def answers_on(server: Server, place: Place, under: str = "") -> dict[str, Saved]:
    """Give the current answers of a sheet, or of the part `under` a field path."""
    with server.database.reading() as db:
        return newest(db, place, under)


def rows_of(table: OpenTable, answers: dict[str, Saved]) -> list[str]:
    """Give the ids of the rows that an open table has now, in the order in which they were added."""
    marks = {path.split("/")[1]: saved for path, saved in answers.items() if path.startswith(f"{table.id}/")}
    removed = {path.split("/")[1] for path, saved in answers.items() if path.count("/") == 1 and saved.value is False}
    return [row for row in marks if row not in removed]


def hand_in(server: Server, seat: Seat, activity_id: str) -> None:
    """Close the group's worksheet of an activity, all its sheets at once."""
    _set_hand_in(server, seat, activity_id, handed_in=True)


def take_back(server: Server, seat: Seat, activity_id: str) -> None:
    """Open the group's worksheet again."""
    _set_hand_in(server, seat, activity_id, handed_in=False)


def _set_hand_in(server: Server, seat: Seat, activity_id: str, *, handed_in: bool) -> None:
    if seat.group is None:
        raise WorkshopProblem(_("Choose your group first."))
    with server.database.writing() as db:
        hold_group(db, seat.group.id)
        row = db.get(HandIn, (seat.workshop.id, activity_id, seat.group.id))
        begun = db.get(BegunActivity, (seat.workshop.id, activity_id))
        workshop = db.get(Workshop, seat.workshop.id)
        if begun is None or begun.ended_at or workshop is None or not workshop.is_open:
            raise WorkshopProblem(_("The facilitator has ended this activity. Ask to go back to it."))
        if handed_in and row is None:
            db.add(
                HandIn(
                    workshop_id=seat.workshop.id,
                    activity_id=activity_id,
                    group_id=seat.group.id,
                    participant_id=seat.participant.id,
                )
            )
        if not handed_in and row is not None:
            db.delete(row)
    server.bus.publish(topics.room(seat.workshop.id), topics.progress(seat.workshop.id))


def unanswered(activity: Activity, answers: dict[str, Saved]) -> list[tuple[str, Field]]:
    """Give the places of a sheet that still want an answer, as (field path, field)."""
    missing = []
    for path, field in activity.worksheet.leaves():
        prefix = path.rpartition("/")[0]
        siblings = {
            p.rpartition("/")[2]: saved.value for p, saved in answers.items() if p.rpartition("/")[0] == prefix
        }
        if field.is_required(siblings) and field.is_empty(answers.get(path, Saved()).value):
            missing.append((path, field))
    return missing


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
    with server.database.reading() as db:
        everything = newest_of_all(db, workshop_id, activity_id)
    found: dict[str, Progress] = {}
    for group_id in {group for group, _sheet in everything}:
        mine = {sheet: everything.get((group_id, sheet), {}) for sheet in sheets}
        filled, wanted = map(sum, zip(*(_count(activity, answers) for answers in mine.values()), strict=True))
        last = max((s for answers in mine.values() for s in answers.values()), key=lambda s: s.revision, default=Saved())
        found[group_id] = Progress(filled, wanted, sum(map(bool, mine.values())), len(sheets), last)
    return found


def _count(activity: Activity, answers: dict[str, Saved]) -> tuple[int, int]:
    missing = len(unanswered(activity, answers))
    wanted = sum(1 for _path, field in activity.worksheet.leaves() if field.required)
    return max(wanted - missing, 0), wanted
