"""Pages of the handbook and of legal instruments, and what their links may point to."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field as PydanticField
from pydantic import StringConstraints

from engine.content.base import Content, FileId, Markdown, Shelf
from engine.fields import Fault, Model, Where, Words

KINDS = (
    "handbook", "instrument", "activity", "case", "indicator", "reference", "term", "source", "chart", "deck", "film",
)  # fmt: skip
Ref = Annotated[str, StringConstraints(pattern=rf"^({'|'.join(KINDS)}):[a-z][a-z0-9_-]*$")]
"""A link to other content: its kind and its id, such as `handbook:policies`."""

Year = Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}$")]
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
WORDS_A_MINUTE = 160
"""How fast people read in a second language."""


class Since(Model):
    """What is new since the handbook was printed, or corrects it."""

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
    """Words by which people search for the page, although they do not stand on it."""
    body: Markdown

    @property
    def minutes(self) -> int:
        """The reading time, at least 1."""
        words = sum(len(text.split()) for _where, text in self.placed_texts())
        return max(1, round(words / WORDS_A_MINUTE))

    def links(self) -> list[str]:
        """Everything that the page points to, as refs, each once."""
        return list(dict.fromkeys(ref for _where, ref in self.placed_links()))

    def placed_links(self) -> Iterator[tuple[Where, str]]:
        yield from ((("see", n), ref) for n, ref in enumerate(self.see))
        for where, text in self.placed_texts():
            yield from links_in(text, where)
        yield from ((("since", n, "source"), f"source:{note.source}") for n, note in enumerate(self.since))

    def placed_texts(self) -> Iterator[tuple[Where, str]]:
        """Every text that people read on the page, with its place in the file; the body line by line."""
        yield ("in_short",), self.in_short
        yield from ((("discuss", n), text) for n, text in enumerate(self.discuss))
        yield from ((("since", n, "text"), note.text) for n, note in enumerate(self.since))
        yield from ((("body", n), line) for n, line in enumerate(self.body.split("\n")))

    def faults(self) -> list[Fault]:
        """Find figures without a source, and text that Markdown would not show as it is."""
        raw = [fault for where, text in self.placed_texts() for fault in raw_markup(text, where)]
        alone = [(where, text) for where, text in self.placed_texts() if where[0] in ("in_short", "discuss")]
        bare = [(where, said) for where, text in alone for _place, said in without_source(text)]
        return [*bare, *without_source(self.body), *raw]


def links_in(text: str, where: Where) -> Iterator[tuple[Where, str]]:
    """The links of a text, each with the place of the text."""
    yield from ((where, match[2]) for match in LINK.finditer(text))


BLOCK_END = re.compile(r"\n\s*\n|\n(?=\s*[-*] |\s*\d+\. )")
FIGURE = re.compile(
    r"\d+(?:\.\d+)? ?(?:%|per cent|thousand|million|billion)|\d{1,3}(?:,\d{3})+|(?<!\d)\d{5,}|"
    r"(?:€|£|\$|EUR|GBP|USD|US dollars|Rs\.?) ?\d"
)
"""A number that somebody counted or estimated; not a year, an article or a page."""
CAPTION = re.compile(r"\s*[^|\n\[]{0,30}\[[^\]]+\]\(source:[^)]+\)[^\w\n]*(?:\n|$)")
"""The line below a table that says where its figures come from."""


def without_source(body: str) -> Iterator[Fault]:
    """Find paragraphs, list items and tables that give a figure and name no source."""
    ends = [*(gap.end() for gap in BLOCK_END.finditer(body)), len(body)]
    for start, end in pairwise([0, *ends]):
        block = body[start:end]
        read = LINK.sub(r"\1", block)
        figure = FIGURE.search(read)
        has_caption = "|--" in block and CAPTION.match(body[end:])
        if figure and "](source:" not in block and not has_caption:
            line = body.count("\n", 0, start) + read.count("\n", 0, figure.start())
            yield ("body", line), f"the figure '{figure[0]}' has no source. Cite one: [publisher, year](source:id)"


RAW = re.compile(r"</?[a-zA-Z][^>]*>|<!--|!\[")
NO_LINK = re.compile(r"\]\([^)]*\s[^)]*\)|\]\(\)|\]\[")


def raw_markup(text: str, where: Where) -> Iterator[Fault]:
    """Find HTML, pictures and broken links in one line of a text."""
    for found in RAW.finditer(text):
        yield where, f"'{found[0]}' is HTML or a picture, which pages do not have. Write plain Markdown"
    for found in NO_LINK.finditer(text):
        yield where, f"'{found[0]}' is no link of ours. Write [words](kind:id), without blanks between the brackets"


class Term(Model):
    """A word of the glossary."""

    id: FileId
    term: Words
    meaning: Words
    source: Words
    see: tuple[Ref, ...] = ()

    def placed_links(self) -> Iterator[tuple[Where, str]]:
        yield from ((("see", n), ref) for n, ref in enumerate(self.see))
        yield from links_in(self.meaning, ("meaning",))


class Glossary(Shelf):
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


class References(Shelf):
    """All further reading."""

    id: Literal["references"]
    items: tuple[Reference, ...]


class Source(Model):
    """Where a figure or a later fact comes from."""

    id: FileId
    publisher: str
    title: str
    year: str
    address: Annotated[str, StringConstraints(pattern=r"^(https?://\S+|\(.*\))$")]
    """Its address on the web; or, in brackets, why that is not known."""
    seen: str


class Sources(Shelf):
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

    def placed_links(self) -> Iterator[tuple[Where, str]]:
        """Every link, and the handbook's indicators beside it, with their places in the entry."""
        yield from ((("indicators", n), f"indicator:{name}") for n, name in enumerate(self.indicators))
        yield from links_in(self.explain or "", ("explain",))


class IndicatorMap(Shelf):
    """The eleven indicators of 2012, in their order."""

    id: Literal["indicator_map"]
    source: Words
    items: tuple[LaterIndicator, ...]
