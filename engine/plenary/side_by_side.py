"""All groups' answers side by side, and how far they agree."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.fields import Json
from engine.server import Server
from engine.store import Saved, WorkshopGroup
from engine.store.answers import newest_of_all
from engine.workshop import groups_of


@dataclass(frozen=True)
class GroupAnswers:
    """One group and its answers on one sheet: field path -> answer."""

    group: WorkshopGroup
    answers: dict[str, Saved]

    def value(self, path: str) -> Json:
        """None where there is no answer."""
        return self.answers.get(path, Saved()).value


def side_by_side(server: Server, workshop_id: str, activity_id: str, sheet: str) -> list[GroupAnswers]:
    """In the order of the groups."""
    with server.database.read() as db:
        found = newest_of_all(db, workshop_id, activity_id, sheet)
    return [GroupAnswers(group, found.get((group.id, sheet), {})) for group in groups_of(server, workshop_id)]


def agreement(values: Sequence[Json]) -> float | None:
    """The share, from 0 to 1, of the commonest value among the groups that answered; None when fewer than two did."""
    answered = [str(value) for value in values if value not in (None, "", [])]
    return Counter(answered).most_common(1)[0][1] / len(answered) if len(answered) > 1 else None
