"""Takes everything that can be found apart into passages, for the search."""

import re
from collections.abc import Iterator

from engine.book.links import title_of
from engine.content import Library, Page
from engine.content.page import LINK
from engine.language import _

MARKUP = re.compile(r"[#*_>`|]+|-{3,}")


def plain(text: str) -> str:
    """The words of a Markdown text, without its signs."""
    return " ".join(MARKUP.sub(" ", LINK.sub(r"\1", text)).split())


Piece = tuple[str, str, str, str, str]
"""A passage: ref, title, heading, words to search by, text."""


def pieces(library: Library) -> Iterator[Piece]:
    for kind, shelf in (("handbook", library.pages), ("instrument", library.instruments)):
        for name, page in shelf.items():
            yield from _page_pieces(f"{kind}:{name}", page)
    for name, term in library.terms.items():
        yield f"term:{name}", term.term, "", "", plain(term.meaning)
    for name, item in library.shelf("indicator").items():
        yield f"indicator:{name}", item.label, "", "", plain(" ".join([item.explain or "", *item.questions]))
    for name, reference in library.references.items():
        yield (
            f"reference:{name}",
            reference.title,
            reference.author,
            "",
            plain(f"{reference.good_for} {reference.note or ''}"),
        )
    for name, case in library.case_studies.items():
        yield f"case:{name}", case.title, case.country, "", plain(" ".join(s.text for s in case.sentences))
    for name, chart in library.charts.items():
        yield f"chart:{name}", "", "", "", plain(f"{chart.title}: {chart.headline}")
    yield from _shown_pieces(library)
    for name, activity in library.activities.items():
        steps = " ".join(step.do for step in activity.steps)
        yield f"activity:{name}", activity.title, "", "", plain(f"{activity.aim} {activity.instruction} {steps}")
    yield from _overview_pieces(library)


def _shown_pieces(library: Library) -> Iterator[Piece]:
    """Decks and films, slide by slide and scene by scene.

    Their titles count as text only, so that a page that explains a thing comes before a slide that names it.
    """
    for name, deck in library.decks.items():
        yield f"deck:{name}", "", "", "", plain(f"{_('Slides')}: {deck.title}")
        for slide in deck.slides:
            yield f"deck:{name}", "", "", "", plain(f"{slide.title}: {slide.body}")
    for name, film in library.films.items():
        yield f"film:{name}", "", "", "", plain(f"{_('Film')}: {film.title}. {film.about}")
        for seen, said in film.transcript():
            yield f"film:{name}", "", "", "", plain(f"{seen}. {said}")


def _overview_pieces(library: Library) -> Iterator[Piece]:
    """The eleven indicators, each with the page that explains it, and the offences."""
    beside = _("the six indicators of the handbook beside the 11 (eleven) of the ILO, 2012")
    yield "all:indicators", title_of(library, "all:indicators"), "", beside, ""
    for later in library.later_indicators.values():
        refs = [f"indicator:{name}" for name in later.indicators] or ["all:indicators"]
        for ref in refs:
            yield ref, "", later.label, "", plain(later.explain or "")
    offences = library.lists.get("offences")
    for offence in offences.items if offences else ():
        yield "all:offences", title_of(library, "all:offences"), offence.label, "", plain(offence.explain or "")


def _page_pieces(ref: str, page: Page) -> Iterator[Piece]:
    """A page, one passage for each heading, so that a result shows the right passage."""
    parts = re.split(r"^##+ +(.*)$", page.body, flags=re.MULTILINE)
    parts[-1] += " ".join(["", *page.discuss])
    first = f"{page.in_short} {parts[0]}"
    yield ref, page.title, "", " ".join(page.find), plain(first)
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        yield ref, page.title, heading, "", plain(text)
    for note in page.since:
        yield ref, page.title, note.year, "", plain(note.text)
