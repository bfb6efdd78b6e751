"""A question about a figure that people guess before they see it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field as PydanticField
from pydantic import model_validator

from engine.content.base import Content, FileId, Shelf
from engine.content.dataset import Key
from engine.fields import AnswerProblem, Json, Model, Words, twice
from engine.language import _

TEN = 10
Value = Callable[["Cell"], float]
"""Looks up the number of a cell."""


class Cell(Model):
    """Names one figure of a dataset."""

    dataset: FileId
    label: Key
    series: Key


class Column(Model):
    """Names one series of a dataset."""

    dataset: FileId
    series: Key


@dataclass(frozen=True)
class Amount:
    """A figure in the unit in which people guess, with the ends of its range where the source gives one."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def ends(self) -> tuple[float, float]:
        """The lowest and the highest number that it stands for."""
        single = 0.0 if self.value is None else self.value
        return (single if self.low is None else self.low), (single if self.high is None else self.high)

    def distance(self, guess: float) -> float:
        """How far a guess is from it; 0 within its range."""
        low, high = self.ends()
        return max(low - guess, guess - high, 0.0)


class Guessable(Content):
    """What every question to guess has."""

    id: FileId
    ask: Words
    chart: FileId
    """The chart that is shown after the figure."""
    uncertain: Words
    """How sure the figure is, as its source says it."""
    surprise: Words
    """What people do not expect, in a sentence."""

    def check(self, value: Json) -> Json:
        """Check a guess, and return it as it is stored.

        Raises:
            AnswerProblem: it does not fit this question.
        """
        raise NotImplementedError


class Measured(Guessable):
    """A question whose answer is a figure, or a range between two."""

    answer: Cell | None = None
    low: Cell | None = None
    high: Cell | None = None
    """The ends of the range that the source gives, both or none."""
    bound: Literal["about", "at_least", "at_most", "reported"] = "about"
    """What the figure is: an estimate, the least or the most it can be, or a count of what was reported."""

    @model_validator(mode="after")
    def _has_a_figure(self) -> "Measured":
        if (self.low is None) != (self.high is None):
            raise ValueError("a range has two ends. Give both 'low' and 'high', or none of them")
        if self.answer is None and self.low is None:
            raise ValueError("the figure is missing. Give 'answer', or 'low' and 'high'")
        return self

    def cells(self) -> dict[str, Cell]:
        """The figures that it refers to, by the keys that name them in the file."""
        named = {"answer": self.answer, "low": self.low, "high": self.high}
        return {key: cell for key, cell in named.items() if cell is not None}

    def limits(self) -> tuple[float, float]:
        """The ends of the scale on which people guess."""
        raise NotImplementedError

    def scale(self, value_of: Value) -> float:
        """What a number of the dataset is multiplied by to be in the unit of the guesses."""
        raise NotImplementedError

    def amount(self, value_of: Value) -> Amount:
        """The figure in the unit of the guesses."""
        scale = self.scale(value_of)
        cells = (self.answer, self.low, self.high)
        return Amount(*(None if cell is None else value_of(cell) * scale for cell in cells))


class OfTen(Measured):
    """Asks how many of every ten."""

    type: Literal["of_ten"]
    whole: Cell | None = None
    """What the answer is a part of; without it the answer is in per cent."""

    def cells(self) -> dict[str, Cell]:
        return super().cells() | ({"whole": self.whole} if self.whole else {})

    def check(self, value: Json) -> int:
        """Accept a whole number from 0 to 10."""
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= TEN:
            raise AnswerProblem(_("Choose a number from 0 to 10."))
        return value

    def limits(self) -> tuple[float, float]:
        return 0, TEN

    def scale(self, value_of: Value) -> float:
        """Make a part of the whole, or of a hundred, a part of ten."""
        return TEN / (value_of(self.whole) if self.whole else 100)


class Counted(Measured):
    """Asks how many, or how much."""

    type: Literal["number"]
    unit: Words
    min: float | int = 0
    max: float | int
    step: float | int
    divide_by: Literal[1, 1000, 1000000, 1000000000] = 1
    """The unit in which people guess: 1000000 for millions."""

    @model_validator(mode="after")
    def _has_room(self) -> "Counted":
        if not 0 < self.step <= self.max - self.min:
            raise ValueError("no guess fits: 'min', 'max' and 'step' leave no number. Mend one of them")
        return self

    def check(self, value: Json) -> float:
        """Accept a number on the scale."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not self.min <= value <= self.max:
            ends = {"low": f"{self.min:,}", "high": f"{self.max:,}", "unit": self.unit}
            raise AnswerProblem(_("Type a number from {low} to {high} {unit}.").format(**ends))
        return value

    def limits(self) -> tuple[float, float]:
        return self.min, self.max

    def scale(self, value_of: Value) -> float:
        return 1 / self.divide_by


class Largest(Guessable):
    """Asks which of the labels has the highest figure."""

    type: Literal["largest"]
    among: Column
    unit: Words
    labels: Annotated[tuple[Key, ...], PydanticField(min_length=3, max_length=8)]

    @model_validator(mode="after")
    def _labels_differ(self) -> "Largest":
        if again := next(iter(twice(list(self.labels)).values()), None):
            raise ValueError(f"the label '{again}' stands here twice. Remove one of the two")
        return self

    def cells(self) -> dict[str, Cell]:
        """The figures that it compares, by label."""
        return {label: Cell(dataset=self.among.dataset, label=label, series=self.among.series) for label in self.labels}

    def check(self, value: Json) -> str:
        """Accept one of the labels."""
        if not isinstance(value, str) or value not in self.labels:
            raise AnswerProblem(_("Choose one of the answers."))
        return value

    def right(self, value_of: Value) -> str:
        """The label with the highest figure."""
        return max(self.labels, key=lambda label: value_of(self.cells()[label]))


Prediction = Annotated[OfTen | Counted | Largest, PydanticField(discriminator="type")]


class Predictions(Shelf):
    """The questions in the order in which they are asked."""

    id: Literal["questions"]
    items: tuple[Prediction, ...]
