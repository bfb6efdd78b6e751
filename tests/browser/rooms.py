"""A workshop in the middle of its work: a facilitator, and a laptop for each group, on one running server."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, expect

from engine.access.cookies import FACILITATOR, SEAT, sealed
from engine.access.keys import password_mark, set_password, setup_word
from engine.content import SHEET, Activity, Library
from engine.server import Server
from engine.store import Database, Place, Workshop
from engine.workshop import form_groups, groups_of, join, open_workshop, place
from tests.browser.filling import Filling
from tests.browser.people import PASSWORD, Facilitator, Participant, Person
from tests.browser.running import Running

GROUPS = ("Kariba", "Luangwa", "Zambezi")
SITTERS = ("Amina", "Bwalya", "Chanda")
TITLE = "Inspectors of the north"


class Room:
    """The database is prepared here; everything else happens on the screens of the running program."""

    def __init__(
        self,
        browser: Browser,
        library: Library,
        folder: Path,
        *,
        title: str = TITLE,
        groups: Sequence[str] = GROUPS,
        **environment: str,
    ) -> None:
        url = f"sqlite:///{folder / 'workshop.db'}"
        self.server = Server(Database(url), library)
        set_password(self.server, setup_word(self.server), PASSWORD)
        self.workshop = opened(self.server, title)
        form_groups(self.server, self.workshop.id, groups)
        self.groups = groups_of(self.server, self.workshop.id)
        self.seats = [join(self.server, self.workshop.join_code, name) for name in SITTERS[: len(groups)]]
        for participant, group in zip(self.seats, self.groups, strict=True):
            place(self.server, participant.id, group.id)
        self.running = Running(url, folder / "server.log", **environment)
        self.complaints: list[str] = []
        self._browser = browser
        self.facilitator = self._person(Facilitator, FACILITATOR, password_mark(self.server))
        self.laptops = [self._person(Participant, SEAT, [seat.id, seat.seat_version]) for seat in self.seats]

    def _person(self, kind: type[Person], cookie: str, value: Any) -> Any:
        person = kind(self._browser, self.running.origin)
        give_cookie(person, cookie, sealed(self.server, cookie, value))
        person.page.emulate_media(reduced_motion="reduce")
        person.page.on("console", self._note)
        person.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        person.page.on("dialog", self._refuse)
        person.go("/")
        return person

    def _note(self, message: ConsoleMessage) -> None:
        expected = ("404", "409")  # Streamlit asks for itself below a page first; an answer was refused
        if message.type == "error" and not any(code in message.text for code in expected):
            self.complaints.append(message.text)

    def _refuse(self, dialog: Dialog) -> None:
        """No page of ours opens a dialog of the browser: this is somebody's script."""
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def begin(self, activity: Activity) -> None:
        """Begin an activity on the facilitator's screen, and wait until every laptop has followed."""
        page = self.facilitator.page
        self.turn_to("Activities")
        card = page.locator('[data-testid="stLayoutWrapper"]', has_text=activity.title).last
        card.get_by_role("button", name=re.compile("^(Begin|Go back to it)$")).click()
        for person in (self.facilitator, *self.laptops):
            expect(person.page.get_by_role("heading", level=1, name=activity.title, exact=True)).to_be_visible()

    def turn_to(self, name: str) -> None:
        """Go to one of the facilitator's pages by the menu."""
        self.facilitator.turn_to(name)

    def filling(self, group: int, activity: Activity, sheet: str = SHEET) -> Filling:
        """A group's sheet, ready to be filled in."""
        there = Place(self.workshop.id, activity.id, self.groups[group].id, sheet)
        return Filling(self.laptops[group].page, self.server, there, activity)

    def close(self) -> None:
        """Stop everything; nobody's browser and not the server may have complained."""
        complaints = [*self.complaints]  # a screen whose server stops complains, and may
        self.running.stop()
        self.server.stop()
        for person in (self.facilitator, *self.laptops):
            person.context.close()
        log = self.running.log.read_text(encoding="utf-8")
        assert "Traceback" not in log, log
        assert not complaints, complaints


def opened(server: Server, title: str) -> Workshop:
    """Open a workshop, in the database alone."""
    day = date(2030, 5, 6)
    return open_workshop(server, title=title, country="Zambia", starts_on=day, ends_on=day, module_id="five-day")


def give_cookie(person: Person, name: str, value: str) -> None:
    """Put a cookie into somebody's browser."""
    person.context.add_cookies([{"name": name, "value": value, "url": person.origin}])


def filled_by(room: Room, groups: Iterable[dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """Put the groups' names before what they filled in, in the order of the groups."""
    return [(group.name, answers) for group, answers in zip(room.groups, groups, strict=True)]
