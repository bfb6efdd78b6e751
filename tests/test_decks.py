"""The decks: one for every input of both modules, short enough to read, and with all that the handbook has."""

import re
from pathlib import Path

import pytest

from engine.content import Deck, Item
from engine.content.page import LINK
from engine.content.strict_yaml import load
from tests.real_content import LIBRARY

decks = pytest.mark.parametrize("deck", LIBRARY.decks.values(), ids=lambda d: d.id)
INPUTS = [(module.id, item) for module in LIBRARY.modules.values() for item in module.items() if item.kind == "input"]

ESSENTIAL, _lines = load((Path(__file__).parent / "essential_of_decks.yaml").read_text(encoding="utf-8"))
"""What a deck may not leave out, from its section of the handbook."""
TEN_CHARTS = "ten-charts"
"""The story of the statistics: a choice beside the decks of the agenda."""


def test_the_story_of_the_statistics_has_ten_charts():
    charts = [slide.chart for slide in LIBRARY.decks[TEN_CHARTS].slides]
    assert len(charts) == len(set(charts)) == 10
    assert None not in charts


@pytest.mark.parametrize("module, item", INPUTS, ids=[f"{module}-{item.id}" for module, item in INPUTS])
def test_an_input_of_the_agenda_has_its_deck(module: str, item: Item):
    assert item.slides in LIBRARY.decks, f"{module}: {item.id} names no deck"


@decks
def test_a_deck_is_shown_somewhere(deck: Deck):
    named = {item.slides for module in LIBRARY.modules.values() for item in module.items()}
    assert deck.id in named | {TEN_CHARTS}


@decks
def test_a_deck_can_be_given_in_its_time(deck: Deck):
    assert 5 <= len(deck.slides) <= 14
    given = [re.findall(r"About (\d+) minutes", slide.notes) for slide in deck.slides]
    assert all(len(found) == 1 for found in given), "each slide's notes end with 'About n minutes.'"
    items = [item for m in LIBRARY.modules.values() for item in m.items() if item.slides == deck.id]
    longest = max((item.minutes for item in items), default=deck.minutes)
    together = sum(int(found[0]) for found in given)
    assert deck.minutes <= together <= max(deck.minutes, longest)


@decks
def test_a_slide_is_short_and_has_notes_to_speak_from(deck: Deck):
    for slide in deck.slides:
        assert len(slide.title) <= 90, slide.id
        assert 40 <= len(LINK.sub(r"\1", slide.notes).split()) <= 170, slide.id
        words = [word for word in LINK.sub(r"\1", slide.body).split() if any(map(str.isalnum, word))]
        assert len(words) <= 70, slide.id
        assert words or slide.chart, slide.id
        assert slide.chart is None or slide.chart in LIBRARY.charts, slide.id


@decks
def test_a_deck_leaves_nothing_essential_out(deck: Deck):
    text = " ".join(LINK.sub(r"\1", part) for slide in deck.slides for part in (slide.title, slide.body, slide.notes))
    plain = re.sub(r"[\s*|“”\"]+", " ", text).lower()
    assert [part for part in ESSENTIAL[deck.id] if part not in plain] == []


@decks
def test_a_deck_asks_the_room(deck: Deck):
    assert sum("?" in slide.title + slide.body + slide.notes for slide in deck.slides) >= len(deck.slides) // 2
