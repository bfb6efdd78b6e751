"""What every field of a worksheet has in common: its paths, and what becomes of its answers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar

from pydantic import Field as PydanticField

from engine.fields.base import AnswerProblem, Id, Json, Model, Words
from engine.fields.context import NO_CASE, Answers, CheckContext
from engine.fields.faults import Fault


@dataclass(frozen=True)
class TableRow:
    """A row that a table has now."""

    path: str
    label: str
    cells: dict[str, "Field"]
    """Field path -> the column that stands there."""


class Field(Model):
    """One question of a worksheet.

    Its answer is saved under a field path, which begins with its id; a field that holds others, such as a
    table, has longer paths. The steps of a path after the id are called `below` here.
    """

    id: Id
    label: Words
    hint: Words | None = None
    required: bool = False
    required_if: dict[Id, Id] = PydanticField(default_factory=dict)
    type: str
    """Its name in a content file; each type narrows it to one word."""

    views: ClassVar[tuple[str, ...]] = ()
    """The plenary views that suit this type; the first is the default."""
    is_typed: ClassVar[bool] = False
    """Whether its text is saved again and again while somebody types."""
    between: ClassVar[str] = ""
    """What stands between two versions of the whole text, where it is typed."""
    limit: ClassVar[int] = 0
    """The characters that it takes, where it is typed."""
    is_mark: ClassVar[bool] = False
    """Whether its value only says that a row is there: removing it twice is saved twice."""
    holds_several: ClassVar[bool] = False
    """Whether one answer may stand for several of its options."""

    # Its paths

    def leaves(self) -> Iterator[tuple[str, "Field"]]:
        """Each place that holds a value of its own from the start, as (field path, field)."""
        yield self.id, self

    def places(self, answers: Answers) -> Iterator[tuple[str, "Field"]]:
        """Each place that can hold a value now, as (field path, field): also in rows that were added."""
        return self.leaves()

    def at(self, below: Sequence[str]) -> "Field | None":
        """Find the field at a path of this one; None where no value can be."""
        return None if below else self

    def within(self) -> tuple["Field", ...]:
        """The fields that stand in it: the columns of a table."""
        return ()

    def rows_now(self, answers: Answers) -> list[TableRow]:
        """The rows that a table has now, from top to bottom."""
        return []

    # Its answers

    def check(self, value: Json, context: CheckContext = NO_CASE) -> Json:
        """The value as it is to be stored.

        Args:
            value: what came from a screen; anything at all.
            context: the sheet on which the field stands.

        Raises:
            AnswerProblem: the value does not fit this field.
        """
        raise NotImplementedError

    def is_empty(self, value: Json) -> bool:
        """Whether nothing was answered (or an answer was taken back)."""
        return value is None or value == "" or value == []

    def is_required(self, siblings: dict[str, Json]) -> bool:
        """Whether this field wants an answer, given the values beside it by field id."""
        held = bool(self.required_if) and all(siblings.get(k) == v for k, v in self.required_if.items())
        return self.required or held

    def together(self, before: Json, now: Json, mine: Json) -> Json:
        """What comes of two answers that both followed `before`; where a field holds one thing, the last counts.

        Args:
            before: the answer that both saw.
            now: the first of the two, which is stored.
            mine: the second.
        """
        return mine

    def tally(self, values: Sequence[Json]) -> dict[str, float]:
        """Count the groups' values: option, number or sentence -> how many groups.

        A ranking gives mean positions instead, from 1; texts are not counted and give `{}`.
        """
        return {}

    def as_text(self, value: Json) -> str:
        """Print a stored value for people; an empty one gives an empty string."""
        return "" if self.is_empty(value) else str(value)

    def labels(self) -> dict[str, str]:
        """What can be chosen, id -> label in the order of the sheet; nothing where nothing is chosen."""
        return {}

    def marks(self) -> list[int]:
        """The marks of a scale, lowest first; nothing where there is no scale."""
        return []

    def ends(self) -> dict[int, str]:
        """Both ends of a scale, lowest first, with what they are called; nothing where there is no scale."""
        return {}

    def varied(self, value: Json, context: CheckContext, chance: Random) -> Json:
        """Another answer that a group might give instead; the same where we would have to invent a text."""
        return value

    # The content about it

    def suitable(self, column: "Field | None" = None) -> list[str]:
        """The plenary views that suit it, or a column of it; a heatmap wants the rows of a table."""
        return [kind for kind in self.views if kind != "heatmap"]

    def faults(self, beside: Sequence["Field"], has_cases: bool) -> Iterator[Fault]:
        """Find what does not go together in the field as its author wrote it.

        Args:
            beside: the fields of the same sheet, or of the same row.
            has_cases: whether the sheet is about case studies.
        """
        for name, option in self.required_if.items():
            other = next((f for f in beside if f.id == name and f is not self), None)
            if other is None or other.holds_several or not other.labels():
                yield ("required_if", name), f"'{name}' is no field of type select_one beside '{self.id}'"
            elif option not in other.labels():
                options = ", ".join(other.labels())
                yield ("required_if", name), f"'{name}' has no option '{option}'. Its options: {options}"

    def stored(self, read: Any) -> Json:
        """An answer of a reading the way it is stored, whether it fits or not."""
        return list(read) if isinstance(read, tuple) else read

    def flattened(self, read: Any) -> dict[str, Json]:
        """A sound answer of a reading as a group's is stored: field path -> value."""
        return {} if read is None else {self.id: self.stored(read)}

    def said(self, read: Any, say: Callable[[str], str]) -> Any:
        """Translate the texts in a sound answer of a reading; ids and quotations stay what they are."""
        return read

    def reading_faults(self, read: Any, beside: dict[str, Json], context: CheckContext) -> Iterator[Fault]:
        """Find what is wrong with an answer of a reading; `beside` has the stored values beside it, by field id."""
        if self.is_required(beside) and self.is_empty(self.stored(read)):
            yield (), f"'{self.id}' wants an answer"
        elif read is not None:
            try:
                self.check(self.stored(read), context)
            except AnswerProblem as problem:
                yield (), f"'{self.id}': {str(problem).rstrip('.')}"
