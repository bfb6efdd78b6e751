"""Exports a workshop's version of a deck as a file."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.content import Library
from engine.server import Server
from engine.slides.own_slides import deck_of, slides_of
from engine.slides.paper import as_pdf
from engine.slides.powerpoint import as_powerpoint
from engine.slides.printed import PrintedDeck, printed_deck
from engine.store import Workshop


@dataclass(frozen=True)
class FileFormat:
    """A kind of file that slides are exported as."""

    ending: str
    mime: str
    make: Callable[[Library, PrintedDeck], bytes]


FORMATS = {
    "powerpoint": FileFormat(
        ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", as_powerpoint
    ),
    "pdf": FileFormat(".pdf", "application/pdf", lambda library, deck: as_pdf(library, deck, with_notes=False)),
    "notes": FileFormat(
        "-with-notes.pdf", "application/pdf", lambda library, deck: as_pdf(library, deck, with_notes=True)
    ),
}


def exported(server: Server, workshop: Workshop, deck_id: str, file_format: FileFormat) -> tuple[bytes, str]:
    """The bytes of the file, and its name.

    Raises:
        WorkshopProblem: the workshop has no such deck.
    """
    deck = deck_of(server, workshop.id, deck_id)
    dates = f"{workshop.starts_on.isoformat()} – {workshop.ends_on.isoformat()}"
    under = f"{workshop.title} · {workshop.country} · {dates}"
    printed = printed_deck(server.library, deck, slides_of(server, workshop.id, deck_id), under)
    return file_format.make(server.library, printed), f"{deck_id}{file_format.ending}"
