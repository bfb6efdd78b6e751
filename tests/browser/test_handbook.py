"""Reading, searching, looking up and printing, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from engine.book.links import CONTENTS, overview_title
from engine.content import Library
from tests.book.reading import RAW
from tests.browser.people import LAPTOP, PHONE, Facilitator, Participant, Person
from tests.browser.running import Running
from tests.real_content import LIBRARY

SHELVES = ("handbook", "instrument", "case")
TITLES = {f"{kind}:{name}": page.title for kind in SHELVES for name, page in LIBRARY.shelf(kind).items()}
TITLES |= {ref: overview_title(ref) for ref in CONTENTS}
"""Everything in the table of contents."""


@pytest.fixture
def reader(browser: Browser, open_house: Running) -> Iterator[Person]:
    """Somebody without a seat; nothing they read asks for anything outside."""
    person = Person(browser, open_house.origin)
    yield person
    assert person.outside() == []
    person.context.close()


def open_page(person: Person, ref: str) -> Locator:
    person.go(f"/handbook?open={ref}")
    return shown(person, ref)


def shown(person: Person, ref: str) -> Locator:
    """The page on the screen, once it is the one that is meant."""
    page = person.page.locator("article")
    expect(page.locator("h1")).to_have_text(TITLES[ref])
    return page


def fits_both(person: Person, ref: str) -> None:
    """Hold that what is shown is no wider than a phone, and no wider than a laptop."""
    for size in (PHONE, LAPTOP):
        person.page.set_viewport_size(size)
        assert person.page.evaluate("document.documentElement.scrollWidth") <= size["width"], f"{ref} at {size}"


def test_every_page_of_the_contents_fits_a_laptop_and_a_phone_without_raw_markup(reader: Person):
    open_page(reader, "handbook:foreword")
    for ref in TITLES:
        reader.page.locator(f'nav a[data-ref="{ref}"]').click()
        page = shown(reader, ref)
        assert RAW.findall(page.inner_text()) == [], ref
        fits_both(reader, ref)


def test_everything_can_be_printed(reader: Person):
    for ref, title in TITLES.items():
        reader.go(f"/print?page={ref}")
        assert reader.page.title() == title
        assert RAW.findall(reader.page.inner_text("article")) == [], ref
        fits_both(reader, ref)


def test_a_print_view_has_the_notes_open_and_nothing_to_press(reader: Person):
    open_page(reader, "handbook:facts-and-figures")
    with reader.context.expect_page() as opened:
        reader.page.get_by_role("link", name="Print view").click()
    paper = opened.value
    expect(paper.locator("h1")).to_have_text("Facts and figures")
    expect(paper.locator("details.since li").first).to_be_visible()
    assert paper.locator("button, input, nav").count() == 0
    paper.emulate_media(media="print")
    expect(paper.get_by_role("link", name="Back to the handbook")).to_be_hidden()


def test_a_search_finds_while_somebody_types_and_marks_the_words(reader: Person):
    open_page(reader, "handbook:foreword")
    box, found = reader.page.get_by_label("Search"), reader.page.locator(".found li")
    box.press_sequentially("sampl", delay=30)
    expect(found.first.locator("mark").first).to_have_text(re.compile("^sample"))
    box.press_sequentially("es of materi", delay=30)
    first = found.filter(has_text="Investigation techniques")
    expect(first.locator("mark")).to_have_text(["samples", "materials"])
    first.get_by_role("link").click()
    shown(reader, "handbook:investigation")
    expect(box).to_have_value("samples of materi")
    box.fill("qqqq zzzz")
    reader.sees("Nothing found. Try one word")
    box.fill("")
    expect(reader.page.locator("details.folded")).to_have_attribute("open", "")


def test_a_search_for_a_script_is_only_words(reader: Person):
    open_page(reader, "handbook:foreword")
    reader.page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    reader.page.get_by_label("Search").fill('"<img src=x onerror=alert(1)> AND (')
    expect(reader.page.locator(".found li").first).to_be_visible()
    expect(reader.page.locator(".book img")).to_have_count(0)


def test_the_pages_can_be_turned_and_each_begins_at_its_beginning(reader: Person):
    refs = [ref for ref in TITLES if ref.startswith("handbook:")]
    open_page(reader, refs[0])
    expect(reader.page.get_by_role("button", name="Page before")).to_have_count(0)
    for button, order in (("Next page", refs[1:4]), ("Page before", refs[2::-1])):
        for ref in order:
            reader.press(button)
            expect(shown(reader, ref).locator("h1")).to_be_in_viewport()
    open_page(reader, refs[-1])
    expect(reader.page.get_by_role("button", name="Next page")).to_have_count(0)


def test_a_link_leads_on_and_the_browser_leads_back(reader: Person):
    page = open_page(reader, "handbook:foreword")
    page.get_by_role("link", name="country example", exact=True).click()
    shown(reader, "handbook:mobile-unit-brazil")
    assert reader.page.url.endswith("open=handbook%3Amobile-unit-brazil")
    reader.page.go_back()
    shown(reader, "handbook:foreword")
    reader.page.reload()
    shown(reader, "handbook:foreword")


def test_a_page_that_is_not_there_is_said(reader: Person):
    reader.go("/handbook?open=handbook:gone")
    reader.sees("There is no such page.")
    reader.page.locator('nav a[data-ref="handbook:aims"]').click()
    shown(reader, "handbook:aims")


BOX = """
term => {
  const box = getComputedStyle(term, "::after");
  const left = term.closest(".book").getBoundingClientRect().left + parseFloat(box.left);
  return [left, left + parseFloat(box.width)];
}
"""
"""Where the meaning of a term begins and ends on the screen."""


def meaning_of(term: Locator) -> str:
    """What stands in the box of a term; empty while it is not shown."""
    return term.evaluate(
        "term => { const box = getComputedStyle(term, '::after'); return box.display === 'none' ? '' : box.content; }"
    )


def test_a_term_shows_its_meaning_to_the_mouse_and_to_the_keyboard(reader: Person, library: Library):
    term = open_page(reader, "handbook:trafficking-in-persons").locator("dfn", has_text="position of vulnerability")
    meaning = library.terms["position-of-vulnerability"].meaning
    assert meaning_of(term) == ""
    term.hover()
    assert meaning_of(term).strip('"') == meaning
    reader.page.locator("h1").hover()
    assert meaning_of(term) == ""
    term.focus()
    assert meaning_of(term).strip('"') == meaning
    reader.page.keyboard.press("Escape")
    assert meaning_of(term) == ""
    expect(term).to_have_attribute("aria-description", meaning)


def test_a_term_can_be_tapped_on_a_phone_and_its_meaning_stays_on_the_screen(browser: Browser, open_house: Running):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(f"{open_house.origin}/handbook?open=handbook:trafficking-in-persons")
    expect(page.locator("article h1")).to_have_text(TITLES["handbook:trafficking-in-persons"])
    for folded in page.locator("article details:not([open]) > summary").all():
        folded.tap()
    for term in page.locator("article dfn").all():
        page.locator("article h1").tap()  # the meaning of the last term may lie on this one
        term.tap()
        assert len(meaning_of(term)) > 20
        left, right = term.evaluate(BOX)
        assert left >= 0 and right <= PHONE["width"], term.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()


def test_looking_something_up_leaves_the_worksheet_and_its_unsaved_text_alone(browser: Browser, running: Running):
    facilitator = Facilitator(browser, running.origin)
    facilitator.set_password(running.setup_link)
    code = facilitator.open_workshop("Inspectors of the north")
    facilitator.make_groups()
    amina = Participant(browser, running.origin)
    amina.join(code, "Amina", "Group 2")
    facilitator.begin("Distinguishing forced labour from exploitation and trafficking from smuggling")
    amina.sees("How to work (60 minutes)")
    box = amina.page.get_by_role("textbox", name="Your reasons *")
    box.scroll_into_view_if_needed()
    amina.page.route("**/answers", lambda route: route.abort())  # nothing can be saved while she looks something up
    box.press_sequentially("The passport was ", delay=10)
    place = box.evaluate("box => box.getBoundingClientRect().top")
    amina.page.locator(".st-key-look-up-at-seat").get_by_role("button").click()
    drawer = amina.page.get_by_role("dialog", name="Look it up")
    words = drawer.get_by_label("Search the handbook")
    words.fill("black list")
    drawer.locator(".found").get_by_role("link", name="Prosecution and penalties").first.click()
    expect(drawer.locator("h1")).to_have_text("Prosecution and penalties")
    drawer.get_by_role("button", name="Back to the search").click()
    expect(drawer.locator(".found mark").first).to_be_visible()
    drawer.get_by_role("link", name="Black list", exact=True).click()
    expect(drawer.locator("h1")).to_have_text("Black list")
    words.fill("satellite")  # a new search begins anew, whatever is open
    expect(drawer.locator(".found a").first).to_have_text("Sources of information")
    drawer.get_by_role("button", name="Close").click()
    expect(drawer).to_have_count(0)
    expect(box).to_have_value("The passport was ")
    assert abs(box.evaluate("box => box.getBoundingClientRect().top") - place) < 2
    amina.page.unroute("**/answers")
    box.press_sequentially("taken.")
    expect(amina.page.locator(".status.saved", has_text="Saved").first).to_be_visible()
    expect(box).to_have_value("The passport was taken.")
    assert facilitator.outside() == [] and amina.outside() == []
