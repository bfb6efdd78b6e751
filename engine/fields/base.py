"""What every field of a worksheet has in common."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationInfo
from pydantic import Field as PydanticField

from engine.language import translated

Json = Any
"""A value as it is stored: what `json.dumps` takes."""


def _in_language(text: str, info: ValidationInfo) -> str:
    return translated(text, info.context["file"]) if info.context else text


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_in_language)]
"""A text that people read: translated when it is read from a content file."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""The permanent name of a field, column, row or option: never translated, never shown."""


class AnswerProblem(Exception):
    """An answer cannot be kept as it is; the message says in the reader's language what to do."""


class Model(BaseModel):
    """A piece of content: strict, frozen, and with no key that we do not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Choice(Model):
    """One option, or one fixed row of a table."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
    label: Words
    explain: Words | None = None
    questions: tuple[Words, ...] = ()
    see: tuple[str, ...] = ()
    """Where to read about it, as refs such as `handbook:policies`."""


def ids_differ(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Give the choices as they are; an error when two have the same id."""
    ids = [choice.id for choice in choices]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise ValueError(f"the id '{twice[0]}' stands here twice. Give one of the two another")
    return choices


Choices = Annotated[tuple[Choice, ...], PydanticField(min_length=1), AfterValidator(ids_differ)]
"""Options or rows: at least one, each with an id of its own."""


class Field(Model):
    """One question of a worksheet."""

    id: Id
    label: Words
    hint: Words | None = None
    required: bool = False
    required_if: dict[Id, Id] = {}
    type: str
    """Its name in a content file; each type narrows it to one word."""

    views: ClassVar[tuple[str, ...]] = ()
    """The plenary views that suit this type; the first is the default."""

    def together(self, before: Json, now: Json, mine: Json) -> Json:
        """Give what comes of two answers that both followed `before`; where a field holds one thing, the last counts.

        Args:
            before: the answer that both saw.
            now: the first of the two, which is stored.
            mine: the second.
        """
        return mine

    def check(self, value: Json, *, sentences: int = 0) -> Json:
        """Give the value as it is to be stored.

        Args:
            value: what came from a screen; anything at all.
            sentences: how many sentences the case study has, 0 without a case study.

        Raises:
            AnswerProblem: the value does not fit this field.
        """
        raise NotImplementedError

    def is_empty(self, value: Json) -> bool:
        """Tell whether nothing was answered (or an answer was taken back)."""
        return value is None or value == "" or value == []

    def tally(self, values: Sequence[Json]) -> dict[str, float]:
        """Count the groups' values: option, number or sentence -> how many groups.

        A ranking gives mean positions instead, from 1; texts are not counted and give `{}`.
        """
        return {}

    def as_text(self, value: Json) -> str:
        """Print a stored value for people; an empty one gives an empty string."""
        return "" if self.is_empty(value) else str(value)

    def leaves(self) -> Iterator[tuple[str, "Field"]]:
        """Give each place that holds a value of its own, as (field path, field).

        An open table gives none: its paths exist only once somebody adds a row.
        """
        yield self.id, self

    def is_required(self, siblings: dict[str, Json]) -> bool:
        """Tell whether this field wants an answer, given the values beside it by field id."""
        held = bool(self.required_if) and all(siblings.get(k) == v for k, v in self.required_if.items())
        return self.required or held
