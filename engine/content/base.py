"""What the kinds of content share."""

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, ValidationInfo

from engine.fields import Choice, Model, Words
from engine.language import translated

FileId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
"""The permanent name of an activity, case study, module or list: the name of its folder or file."""


def _line_by_line(text: str, info: ValidationInfo) -> str:
    """Translate Markdown a line at a time, so that `#`, `-` and `1.` stay what they are."""
    if not info.context:
        return text
    lines = (re.fullmatch(r"(\s*(?:#+|[-*]|\d+\.)?\s*)(.*)", line) for line in text.splitlines())
    return "\n".join(m[1] + (translated(m[2], info.context["file"]) if m[2] else "") for m in lines if m)


Markdown = Annotated[str, AfterValidator(_line_by_line)]
"""A text with headings and lists, for `st.markdown` or markdown-it-py with HTML off."""


class ChoiceList(Model):
    """A list that worksheets take options or rows from, such as the indicators."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Words
    source: Words
    items: tuple[Choice, ...]
