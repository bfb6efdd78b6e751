"""News in the very moment of a page turn: nothing of the new page is lost, and the turn is not.

A gate between browser and server keeps what the server sends until the other thing has happened, so that every test
is one certain order of the two. `python -m tests.load.page_turns` turns pages under load instead.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

import pytest
from playwright.sync_api import Browser, ConsoleMessage, expect

from engine.content import Library
from tests.browser.begun import Begun
from tests.browser.people import Facilitator
from tests.browser.turning import MARKS, Gate, Writer, wrong_on

LISTENING = {"Activities": Writer.save, "Plenary": Writer.save, "People and groups": Writer.bring_somebody}
"""A page that is drawn again at news -> what makes them."""
TURNS = [(first, second) for first, second in product(LISTENING, MARKS) if first != second]
TO_LISTENING = [turn for turn in TURNS if turn[1] in LISTENING]
BEGINS, ENDS = "new_session", "script_finished"
"""The messages with which a drawing begins and ends."""


class Turner:
    """The facilitator of these tests, with the gate on their line."""

    def __init__(self, person: Facilitator, writer: Writer) -> None:
        self.page, self.writer, self._person = person.page, writer, person
        self.gate, self._complaints = Gate(person.page), list[str]()
        person.page.on("console", self._note)
        person.page.on("pageerror", lambda error: self._complaints.append(str(error)))
        person.go("/")

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            self._complaints.append(message.text)

    def begins_at(self, name: str) -> None:
        """Stand on a page that is drawn."""
        self._person.turn_to(name)
        self._sees(name)

    def news(self, name: str) -> Callable[[], None]:
        """What makes news of which a page hears."""
        return partial(LISTENING[name], self.writer)

    def turns_to(self, name: str) -> None:
        self.gate.until_asked(lambda: self._person.turn_to(name))

    def is_at(self, name: str) -> None:
        """Look at the screen once everything has come; a page that listens goes on listening."""
        self.gate.open()
        self._sees(name)
        if name in LISTENING:
            self.gate.until_asked(self.news(name))
            self._sees(name)

    def _sees(self, name: str) -> None:
        expect(self.page.locator("main").get_by_text(MARKS[name])).to_be_visible()
        self.gate.until_quiet()
        assert (wrong_on(self.page, name), self._complaints) == ("", [])


@pytest.fixture(scope="module")
def house(browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    house = Begun(browser, library, tmp_path_factory.mktemp("turning"))
    yield house
    house.close()


@pytest.fixture(scope="module")
def calm(house: Begun) -> Iterator[Turner]:
    """One facilitator for all turns that go well; a white screen would need a new one."""
    writer = Writer(house, "Amina")
    yield Turner(house.facilitator(), writer)
    writer.leave()


@pytest.mark.parametrize("first, second", TURNS)
def test_news_after_the_click_and_before_the_new_page(calm: Turner, first: str, second: str) -> None:
    """The browser asks for a part in the name of the old page, and the server draws the new one."""
    calm.begins_at(first)
    calm.gate.shut(BEGINS)
    calm.turns_to(second)
    calm.gate.until_asked(calm.news(first))
    calm.is_at(second)


@pytest.mark.parametrize("first, second", TO_LISTENING)
def test_news_when_the_new_page_is_there_but_for_its_end(calm: Turner, first: str, second: str) -> None:
    calm.begins_at(first)
    calm.gate.shut(ENDS)
    calm.turns_to(second)
    calm.gate.until_kept()
    calm.gate.until_asked(calm.news(second))
    calm.is_at(second)


@pytest.mark.parametrize("kept_from", [BEGINS, ENDS])
@pytest.mark.parametrize("first, second", TO_LISTENING)
def test_a_click_on_the_menu_while_news_are_being_drawn(calm: Turner, first: str, second: str, kept_from: str) -> None:
    calm.begins_at(first)
    calm.gate.shut(kept_from)
    calm.gate.until_asked(calm.news(first))
    calm.gate.until_kept()
    calm.turns_to(second)
    calm.is_at(second)
