"""Words that people type in a search, where the content uses other words."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from engine.content.base import FileId, Shelf
from engine.fields import Model

Word = Annotated[str, StringConstraints(pattern=r"^[^\W_]+$", to_lower=True)]
"""One word, as the search splits a text."""


class Synonym(Model):
    """Words for one thing: those that people type, and what is searched as well."""

    id: FileId
    words: tuple[Word, ...]
    means: tuple[str, ...]


class Synonyms(Shelf):
    """All words that mean others."""

    id: Literal["synonyms"]
    items: tuple[Synonym, ...]
