"""A short look at reading: pages of every shape, a search as somebody types it, the way beside a worksheet."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.book.reading import RAW
from tests.browser.people import LAPTOP, PHONE, Person
from tests.browser.running import Running

SHAPES = {
    "handbook:facts-and-figures": "Facts and figures",
    "handbook:indicators": "Indicators of forced labour",
    "instrument:palermo-protocol": "Palermo Protocol",
    "all:indicators": "Indicators: the six and the eleven",
    "all:offences": "Offences: what a case may be",
}
"""Pages with wide tables, lists in lists, and what is made from lists."""


@pytest.fixture(scope="module")
def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    folder = tmp_path_factory.mktemp("reading")
    program = Running(f"sqlite:///{folder / 'workshop.db'}", folder / "server.log")
    person = Person(browser, program.origin)
    yield person
    assert person.outside() == []
    person.context.close()
    program.stop()
    assert "Traceback" not in program.log.read_text(encoding="utf-8")


def test_pages_of_every_shape_fit_a_laptop_and_a_phone_without_raw_markup(reader: Person):
    reader.go("/handbook")
    for ref, title in SHAPES.items():
        reader.page.set_viewport_size(LAPTOP)
        reader.page.locator(f'nav a[data-ref="{ref}"]').click()
        page = reader.page.locator("article")
        expect(page.locator("h1")).to_have_text(title)
        assert RAW.findall(page.inner_text()) == [], ref
        for size in (LAPTOP, PHONE):
            reader.page.set_viewport_size(size)
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= size["width"], ref


def test_a_wide_table_is_read_row_by_row_on_a_phone_and_whole_on_a_laptop(reader: Person):
    reader.page.set_viewport_size(PHONE)
    reader.go("/handbook?open=handbook:facts-and-figures")
    table = reader.page.locator("article table.wide").first
    expect(table.locator("td").first).to_be_visible()
    expect(table.locator("thead")).to_be_hidden()
    right_edges = table.locator("td").evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().right)")
    assert right_edges and max(right_edges) <= PHONE["width"]
    reader.page.set_viewport_size(LAPTOP)
    expect(table.locator("thead")).to_be_visible()


def test_the_menu_finds_from_any_screen_what_somebody_calls_otherwise(reader: Person):
    reader.page.set_viewport_size(LAPTOP)
    reader.go("/quizzes")
    reader.press("Look it up")
    drawer = reader.page.get_by_role("dialog", name="Look it up")
    drawer.get_by_label("Search the handbook").press_sequentially("boss beats worker", delay=20)
    expect(drawer.locator(".found a").first).to_have_text("Physical violence, including sexual violence")
    expect(drawer.locator(".found mark").first).to_be_visible()
    drawer.locator(".found a").first.click()
    expect(drawer.locator("h1")).to_have_text("Physical violence, including sexual violence")
    drawer.get_by_role("button", name="Close").click()
    expect(drawer).to_have_count(0)
    reader.sees("Chapters of the handbook")
