"""A workshop's version of the slides: another order, hidden slides, own texts, own slides; the deck stays as it is."""

import pytest

from engine.live import topics
from engine.server import Server
from engine.slides.own_slides import (
    MOST_SLIDES,
    ShownSlide,
    add_slide,
    deck_of,
    deck_to_original,
    decks_of,
    hide_slide,
    move_slide,
    remove_slide,
    slide_to_original,
    slides_of,
)
from engine.slides.texts import SentSlideText, SlidePlace, save_slide_text
from engine.store import Workshop
from engine.workshop import WorkshopProblem, set_open
from tests.sample_content import STEPS, open_sample


@pytest.fixture
def workshop(workshop_server: Server) -> Workshop:
    return open_sample(workshop_server)


def ids(server: Server, workshop: Workshop) -> list[str]:
    return [slide.id for slide in slides_of(server, workshop.id, STEPS)]


def shown(server: Server, workshop: Workshop, slide_id: str) -> ShownSlide:
    return next(slide for slide in slides_of(server, workshop.id, STEPS) if slide.id == slide_id)


def write(server: Server, workshop: Workshop, slide_id: str, field: str, text: str) -> None:
    save_slide_text(server, SlidePlace(workshop.id, STEPS, slide_id, field), SentSlideText(text))


def test_a_workshop_begins_with_the_deck_as_it_is(workshop_server: Server, workshop: Workshop):
    assert list(decks_of(workshop_server, workshop.id)) == [STEPS]
    slides = slides_of(workshop_server, workshop.id, STEPS)
    assert [(s.id, s.title, s.body, s.notes) for s in slides] == [
        (name, name.title(), f"The {name}.", f"Say {name}.") for name in ("one", "two", "three")
    ]
    assert not any(s.is_hidden or s.is_added or s.is_changed for s in slides)


def test_slides_move_up_and_down_and_stay_at_the_ends(workshop_server: Server, workshop: Workshop):
    moves = [("three", -1, "one three two"), ("three", -1, "three one two"), ("three", -1, "three one two")]
    moves += [("one", +1, "three two one"), ("one", +1, "three two one"), ("nobody", +1, "three two one")]
    for slide_id, step, then in moves:
        move_slide(workshop_server, workshop.id, STEPS, slide_id, step)
        assert ids(workshop_server, workshop) == then.split()


def test_a_slide_is_hidden_and_comes_back(workshop_server: Server, workshop: Workshop):
    hide_slide(workshop_server, workshop.id, STEPS, "two", True)
    hide_slide(workshop_server, workshop.id, STEPS, "two", True)
    hide_slide(workshop_server, workshop.id, STEPS, "nobody", True)
    assert [s.id for s in slides_of(workshop_server, workshop.id, STEPS) if s.is_hidden] == ["two"]
    hide_slide(workshop_server, workshop.id, STEPS, "two", False)
    assert not shown(workshop_server, workshop, "two").is_hidden


def test_an_own_text_stands_before_the_decks_and_the_original_comes_back(workshop_server: Server, workshop: Workshop):
    write(workshop_server, workshop, "two", "body", "Our own words.")
    write(workshop_server, workshop, "two", "notes", "")
    slide = shown(workshop_server, workshop, "two")
    assert (slide.title, slide.body, slide.notes) == ("Two", "Our own words.", "")
    assert slide.is_changed and not slide.is_added
    assert slide.base and slide.base.body == "The two."
    slide_to_original(workshop_server, workshop.id, STEPS, "two")
    slide = shown(workshop_server, workshop, "two")
    assert (slide.body, slide.notes, slide.is_changed) == ("The two.", "Say two.", False)


def test_a_text_typed_back_to_the_original_is_no_change(workshop_server: Server, workshop: Workshop):
    write(workshop_server, workshop, "two", "body", "The two!")
    revision = shown(workshop_server, workshop, "two").revisions["body"]
    save_slide_text(workshop_server, SlidePlace(workshop.id, STEPS, "two", "body"), SentSlideText("The two.", revision))
    assert not shown(workshop_server, workshop, "two").is_changed


def test_own_slides_stand_where_they_were_added(workshop_server: Server, workshop: Workshop):
    behind_one = add_slide(workshop_server, workshop.id, STEPS, "one")
    first = add_slide(workshop_server, workshop.id, STEPS)
    assert ids(workshop_server, workshop) == [first, "one", behind_one, "two", "three"]
    write(workshop_server, workshop, behind_one, "title", "Our law")
    slide = shown(workshop_server, workshop, behind_one)
    assert (slide.title, slide.body, slide.is_added, slide.is_changed) == ("Our law", "", True, False)
    remove_slide(workshop_server, workshop.id, STEPS, behind_one)
    remove_slide(workshop_server, workshop.id, STEPS, "one")  # of the deck: can only be hidden
    assert ids(workshop_server, workshop) == [first, "one", "two", "three"]


def test_the_whole_deck_goes_back_to_the_original(workshop_server: Server, workshop: Workshop):
    before = slides_of(workshop_server, workshop.id, STEPS)
    add_slide(workshop_server, workshop.id, STEPS)
    move_slide(workshop_server, workshop.id, STEPS, "three", -1)
    hide_slide(workshop_server, workshop.id, STEPS, "one", True)
    write(workshop_server, workshop, "two", "title", "Zwei")
    deck_to_original(workshop_server, workshop.id, STEPS)
    after = slides_of(workshop_server, workshop.id, STEPS)
    assert [(s.id, s.title, s.body, s.is_hidden) for s in after] == [(s.id, s.title, s.body, False) for s in before]


def test_one_workshops_changes_are_not_anothers_and_the_deck_stays(workshop_server: Server, workshop: Workshop):
    other = open_sample(workshop_server, "Another")
    deck = deck_of(workshop_server, workshop.id, STEPS)
    move_slide(workshop_server, workshop.id, STEPS, "three", -1)
    hide_slide(workshop_server, workshop.id, STEPS, "one", True)
    write(workshop_server, workshop, "two", "title", "Zwei")
    add_slide(workshop_server, workshop.id, STEPS)
    assert [s.title for s in slides_of(workshop_server, other.id, STEPS)] == ["One", "Two", "Three"]
    assert deck_of(workshop_server, workshop.id, STEPS) == deck == workshop_server.library.decks[STEPS]


def test_a_workshop_keeps_the_slides_that_it_was_opened_with(workshop_server: Server, workshop: Workshop):
    decks_of(workshop_server, workshop.id)
    workshop_server.library.decks = {}
    workshop_server.copies.clear()
    assert ids(workshop_server, workshop) == ["one", "two", "three"]


def test_what_cannot_be_done_is_said(workshop_server: Server, workshop: Workshop):
    with pytest.raises(WorkshopProblem, match="no such slides"):
        slides_of(workshop_server, workshop.id, "nothing")
    with pytest.raises(WorkshopProblem, match="no such slides"):
        add_slide(workshop_server, workshop.id, "nothing")
    set_open(workshop_server, workshop.id, False)
    for act in (
        lambda: move_slide(workshop_server, workshop.id, STEPS, "one", 1),
        lambda: hide_slide(workshop_server, workshop.id, STEPS, "one", True),
        lambda: add_slide(workshop_server, workshop.id, STEPS),
        lambda: deck_to_original(workshop_server, workshop.id, STEPS),
        lambda: write(workshop_server, workshop, "one", "body", "Late"),
    ):
        with pytest.raises(WorkshopProblem, match="closed"):
            act()
    assert ids(workshop_server, workshop) == ["one", "two", "three"]


def test_a_deck_has_a_last_slide(workshop_server: Server, workshop: Workshop):
    for _n in range(MOST_SLIDES - 3):
        add_slide(workshop_server, workshop.id, STEPS)
    with pytest.raises(WorkshopProblem, match="enough"):
        add_slide(workshop_server, workshop.id, STEPS)


def test_every_change_is_told_but_not_a_slide_that_is_empty_yet(workshop_server: Server, workshop: Workshop):
    bus, deck, topic = workshop_server.bus, (workshop_server, workshop.id, STEPS), topics.slides(workshop.id)
    mark = bus.mark()
    own = add_slide(*deck, "one")
    assert bus.missed([topic, topics.room(workshop.id)], mark) == set()
    for act in (
        lambda: write(workshop_server, workshop, own, "title", "Ours"),
        lambda: move_slide(*deck, own, 1),
        lambda: hide_slide(*deck, own, True),
        lambda: slide_to_original(*deck, "one"),
        lambda: remove_slide(*deck, own),
        lambda: deck_to_original(*deck),
    ):
        mark = bus.mark()
        act()
        assert bus.missed([topic, topics.room(workshop.id)], mark) == {topic}
