"""Puts a value into a field, beside what others put there meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from engine.fields import Field, Json, LongText, Text
from engine.store import Answer, Participant, Place, Saved
from engine.store.answers import append, current, on_sheet
from engine.workshop.merging import merged, removed


@dataclass(frozen=True)
class Outcome:
    """What became of an answer."""

    saved: Saved
    """What the field holds now."""
    mine: int
    """The revision of what this author sent; differs from `saved` where two texts were merged."""


def write(db: Session, place: Place, field: Field, path: str, value: Json, base: int, author: Participant) -> Outcome:
    """Save a value; of a choice the last one counts, and two texts with one base are merged."""
    now = current(db, place, path)
    if now.revision and now.value == value:
        return Outcome(now, now.revision)
    base = base if 0 <= base <= now.revision else 0
    if not isinstance(field, Text) or now.revision in (0, base):
        mine = append(db, place, path, value, author=author, base=base)
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
    author: Participant


def _write_beside(db: Session, sent: _Sent, now: Saved) -> Outcome:
    """Merge a text into a newer one; both stay in the history as they were sent."""
    here = select(Answer.id, Answer.value).where(*on_sheet(sent.place), Answer.field == sent.path)
    seen = db.execute(here.where(Answer.id == sent.base)).first()
    before = seen.value if seen else ""
    if earlier := sent_earlier(db.execute(_without_reply(here, sent)), before, sent.text):
        before = earlier.value
        if not removed(sent.text, before):  # it has nothing that is not there
            return Outcome(now, earlier.id)
    mine = append(db, sent.place, sent.path, sent.text, author=sent.author, base=sent.base)
    both = merged(before, now.value, sent.text, "\n\n" if isinstance(sent.field, LongText) else " / ")
    if both == sent.text:
        return Outcome(mine, mine.revision)
    kept = append(db, sent.place, sent.path, both, author=sent.author, base=-mine.revision)
    return Outcome(kept, mine.revision)


def _without_reply(here: Select[Any], sent: _Sent) -> Select[Any]:
    """Select what the author sent already from the same base, newest first: they had no reply to it.

    The line broke, or they left the tab while a text was on its way and sent it again.
    """
    theirs = here.where(Answer.participant_id == sent.author.id, Answer.base == sent.base)
    return theirs.order_by(Answer.id.desc()).limit(3)


def sent_earlier(rows: Iterable[Row[Any]], before: str, text: str) -> Row[Any] | None:
    """Find the row from which the author went on to `text`: little of what it added is gone again."""
    for row in rows:
        if 3 * removed(row.value, text) <= removed(row.value, before):
            return row
    return None
