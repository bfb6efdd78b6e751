"""What the room looks at instead of the plenary: one thing at a time, of one kind.

It stands in the workshop's `screen` under `instead`, beside what the plenary shows, so that going back to
the plenary finds it as it was. Showing the plenary, or beginning an activity, takes it away.
"""

import time
from dataclasses import asdict, dataclass
from typing import Any

from engine.live import topics
from engine.server import Server
from engine.store import Workshop
from engine.workshop.opening import hold_workshop


@dataclass(frozen=True)
class Playing:
    """A medium on the projector, with what the facilitator last told it to do."""

    ref: str
    """`media:<id>` or `film:<id>`."""
    is_playing: bool = False
    at: float = 0.0
    """Seconds from its beginning, at the moment of the last word."""
    turn: int = 0
    """Goes up with each word, so that a player obeys each once."""
    since: float = 0.0
    """When the last word was given: seconds since 1970 by the server's clock."""
    kind: str = "media"

    def told(self, *, is_playing: bool, at: float) -> "Playing":
        """Give what it becomes with another word."""
        return Playing(self.ref, is_playing, at, self.turn + 1, time.time())

    def at_now(self) -> float:
        """Give where a player that has obeyed is by now, in seconds from the beginning."""
        return self.at + max(0.0, time.time() - self.since) if self.is_playing else self.at


@dataclass(frozen=True)
class Asking:
    """A question whose figure the groups guess."""

    asked: int
    """The id of the asked question."""
    chart: bool = False
    """Whether the chart behind it is shown: after the figure."""
    kind: str = "question"


@dataclass(frozen=True)
class Presenting:
    """A deck of slides; where the presenter is in it stands with the deck, see `presenting`."""

    deck_id: str
    kind: str = "slides"


Instead = Playing | Asking | Presenting
KINDS: dict[str, type[Instead]] = {"media": Playing, "question": Asking, "slides": Presenting}
"""What can be shown instead; a new kind is a class like `Playing`, and a line here."""


def instead_of(workshop: Workshop) -> Instead | None:
    """Give what the room looks at instead of the plenary; None when it looks at the plenary or at nothing."""
    stored: dict[str, Any] = (workshop.screen or {}).get("instead") or {}
    model = KINDS.get(stored.get("kind", ""))
    return model(**stored) if model else None


def show_instead(server: Server, workshop_id: str, what: Instead | None) -> None:
    """Have the room look at something else than the plenary, which is hidden; None takes it away.

    Raises:
        WorkshopProblem: there is no such workshop.
    """
    with server.database.writing() as db:
        put_instead(hold_workshop(db, workshop_id), what)
    server.bus.publish(topics.room(workshop_id))


def put_instead(workshop: Workshop, what: Instead | None) -> None:
    """Write what the room looks at instead of the plenary into a workshop that is held; tells nobody."""
    others = {key: value for key, value in (workshop.screen or {}).items() if key != "instead"}
    workshop.screen = others | ({"instead": asdict(what), "shown": False} if what else {})
