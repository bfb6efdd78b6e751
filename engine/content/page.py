"""A page of the handbook or of a legal instrument, and what its links may point to."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field as PydanticField
from pydantic import StringConstraints

from engine.content.base import Content, Fault, FileId, Markdown
from engine.fields import Model, Words

KINDS = ("handbook", "instrument", "activity", "case", "indicator", "reference", "term", "source")
Ref = Annotated[str, StringConstraints(pattern=rf"^({'|'.join(KINDS)}):[a-z][a-z0-9_-]*$")]
"""A link to other content: its kind and its id, such as `handbook:policies`."""

Year = Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}$")]
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
WORDS_A_MINUTE = 160
"""How fast somebody reads who learned the language later."""


class Since(Model):
    """What has overtaken or corrected the handbook since it was printed."""

    year: Year
    text: Words
    source: FileId


class Page(Content):
    """One section of the handbook, or one legal instrument, in our words."""

    id: FileId
    title: Words
    in_short: Words
    source: Words
    see: tuple[Ref, ...] = ()
    discuss: tuple[Words, ...] = PydanticField(default=(), max_length=6)
    since: tuple[Since, ...] = ()
    find: tuple[Words, ...] = ()
    """Words by which people search for the page and which do not stand on it."""
    body: Markdown

    @property
    def minutes(self) -> int:
        """Give the reading time in minutes, at least 1."""
        words = len(" ".join(self.texts()).split())
        return max(1, round(words / WORDS_A_MINUTE))

    def texts(self) -> Iterator[str]:
        """Give every text that people read on the page."""
        yield from (self.in_short, self.body, *self.discuss, *(note.text for note in self.since))

    def links(self) -> list[str]:
        """Give everything that the page points to, as refs, each once."""
        inside = (match[2] for text in self.texts() for match in LINK.finditer(text))
        cited = (f"source:{note.source}" for note in self.since)
        return list(dict.fromkeys([*self.see, *inside, *cited]))

    def faults(self) -> list[Fault]:
        """Find figures that stand without a source, and text that Markdown would not show as it is."""
        return [*(_without_source(self.body)), *_raw(self.body)]


FIGURE = re.compile(r"\d+(?:\.\d+)? ?(?:%|per cent|million|billion)|\d{1,3}(?:,\d{3})+|(?:€|EUR|US dollars|Rs\.?) ?\d")


def _without_source(body: str) -> Iterator[Fault]:
    """Find paragraphs, list items and tables that give a figure and name no source."""
    for block in re.split(r"\n\s*\n|\n(?=\s*[-*] |\s*\d+\. )", body):
        figure = FIGURE.search(LINK.sub(r"\1", block))
        if figure and "](source:" not in block:
            yield ("body",), f"the figure '{figure[0]}' has no source. Cite one: [publisher, year](source:id)"


def _raw(body: str) -> Iterator[Fault]:
    if found := re.search(r"</?[a-zA-Z][^>]*>|!\[", body):
        yield ("body",), f"'{found[0]}' is HTML or a picture, which pages do not have. Write plain Markdown"


class Term(Model):
    """A word of the glossary."""

    id: FileId
    term: Words
    meaning: Words
    source: Words
    see: tuple[Ref, ...] = ()


class Glossary(Content):
    """All words that are explained."""

    id: Literal["glossary"]
    items: tuple[Term, ...]


class Reference(Model):
    """Something to read further, and what it is good for."""

    id: FileId
    kind: Literal["ilo", "un", "other", "agreement"]
    title: Words
    author: Words
    place: Words | None = None
    year: Words
    good_for: Words
    note: Words | None = None


class References(Content):
    """All further reading."""

    id: Literal["references"]
    items: tuple[Reference, ...]


class Source(Model):
    """Where a figure or a later fact comes from."""

    id: FileId
    publisher: str
    title: str
    year: str
    address: str
    seen: str


class Sources(Content):
    """All sources."""

    id: Literal["sources"]
    items: tuple[Source, ...]


class LaterIndicator(Model):
    """One of the ILO's eleven indicators of 2012, beside the handbook's six."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    label: Words
    indicators: tuple[str, ...] = ()
    relation: Words
    explain: Words | None = None


class IndicatorMap(Content):
    """The eleven indicators of 2012, in their order."""

    id: Literal["indicator_map"]
    source: Words
    items: tuple[LaterIndicator, ...]
