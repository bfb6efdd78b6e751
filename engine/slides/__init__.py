"""Slides: how large their text is, where their figures come from, and how they look on a screen and on paper."""

from engine.slides.blocks import Block, Run, blocks_of, plain_text
from engine.slides.fitting import LONG_TITLE, TextSize, size_of
from engine.slides.printed import PrintedDeck, PrintedSlide, printed_deck
from engine.slides.sources import source_line

__all__ = [
    "LONG_TITLE", "Block", "PrintedDeck", "PrintedSlide", "Run", "TextSize", "blocks_of", "plain_text", "printed_deck",
    "size_of", "source_line",
]  # fmt: skip
