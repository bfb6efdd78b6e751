"""The size of the text on a slide, by rule."""

from math import ceil

import pytest

from engine.content import Library
from engine.slides import blocks_of, size_of
from engine.slides.fitting import CHARACTER, HEIGHT, LINE, SIZES, WIDTH, height_of, parts_of, title_points, widths_of
from tests.real_content import LIBRARY
from tests.slides.decks import WORST

SLIDES = [(deck.id, slide) for deck in LIBRARY.decks.values() for slide in deck.slides]


@pytest.mark.parametrize("deck, slide", SLIDES, ids=[f"{deck}-{slide.id}" for deck, slide in SLIDES])
def test_a_slide_of_ours_can_be_read_from_the_back(deck: str, slide, library: Library):
    blocks = blocks_of(slide.body, library)
    assert size_of(blocks, has_chart=bool(slide.chart)).points >= 20
    assert len(parts_of(blocks, has_chart=bool(slide.chart))) == 1


def test_the_more_text_the_smaller(library: Library):
    sizes = [size_of(blocks_of("word " * n, library), has_chart=False).points for n in (10, 60, 120, 200, 400, 800)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == SIZES[0].points and sizes[-1] == SIZES[-1].points


def test_the_longer_a_title_the_smaller_and_all_of_it_stands_above_the_text():
    sizes = [title_points("w" * length) for length in (100, 120, 243, 366, 500)]
    assert sizes == [34, 26, 18, 12, 12]
    assert all(ceil(n * CHARACTER * p / 72 / WIDTH) * LINE * p / 72 <= 1.15 for n, p in ((243, 18), (500, 12)))


@pytest.mark.parametrize("name", WORST)
def test_no_part_is_higher_than_a_slide_and_no_word_is_lost(name: str, library: Library):
    blocks = blocks_of(WORST[name]["body"], library)
    parts = parts_of(blocks, has_chart=False)
    assert all(height_of(part, SIZES[-1]) <= HEIGHT for part in parts)
    told = "".join(block.text for part in parts for block in part).replace(" ", "")
    assert told == "".join(block.text for block in blocks).replace(" ", "").replace("\n", "")


def test_columns_share_the_width_by_their_text(library: Library):
    (table,) = blocks_of("| Term | What it is |\n|---|---|\n| a | a much longer text than the term |", library)
    first, second = widths_of(table.rows)
    assert first + second == pytest.approx(1) and first < second
