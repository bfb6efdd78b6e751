"""Typed text, and text to read."""

from typing import ClassVar, Literal

from engine.fields.base import AnswerProblem, Field, Json
from engine.language import _


class Text(Field):
    """One line of text."""

    type: Literal["text"]

    limit: ClassVar[int] = 300
    views: ClassVar[tuple[str, ...]] = ("texts",)

    def check(self, value: Json, *, sentences: int = 0) -> str:
        """Keep the text as typed, without characters that no screen can show."""
        if not isinstance(value, str):
            raise AnswerProblem(_("This box takes text. Reload the page and type it again."))
        text = value.replace("\r\n", "\n").replace("\x00", "")
        text = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be stored
        if len(text) > self.limit:
            raise AnswerProblem(
                _(
                    "This text has {count} characters and the box takes {limit}. Shorten it to save it."
                ).format(count=f"{len(text):,}", limit=f"{self.limit:,}")
            )
        return text

    def is_empty(self, value: Json) -> bool:
        """Blank text is no answer."""
        return value is None or not str(value).strip()


class LongText(Text):
    """Paragraphs; saved while they are typed."""

    type: Literal["long_text"]  # type: ignore[assignment]

    limit: ClassVar[int] = 20_000


class Note(Field):
    """A text to read between the questions; takes no answer."""

    type: Literal["note"]

    def check(self, value: Json, *, sentences: int = 0) -> Json:
        """Refuse every value."""
        raise AnswerProblem(_("This part of the sheet takes no answer."))

    def leaves(self):  # noqa: ANN201 - as in Field
        """Give none: there is nothing to fill in."""
        return iter(())
