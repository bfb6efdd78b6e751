"""Slides on real screens: the facilitator turns them by key, and the projector follows; own words stay words."""

import time

from playwright.sync_api import Page, expect

from engine.slides.own_slides import slides_of
from engine.slides.presenting import present, stop_presenting, turn
from tests.browser.begun import Begun
from tests.browser.people import PROJECTOR, Facilitator

DECK = "definitions-and-concepts"
EVIL = "<script>document.title='x'</script><img src=x onerror=\"document.title='x'\">"
WATCH = """title => {
  window.seen = null;
  const isThere = () => [...document.querySelectorAll(".slide h2")].some((h) => h.textContent === title);
  const look = () => { if (isThere()) window.seen = Date.now(); else requestAnimationFrame(look); };
  look();
}"""


def titles(begun: Begun) -> list[str]:
    return [slide.title for slide in slides_of(begun.server, begun.workshop.id, DECK)]


def at_projector(begun: Begun) -> Facilitator:
    watcher = begun.facilitator()
    watcher.page.set_viewport_size(PROJECTOR)
    watcher.context.clear_cookies()
    watcher.go(begun.watch_path)
    return watcher


def slide_title(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()


def test_the_projector_follows_the_arrow_keys_and_turning_leaves_laptops_alone(begun: Begun):
    first, second, third, fourth = titles(begun)[:4]
    facilitator, laptop = begun.facilitator(), begun.laptop("Amina", "Kariba")
    facilitator.go(f"/slides?deck={DECK}")
    facilitator.press("Present")
    projector = at_projector(begun)
    facilitator.press("Show to the room")
    facilitator.sees("The room sees this")
    facilitator.sees("Turn the slides with the arrow keys.")
    slide_title(projector.page, first)
    laptop.is_at_sheet()
    facilitator.page.keyboard.press("ArrowRight")
    slide_title(projector.page, second)
    facilitator.sees("2 / ")
    for key in ("PageDown", "ArrowRight"):  # faster than any page is drawn
        facilitator.page.keyboard.press(key)
    slide_title(projector.page, fourth)
    projector.page.keyboard.press("ArrowRight")  # the room's keys turn nothing
    facilitator.press("Previous")
    slide_title(projector.page, third)
    facilitator.press("Hide from the room")
    projector.sees("To join, open")
    facilitator.page.reload()
    facilitator.sees("3 / ")  # the place and the clock survive
    facilitator.sees("min left")
    expect(facilitator.page.get_by_role("timer")).not_to_have_text("0:00")
    assert facilitator.outside() == projector.outside() == []


def test_a_turned_slide_is_soon_on_the_projector(begun: Begun):
    present(begun.server, begun.workshop.id, DECK)
    turn(begun.server, begun.workshop.id, DECK, -1000)  # here, and so unheard by pages that are open already
    facilitator, projector = begun.facilitator(), at_projector(begun)
    facilitator.go(f"/slides?deck={DECK}&view=present")
    facilitator.sees("The room sees this")
    facilitator.sees("Turn the slides with the arrow keys.")
    slide_title(projector.page, titles(begun)[0])
    taken = []
    for title in titles(begun)[1:6]:
        projector.page.evaluate(WATCH, title)
        began = time.time() * 1000
        facilitator.page.keyboard.press("ArrowRight")
        projector.page.wait_for_function("window.seen")
        taken.append(projector.page.evaluate("window.seen") - began)
    print(f"\na turned slide is on the projector after {min(taken):.0f} to {max(taken):.0f} ms")
    stop_presenting(begun.server, begun.workshop.id)


def test_the_slide_alone_fills_the_screen_and_escape_leaves(begun: Begun):
    facilitator = begun.facilitator()
    turn(begun.server, begun.workshop.id, DECK, -1000)
    facilitator.go(f"/slides?deck={DECK}&view=present")
    facilitator.press("Full screen here")
    facilitator.sees("Arrow keys turn the slides, Escape leaves.")
    expect(facilitator.page.get_by_test_id("stSidebar")).to_be_hidden()
    slide_title(facilitator.page, titles(begun)[0])
    facilitator.page.keyboard.press(" ")
    slide_title(facilitator.page, titles(begun)[1])
    facilitator.page.keyboard.press("Escape")
    facilitator.sees("Show to the room")


def test_what_the_facilitator_types_on_a_slide_is_text_everywhere(begun: Begun):
    facilitator = begun.facilitator()
    facilitator.go(f"/slides?deck={DECK}&view=change")
    facilitator.press("Add a slide at the beginning")
    expect(facilitator.page.get_by_label("Title", exact=True)).to_have_value("")
    facilitator.page.get_by_label("Title", exact=True).fill(EVIL)
    facilitator.page.get_by_label("Text", exact=True).fill(f"- {EVIL}\n- **Strong**")
    facilitator.page.get_by_label("Text", exact=True).press("ArrowRight")  # moves the cursor, and no slide
    facilitator.sees("Saved ")
    expect(facilitator.page.locator(".slide h2").first).to_have_text(EVIL)
    expect(facilitator.page.locator(".slide li strong").first).to_have_text("Strong")
    assert facilitator.page.locator(".slide img, .slide script").count() == 0
    facilitator.page.reload()
    expect(facilitator.page.get_by_label("Title", exact=True)).to_have_value(EVIL)
    present(begun.server, begun.workshop.id, DECK)
    turn(begun.server, begun.workshop.id, DECK, -1000)
    projector = at_projector(begun)
    expect(projector.page.locator(".slide h2")).to_have_text(EVIL)
    assert projector.page.title() != "x" and facilitator.page.title() != "x"
    stop_presenting(begun.server, begun.workshop.id)
    facilitator.go(f"/slides?deck={DECK}&view=change")
    facilitator.press("Whole deck back to the original")
    facilitator.press("Yes, back to the original")
    expect(facilitator.page.locator(".slide h2").first).not_to_have_text(EVIL)
    assert facilitator.outside() == []


def test_participants_read_the_slides_without_the_notes(begun: Begun):
    laptop = begun.laptop("Bwalya", "Luangwa")
    laptop.go(f"/slides?deck={DECK}&view=present")
    laptop.sees(titles(begun)[0])
    assert laptop.page.get_by_text("Notes", exact=True).count() == 0
    assert laptop.page.get_by_role("button", name="Present").count() == 0
    assert laptop.page.get_by_text("Download").count() == 0
