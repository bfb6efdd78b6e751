"""Puts a value into a field, beside what others put there meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from engine.fields import Field, Json
from engine.fields.merging import removed
from engine.store import Answer, Participant, Place, Saved
from engine.store.answers import append, current, on_sheet


@dataclass(frozen=True)
class Outcome:
    """What became of an answer."""

    saved: Saved
    """What the field holds now."""
    mine: int
    """The revision of what this author sent; differs from `saved` where two texts were merged."""


@dataclass(frozen=True)
class SentAnswer:
    """An answer as it came from a screen."""

    place: Place
    field: Field
    path: str
    value: Json
    base: int
    """The revision that its author saw, 0 for none."""
    author: Participant


def write(db: Session, sent: SentAnswer) -> Outcome:
    """Save a value beside what others saved meanwhile: two texts are merged, picks are put together."""
    now = current(db, sent.place, sent.path)
    if now.revision and now.value == sent.value and not sent.field.is_mark:
        return Outcome(now, now.revision)
    sent = sent if 0 <= sent.base <= now.revision else replace(sent, base=0)
    if now.revision in (0, sent.base):
        mine = _append(db, sent)
        return Outcome(mine, mine.revision)
    seen = db.execute(_here(sent).where(Answer.id == sent.base)).first()
    before = seen.value if seen else None
    if sent.field.is_typed and (earlier := sent_earlier(db.execute(_without_reply(sent)), before or "", sent.value)):
        before = earlier.value
        if not removed(sent.value, before):  # it has nothing that is not there
            return Outcome(now, earlier.id)
    return _keep_both(db, sent, sent.field.together(before, now.value, sent.value))


def _keep_both(db: Session, sent: SentAnswer, both: Json) -> Outcome:
    """Note what was sent, and what the field holds with it when that is something else."""
    mine = _append(db, sent)
    if both == sent.value:
        return Outcome(mine, mine.revision)
    kept = append(db, sent.place, sent.path, both, author=sent.author, base=-mine.revision)
    return Outcome(kept, mine.revision)


def _append(db: Session, sent: SentAnswer) -> Saved:
    return append(db, sent.place, sent.path, sent.value, author=sent.author, base=sent.base)


def _here(sent: SentAnswer) -> Select[Any]:
    return select(Answer.id, Answer.value).where(*on_sheet(sent.place), Answer.field == sent.path)


def _without_reply(sent: SentAnswer) -> Select[Any]:
    """Select what the author sent already from the same base, newest first: they had no reply to it.

    The line broke, or they left the tab while a text was on its way and sent it again.
    """
    theirs = _here(sent).where(Answer.participant_id == sent.author.id, Answer.base == sent.base)
    return theirs.order_by(Answer.id.desc()).limit(3)


def sent_earlier(rows: Iterable[Row[Any]], before: str, text: str) -> Row[Any] | None:
    """Find the row from which the author went on to `text`: little of what it added is gone again."""
    for row in rows:
        if 3 * removed(row.value, text) <= removed(row.value, before):
            return row
    return None
