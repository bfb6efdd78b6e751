"""Saves a value in a field, together with what others saved there meanwhile."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from engine.fields import Field, Json
from engine.live import topics
from engine.store import Author, Place, Saved
from engine.store.answers import append, current, last_of_tab, version
from engine.store.news import tell
from engine.workshop.versions import SentText, decided

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
    base: int = 0
    """The revision that its author saw, 0 for none."""
    tab: str = ""
    """The page that sent it, see `Answer`."""
    number: int = 0


@dataclass(frozen=True)
class Clash:
    """Two texts that must be merged: others wrote since the author of a new one began."""

    seen: str
    """What the author had seen."""
    held: Saved
    """What the field holds."""


@dataclass(frozen=True)
class Merged:
    """A clash, and the text that came of it."""

    clash: Clash
    text: str


def write(db: Session, sent: SentAnswer, author: Author, merged: Merged | None = None) -> Outcome | Clash:
    """Save a value together with what others saved meanwhile: picks are put together, texts are merged.

    Merging takes long, and everybody waits for a transaction. So when it is needed and `merged` is of another clash,
    nothing is written, and the clash is returned.
    """
    now = current(db, sent.place, sent.path)
    mine, number = (sent.tab and last_of_tab(db, sent.place, sent.path, sent.tab)) or (0, 0)
    if mine and number >= sent.number:
        return Outcome(now, mine)
    if now.revision and now.value == sent.value and not sent.field.is_mark and not sent.tab:
        return Outcome(now, now.revision)
    base = max(sent.base if 0 <= sent.base <= now.revision else 0, mine)
    if now.revision in (0, base):
        return _written(db, sent, author, base, sent.value)
    seen = version(db, sent.place, sent.path, base)
    if not sent.field.is_typed:
        return _written(db, sent, author, base, sent.field.together(seen, now.value, sent.value))
    clash = Clash(seen or "", now)
    return _written(db, sent, author, base, merged.text) if merged and merged.clash == clash else clash


def merge(sent: SentAnswer, clash: Clash) -> Merged:
    """Put both texts of a clash into one.

    Raises:
        WorkshopProblem: together they are longer than the field takes.
    """
    text = SentText(sent.value, clash.seen)
    return Merged(clash, decided(text, clash.held.value, between=sent.field.between, limit=sent.field.limit))


def _written(db: Session, sent: SentAnswer, author: Author, base: int, holds: Json) -> Outcome:
    """Append what was sent; after it what the field holds from now on, where that is something else. Tell it."""
    tab, number = sent.tab, sent.number
    saved = append(db, sent.place, sent.path, sent.value, author=author, base=base, tab=tab, number=number)
    mine = saved.revision
    if holds != sent.value:
        saved = append(db, sent.place, sent.path, holds, author=author, base=-mine, tab=tab)
    _tell(db, sent.place, sent.path, as_change(sent.place.sheet, sent.path, saved, tab))
    return Outcome(saved, mine)


def as_change(sheet: str, path: str, saved: Saved, tab: str) -> dict[str, Json]:
    """What screens are told of an answer: where it stands, and what was saved, by whom and when."""
    return {
        "sheet": sheet,
        "field": path,
        "value": saved.value,
        "revision": saved.revision,
        "saved_at": saved.saved_at.isoformat() if saved.saved_at else "",
        "author": saved.author,
        "tab": tab,
    }


def _tell(db: Session, place: Place, path: str, change: dict[str, Json]) -> None:
    group = (place.workshop_id, place.group_id, place.activity_id)
    tell(db, topics.sheet(*group), change=json.dumps(change, ensure_ascii=False))
    tell(db, topics.plenary(place.workshop_id, place.activity_id), topics.progress(place.workshop_id))


def put_both(put: Put, value: Json, base: int, holds: Json) -> Outcome:
    """Append what was sent; after it what the field holds from now on, where that is something else."""
    mine = put(value, base)
    return Outcome(mine if holds == value else put(holds, -mine.revision), mine.revision)
