"""Saves what the facilitator types on a slide, and loses nothing that another of their windows saved meanwhile."""

from dataclasses import dataclass
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.fields import as_kept
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.slides.own_slides import FIELDS, deck_of, hold_deck, text_of
from engine.store import Saved, SlideText
from engine.store.news import tell
from engine.workshop.problem import WorkshopProblem
from engine.workshop.versions import SentText, Version, decided
from engine.workshop.writing import LOOKED_AT, Outcome, put_both, put_decided

LONGEST = {"title": 120, "body": 2000, "chart": 80, "notes": 6000}
"""Characters that a field takes from one window. What two windows wrote at once stays whole; the next save asks to
shorten it."""


@dataclass(frozen=True)
class SlidePlace:
    """One text of one slide."""

    workshop_id: str
    deck_id: str
    slide_id: str
    field: str
    """One of `own_slides.FIELDS`."""


def save_slide_text(server: Server, place: SlidePlace, value: str, base: int = 0) -> Outcome:
    """Save a text of a slide; on return it survives a power cut.

    Args:
        server: the running server.
        place: where it belongs.
        value: the text.
        base: the revision that the author saw. Two texts on the same base are merged.

    Raises:
        WorkshopProblem: there is no such slide, the text is too long, by itself or with what stands there, or the
            workshop is closed.
    """
    if place.field not in FIELDS:
        raise WorkshopProblem(_("This slide has no such text. Reload the page; your text is still here."))
    value = _checked(value, place.field)
    base_slide = {s.id: s for s in deck_of(server, place.workshop_id, place.deck_id).slides}.get(place.slide_id)
    with server.database.write() as db:
        _row, order = hold_deck(db, server, place.workshop_id, place.deck_id)
        if place.slide_id not in order:
            raise WorkshopProblem(_("This slide was taken away. Copy your text to another one."))
        outcome = _write(db, place, value, base, text_of(base_slide, place.field))
        tell(db, topics.slides(place.workshop_id))
    return outcome


def _checked(value: str, field: str) -> str:
    text = as_kept(value, in_one_line=field == "title")
    if len(text) > LONGEST[field]:
        said = _("This is {count} characters long. Use at most {limit}.")
        raise WorkshopProblem(said.format(count=len(text), limit=LONGEST[field]))
    return text


def _write(db: Session, place: SlidePlace, value: str, base: int, original: str) -> Outcome:
    here = select(SlideText).filter_by(**vars(place)).order_by(SlideText.id.desc())
    now, put = db.scalar(here.limit(1)), partial(_append, db, place)
    held = original if now is None or now.value is None else now.value
    if now is not None and held == value:
        return Outcome(_saved(now, held), now.id)
    if now is None or base == now.id or place.field == "chart":
        return put_both(put, value, base, value)
    seen = db.scalar(here.where(SlideText.id == base))
    unanswered = db.scalars(here.where(SlideText.base == base, SlideText.value.is_not(None)).limit(LOOKED_AT))
    sent = SentText(
        value,
        seen=original if seen is None or seen.value is None else seen.value,
        unanswered=[Version(row.id, row.value or "") for row in unanswered],
    )
    between = " / " if place.field == "title" else "\n\n"
    decision = decided(sent, held, between=between, limit=LONGEST[place.field])
    return put_decided(put, value, base, _saved(now, held), decision)


def _append(db: Session, place: SlidePlace, value: str, base: int) -> Saved:
    row = SlideText(**vars(place), value=value, base=base)
    db.add(row)
    db.flush()
    return _saved(row, value)


def _saved(row: SlideText, text: str) -> Saved:
    return Saved(text, row.id, row.saved_at)
