"""A training module: days, their sessions, and the items in them."""

from typing import Annotated, Literal

from pydantic import Field as PydanticField
from pydantic import StringConstraints, model_validator

from engine.content.base import FileId
from engine.fields import Id, Model, Words

Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Kind = Literal["input", "discussion", "activity", "video", "break", "plenary"]


class Item(Model):
    """One thing on the agenda."""

    id: Id
    title: Words
    minutes: int = PydanticField(ge=1, le=480)
    kind: Kind = "input"
    activity: FileId | None = None
    handbook: tuple[FileId, ...] = ()


class Session(Model):
    """A morning or an afternoon."""

    id: Literal["morning", "afternoon"]
    starts: Clock
    items: tuple[Item, ...]

    def timed(self) -> list[tuple[str, Item]]:
        """Give each item with its clock time, as HH:MM: computed, so that it cannot contradict itself."""
        hours, minutes = map(int, self.starts.split(":"))
        clock, timed = hours * 60 + minutes, []
        for item in self.items:
            timed.append((f"{clock // 60 % 24:02}:{clock % 60:02}", item))
            clock += item.minutes
        return timed


class Day(Model):
    """One day."""

    title: Words
    sessions: tuple[Session, ...]


class TrainingModule(Model):
    """The five-day or the three-day curriculum, or one that somebody added."""

    id: FileId
    title: Words
    source: Words
    minutes_note: Words
    days: tuple[Day, ...]

    def items(self) -> list[Item]:
        """Give all items in order."""
        return [item for day in self.days for session in day.sessions for item in session.items]

    def activity_ids(self) -> list[str]:
        """Give the activities of the module, in the order of its agenda, each once."""
        return list(dict.fromkeys(item.activity for item in self.items() if item.activity))

    @model_validator(mode="after")
    def _ids_differ(self) -> "TrainingModule":
        ids = [item.id for item in self.items()]
        for twice in {i for i in ids if ids.count(i) > 1}:
            raise ValueError(f"two items have the id '{twice}'. Give one of them another")
        return self
