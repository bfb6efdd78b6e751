"""What the facilitator types on slides is kept, also when two windows type at once."""

import pytest

from engine.server import Server
from engine.slides.own_slides import add_slide, remove_slide, slide_to_original, slides_of
from engine.slides.texts import SentSlideText, SlidePlace, save_slide_text
from engine.store import SlideText, Workshop
from engine.workshop import Outcome, WorkshopProblem
from tests.sample_content import STEPS, open_sample


@pytest.fixture
def workshop(workshop_server: Server) -> Workshop:
    return open_sample(workshop_server)


def place(workshop: Workshop, field: str = "body", slide_id: str = "two") -> SlidePlace:
    return SlidePlace(workshop.id, STEPS, slide_id, field)


def save(server: Server, where: SlidePlace, text: str, base: int = 0, **stamp) -> Outcome:
    return save_slide_text(server, where, SentSlideText(text, base, **stamp))


def held(server: Server, workshop: Workshop, field: str = "body") -> str:
    return getattr(next(s for s in slides_of(server, workshop.id, STEPS) if s.id == "two"), field)


def test_a_text_is_kept_with_its_revision(workshop_server: Server, workshop: Workshop):
    first = save(workshop_server, place(workshop), "Our own.")
    again = save(workshop_server, place(workshop), "Our own.", first.mine)
    second = save(workshop_server, place(workshop), "Our own words.", first.mine)
    assert again.mine == first.mine == first.saved.revision
    assert second.mine > first.mine and second.saved.saved_at
    assert held(workshop_server, workshop) == "Our own words."


def test_two_windows_that_begin_with_the_deck_keep_both_texts(workshop_server: Server, workshop: Workshop):
    save(workshop_server, place(workshop), "First. The two.")
    outcome = save(workshop_server, place(workshop), "The two. Last.")
    assert outcome.saved.value == held(workshop_server, workshop) == "First. The two. Last."
    assert outcome.mine < outcome.saved.revision


def test_two_windows_that_go_on_from_one_text_keep_both(workshop_server: Server, workshop: Workshop):
    base = save(workshop_server, place(workshop), "A middle.").mine
    save(workshop_server, place(workshop), "Before. A middle.", base)
    assert save(workshop_server, place(workshop), "A middle. After.", base).saved.value == ("Before. A middle. After.")


def test_a_text_that_goes_on_without_a_reply_stands_once(workshop_server: Server, workshop: Workshop):
    for number, text in enumerate(("The two. And so", "The two. And so on.", "The two. And on."), start=1):
        save(workshop_server, place(workshop), text, tab="window01", number=number)
    assert held(workshop_server, workshop) == "The two. And on."


def test_what_comes_again_or_after_its_successor_adds_nothing(workshop_server: Server, workshop: Workshop):
    texts = ["The two. The pas", "The two. The passport w", "The two. The passport was kept."]
    newest = save(workshop_server, place(workshop), texts[2], tab="window01", number=3)
    other = save(workshop_server, place(workshop), "First. The two.", tab="window02", number=1)
    assert other.saved.value == "First. The two. The passport was kept."
    for number in (1, 2, 3, 3):
        late = save(workshop_server, place(workshop), texts[number - 1], tab="window01", number=number)
        assert (late.mine, late.saved) == (newest.mine, other.saved)
    with workshop_server.database.read() as db:
        assert [row.value for row in db.query(SlideText).order_by(SlideText.id)] == [
            texts[2], "First. The two.", other.saved.value,
        ]  # fmt: skip


def test_ten_minutes_without_replies_repeat_no_word(workshop_server: Server, workshop: Workshop):
    """A line that holds texts back lets them go all at once, the last one first or in any other order."""
    words = [f"word{n}" for n in range(1, 40)]
    order = [39, 1, 20, 38, 5, *range(1, 40)]
    for number in order:
        text = " ".join(["The two.", *words[:number]])
        save(workshop_server, place(workshop), text, tab="window01", number=number)
        if number == 20:
            save(workshop_server, place(workshop), "Somebody else. The two.", tab="window02", number=1)
    assert held(workshop_server, workshop).split() == ["Somebody", "else.", "The", "two.", *words]


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize(
    "texts",
    [("cab", "A crab was there."), ("A crab was there.", "cab"), ("Yes.", "He says it."), ("One here.", "Two there.")],
)
def test_two_windows_lose_no_word_to_each_other(
    workshop_server: Server, workshop: Workshop, texts: tuple[str, str], base: int
):
    before = "The two." if base == 0 else save(workshop_server, place(workshop), "Ours.").saved.value
    revision = 0 if base == 0 else slides_of(workshop_server, workshop.id, STEPS)[1].revisions["body"]
    for tab, text in zip(("window01", "window02"), texts, strict=True):
        for number in (1, 2):  # the reply to the first try was lost
            save(workshop_server, place(workshop), f"{before} {text}", revision, tab=tab, number=number)
    words = held(workshop_server, workshop).split()
    assert sorted(words) == sorted(f"{before} {texts[0]} {texts[1]}".split())


def test_who_typed_the_same_goes_on_without_doubling_it(workshop_server: Server, workshop: Workshop):
    save(workshop_server, place(workshop), "The two. Same.", tab="window01", number=1)
    save(workshop_server, place(workshop), "The two. Same.", tab="window02", number=1)
    save(workshop_server, place(workshop), "The two. Same. More.", tab="window02", number=2)
    assert held(workshop_server, workshop) == "The two. Same. More."


def test_what_a_window_saw_last_counts_whichever_came_first(workshop_server: Server, workshop: Workshop):
    save(workshop_server, place(workshop), "The two. Mine.", tab="window01", number=1)
    both = save(workshop_server, place(workshop), "Theirs. The two.", tab="window02", number=1).saved
    save(workshop_server, place(workshop), "The two.", both.revision, tab="window01", number=2)
    assert held(workshop_server, workshop) == "The two."


def test_after_going_back_to_the_original_one_types_on_from_it(workshop_server: Server, workshop: Workshop):
    save(workshop_server, place(workshop), "Something else.")
    slide_to_original(workshop_server, workshop.id, STEPS, "two")
    slide = next(s for s in slides_of(workshop_server, workshop.id, STEPS) if s.id == "two")
    save(workshop_server, place(workshop), "The two. More.", slide.revisions["body"])
    assert held(workshop_server, workshop) == "The two. More."


@pytest.mark.parametrize("field, limit", [("title", 120), ("body", 2000), ("notes", 6000)])
def test_what_is_too_long_together_is_refused_and_the_field_stays(
    workshop_server: Server, workshop: Workshop, field: str, limit: int
):
    here = place(workshop, field)
    one, other = "one " * (limit // 4 - 1) + "END1", "two " * (limit // 4 - 1) + "END2"
    first = save(workshop_server, here, one)
    for number in range(1, 12):
        with pytest.raises(WorkshopProblem, match="Let somebody shorten theirs first"):
            save(workshop_server, here, other, tab="window02", number=number)
    assert held(workshop_server, workshop, field) == one
    with pytest.raises(WorkshopProblem, match=f"Use at most {limit}"):
        save(workshop_server, here, one + "!" * limit, first.mine)
    shorter = save(workshop_server, here, "one", first.mine)
    save(workshop_server, here, "one two", shorter.mine, tab="window02", number=12)
    assert held(workshop_server, workshop, field) == "one two"


def test_nothing_is_ever_overwritten(workshop_server: Server, workshop: Workshop):
    for text in ("One.", "Two.", "Three."):
        save(workshop_server, place(workshop, "title"), text)
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
    save(workshop_server, place(workshop), typed)
    assert held(workshop_server, workshop) == kept


@pytest.mark.parametrize("stop", ["\r\n", "\x0b", "\u2028"], ids=repr)
def test_a_title_is_one_line(workshop_server: Server, workshop: Workshop, stop: str):
    save(workshop_server, place(workshop, "title"), f"20{stop}900\xa0000 victims")
    assert held(workshop_server, workshop, "title") == "20 900\xa0000 victims"


def test_what_cannot_be_kept_is_said(workshop_server: Server, workshop: Workshop):
    with pytest.raises(WorkshopProblem, match=r"121 characters long\. Use at most 120"):
        save(workshop_server, place(workshop, "title"), "a" * 121)
    with pytest.raises(WorkshopProblem, match="no such text"):
        save(workshop_server, place(workshop, "id"), "a")
    with pytest.raises(WorkshopProblem, match="taken away"):
        save(workshop_server, place(workshop, slide_id="nobody"), "a")
    own = add_slide(workshop_server, workshop.id, STEPS)
    remove_slide(workshop_server, workshop.id, STEPS, own)
    with pytest.raises(WorkshopProblem, match="taken away"):
        save(workshop_server, place(workshop, slide_id=own), "a")
