"""Joining a workshop, and rejoining it on another laptop."""

import secrets

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from engine.digits import plain
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import Participant, Workshop
from engine.store.news import tell
from engine.workshop.opening import CODE_LETTERS, new_code
from engine.workshop.people import Seat
from engine.workshop.problem import WorkshopProblem
from engine.workshop.typed import clean_line, comparable

NAME_LIMIT = 60


def typed_code(text: str) -> str:
    """A code as it is stored, however somebody typed it: `ab2-c3d`, ` AB2C3D`, in the digits of any keyboard."""
    return "".join(c for c in plain(text).upper() if c in CODE_LETTERS)


def _workshop_of(server: Server, code: str) -> Workshop:
    with server.database.read() as db:
        workshop = db.scalar(select(Workshop).where(Workshop.join_code == typed_code(code)))
    if workshop is None:
        raise WorkshopProblem(_("There is no workshop with this code. Check it on the board and type it again."))
    return workshop


def join(server: Server, code: str, name: str, *, word: str = "", seat: Seat | None = None) -> Participant:
    """Take a new seat in a workshop, or get the same one again when the reply to an earlier try was lost.

    Args:
        server: the running server.
        code: the join code.
        name: what the others call this person.
        word: the random word of the form; the same form with the same name gets the same seat.
        seat: the seat that the browser has now.

    Raises:
        WorkshopProblem: the code or the name does not fit; the message says why.
    """
    workshop = _workshop_of(server, code)
    name = clean_line(name, _("Type your name, so that your group can find you."), limit=NAME_LIMIT)
    if seat and (seat.workshop.id, seat.participant.name_key) == (workshop.id, comparable(name)):
        return seat.participant
    if not workshop.is_open:
        raise WorkshopProblem(_("This workshop is closed. Ask the facilitator to open it again."))
    participant = _new_seat(workshop, name, word)
    try:
        with server.database.write() as db:
            db.add(participant)
            tell(db, topics.people(workshop.id))
    except IntegrityError:
        return _taken_with(server, workshop, name, word)
    return participant


def _new_seat(workshop: Workshop, name: str, word: str) -> Participant:
    return Participant(
        id=secrets.token_hex(8),
        workshop_id=workshop.id,
        name=name,
        name_key=comparable(name),
        rejoin_code=new_code(8),
        seat_version=1,
        join_word=word or None,
    )


def _taken_with(server: Server, workshop: Workshop, name: str, word: str) -> Participant:
    """The seat that this same form has taken. It is on the disk by then, even if it was taken just now.

    Raises:
        WorkshopProblem: the name is somebody else's.
    """
    here = (Participant.workshop_id == workshop.id, Participant.name_key == comparable(name))
    with server.database.write() as db:
        found = db.scalar(select(Participant).where(*here, Participant.join_word == word)) if word else None
    if found is None:
        said = _(
            "Somebody called {name} has already joined. If that is you, use your rejoin code. "
            "If not, add your family name or a number."
        )
        raise WorkshopProblem(said.format(name=name))
    return found


def rejoin(server: Server, code: str) -> Participant:
    """Move a seat to the laptop on which its rejoin code is typed; the old laptop loses it.

    This also works in a closed workshop, which can still be read.

    Raises:
        WorkshopProblem: there is no such seat.
    """
    with server.database.write() as db:
        seat = select(Participant).where(Participant.rejoin_code == typed_code(code))
        participant = db.scalar(seat.with_for_update(key_share=True))
        if participant is None:
            raise WorkshopProblem(
                _("There is no seat with this rejoin code. Check it on your other screen, or ask the facilitator.")
            )
        participant.seat_version += 1
        participant.join_word = None  # else the form on the old laptop would take the seat back
        tell(db, topics.people(participant.workshop_id), topics.room(participant.workshop_id))
    return participant
