"""Exports a workshop's version of a deck as a file.

What makes the files is imported when somebody asks for one: python-pptx, Matplotlib and Typst take most of a
second, for which no start should wait.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from engine.content import Library
from engine.server import Server
from engine.slides.own_slides import deck_of, slides_of
from engine.slides.printed import PrintedDeck, printed_deck
from engine.store import Workshop


@dataclass(frozen=True)
class FileFormat:
    """A kind of file that slides are exported as."""

    ending: str
    mime: str
    make: Callable[[Library, PrintedDeck], bytes]


def _powerpoint(library: Library, deck: PrintedDeck) -> bytes:
    from engine.slides.powerpoint import as_powerpoint

    return as_powerpoint(library, deck)


def _pdf(library: Library, deck: PrintedDeck, *, with_notes: bool = False) -> bytes:
    from engine.slides.paper import as_pdf

    return as_pdf(library, deck, with_notes=with_notes)


FORMATS = {
    "powerpoint": FileFormat(
        ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", _powerpoint
    ),
    "pdf": FileFormat(".pdf", "application/pdf", _pdf),
    "notes": FileFormat("-with-notes.pdf", "application/pdf", partial(_pdf, with_notes=True)),
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
