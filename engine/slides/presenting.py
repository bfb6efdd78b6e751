"""Showing slides to the room: which deck, which slide, and since when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from engine.live import topics
from engine.server import Server
from engine.slides.own_slides import ShownSlide, hold_deck, slides_of, version_of
from engine.store import WorkshopDeck
from engine.store.news import tell
from engine.workshop.opening import hold_workshop
from engine.workshop.showing import Presenting, instead_of, put_instead, stored_screen

STALE = timedelta(hours=4)
"""An older clock belongs to another session, such as a rehearsal the evening before."""


@dataclass(frozen=True)
class Stand:
    """Where the presenter is in a deck."""

    slides: list[ShownSlide]
    """Those that are not hidden."""
    place: int
    """The place of the slide that is presented, from 0."""
    started_at: datetime | None

    @property
    def now(self) -> ShownSlide | None:
        """The slide that is presented; None when all are hidden."""
        return self.slides[self.place] if self.slides else None

    @property
    def next(self) -> ShownSlide | None:
        """The slide after it; None after the last."""
        return self.slides[self.place + 1] if self.place + 1 < len(self.slides) else None

    def elapsed(self) -> float | None:
        """Seconds since the presenter's clock began, by the server's clock; None before."""
        return max(0.0, (datetime.now(UTC) - self.started_at).total_seconds()) if self.started_at else None


def stand_of(server: Server, workshop_id: str, deck_id: str) -> Stand:
    """Where the presenter is in a deck.

    Raises:
        WorkshopProblem: the workshop has no such deck.
    """
    with server.database.read() as db:
        row = db.get(WorkshopDeck, (workshop_id, deck_id))
    return _stand(slides_of(server, workshop_id, deck_id), row)


def _stand(slides: list[ShownSlide], row: WorkshopDeck | None) -> Stand:
    shown = [slide for slide in slides if not slide.is_hidden]
    return Stand(shown, _place(slides, row.at if row else ""), row.started_at if row else None)


def _place(slides: list[ShownSlide], at: str) -> int:
    """The place among the slides that are not hidden; for a slide that was hidden meanwhile, that of the next."""
    ids = [slide.id for slide in slides]
    before = slides[: ids.index(at)] if at in ids else []
    shown = sum(not slide.is_hidden for slide in slides)
    return min(sum(not slide.is_hidden for slide in before), max(shown - 1, 0))


def present(server: Server, workshop_id: str, deck_id: str) -> None:
    """Show a deck to the room, at the slide where the presenter is; the clock begins unless it runs already.

    Raises:
        WorkshopProblem: the workshop is closed, or has no such deck.
    """
    with server.database.write() as db:
        row, _order = hold_deck(db, server, workshop_id, deck_id)
        _start_clock(row)
        workshop = hold_workshop(db, workshop_id)
        hides = bool(stored_screen(workshop).get("shown")) or instead_of(workshop) is not None
        put_instead(workshop, Presenting(deck_id))
        # Laptops stay as they are, unless they showed something that is hidden now.
        tell(db, topics.slides(workshop_id), *([topics.room(workshop_id)] if hides else []))


def stop_presenting(server: Server, workshop_id: str) -> None:
    with server.database.write() as db:
        workshop = hold_workshop(db, workshop_id)
        if isinstance(instead_of(workshop), Presenting):
            put_instead(workshop, None)
        tell(db, topics.slides(workshop_id))


def start_clock(server: Server, workshop_id: str, deck_id: str, *, again: bool = False) -> None:
    """Start the presenter's clock unless it runs; with `again` it begins anew, which all its screens are told."""
    with server.database.write() as db:
        row, _order = hold_deck(db, server, workshop_id, deck_id)
        if again:
            row.started_at = None
            tell(db, topics.slides(workshop_id))
        _start_clock(row)


def _start_clock(row: WorkshopDeck) -> None:
    now = datetime.now(UTC)
    if row.started_at is None or now - row.started_at > STALE:
        row.started_at = now


def turn(server: Server, workshop_id: str, deck_id: str, step: int) -> int:
    """Go forward or back by `step` slides; the result is the place, from 0. At the ends of the deck it stays.

    Raises:
        WorkshopProblem: the workshop is closed or has no such deck.
    """
    return _go(server, workshop_id, deck_id, lambda stand: stand.place + step)


def _go(server: Server, workshop_id: str, deck_id: str, place: Callable[[Stand], int]) -> int:
    with server.database.write() as db:
        row, _order = hold_deck(db, server, workshop_id, deck_id)
        stand = _stand(version_of(db, server, row), row)
        wanted = min(max(place(stand), 0), max(len(stand.slides) - 1, 0))
        row.at = stand.slides[wanted].id if stand.slides else ""
        tell(db, topics.slides(workshop_id))
    return wanted
