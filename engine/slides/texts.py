"""Saves what the facilitator types on a slide, and loses nothing that another of their windows saved meanwhile."""

from dataclasses import dataclass, replace
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
from engine.workshop.versions import SentText, decided
from engine.workshop.writing import Outcome, put_both

LONGEST = {"title": 120, "body": 2000, "chart": 80, "notes": 6000}
"""Characters that a field takes, also from two windows together."""


@dataclass(frozen=True)
class SlidePlace:
    """One text of one slide."""

    workshop_id: str
    deck_id: str
    slide_id: str
    field: str
    """One of `own_slides.FIELDS`."""


@dataclass(frozen=True)
class SentSlideText:
    """A text as it came from a window."""

    value: str
    base: int = 0
    """The revision that its author saw, 0 for the deck's own text."""
    tab: str = ""
    """The window that sends it: a name of its own each time that the page is loaded; empty where nothing is counted."""
    number: int = 0
    """Grows with every text that this window sends. A text that comes again has the number that it had."""


def save_slide_text(server: Server, place: SlidePlace, sent: SentSlideText) -> Outcome:
    """Save a text of a slide; on return it survives a power cut.

    What two windows wrote is merged. What one window sent before counts as seen by it, also when no reply came, and
    what arrives after its successor adds nothing.

    Raises:
        WorkshopProblem: there is no such slide, the text is too long, by itself or with what stands there, or the
            workshop is closed.
    """
    if place.field not in FIELDS:
        raise WorkshopProblem(_("This slide has no such text. Reload the page; your text is still here."))
    sent = replace(sent, value=_checked(sent.value, place.field))
    base_slide = {s.id: s for s in deck_of(server, place.workshop_id, place.deck_id).slides}.get(place.slide_id)
    with server.database.write() as db:
        _row, order = hold_deck(db, server, place.workshop_id, place.deck_id)
        if place.slide_id not in order:
            raise WorkshopProblem(_("This slide was taken away. Copy your text to another one."))
        outcome = _write(db, place, sent, text_of(base_slide, place.field))
        tell(db, topics.slides(place.workshop_id))
    return outcome


def _checked(value: str, field: str) -> str:
    text = as_kept(value, in_one_line=field == "title")
    if len(text) > LONGEST[field]:
        said = _("This is {count} characters long. Use at most {limit}.")
        raise WorkshopProblem(said.format(count=len(text), limit=LONGEST[field]))
    return text


def _write(db: Session, place: SlidePlace, sent: SentSlideText, original: str) -> Outcome:
    here = select(SlideText).filter_by(**vars(place)).order_by(SlideText.id.desc()).limit(1)
    own = db.scalar(here.where(SlideText.tab == sent.tab)) if sent.tab else None
    before = db.scalar(here.where(SlideText.id == sent.base))
    now, *known = (_saved(row, original) for row in (db.scalar(here), before, own))
    if own and own.number >= sent.number:
        return Outcome(now, own.id)
    seen = max(known, key=lambda saved: saved.revision)
    if now.revision and now == seen and now.value == sent.value:
        return Outcome(now, now.revision)
    holds = sent.value
    if now != seen and place.field != "chart":  # a chart is chosen and not typed: the last choice counts
        between = " / " if place.field == "title" else "\n\n"
        holds = decided(SentText(sent.value, seen.value), now.value, between=between, limit=LONGEST[place.field])
    return put_both(partial(_append, db, place, sent), sent.value, sent.base, holds)


def _append(db: Session, place: SlidePlace, sent: SentSlideText, value: str, base: int) -> Saved:
    """Append what a window sent, or, where the base is negative, what came of it together with other texts."""
    stamp = {"tab": sent.tab, "number": sent.number} if base >= 0 else {}
    row = SlideText(**vars(place), value=value, base=base, **stamp)
    db.add(row)
    db.flush()
    return _saved(row, "")


def _saved(row: SlideText | None, original: str) -> Saved:
    """A row as what a field holds; the deck's own text where there is none, or where the row goes back to it."""
    if row is None:
        return Saved(original)
    return Saved(original if row.value is None else row.value, row.id, row.saved_at)
