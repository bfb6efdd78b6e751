"""A workshop's version of a deck for a file: hidden slides left out, texts taken apart, sizes chosen."""

from dataclasses import dataclass, field

from engine.content import Deck, Library
from engine.language import _
from engine.slides.blocks import Block, blocks_of
from engine.slides.fitting import TextSize, parts_of, size_of
from engine.slides.own_slides import ShownSlide
from engine.slides.sources import source_line


@dataclass(frozen=True)
class PrintedSlide:
    """One slide of a file."""

    title: str
    blocks: tuple[Block, ...]
    size: TextSize
    chart: str
    """The id of a chart that the library has, or empty."""
    source: str
    notes: str
    """Markdown."""


@dataclass(frozen=True)
class PrintedDeck:
    """Everything that a file of slides says."""

    title: str
    under: str
    """What stands below the title: the workshop, the country, the dates."""
    source: str
    slides: list[PrintedSlide] = field(default_factory=list)


def printed_deck(library: Library, deck: Deck, slides: list[ShownSlide], under: str) -> PrintedDeck:
    shown = [slide for slide in slides if not slide.is_hidden]
    printed = [part for slide in shown for part in _printed(library, deck, slide)]
    return PrintedDeck(deck.title, _printable(under), deck.source, printed)


def _printable(text: str) -> str:
    """Remove the characters that a file cannot have."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(c for c in text if c in "\n\t" or (c >= " " and c not in "\ufffe\uffff"))


def _printed(library: Library, deck: Deck, slide: ShownSlide) -> list[PrintedSlide]:
    """One slide, or several where somebody wrote more than fits on one."""
    chart = slide.chart if slide.chart in library.charts else ""
    source = source_line(library, deck, slide)
    notes = _printable(slide.notes).strip() or _("There are no notes for this slide.")
    parts = parts_of(blocks_of(_printable(slide.body), library), has_chart=bool(chart))
    found = []
    for n, blocks in enumerate(parts):
        title = _printable(slide.title) or _("Slide without a title")
        title = _("{title} (continued)").format(title=title) if n else title
        size = size_of(blocks, has_chart=bool(chart) and not n)
        found.append(PrintedSlide(title, tuple(blocks), size, "" if n else chart, source, notes))
    return found
