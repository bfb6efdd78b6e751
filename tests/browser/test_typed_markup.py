"""HTML, Markdown and LaTeX in names, titles and answers: text on every screen, and nothing else."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.content import Activity, Library
from engine.workshop import join
from tests.browser.people import Person
from tests.browser.rooms import SITTERS, Room
from tests.browser.seen import nothing_wrong, shows

TITLE = "<script>alert('title')</script> **x** :red[y] $z$ ![](http://evil)"
GROUPS = ("<img src=x onerror=alert('g')>", "**x** :red[y] $z$ ![](http://evil)", "قلعة <b>x</b>")
HOSTILE = "</textarea></p><img src=x onerror=alert('a')> <script>alert(1)</script> **x** :red[y] $z$ ![](http://evil)"
CASES = "indicators-and-investigation"


@pytest.fixture(scope="module")
def room(browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = Room(browser, library, tmp_path_factory.mktemp("room"), title=TITLE, groups=GROUPS)
    yield room
    room.close()


@pytest.fixture(scope="module")
def activity(room: Room, library: Library) -> Activity:
    """The activity with cases, and what all groups wrote there."""
    activity = library.activities[CASES]
    room.begin(activity)
    row = activity.worksheet.fields[0].rows[0].id
    answers = {
        f"indicators/{row}/status": "present",
        f"indicators/{row}/note": HOSTILE,
        "verdict": "both",
        "reasons": HOSTILE,
        "investigation/r1": True,
        "investigation/r1/step": HOSTILE,
    }
    for group in range(3):
        room.filling(group, activity, next(iter(library.case_studies))).fill_and_check(answers)
    return activity


def _shows(page: Page, *texts: str) -> None:
    shows(page, *texts)
    strange = '[src="x"], [href*="evil"], [src*="evil"], .katex, script:not([src]), main b, main textarea ~ img'
    found = page.locator(strange).evaluate_all("all => all.map((node) => node.outerHTML.slice(0, 200))")
    found = [html for html in found if not html.startswith('<a href="#')]  # the anchor of a heading, within the page
    assert not [html for html in found if "evil" in html or "alert" in html or html.startswith("<b>x")]
    nothing_wrong(page)


def test_the_title_and_the_groups_on_the_facilitators_pages(room: Room):
    page = room.facilitator.page
    for path, texts in {
        "/workshops": (TITLE,),
        "/agenda": (TITLE,),
        "/groups": (TITLE, *GROUPS, *SITTERS),
        "/projector": (TITLE,),
        "/": (TITLE, *GROUPS) if room.workshop.activity_id else (TITLE,),
    }.items():
        room.facilitator.go(path)
        _shows(page, *texts)


def test_the_list_to_move_people_and_the_refusal_to_remove_a_group(room: Room):
    page = room.facilitator.page
    room.facilitator.go("/groups")
    page.get_by_role("button", name="Move or rejoin").first.click()
    page.get_by_role("combobox", name="Group", exact=True).click()
    for name in GROUPS:
        expect(page.get_by_role("option", name=name, exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    count = page.get_by_label("Number of groups")
    count.fill("2")
    count.press("Enter")
    expect(page.get_by_label("Name of group 3")).to_have_count(0)
    room.facilitator.press("Save the groups")
    shows(page, f"{GROUPS[2]} has people or answers, so it stays. Move its people first.")


def test_the_page_of_somebody_who_chooses_a_group(room: Room, browser: Browser):
    newcomer = Person(browser, room.running.origin)
    newcomer.page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    newcomer.go(f"/join?code={room.workshop.join_code}")
    newcomer.page.get_by_label("Your name").fill("Dalitso")
    newcomer.press("Join")
    newcomer.sees("Choose your group")
    _shows(newcomer.page, TITLE, *GROUPS, *SITTERS)
    newcomer.go("/join")
    _shows(newcomer.page, f"You have a seat in “{TITLE}”.")
    assert newcomer.outside() == []
    newcomer.context.close()


def test_a_sheet_with_hostile_answers(room: Room, activity: Activity):
    for laptop, name in zip(room.laptops, GROUPS, strict=True):
        laptop.page.reload()
        expect(laptop.page.get_by_label("Your reasons *")).to_have_value(HOSTILE)
        _shows(laptop.page, TITLE, name)


def test_every_view_of_the_plenary(room: Room, activity: Activity):
    page = room.facilitator.page
    room.facilitator.go("/plenary")
    pills = page.get_by_role("radiogroup", name="View", exact=True).get_by_role("radio")
    for place, view in enumerate(activity.plenary):
        pills.nth(place).click()
        expect(page.get_by_text(view.ask)).to_be_visible()
        _shows(page, *(GROUPS if view.kind != "evidence" else ()))
        if view.kind == "heatmap":
            page.locator("button.cell").first.click()
            expect(page.locator("dialog .note")).to_have_text(HOSTILE)
            expect(page.locator("dialog h2")).to_contain_text(GROUPS[0])
            _shows(page, HOSTILE)
            page.locator("dialog").get_by_role("button", name="Close").click()
        elif view.kind in ("texts", "rows"):
            _shows(page, HOSTILE)
        elif view.kind == "bars":
            expect(page.locator(".bartext", has_text=GROUPS[0])).to_have_count(1)
    assert all(person.outside() == [] for person in (room.facilitator, *room.laptops))


def test_the_projector_shows_a_name_in_arabic_the_right_way_round(room: Room, activity: Activity, library: Library):
    join(room.server, room.workshop.join_code, "عمر")
    room.facilitator.go("/plenary")
    room.facilitator.press("Show to the room")
    room.laptops[2].sees(activity.plenary[-1].ask)
    heading = room.laptops[2].page.get_by_role("heading", name=GROUPS[2])
    expect(heading).to_have_attribute("dir", "auto")
    assert heading.evaluate("h => getComputedStyle(h).direction") == "rtl"
    assert room.complaints == []
