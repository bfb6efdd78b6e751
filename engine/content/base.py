"""What all kinds of content have in common."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import AfterValidator, StringConstraints, ValidationInfo
from pydantic import Field as PydanticField

from engine.fields import Choice, Choices, Fault, Model, Where, Words, ids_differ, twice
from engine.language import translated

FileId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
"""The permanent name of an activity, case study, module or list: the name of its folder or file."""

_LINE = re.compile(r"(\s*(?:(?:#+|[-*]|\d+\.)\s+)?)(.*)")


def _line_by_line(text: str, info: ValidationInfo) -> str:
    """Translate Markdown a line at a time, so that `#`, `-` and `1.` stay what they are."""
    if not info.context:
        return text
    path = PurePosixPath(info.context["file"])
    file = str(path if path.suffix == ".md" else path.with_name(f"{info.field_name}.md"))
    lines = (_LINE.fullmatch(line) for line in text.splitlines())
    return "\n".join(m[1] + (translated(m[2], file) if m[2] else "") for m in lines if m)


Markdown = Annotated[str, AfterValidator(_line_by_line)]
"""A text with headings and lists, in a Markdown file of its own (named like its field) or below front matter."""


class Content(Model):
    """What one content file says."""

    def faults(self) -> list[Fault]:
        """Find what is wrong although every part has the right shape.

        Called only when content is read from files: a workshop's own copy was sound when it was made.
        """
        return []


class Shelf(Content):
    """A file that is one list, such as the glossary; its `items` are looked up by their ids."""

    items: tuple[Any, ...]

    def faults(self) -> list[Fault]:
        """Find repeated ids: of two entries with one id, one would never be seen."""
        ids = [item.id for item in self.items]
        return [
            (("items", place, "id"), f"two entries have the id '{name}'. Give one of them another")
            for place, name in twice(ids).items()
        ]


class ChoiceList(Content):
    """A list that worksheets take options or rows from, such as the indicators."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Words
    source: Words
    items: Choices

    def placed_links(self) -> Iterator[tuple[Where, str]]:
        """The refs where one can read more about an entry, each with its place in the file."""
        for n, item in enumerate(self.items):
            yield from ((("items", n, "see", place), ref) for place, ref in enumerate(item.see))


class Section(Choice):
    """A section of the handbook in its outline."""

    chapter: Words | None = None
    """The title of the chapter that begins with this section."""


class Outline(ChoiceList):
    """The sections of the handbook, in its order."""

    items: Annotated[tuple[Section, ...], PydanticField(min_length=1), AfterValidator(ids_differ)]
