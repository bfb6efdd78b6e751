"""How large the text of a slide can be, by one rule for the screen, PowerPoint and paper.

Lines are counted from the number of characters, with room to spare; nothing is measured, so that the
size does not depend on a font that one computer has and another has not.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from engine.slides.blocks import Block, Run


class TextSize(NamedTuple):
    """A size of text, on a slide of 13.33 by 7.5 inches."""

    name: str
    points: float


SIZES = tuple(
    TextSize(name, points)
    for name, points in {"largest": 32, "large": 28, "medium": 24, "small": 20, "smaller": 16, "smallest": 12}.items()
)
"""From the size that suits a room to the size for a page of text that somebody pasted."""
WIDTH, HEIGHT = 12.1, 5.0
"""Inches for the text, between the title and the source."""
ABOVE, SIZES_ABOVE = 1.9, SIZES[2:]
"""Inches of height for the text above a chart, and the sizes that it may have: the chart needs the room."""
LONG_TITLE = 140
"""In characters; a longer title is only made when two windows wrote one each, and both are kept."""
TITLES = ((100, 34.0), (LONG_TITLE, 26.0), (320, 18.0))
"""(characters, points): the size of a title of up to so many characters, so that it ends above the text."""
CHARACTER, LINE, GAP, CELL = 0.52, 1.22, 0.45, 0.75
"""At one point: the width of a character, the height of a line, the gap after a paragraph, the padding of a cell."""


def size_of(blocks: Sequence[Block], *, has_chart: bool) -> TextSize:
    """The largest size in which all blocks fit; the smallest when they fit in none."""
    most, sizes = (ABOVE, SIZES_ABOVE) if has_chart else (HEIGHT, SIZES)
    return next((size for size in sizes if height_of(blocks, size) <= most), SIZES[-1])


def title_points(title: str) -> float:
    """The size in which a title has room above the text."""
    return next((points for most, points in TITLES if len(title) <= most), 12.0)


def height_of(blocks: Sequence[Block], size: TextSize) -> float:
    """In inches."""
    return sum(_height(block, size) for block in blocks)


def parts_of(blocks: Sequence[Block], *, has_chart: bool) -> list[list[Block]]:
    """Share blocks out over as many slides as they need in the smallest size; nearly always this is one."""
    if has_chart and height_of(blocks, SIZES[-1]) > ABOVE:
        return [[], *parts_of(blocks, has_chart=False)]  # the chart has a slide of its own, before the text
    parts: list[list[Block]] = [[]]
    for block in (piece for each in blocks for piece in _pieces(each)):
        if parts[-1] and height_of([*parts[-1], block], SIZES[-1]) > HEIGHT:
            parts.append([])
        parts[-1].append(block)
    return parts


def widths_of(rows: Sequence[Sequence[Sequence[Run]]]) -> list[float]:
    """The share of the width for each column of a table, by the text in it; none becomes too narrow."""
    columns = max(len(row) for row in rows)
    longest = [max((_length(row[n]) for row in rows if n < len(row)), default=1) for n in range(columns)]
    weights = [min(max(length, 8), 60) for length in longest]
    return [weight / sum(weights) for weight in weights]


def _height(block: Block, size: TextSize) -> float:
    em = size.points / 72
    if block.kind != "table":
        indent = 0.4 * (block.level + 1) if block.kind in ("point", "quote") else 0
        lines = sum(_lines(len(line), WIDTH - indent, em) for line in block.text.split("\n"))
        return (lines * LINE + GAP) * em
    shares = widths_of(block.rows)
    tall = sum(lines_of_row(row, shares, size) for row in block.rows)
    return (tall * LINE + CELL * len(block.rows) + GAP) * em


def lines_of_row(row: Sequence[Sequence[Run]], shares: Sequence[float], size: TextSize) -> int:
    """How many lines a row of a table has; `shares` are the parts of the width that its columns have."""
    em = size.points / 72
    cells = zip(row, shares, strict=False)
    return max((_lines(_length(cell), WIDTH * share - 0.2, em) for cell, share in cells), default=1)


def _lines(characters: int, width: float, em: float) -> int:
    return max(1, ceil(characters * CHARACTER * em / max(width, 0.3)))


def _length(cell: Sequence[Run]) -> int:
    return sum(len(run.text) for run in cell)


def _pieces(block: Block) -> list[Block]:
    """Cut what is higher than a whole slide: a text between words, a table between rows."""
    if height_of([block], SIZES[-1]) <= HEIGHT:
        return [block]
    if block.kind == "table":
        head, *rows = block.rows
        step = max(1, len(rows) // 2)
        cuts = [*range(0, len(rows), step), len(rows)]
        if len(rows) < 2:
            return [block]
        return [p for a, b in pairwise(cuts) for p in _pieces(Block("table", rows=(head, *rows[a:b])))]
    words = block.text.replace("\n", " ").split(" ")
    if len(words) < 2:
        words = [block.text[: len(block.text) // 2], block.text[len(block.text) // 2 :]]
    middle = len(words) // 2
    halves = (" ".join(words[:middle]), " ".join(words[middle:]))
    return [p for half in halves for p in _pieces(Block(block.kind, (Run(half),), block.level, block.number))]
