"""Looks up in the database what the program acknowledged."""

from collections.abc import Iterable

from sqlalchemy import select

from engine.store import Answer, Database
from tests.load.full_room.laptop import Save


def lost(url: str, saves: Iterable[Save]) -> int:
    """How many acknowledged changes are not in the database, as they were sent and in the field they were sent to."""
    database = Database(url)
    columns = Answer.id, Answer.group_id, Answer.field, Answer.value
    with database.read() as db:
        stored = {revision: (group, field, value) for revision, group, field, value in db.execute(select(*columns))}
    database.close()
    return sum(stored.get(save.mine) != (save.group, save.path, save.value) for save in saves)
