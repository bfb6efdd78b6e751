"""Puts a value into a field, beside what others put there meanwhile."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from engine.fields import Field, Json, LongText, Text
from engine.store import Answer, Place, Saved
from engine.store.answers import append, newest
from engine.workshop.merging import edits, merged


@dataclass(frozen=True)
class Outcome:
    """What became of an answer."""

    saved: Saved
    """What the field holds now."""
    mine: int
    """The revision of what this author sent; differs from `saved` where two texts were merged."""


def write(db: Session, place: Place, field: Field, path: str, value: Json, base: int, author: str) -> Outcome:
    """Save a value; of a choice the last one counts, and two texts with one base are merged."""
    now = newest(db, place, path).get(path, Saved())
    if now.revision and now.value == value:
        return Outcome(now, now.revision)
    base = base if 0 <= base <= now.revision else 0
    if not isinstance(field, Text) or now.revision in (0, base):
        mine = append(db, place, path, value, participant_id=author, base=base)
        return Outcome(mine, mine.revision)
    return _write_beside(db, _Sent(place, field, path, value, base, author), now)


@dataclass(frozen=True)
class _Sent:
    """A text that somebody sent without having seen the newest one."""

    place: Place
    field: Text
    path: str
    text: str
    base: int
    author: str


def _write_beside(db: Session, sent: _Sent, now: Saved) -> Outcome:
    """Merge a text into a newer one; both stay in the history as they were sent."""
    before = _grown_from(db, sent)
    mine = append(db, sent.place, sent.path, sent.text, participant_id=sent.author, base=sent.base)
    both = merged(before, now.value, sent.text, "\n\n" if isinstance(sent.field, LongText) else " / ")
    if both == sent.text:
        return Outcome(mine, mine.revision)
    kept = append(db, sent.place, sent.path, both, participant_id=sent.author, base=-mine.revision)
    return Outcome(kept, mine.revision)


def _grown_from(db: Session, sent: _Sent) -> str:
    """Give the text from which the author went on: what they had before them, or sent since without a reply.

    There is no reply when the line breaks, or when the tab is left while a text is on its way.
    """
    before = db.scalar(select(Answer.value).where(*_rows(sent), Answer.id == sent.base)) or ""
    without_reply = select(Answer.value).where(
        *_rows(sent), Answer.participant_id == sent.author, Answer.base == sent.base, Answer.id > sent.base
    )
    for text in db.scalars(without_reply.order_by(Answer.id.desc())):
        if all(edit.text in sent.text for edit in edits(before, text)):
            return text
    return before


def _rows(sent: _Sent) -> list[ColumnElement[bool]]:
    return [
        Answer.workshop_id == sent.place.workshop_id,
        Answer.activity_id == sent.place.activity_id,
        Answer.group_id == sent.place.group_id,
        Answer.case_study_id == sent.place.sheet,
        Answer.field == sent.path,
    ]
