"""A workshop's agenda: its days, and when each deck of slides is due."""

from dataclasses import dataclass

from engine.content import TrainingModule
from engine.server import Server
from engine.workshop.own_content import content_of


@dataclass(frozen=True)
class Planned:
    """When a deck of slides is due in the agenda."""

    day: int
    clock: str
    """HH:MM."""
    minutes: int


def agenda_of(server: Server, workshop_id: str) -> TrainingModule:
    """The days of a workshop. Only here are they read from the workshop's copy.

    Raises:
        WorkshopProblem: there is no such workshop.
    """
    return content_of(server, workshop_id).module


def planned(server: Server, workshop_id: str) -> dict[str, Planned]:
    """Deck id -> when the deck is due for the first time."""
    found: dict[str, Planned] = {}
    for number, day in enumerate(agenda_of(server, workshop_id).days, start=1):
        timed = [pair for session in day.sessions for pair in session.timed()]
        for clock, item in timed:
            if item.slides:
                found.setdefault(item.slides, Planned(number, clock, item.minutes))
    return found
