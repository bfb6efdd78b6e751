"""A deck as a PowerPoint file that opens cleanly and can be edited: text in its places, tables, charts and notes."""

import io
from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from engine.content import Library
from engine.slides.blocks import Block, Run, plain_text
from engine.slides.fitting import SIZES, TextSize, height_of, lines_of_row, title_points, widths_of
from engine.slides.powerpoint_chart import add_chart
from engine.slides.printed import PrintedDeck, PrintedSlide
from engine.slides.template import (
    INDENT,
    LEFT,
    NO_TEXT,
    ONE_TEXT,
    TEXT_HEIGHT,
    TEXT_TOP,
    TITLE,
    TITLE_SLIDE,
    TWO_TEXTS,
    WIDTH,
    empty_file,
    layout_named,
)

GAP = Inches(0.1)
LONG_SOURCE = 240
"""Characters; a source up to this length fits on two lines in its usual size."""
SMALLER_LEVELS = 0.88
"""The size of points inside points, as a part of the size of the others."""


def as_powerpoint(library: Library, deck: PrintedDeck) -> bytes:
    """The first slide has the title, and the rest are those of the deck."""
    file = empty_file()
    cover = file.slides.add_slide(layout_named(file, TITLE_SLIDE))
    cover.shapes.title.text_frame.text = deck.title
    cover.placeholders[1].text_frame.text = f"{deck.under}\n{deck.source}"
    cover.notes_slide.notes_text_frame.text = f"{deck.title}\n{deck.source}"
    for printed in deck.slides:
        name = _layout(printed)
        _fill(file.slides.add_slide(layout_named(file, name)), library, printed)
    file.core_properties.title, file.core_properties.author = deck.title, ""
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _layout(printed: PrintedSlide) -> str:
    return (NO_TEXT, ONE_TEXT, TWO_TEXTS)[min(len(_texts(printed)), 2)]


def _texts(printed: PrintedSlide) -> list[list[Block]]:
    """The text before the first table and the text after it; without a table, all of it."""
    texts: list[list[Block]] = [[]]
    for block in printed.blocks:
        if block.kind == "table":
            texts.append([])
        else:
            texts[-1].append(block)
    before, *behind = texts
    return [text for text in (before, [block for text in behind for block in text]) if text]


def _fill(slide: Slide, library: Library, printed: PrintedSlide) -> None:
    assert slide.shapes.title is not None  # the layout of our template has one
    title = slide.shapes.title.text_frame
    title.text = printed.title
    points = title_points(printed.title)
    if points < TITLE.pt:
        title.paragraphs[0].font.size = Pt(points)
    bottom = _fill_body(slide, printed)
    if printed.chart:
        top = bottom + GAP if printed.blocks else TEXT_TOP
        add_chart(slide, library, printed.chart, LEFT, top, WIDTH, TEXT_TOP + TEXT_HEIGHT - top)
    _add_foot(slide, printed.source)
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None  # and its page of notes has a place for text
    notes.text = _notes(library, printed)


def _notes(library: Library, printed: PrintedSlide) -> str:
    notes = plain_text(printed.notes, library)
    chart = library.charts.get(printed.chart)
    return f"{notes}\n{chart.says_not}" if chart else notes


def _fill_body(slide: Slide, printed: PrintedSlide) -> int:
    """Fill the layout's places with text, with the tables between them; the result is where they end, from the top."""
    places = [shape for shape in slide.placeholders if shape.placeholder_format.idx > 0]
    texts = _texts(printed)
    tables = [block for block in printed.blocks if block.kind == "table"]
    if not tables and not printed.chart:
        for place, text in zip(places, texts, strict=False):
            _write(place.text_frame, text, printed.size)
        return int(TEXT_TOP + TEXT_HEIGHT)
    is_before = bool(printed.blocks) and printed.blocks[0].kind != "table"
    parts: list[list[Block] | Block] = [*(texts[:1] if is_before else []), *tables, *texts[is_before:]]
    top = int(TEXT_TOP)
    for part in parts:
        if isinstance(part, Block):
            top += _add_table(slide, part, printed.size, top) + GAP
        else:
            place = places.pop(0)
            height = int(Inches(height_of(part, printed.size) + 0.15))
            place.left, place.top, place.width, place.height = LEFT, Emu(top), WIDTH, Emu(height)
            _write(place.text_frame, part, printed.size)
            top += height + GAP
    return top


def _write(frame: TextFrame, blocks: list[Block], size: TextSize) -> None:
    """Write paragraphs; their size is set once, so that people can change it in one place."""
    frame.word_wrap = True
    if size != SIZES[0]:
        style = frame._txBody.find(qn("a:lstStyle"))
        for level in (1, 2, 3):
            points = size.points * (1 if level == 1 else SMALLER_LEVELS)
            paragraph = etree.SubElement(style, qn(f"a:lvl{level}pPr"))
            etree.SubElement(paragraph, qn("a:defRPr"), sz=str(int(points * 100)))
    for n, block in enumerate(blocks):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        paragraph.level = block.level
        _mark(paragraph._p.get_or_add_pPr(), block)
        _add_runs(paragraph, block.runs, is_quote=block.kind == "quote", is_bold=block.kind == "heading")


def _mark(properties: Any, block: Block) -> None:
    """Number a point, or remove the bullet from what is no point."""
    if block.kind == "point" and block.number:
        start = {"startAt": str(block.number)} if block.number > 1 else {}
        etree.SubElement(properties, qn("a:buFont"), typeface="+mj-lt")
        etree.SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod", **start)
    elif block.kind != "point":
        properties.set("marL", str(int(INDENT) if block.kind == "quote" else 0))
        properties.set("indent", "0")
        etree.SubElement(properties, qn("a:buNone"))


def _add_runs(paragraph: Any, runs: tuple[Run, ...], *, is_quote: bool = False, is_bold: bool = False) -> None:
    for run in runs:
        for n, line in enumerate(run.text.split("\n")):
            if n:
                paragraph.add_line_break()
            written = paragraph.add_run()
            written.text = line
            written.font.bold = True if run.bold or is_bold else None
            written.font.italic = True if run.italic or is_quote else None
            if run.link:
                written.hyperlink.address = run.link


def _add_table(slide: Slide, block: Block, size: TextSize, top: int) -> int:
    """Add a table of PowerPoint's own; the result is its height."""
    columns, shares = max(len(row) for row in block.rows), widths_of(block.rows)
    heights = [Inches((lines_of_row(row, shares, size) * 1.22 + 0.6) * size.points / 72) for row in block.rows]
    frame = slide.shapes.add_table(len(block.rows), columns, LEFT, Emu(top), WIDTH, Emu(sum(heights)))
    table = frame.table
    for n, share in enumerate(shares):
        table.columns[n].width = Emu(int(WIDTH * share))
    for row, height, cells in zip(table.rows, heights, block.rows, strict=True):
        row.height = height
        for cell, runs in zip(row.cells, cells, strict=False):
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.font.size = Pt(size.points)
            _add_runs(paragraph, runs)
            for run in paragraph.runs:
                run.font.size = Pt(size.points)
    return sum(heights)


def _add_foot(slide: Slide, source: str) -> None:
    """Add the source and the number of the slide, in the layout's places for them."""
    for shape in slide.slide_layout.placeholders:
        kind = shape.placeholder_format.type.name
        if kind in ("FOOTER", "SLIDE_NUMBER"):
            element = deepcopy(shape.element)
            slide.shapes._spTree.append(element)
            if kind == "FOOTER":
                slide.placeholders[shape.placeholder_format.idx].text_frame.text = source
                if len(source) > LONG_SOURCE:
                    slide.placeholders[shape.placeholder_format.idx].text_frame.paragraphs[0].font.size = Pt(9)
