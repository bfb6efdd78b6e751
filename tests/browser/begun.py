"""A workshop whose room is at an activity already, so that a test begins where it matters."""

from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser
from sqlalchemy import select

from engine.access.cookies import FACILITATOR, SEAT, sealed
from engine.access.keys import password_mark, set_password, setup_word
from engine.content import Library
from engine.routes.sign_in import watch_path
from engine.server import Server
from engine.store import Answer, Database
from engine.store import Participant as Seat
from engine.workshop import Screen, begin, form_groups, groups_of, join, open_workshop, place, show
from tests.browser.people import PASSWORD, Facilitator, Participant
from tests.browser.running import Running

ACTIVITY = "indicators-and-investigation"
CASE = "garment-factory-viet-nam"
GROUPS = ("Kariba", "Luangwa")


class Begun:
    """The database is prepared here; everything else happens on the screens of the running program."""

    def __init__(self, browser: Browser, library: Library, folder: Path) -> None:
        url = f"sqlite:///{folder / 'workshop.db'}"
        self.server = Server(Database(url), library)
        set_password(self.server, setup_word(self.server), PASSWORD)
        today = date.today()
        self.workshop = open_workshop(
            self.server, title="Inspectors", country="Zambia", starts_on=today, ends_on=today, module_id="five-day"
        )
        form_groups(self.server, self.workshop.id, GROUPS)
        begin(self.server, self.workshop.id, ACTIVITY)
        self.running = Running(url, folder / "server.log")
        self._browser = browser
        self._people: list[Facilitator | Participant] = []

    def facilitator(self, host: str = "localhost") -> Facilitator:
        """Open a browser that is signed in, at the address that somebody else's computer may know."""
        found = Facilitator(self._browser, f"http://{host}:{self.running.port}")
        self._people.append(found)
        found.keep(FACILITATOR, sealed(self.server, FACILITATOR, password_mark(self.server)))
        return found

    def laptop(self, name: str, group: str) -> Participant:
        """Open a browser whose seat is in a group, before the whole sheet."""
        seat = join(self.server, self.workshop.join_code, name)
        ids = {g.name: g.id for g in groups_of(self.server, self.workshop.id)}
        place(self.server, seat.id, ids[group])
        found = self.stranger()
        found.keep(SEAT, sealed(self.server, SEAT, [seat.id, seat.seat_version]))
        found.go("/")
        found.is_at_sheet()
        return found

    def stranger(self, **settings: Any) -> Participant:
        """Open a browser that has no seat."""
        found = Participant(self._browser, self.running.origin, **settings)
        self._people.append(found)
        return found

    @property
    def watch_path(self) -> str:
        """The link of the projector page, as the plenary page shows it."""
        return watch_path(self.server, self.workshop.id)

    def rejoin_code(self, name: str) -> str:
        with self.server.database.read() as db:
            return db.scalars(select(Seat.rejoin_code).where(Seat.name == name)).one()

    def stored(self, field: str, group: str = GROUPS[0]) -> Any:
        """What the database has in a field of the case now; None when nothing."""
        found = self.history(field, group)
        return found[-1] if found else None

    def history(self, field: str, group: str = GROUPS[0]) -> list[Any]:
        """All that was ever saved in a field of the case, oldest first."""
        ids = {g.name: g.id for g in groups_of(self.server, self.workshop.id)}
        query = select(Answer.value).where(Answer.group_id == ids[group], Answer.sheet == CASE, Answer.field == field)
        with self.server.database.read() as db:
            return list(db.scalars(query.order_by(Answer.id)))

    def clear(self) -> None:
        """Send everybody home, and show the room nothing."""
        show(self.server, self.workshop.id, Screen(ACTIVITY, CASE))
        while self._people:
            self._people.pop().leave()

    def close(self) -> None:
        """Stop the program, which must not have failed."""
        self.clear()
        self.running.stop()
        self.server.stop()
        log = self.running.log.read_text(encoding="utf-8")
        assert "Traceback" not in log, log
