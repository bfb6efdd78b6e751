"""Typed text, and text to read."""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, ClassVar, Literal

from engine.fields.base import AnswerProblem, Json
from engine.fields.context import NO_CASE, CheckContext
from engine.fields.field import Field
from engine.language import _

_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""All that means a new line; presentation programs paste a vertical tab for one."""
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What no screen shows, or no database, Word or Excel file takes."""


def as_kept(typed: str, *, in_one_line: bool = False) -> str:
    """A text as typed, every kind of space too, without the characters that no screen can show.

    A line break becomes ours, or a space where a box has one line: the browser would put its words together.
    """
    text = _BREAKS.sub(" " if in_one_line else "\n", _UNSEEN.sub("", typed))
    return text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be stored


class TextField(Field):
    """What one line and paragraphs have in common."""

    in_one_line: ClassVar[bool]
    is_typed: ClassVar[bool] = True
    views: ClassVar[tuple[str, ...]] = ("texts",)

    def check(self, value: Json, context: CheckContext = NO_CASE) -> str:
        """Keep the text as typed, without characters that no screen can show."""
        if not isinstance(value, str):
            raise AnswerProblem(_("This box takes text. Reload the page and type it again."))
        text = as_kept(value, in_one_line=self.in_one_line)
        if len(text) > self.limit:
            raise AnswerProblem(
                _("This text has {count} characters and the box takes {limit}. Shorten it to save it.").format(
                    count=f"{len(text):,}", limit=f"{self.limit:,}"
                )
            )
        return text

    def is_empty(self, value: Json) -> bool:
        """Whether nothing but blanks was typed."""
        return value is None or not str(value).strip()

    def said(self, read: Any, say: Callable[[str], str]) -> Any:
        """Translate the text."""
        return say(read) if isinstance(read, str) and read.strip() else read

    def varied(self, value: Json, context: CheckContext, chance: Random) -> Json:
        """Keep the first sentence only, or leave out what may be left out: we invent no other text."""
        first: str = value.partition(". ")[0]
        shorter = value if first == value else f"{first}."
        return shorter if self.required else chance.choice(("", shorter))


class Text(TextField):
    """One line of text."""

    type: Literal["text"]

    limit: ClassVar[int] = 300
    in_one_line: ClassVar[bool] = True
    between: ClassVar[str] = " / "


class LongText(TextField):
    """Paragraphs; saved while they are typed."""

    type: Literal["long_text"]

    limit: ClassVar[int] = 20_000
    in_one_line: ClassVar[bool] = False
    between: ClassVar[str] = "\n\n"


class Note(Field):
    """A text to read between the questions; takes no answer."""

    type: Literal["note"]

    def check(self, value: Json, context: CheckContext = NO_CASE) -> Json:
        """Refuse every value."""
        raise AnswerProblem(_("This part of the sheet takes no answer."))

    def is_required(self, siblings: dict[str, Json]) -> bool:
        """Never want an answer."""
        return False

    def leaves(self) -> Iterator[tuple[str, Field]]:
        """Nothing: there is nothing to fill in."""
        return iter(())
