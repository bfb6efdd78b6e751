"""Joining, rejoining, and working groups."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import Answer, HandIn, Participant, Workshop, WorkshopGroup
from engine.workshop.opening import CODE_LETTERS, new_code
from engine.workshop.problem import WorkshopProblem
from engine.workshop.typed import clean_line, comparable

NAME_LIMIT = 60
GROUPS_LIMIT = 20
PRESENT_FOR = timedelta(seconds=45)
"""How long somebody counts as present after the last sign of life."""


@dataclass(frozen=True)
class Seat:
    """A participant and the group they sit in, as the database has them now."""

    participant: Participant
    group: WorkshopGroup | None
    workshop: Workshop


def typed_code(text: str) -> str:
    """Give a code as it is stored, however somebody typed it: `ab2-c3d`, ` AB2C3D`."""
    return "".join(c for c in text.upper() if c in CODE_LETTERS)


def workshop_to_join(server: Server, code: str) -> Workshop:
    """Find the open workshop behind a join code.

    Raises:
        WorkshopProblem: there is none, or it is closed.
    """
    with server.database.reading() as db:
        workshop = db.scalar(select(Workshop).where(Workshop.join_code == typed_code(code)))
    if workshop is None:
        raise WorkshopProblem(_("There is no workshop with this code. Check it on the board and type it again."))
    if not workshop.is_open:
        raise WorkshopProblem(_("This workshop is closed. Ask the facilitator to open it again."))
    return workshop


def join(server: Server, code: str, name: str) -> Participant:
    """Take a new seat in a workshop.

    Raises:
        WorkshopProblem: the code or the name does not fit; the message says why.
    """
    workshop = workshop_to_join(server, code)
    name = clean_line(name, _("Type your name, so that your group can find you."), limit=NAME_LIMIT)
    participant = Participant(
        id=secrets.token_hex(8),
        workshop_id=workshop.id,
        name=name,
        name_key=comparable(name),
        rejoin_code=new_code(8),
        seat_version=1,
    )
    try:
        with server.database.writing() as db:
            db.add(participant)
    except IntegrityError:
        raise WorkshopProblem(
            _(
                "Somebody called {name} has already joined. If that is you, use your rejoin code. "
                "If not, add your family name or a number."
            ).format(name=name)
        ) from None
    server.bus.publish(topics.people(workshop.id))
    return participant


def rejoin(server: Server, code: str) -> Participant:
    """Move a seat to the laptop on which its rejoin code is typed; the old laptop loses it.

    Raises:
        WorkshopProblem: there is no such seat, or its workshop is closed.
    """
    with server.database.writing() as db:
        participant = db.scalar(select(Participant).where(Participant.rejoin_code == typed_code(code)))
        if participant is None:
            raise WorkshopProblem(
                _("There is no seat with this rejoin code. Check it on your other screen, or ask the facilitator.")
            )
        participant.seat_version += 1
    server.bus.publish(topics.people(participant.workshop_id), topics.room(participant.workshop_id))
    return participant


def seat_of(server: Server, participant_id: str) -> Seat | None:
    """Find a seat."""
    with server.database.reading() as db:
        participant = db.get(Participant, participant_id)
        if participant is None:
            return None
        group = db.get(WorkshopGroup, participant.group_id) if participant.group_id else None
        workshop = db.get(Workshop, participant.workshop_id)
        assert workshop is not None  # a participant cannot be stored without one
        return Seat(participant, group, workshop)


def groups_of(server: Server, workshop_id: str) -> list[WorkshopGroup]:
    """Give the groups in their order."""
    with server.database.reading() as db:
        return _groups(db, workshop_id)


def _groups(db: Session, workshop_id: str) -> list[WorkshopGroup]:
    query = select(WorkshopGroup).where(WorkshopGroup.workshop_id == workshop_id)
    return list(db.scalars(query.order_by(WorkshopGroup.number)))


def participants_of(server: Server, workshop_id: str) -> list[Participant]:
    """Give everybody who joined, in the order of their names."""
    with server.database.reading() as db:
        query = select(Participant).where(Participant.workshop_id == workshop_id)
        return list(db.scalars(query.order_by(Participant.name_key)))


def is_present(participant: Participant) -> bool:
    """Tell whether somebody's screen has given a sign of life lately."""
    return participant.seen_at is not None and datetime.now(UTC) - participant.seen_at < PRESENT_FOR


def note_presence(server: Server, participant_ids: Iterable[str], present: bool = True) -> None:
    """Note who gave a sign of life (or left), all in one commit, and tell who looks."""
    ids = list(participant_ids)
    if not ids:
        return
    with server.database.writing() as db:
        db.execute(
            update(Participant)
            .where(Participant.id.in_(ids))
            .values(seen_at=datetime.now(UTC) if present else None)
        )
        found = db.scalars(select(Participant.workshop_id).where(Participant.id.in_(ids)).distinct())
        workshops = list(found)
    server.bus.publish(*(topics.people(workshop_id) for workshop_id in workshops))


def form_groups(server: Server, workshop_id: str, names: Sequence[str]) -> None:
    """Have exactly these groups, in this order; groups keep their people and answers by their place.

    Raises:
        WorkshopProblem: no group, too many, two of one name, or one would go that has people or answers.
    """
    cleaned = [clean_line(name, _("Give every group a name."), limit=40) for name in names]
    if not 1 <= len(cleaned) <= GROUPS_LIMIT:
        raise WorkshopProblem(_("Make at least 1 and at most {limit} groups.").format(limit=GROUPS_LIMIT))
    if len({comparable(name) for name in cleaned}) < len(cleaned):
        raise WorkshopProblem(_("Two groups have the same name. Give one of them another."))
    with server.database.writing() as db:
        groups = _groups(db, workshop_id)
        for group in groups[len(cleaned) :]:
            _refuse_if_used(db, group)
            db.delete(group)
        for number, name in enumerate(cleaned, start=1):
            if number <= len(groups):
                groups[number - 1].name = name
            else:
                db.add(
                    WorkshopGroup(id=secrets.token_hex(8), workshop_id=workshop_id, number=number, name=name)
                )
    server.bus.publish(topics.room(workshop_id), topics.people(workshop_id))


def _refuse_if_used(db: Session, group: WorkshopGroup) -> None:
    for table in (Participant, Answer, HandIn):
        if db.scalar(select(func.count()).select_from(table).where(table.group_id == group.id)):
            raise WorkshopProblem(
                _("{group} has people or answers, so it stays. Move its people first.").format(group=group.name)
            )


def place(server: Server, participant_id: str, group_id: str | None) -> None:
    """Seat somebody in a group, or take them out of theirs.

    Raises:
        WorkshopProblem: the person or the group is not there, or not of one workshop.
    """
    with server.database.writing() as db:
        participant = db.get(Participant, participant_id)
        group = db.get(WorkshopGroup, group_id) if group_id else None
        if participant is None or (group_id and (group is None or group.workshop_id != participant.workshop_id)):
            raise WorkshopProblem(_("This group is no longer there. Choose another one."))
        participant.group_id = group_id
    server.bus.publish(topics.people(participant.workshop_id), topics.room(participant.workshop_id))


def place_everybody(server: Server, workshop_id: str) -> int:
    """Seat all who have no group, evenly, each in the smallest group; give how many."""
    with server.database.writing() as db:
        sizes = {group.id: 0 for group in _groups(db, workshop_id)}
        if not sizes:
            raise WorkshopProblem(_("Make the groups first."))
        everybody = list(db.scalars(select(Participant).where(Participant.workshop_id == workshop_id)))
        for participant in everybody:
            if participant.group_id in sizes:
                sizes[participant.group_id] += 1
        waiting = [p for p in everybody if p.group_id not in sizes]
        for participant in waiting:
            participant.group_id = min(sizes, key=lambda group_id: sizes[group_id])
            sizes[participant.group_id] += 1
    server.bus.publish(topics.people(workshop_id), topics.room(workshop_id))
    return len(waiting)
