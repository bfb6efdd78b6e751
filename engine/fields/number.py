"""Numbers: counted things, and marks on a scale."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import model_validator

from engine.fields.base import AnswerProblem, Field, Json, Words
from engine.language import _


class Integer(Field):
    """A whole number, with the limits and the unit that it may have."""

    type: Literal["integer"]
    min: int = 0
    max: int = 1_000_000_000
    unit: Words | None = None

    views: ClassVar[tuple[str, ...]] = ("spread",)

    def _limits(self) -> tuple[int, int]:
        return self.min, self.max

    def check(self, value: Json, *, sentences: int = 0) -> int | None:
        """Take a whole number within the limits; None takes the answer back."""
        if value is None:
            return None
        low, high = self._limits()
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise AnswerProblem(
                _("Type a whole number from {low} to {high}.").format(low=f"{low:,}", high=f"{high:,}")
            )
        return value

    def tally(self, values: Sequence[Json]) -> dict[str, float]:
        """Count how many groups gave each number, smallest first."""
        counts = Counter(value for value in values if not self.is_empty(value))
        return {str(number): counts[number] for number in sorted(counts)}

    def as_text(self, value: Json) -> str:
        """Print the number with its unit."""
        return "" if value is None else f"{value:,} {self.unit or ''}".strip()


class Range(Integer):
    """A mark on a scale from `start` to `end`, in steps."""

    type: Literal["range"]  # type: ignore[assignment]
    start: int
    end: int
    step: int = 1
    low: Words
    high: Words

    @model_validator(mode="after")
    def _is_a_scale(self) -> "Range":
        if self.step < 1 or self.end <= self.start or (self.end - self.start) % self.step:
            raise ValueError("start, end and step do not make a scale: end must be start plus whole steps")
        return self

    def _limits(self) -> tuple[int, int]:
        return self.start, self.end

    def marks(self) -> list[int]:
        """Give the marks of the scale, lowest first."""
        return list(range(self.start, self.end + 1, self.step))

    def check(self, value: Json, *, sentences: int = 0) -> int | None:
        """Take one of the marks; None takes the answer back."""
        mark = super().check(value)
        if mark is not None and mark not in self.marks():
            raise AnswerProblem(_("Choose one of the marks on the scale."))
        return mark
