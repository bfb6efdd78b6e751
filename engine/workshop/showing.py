"""What the room looks at instead of the plenary: one thing at a time.

It is stored in the workshop's `screen` under `instead`, beside what the plenary shows, so that the plenary
comes back as it was. Showing the plenary, or beginning an activity, takes it away.
"""

import time
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal

from pydantic import Discriminator, TypeAdapter, ValidationError
from pydantic import Field as PydanticField

from engine.live import topics
from engine.server import Server
from engine.store import Workshop
from engine.store.news import tell
from engine.workshop.opening import hold_workshop


@dataclass(frozen=True)
class Playing:
    """A medium on the projector, with the facilitator's last command to it."""

    ref: str
    """`media:<id>` or `film:<id>`."""
    is_playing: bool = False
    at: float = 0.0
    """Seconds from the beginning of the medium, at the moment of the last command."""
    turn: int = 0
    """Goes up with each command, so that a player obeys each one once."""
    since: float = 0.0
    """When the last command was given: seconds since 1970 by the server's clock."""
    kind: Literal["media"] = "media"

    def told(self, *, is_playing: bool, at: float) -> "Playing":
        """The same medium after another command."""
        return Playing(self.ref, is_playing, at, self.turn + 1, time.time())

    def at_now(self) -> float:
        """Where a player that has obeyed is by now, in seconds from the beginning."""
        return self.at + max(0.0, time.time() - self.since) if self.is_playing else self.at


@dataclass(frozen=True)
class Asking:
    """A question whose figure the groups guess."""

    asked: Annotated[int, PydanticField(ge=0, lt=2**31)]
    """The id of the asked question; its limits are those of a number that a database can look up."""
    chart: bool = False
    """Whether the chart behind the figure is shown, which comes after the figure."""
    kind: Literal["question"] = "question"


@dataclass(frozen=True)
class Presenting:
    """A deck of slides. Which slide is presented is stored with the deck, see `engine.slides.presenting`."""

    deck_id: str
    kind: Literal["slides"] = "slides"


Instead = Playing | Asking | Presenting
"""Everything that can be shown instead. A new kind is one more class like `Playing`, with a `kind` of its own."""


_ANY_INSTEAD: TypeAdapter[Instead] = TypeAdapter(Annotated[Instead, Discriminator("kind")])


def stored_screen(workshop: Workshop) -> dict[str, Any]:
    """What is stored about the room's screen; empty when another version left what we cannot read."""
    stored: object = workshop.screen
    return stored if isinstance(stored, dict) else {}


def instead_of(workshop: Workshop) -> Instead | None:
    """What the room looks at instead of the plenary; None when it looks at the plenary or at nothing."""
    try:
        return _ANY_INSTEAD.validate_python(stored_screen(workshop).get("instead"))
    except ValidationError:  # nothing, or what another version stored
        return None


def show_instead(server: Server, workshop_id: str, what: Instead | None) -> None:
    """Have the room look at something else than the plenary, which is then hidden; None takes it away.

    Raises:
        WorkshopProblem: there is no such workshop.
    """
    with server.database.write() as db:
        put_instead(hold_workshop(db, workshop_id), what)
        tell(db, topics.room(workshop_id))


def put_instead(workshop: Workshop, what: Instead | None) -> None:
    """Set what the room looks at instead of the plenary, in a workshop that is already locked. Tells nobody."""
    others = {key: value for key, value in stored_screen(workshop).items() if key != "instead"}
    workshop.screen = others | ({"instead": asdict(what), "shown": False} if what else {})
