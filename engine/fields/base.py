"""What the models of all content are made of."""

from typing import Annotated, Any

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
    """The choices as they are; an error when two have the same id."""
    ids = [choice.id for choice in choices]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise ValueError(f"the id '{twice[0]}' stands here twice. Give one of the two another")
    return choices


Choices = Annotated[tuple[Choice, ...], PydanticField(min_length=1), AfterValidator(ids_differ)]
"""Options or rows: at least one, each with an id of its own."""
