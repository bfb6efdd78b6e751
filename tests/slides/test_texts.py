"""What the facilitator types on slides is kept, also when two windows type at once."""

import pytest

from engine.server import Server
from engine.slides.own_slides import add_slide, remove_slide, slide_to_original, slides_of
from engine.slides.texts import SlidePlace, save_slide_text
from engine.store import SlideText, Workshop
from engine.workshop import WorkshopProblem
from tests.sample_content import STEPS, open_sample


@pytest.fixture
def workshop(workshop_server: Server) -> Workshop:
    return open_sample(workshop_server)


def place(workshop: Workshop, field: str = "body", slide_id: str = "two") -> SlidePlace:
    return SlidePlace(workshop.id, STEPS, slide_id, field)


def held(server: Server, workshop: Workshop, field: str = "body") -> str:
    return getattr(next(s for s in slides_of(server, workshop.id, STEPS) if s.id == "two"), field)


def test_a_text_is_kept_with_its_revision(workshop_server: Server, workshop: Workshop):
    first = save_slide_text(workshop_server, place(workshop), "Our own.")
    again = save_slide_text(workshop_server, place(workshop), "Our own.", first.mine)
    second = save_slide_text(workshop_server, place(workshop), "Our own words.", first.mine)
    assert again.mine == first.mine == first.saved.revision
    assert second.mine > first.mine and second.saved.saved_at
    assert held(workshop_server, workshop) == "Our own words."


def test_two_windows_that_begin_with_the_deck_keep_both_texts(workshop_server: Server, workshop: Workshop):
    save_slide_text(workshop_server, place(workshop), "First. The two.")
    outcome = save_slide_text(workshop_server, place(workshop), "The two. Last.")
    assert outcome.saved.value == held(workshop_server, workshop) == "First. The two. Last."
    assert outcome.mine < outcome.saved.revision


def test_two_windows_that_go_on_from_one_text_keep_both(workshop_server: Server, workshop: Workshop):
    base = save_slide_text(workshop_server, place(workshop), "A middle.").mine
    save_slide_text(workshop_server, place(workshop), "Before. A middle.", base)
    assert save_slide_text(workshop_server, place(workshop), "A middle. After.", base).saved.value == (
        "Before. A middle. After."
    )


def test_a_text_sent_again_without_a_reply_stands_once(workshop_server: Server, workshop: Workshop):
    save_slide_text(workshop_server, place(workshop), "The two. And so")
    save_slide_text(workshop_server, place(workshop), "The two. And so on.")
    assert held(workshop_server, workshop) == "The two. And so on."


def test_a_text_that_arrives_after_its_successor_adds_nothing(workshop_server: Server, workshop: Workshop):
    for text in ("The two. The passport was kept.", "The two. The passport w"):
        save_slide_text(workshop_server, place(workshop), text)
    assert held(workshop_server, workshop) == "The two. The passport was kept."


def test_a_word_of_one_window_is_not_lost_when_another_has_its_letters(workshop_server: Server, workshop: Workshop):
    for text in ("The two. cab", "The two. A crab was there."):
        save_slide_text(workshop_server, place(workshop), text)
    words = held(workshop_server, workshop).split()
    assert sorted(words) == sorted(["The", "two.", "cab", "A", "crab", "was", "there."])


def test_after_going_back_to_the_original_one_types_on_from_it(workshop_server: Server, workshop: Workshop):
    save_slide_text(workshop_server, place(workshop), "Something else.")
    slide_to_original(workshop_server, workshop.id, STEPS, "two")
    slide = next(s for s in slides_of(workshop_server, workshop.id, STEPS) if s.id == "two")
    save_slide_text(workshop_server, place(workshop), "The two. More.", slide.revisions["body"])
    assert held(workshop_server, workshop) == "The two. More."


@pytest.mark.parametrize("field, limit", [("title", 120), ("body", 2000), ("notes", 6000)])
def test_two_long_texts_stay_whole_and_the_next_save_asks_to_shorten_them(
    workshop_server: Server, workshop: Workshop, field: str, limit: int
):
    here = place(workshop, field)
    one, other = "one " * (limit // 4 - 1) + "END1", "two " * (limit // 4 - 1) + "END2"
    save_slide_text(workshop_server, here, one)
    both = save_slide_text(workshop_server, here, other).saved
    assert held(workshop_server, workshop, field) == both.value and len(both.value) > limit
    assert all(both.value.count(word) == one.count(word) + other.count(word) for word in ("one", "two", "END1", "END2"))
    with pytest.raises(WorkshopProblem, match=f"Use at most {limit}"):
        save_slide_text(workshop_server, here, both.value + "!", both.revision)
    save_slide_text(workshop_server, here, one, both.revision)
    assert held(workshop_server, workshop, field) == one


def test_nothing_is_ever_overwritten(workshop_server: Server, workshop: Workshop):
    for text in ("One.", "Two.", "Three."):
        save_slide_text(workshop_server, place(workshop, "title"), text)
    with workshop_server.database.read() as db:
        kept = [row.value for row in db.query(SlideText).order_by(SlideText.id)]
    assert [text for text in ("One.", "Two.", "Three.") if text in kept] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    "typed, kept",
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("nul \x00 bell \x07", "nul  bell "),
        ("half \ud800", "half ?"),
        ("العمل الجبري", "العمل الجبري"),
        ("En 2012 :\xa020\u202f900\xa0000 victimes", "En 2012 :\xa020\u202f900\xa0000 victimes"),
        ("forced\u3000labour\u2003in\u2009three\u1680words", "forced\u3000labour\u2003in\u2009three\u1680words"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("new emoji \U0001fae8, ខ្មែរ\u200bភាសា", "new emoji \U0001fae8, ខ្មែរ\u200bភាសា"),
    ],
)
def test_text_is_kept_as_text(workshop_server: Server, workshop: Workshop, typed: str, kept: str):
    save_slide_text(workshop_server, place(workshop), typed)
    assert held(workshop_server, workshop) == kept


@pytest.mark.parametrize("stop", ["\r\n", "\x0b", "\u2028"], ids=repr)
def test_a_title_is_one_line(workshop_server: Server, workshop: Workshop, stop: str):
    save_slide_text(workshop_server, place(workshop, "title"), f"20{stop}900\xa0000 victims")
    assert held(workshop_server, workshop, "title") == "20 900\xa0000 victims"


def test_what_cannot_be_kept_is_said(workshop_server: Server, workshop: Workshop):
    with pytest.raises(WorkshopProblem, match=r"121 characters long\. Use at most 120"):
        save_slide_text(workshop_server, place(workshop, "title"), "a" * 121)
    with pytest.raises(WorkshopProblem, match="no such text"):
        save_slide_text(workshop_server, place(workshop, "id"), "a")
    with pytest.raises(WorkshopProblem, match="taken away"):
        save_slide_text(workshop_server, place(workshop, slide_id="nobody"), "a")
    own = add_slide(workshop_server, workshop.id, STEPS)
    remove_slide(workshop_server, workshop.id, STEPS, own)
    with pytest.raises(WorkshopProblem, match="taken away"):
        save_slide_text(workshop_server, place(workshop, slide_id=own), "a")
