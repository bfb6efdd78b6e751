"""Numbers: counted things, and marks on a scale."""

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field as PydanticField
from pydantic import model_validator

from engine.digits import whole_number
from engine.fields.base import AnswerProblem, Json, Words
from engine.fields.context import NO_CASE, CheckContext
from engine.fields.field import Field
from engine.language import _

MARKS_FIT = 101
"""More marks than this are no scale that people can choose on."""
_EXACT = 2**53 - 1
"""A browser counts exactly up to here."""
Whole = Annotated[int, PydanticField(ge=-_EXACT, le=_EXACT)]


class Number(Field):
    """What counting and a scale have in common."""

    views: ClassVar[tuple[str, ...]] = ("spread",)

    def limits(self) -> tuple[int, int]:
        """The lowest and the highest number that fit."""
        raise NotImplementedError

    def check(self, value: Json, context: CheckContext = NO_CASE) -> int | None:
        """Take a whole number within the limits; None takes the answer back."""
        if value is None:
            return None
        low, high = self.limits()
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise AnswerProblem(_("Type a whole number from {low} to {high}.").format(low=f"{low:,}", high=f"{high:,}"))
        return value

    def tally(self, values: Sequence[Json]) -> dict[str, float]:
        """Count how many groups gave each number, smallest first."""
        counts = Counter(value for value in values if not self.is_empty(value))
        return {str(number): counts[number] for number in sorted(counts)}

    def as_text(self, value: Json) -> str:
        """Print the number."""
        return "" if self.is_empty(value) else f"{value:,}"


class Integer(Number):
    """A whole number, with the limits and the unit that it may have; it may come as a text, as it was typed."""

    type: Literal["integer"]
    min: Whole = 0
    max: Whole = 1_000_000_000
    unit: Words | None = None

    @model_validator(mode="after")
    def _has_room(self) -> "Integer":
        if self.max < self.min:
            raise ValueError(f"no number fits: min is {self.min} and max is {self.max}. Mend one of them")
        return self

    def limits(self) -> tuple[int, int]:
        """`min` and `max`."""
        return self.min, self.max

    def check(self, value: Json, context: CheckContext = NO_CASE) -> int | None:
        """Take a whole number, or a text of its digits in any script; nothing in it takes the answer back."""
        number = self.stored(value)
        if isinstance(number, str):
            said = _("Type a whole number from {low} to {high} in digits only, without a point, comma or space in it.")
            low, high = self.limits()
            raise AnswerProblem(said.format(low=f"{low:,}", high=f"{high:,}"))
        return super().check(number)

    def stored(self, read: Any) -> Json:
        """A number where a text is clearly one, and nothing where the text has nothing in it."""
        if not isinstance(read, str):
            return read
        number = whole_number(read)
        return read if number is None and read.strip() else number

    def as_text(self, value: Json) -> str:
        """Print the number with its unit."""
        return f"{super().as_text(value)} {self.unit or ''}".strip() if not self.is_empty(value) else ""

    def varied(self, value: Json, context: CheckContext, chance: Random) -> Json:
        """Count a little less or more."""
        return min(max(round(value * chance.uniform(0.6, 1.5)), self.min), self.max)


class Range(Number):
    """A mark on a scale from `start` to `end`, in steps."""

    type: Literal["range"]
    start: Whole
    end: Whole
    step: Whole = 1
    low: Words
    high: Words

    @model_validator(mode="after")
    def _is_a_scale(self) -> "Range":
        if self.step < 1 or self.end <= self.start or (self.end - self.start) % self.step:
            raise ValueError("start, end and step do not make a scale: end must be start plus whole steps")
        if len(self._marks()) > MARKS_FIT:
            raise ValueError(f"the scale has more than {MARKS_FIT} marks. Make the step larger")
        return self

    def _marks(self) -> range:
        return range(self.start, self.end + 1, self.step)

    def limits(self) -> tuple[int, int]:
        """Both ends of the scale."""
        return self.start, self.end

    def ends(self) -> dict[int, str]:
        """What `start` and `end` are called."""
        return {self.start: self.low, self.end: self.high}

    def marks(self) -> list[int]:
        """The marks of the scale, lowest first."""
        return list(self._marks())

    def check(self, value: Json, context: CheckContext = NO_CASE) -> int | None:
        """Take one of the marks; None takes the answer back."""
        mark = super().check(value)
        if mark is not None and mark not in self._marks():
            raise AnswerProblem(_("Choose one of the marks on the scale."))
        return mark

    def varied(self, value: Json, context: CheckContext, chance: Random) -> Json:
        """Take the mark beside it."""
        marks = self.marks()
        return marks[min(max(marks.index(value) + chance.choice((-1, 1)), 0), len(marks) - 1)]
