"""A workshop's version of a deck: the slides of the content, what the facilitator changed, and slides of their own.

The deck itself is never changed. One row for each deck has the order and what is hidden. Texts are appended, and the
newest counts, so that going back to the original loses nothing either.
"""

import secrets
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.content import Deck, Slide
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import SlideText, Workshop, WorkshopDeck
from engine.store.news import tell
from engine.workshop.agenda import agenda_of
from engine.workshop.opening import hold_workshop
from engine.workshop.own_content import content_of
from engine.workshop.problem import WorkshopProblem

FIELDS = ("title", "body", "chart", "notes")
MOST_SLIDES = 100


@dataclass(frozen=True)
class ShownSlide:
    """A slide as a workshop has it."""

    id: str
    title: str = ""
    body: str = ""
    chart: str = ""
    """The id of a chart, or empty."""
    notes: str = ""
    is_hidden: bool = False
    base: Slide | None = None
    """The slide of the deck; None for one that the facilitator added."""
    revisions: dict[str, int] = field(default_factory=dict)
    """Field -> the revision of the workshop's own text, where there is one."""

    @property
    def is_added(self) -> bool:
        return self.base is None

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than the deck."""
        return self.base is not None and any(text_of(self.base, name) != getattr(self, name) for name in FIELDS)


def text_of(slide: Slide | None, name: str) -> str:
    """A field of a deck's slide as a text; empty where there is no slide or no text."""
    return (getattr(slide, name) or "") if slide else ""


def decks_of(server: Server, workshop_id: str) -> dict[str, Deck]:
    """The decks of a workshop, those of its agenda first and in its order.

    A workshop that was opened before there were decks has those of the content.
    """
    decks = content_of(server, workshop_id).decks or server.library.decks
    order = [item.slides for item in agenda_of(server, workshop_id).items() if item.slides in decks]
    return {name: decks[name] for name in dict.fromkeys([*order, *decks]) if name}


def deck_of(server: Server, workshop_id: str, deck_id: str) -> Deck:
    """A deck as the content has it.

    Raises:
        WorkshopProblem: the workshop has no such deck.
    """
    found = decks_of(server, workshop_id).get(deck_id)
    if found is None:
        raise WorkshopProblem(_("There are no such slides. Choose others from the list."))
    return found


def slides_of(server: Server, workshop_id: str, deck_id: str) -> list[ShownSlide]:
    """All slides of a workshop's version of a deck, in its order, also the hidden ones."""
    with server.database.read() as db:
        row = db.get(WorkshopDeck, (workshop_id, deck_id)) or _new_row(workshop_id, deck_id)
        return version_of(db, server, row)


def version_of(db: Session, server: Server, row: WorkshopDeck) -> list[ShownSlide]:
    """All slides of the version of a deck that a row describes."""
    deck = deck_of(server, row.workshop_id, row.deck_id)
    return _version(deck, row, newest_texts(db, row.workshop_id, row.deck_id))


def _new_row(workshop_id: str, deck_id: str) -> WorkshopDeck:
    return WorkshopDeck(workshop_id=workshop_id, deck_id=deck_id, slides=[], hidden=[], at="")


def _version(deck: Deck, row: WorkshopDeck, texts: dict[tuple[str, str], SlideText]) -> list[ShownSlide]:
    base = {slide.id: slide for slide in deck.slides}
    order = list(row.slides)
    # A deck that got another slide since its order was changed shows it too, at the end.
    order += [name for name in base if name not in order]
    hidden = set(row.hidden)
    return [_shown(name, base.get(name), texts, is_hidden=name in hidden) for name in order]


def _shown(
    slide_id: str, base: Slide | None, texts: dict[tuple[str, str], SlideText], *, is_hidden: bool
) -> ShownSlide:
    rows = {name: texts[slide_id, name] for name in FIELDS if (slide_id, name) in texts}
    values = {name: text_of(base, name) for name in FIELDS}
    values |= {name: row.value for name, row in rows.items() if row.value is not None}
    revisions = {name: row.id for name, row in rows.items()}
    return ShownSlide(
        slide_id, values["title"], values["body"], values["chart"], values["notes"], is_hidden, base, revisions
    )


def newest_texts(db: Session, workshop_id: str, deck_id: str) -> dict[tuple[str, str], SlideText]:
    """What the facilitator wrote: (slide id, field) -> the newest row."""
    here = (SlideText.workshop_id == workshop_id, SlideText.deck_id == deck_id)
    last = select(func.max(SlideText.id)).where(*here).group_by(SlideText.slide_id, SlideText.field)
    rows = db.scalars(select(SlideText).where(SlideText.id.in_(last)))
    return {(row.slide_id, row.field): row for row in rows}


def move_slide(server: Server, workshop_id: str, deck_id: str, slide_id: str, step: int) -> None:
    """Move a slide up (-1) or down (+1); at the ends of the deck it stays."""
    with server.database.write() as db:
        row, order = hold_deck(db, server, workshop_id, deck_id)
        if slide_id in order:
            place = order.index(slide_id)
            order.insert(max(place + step, 0), order.pop(place))
        row.slides = order
        tell(db, topics.slides(workshop_id))


def hide_slide(server: Server, workshop_id: str, deck_id: str, slide_id: str, is_hidden: bool) -> None:
    """Leave a slide out when the deck is presented and exported, or take it in again."""
    with server.database.write() as db:
        row, order = hold_deck(db, server, workshop_id, deck_id)
        hidden = [name for name in order if name in row.hidden and name != slide_id]
        row.hidden = [*hidden, slide_id] if is_hidden and slide_id in order else hidden
        tell(db, topics.slides(workshop_id))


def add_slide(server: Server, workshop_id: str, deck_id: str, after: str = "") -> str:
    """Add an empty slide after another, or as the first; the result is its id.

    No news is sent: there is nothing to see before somebody writes on it. News would also reach the page while it goes
    to the new slide, and bring it back to where it was.

    Raises:
        WorkshopProblem: the deck is full, or not there.
    """
    slide_id = f"own-{secrets.token_hex(6)}"
    with server.database.write() as db:
        row, order = hold_deck(db, server, workshop_id, deck_id)
        if len(order) >= MOST_SLIDES:
            raise WorkshopProblem(_("{count} slides are enough for one deck.").format(count=MOST_SLIDES))
        order.insert(order.index(after) + 1 if after in order else 0, slide_id)
        row.slides = order
    return slide_id


def remove_slide(server: Server, workshop_id: str, deck_id: str, slide_id: str) -> None:
    """Remove a slide that the facilitator added; a slide of the deck can only be hidden."""
    base = {slide.id for slide in deck_of(server, workshop_id, deck_id).slides}
    with server.database.write() as db:
        row, order = hold_deck(db, server, workshop_id, deck_id)
        row.slides = [name for name in order if name != slide_id or name in base]
        tell(db, topics.slides(workshop_id))


def slide_to_original(server: Server, workshop_id: str, deck_id: str, slide_id: str) -> None:
    """Show the deck's own text of a slide again."""
    with server.database.write() as db:
        hold_deck(db, server, workshop_id, deck_id)
        _drop_texts(db, workshop_id, deck_id, only=slide_id)
        tell(db, topics.slides(workshop_id))


def deck_to_original(server: Server, workshop_id: str, deck_id: str) -> None:
    """Show the deck as the content has it: its order, its texts, nothing hidden and nothing added."""
    with server.database.write() as db:
        row, _order = hold_deck(db, server, workshop_id, deck_id)
        row.slides, row.hidden = [], []
        _drop_texts(db, workshop_id, deck_id)
        tell(db, topics.slides(workshop_id))


def _drop_texts(db: Session, workshop_id: str, deck_id: str, only: str = "") -> None:
    for (slide_id, name), text in newest_texts(db, workshop_id, deck_id).items():
        if text.value is not None and only in ("", slide_id):
            place = {"workshop_id": workshop_id, "deck_id": deck_id, "slide_id": slide_id, "field": name}
            db.add(SlideText(**place, value=None, base=text.id))


def hold_deck(db: Session, server: Server, workshop_id: str, deck_id: str) -> tuple[WorkshopDeck, list[str]]:
    """Lock a workshop; the result is its row of a deck, made when there is none, and the order of its slides.

    Raises:
        WorkshopProblem: there is no such workshop or deck, or the workshop is closed.
    """
    deck = deck_of(server, workshop_id, deck_id)
    workshop: Workshop = hold_workshop(db, workshop_id)
    if not workshop.is_open:
        raise WorkshopProblem(_("This workshop is closed. Open it again first."))
    row = db.get(WorkshopDeck, (workshop_id, deck_id))
    if row is None:
        row = _new_row(workshop_id, deck_id)
        db.add(row)
    return row, [slide.id for slide in _version(deck, row, {})]
