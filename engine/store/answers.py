"""Saved answers: appended, never changed; the newest row of a field counts, and stands as `CurrentAnswer` too."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Insert, Select, Table, bindparam, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from engine.store.tables import FROM_A_TAB, Answer, CurrentAnswer, Participant, WorkshopGroup


@dataclass(frozen=True)
class Place:
    """One sheet of one group: where an answer belongs."""

    workshop_id: str
    activity_id: str
    group_id: str
    sheet: str
    """A case study's id, or `sheet` where the activity has only one."""


@dataclass(frozen=True)
class Author:
    """The participant who saves an answer."""

    id: str
    name: str


@dataclass(frozen=True)
class Saved:
    """An answer as the database has it. Where there is none, `revision` is 0 and the rest is empty."""

    value: Any = None
    revision: int = 0
    saved_at: datetime | None = None
    author: str = ""


_KEY = ("workshop_id", "activity_id", "group_id", "sheet")
"""The columns of a `Place`, in both tables."""
_ANSWER, _CURRENT, _GROUP, _PERSON = (
    cast(Table, model.__table__) for model in (Answer, CurrentAnswer, WorkshopGroup, Participant)
)
"""Asked for as tables: SQLAlchemy takes twice as long for its classes, and these are asked with every answer."""
_APPEND = insert(_ANSWER).returning(_ANSWER.c.id, _ANSWER.c.saved_at)
_APPEND_MANY = insert(_ANSWER).returning(_ANSWER.c.id, _ANSWER.c.saved_at, sort_by_parameter_order=True)
_HOLD_GROUP = select(_GROUP.c.id).where(_GROUP.c.id == bindparam("id")).with_for_update(key_share=True)


def _in_field(table: Table) -> list[ColumnElement[bool]]:
    """The conditions that select one field of one sheet."""
    return [table.c[name] == bindparam(name) for name in (*_KEY, "field")]


def _put(dialect: Any) -> Insert:
    """Write what a field holds now. Its key and `first` stay, and an older revision never replaces a newer one."""
    put = dialect.insert(_CURRENT)
    new = {name: put.excluded[name] for name in ("value", "revision", "participant_id", "saved_at")}
    is_newer = put.excluded.revision > _CURRENT.c.revision
    key = list(_CURRENT.primary_key)
    return cast(Insert, put.on_conflict_do_update(index_elements=key, set_=new, where=is_newer))


_PUT = {"sqlite": _put(sqlite), "postgresql": _put(postgresql)}
_WITH_AUTHOR = _CURRENT.outerjoin(_PERSON, _PERSON.c.id == _CURRENT.c.participant_id)
_SAVED = (_CURRENT.c.value, _CURRENT.c.revision, _CURRENT.c.saved_at, func.coalesce(_PERSON.c.name, ""))
"""The columns of a `Saved`, in its order."""
_NOW = select(*_SAVED).select_from(_WITH_AUTHOR).where(*_in_field(_CURRENT))
_VERSION = select(_ANSWER.c.value).where(*_in_field(_ANSWER), _ANSWER.c.id == bindparam("id"))
_LAST_OF_TAB = (
    select(_ANSWER.c.id, _ANSWER.c.number)
    .where(FROM_A_TAB, _ANSWER.c.tab == bindparam("tab"), *_in_field(_ANSWER))
    .order_by(_ANSWER.c.number.desc())
    .limit(1)
)


def newest(db: Session, place: Place, under: str = "") -> dict[str, Saved]:
    """The current answers of a sheet: field path -> answer, in the order in which the fields were first used.

    Args:
        under: only this field path and those below it; all when empty.
    """
    here = [_CURRENT.c[name] == value for name, value in vars(place).items()]
    query = _newest_of(*here, *([_is_under(under)] if under else []))
    return {field: Saved(*saved) for _group, _sheet, field, *saved in db.execute(query)}


def newest_of_all(
    db: Session, workshop_id: str, activity_id: str, sheet: str | None = None, *, group_id: str | None = None
) -> dict[tuple[str, str], dict[str, Saved]]:
    """All groups' current answers, or those of one group: (group id, sheet) -> field path -> answer."""
    query = _newest_of(
        _CURRENT.c.workshop_id == workshop_id,
        _CURRENT.c.activity_id == activity_id,
        *([_CURRENT.c.sheet == sheet] if sheet else []),
        *([_CURRENT.c.group_id == group_id] if group_id else []),
    )
    found: dict[tuple[str, str], dict[str, Saved]] = {}
    for group, sheet_id, field, *saved in db.execute(query):
        found.setdefault((group, sheet_id), {})[field] = Saved(*saved)
    return found


def newer_than(
    db: Session, revision: int, workshop_id: str, activity_id: str, group_id: str
) -> list[tuple[str, str, Saved, str]]:
    """The current answers of a group in an activity that are later than a revision, the oldest first.

    Returns:
        (sheet, field path, answer, tab that sent it) each.
    """
    here = {"workshop_id": workshop_id, "activity_id": activity_id, "group_id": group_id}
    query = (
        select(_CURRENT.c.sheet, _CURRENT.c.field, *_SAVED, _ANSWER.c.tab)
        .select_from(_WITH_AUTHOR.join(_ANSWER, _ANSWER.c.id == _CURRENT.c.revision))
        .where(*(_CURRENT.c[name] == value for name, value in here.items()), _CURRENT.c.revision > revision)
        .order_by(_CURRENT.c.revision)
    )
    return [(sheet, field, Saved(*saved), tab) for sheet, field, *saved, tab in db.execute(query)]


def current(db: Session, place: Place, field: str) -> Saved:
    found = db.execute(_NOW, vars(place) | {"field": field}).first()
    return Saved(*found) if found else Saved()


def version(db: Session, place: Place, field: str, revision: int) -> Any:
    """What somebody saved in a field as this revision; None where that revision is of another field."""
    return db.scalar(_VERSION, vars(place) | {"field": field, "id": revision})


def last_of_tab(db: Session, place: Place, field: str, tab: str) -> tuple[int, int] | None:
    """The revision and the number of the last answer that a tab sent to a field."""
    found = db.execute(_LAST_OF_TAB, vars(place) | {"field": field, "tab": tab}).first()
    return (found.id, found.number) if found else None


def append(
    db: Session,
    place: Place,
    field: str,
    value: Any,
    *,
    author: Author | None = None,
    base: int = 0,
    tab: str = "",
    number: int = 0,
) -> Saved:
    """Write an answer; it is safe once the session's `write()` block has ended."""
    row = vars(place) | {"field": field, "value": value, "participant_id": author.id if author else None}
    revision, saved_at = db.execute(_APPEND, row | {"base": base, "tab": tab, "number": number}).one()
    db.execute(_put_for(db), _as_current(row, revision, saved_at))
    return Saved(value, revision, saved_at, author.name if author else "")


def append_many(db: Session, place: Place, values: Iterable[tuple[str, Any]]) -> None:
    """Write many answers without an author, for a rehearsal."""
    rows = [vars(place) | {"field": field, "value": value, "participant_id": None} for field, value in values]
    if rows:
        saved = db.execute(_APPEND_MANY, [row | {"base": 0} for row in rows]).all()
        db.execute(_put_for(db), [_as_current(row, *each) for row, each in zip(rows, saved, strict=True)])


def hold_group(db: Session, group_id: str) -> bool:
    """Lock a group until the end of the transaction, so that those who write in it come one after another.

    Returns:
        Whether the group is there.
    """
    return db.scalar(_HOLD_GROUP, {"id": group_id}) is not None


def on_sheet(place: Place) -> list[ColumnElement[bool]]:
    """The conditions that select the answers of one sheet, with their history."""
    return [_ANSWER.c[name] == value for name, value in vars(place).items()]


def _put_for(db: Session) -> Insert:
    return _PUT[db.get_bind().dialect.name]


def _as_current(row: dict[str, Any], revision: int, saved_at: datetime) -> dict[str, Any]:
    return row | {"revision": revision, "first": revision, "saved_at": saved_at}


def _is_under(path: str) -> ColumnElement[bool]:
    """The field itself and those below it. Compared exactly: to SQLite's LIKE the rows `ab1` and `AB1` are the same."""
    below = f"{path}/"
    return (_CURRENT.c.field == path) | (func.substr(_CURRENT.c.field, 1, len(below)) == below)


def _newest_of(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Select what fields hold now, in the order in which they were first filled in."""
    query = select(_CURRENT.c.group_id, _CURRENT.c.sheet, _CURRENT.c.field, *_SAVED)
    return query.select_from(_WITH_AUTHOR).where(*conditions).order_by(_CURRENT.c.first)
