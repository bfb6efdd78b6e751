"""A training module: days, their sessions, and the items in them."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field as PydanticField
from pydantic import StringConstraints, model_validator

from engine.content.base import Content, FileId
from engine.fields import Fault, Id, Model, Words, twice

Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Kind = Literal["input", "discussion", "activity", "video", "break", "plenary"]


class Item(Model):
    """One entry of the agenda."""

    id: Id
    title: Words
    minutes: int = PydanticField(ge=1, le=480)
    kind: Kind = "input"
    activity: FileId | None = None
    handbook: tuple[FileId, ...] = ()
    slides: FileId | None = None
    """The id of its deck."""
    film: FileId | None = None
    """The id of its film, one of this project's."""

    @model_validator(mode="before")
    @classmethod
    def _kind_of_an_activity(cls, data: Any) -> Any:
        return {"kind": "activity", **data} if isinstance(data, dict) and data.get("activity") else data


class Session(Model):
    """A morning or an afternoon."""

    id: Literal["morning", "afternoon"]
    starts: Clock
    items: tuple[Item, ...] = PydanticField(min_length=1)

    def timed(self) -> list[tuple[str, Item]]:
        """Each item with its clock time, as HH:MM; computed, so that it cannot contradict the minutes."""
        clock, timed = self.minute(), []
        for item in self.items:
            timed.append((_clock(clock), item))
            clock += item.minutes
        return timed

    def minute(self) -> int:
        """The minute of the day at which it starts."""
        hours, minutes = map(int, self.starts.split(":"))
        return hours * 60 + minutes

    def last_minute(self) -> int:
        """The minute of the day at which it ends."""
        return self.minute() + sum(item.minutes for item in self.items)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


class Day(Model):
    """One day of a training module."""

    title: Words
    sessions: tuple[Session, ...] = PydanticField(min_length=1)


class TrainingModule(Content):
    """The five-day or the three-day curriculum, or one that somebody added."""

    id: FileId
    title: Words
    source: Words
    minutes_note: Words
    days: tuple[Day, ...] = PydanticField(min_length=1)

    def items(self) -> list[Item]:
        return [item for _where, item in self.placed()]

    def placed(self) -> Iterator[tuple[tuple[int | str, ...], Item]]:
        """All items in order, each with its place in the file."""
        for d, day in enumerate(self.days):
            for s, session in enumerate(day.sessions):
                for i, item in enumerate(session.items):
                    yield ("days", d, "sessions", s, "items", i), item

    def activity_ids(self) -> list[str]:
        """In the order of the agenda, each once."""
        return list(dict.fromkeys(item.activity for item in self.items() if item.activity))

    def faults(self) -> list[Fault]:
        """Find items with the same id, kinds that do not suit, and sessions that overlap."""
        placed = list(self.placed())
        found: list[Fault] = [
            ((*placed[place][0], "id"), f"two items have the id '{name}'. Give one of them another")
            for place, name in twice([item.id for _where, item in placed]).items()
        ]
        for where, item in placed:
            if (item.kind == "activity") != bool(item.activity):
                what = "items of the kind 'activity' name one, as 'activity: ...', and no others do"
                found.append(((*where, "kind"), f"item '{item.id}': {what}"))
        for d, day in enumerate(self.days):
            found += [(("days", d, "sessions", s), what) for s, what in _session_faults(day)]
        return found


def _session_faults(day: Day) -> Iterator[tuple[int, str]]:
    for s, (before, after) in enumerate(zip(day.sessions, day.sessions[1:], strict=False), start=1):
        if before.id == after.id:
            yield s, f"the day has two sessions '{after.id}'. Call the other one morning or afternoon"
        elif before.last_minute() > after.minute():
            ends = _clock(before.last_minute())
            yield s, f"the {before.id} ends at {ends}, and the {after.id} starts at {after.starts}"
