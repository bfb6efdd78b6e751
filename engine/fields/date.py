"""Calendar days."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, model_validator

from engine.digits import plain
from engine.fields.base import AnswerProblem, Json
from engine.fields.context import NO_CASE, CheckContext
from engine.fields.field import Field
from engine.language import _


def as_day(value: Json) -> date | None:
    """Read a day that is written as year-month-day, such as 2030-05-06; None for anything else."""
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return found if found.isoformat() == value else None  # Python also takes 20300506 and 2030-W19-1


def day_in_words(day: date) -> str:
    """Print a day so that nobody takes the month for the day: 6 May 2030."""
    months = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return _("{day} {month} {year}").format(day=day.day, month=months[day.month - 1], year=day.year)


def _refuse_no_day(text: str) -> str:
    if as_day(text) is None:
        raise ValueError(f"'{text}' is no day. Write year-month-day, such as 2030-05-06")
    return text


Day = Annotated[str, AfterValidator(_refuse_no_day)]
"""A day as content files and answers have it; written so, the earlier of two texts is the earlier day."""


class Date(Field):
    """A day from `earliest` to `latest`."""

    type: Literal["date"]
    earliest: Day = "1900-01-01"
    latest: Day = "2100-12-31"

    views: ClassVar[tuple[str, ...]] = ("texts",)

    @model_validator(mode="after")
    def _has_room(self) -> "Date":
        if self.latest < self.earliest:
            what = f"no day fits: earliest is {self.earliest} and latest is {self.latest}. Mend one of them"
            raise ValueError(what)
        return self

    def limits(self) -> tuple[date, date]:
        """The first and the last day that fit."""
        return date.fromisoformat(self.earliest), date.fromisoformat(self.latest)

    def check(self, value: Json, context: CheckContext = NO_CASE) -> str | None:
        """Take a day as year-month-day, in the digits of any script; None takes the answer back."""
        if value is None:
            return None
        day, (first, last) = as_day(self.stored(value)), self.limits()
        if day is None:
            raise AnswerProblem(_("Choose a day of the calendar."))
        if not first <= day <= last:
            said = _("Choose a day from {first} to {last}.")
            raise AnswerProblem(said.format(first=day_in_words(first), last=day_in_words(last)))
        return day.isoformat()

    def stored(self, read: Any) -> Json:
        """The day in plain digits."""
        return plain(read) if isinstance(read, str) else read

    def tally(self, values: Sequence[Json]) -> dict[str, float]:
        """Count how many groups gave each day, the earliest first."""
        counts = Counter(value for value in values if not self.is_empty(value))
        return {day: counts[day] for day in sorted(counts)}

    def as_text(self, value: Json) -> str:
        """Print the day in words."""
        day = as_day(value)
        return day_in_words(day) if day else ""

    def varied(self, value: Json, context: CheckContext, chance: Random) -> Json:
        """Take a day at most two weeks away."""
        first, last = (day.toordinal() for day in self.limits())
        day = date.fromisoformat(value).toordinal() + chance.randint(-14, 14)
        return date.fromordinal(min(max(day, first), last)).isoformat()
