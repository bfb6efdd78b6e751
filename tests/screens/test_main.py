"""The page script: what it says where a page cannot be drawn."""

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from engine.access.cookies import FACILITATOR, SEAT, sealed
from engine.access.keys import password_mark, set_password, setup_word
from engine.content import ROOT
from engine.server import Server, make_running
from engine.store import Workshop
from engine.workshop import form_groups, groups_of
from engine.workshop.own_content import keep_copy
from tests.sample_content import open_sample, seated


@pytest.mark.parametrize("cookie", [FACILITATOR, SEAT])
@pytest.mark.parametrize(
    ("text", "said"), [('{"format": 999}', "Start that version"), ("{}", "put back an earlier copy")]
)
def test_a_workshop_that_cannot_be_read_says_what_to_do(
    workshop_server: Server, monkeypatch: pytest.MonkeyPatch, text: str, said: str, cookie: str
) -> None:
    server = make_running(workshop_server)
    set_password(server, setup_word(server), "correct horse battery")
    workshop = open_sample(server)
    form_groups(server, workshop.id, ["One"])
    seat = seated(server, workshop, "Ana", groups_of(server, workshop.id)[0]).participant
    with server.database.write() as db:
        db.get_one(Workshop, workshop.id).copy_id = keep_copy(db, text)
    kept = [seat.id, seat.seat_version] if cookie == SEAT else password_mark(server)
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda _context: {cookie: sealed(server, cookie, kept)}))
    page = AppTest.from_file(str(ROOT / "engine" / "screens" / "main.py")).run(timeout=30)
    assert not page.exception
    (error,) = page.error
    assert said in error.value
