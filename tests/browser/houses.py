"""The program in the pseudo-language, before anybody has come and in the middle of a workshop."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from engine.access.cookies import FACILITATOR, sealed
from engine.access.keys import password_mark
from engine.content import load_library
from engine.language import PSEUDO
from engine.server import Server
from engine.store import Database
from tests.browser.people import Person
from tests.browser.pseudo import drawn, unfold, untranslated
from tests.browser.rooms import GROUPS, SITTERS, TITLE, give_cookie
from tests.browser.running import Running

TYPED = (*SITTERS, *GROUPS, TITLE, "Zambia")
"""What people typed; nobody translates it."""


class House:
    """A running program, and one person who may become anybody."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        url = f"sqlite:///{folder / 'workshop.db'}"
        self.server = Server(Database(url), load_library())
        self.running = Running(url, folder / "server.log", WORKSHOP_LANGUAGE=PSEUDO)
        self.person = Person(browser, self.running.origin)
        self.page = self.person.page

    def become(self, cookie: str, value: object) -> None:
        """Be somebody else from now on."""
        self.person.context.clear_cookies()
        give_cookie(self.person, cookie, sealed(self.server, cookie, value))

    def become_facilitator(self) -> None:
        """Be the facilitator from now on."""
        self.become(FACILITATOR, password_mark(self.server))

    def is_translated(self, path: str = "") -> None:
        """Look at everything on a page of the program."""
        if path:
            self.person.go(path)
        drawn(self.page)
        unfold(self.page)
        self.is_plainly_translated()

    def is_plainly_translated(self, path: str = "") -> None:
        """Look at everything on a page that Streamlit does not draw."""
        if path:
            self.person.go(path)
        found = untranslated(self.page, TYPED)
        assert not found, found
        assert "⟦" in self.page.title()

    def close(self) -> None:
        """Stop everything."""
        self.person.context.close()
        self.running.stop()
        self.server.stop()
        log = self.running.log.read_text(encoding="utf-8")
        assert "Traceback" not in log, log


@contextmanager
def pseudo_house(browser: Browser, folder: Path) -> Iterator[House]:
    """Run the program in the pseudo-language, here and on its screens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKSHOP_LANGUAGE", PSEUDO)
        house = House(browser, folder)
        try:
            yield house
        finally:
            house.close()
