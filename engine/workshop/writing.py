"""Puts a value into a field, beside what others put there meanwhile."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.fields import Field, Json, LongText, Text
from engine.store import Answer, Place, Saved
from engine.store.answers import append, newest, on_sheet
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
    revision, before = _grown_from(db, sent)
    if sent.text == before:
        return Outcome(now, revision)
    mine = append(db, sent.place, sent.path, sent.text, participant_id=sent.author, base=sent.base)
    both = merged(before, now.value, sent.text, "\n\n" if isinstance(sent.field, LongText) else " / ")
    if both == sent.text:
        return Outcome(mine, mine.revision)
    kept = append(db, sent.place, sent.path, both, participant_id=sent.author, base=-mine.revision)
    return Outcome(kept, mine.revision)


def _grown_from(db: Session, sent: _Sent) -> tuple[int, str]:
    """Give what the author went on from, with its revision: what they saw, or what they sent after it.

    They may have had no reply to that: the line broke, or they left the tab while it was on its way.
    """
    here = select(Answer.id, Answer.value).where(*on_sheet(sent.place), Answer.field == sent.path)
    seen = db.execute(here.where(Answer.id == sent.base)).first()
    revision, before = seen or (0, "")
    without_reply = here.where(Answer.participant_id == sent.author, Answer.base == sent.base)
    for row in db.execute(without_reply.where(Answer.id > sent.base).order_by(Answer.id.desc())):
        if all(edit.text in sent.text for edit in edits(before, row.value)):
            return row.id, row.value
    return revision, before
