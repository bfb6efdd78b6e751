"""Who is there."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from engine.server import Server
from engine.store import Participant
from engine.workshop import is_present, note_presence, seat_of
from engine.workshop.people import PRESENT_FOR
from tests.sample_content import room


def present(server: Server, participant_id: str) -> bool:
    return is_present(seat_of(server, participant_id).participant)


def test_presence_comes_goes_and_fades(workshop_server: Server) -> None:
    _workshop, ana, ben = room(workshop_server)
    ids = [ana.participant.id, ben.participant.id]
    assert not any(present(workshop_server, i) for i in ids)
    note_presence(workshop_server, ids)
    assert all(present(workshop_server, i) for i in ids)
    note_presence(workshop_server, [ids[0]], present=False)
    assert [present(workshop_server, i) for i in ids] == [False, True]
    long_ago = datetime.now(UTC) - PRESENT_FOR - timedelta(seconds=1)
    with workshop_server.database.write() as db:
        db.execute(update(Participant).where(Participant.id == ids[1]).values(seen_at=long_ago))
    assert not present(workshop_server, ids[1])


def test_presence_of_nobody_is_no_problem(workshop_server: Server) -> None:
    note_presence(workshop_server, [])
    note_presence(workshop_server, ["gone", "gone too"])
