"""Saves a value in a field, together with what others saved there meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from engine.fields import Field, Json
from engine.store import Answer, Participant, Place, Saved
from engine.store.answers import append, current, on_sheet
from engine.workshop.versions import Decision, SentText, Version, decided

LOOKED_AT = 3
"""How many versions of a text that had no reply are looked at: the newest ones."""
Put = Callable[[Any, int], Saved]
"""Appends a value to what is stored in one field; the number is its base, as in `Answer`."""


@dataclass(frozen=True)
class Outcome:
    """What became of an answer."""

    saved: Saved
    """What the field holds now."""
    mine: int
    """The revision of what this author sent. It is not that of `saved` where it was merged with what others sent."""


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
    """Save a value together with what others saved meanwhile: texts are merged, and picks are put together.

    Raises:
        WorkshopProblem: two long texts were merged here already, and a third does not fit.
    """
    now = current(db, sent.place, sent.path)
    if now.revision and now.value == sent.value and not sent.field.is_mark:
        return Outcome(now, now.revision)
    sent = sent if 0 <= sent.base <= now.revision else replace(sent, base=0)
    put = partial(_append, db, sent)
    if now.revision in (0, sent.base):
        return put_both(put, sent.value, sent.base, sent.value)
    seen = db.scalar(_versions(sent, Answer.id == sent.base).with_only_columns(Answer.value))
    if sent.field.is_typed:
        return put_decided(put, sent.value, sent.base, now, _decided(db, sent, seen or "", now.value))
    return put_both(put, sent.value, sent.base, sent.field.together(seen, now.value, sent.value))


def _decided(db: Session, sent: SentAnswer, seen: str, held: str) -> Decision:
    theirs = _versions(sent, Answer.participant_id == sent.author.id, Answer.base == sent.base)
    unanswered = [Version(row.id, row.value) for row in db.execute(theirs.order_by(Answer.id.desc()).limit(LOOKED_AT))]
    text, field = SentText(sent.value, seen, unanswered), sent.field
    return decided(text, held, between=field.between, limit=field.limit)


def put_decided(put: Put, text: str, base: int, now: Saved, decision: Decision) -> Outcome:
    """Append a text as it was decided; nothing when it was sent before."""
    if decision.known_as:
        return Outcome(now, decision.known_as)
    return put_both(put, text, base, decision.holds)


def put_both(put: Put, value: Json, base: int, holds: Json) -> Outcome:
    """Append what was sent; after it what the field holds from now on, where that is something else."""
    mine = put(value, base)
    return Outcome(mine if holds == value else put(holds, -mine.revision), mine.revision)


def _append(db: Session, sent: SentAnswer, value: Json, base: int) -> Saved:
    return append(db, sent.place, sent.path, value, author=sent.author, base=base)


def _versions(sent: SentAnswer, *conditions: ColumnElement[bool]) -> Select[Any]:
    """Select the stored versions of this field that meet the conditions."""
    return select(Answer.id, Answer.value).where(*on_sheet(sent.place), Answer.field == sent.path, *conditions)
