"""What a field is told about the sheet on which it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from engine.fields.base import Json


@dataclass(frozen=True)
class CheckContext:
    """What a field must know to judge a value."""

    sentences: tuple[str, ...] = ()
    """The sentences of the case study as its file has them; none without a case study.

    A workshop's own copy has not kept these words: there only their number is right.
    """


NO_CASE = CheckContext()
"""A sheet that is about no case study."""


class Written(Protocol):
    """An answer as somebody saved it, wherever it is kept."""

    @property
    def value(self) -> Json:
        """The answer."""

    @property
    def revision(self) -> int:
        """A number that grows with every answer that is saved."""


Answers = Mapping[str, Written]
"""What a sheet holds: field path -> answer, in the order in which the fields were first filled in."""
