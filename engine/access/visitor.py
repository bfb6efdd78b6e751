"""Who is at a screen, and what they may hear."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.access.cookies import FACILITATOR, SEAT, WATCH, opened, seat_in
from engine.access.keys import password_mark
from engine.live import topics
from engine.server import Server
from engine.workshop import Seat, seat_of


@dataclass(frozen=True)
class Visitor:
    """Somebody at a screen. A facilitator who tries out a seat is both."""

    is_facilitator: bool = False
    seat: Seat | None = None
    has_lost_seat: bool = False
    """There is a cookie, but it is void: somebody changed it, or the seat moved to another laptop."""
    watches: str | None = None
    """The workshop whose projector page this browser may show."""

    def may_hear(self, topic: str) -> bool:
        """Whether this person may be told that something about a topic changed."""
        if self.is_facilitator:
            return True
        workshop_id = topics.workshop_of(topic)
        if topics.is_of_a_group(topic):
            group = self.seat.group if self.seat else None
            return group is not None and (workshop_id, topics.group_of(topic)) == (group.workshop_id, group.id)
        if topics.is_for_facilitators(topic):
            return False
        return bool(workshop_id) and workshop_id in (self.seat and self.seat.workshop.id, self.watches)


def visitor_of(server: Server, cookies: Mapping[str, str]) -> Visitor:
    """Find out who sends these cookies; the database is asked each time, so that nobody keeps a lost seat."""
    mark = opened(server, FACILITATOR, cookies)
    seat = _seat(server, seat_in(server, cookies))
    watches = opened(server, WATCH, cookies)
    return Visitor(
        is_facilitator=bool(mark) and mark == password_mark(server),
        seat=seat,
        has_lost_seat=SEAT in cookies and seat is None,
        watches=watches if isinstance(watches, str) else None,
    )


def _seat(server: Server, kept: tuple[str, int] | None) -> Seat | None:
    """The seat of a cookie; None once the seat has moved."""
    if kept is None:
        return None
    seat = seat_of(server, kept[0])
    return seat if seat and seat.participant.seat_version == kept[1] else None
