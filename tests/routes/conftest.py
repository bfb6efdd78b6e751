"""The routes on the small library, with two groups in the middle of their work."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette

from engine.access.cookies import FACILITATOR, SEAT, WATCH
from engine.access.keys import cookie_key, password_mark, set_password, setup_word
from engine.server import Server, make_running
from engine.sheet import scripts
from engine.store import Workshop
from engine.workshop import Seat
from tests.routes.asking import Laptop, make_app
from tests.sample_content import room

PASSWORD = "a calm green field"


@dataclass
class House:
    """The server, its app and who is there."""

    server: Server
    app: Starlette
    workshop: Workshop
    ana: Seat
    ben: Seat

    def laptop(self) -> Laptop:
        return Laptop(self.app)

    def seated(self, seat: Seat) -> Laptop:
        return self.laptop().keep(self.server, SEAT, [seat.participant.id, seat.participant.seat_version])

    def facilitator(self) -> Laptop:
        set_password(self.server, setup_word(self.server), PASSWORD)
        return self.laptop().keep(self.server, FACILITATOR, password_mark(self.server))

    def watcher(self) -> Laptop:
        return self.laptop().keep(self.server, WATCH, self.workshop.id)


@pytest.fixture
def house(workshop_server: Server) -> House:
    cookie_key(workshop_server)  # the lifespan makes it before anybody asks
    make_running(workshop_server)
    return House(workshop_server, make_app(), *room(workshop_server))


@pytest.fixture
def small_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Scripts and looks of a line each."""
    (tmp_path / "sheet.js").write_text("export function mount() {}\n", encoding="utf-8")
    (tmp_path / "line.js").write_text("export class Line {}\n", encoding="utf-8")
    (tmp_path / "sheet.css").write_text("p {}\n", encoding="utf-8")
    monkeypatch.setattr(scripts, "BROWSER", tmp_path)
    scripts.parts.cache_clear()
    yield
    scripts.parts.cache_clear()
