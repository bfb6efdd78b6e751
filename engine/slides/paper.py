"""A deck as PDF, made by Typst: pages of the shape of a slide, or on A4 with the notes below.

Typst measures all text, so that none runs over, and can set every script. The page is described in `paper.typ`; a deck
is handed to it as JSON, so that its text is data and never code. The font comes with Matplotlib, so that every computer
has it; for a script that it lacks, a font of the computer is used, if there is one.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib
import typst

from engine.charts import panels_of
from engine.charts.on_paper import still
from engine.content import Library
from engine.language import DEFAULT, language
from engine.slides.blocks import Block, Run, blocks_of
from engine.slides.fitting import HEIGHT, WIDTH, height_of, title_points, widths_of
from engine.slides.printed import PrintedDeck, PrintedSlide

PAGE = Path(__file__).with_name("paper.typ")
SMALLER, LEAST, ROW, HEAD = 0.8, 2.4, 0.3, 0.6
"""A chart is drawn smaller than it is shown, by this factor, so that its words are as large as a slide needs. Then, in
inches: the least height of a chart, and what a row and the head of a panel need. The page fits the chart into the room
that the text leaves."""
WIDE_TITLE = 70
"""Characters; a title up to this length fits on two lines in its usual size."""


def as_pdf(library: Library, deck: PrintedDeck, *, with_notes: bool) -> bytes:
    """A cover, and then a page for each slide, or more with notes, where they are long."""
    data = {
        "title": deck.title,
        "under": deck.under,
        "source": deck.source,
        "language": language().partition("-")[0] or DEFAULT,
        "with_notes": with_notes,
        "slides": [_page(library, slide, n) for n, slide in enumerate(deck.slides, start=1)],
    }
    made = typst.compile(PAGE, font_paths=[_fonts()], sys_inputs={"deck": json.dumps(data)})
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> Path:
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


def _page(library: Library, slide: PrintedSlide, number: int) -> dict[str, Any]:
    return {
        "title": slide.title,
        "title_points": _title_points(slide.title),
        "blocks": [_block(block) for block in slide.blocks],
        "points": slide.size.points,
        "chart": _drawn(library, slide),
        "source": slide.source,
        "number": str(number),
        "notes": [_block(block) for block in blocks_of(slide.notes, library)],
    }


def _title_points(title: str) -> float:
    """In points, for the font of the paper, which is wider than the one of the screens."""
    return min(title_points(title), 31 if len(title) <= WIDE_TITLE else 26)


def _drawn(library: Library, slide: PrintedSlide) -> str:
    """A slide's chart as SVG; empty where it has none."""
    if not slide.chart:
        return ""
    high = max(HEIGHT - height_of(slide.blocks, slide.size), LEAST)
    panels = panels_of(library, slide.chart)
    needed = sum(HEAD + ROW * len(panel.labels) for panel in panels if panel.panel.kind != "lines")
    scale = max(SMALLER, needed / high)
    return still(library, slide.chart, width=WIDTH * scale, height=high * scale, kind="svg").decode()


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "runs": _runs(block.runs),
        "level": block.level,
        "number": block.number,
        "rows": [[_runs(cell) for cell in row] for row in block.rows],
        "shares": widths_of(block.rows) if block.rows else [],
    }


def _runs(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [vars(run) for run in runs]
