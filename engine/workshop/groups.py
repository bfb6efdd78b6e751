"""Working groups, and who sits in which."""

import secrets
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.store import Answer, BegunActivity, Guess, HandIn, Participant, WorkshopGroup
from engine.store.answers import hold_group
from engine.store.news import tell
from engine.workshop.opening import hold_workshop
from engine.workshop.people import Seat, refuse_lost_seat
from engine.workshop.problem import WorkshopProblem
from engine.workshop.typed import clean_line, comparable

GROUPS_LIMIT = 20
NAME_LIMIT = 40


def groups_of(server: Server, workshop_id: str) -> list[WorkshopGroup]:
    """In their order."""
    with server.database.read() as db:
        return _groups(db, workshop_id)


def _groups(db: Session, workshop_id: str) -> list[WorkshopGroup]:
    query = select(WorkshopGroup).where(WorkshopGroup.workshop_id == workshop_id)
    return list(db.scalars(query.order_by(WorkshopGroup.number)))


def form_groups(server: Server, workshop_id: str, names: Sequence[str]) -> None:
    """Make exactly these groups, in this order. A group keeps its people and answers by its place in the list.

    Raises:
        WorkshopProblem: no group, too many, two of one name, or one would go that has people or answers.
    """
    cleaned = [clean_line(name, _("Give every group a name."), limit=NAME_LIMIT) for name in names]
    if not 1 <= len(cleaned) <= GROUPS_LIMIT:
        raise WorkshopProblem(_("Make at least 1 and at most {limit} groups.").format(limit=GROUPS_LIMIT))
    if len({comparable(name) for name in cleaned}) < len(cleaned):
        raise WorkshopProblem(_("Two groups have the same name. Give one of them another."))
    with server.database.write() as db:
        hold_workshop(db, workshop_id)
        groups = _groups(db, workshop_id)
        for group in groups[len(cleaned) :]:
            _refuse_if_used(db, group)
            db.delete(group)
        for number, name in enumerate(cleaned, start=1):
            if number <= len(groups):
                groups[number - 1].name = name
            else:
                db.add(WorkshopGroup(id=secrets.token_hex(8), workshop_id=workshop_id, number=number, name=name))
        tell(db, topics.room(workshop_id), topics.people(workshop_id))


def _refuse_if_used(db: Session, group: WorkshopGroup) -> None:
    hold_group(db, group.id)  # waits for an answer that is being saved, so that it is seen below
    for table in (Participant, Answer, HandIn, Guess):
        if db.scalar(select(func.count()).select_from(table).where(table.group_id == group.id)):
            raise WorkshopProblem(
                _("{group} has people or answers, so it stays. Move its people first.").format(group=group.name)
            )


def place(server: Server, participant_id: str, group_id: str | None) -> None:
    """Seat somebody in a group, as the facilitator does; None takes them out of theirs.

    Raises:
        WorkshopProblem: the person or the group is not there, or not of one workshop.
    """
    with server.database.write() as db:
        _seat(db, participant_id, group_id)


def _seat(db: Session, participant_id: str, group_id: str | None) -> None:
    participant = db.get(Participant, participant_id)
    group = db.get(WorkshopGroup, group_id) if group_id else None
    if participant is None or (group_id and (group is None or group.workshop_id != participant.workshop_id)):
        raise WorkshopProblem(_("This group is no longer there. Choose another one."))
    participant.group_id = group_id
    tell(db, topics.people(participant.workshop_id), topics.room(participant.workshop_id))


def may_move(server: Server, seat: Seat) -> bool:
    """Whether somebody may choose a group themselves: their first one always, another until work begins.

    After that a group's sheets belong to its people, so only the facilitator moves them.
    """
    with server.database.read() as db:
        return _may_move(db, seat)


def _may_move(db: Session, seat: Seat) -> bool:
    if seat.group is None:
        return True
    begun = select(BegunActivity.activity_id).where(BegunActivity.workshop_id == seat.workshop.id).limit(1)
    return db.scalar(begun) is None


def choose_group(server: Server, seat: Seat, group_id: str | None) -> None:
    """Take a place in a group, as a participant does; None gives it up.

    Raises:
        WorkshopProblem: the group is not there, the workshop is closed or at work, or the seat is lost.
    """
    with server.database.write() as db:
        refuse_lost_seat(db, seat)
        if not hold_workshop(db, seat.workshop.id).is_open:
            raise WorkshopProblem(_("This workshop is closed. Nobody changes groups now."))
        if not _may_move(db, seat):
            raise WorkshopProblem(_("The work has begun. Ask the facilitator to move you to another group."))
        _seat(db, seat.participant.id, group_id)


def place_everybody(server: Server, workshop_id: str) -> int:
    """Seat everybody who has no group, each in the smallest group. Returns how many.

    Raises:
        WorkshopProblem: there are no groups.
    """
    with server.database.write() as db:
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
        tell(db, topics.people(workshop_id), topics.room(workshop_id))
    return len(waiting)
