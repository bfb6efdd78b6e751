"""Where the figures and facts of a slide come from, in one line."""

from engine.charts import sources_of
from engine.content import Deck, Library, Source
from engine.content.page import LINK
from engine.language import _
from engine.slides.own_slides import ShownSlide

BOOK = "Handbook (2008)"
"""As it is called in the front matter of the decks."""


def _cited(source: Source) -> str:
    return BOOK if source.id == "handbook" else f"{source.publisher}, {source.year}"


def source_line(library: Library, deck: Deck, slide: ShownSlide) -> str:
    """The sources that a slide cites and those of its chart, each once with its year; without any, the deck's own.

    A slide that the facilitator added, and that cites nothing, says that it is theirs.
    """
    found = []
    if slide.chart in library.charts:
        found += sources_of(library, slide.chart).splitlines()
    for match in LINK.finditer(slide.body):
        if isinstance(source := library.target(match[2]), Source):
            found.append(_cited(source))
    if any("(2008)" in line and line != BOOK for line in found):  # the line of a figure already names the handbook
        found = [line for line in found if line != BOOK]
    if found:
        return _("Source: {sources}").format(sources="; ".join(dict.fromkeys(found)))
    if slide.is_added:
        return _("Added by the facilitator")
    return _("Source: {sources}").format(sources=deck.source)
