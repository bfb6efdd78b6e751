"""The PowerPoint file opens, says what the deck says, and everything in it can be edited."""

import io

import pytest
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as File
from pptx.slide import Slide
from pptx.util import Inches

from engine.charts import panels_of
from engine.content import Deck, Library
from engine.slides import plain_text
from engine.slides.powerpoint import as_powerpoint
from tests.real_content import LIBRARY
from tests.slides.decks import as_is, worst

decks = pytest.mark.parametrize("deck", LIBRARY.decks.values(), ids=lambda deck: deck.id)
KINDS = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}


def opened(content: bytes) -> File:
    return Presentation(io.BytesIO(content))


def placed(slide: Slide, *kinds: PP_PLACEHOLDER) -> list[str]:
    return [shape.text_frame.text for shape in slide.placeholders if shape.placeholder_format.type in kinds]


def charts(slide: Slide) -> list[Chart]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


@decks
def test_a_deck_is_a_file_with_its_slides_and_notes(deck: Deck, library: Library):
    file = opened(as_powerpoint(library, as_is(library, deck)))
    cover, *slides = file.slides
    assert cover.shapes.title.text_frame.text == deck.title
    assert [slide.shapes.title.text_frame.text for slide in slides] == [slide.title for slide in deck.slides]
    for slide, written in zip(slides, deck.slides, strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        assert notes.startswith(plain_text(written.notes, library))
        assert placed(slide, PP_PLACEHOLDER.FOOTER)[0].startswith("Source: ")
    assert cover.notes_slide.notes_text_frame.text


@decks
def test_everything_stands_in_a_place_of_the_layout_and_on_the_slide(deck: Deck, library: Library):
    file = opened(as_powerpoint(library, as_is(library, deck)))
    assert (file.slide_width, file.slide_height) == (Inches(13.333), Inches(7.5))
    for slide in file.slides:
        for shape in slide.shapes:
            assert shape.is_placeholder or shape.has_chart or shape.has_table, shape.name
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= file.slide_width
            assert shape.top + shape.height <= file.slide_height, (slide.shapes.title.text_frame.text, shape.name)
        body = placed(slide, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
        assert all(text.strip() for text in body), "an empty place says 'Click to add text'"


@decks
def test_charts_are_powerpoints_own_with_our_numbers(deck: Deck, library: Library):
    _cover, *slides = opened(as_powerpoint(library, as_is(library, deck))).slides
    for slide, written in zip(slides, deck.slides, strict=True):
        panels = panels_of(library, written.chart) if written.chart in library.charts else []
        found = charts(slide)
        assert len(found) == len(panels)
        for chart, drawn in zip(found, panels, strict=True):
            assert list(chart.plots[0].categories) == list(drawn.labels.values())
            numbers = [list(series.values) for series in chart.plots[0].series]
            assert numbers == [[drawn.value(label, key) for label in drawn.labels] for key in drawn.series]


@decks
def test_tables_are_powerpoints_own(deck: Deck, library: Library):
    printed = as_is(library, deck)
    _cover, *slides = opened(as_powerpoint(library, printed)).slides
    for slide, written in zip(slides, printed.slides, strict=True):
        wanted = [block for block in written.blocks if block.kind == "table"]
        found = [shape.table for shape in slide.shapes if shape.has_table]
        assert [[[cell.text for cell in row.cells] for row in table.rows] for table in found] == [
            [["".join(run.text for run in cell) for cell in row] for row in block.rows] for block in wanted
        ]


def test_whatever_somebody_typed_is_text_on_as_many_slides_as_it_needs(library: Library):
    printed = worst(library)
    file = opened(as_powerpoint(library, printed))
    assert len(file.slides) == len(printed.slides) + 1
    titles = [slide.shapes.title.text_frame.text for slide in file.slides]
    assert "<script>alert(1)</script>" in titles and "العمل الجبري" in titles and "abcd" in titles
    words = sum(text.split().count("word") for s in file.slides for text in placed(s, PP_PLACEHOLDER.OBJECT))
    assert words == 400
    both = sum(text.split().count("both") for s in file.slides for text in placed(s, PP_PLACEHOLDER.OBJECT))
    assert both == 800 and any("the last the last" in title for title in titles)
    assert any(title.endswith("(continued)") for title in titles)
    rows = sum(len(shape.table.rows) - 1 for s in file.slides for shape in s.shapes if shape.has_table)
    assert rows >= 100
    for slide in file.slides:
        assert slide.notes_slide.notes_text_frame.text
        for shape in slide.shapes:
            assert shape.top + shape.height <= file.slide_height + 9, (slide.shapes.title.text_frame.text, shape.name)
